/** The state that a session opens in: one comparison at its start, or the overview of several. */
import { loadVisible } from './loading.ts';
import { withBook } from './reducing/book-of-state.ts';
import { atStart, firstPlace } from './reducing/places.ts';
import type { Session, Settings, Terminal, UiState } from './state.ts';

export function initialState(session: Session, terminal: Terminal, settings: Settings): UiState {
  const alone = session.kind === 'diff' && session.entries.length === 1;
  const state = withBook({
    session,
    terminal,
    settings,
    screens: [alone ? 'text' : 'overview'],
    entry: 0,
    swapped: false,
    position: { text: firstPlace, table: firstPlace, detail: firstPlace, column: 0 },
    overview: firstPlace,
    help: firstPlace,
    reading: { folded: true, context: 0, opened: [] },
    layout: 'auto',
    outline: { beside: true, over: false, place: firstPlace },
    focus: 'main',
    effects: [],
  });
  return loadVisible(state.book ? atStart(state, state.book) : state);
}
