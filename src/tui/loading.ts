/** Which comparisons are asked for: those that the reader sees and that are not there yet. */
import type { Effect } from './action.ts';
import type { Entry, ScreenName, UiState } from './state.ts';

/** Adds a `load` for every entry in sight that can be compared and was not asked for. */
export function loadVisible(state: UiState): UiState {
  const { entries } = state.session;
  const wanted = visibleEntries(state).filter((index) => isMissing(entries[index]));
  if (wanted.length === 0) return state;
  const asked = new Set(wanted);
  const loads = wanted.map((entry): Effect => ({ kind: 'load', entry, swapped: false }));
  return {
    ...state,
    session: {
      ...state.session,
      entries: entries.map((entry, index): Entry => (asked.has(index) ? { ...entry, loading: true } : entry)),
    },
    effects: [...state.effects, ...loads],
  };
}

function isMissing(entry: Entry | undefined): boolean {
  return entry?.comparable === true && !entry.view && !entry.loading && entry.failure === undefined;
}

/** Screens on which no comparison is seen. */
const without: ReadonlySet<ScreenName> = new Set([
  'help',
  'history',
  'blame',
  'drift',
  'findings',
  'review',
  'review-item',
]);

function visibleEntries(state: UiState): number[] {
  const screen = state.screens.at(-1);
  if (without.has(screen ?? 'help') || state.visit) return [];
  if (screen !== 'overview') return state.session.entries.length > 0 ? [state.entry] : [];
  const { at, lead } = state.overview;
  const first = Math.max(0, at - lead);
  const last = Math.min(state.session.entries.length, first + state.terminal.rows);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}
