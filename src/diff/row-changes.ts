/** Rows that come, go, move or are renamed, and the cells that differ in the others. */
import type { Address, RawChange, RowValue } from '../model/change.ts';
import type { CookieTable, Row } from '../model/charter.ts';
import type { Budget } from './budget.ts';
import type { RowMatches } from './rows.ts';
import { type TableContext, tableAddress } from './table-context.ts';
import { type ColumnMatch, nameColumn, pairColumns, type TableMatch } from './table-pairs.ts';
import { compareTexts } from './texts.ts';

/** A row that stands in a table which is not the counterpart of its own. */
export interface Stray {
  readonly a: { readonly table: CookieTable; readonly row: number };
  readonly b: { readonly table: CookieTable; readonly row: number };
}

/** The rows of one pair of tables, matched. */
export interface RowsOf {
  readonly match: TableMatch;
  readonly columns: readonly ColumnMatch[];
  readonly rows?: RowMatches;
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
  readonly strays: readonly Stray[];
}

/** A change and its place in the order: after row `at` of `b`, rows of `a` alone last. */
interface Placed {
  readonly at: number;
  readonly tie: number;
  readonly changes: readonly RawChange[];
}

/** In reading order: rows as they stand in `b`, rows of `a` alone after the one they followed. */
export function rowChanges(rows: RowsOf, context: TableContext): RawChange[] {
  const { a, b } = rows.match;
  const unique = rows.rows?.unique ?? false;
  const labels = { a: labelRows(a, unique), b: labelRows(b, unique) };
  const placed: Placed[] = [];
  const partner = rows.rows?.partner ?? new Int32Array(0);
  const across = a !== undefined && b !== undefined && context.places.elsewhere(a.id, b.id);
  const labelled = { ...context, labels, across };
  const differ = a && b ? cellsDiffer(a, b, rows.columns) : () => false;
  const touched = movedOrRenamed(rows.rows);
  for (let row = 0; row < partner.length; row += 1) {
    const other = partner[row] ?? -1;
    if (other < 0 || !(across || differ(row, other) || touched(row))) continue;
    placed.push({ at: other, tie: 1, changes: matchedRow(rows, { a: row, b: other }, labelled) });
  }
  for (const row of rows.onlyB) {
    if (b)
      placed.push({ at: row, tie: 1, changes: [loneRow('b', b, { row, label: labels.b(row), context })] });
  }
  for (const stray of rows.strays)
    placed.push({ at: stray.b.row, tie: 1, changes: strayRow(stray, context) });
  let next = 0;
  let at = -1;
  for (const row of rows.onlyA) {
    for (; next < row; next += 1) if ((partner[next] ?? -1) >= 0) at = partner[next] ?? -1;
    if (a) placed.push({ at, tie: 2, changes: [loneRow('a', a, { row, label: labels.a(row), context })] });
  }
  placed.sort((x, y) => x.at - y.at || x.tie - y.tie);
  return placed.flatMap(({ changes }) => changes);
}

/** Whether two rows have unlike cells in the columns of both: all that most rows of a large table are asked. */
function cellsDiffer(
  a: CookieTable,
  b: CookieTable,
  columns: readonly ColumnMatch[],
): (rowA: number, rowB: number) => boolean {
  const shared = columns.filter((column) => column.a !== undefined && column.b !== undefined);
  const places = { a: shared.map((column) => column.a ?? 0), b: shared.map((column) => column.b ?? 0) };
  return (rowA, rowB) => {
    const cellsA = a.rows[rowA]?.cells ?? [];
    const cellsB = b.rows[rowB]?.cells ?? [];
    for (let at = 0; at < shared.length; at += 1) {
      if ((cellsA[places.a[at] ?? 0] ?? '') !== (cellsB[places.b[at] ?? 0] ?? '')) return true;
    }
    return false;
  };
}

function movedOrRenamed(rows: RowMatches | undefined): (rowA: number) => boolean {
  if (!rows || rows.moved.size + rows.renamed.size === 0) return () => false;
  return (row) => rows.moved.has(row) || rows.renamed.has(row);
}

/** The name as published, `#n` from the second of that name on; a row without name goes by its place. */
function labelRows(table: CookieTable | undefined, unique: boolean): (row: number) => string {
  if (!table) return String;
  const at = nameColumn(table);
  const name = (row: number): string => table.rows[row]?.cells[at] ?? '';
  let ranks: number[] | undefined;
  return (row) => {
    if (name(row) === '') return `#${row + 1}`;
    if (unique) return name(row);
    ranks ??= rankNames(table.rows.map((_, index) => name(index)));
    return ranks[row] === 1 ? name(row) : `${name(row)}#${ranks[row]}`;
  };
}

