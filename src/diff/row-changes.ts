/** Rows that come, go, move or are renamed, and the cells that differ in the others. */
import type { RawChange, RowValue } from '../model/change.ts';
import { CellComparison, isAlone } from './cell-changes.ts';
import { PlainEquality, type PlainTable } from './plain-table.ts';
import { RowLabels } from './row-labels.ts';
import type { RowMatches } from './rows.ts';
import { type TableContext, tableAddress } from './table-context.ts';
import { type ColumnMatch, pairColumns, type TableMatch } from './table-pairs.ts';

/** A row that stands in a table which is not the counterpart of its own. */
export interface Stray {
  readonly a: { readonly table: PlainTable; readonly row: number };
  readonly b: { readonly table: PlainTable; readonly row: number };
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
  const labels = { a: a && new RowLabels(a, unique), b: b && new RowLabels(b, unique) };
  const placed: Placed[] = matchedRows(rows, context);
  const partner = rows.rows?.partner ?? new Int32Array(0);
  for (const row of rows.onlyB) {
    if (b)
      placed.push({
        at: row,
        tie: 1,
        changes: [loneRow('b', b, { row, label: labels.b?.label(row) ?? '', context })],
      });
  }
  for (const stray of rows.strays)
    placed.push({ at: stray.b.row, tie: 1, changes: strayRow(stray, context) });
  let next = 0;
  let at = -1;
  for (const row of rows.onlyA) {
    for (; next < row; next += 1) if ((partner[next] ?? -1) >= 0) at = partner[next] ?? -1;
    if (a)
      placed.push({
        at,
        tie: 2,
        changes: [loneRow('a', a, { row, label: labels.a?.label(row) ?? '', context })],
      });
  }
  placed.sort((x, y) => x.at - y.at || x.tie - y.tie);
  const all: RawChange[] = [];
  for (const { changes } of placed) for (const change of changes) all.push(change);
  return all;
}

function matchedRows({ match: { a, b }, columns, rows }: RowsOf, context: TableContext): Placed[] {
  if (!a || !b || !rows) return [];
  const across = context.places.elsewhere(a.id, b.id);
  const compared = rowsToCompare({ a, b, columns, rows }, across || columns.some(isAlone));
  if (compared.length === 0) return [];
  const cells = new CellComparison({ a, b, columns, unique: rows.unique }, context);
  return compared.map((row) => {
    const at = { a: row, b: rows.partner[row] ?? -1 };
    return { at: at.b, tie: 1, changes: matchedRow({ a, b }, at, { cells, rows, across }) };
  });
}

interface Pair {
  readonly a: PlainTable;
  readonly b: PlainTable;
  readonly columns: readonly ColumnMatch[];
  readonly rows: RowMatches;
}

/** Rows of `a` with a counterpart that are not plainly the same there. */
function rowsToCompare({ a, b, columns, rows }: Pair, all: boolean): readonly number[] {
  const { moved, partner, renamed, suspects } = rows;
  if (suspects && !all) return suspects;
  const equality = new PlainEquality(a, b, columns);
  const found: number[] = [];
  for (let row = 0; row < partner.length; row += 1) {
    const other = partner[row] ?? -1;
    if (other < 0) continue;
    if (all || !equality.ofRows(a.rows[row], b.rows[other]) || moved.has(row) || renamed.has(row))
      found.push(row);
  }
  return found;
}

function rowValue(table: PlainTable, row: number): RowValue {
  const cells = table.cells(row);
  return Object.fromEntries(
    table.columns.flatMap(({ key }, index) => {
      const cell = cells[index] ?? '';
      return cell === '' ? [] : [[key, cell]];
    }),
  );
}

function loneRow(
  side: 'a' | 'b',
  table: PlainTable,
  { row, label, context }: { row: number; label: string; context: TableContext },
): RawChange {
  return {
    kind: side === 'a' ? 'row-removed' : 'row-added',
    address: { [side]: { ...tableAddress(side, table, context), rowIndex: row, row: label } },
    [side]: rowValue(table, row),
    sentences: [],
  };
}

function strayRow({ a, b }: Stray, context: TableContext): RawChange[] {
  const cells = new CellComparison(
    { a: a.table, b: b.table, columns: pairColumns(a.table, b.table), unique: false },
    context,
  );
  const at = { a: a.row, b: b.row };
  const across = !context.places.together(a.table.id, b.table.id);
  return [
    {
      kind: 'row-moved',
      address: cells.addresses(at),
      a: rowValue(a.table, a.row),
      b: rowValue(b.table, b.row),
      sentences: [],
      moved: true,
      ...(across ? { acrossSections: true as const } : {}),
    },
    ...cells.changes(at),
    ...cells.changesAlone(at),
  ];
}

interface MatchedOptions {
  readonly cells: CellComparison;
  readonly rows: RowMatches;
  readonly across: boolean;
}

function matchedRow(
  { a, b }: { a: PlainTable; b: PlainTable },
  at: { a: number; b: number },
  { cells, rows, across }: MatchedOptions,
): readonly RawChange[] {
  const renamed = rows.renamed.has(at.a);
  const moved = across || rows.moved.has(at.a);
  const changed = cells.changes(at, renamed);
  const all = [...changed, ...cells.changesAlone(at)];
  if (!renamed && !moved) return all;
  const whole = {
    address: cells.addresses(at),
    a: rowValue(a, at.a),
    b: rowValue(b, at.b),
    sentences: [],
    ...(moved ? { moved: true as const } : {}),
    ...(across ? { acrossSections: true as const } : {}),
  };
  if (!renamed) return [{ kind: 'row-moved', ...whole }, ...all];
  const equalCells = [cells.compared - 1 - changed.length, cells.compared] as const;
  return [{ kind: 'row-renamed', ...whole, equalCells }, ...all];
}
