/** What the filters of all screens do alike: one mark more or less, and the cursor on the box that was meant. */
import type { UiState } from '../state.ts';

export function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** As long as the filter is open. */
export function chooseBox(state: UiState, chosen: number): UiState {
  return state.prompt?.kind === 'filter' ? { ...state, prompt: { kind: 'filter', chosen } } : state;
}
