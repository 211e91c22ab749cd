/** What the program answers: comparisons made, or why not; files edited. */
import type { Action, Effect } from '../action.ts';
import { loadVisible } from '../loading.ts';
import type { Entry, UiState } from '../state.ts';
import { pairKey } from '../timeline/visit.ts';
import { withBook } from './book-of-state.ts';
import { toGoal } from './drifting.ts';
import { goToPiece } from './finding.ts';
import { atStart } from './places.ts';
import { flip } from './swapping.ts';

export function takeLoaded(state: UiState, action: Action & { type: 'loaded' }): UiState {
  const { entry, swapped, view } = action;
  const answered = mapEntry(state, entry, ({ loading: _loading, ...rest }) =>
    swapped ? { ...rest, mirror: view } : { ...rest, view },
  );
  if (entry !== state.entry || state.visit) return loadVisible(answered);
  return showLoaded(answered, swapped);
}

/** What is shown now is there: turned round where that was asked for, else at its start. */
function showLoaded(state: UiState, swapped: boolean): UiState {
  if (state.swapping && swapped !== state.swapped) return flip(withoutNotice(state));
  const ready = withBook(state);
  if (!ready.book || state.book) return loadVisible(ready);
  return loadVisible(toGoal(atStart(ready, ready.book)));
}

/** The answer for other versions than those that are shown now is worth nothing. */
export function takeCompared(
  state: UiState,
  { pair, swapped, view }: Action & { type: 'compared' },
): UiState {
  const { visit } = state;
  if (!visit || pairKey(visit.pair) !== pairKey(pair)) return state;
  const { loading: _loading, ...rest } = visit.entry;
  const entry = swapped ? { ...rest, mirror: view } : { ...rest, view };
  const shown = showLoaded({ ...state, visit: { ...visit, entry } }, swapped);
  return pair.goal && !state.book ? goToPiece(shown, pair.goal) : shown;
}

export function takeUncompared(state: UiState, action: Action & { type: 'compare-failed' }): UiState {
  const { visit } = state;
  const { pair, swapped, message } = action;
  if (!visit || pairKey(visit.pair) !== pairKey(pair)) return state;
  if (swapped) {
    const { swapping: _swapping, ...rest } = state;
    return { ...rest, notice: { code: 'message', text: message } };
  }
  const { loading: _loading, ...rest } = visit.entry;
  return { ...state, visit: { ...visit, entry: { ...rest, failure: message } } };
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

export function takeCopied(state: UiState, { done, what, of }: Action & { type: 'copied' }): UiState {
  if (!done) return { ...state, notice: { code: 'not-copied' } };
  if (of === 'command') return { ...state, notice: { code: 'command-copied' } };
  if (of === 'reference') return { ...state, notice: { code: 'reference-copied', value: what ?? '' } };
  return { ...state, notice: what === undefined ? { code: 'copied' } : { code: 'id-copied', value: what } };
}

const editFailures = {
  'no-editor': 'no-editor',
  'no-file': 'no-file',
  failed: 'editor-failed',
} as const;

/** What was edited is compared anew, the shown way round last; any other comparison may have the same file. */
export function takeEdited(state: UiState, { reason }: Action & { type: 'edited' }): UiState {
  if (reason !== undefined) return { ...state, notice: { code: editFailures[reason] } };
  // Of a request, what git has of it is reviewed.
  if (state.queue) return { ...state, notice: { code: 'edited-request' } };
  const { view, mirror } = state.session.entries[state.entry] ?? {};
  const ways = [...(view ? [false] : []), ...(mirror ? [true] : [])];
  const loads = ways
    .sort((one) => (one === state.swapped ? 1 : -1))
    .map((swapped): Effect => ({ kind: 'load', entry: state.entry, swapped }));
  const { visit } = state;
  const entries = state.session.entries.map((entry, index): Entry => {
    if (index === state.entry && !visit) return entry;
    const { view: _view, mirror: _mirror, failure: _failure, ...rest } = entry;
    return rest;
  });
  return {
    ...state,
    session: { ...state.session, entries },
    effects: [
      ...state.effects,
      ...(visit ? [{ kind: 'compare', pair: visit.pair, swapped: false } as const] : loads),
      ...(state.board ? [{ kind: 'drift' } as const] : []),
    ],
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
