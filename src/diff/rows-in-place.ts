/** Mostly a table keeps its rows: the same names, each once, in the same order; then one look at each row will do. */
import { allDifferent } from './all-different.ts';
import { type PlainTable, plainlyEqual, rowsMayDiffer } from './plain-table.ts';
import type { RowMatches } from './rows.ts';
import { type ColumnMatch, nameColumn } from './table-pairs.ts';

/** Undefined where the tables are not so. */
export function matchInPlace(
  a: PlainTable,
  b: PlainTable,
  columns: readonly ColumnMatch[],
): RowMatches | undefined {
  if (a.size !== b.size) return undefined;
  const at = { a: nameColumn(a), b: nameColumn(b) };
  const equal = plainlyEqual(a, b);
  const others = columns.filter((column) => column.b !== at.b);
  const differ = rowsMayDiffer(a, b, others);
  const names: string[] = [];
  const suspects: number[] = [];
  for (let row = 0; row < a.size; row += 1) {
    const name = a.rows[row]?.cells[at.a] ?? '';
    if (name === '' || !equal(name, b.rows[row]?.cells[at.b] ?? '')) return undefined;
    names.push(name);
    if (differ(row, row)) suspects.push(row);
  }
  if (!allDifferent(names)) return undefined;
  const partner = new Int32Array(a.size);
  for (let row = 0; row < a.size; row += 1) partner[row] = row;
  return {
    partner,
    renamed: new Set(),
    skipped: 0,
    moved: new Set(),
    onlyA: [],
    onlyB: [],
    duplicates: [],
    unique: true,
    suspects,
  };
}
