/** Setting the reader's place: in the shown list, on an item of either screen, at the start of a comparison. */

import type { Book } from '../book/book.ts';
import { findVisible } from '../book/visible.ts';
import { comparisonScreen, firstAt } from '../current.ts';
import { findBlock, goTo } from '../pane.ts';
import type { Queue } from '../review/queue.ts';
import { mainPane } from '../screen.ts';
import type { Place, ScreenName, UiState } from '../state.ts';

export const firstPlace: Place = { at: 0, portion: 0, lead: 0 };
/** Rows shown above the first change when a comparison opens. */
const openingLead = 8;

/** Moves the place of the shown screen; the change is again the one under the cursor. */
export function setPlace(state: UiState, place: Place): UiState {
  const screen = state.screens.at(-1) ?? 'overview';
  if (screen === 'overview') return { ...state, overview: place };
  if (screen === 'help') return { ...state, help: place };
  if (screen === 'history')
    return state.timeline ? { ...state, timeline: { ...state.timeline, place } } : state;
  if (screen === 'detail') return { ...state, position: { ...state.position, detail: place } };
  if (screen === 'drift') return state.board ? { ...state, board: { ...state.board, place } } : state;
  if (screen === 'findings') return setFinding(state, place);
  if (screen === 'review') return setQueue(state, { place });
  if (screen === 'review-item') return setQueue(state, { detail: place });
  if (screen === 'blame') return state.origins ? { ...state, origins: { ...state.origins, place } } : state;
  const { change: _change, ...position } = state.position;
  return { ...state, position: { ...position, [screen]: place } };
}

function setQueue(state: UiState, places: Partial<Pick<Queue, 'place' | 'detail'>>): UiState {
  return state.queue ? { ...state, queue: { ...state.queue, ...places } } : state;
}

function setFinding(state: UiState, place: Place): UiState {
  const { board } = state;
  return board?.open ? { ...state, board: { ...board, open: { ...board.open, place } } } : state;
}

/** Puts the cursor on an item, on the screen where it stands; `change` is the one meant among those of a row. */
export function goToItem(state: UiState, at: number, change?: number): UiState {
  const { book } = state;
  if (!book) return state;
  const screen = at >= book.tablesAt ? 'table' : 'text';
  const shown = withScreen(state, screen);
  const under: UiState = { ...shown, screens: shown.screens.filter((name) => name !== 'detail') };
  const pane = mainPane(under);
  const heading = book.items[at]?.kind === 'heading';
  const index = findBlock(pane.blocks, at);
  const place = goTo(pane.blocks, pane.place, {
    height: pane.height,
    index,
    ...(heading ? { last: true } : {}),
  });
  const { change: _change, ...position } = shown.position;
  return {
    ...shown,
    position: { ...position, [screen]: place, ...(change === undefined ? {} : { change }) },
  };
}

const bases: readonly ScreenName[] = ['history', 'blame', 'findings', 'review-item'];

/** Text and table stand one over the other; detail stays over both. */
function withScreen(state: UiState, screen: 'text' | 'table'): UiState {
  if (comparisonScreen(state) === screen) return state;
  // What stands below the versions waits there as it was.
  const base = Math.max(...bases.map((name) => state.screens.lastIndexOf(name)));
  const rest = state.screens.filter((name, index) => name !== 'table' || index < base);
  if (screen === 'text') return { ...state, screens: rest };
  const at = rest.lastIndexOf('text') + 1;
  const screens: ScreenName[] = [...rest.slice(0, at), 'table', ...rest.slice(at)];
  return { ...state, screens };
}

/** The start of a comparison: the first change of the text, or that of the tables where the text has none. */
export function atStart(state: UiState, book: Book): UiState {
  const first = book.shown[0];
  const at = first === undefined ? 0 : (book.changeAt[first] ?? 0);
  const table = Math.min(book.tablesAt, Math.max(0, book.items.length - 1));
  const text = at < book.tablesAt ? at : tableItem(book);
  const inTable = firstAt(book, book.tablesAt);
  const change = book.shown[inTable];
  const isReading = state.screens.at(-1) === 'text';
  return {
    ...(isReading && at >= book.tablesAt && change !== undefined ? withScreen(state, 'table') : state),
    position: {
      text: { at: text, portion: 0, lead: openingLead },
      table: {
        at: change === undefined ? table : (book.changeAt[change] ?? table),
        portion: 0,
        lead: openingLead,
      },
      detail: firstPlace,
      column: 0,
    },
    outline: { ...state.outline, over: false, place: firstPlace },
    focus: 'main',
  };
}

/** The first table's place in the text that has a difference. */
function tableItem(book: Book): number {
  const at = book.items.findIndex(
    (item) => item.kind === 'table' && (book.view.diff.tables[item.pair]?.differing ?? 0) > 0,
  );
  return Math.max(0, at);
}

/** Index of the outline's entry in which the cursor stands. */
export function outlineIndex(state: UiState, book: Book): number {
  return findVisible(book.groups, state.position[comparisonScreen(state)].at);
}
