/** The rows of two tables while counterparts are looked for: what they are called and which are still free. */
import type { TextReader } from '../text/reader.ts';
import type { PlainTable } from './plain-table.ts';
import { nameColumn } from './table-pairs.ts';

/** Cookie names in a cell, in one order, folded only in quotes and spaces: a name is an atom. */
export function nameSet(cell: string): string {
  if (!/[\s,;|/\\*[<`]/.test(cell)) return cell;
  return cell
    .split(/[\s,;|]+|(?:^|\s)(?:et|and|or|ou|und|y|e)(?=\s|$)/u)
    .map((name) => name.replace(/^[*`]+|[`.]+$/g, ''))
    .filter((name) => name !== '')
    .sort()
    .join(' ');
}

export interface RowSide {
  readonly table: PlainTable;
  /** Index of the name column. */
  readonly at: number;
  /** Index of the provider column, −1 for none. */
  readonly providerAt: number;
}

export function readSide(table: PlainTable): RowSide {
  return {
    table,
    at: nameColumn(table),
    providerAt: table.columns.findIndex((column) => column.key === 'provider'),
  };
}

export function rawName({ table, at }: RowSide, row: number): string {
  return table.cell(row, at);
}

export function nameOf(side: RowSide, row: number): string {
  return nameSet(rawName(side, row));
}

export function providerOf({ table, providerAt }: RowSide, row: number): string {
  return table.cell(row, providerAt);
}

export interface RowWork {
  readonly reader: TextReader;
  readonly a: RowSide;
  readonly b: RowSide;
  readonly partner: Int32Array;
  readonly taken: Uint8Array;
}

export function take(work: RowWork, a: number, b: number): void {
  work.partner[a] = b;
  work.taken[b] = 1;
}

export function freeA({ partner }: RowWork): number[] {
  const free: number[] = [];
  for (let row = 0; row < partner.length; row += 1) if ((partner[row] ?? 0) < 0) free.push(row);
  return free;
}

export function freeB({ taken }: RowWork): number[] {
  const free: number[] = [];
  for (let row = 0; row < taken.length; row += 1) if (taken[row] === 0) free.push(row);
  return free;
}
