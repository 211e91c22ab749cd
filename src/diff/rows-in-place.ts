/** Mostly a table keeps its rows: the same names, each once, in the same order; then one look at each row will do. */
import type { CookieTable } from '../model/charter.ts';
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
  // The names are the same on both sides, so that what is known of one side holds for the other.
  const known = namedOnce.get(b.published) ?? namedOnce.get(a.published);
  const names = known === undefined ? new NotedTexts(a.size) : undefined;
  const suspects: number[] = [];
  for (let row = 0; row < a.size; row += 1) {
    const rowA = a.rows[row];
    const rowB = b.rows[row];
    const name = rowA?.cells[at.a] ?? '';
    if (name === '' || !equality.ofTexts(name, rowB?.cells[at.b] ?? '')) return undefined;
    names?.note(name);
    if (!equality.ofRows(rowA, rowB)) suspects.push(row);
  }
  const once = known ?? names?.areAllDifferent((row) => a.rows[row]?.cells[at.a] ?? '') ?? false;
  for (const { published } of [a, b]) namedOnce.set(published, once);
  if (!once) return undefined;
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

/** Kept as long as the table is: versions share most of their tables, and most of the others their names. */
const namedOnce = new WeakMap<CookieTable, boolean>();

/** Whether each row is known to have a name that no other row has. */
export function namesEachRowOnce(table: CookieTable): boolean {
  return namedOnce.get(table) === true;
}
