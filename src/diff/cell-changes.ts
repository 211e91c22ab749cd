/** The cells of matched rows: which differ, and the change that each of them is. */
import type { Address, RawChange, SentencePair } from '../model/change.ts';
import type { Budget } from './budget.ts';
import { type PlainTable, plainlyEqual } from './plain-table.ts';
import { labelRows } from './row-labels.ts';
import { type TableContext, tableAddress } from './table-context.ts';
import { type ColumnMatch, nameColumn } from './table-pairs.ts';
import { compareTexts } from './texts.ts';

interface TablesOf {
  readonly a: PlainTable;
  readonly b: PlainTable;
  readonly columns: readonly ColumnMatch[];
  /** Whether no name stands twice on either side. */
  readonly unique?: boolean;
}

/** Row indexes of either side. */
interface RowPair {
  readonly a: number;
  readonly b: number;
}

export interface CellComparison {
  /** Columns that both tables have. */
  readonly compared: number;
  readonly addresses: (at: RowPair) => { a: Address; b: Address };
  /** One change a cell that differs, in column order; `withoutName` leaves the name out. */
  readonly changes: (at: RowPair, withoutName?: boolean) => RawChange[];
}

export function compareCells(
  { a, b, columns, unique = false }: TablesOf,
  context: TableContext,
): CellComparison {
  const shared = columns.flatMap((column) =>
    column.a === undefined || column.b === undefined ? [] : [{ a: column.a, b: column.b }],
  );
  const equal = plainlyEqual(a, b);
  const name = nameColumn(b);
  const address = {
    a: addressesOf('a', a, { unique, context }),
    b: addressesOf('b', b, { unique, context }),
  };
  return {
    compared: shared.length,
    addresses: (at) => ({ a: address.a(at.a), b: address.b(at.b) }),
    changes: (at, withoutName = false) => {
      const changes: RawChange[] = [];
      for (const column of shared) {
        if (withoutName && column.b === name) continue;
        const published = [a.rows[at.a]?.cells[column.a] ?? '', b.rows[at.b]?.cells[column.b] ?? ''] as const;
        if (equal(...published)) continue;
        const texts = { a: a.cell(at.a, column.a), b: b.cell(at.b, column.b) };
        if (texts.a === texts.b) continue;
        const places = { a: address.a(at.a, column.a), b: address.b(at.b, column.b) };
        changes.push(cellChanged(places, texts, context.budget));
      }
      return changes;
    },
  };
}

/** The address of a row, or of a cell in it. */
function addressesOf(
  side: 'a' | 'b',
  table: PlainTable,
  { unique, context }: { unique: boolean; context: TableContext },
): (row: number, column?: number) => Address {
  const label = labelRows(table, unique);
  const { section } = tableAddress(side, table, context);
  const { id } = table;
  // Written out: spreading costs as much as comparing a row, and there is one address for each changed cell.
  return (rowIndex, at) => {
    const row = label(rowIndex);
    const column = at === undefined ? undefined : (table.columns[at]?.key ?? '');
    if (section === undefined)
      return column === undefined ? { table: id, rowIndex, row } : { table: id, rowIndex, row, column };
    return column === undefined
      ? { section, table: id, rowIndex, row }
      : { section, table: id, rowIndex, row, column };
  };
}

/** The words of a cell are compared when they are first asked for: finding which cells changed needs none. */
function cellChanged(
  address: { a: Address; b: Address },
  { a, b }: { a: string; b: string },
  budget: Budget,
): RawChange {
  return new CellChange(address, { a, b }, budget);
}

/** A class, as a getter on each object costs more than finding the cell. */
class CellChange implements RawChange {
  readonly kind = 'cell-changed';
  readonly address: { a: Address; b: Address };
  readonly a: string;
  readonly b: string;
  readonly #budget: Budget;
  #compared: readonly SentencePair[] | undefined;

  constructor(address: { a: Address; b: Address }, { a, b }: { a: string; b: string }, budget: Budget) {
    this.address = address;
    this.a = a;
    this.b = b;
    this.#budget = budget;
  }

  get sentences(): readonly SentencePair[] {
    this.#compared ??= compareTexts(
      this.a === '' ? [] : [this.a],
      this.b === '' ? [] : [this.b],
      this.#budget,
    );
    return this.#compared;
  }
}
