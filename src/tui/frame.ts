/** The view model: what the terminal shows of a state. */
import type { Frame } from './frame-types.ts';
import type { UiState } from './state.ts';

export function frame(state: UiState): Frame {
  const { columns, rows } = state.terminal;
  return { columns, rows, lines: Array.from({ length: Math.max(0, rows - 1) }, () => []) };
}
