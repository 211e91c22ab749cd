/** The matrix of portals and sections: heaviest rows first, equal rows as one, rows without drift as one line. */
import type { ChangeClass } from '../model/charter.ts';
import {
  type DriftCell,
  type DriftRow,
  type FindingState,
  openStates,
  type PortalDrift,
  type StateCounts,
} from '../model/drift.ts';
import { type GridRow, layGrid } from './drift-grid.ts';
import {
  columnName,
  type DriftOptions,
  type DriftView,
  isOpen,
  messagesOf,
  sameDrift,
  strongestFirst,
} from './drift-view.ts';
import { layTagged } from './layout.ts';
import { type Line, span } from './style.ts';

/** Rows that are shown at once; `--all` shows every one. */
const mostRows = 40;

/** Portals whose drift is the same. */
export interface Alike {
  readonly row: DriftRow;
  /** The first is that of the row. */
  readonly portals: readonly string[];
}

export interface ShownRows {
  readonly rows: readonly Alike[];
  /** Portals of rows that are left out for their number. */
  readonly more: readonly string[];
  readonly clean: readonly string[];
}

export interface RowsOptions {
  /** Rows that are shown unless all are asked for. */
  readonly most?: number;
  /** Equal for portals that share a row. */
  readonly keyOf?: (drift: PortalDrift) => string;
}

/** Which rows are shown, and in which order. */
export function selectRows(
  view: DriftView,
  options: DriftOptions,
  { most = mostRows, keyOf = sameDrift }: RowsOptions = {},
): ShownRows {
  const { matrix, portals } = view.drift;
  const alike = new Map<string, { row: DriftRow; portals: string[] }>();
  const clean: string[] = [];
  matrix.rows.forEach((row, index) => {
    const drift = portals[index];
    if (row.count === 0 && !options.all) clean.push(row.portal);
    else {
      const key = drift && !options.all ? keyOf(drift) : row.portal;
      const known = alike.get(key);
      if (known) known.portals.push(row.portal);
      else alike.set(key, { row, portals: [row.portal] });
    }
  });
  const sorted = sortByWeight([...alike.values()]);
  const shown = options.all ? sorted : sorted.slice(0, most);
  return { rows: shown, more: sorted.slice(shown.length).flatMap(({ portals: names }) => names), clean };
}

/** By what is open, class after class, then by all that there is. */
function sortByWeight<Rows extends { readonly row: DriftRow }>(rows: readonly Rows[]): Rows[] {
  // Rows that count the same share their counts.
  const known = new Map<StateCounts, readonly number[]>();
  const weigh = ({ counts, count }: DriftRow): readonly number[] => {
    const weights = known.get(counts) ?? [
      ...strongestFirst.map((level) => countOpen({ counts }, level)),
      count,
    ];
    known.set(counts, weights);
    return weights;
  };
  const weighed = rows.map((one) => ({ one, weights: weigh(one.row) }));
  return weighed.sort((x, y) => compareWeights(x.weights, y.weights)).map(({ one }) => one);
}

