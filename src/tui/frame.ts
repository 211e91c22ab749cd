/** The view model: what the terminal shows of a state, at a cost that does not depend on the charter's length. */
import { tuiMessages } from '../messages/tui.ts';
import { sideName } from '../present/diff-view.ts';
import { truncate } from '../text/width.ts';
import type { Book } from './book/book.ts';
import type { Board } from './drift/board.ts';
import type { Frame, FrameLine } from './frame-types.ts';
import { isInOutline, isTooSmall, type Layout, layoutOf } from './layout.ts';
import { glimpse } from './pane.ts';
import { currentPair, gridFor, mainPane, outlinePane, type Pane } from './screen.ts';
import type { UiState } from './state.ts';
import type { Timeline } from './timeline/timeline.ts';
import { shownEntry } from './timeline/visit.ts';
import { drawingOf } from './view/drawing.ts';
import { footerLine } from './view/footer.ts';
import { gridHeads } from './view/grid.ts';
import { headerLines } from './view/header.ts';
import { blank, cut, dropCells, fill, flatRun, gutter, mergeRuns, run, wrap } from './view/lines.ts';
import { matrixHeads, matrixLegend, matrixTotals } from './view/matrix.ts';
import { outlineTitle } from './view/outline.ts';
import { overviewHeads } from './view/overview.ts';
import { previewLines } from './view/preview.ts';
import { queueHeads } from './view/review-queue.ts';
import { sideWidths } from './view/sides.ts';
import { barWidth } from './view/text.ts';

export function frame(state: UiState): Frame {
  const { columns, rows } = state.terminal;
  const height = Math.max(0, rows - 1);
  const lines = isTooSmall(state.terminal) ? tooSmall(state) : screenLines(state);
  const width = Math.max(0, columns);
  const fitted = Array.from({ length: height }, (_, row) => mergeRuns(cut(lines[row] ?? [], width)));
  return { columns, rows, lines: fitted };
}

function tooSmall({ terminal, settings }: UiState): FrameLine[] {
  const messages = tuiMessages[settings.language];
  const width = Math.max(1, terminal.columns);
  return [
    ...wrap([run(messages.tooSmall(terminal.columns, terminal.rows), 'strong')], width),
    ...wrap([run(messages.smallest(60, 15))], width),
  ];
}

function screenLines(state: UiState): FrameLine[] {
  const layout = layoutOf(state);
  const body = bodyLines(state, layout);
  const filled = Array.from({ length: layout.body }, (_, row) => body[row] ?? []);
  return [...headerLines(state), ...filled, footerLine(state)];
}

function bodyLines(state: UiState, layout: Layout): FrameLine[] {
  const { book, screens } = state;
  const screen = screens.at(-1) ?? 'overview';
  const needsBook = screen === 'text' || screen === 'table' || screen === 'detail';
  if (needsBook && !book) return waitingLines(state);
  const pane = mainPane(state);
  if (screen === 'history' && state.timeline) return historyLines(state, state.timeline, pane);
  if (screen === 'drift' && state.board) return matrixLines(state, state.board, pane);
  const main = [...headLines(state, layout), ...paneLines(pane, !isInOutline(state))];
  if (!book || layout.outline === 'none') return main;
  const outline = [
    outlineTitle(drawingOf(state, book)),
    ...paneLines(outlinePane(state, book), isInOutline(state)),
  ];
  return layout.outline === 'beside'
    ? withOutline(outline, main, layout)
    : overOutline(outline, main, layout);
}

/** The versions, and below them what the chosen one changed. */
function historyLines(state: UiState, timeline: Timeline, pane: Pane): FrameLine[] {
  const rows = paneLines(pane, true);
  if (pane.heads === 0) return rows;
  const rest = Array.from({ length: pane.height - rows.length }, (): FrameLine => []);
  return [...rows, ...rest, ...previewLines(state, timeline, pane.heads)];
}

/** Heads, rows, and at the bottom the sums and what the signs mean. */
function matrixLines(state: UiState, board: Board, pane: Pane): FrameLine[] {
  const rows = paneLines(pane, true);
  const rest = Array.from({ length: pane.height - rows.length }, (): FrameLine => []);
  const fixed = (line: FrameLine): FrameLine => [blank(barWidth), ...line];
  return [
    fixed(matrixHeads(state, board)),
    ...rows,
    fixed(matrixTotals(state, board)),
    ...rest,
    ...matrixLegend(state, board, pane.height).map(fixed),
  ];
}

function withOutline(outline: readonly FrameLine[], main: readonly FrameLine[], layout: Layout): FrameLine[] {
  return Array.from({ length: layout.body }, (_, row) => [
    ...fill(outline[row] ?? [], layout.outlineWidth),
    run('│', 'dim'),
    ...cut(main[row] ?? [], layout.main),
  ]);
}

/** Over the text, at its left; what it covers is cut away. */
function overOutline(outline: readonly FrameLine[], main: readonly FrameLine[], layout: Layout): FrameLine[] {
  const width = layout.outlineWidth;
  return Array.from({ length: layout.body }, (_, row) => {
    const line = outline[row];
    if (!line && row > outline.length) return main[row] ?? [];
    const under = dropCells(main[row] ?? [], width + 1);
    if (!line) return [run(`${'─'.repeat(width)}┘`, 'dim'), ...under];
    return [...fill(line, width), run('│', 'dim'), ...under];
  });
}

function waitingLines(state: UiState): FrameLine[] {
  const { settings, terminal } = state;
  const found = shownEntry(state);
  if (found?.failure !== undefined) {
    const lines = wrap([flatRun(found.failure, 'failure')], terminal.columns - gutter - barWidth);
    return [[], ...lines.map((line): FrameLine => [blank(gutter), ...line])];
  }
  return [[], [blank(gutter), run(tuiMessages[settings.language].loading, 'dim')]];
}

/** Rows of a list, with the cursor's bar before them. */
function paneLines({ blocks, place, height }: Pane, focused: boolean): FrameLine[] {
  const { spots, cursor } = glimpse(blocks, place, height);
  const own = spots[cursor]?.index;
  return spots.map(({ index, row }, at): FrameLine => {
    const line = blocks.rows(index)[row] ?? [];
    if (at === cursor) return [run(focused ? '▌' : '▏', 'cursor'), ...line];
    return [index === own ? run('▏', 'cursor-item') : blank(barWidth), ...line];
  });
}

/** What stands over the list and does not scroll. */
function headLines(state: UiState, layout: Layout): FrameLine[] {
  const { book, screens } = state;
  const screen = screens.at(-1) ?? 'overview';
  if (screen === 'overview') return [overviewHeads(state)];
  if (screen === 'review') return queueHeads(state);
  if (!book) return [];
  if (screen === 'text') return layout.split ? [sideHeads(book, layout)] : [];
  if (screen !== 'table' || layout.cards) return [];
  const grid = gridFor(state, drawingOf(state, book), currentPair(state, book));
  return grid ? [[blank(barWidth), ...gridHeads(grid)]] : [[]];
}

function sideHeads({ view: { diff } }: Book, layout: Layout): FrameLine {
  const widths = sideWidths(layout.main - barWidth - gutter);
  const [a, b] = [sideName(diff.a), sideName(diff.b)];
  const name = (text: string, width: number): FrameLine =>
    fill([flatRun(truncate(text, width), 'dim')], width);
  return [blank(barWidth + gutter), ...name(a, widths[0]), blank(3), ...name(b, widths[1])];
}
