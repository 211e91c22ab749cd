/** The matrix of portals and sections: one line a portal, its cells marked as in the text, sums and signs below. */
import { driftMessages } from '../../messages/drift.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { DriftCell } from '../../model/drift.ts';
import { cellText, legendParts } from '../../present/drift-matrix.ts';
import { type DriftOptions, isOpen } from '../../present/drift-view.ts';
import { displayWidth } from '../../text/width.ts';
import { type Board, type BoardLine, isDoubtful, isUnsettled, viewOf } from '../drift/board.ts';
import { maskCell } from '../drift/board-lines.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { type Layout, layoutOf } from '../layout.ts';
import { needsMarks } from '../palette.ts';
import { type Blocks, glimpse, makeBlocks } from '../pane.ts';
import { markMatches } from '../search.ts';
import type { UiState } from '../state.ts';
import { blank, cells, cut, fill, flatRun, justify, run, wrap } from './lines.ts';
import {
  columnsOf,
  doubtMark,
  emptyCell,
  gap,
  type MatrixColumns,
  margin,
  moreCells,
} from './matrix-columns.ts';

/** Portals without drift that are named rather than counted, where there is room. */
const mostNamed = 20;
/** Rows from which on the legend has two. */
const roomForLegend = 16;

/** What the words that are shared with the text depend on. */
export function driftOptions({ settings, terminal }: UiState, board: Board, all: boolean): DriftOptions {
  return {
    language: settings.language,
    width: terminal.columns - margin,
    color: !needsMarks(settings),
    all,
    failOn: board.failOn,
    fails: (finding) => isUnsettled(finding, board),
    byChange: false,
    partial: board.partial,
  };
}

export function matrixBlocks(state: UiState, board: Board): Blocks {
  const { shown } = board;
  if (shown.length === 0) return notes(state, board);
  const options = driftOptions(state, board, false);
  const columns = columnsOf(state, board, options);
  return makeBlocks(
    shown.length,
    (index) => index,
    (index) => {
      const line = shown[index];
      const laying = { board, columns, options, current: index === board.place.at };
      return line ? [boardLine(line, laying)] : [];
    },
  );
}

function notes(state: UiState, board: Board): Blocks {
  const words = tuiMessages[state.settings.language].drift;
  const isEmpty = viewOf(board).drift.portals.length === 0;
  const rows = wrap([run(isEmpty ? words.none : words.hidden)], state.terminal.columns - 2 * margin);
  return makeBlocks(
    1,
    () => 0,
    () => rows.map((line) => [blank(margin), ...line]),
  );
}

interface Laying {
  readonly board: Board;
  readonly columns: MatrixColumns;
  readonly options: DriftOptions;
  readonly current: boolean;
}

function boardLine(line: BoardLine, { board, columns, options, current }: Laying): FrameLine {
  const messages = driftMessages[options.language];
  if (line.kind === 'clean') return cleanLine(line.portals, options);
  const { row, portals, unsettled } = line;
  const mark = portals.some((portal) => isDoubtful(board, portal)) ? doubtMark : '';
  const text = `${portals.length === 1 ? row.portal : messages.alike(row.portal, portals.length - 1)}${mark}`;
  const name = flatRun(text, current || unsettled > 0 ? 'strong' : undefined);
  return layLine(columns, {
    name: markMatches([name], board.wishes.query, current ? 'current' : 'other'),
    cells: (at) => cellRun(maskCell(row.cells[at] ?? emptyCell, board), options),
    end: run(unsettled === 0 ? '' : String(unsettled), 'strong'),
  });
}

function cleanLine(portals: readonly string[], { language, width = 0 }: DriftOptions): FrameLine {
  const messages = driftMessages[language];
  const named = [blank(margin), run(`· ${messages.cleanNamed(portals.slice(0, mostNamed))}`, 'dim')];
  if (portals.length <= mostNamed && cells(named) <= width) return named;
  return cut([blank(margin), run(`· ${messages.clean(portals.length)}`, 'dim')], width);
}

function cellRun(cell: DriftCell, options: DriftOptions): FrameRun {
  const { class: level, state } = cell;
  const style = level === undefined || state === undefined || !isOpen(state) ? 'dim' : level;
  return run(cellText(cell, options), style);
}

interface Parts {
  readonly name: FrameLine;
  readonly cells: (at: number) => FrameRun;
  readonly end: FrameRun;
  /** Columns that follow out of sight. */
  readonly more?: number;
}

