/** Keeps the book in step with what is compared and how its reader wants to see it. */
import type { DiffView } from '../../present/diff-view.ts';
import { bookOf } from '../book/book.ts';
import { needsMarks } from '../palette.ts';
import type { UiState } from '../state.ts';
import { shownEntry } from '../timeline/visit.ts';

/** The comparison to be shown, as far as it is there. */
export function shownView(state: UiState): DiffView | undefined {
  const found = shownEntry(state);
  return state.swapped ? found?.mirror : found?.view;
}

export function withBook(state: UiState): UiState {
  const view = shownView(state);
  if (!view) {
    if (!state.book) return state;
    const { book: _book, ...rest } = state;
    return rest;
  }
  const wishes = {
    reading: state.reading,
    language: state.settings.language,
    marks: needsMarks(state.settings),
  };
  const book = bookOf(view, wishes, state.book);
  return book === state.book ? state : { ...state, book };
}