/** For each name, how many of that name there are up to it. */
function rankNames(names: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const rank = (seen.get(name) ?? 0) + 1;
    seen.set(name, rank);
    return rank;
  });
}

type Labels = Readonly<Record<'a' | 'b', (row: number) => string>>;

function rowValue(table: CookieTable, row: Row | undefined): RowValue {
  return Object.fromEntries(
    table.columns.flatMap((column, index) => {
      const cell = row?.cells[index] ?? '';
      return cell === '' ? [] : [[column.key, cell]];
    }),
  );
}

function loneRow(
  side: 'a' | 'b',
  table: CookieTable,
  { row, label, context }: { row: number; label: string; context: TableContext },
): RawChange {
  return {
    kind: side === 'a' ? 'row-removed' : 'row-added',
    address: { [side]: { ...tableAddress(side, table, context), rowIndex: row, row: label } },
    [side]: rowValue(table, table.rows[row]),
    sentences: [],
  };
}

function strayRow(stray: Stray, context: TableContext): RawChange[] {
  const labels = { a: labelRows(stray.a.table, false), b: labelRows(stray.b.table, false) };
  const address = rowAddresses(stray.a.table, stray.b.table, {
    a: stray.a.row,
    b: stray.b.row,
    labels,
    context,
  });
  const across = !context.places.together(stray.a.table.id, stray.b.table.id);
  const rowA = stray.a.table.rows[stray.a.row];
  const rowB = stray.b.table.rows[stray.b.row];
  const columns = pairColumns(stray.a.table, stray.b.table);
  return [
    {
      kind: 'row-moved',
      address,
      a: rowValue(stray.a.table, rowA),
      b: rowValue(stray.b.table, rowB),
      sentences: [],
      moved: true,
      ...(across ? { acrossSections: true as const } : {}),
    },
    ...cellChanges(
      { a: stray.a.table, b: stray.b.table, rowA, rowB, columns },
      { address, budget: context.budget },
    ),
  ];
}

function rowAddresses(
  a: CookieTable,
  b: CookieTable,
  at: { a: number; b: number; labels: Labels; context: TableContext },
): { a: Address; b: Address } {
  return {
    a: { ...tableAddress('a', a, at.context), rowIndex: at.a, row: at.labels.a(at.a) },
    b: { ...tableAddress('b', b, at.context), rowIndex: at.b, row: at.labels.b(at.b) },
  };
}

function matchedRow(
  { match: { a, b }, columns, rows }: RowsOf,
  at: { a: number; b: number },
  context: TableContext & { labels: Labels; across: boolean },
): RawChange[] {
  if (!a || !b) return [];
  const rowA = a.rows[at.a];
  const rowB = b.rows[at.b];
  const renamed = rows?.renamed.has(at.a) ?? false;
  const moved = {
    ...(rows?.moved.has(at.a) || context.across ? { moved: true as const } : {}),
    ...(context.across ? { acrossSections: true as const } : {}),
  };
  const address = rowAddresses(a, b, { ...at, labels: context.labels, context });
  const cells = cellChanges(
    { a, b, rowA, rowB, columns, ...(renamed ? { withoutName: true } : {}) },
    { address, budget: context.budget },
  );
  if (!renamed && !moved.moved) return cells;
  const whole = { address, a: rowValue(a, rowA), b: rowValue(b, rowB), sentences: [], ...moved };
  if (renamed) {
    const compared = columns.filter((column) => column.a !== undefined && column.b !== undefined).length;
    return [{ kind: 'row-renamed', ...whole, equalCells: [compared - 1 - cells.length, compared] }, ...cells];
  }
  return [{ kind: 'row-moved', ...whole }, ...cells];
}

interface RowPair {
  readonly a: CookieTable;
  readonly b: CookieTable;
  readonly rowA: Row | undefined;
  readonly rowB: Row | undefined;
  readonly columns: readonly ColumnMatch[];
  readonly withoutName?: boolean;
}

function cellChanges(
  pair: RowPair,
  { address, budget }: { address: { a: Address; b: Address }; budget: Budget },
): RawChange[] {
  const name = nameColumn(pair.b);
  return pair.columns.flatMap((column): RawChange[] => {
    if (column.a === undefined || column.b === undefined || (pair.withoutName && column.b === name))
      return [];
    const a = pair.rowA?.cells[column.a] ?? '';
    const b = pair.rowB?.cells[column.b] ?? '';
    if (a === b) return [];
    return [
      {
        kind: 'cell-changed',
        address: {
          a: { ...address.a, column: pair.a.columns[column.a]?.key ?? '' },
          b: { ...address.b, column: pair.b.columns[column.b]?.key ?? '' },
        },
        a,
        b,
        sentences: compareTexts(a === '' ? [] : [a], b === '' ? [] : [b], budget),
      },
    ];
  });
}
