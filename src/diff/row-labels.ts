/** What a row is called in an address: its cookie's name as published. */
import type { PlainTable } from './plain-table.ts';
import { nameColumn } from './table-pairs.ts';

export class RowLabels {
  readonly #table: PlainTable;
  readonly #name: number;
  readonly #unique: boolean;
  #ranks: readonly number[] | undefined;

  /** `unique` where no name is known to stand twice. */
  constructor(table: PlainTable, unique: boolean) {
    this.#table = table;
    this.#name = nameColumn(table);
    this.#unique = unique;
  }

  /** `#n` from the second of a name on; a row without name goes by its place. */
  label(row: number): string {
    const name = this.#table.cell(row, this.#name);
    if (name === '') return `#${row + 1}`;
    if (this.#unique) return name;
    this.#ranks ??= rankNames(this.#table.rows.map((_, index) => this.#table.cell(index, this.#name)));
    return this.#ranks[row] === 1 ? name : `${name}#${this.#ranks[row]}`;
  }
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
