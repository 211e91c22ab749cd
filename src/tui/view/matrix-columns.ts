/** How the columns of the matrix share a line: whole heads where they fit, else cut ones, else as many as fit, scrolled. */
import { driftMessages } from '../../messages/drift.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { DriftCell } from '../../model/drift.ts';
import { fitHeads, shorten } from '../../present/drift-grid.ts';
import { cellText } from '../../present/drift-matrix.ts';
import { columnName, type DriftOptions } from '../../present/drift-view.ts';
import { displayWidth } from '../../text/width.ts';
import { type Board, viewOf } from '../drift/board.ts';
import type { UiState } from '../state.ts';

export interface MatrixColumns {
  /** Cells of the portal's name, and of the number at the end of the line. */
  readonly name: number;
  readonly end: number;
  /** Of all columns. */
  readonly widths: readonly number[];
  /** The names of all columns, as they fit, and whole. */
  readonly heads: readonly string[];
  readonly labels: readonly string[];
  /** First one in sight, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

export const gap = 2;
export const margin = 1;
/** Tells at the end of the heads how many columns follow. */
export const moreCells = 4;
/** After the name of a portal of whose template there is more to say. */
export const doubtMark = ' *';
const leastName = 12;
/** Heads are cut down to so much before columns are scrolled, and are no wider once they are. */
const leastHead = 5;
const scrolledHead = 12;

const zero = { variable: 0, typographic: 0, wording: 0, substantive: 0 };
export const emptyCell: DriftCell = {
  count: 0,
  counts: { agreed: zero, 'to-fix': zero, unexplained: zero, lapsed: zero, overdue: zero },
};

export function columnsOf(
  { terminal }: Pick<UiState, 'terminal'>,
  board: Board,
  options: DriftOptions,
): MatrixColumns {
  const { language } = options;
  const width = terminal.columns - 2 * margin;
  const name = nameWidth(board, width, options);
  const labels = viewOf(board).drift.matrix.columns.map((column) => columnName(column, language));
  const cells = widestCells(board, options);
  const roomBeside = (end: number): number => width - name - gap - end;
  const number = Math.max(2, String(board.unsettled).length);
  const ends = [displayWidth(driftMessages[language].heads.toSettle), number];
  // The head of the last column gives way before any other is out of sight.
  for (const end of ends) {
    const heads = fitHeads(labels, { cells, room: roomBeside(end), least: leastHead });
    if (heads)
      return { name, end, widths: widthsOf(heads, cells), labels, heads, from: 0, to: labels.length };
  }
  const room = roomBeside(number) - moreCells;
  const heads = labels.map((label) => shorten(label, scrolledHead));
  const widths = widthsOf(heads, cells);
  const from = Math.min(board.column, lastStart(widths, room));
  return { name, end: number, widths, labels, heads, from, to: endOf(widths, from, room) };
}

function widthsOf(heads: readonly string[], cells: readonly number[]): readonly number[] {
  return heads.map((head, at) => Math.max(displayWidth(head), cells[at] ?? 1));
}

function nameWidth(board: Board, width: number, { language }: DriftOptions): number {
  const { drift } = tuiMessages[language];
  const { alike } = driftMessages[language];
  const doubtful = (board.doubtful[board.chosen]?.size ?? 0) > 0;
  let longest = 0;
  for (const line of board.shown) {
    if (line.kind === 'clean') continue;
    const others = line.portals.length - 1;
    // Ids of portals are of narrow characters.
    const text = others === 0 ? line.row.portal : alike(line.row.portal, others);
    longest = Math.max(longest, text.length + (doubtful ? doubtMark.length : 0));
  }
  const total = displayWidth(drift.portals(board.count, viewOf(board).drift.portals.length));
  return Math.max(leastName, Math.min(Math.max(total, longest), Math.floor(width / 3)));
}

/** Of each column, over all lines; worked out once. */
function widestCells(board: Board, options: DriftOptions): readonly number[] {
  const known = board.widths.get(options.language);
  if (known) return known;
  const widths = board.totals.map((cell) => displayWidth(cellText(cell, options)));
  for (const line of board.shown) {
    if (line.kind === 'clean') continue;
    line.row.cells.forEach((cell, at) => {
      if (cell.count > 0) widths[at] = Math.max(widths[at] ?? 1, cellText(cell, options).length);
    });
  }
  board.widths.set(options.language, widths);
  return widths;
}

/** The index after the last column that fits, one at least. */
function endOf(widths: readonly number[], from: number, room: number): number {
  let used = 0;
  for (let at = from; at < widths.length; at += 1) {
    used += gap + (widths[at] ?? 1);
    if (used > room && at > from) return at;
  }
  return widths.length;
}

/** The first column from which all others fit. */
function lastStart(widths: readonly number[], room: number): number {
  let start = Math.max(0, widths.length - 1);
  while (start > 0 && endOf(widths, start - 1, room) === widths.length) start -= 1;
  return start;
}
