/** A cookie table with variables replaced by their names, cell by cell and only where one is asked for. */
import type { Column, CookieTable, InlineText, Row } from '../model/charter.ts';

/** How one side's variables are replaced. */
export interface Substitution {
  readonly apply: (text: string) => string;
  /** What is replaced, as a key: equal keys replace the same values. */
  readonly values: string;
  /** A text that holds none of these holds no value that is replaced. */
  readonly signs: readonly string[];
  /** A shorter text holds no value either. */
  readonly shortest: number;
}

export interface PlainTable {
  readonly id: string;
  readonly columns: readonly Column[];
  /** Number of rows. */
  readonly size: number;
  /** `''` for an empty cell, and for one that is not there. */
  readonly cell: (row: number, column: number) => InlineText;
  readonly cells: (row: number) => readonly InlineText[];
  /** As published. */
  readonly rows: readonly Row[];
  readonly substitution: Substitution;
}

export function plainTable({ id, columns, rows }: CookieTable, substitution: Substitution): PlainTable {
  const { apply, signs } = substitution;
  const plain = (text: string): string => (text.includes('{') || holdsAny(text, signs) ? apply(text) : text);
  return {
    id,
    columns: columns.map((column) =>
      column.head === undefined ? column : { ...column, head: apply(column.head) },
    ),
    size: rows.length,
    cell: (row, column) => plain(rows[row]?.cells[column] ?? ''),
    cells: (row) => (rows[row]?.cells ?? []).map(plain),
    rows,
    substitution,
  };
}

function holdsAny(text: string, signs: readonly string[]): boolean {
  for (let at = 0; at < signs.length; at += 1) if (text.includes(signs[at] ?? '')) return true;
  return false;
}

/**
 * Whether two published cells, one of each table, are plainly one text once variables are replaced. Asked of every
 * cell of a large table, so it is answered without replacing anything; `false` means that it is not known.
 */
export function plainlyEqual(a: PlainTable, b: PlainTable): (textA: string, textB: string) => boolean {
  const same = a.substitution.values === b.substitution.values;
  const signs = same ? [] : [...new Set([...a.substitution.signs, ...b.substitution.signs])];
  const shortest = Math.min(a.substitution.shortest, b.substitution.shortest);
  return (textA, textB) => textA === textB && (textA.length < shortest || !holdsAny(textA, signs));
}

/** False for rows whose cells are certainly equal in the columns of both: all that most rows of a table are asked. */
export function rowsMayDiffer(
  a: PlainTable,
  b: PlainTable,
  columns: readonly { readonly a?: number; readonly b?: number }[],
): (rowA: number, rowB: number) => boolean {
  const shared = columns.flatMap(({ a: atA, b: atB }) =>
    atA === undefined || atB === undefined ? [] : [{ a: atA, b: atB }],
  );
  const equal = plainlyEqual(a, b);
  return (rowA, rowB) => {
    const cellsA = a.rows[rowA]?.cells ?? [];
    const cellsB = b.rows[rowB]?.cells ?? [];
    for (let at = 0; at < shared.length; at += 1) {
      const column = shared[at];
      if (column && !equal(cellsA[column.a] ?? '', cellsB[column.b] ?? '')) return true;
    }
    return false;
  };
}
