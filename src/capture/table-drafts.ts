/** Turns the grids of a page into tables with understood columns; what cannot be settled is kept and warned about. */
import type { Column, InlineText, Template } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { columnOfHead, columnsOf, type Heads, isDataRow, isHeadRow } from './columns.ts';
import { couldBeNames, surelyNames } from './cookie-names.ts';
import type { GridPiece, GridRow, Log, Pair, PairsPiece, Piece, TextPiece } from './reading.ts';

/** A table on its way: `columns` is absent while no head is known. */
export interface TableDraft {
  readonly kind: 'table';
  readonly columns?: readonly Column[];
  readonly width: number;
  readonly rows: readonly GridRow[];
  readonly caption?: InlineText;
  readonly line: number;
}

const mostColumns = 64;

export type DraftPiece = TextPiece | PairsPiece | TableDraft;

export interface TableContext {
  readonly heads: Heads;
  readonly template: Template | undefined;
  /** Cookie names of the template's tables. */
  readonly names: ReadonlySet<string>;
  readonly log: Log;
}

/** Grids that only lay out the page come back as paragraphs, vertical records as pairs. */
export function draftTables(pieces: readonly Piece[], context: TableContext): DraftPiece[] {
  return pieces.flatMap((piece): DraftPiece[] => {
    if (piece.kind !== 'grid') return [piece];
    const rows = piece.rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')).map(narrow);
    const grid = { ...piece, rows, ...(piece.head === undefined ? {} : { head: narrow(piece.head) }) };
    return layout(grid) ?? vertical(grid, context) ?? draftOf(grid, context);
  });
}

/** What stands beyond the last column that a table may have is kept in that column. */
function narrow(row: GridRow): GridRow {
  if (row.cells.length <= mostColumns) return row;
  const rest = row.cells
    .slice(mostColumns - 1)
    .join(' ')
    .trim();
  return { cells: [...row.cells.slice(0, mostColumns - 1), rest], line: row.line };
}

/** A grid of one column, or of one cell, holds no table. */
function layout(grid: GridPiece): DraftPiece[] | undefined {
  const all = grid.head === undefined ? grid.rows : [grid.head, ...grid.rows];
  const width = widest(all);
  if (all.length > 0 && width > 1) return undefined;
  const caption = grid.caption === undefined ? [] : [paragraph(grid.caption, grid.line)];
  const cells = all.filter((row) => (row.cells[0] ?? '').trim() !== '');
  return [...caption, ...cells.map((row) => paragraph(row.cells[0] ?? '', row.line))];
}

function widest(rows: readonly GridRow[]): number {
  return rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
}

export function paragraph(text: InlineText, line: number): TextPiece {
  return { kind: 'text', role: 'paragraph', text, lines: text.split('\n'), line };
}

/** Two columns of which the first holds the heads: one record after the other. */
function vertical(grid: GridPiece, context: TableContext): DraftPiece[] | undefined {
  const rows = grid.head === undefined ? grid.rows : [grid.head, ...grid.rows];
  if (rows.length < 3 || rows.some((row) => row.cells.length > 2)) return undefined;
  const keys = rows.map((row) => columnOfHead(row.cells[0] ?? '', context.heads));
  const known = keys.filter((key) => key !== undefined);
  const values = rows.filter((row) => columnOfHead(row.cells[1] ?? '', context.heads) !== undefined);
  if (known.length * 5 < rows.length * 4 || !known.includes('name') || values.length > 0) return undefined;
  const pairs = rows.map(({ cells, line }): Pair => ({ head: cells[0] ?? '', value: cells[1] ?? '', line }));
  const caption = grid.caption === undefined ? [] : [paragraph(grid.caption, grid.line)];
  return [...caption, { kind: 'pairs', pairs, line: grid.line }];
}

function draftOf(grid: GridPiece, context: TableContext): DraftPiece[] {
  const settled = settleHead(grid, context);
  const { head, rows } = settled;
  const width = head?.cells.length ?? widest(rows);
  const wide = Math.max(width, widest(rows));
  const base = { kind: 'table', width: wide, rows, line: grid.line } as const;
  const title = grid.caption ?? settled.caption;
  const caption = title === undefined ? {} : { caption: title };
  if (head === undefined) return [{ ...base, ...caption }];
  const cells = [...head.cells, ...Array.from({ length: wide - head.cells.length }, () => '')];
  return [{ ...base, ...caption, columns: columnsOf(cells, context.heads) }];
}

