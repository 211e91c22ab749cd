/** How wide the columns of a pair of tables would like to be, measured once. */
import type { CharterDiff, WordOp } from '../../model/change.ts';
import type { CharterDocument, CookieTable } from '../../model/charter.ts';
import type { DiffView } from '../../present/diff-view.ts';
import { plainText } from '../../text/inline.ts';
import { displayWidth } from '../../text/width.ts';

export interface ColumnWidth {
  readonly key: string;
  /** The published head, that of `b` first. */
  readonly head?: string;
  /** Display cells of the longest cell, that of both sides together where it differs; at most `widest`. */
  readonly width: number;
  /** Some cell of it differs. */
  readonly changed: boolean;
}

export interface TableWidths {
  /** Index of the pinned column, which names the row. */
  readonly pinned: number;
  readonly columns: readonly ColumnWidth[];
}

/** Longer texts wrap anyhow. */
const widest = 60;
/** Cells of the marks around changed words; kept free with colours too, so that columns stay where they are. */
const marks = 4;
/** Rows measured: the longest of a long table are seldom much longer. */
const sample = 2000;

export function tableWidths({ diff, a, b }: DiffView, pair: number): TableWidths {
  const changed = changedColumns(diff, pair);
  const tables = [tableOf(b, diff.tables[pair]?.b), tableOf(a, diff.tables[pair]?.a)];
  const columns = new Map<string, ColumnWidth>();
  for (const table of tables) {
    table?.columns.forEach(({ key, head }, index) => {
      const known = columns.get(key);
      const text = known?.head ?? head;
      const width = Math.max(known?.width ?? 0, changed.get(key) ?? 0, longest(table, index));
      columns.set(key, {
        key,
        width,
        changed: changed.has(key),
        ...(text === undefined ? {} : { head: text }),
      });
    });
  }
  const list = [...columns.values()];
  return {
    columns: list,
    pinned: Math.max(
      0,
      list.findIndex(({ key }) => key === 'name'),
    ),
  };
}

function tableOf({ tables }: CharterDocument, id: string | undefined): CookieTable | undefined {
  return id === undefined ? undefined : tables.find((table) => table.id === id);
}

/** Columns of which cells differ, with the width of the longest, old and new words one after the other. */
function changedColumns({ changes, tables }: CharterDiff, pair: number): Map<string | undefined, number> {
  const found = changes.filter(
    ({ kind, address: { a, b } }) =>
      kind === 'cell-changed' &&
      (b?.table === undefined ? a?.table === tables[pair]?.a : b.table === tables[pair]?.b),
  );
  const widths = new Map<string | undefined, number>();
  found.forEach(({ address, words }, index) => {
    const key = (address.b ?? address.a)?.column;
    const known = widths.get(key) ?? 0;
    widths.set(key, index < sample && known < widest ? Math.max(known, widthOf(words)) : known);
  });
  return widths;
}

function widthOf(words: readonly WordOp[]): number {
  let width = 0;
  for (const { op, text } of words) {
    width += displayWidth(text.slice(0, widest)) + (op === 'equal' ? 0 : marks);
    if (width >= widest) return widest;
  }
  return width;
}

function longest(table: CookieTable, column: number): number {
  let most = 0;
  for (const row of table.rows.slice(0, sample)) {
    for (const line of plainText(row.cells[column] ?? '').split('\n')) {
      most = Math.max(most, line.length > 2 * widest ? widest : Math.min(widest, displayWidth(line)));
    }
    if (most >= widest) return widest;
  }
  return most;
}