function layLine(columns: MatrixColumns, parts: Parts): FrameLine {
  const { name, widths, from, to, end } = columns;
  const laid: FrameRun[] = [blank(margin), ...fill(parts.name, name)];
  for (let at = from; at < to; at += 1) laid.push(blank(gap), ...fill([parts.cells(at)], widths[at] ?? 1));
  const scrolled = from > 0 || to < widths.length;
  const more = parts.more ? [run(` ${parts.more}›`, 'key')] : [];
  if (scrolled) laid.push(...fill(more, moreCells));
  laid.push(blank(gap + end - displayWidth(parts.end.text)), parts.end);
  return laid;
}

/** Names of the columns, that which the rows are sorted by standing out, and at the edges how many are out of sight. */
export function matrixHeads(state: UiState, board: Board): FrameLine {
  const options = driftOptions(state, board, false);
  const columns = columnsOf(state, board, options);
  const { heads, name, end, from, to } = columns;
  const words = driftMessages[options.language].heads;
  const { order } = board.wishes;
  const before = from > 0 ? [run(`‹${from}`, 'key')] : [];
  const last = displayWidth(words.toSettle) <= end ? words.toSettle : '';
  return layLine(columns, {
    name: justify([run(words.portal, order === 'portal' ? 'strong' : 'dim')], before, { width: name }),
    cells: (at) => run(heads[at] ?? '', 'dim'),
    end: run(last, order === 'unsettled' ? 'strong' : 'dim'),
    more: heads.length - to,
  });
}

/** The sums under the rows, over what is shown. */
export function matrixTotals(state: UiState, board: Board): FrameLine {
  if (board.shown.length === 0) return [];
  const options = driftOptions(state, board, false);
  const { portals } = tuiMessages[options.language].drift;
  const { unsettled } = board;
  return layLine(columnsOf(state, board, options), {
    name: [run(portals(board.count, viewOf(board).drift.portals.length), 'dim')],
    cells: (at) => cellRun(board.totals[at] ?? emptyCell, options),
    end: run(String(unsettled), unsettled > 0 ? 'strong' : 'dim'),
  });
}

/** Lines that the legend takes. */
export function legendRows({ body }: Pick<Layout, 'body'>): number {
  return body < roomForLegend ? 1 : 2;
}

/** Explains the signs of the rows in sight, then the heads that are cut. */
export function matrixLegend(state: UiState, board: Board, height: number): FrameLine[] {
  const options = driftOptions(state, board, false);
  const { spots } = glimpse(matrixBlocks(state, board), board.place, height);
  const rows = spots.flatMap(({ index }) => {
    const line = board.shown[index];
    if (line?.kind !== 'portals') return [];
    const masked = line.row.cells.map((cell) => maskCell(cell, board));
    return [{ row: { ...line.row, cells: masked }, portals: line.portals }];
  });
  const signs = legendParts({ rows, more: [], clean: [] }, options);
  const doubts = rows.some(({ portals }) => portals.some((portal) => isDoubtful(board, portal)));
  const { doubtful } = tuiMessages[options.language].drift;
  const parts = doubts ? [...signs, `${doubtMark.trim()} ${doubtful}`] : signs;
  const { labels, heads, from, to } = columnsOf(state, board, options);
  const { head } = driftMessages[options.language].legend;
  const short = labels.flatMap((label, at) => {
    const shown = heads[at] ?? '';
    return at < from || at >= to || shown === label ? [] : [head(shown, label)];
  });
  const width = state.terminal.columns - 2 * margin;
  const most = legendRows(layoutOf(state));
  const one = cut([run([...parts, ...short].join('   '), 'dim')], width);
  // The signs first, the heads on a line of their own where all together is too long.
  const isWhole = displayWidth([...parts, ...short].join('   ')) <= width;
  const two = [parts, short].map((some) => cut([run(some.join('   '), 'dim')], width));
  const lines = isWhole || most < two.length ? [one] : two;
  return Array.from({ length: most }, (_, row): FrameLine => [blank(margin), ...(lines[row] ?? [])]);
}

/** How many columns stand further left and right of those in sight. */
export function columnsInSight(
  state: UiState,
  board: Board,
): { readonly before: number; readonly after: number } {
  const { widths, from, to } = columnsOf(state, board, driftOptions(state, board, false));
  return { before: from, after: widths.length - to };
}
