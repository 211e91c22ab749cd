/** The columns of a table as a grid: the name pinned, the others as wide as they need and can, scrolled where they do not fit. */
import { displayWidth } from '../../text/width.ts';
import type { TableWidths } from '../book/table-widths.ts';
import type { FrameLine } from '../frame-types.ts';
import { beside, blank, cells, cut, fill, flatRun, gutter, justify, run, wrap } from './lines.ts';
import type { RowCells } from './row-cells.ts';

export interface GridColumn {
  readonly key: string;
  readonly head: string;
  readonly width: number;
  readonly changed: boolean;
}

export interface Grid {
  readonly name: GridColumn;
  /** Those in sight. */
  readonly columns: readonly GridColumn[];
  /** How many stand further left and right. */
  readonly before: number;
  readonly after: number;
  readonly tag: number;
  readonly width: number;
}

const gap = 2;
const widestName = 26;
const narrowest = 16;
/** What columns keep at first: those in which nothing changed, and those in which something did. */
const enoughUnchanged = 24;
const enoughChanged = 32;

export interface GridOptions {
  /** Without the gutter. */
  readonly width: number;
  /** First column in sight, from 0. */
  readonly first: number;
  /** Cells for the class at the right; 0 where no row has one. */
  readonly tag: number;
  readonly headOf: (key: string, head: string | undefined) => string;
}

export function gridOf({ columns, pinned }: TableWidths, { width, first, tag, headOf }: GridOptions): Grid {
  const wishes = columns.map(({ key, head, width: wish, changed }): GridColumn => {
    const label = headOf(key, head);
    return {
      key,
      head: label,
      changed,
      width: Math.max(wish, Math.min(displayWidth(label), narrowest + gap)),
    };
  });
  const name = wishes[pinned] ?? { key: '', head: '', width: 0, changed: false };
  const key = { ...name, width: Math.max(1, Math.min(name.width, widestName)) };
  const rest = wishes.filter((_, index) => index !== pinned);
  const room = width - key.width - (tag > 0 ? tag + gap : 0);
  const most = Math.max(1, Math.floor(room / (narrowest + gap)));
  const start = Math.max(0, Math.min(first, rest.length - most));
  const seen = rest.slice(start, start + most);
  return {
    name: key,
    columns: share(seen, room - gap * seen.length),
    before: start,
    after: rest.length - start - seen.length,
    tag,
    width,
  };
}

/** Takes from the widest until all fit: from columns in which nothing changed before those in which something did. */
function share(columns: readonly GridColumn[], room: number): GridColumn[] {
  const widths = columns.map(({ width }) => width);
  const over = (): number => widths.reduce((sum, width) => sum + width, 0) - room;
  const shrink = (may: (index: number) => boolean, least: number): void => {
    while (over() > 0) {
      const widest = widths.reduce(
        (best, width, index) => (may(index) && width > Math.max(least, widths[best] ?? 0) ? index : best),
        -1,
      );
      if (widest < 0) return;
      widths[widest] = (widths[widest] ?? 1) - 1;
    }
  };
  const isUnchanged = (index: number): boolean => columns[index]?.changed === false;
  shrink(isUnchanged, enoughUnchanged);
  shrink((index) => !isUnchanged(index), enoughChanged);
  shrink(isUnchanged, narrowest);
  shrink(() => true, 1);
  return columns.map((column, index) => ({ ...column, width: widths[index] ?? 1 }));
}

/** The heads over the columns, and at the edges how many columns are out of sight. */
export function gridHeads({ name, columns, before, after, width }: Grid): FrameLine {
  const heads = [name, ...columns].map(({ head, width: own }) => ({
    lines: [cut([flatRun(head, 'dim')], own)],
    width: own,
  }));
  const left = before > 0 ? fill([run(`‹${before}`, 'key')], gutter) : [blank(gutter)];
  const right = after > 0 ? [run(`${after}›`, 'key')] : [];
  return [...left, ...justify(beside(heads, gap)[0] ?? [], right, { width })];
}

export function gridRows(row: RowCells, { name, columns, tag, width }: Grid): FrameLine[] {
  const texts = columns.map((column) => ({
    lines: wrap(row.cells.find(({ key }) => key === column.key)?.text ?? [], column.width),
    width: column.width,
  }));
  const names = [...wrap(row.name, name.width), ...(cells(row.note) === 0 ? [] : wrap(row.note, name.width))];
  const lines = beside([{ lines: names, width: name.width }, ...texts], gap);
  if (tag === 0 || row.class.length === 0) return lines;
  const [first = [], ...others] = lines;
  return [[...fill(first, width - tag - gap), blank(gap), ...cut(row.class, tag)], ...others];
}
