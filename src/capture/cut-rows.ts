/** Tells that the last row of a table of text is not whole: all other rows close, or are filled, and it is not. */
import { plainText } from '../text/inline.ts';
import { columnOfHead, foldHead, type Heads } from './columns.ts';
import type { DraftPiece, TableDraft } from './table-drafts.ts';

/** `lines` are those of the whole capture, in plain text or Markdown. */
export function stopsInRow(pieces: readonly DraftPiece[], lines: readonly string[], heads: Heads): boolean {
  let at = lines.length - 1;
  while (at > 0 && (lines[at] ?? '').trim() === '') at -= 1;
  const line = lines[at] ?? '';
  const last = pieces.at(-1);
  if (isUnclosed(line, lines, at)) return true;
  // Behind a line end, a row that is short may be short in the page.
  if (at < lines.length - 1 || last === undefined) return false;
  const above = lines[at - 1] ?? '';
  if (stopsInHead(line, above, heads)) return true;
  if (last.kind === 'table') return isShort(last, line) || beginsRow(line.trim(), last);
  return stopsInCells(pieces, above.trim() !== '');
}

/** The line opens with a pipe and does not close, where all others that open do. */
function isUnclosed(line: string, lines: readonly string[], at: number): boolean {
  if (!opens(line) || closes(line)) return false;
  const others = lines.slice(0, at).filter(opens);
  return others.length > 0 && others.every(closes);
}

function opens(line: string): boolean {
  return line.trimStart().startsWith('|');
}

function closes(line: string): boolean {
  return /(?:^|[^\\])\|\s*$/.test(line);
}

/** A row of heads of which only the last is none, or the rule below a row of tabs, which has no tab yet. */
function stopsInHead(line: string, above: string, heads: Heads): boolean {
  if (/^-+$/.test(line.trim()) && above.includes('\t')) return true;
  const cells = line.split(/[\t|]/).map((cell) => cell.trim());
  const known = cells.map((cell) => columnOfHead(cell, heads) !== undefined);
  const last = cells.at(-1) ?? '';
  return (
    !known.at(-1) &&
    last !== '' &&
    known.slice(0, -1).filter(Boolean).length > 0 &&
    known.slice(0, -1).every((head, index) => head || cells[index] === '') &&
    [...heads.keys()].some((head) => head.startsWith(foldHead(last)))
  );
}

/** A last row of fewer cells than all others, which have as many as the table has columns. */
function isShort({ rows, width, columns }: TableDraft, line: string): boolean {
  if (!/[\t|]/.test(line) || /\t *$/.test(line)) return false;
  const cells = line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(line.includes('\t') ? '\t' : /(?<!\\)\|/);
  const others = rows.slice(0, -1);
  const known = others.length + (columns === undefined ? 0 : 1);
  return (
    cells.length < width &&
    (rows.at(-1)?.cells.length ?? 0) < width &&
    known > 0 &&
    others.every((row) => row.cells.length === width)
  );
}

/**
 * Text under a table that begins like one of its rows: its first cell, or the beginning of it, right below the last
 * row; or some of its cells, one a paragraph.
 */
function stopsInCells(pieces: readonly DraftPiece[], below: boolean): boolean {
  const at = pieces.findLastIndex((piece) => piece.kind === 'table');
  const table = pieces[at];
  if (table?.kind !== 'table') return false;
  const texts = pieces
    .slice(at + 1)
    .map((piece) => (piece.kind === 'text' && piece.role !== 'item' ? plainText(piece.text).trim() : ''));
  const [first = ''] = texts;
  if (texts.length >= table.width || first.length < 3) return false;
  const known = table.rows.map((row) => plainText(row.cells[0] ?? '').trim());
  if (texts.length === 1)
    return known.some(
      (cell) => cell.startsWith(first) && (below || /^\p{L}/u.test(cell.slice(first.length))),
    );
  return known.includes(first) && texts.every((text) => text !== '' && !/[.!?…:;]$/.test(text));
}

/** The line is the first cell of a row, or the beginning of one. */
function beginsRow(line: string, table: TableDraft): boolean {
  return line.length > 2 && firstCells(table).some((cell) => cell === line || isBroken(line, cell));
}

function isBroken(text: string, cell: string): boolean {
  return cell.startsWith(text) && /^[\p{L}\p{N}_]/u.test(cell.slice(text.length));
}

function firstCells({ rows }: TableDraft): string[] {
  return rows.map((row) => plainText(row.cells[0] ?? '').trim());
}
