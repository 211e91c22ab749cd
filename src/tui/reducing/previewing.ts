/** Telling below the timeline what the version under the cursor changed: asked for one version at a time, the last one wins. */
import type { Action } from '../action.ts';
import { layoutOf, previewRows } from '../layout.ts';
import type { UiState } from '../state.ts';
import { type Preview, rowHere, type VersionRow } from '../timeline/timeline.ts';
import { ask } from './asking.ts';

/** Asks for the changes of the version under the cursor, unless they are there, or others are still awaited. */
export function askPreview(state: UiState): UiState {
  const { timeline, screens } = state;
  const row = rowHere(timeline);
  if (!timeline || !row || screens.at(-1) !== 'history' || !hasChanges(row)) return state;
  if (previewRows(layoutOf(state)) === 0) return state;
  const { preview } = timeline;
  if (preview?.asked || preview?.key === row.key) return state;
  const next: Preview = { key: row.key, asked: true };
  return ask({ ...state, timeline: { ...timeline, preview: next } }, { kind: 'preview', row });
}

function hasChanges({ summary }: VersionRow): boolean {
  return summary !== undefined && Object.values(summary).some((count) => count > 0);
}

/** What is not under the cursor any more makes room for what is. */
export function takePreview(
  state: UiState,
  action: Action & { type: 'previewed' | 'preview-failed' },
): UiState {
  const { timeline } = state;
  if (timeline?.preview?.key !== action.key) return state;
  const preview: Preview =
    action.type === 'previewed'
      ? { key: action.key, view: action.view }
      : { key: action.key, failure: action.message };
  return { ...state, timeline: { ...timeline, preview } };
}
