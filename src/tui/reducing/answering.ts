/** What the program answers: comparisons made, or why not; files edited. */
import type { Action, Effect } from '../action.ts';
import { loadVisible } from '../loading.ts';
import type { Entry, UiState } from '../state.ts';
import { withBook } from './book-of-state.ts';
import { atStart } from './places.ts';
import { flip } from './swapping.ts';

export function takeLoaded(state: UiState, action: Action & { type: 'loaded' }): UiState {
  const { entry, swapped, view } = action;
  const answered = mapEntry(state, entry, ({ loading: _loading, ...rest }) =>
    swapped ? { ...rest, mirror: view } : { ...rest, view },
  );
  if (entry !== state.entry) return loadVisible(answered);
  if (state.swapping && swapped !== state.swapped) return flip(withoutNotice(answered));
  const ready = withBook(answered);
  return ready.book && !state.book ? loadVisible(atStart(ready, ready.book)) : loadVisible(ready);
}

export function takeFailure(state: UiState, action: Action & { type: 'load-failed' }): UiState {
  const { entry, swapped, message } = action;
  // A comparison that was there before, as of a file that was edited since, stays.
  if (swapped || state.session.entries[entry]?.view) {
    const { swapping: _swapping, ...rest } = state;
    return { ...rest, notice: { code: 'message', text: message } };
  }
  return mapEntry(state, entry, ({ loading: _loading, ...rest }) => ({ ...rest, failure: message }));
}

const editFailures = {
  'no-editor': 'no-editor',
  'no-file': 'no-file',
  failed: 'editor-failed',
} as const;

/** What was edited is compared anew, the shown way round last; any other comparison may have the same file. */
export function takeEdited(state: UiState, { reason }: Action & { type: 'edited' }): UiState {
  if (reason !== undefined) return { ...state, notice: { code: editFailures[reason] } };
  const { view, mirror } = state.session.entries[state.entry] ?? {};
  const ways = [...(view ? [false] : []), ...(mirror ? [true] : [])];
  const loads = ways
    .sort((one) => (one === state.swapped ? 1 : -1))
    .map((swapped): Effect => ({ kind: 'load', entry: state.entry, swapped }));
  const entries = state.session.entries.map((entry, index): Entry => {
    if (index === state.entry) return entry;
    const { view: _view, mirror: _mirror, failure: _failure, ...rest } = entry;
    return rest;
  });
  return {
    ...state,
    session: { ...state.session, entries },
    effects: [...state.effects, ...loads],
  };
}

function withoutNotice(state: UiState): UiState {
  const { notice: _notice, ...rest } = state;
  return rest;
}

function mapEntry(state: UiState, index: number, change: (entry: Entry) => Entry): UiState {
  const entries = state.session.entries.map((entry, at) => (at === index ? change(entry) : entry));
  return { ...state, session: { ...state.session, entries } };
}