function compareWeights(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length; at += 1) {
    const difference = (other[at] ?? 0) - (one[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function countOpen({ counts }: Pick<DriftRow, 'counts'>, level: ChangeClass): number {
  return openStates.reduce((sum, state) => sum + counts[state][level], 0);
}

export function renderMatrix(view: DriftView, shown: ShownRows, options: DriftOptions): Line[] {
  const messages = messagesOf(options);
  const { columns } = view.drift.matrix;
  const shownPortals = new Set(shown.rows.map(({ row }) => row.portal));
  const failing = new Map(
    view.drift.portals
      .filter(({ portal }) => shownPortals.has(portal))
      .map(({ portal, findings }) => [portal, findings.filter(options.fails).length]),
  );
  const rows = shown.rows.map(({ row, portals }): GridRow => {
    const count = failing.get(row.portal) ?? 0;
    const name = portals.length === 1 ? row.portal : messages.alike(row.portal, portals.length - 1);
    return {
      name: span(name, count > 0 ? 'strong' : undefined),
      cells: row.cells.map((cell) => span(cellText(cell, options), cellStyle(cell))),
      end: span(count === 0 ? '' : String(count), 'strong'),
    };
  });
  const heads = columns.map((column) => columnName(column, options.language));
  const laid = rows.length === 0 ? { lines: [], legend: [] } : layGrid({ heads, rows }, options.width);
  return [
    ...laid.lines,
    ...restLines(shown, options),
    ...(rows.length === 0 ? [] : legendLines(shown, laid.legend, options)),
  ];
}

/** The rows that are not shown: those without drift, and those beyond the first. */
function restLines({ more, clean }: ShownRows, options: DriftOptions): Line[] {
  const messages = messagesOf(options);
  const lines: Line[] = [];
  const frame = { width: options.width };
  if (more.length > 0)
    lines.push(...layTagged([span(`⋯ ${messages.more(more.length)}`, 'dim')], [span('--all', 'dim')], frame));
  if (clean.length > 0) {
    const named = layTagged([span(`· ${messages.cleanNamed(clean)}`, 'dim')], undefined, frame);
    lines.push(
      ...(named.length === 1
        ? named
        : layTagged([span(`· ${messages.clean(clean.length)}`, 'dim')], [span('--all', 'dim')], frame)),
    );
  }
  return lines;
}

/** `w2`, `(w2)` where agreed, `[w2]` where to be corrected, `!w2!` where a decision ended. */
export function cellText(cell: DriftCell, options: DriftOptions): string {
  const { class: level, state } = cell;
  if (level === undefined || state === undefined) return '·';
  const count = cellCount(cell, level, state);
  const text = `${messagesOf(options).letters[level]}${count === 1 ? '' : count}`;
  return markState(text, state);
}

/** How many findings of its class are as pressing as those of its state. */
export function cellCount({ counts }: DriftCell, level: ChangeClass, state: FindingState): number {
  return isOpen(state) ? countOpen({ counts }, level) : counts[state][level];
}

function markState(text: string, state: FindingState): string {
  if (state === 'agreed') return `(${text})`;
  if (state === 'to-fix') return `[${text}]`;
  return state === 'unexplained' ? text : `!${text}!`;
}

function cellStyle({ class: level, state }: DriftCell): ChangeClass | 'dim' {
  return level === undefined || state === undefined || !isOpen(state) ? 'dim' : level;
}

function legendLines(
  shown: ShownRows,
  heads: readonly (readonly [string, string])[],
  options: DriftOptions,
): Line[] {
  const { legend } = messagesOf(options);
  const frame = { width: options.width };
  const lay = (parts: readonly string[]): Line[] =>
    parts.length === 0 ? [] : layTagged(joinWhole(parts), undefined, frame);
  return [
    ...lay(legendParts(shown, options)),
    ...lay(heads.map(([short, full]) => legend.head(short, full))),
  ];
}

/** Explains the signs that stand in the rows, and no others. */
export function legendParts({ rows }: ShownRows, options: DriftOptions): string[] {
  const { letters, tag, legend } = messagesOf(options);
  const cells = rows.flatMap(({ row }) => row.cells);
  const has = (states: readonly FindingState[]): boolean =>
    cells.some(({ state }) => state !== undefined && states.includes(state));
  const levels = [...strongestFirst].reverse().filter((level) => cells.some((cell) => cell.class === level));
  const some = letters[levels.at(-1) ?? 'wording'];
  return [
    ...(cells.some(({ count }) => count === 0) ? [`· ${legend.none}`] : []),
    ...levels.map((level) => `${letters[level]} ${tag[level]}`),
    ...(has(['agreed']) ? [`(${some}) ${legend.agreed}`] : []),
    ...(has(['to-fix']) ? [`[${some}] ${legend.toFix}`] : []),
    ...(has(['lapsed', 'overdue']) ? [`!${some}! ${legend.lapsed}`] : []),
    ...(rows.some(({ portals }) => portals.length > 1) ? [`+N ${legend.alike}`] : []),
  ];
}

/** Parts with gaps between them, none broken inside. */
function joinWhole(parts: readonly string[]): Line {
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [span('   ')]),
    { ...span(part, 'dim'), whole: true as const },
  ]);
}