/** The head that is marked, unless it is empty or holds data; else a first row whose cells are heads. */
function settleHead(given: GridPiece, context: TableContext): Settled {
  const { head } = given;
  const blank = head === undefined || head.cells.every((cell) => cell.trim() === '');
  if (!blank && !isDataRow(head.cells, context.heads)) return { head, rows: given.rows };
  if (!blank) {
    context.log.repairs.push({ rule: 'head-inferred', line: head.line, before: head.cells.join(' · ') });
    return { rows: [head, ...given.rows] };
  }
  const { rows, ...caption } = takeTitleRow(given, context);
  const [first, ...rest] = rows;
  if (first === undefined || !looksLikeHead(first, context)) return { rows, ...caption };
  if (head !== undefined) context.log.repairs.push({ rule: 'head-inferred', line: first.line });
  return { head: first, rows: rest, ...caption };
}

interface Settled {
  readonly head?: GridRow;
  readonly rows: readonly GridRow[];
  readonly caption?: InlineText;
}

/** A first row in which one cell alone says something is the title of the table, where that is strong or a head follows. */
function takeTitleRow({ rows, caption }: GridPiece, context: TableContext): Omit<Settled, 'head'> {
  const [first, second, ...rest] = rows;
  const filled = first?.cells.filter((cell) => cell.trim() !== '') ?? [];
  const title = filled[0];
  if (!second || filled.length !== 1 || title === undefined || caption !== undefined) return { rows };
  const below = rest.length > 0 && looksLikeHead(second, context);
  return below || isStrong(title) ? { rows: [second, ...rest], caption: title } : { rows };
}

function isStrong(cell: InlineText): boolean {
  return /^\*\*.+\*\*$/su.test(cell.trim());
}

/** Cells that name columns, or all of them strong while one names the cookies. */
function looksLikeHead({ cells }: GridRow, { heads }: TableContext): boolean {
  if (isHeadRow(cells, heads)) return true;
  return (
    cells.length >= 2 &&
    cells.every(isStrong) &&
    cells.some((cell) => columnOfHead(cell, heads) !== undefined)
  );
}

const durations =
  /^(?:session|persist|permanent|aucun|sitzung|sesi[oó]n|sessione|sessie)|\d\s*(?:mois|ans?|ann[ée]e|jour|heure|minute|seconde|month|year|day|hour|week|semaine|mins?\b|monat|jahr|tag|stunde|mes|a[ñn]o|d[ií]a|anno|anni|giorn|maand|jaar|dag)/i;

/** Columns of a table without head: by the template's equal cells, else by what the cells hold; the rest is numbered. */
export function inferColumns(draft: TableDraft, context: TableContext): Column[] {
  const column = (index: number): string[] =>
    draft.rows
      .slice(0, 200)
      .map((row) => row.cells[index] ?? '')
      .filter((cell) => cell.trim() !== '');
  const keys: (string | undefined)[] = templateKeys(draft, context);
  const take = (key: string, fits: (cells: readonly string[]) => boolean): void => {
    if (keys.includes(key)) return;
    const index = keys.findIndex(
      (taken, place) => taken === undefined && column(place).length > 0 && fits(column(place)),
    );
    if (index >= 0) keys[index] = key;
  };
  take('name', (cells) => cells.every((cell) => surelyNames(cell, context.names)));
  take(
    'name',
    (cells) =>
      cells.every(couldBeNames) &&
      cells.some((cell) => surelyNames(cell, context.names)) &&
      new Set(cells).size === cells.length,
  );
  take('duration', (cells) => cells.every((cell) => cell.length < 60 && durations.test(plainText(cell))));
  const longest = keys
    .map((key, index) => ({
      key,
      index,
      size: column(index).reduce((sum, cell) => sum + cell.length, 0) / (column(index).length || 1),
    }))
    .filter(({ key, size }) => key === undefined && size >= 20)
    .sort((a, b) => b.size - a.size)[0];
  if (longest !== undefined && keys.includes('name') && !keys.includes('purpose'))
    keys[longest.index] = 'purpose';
  return keys.map((key, index) => ({ key: key ?? `column-${index + 1}` }));
}

function templateKeys(draft: TableDraft, context: TableContext): (string | undefined)[] {
  const none = Array.from({ length: draft.width }, (): string | undefined => undefined);
  for (const table of context.template?.tables ?? []) {
    if (table.columns.length !== draft.width) continue;
    const name = table.columns.findIndex((column) => column.key === 'name');
    const rows = new Map(table.rows.map((row) => [plainText(row.cells[name] ?? ''), row.cells]));
    const agrees = draft.rows.some((row) => {
      const cells = rows.get(plainText(row.cells[name] ?? ''));
      return cells?.some(
        (cell, index) => index !== name && plainText(cell) === plainText(row.cells[index] ?? ''),
      );
    });
    if (agrees) return table.columns.map((column) => column.key);
  }
  return none;
}
