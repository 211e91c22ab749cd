/** What only the program can do, asked for as effects. */
import type { Change } from '../../model/change.ts';
import type { DiffView } from '../../present/diff-view.ts';
import type { Effect } from '../action.ts';
import { copyText } from '../copy.ts';
import { currentChange } from '../current.ts';
import type { UiState } from '../state.ts';

export function ask(state: UiState, effect: Effect): UiState {
  return { ...state, effects: [...state.effects, effect] };
}

export function copyChange(state: UiState): UiState {
  const current = state.book && currentChange(state, state.book);
  if (!state.book || !current) return { ...state, notice: { code: 'no-change' } };
  return ask(state, { kind: 'copy', text: copyText(current.change, state.book) });
}

/**
 * The file of `b` at the change's line, or that of `a` where only that one is a file of the work tree; the file alone
 * where no change is shown.
 */
export function editChange(state: UiState): UiState {
  if (!state.book) return { ...state, notice: { code: 'no-change' } };
  const { view } = state.book;
  const current = currentChange(state, state.book);
  const place = placeToEdit(current && view.diff.changes[current.change], view);
  return place ? ask(state, { kind: 'edit', ...place }) : { ...state, notice: { code: 'no-file' } };
}

function placeToEdit(
  change: Change | undefined,
  { diff }: DiffView,
): { file: string; line?: number } | undefined {
  const sides = (['b', 'a'] as const).filter((side) => diff[side].revision === undefined);
  for (const side of sides) {
    const { file, line } = change?.address[side] ?? {};
    if (file !== undefined) return { file, ...(line === undefined ? {} : { line }) };
  }
  const file = sides.map((side) => diff[side].file).find((one) => one !== undefined);
  return file === undefined ? undefined : { file };
}
