/** The state that a session opens in: one comparison at its start, or the overview of several. */
import { loadVisible } from './loading.ts';
import type { Place, Session, Settings, Terminal, UiState } from './state.ts';

export const firstPlace: Place = { at: 0, portion: 0, lead: 0 };

export function initialState(session: Session, terminal: Terminal, settings: Settings): UiState {
  const alone = session.kind === 'diff' && session.entries.length === 1;
  return loadVisible({
    session,
    terminal,
    settings,
    screens: [alone ? 'text' : 'overview'],
    entry: 0,
    swapped: false,
    position: { text: firstPlace, table: firstPlace, detail: firstPlace, column: 0 },
    overview: firstPlace,
    help: firstPlace,
    reading: { folded: true, context: 1, opened: new Set() },
    layout: 'auto',
    outline: { beside: true, over: false, place: firstPlace },
    focus: 'main',
    effects: [],
  });
}
