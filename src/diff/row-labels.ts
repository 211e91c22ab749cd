/** What a row is called in an address: its cookie's name as published. */
import type { PlainTable } from './plain-table.ts';
import { nameColumn } from './table-pairs.ts';

/** `#n` from the second of a name on, unless names are known to be `unique`; a row without name goes by its place. */
export function labelRows(table: PlainTable | undefined, unique: boolean): (row: number) => string {
  if (!table) return String;
  const at = nameColumn(table);
  let ranks: number[] | undefined;
  return (row) => {
    const name = table.cell(row, at);
    if (name === '') return `#${row + 1}`;
    if (unique) return name;
    ranks ??= rankNames(table.rows.map((_, index) => table.cell(index, at)));
    return ranks[row] === 1 ? name : `${name}#${ranks[row]}`;
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
