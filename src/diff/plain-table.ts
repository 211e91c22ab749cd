/** A cookie table with variables replaced by their names, cell by cell and only where one is asked for. */
import type { Column, CookieTable, InlineText, Row } from '../model/charter.ts';

/** What a text holds, as it is or in small letters, that a value is replaced in. */
export interface Needle {
  readonly text: string;
  readonly small: boolean;
}

/** How one side's variables are replaced. */
export interface Substitution {
  readonly apply: (text: string) => string;
  /** A text that holds none of these holds no value that is replaced. */
  readonly needles: readonly Needle[];
  /** What is replaced, as a key: equal keys replace the same values. */
  readonly values: string;
  /** The same, shorter and for texts that are read once. */
  readonly signs: readonly string[];
  /** A shorter text holds no value either. */
  readonly shortest: number;
}

/** A class, as are the others that are asked of each row: functions made anew for a comparison are compiled anew. */
export class PlainTable {
  readonly id: string;
  readonly published: CookieTable;
  /** As published. */
  readonly rows: readonly Row[];
  readonly substitution: Substitution;
  #columns: readonly Column[] | undefined;

  constructor(table: CookieTable, substitution: Substitution) {
    this.id = table.id;
    this.published = table;
    this.rows = table.rows;
    this.substitution = substitution;
  }

  get columns(): readonly Column[] {
    this.#columns ??= plainColumns(this.published.columns, this.substitution);
    return this.#columns;
  }

  /** Whether nothing is replaced in it; `false` means that it is not known. */
  isAsPublished(): boolean {
    const text = textOf(this.published);
    return !text.plain.includes('{{') && !holdsNeedle(text.plain, text.small, this.substitution.needles);
  }

  /** Number of rows. */
  get size(): number {
    return this.rows.length;
  }

  /** `''` for an empty cell, and for one that is not there. */
  cell(row: number, column: number): InlineText {
    return this.#plain(this.rows[row]?.cells[column] ?? '');
  }

  cells(row: number): readonly InlineText[] {
    return (this.rows[row]?.cells ?? []).map((text) => this.#plain(text));
  }

  #plain(text: string): string {
    const { apply, signs } = this.substitution;
    return text.includes('{') || holdsAny(text, signs) ? apply(text) : text;
  }
}

/** Kept as long as the table is: portals that say the same share it. */
const texts = new WeakMap<CookieTable, { readonly plain: string; readonly small: string }>();

function textOf(table: CookieTable): { readonly plain: string; readonly small: string } {
  const known = texts.get(table);
  if (known) return known;
  const heads = table.columns.map(({ head = '' }) => head);
  const plain = [table.caption ?? '', ...heads, ...table.rows.flatMap(({ cells }) => cells)].join('\n');
  const made = { plain, small: plain.toLowerCase() };
  texts.set(table, made);
  return made;
}

/** Whether a text, given in small letters too, holds any of them. */
export function holdsNeedle(text: string, small: string, needles: readonly Needle[]): boolean {
  return needles.some((needle) => (needle.small ? small : text).includes(needle.text));
}

interface PlainColumns {
  readonly values: string;
  readonly plain: readonly Column[];
}

/** Versions of a table share their columns: what was made of them is kept as long as they are. */
const knownColumns = new WeakMap<readonly Column[], PlainColumns>();

function plainColumns(columns: readonly Column[], { apply, values }: Substitution): readonly Column[] {
  const known = knownColumns.get(columns);
  if (known?.values === values) return known.plain;
  const plain = columns.map((column) =>
    column.head === undefined ? column : { ...column, head: apply(column.head) },
  );
  knownColumns.set(columns, { values, plain });
  return plain;
}

function holdsAny(text: string, signs: readonly string[]): boolean {
  for (let at = 0; at < signs.length; at += 1) if (text.includes(signs[at] ?? '')) return true;
  return false;
}

/**
 * Tells of published cells and rows, one of each table, whether they are plainly the same once variables are replaced.
 * Asked of every cell of a large table, so it is answered without replacing anything.
 */
export class PlainEquality {
  readonly #a: readonly number[];
  readonly #b: readonly number[];
  readonly #aligned: boolean;
  readonly #signs: readonly string[];
  readonly #shortest: number;

  /** Rows are compared in these columns, where both tables have them. */
  constructor(
    a: PlainTable,
    b: PlainTable,
    columns: readonly { readonly a?: number; readonly b?: number }[] = [],
  ) {
    const shared = columns.flatMap(({ a: x, b: y }) =>
      x === undefined || y === undefined ? [] : [{ x, y }],
    );
    this.#a = shared.map(({ x }) => x);
    this.#b = shared.map(({ y }) => y);
    this.#aligned = shared.every(({ x, y }) => x === y);
    const same = a.substitution.values === b.substitution.values;
    this.#signs = same ? [] : [...new Set([...a.substitution.signs, ...b.substitution.signs])];
    this.#shortest = Math.min(a.substitution.shortest, b.substitution.shortest);
  }

  /** `false` means that it is not known. */
  ofTexts(a: string, b: string): boolean {
    return a === b && (a.length < this.#shortest || !holdsAny(a, this.#signs));
  }

  /** As `ofTexts`, of all cells in the columns; a row that is one object on both sides is read once. */
  ofRows(a: Row | undefined, b: Row | undefined): boolean {
    if (a === undefined || b === undefined) return false;
    if (a === b && this.#aligned && this.#signs.length === 0) return true;
    for (let at = 0; at < this.#a.length; at += 1)
      if (!this.ofTexts(a.cells[this.#a[at] ?? 0] ?? '', b.cells[this.#b[at] ?? 0] ?? '')) return false;
    return true;
  }
}
