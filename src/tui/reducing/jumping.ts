/** From change to change and from section to section, over both screens of a comparison. */
import type { Book } from '../book/book.ts';
import { findVisible } from '../book/visible.ts';
import { comparisonScreen, currentChange, firstAt } from '../current.ts';
import { isInOutline } from '../layout.ts';
import { goTo } from '../pane.ts';
import { isReview } from '../review/screens.ts';
import { outlinePane } from '../screen.ts';
import type { UiState } from '../state.ts';
import { jumpToFinding } from './drifting.ts';
import { firstPlace, goToItem } from './places.ts';
import { jumpToItem } from './reviewing.ts';

export function jumpToChange(state: UiState, by: -1 | 1): UiState {
  if (state.screens.at(-1) === 'findings') return jumpToFinding(state, by);
  if (isReview(state)) return jumpToItem(state, by);
  const { book } = state;
  if (!book) return state;
  if (book.shown.length === 0) return { ...state, notice: { code: 'no-change' } };
  const rank = nextRank(state, book, by);
  const change = book.shown[rank];
  const at = change === undefined ? undefined : book.changeAt[change];
  if (change === undefined || at === undefined)
    return { ...state, notice: { code: by > 0 ? 'last-change' : 'first-change' } };
  const gone = goToItem({ ...state, focus: 'main' }, at, change);
  return { ...gone, position: { ...gone.position, detail: firstPlace } };
}

/** From a change to its neighbour; from elsewhere to the first one on that side. */
function nextRank(state: UiState, book: Book, by: -1 | 1): number {
  const at = state.position[comparisonScreen(state)].at;
  const current = currentChange(state, book);
  const isHere = current !== undefined && book.changeAt[current.change] === at;
  if (current && (isHere || state.screens.at(-1) === 'detail')) return current.rank + by;
  const next = firstAt(book, at);
  return by > 0 ? next : next - 1;
}

export function jumpToSection(state: UiState, by: -1 | 1): UiState {
  const { book } = state;
  if (!book) return state;
  if (isInOutline(state)) {
    const { blocks, place, height } = outlinePane(state, book);
    const next = goTo(blocks, place, { height, index: place.at + by });
    return { ...state, outline: { ...state.outline, place: next } };
  }
  const at = state.position[comparisonScreen(state)].at;
  const index = findVisible(book.groups, at);
  const here = book.groups[index];
  const target = book.groups[by < 0 && here && here.at < at ? index : index + by];
  return target ? goToItem(state, target.at) : state;
}

/** From the outline to the section chosen there. */
export function jumpToOutline(state: UiState): UiState {
  const { book } = state;
  const entry = book?.groups[state.outline.place.at];
  const closed: UiState = { ...state, focus: 'main', outline: { ...state.outline, over: false } };
  return entry ? goToItem(closed, entry.at) : closed;
}
