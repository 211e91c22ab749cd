/** The cells of matched rows: which differ, and the change that each of them is. */
import type { Address, RawChange, SentencePair } from '../model/change.ts';
import type { Budget } from './budget.ts';
import { PlainEquality, type PlainTable } from './plain-table.ts';
import { RowLabels } from './row-labels.ts';
import { type TableContext, tableAddress } from './table-context.ts';
import { type ColumnMatch, nameColumn } from './table-pairs.ts';
import { compareTexts } from './texts.ts';

interface TablesOf {
  readonly a: PlainTable;
  readonly b: PlainTable;
  readonly columns: readonly ColumnMatch[];
  /** Whether no name stands twice on either side. */
  readonly unique: boolean;
}

/** Row indexes of either side. */
interface RowPair {
  readonly a: number;
  readonly b: number;
}

export class CellComparison {
  /** Columns that both tables have. */
  readonly compared: number;
  readonly #tables: TablesOf;
  readonly #shared: readonly { readonly a: number; readonly b: number }[];
  /** Those that only one has. */
  readonly #alone: readonly ColumnMatch[];
  readonly #equality: PlainEquality;
  /** The column of `b` that names its rows. */
  readonly #name: number;
  readonly #addresses: { readonly a: TableAddresses; readonly b: TableAddresses };
  readonly #budget: Budget;

  constructor(tables: TablesOf, context: TableContext) {
    const { a, b, columns, unique } = tables;
    this.#tables = tables;
    this.#shared = columns.flatMap((column) =>
      column.a === undefined || column.b === undefined ? [] : [{ a: column.a, b: column.b }],
    );
    this.#alone = columns.filter(isAlone);
    this.compared = this.#shared.length;
    this.#equality = new PlainEquality(a, b);
    this.#name = nameColumn(b);
    this.#addresses = {
      a: new TableAddresses('a', a, { unique, context }),
      b: new TableAddresses('b', b, { unique, context }),
    };
    this.#budget = context.budget;
  }

  addresses(at: RowPair): { a: Address; b: Address } {
    return { a: this.#addresses.a.row(at.a), b: this.#addresses.b.row(at.b) };
  }

  /** One change a cell that differs, in column order; `withoutName` leaves the name out. */
  changes(at: RowPair, withoutName = false): RawChange[] {
    const { a, b } = this.#tables;
    const cells = { a: a.rows[at.a]?.cells ?? [], b: b.rows[at.b]?.cells ?? [] };
    const changes: RawChange[] = [];
    for (const column of this.#shared) {
      if (withoutName && column.b === this.#name) continue;
      if (this.#equality.ofTexts(cells.a[column.a] ?? '', cells.b[column.b] ?? '')) continue;
      const texts = { a: a.cell(at.a, column.a), b: b.cell(at.b, column.b) };
      if (texts.a === texts.b) continue;
      const places = {
        a: this.#addresses.a.cell(at.a, column.a),
        b: this.#addresses.b.cell(at.b, column.b),
      };
      changes.push(new CellChange(places, texts, this.#budget));
    }
    return changes;
  }

  /** One change for what stands in a column that the other table lacks, so that each value is told and decided on. */
  changesAlone(at: RowPair): RawChange[] {
    const { a, b } = this.#tables;
    return this.#alone.flatMap((column) => {
      const texts = {
        a: column.a === undefined ? '' : a.cell(at.a, column.a),
        b: column.b === undefined ? '' : b.cell(at.b, column.b),
      };
      if (texts.a === texts.b) return [];
      const key = (column.a === undefined ? b.columns[column.b ?? 0] : a.columns[column.a])?.key ?? '';
      const places = {
        a: { ...this.#addresses.a.row(at.a), column: key },
        b: { ...this.#addresses.b.row(at.b), column: key },
      };
      return [new CellChange(places, texts, this.#budget)];
    });
  }
}

/** Whether only one of two tables has the column. */
export function isAlone({ a, b }: ColumnMatch): boolean {
  return a === undefined || b === undefined;
}

/** The addresses of rows, and of cells in them. */
class TableAddresses {
  readonly #labels: RowLabels;
  readonly #table: PlainTable;
  readonly #section: string | undefined;

  constructor(
    side: 'a' | 'b',
    table: PlainTable,
    { unique, context }: { unique: boolean; context: TableContext },
  ) {
    this.#labels = new RowLabels(table, unique);
    this.#table = table;
    this.#section = tableAddress(side, table, context).section;
  }

  // Written out: spreading costs as much as comparing a row, and there is one address for each changed cell.
  row(rowIndex: number): Address {
    const row = this.#labels.label(rowIndex);
    const { id: table } = this.#table;
    return this.#section === undefined
      ? { table, rowIndex, row }
      : { section: this.#section, table, rowIndex, row };
  }

  cell(rowIndex: number, at: number): Address {
    const row = this.#labels.label(rowIndex);
    const { id: table } = this.#table;
    const column = this.#table.columns[at]?.key ?? '';
    return this.#section === undefined
      ? { table, rowIndex, row, column }
      : { section: this.#section, table, rowIndex, row, column };
  }
}

/** The words of a cell are compared when they are first asked for: finding which cells changed needs none. */
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
