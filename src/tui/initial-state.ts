/** The state that a session opens in: one comparison at its start, or the overview of several. */
import { openBoard } from './drift/board.ts';
import { openPortalAt } from './drift/findings.ts';
import { loadVisible } from './loading.ts';
import { showBlame } from './reducing/blaming.ts';
import { withBook } from './reducing/book-of-state.ts';
import { atStart, firstPlace } from './reducing/places.ts';
import { readOn, showHistory } from './reducing/versions.ts';
import { openQueue } from './review/queue.ts';
import type { ScreenName, Session, Settings, Terminal, UiState } from './state.ts';

export function initialState(session: Session, terminal: Terminal, settings: Settings): UiState {
  const state = withBook({
    session,
    terminal,
    settings,
    screens: [firstScreen(session)],
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
  if (session.kind === 'blame') return showBlame(state, session.charters?.[0] ?? '');
  if (session.kind === 'drift') return withDrift(state);
  if (session.review) return { ...state, queue: openQueue(session.review) };
  if (session.kind === 'history') return readOn(showHistory(state, session.charters ?? []));
  return loadVisible(state.book ? atStart(state, state.book) : state);
}

function firstScreen({ kind, entries }: Session): ScreenName {
  if (kind === 'history' || kind === 'blame' || kind === 'drift' || kind === 'review') return kind;
  return kind === 'diff' && entries.length === 1 ? 'text' : 'overview';
}

/** Who asks about one portal sees its findings at once; the matrix is below. */
function withDrift(state: UiState): UiState {
  const { drift, entries } = state.session;
  if (!drift) return state;
  const board = openBoard(drift);
  const [only, other] = entries;
  if (!only || other || !drift.partial) return { ...state, board };
  return { ...state, board: { ...board, open: openPortalAt(only.name) }, screens: ['drift', 'findings'] };
}
