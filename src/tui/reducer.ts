/** The one way from state to state: pure, total, and never throwing whatever comes in whatever order. */
import type { Action, Effect } from './action.ts';
import type { UiState } from './state.ts';

export function reduce(state: UiState, action: Action): UiState {
  const clean: UiState = state.effects.length === 0 ? state : { ...state, effects: [] };
  switch (action.type) {
    case 'quit':
      return withEffect(clean, { kind: 'quit', interrupted: false });
    case 'interrupt':
      return withEffect(clean, { kind: 'quit', interrupted: true });
    case 'suspend':
      return withEffect(clean, { kind: 'suspend' });
    case 'resize':
      return { ...clean, terminal: { columns: action.columns, rows: action.rows } };
    default:
      return clean;
  }
}

function withEffect(state: UiState, effect: Effect): UiState {
  return { ...state, effects: [...state.effects, effect] };
}
