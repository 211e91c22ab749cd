/** The lists of each screen as they are laid out now: what the reducer moves in and the frame shows, so that both agree. */
import { diffMessages } from '../messages/diff.ts';
import { changeClasses, knownColumns } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { displayWidth } from '../text/width.ts';
import type { Book } from './book/book.ts';
import { groupAt } from './book/labels.ts';
import { findVisible } from './book/visible.ts';
import { currentChange } from './current.ts';
import { isInOutline, type Layout, layoutOf, previewRows } from './layout.ts';
import { type Blocks, makeBlocks } from './pane.ts';
import type { Place, UiState } from './state.ts';
import { detailBlocks } from './view/detail.ts';
import { type Drawing, drawingOf } from './view/drawing.ts';
import { findingBlocks } from './view/findings.ts';
import { type Grid, gridOf } from './view/grid.ts';
import { helpBlocks } from './view/help.ts';
import { gutter } from './view/lines.ts';
import { legendRows, matrixBlocks } from './view/matrix.ts';
import { originBlocks } from './view/origins.ts';
import { outlineBlocks } from './view/outline.ts';
import { overviewBlocks } from './view/overview.ts';
import { itemBlocks } from './view/review-item.ts';
import { queueBlocks, queueHeads } from './view/review-queue.ts';
import { tableBlocks, tableWidth } from './view/table.ts';
import { textBlocks } from './view/text.ts';
import { timelineBlocks } from './view/timeline.ts';

/** A list, the reader's place in it, and the rows in which it is shown. */
export interface Pane {
  readonly blocks: Blocks;
  readonly place: Place;
  readonly height: number;
  /** Rows above and below the list that do not scroll. */
  readonly heads: number;
}

const none: Blocks = makeBlocks(
  0,
  () => 0,
  () => [],
);

/** The list of the shown screen. */
export function mainPane(state: UiState): Pane {
  const layout = layoutOf(state);
  const heads = headRows(state, layout);
  return { ...listOf(state), height: Math.max(1, layout.body - heads), heads };
}

function listOf(state: UiState): Pick<Pane, 'blocks' | 'place'> {
  const { position, book, settings, terminal, timeline, origins, board, queue, overview } = state;
  switch (state.screens.at(-1) ?? 'overview') {
    case 'overview':
      return { blocks: overviewBlocks(state), place: overview };
    case 'help':
      return { blocks: helpBlocks(settings.language, terminal.columns - 2), place: state.help };
    case 'history':
      return timeline ? { blocks: timelineBlocks(state, timeline), place: timeline.place } : nothing(state);
    case 'blame':
      return origins ? { blocks: originBlocks(state, origins), place: origins.place } : nothing(state);
    case 'drift':
      return board ? { blocks: matrixBlocks(state, board), place: board.place } : nothing(state);
    case 'findings':
      return board?.open ? { blocks: findingBlocks(state, board), place: board.open.place } : nothing(state);
    case 'review':
      return queue ? { blocks: queueBlocks(state, queue), place: queue.place } : nothing(state);
    case 'review-item':
      return queue ? { blocks: itemBlocks(state, queue), place: queue.detail } : nothing(state);
    case 'text':
      return { blocks: book ? textBlocks(drawingOf(state, book)) : none, place: position.text };
    case 'table':
      return { blocks: book ? tableOf(state, book) : none, place: position.table };
    case 'detail': {
      const current = book && currentChange(state, book);
      const blocks = current ? detailBlocks(current.change, drawingOf(state, book)) : none;
      return { blocks, place: position.detail };
    }
  }
}

function nothing({ overview }: UiState): Pick<Pane, 'blocks' | 'place'> {
  return { blocks: none, place: overview };
}

function headRows(state: UiState, layout: Layout): number {
  const screen = state.screens.at(-1) ?? 'overview';
  if (screen === 'overview') return 1;
  if (screen === 'review') return queueHeads(state).length;
  // Heads above, sums below.
  if (screen === 'drift') return 2 + legendRows(layout);
  if (screen === 'history') return hasPreview(state) ? previewRows(layout) : 0;
  if (screen === 'text') return layout.split ? 1 : 0;
  return screen === 'table' && !layout.cards ? 1 : 0;
}

/** Whether there are versions to tell the changes of. */
export function hasPreview({ timeline }: Pick<UiState, 'timeline'>): boolean {
  return timeline?.failure === undefined && (timeline?.shown.length ?? 0) > 0 && timeline?.rows.length !== 0;
}

function tableOf(state: UiState, book: Book): Blocks {
  const drawing = drawingOf(state, book);
  return tableBlocks(drawing, (pair) => gridFor(state, drawing, pair), state.position.column);
}

/** The columns of one table; absent where rows are cards. */
export function gridFor(state: UiState, drawing: Drawing, pair: number): Grid | undefined {
  const widths = drawing.book.widths[pair];
  if (drawing.layout.cards || !widths) return undefined;
  const messages = diffMessages[state.settings.language];
  const tags = changeClasses.map((level) => (level === 'variable' ? 0 : displayWidth(messages.tag[level])));
  return gridOf(widths, {
    width: tableWidth(drawing) - gutter,
    first: state.position.column,
    tag: drawing.book.shown.length > 0 ? Math.max(...tags) : 0,
    headOf: (key, head) => {
      const known = knownColumns.find((one) => one === key);
      return head === undefined
        ? known
          ? messages.columns[known]
          : key
        : plainText(head).replace(/\s+/g, ' ');
    },
  });
}

/** The table in which the cursor stands. */
export function currentPair({ position }: Pick<UiState, 'position'>, book: Book): number {
  const group = groupAt(book, position.table.at);
  return group?.kind === 'table' ? group.pair : 0;
}

/** Where it has not the focus, it follows the reader. */
export function outlinePane(state: UiState, book: Book): Pane {
  const height = Math.max(1, layoutOf(state).body - 1);
  const drawing = drawingOf(state, book);
  const here = { at: findVisible(book.groups, drawing.cursor), portion: 0, lead: Math.floor(height / 2) };
  const place = isInOutline(state) ? state.outline.place : here;
  return { blocks: outlineBlocks(drawing), place, height, heads: 1 };
}
