/** Leaving a screen: to the one below, or to one further below, with what was shown there. */
import type { ScreenName, UiState } from '../state.ts';
import { withBook } from './book-of-state.ts';

export function popScreen(state: UiState): UiState {
  const screens = state.screens.slice(0, -1);
  const { visit } = state;
  return visit && screens.length <= visit.beneath.screens.length ? leaveVisit(state) : { ...state, screens };
}

/** Unchanged where no such screen is open. */
export function popTo(state: UiState, wanted: ScreenName): UiState {
  if (!state.screens.includes(wanted)) return state;
  let next = state;
  while (next.screens.at(-1) !== wanted && next.screens.length > 1) next = popScreen(next);
  return next;
}

/** What was compared before the versions were. */
function leaveVisit(state: UiState): UiState {
  const { visit, book: _book, search: _search, swapping: _swapping, ...rest } = state;
  if (!visit) return state;
  const { opened, ...beneath } = visit.beneath;
  return withBook({ ...rest, ...beneath, reading: { ...state.reading, opened }, focus: 'main' });
}
