/** Mostly a table keeps its rows: the same names, each once, in the same order; then one look at each row will do. */
import { NotedTexts } from './all-different.ts';
import { PlainEquality, type PlainTable } from './plain-table.ts';
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
  const others = columns.filter((column) => column.b !== at.b);
  const equality = new PlainEquality(a, b, others);
  const names = new NotedTexts(a.size);
  const suspects: number[] = [];
  for (let row = 0; row < a.size; row += 1) {
    const rowA = a.rows[row];
    const rowB = b.rows[row];
    const name = rowA?.cells[at.a] ?? '';
    if (name === '' || !equality.ofTexts(name, rowB?.cells[at.b] ?? '')) return undefined;
    names.note(name);
    if (!equality.ofRows(rowA, rowB)) suspects.push(row);
  }
  if (!names.areAllDifferent((row) => a.rows[row]?.cells[at.a] ?? '')) return undefined;
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
