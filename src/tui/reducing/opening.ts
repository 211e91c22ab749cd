/** Opening what is under the cursor, and going back. */
import type { Book } from '../book/book.ts';
import { changesOf } from '../book/items.ts';
import { entryAt, type Visible } from '../book/visible.ts';
import { currentChange, firstAt } from '../current.ts';
import { isInOutline, layoutOf } from '../layout.ts';
import { loadVisible } from '../loading.ts';
import type { ScreenName, Span, UiState } from '../state.ts';
import { shownView, withBook } from './book-of-state.ts';
import { narrowPortals, openFinding, openPortal } from './drifting.ts';
import { jumpToOutline } from './jumping.ts';
import { popScreen } from './leaving.ts';
import { atStart, firstPlace, goToItem } from './places.ts';
import { openItem, openReviewed } from './reviewing.ts';
import { unmark } from './versions.ts';
import { openOrigin, openVersion } from './visiting.ts';

export function open(state: UiState): UiState {
  if (isInOutline(state)) return jumpToOutline(state);
  const screen = state.screens.at(-1);
  if (screen === 'overview') return openEntry(state);
  if (screen === 'history') return openVersion(state);
  if (screen === 'blame') return openOrigin(state);
  if (screen === 'drift') return openPortal(state);
  if (screen === 'findings') return openFinding(state);
  if (screen === 'review') return openItem(state);
  if (screen === 'review-item') return openReviewed(state);
  const { book } = state;
  if (!book || (screen !== 'text' && screen !== 'table')) return state;
  const entry = entryAt(book[screen], state.position[screen].at);
  return entry ? openVisible(state, entry, book) : state;
}

/** The comparison under the cursor, at its start. */
function openEntry(state: UiState): UiState {
  const entry = Math.min(state.overview.at, state.session.entries.length - 1);
  if (entry < 0) return state;
  const { search: _search, swapping: _swapping, ...rest } = state;
  const found = state.session.entries[entry];
  if (found && !found.comparable) return { ...state, notice: { code: 'no-template' } };
  const opened: UiState = {
    ...rest,
    entry,
    swapped: false,
    reading: { ...state.reading, opened: [] },
    screens: [...state.screens, 'text'],
  };
  const ready = withBook(opened);
  return ready.book && shownView(ready) ? atStart(ready, ready.book) : loadVisible(ready);
}

function openVisible(state: UiState, entry: Visible, book: Book): UiState {
  if (entry.kind === 'fold') return openSpan(state, [entry.at, entry.to]);
  if (entry.kind === 'quiet') return openSpan(state, [entry.at + 1, entry.to]);
  const item = book.items[entry.at];
  if (item?.kind === 'versions') return openSpan(state, [entry.at, entry.at]);
  if (item?.kind === 'table') {
    const at = book.groups.find((group) => group.kind === 'table' && group.pair === item.pair)?.at;
    return at === undefined ? state : goToItem(state, firstChangeFrom(book, at));
  }
  const current = currentChange(state, book);
  if (!current || !changesOf(item).includes(current.change))
    return { ...state, notice: { code: 'no-change' } };
  const { position } = state;
  return {
    ...state,
    screens: [...state.screens, 'detail'],
    position: { ...position, detail: firstPlace, change: current.change },
  };
}

/** The first shown change of the group that begins here, else its heading. */
function firstChangeFrom(book: Book, at: number): number {
  const end = book.groups.find((group) => group.at > at)?.at ?? book.items.length;
  const found = book.shownAt[firstAt(book, at)] ?? end;
  return found < end ? found : at;
}

/** Shows folded items; nothing is done where they are shown already. */
export function openSpan(state: UiState, [from, to]: Span): UiState {
  const { reading } = state;
  if (reading.opened.some(([first, last]) => first <= from && to <= last)) return state;
  return withBook({ ...state, reading: { ...reading, opened: [...reading.opened, [from, to]] } });
}

export function back(state: UiState): UiState {
  if (layoutOf(state).outline === 'over' || isInOutline(state))
    return { ...state, focus: 'main', outline: { ...state.outline, over: false } };
  if (state.search) {
    const { search: _search, ...rest } = state;
    return rest;
  }
  if (state.screens.at(-1) === 'history' && state.timeline?.marked !== undefined) return unmark(state);
  if (state.screens.at(-1) === 'drift' && state.board?.wishes.query) return narrowPortals(state, '');
  if (state.screens.length <= 1) return { ...state, notice: { code: 'top' } };
  return loadVisible(popScreen(state));
}

export function showHelp(state: UiState): UiState {
  if (state.screens.at(-1) === 'help') return back(state);
  const screens: ScreenName[] = [...state.screens, 'help'];
  return { ...state, screens, help: firstPlace };
}
