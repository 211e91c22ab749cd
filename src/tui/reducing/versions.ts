/** The timeline: opening it, taking what was read, reading on, marking, and showing more or less of it. */
import type { Action } from '../action.ts';
import { goTo, goToEnd } from '../pane.ts';
import { mainPane } from '../screen.ts';
import type { ScreenName, UiState } from '../state.ts';
import {
  emptyTimeline,
  indexHere,
  rowHere,
  type Timeline,
  type VersionRow,
  withShown,
} from '../timeline/timeline.ts';
import { ask } from './asking.ts';
import { portalOfDrift } from './drifting.ts';
import { popTo } from './leaving.ts';

/** The versions of the charter that the reader is at; of all where `all`. */
export function openHistory(state: UiState, all: boolean): UiState {
  const charter = all ? undefined : charterHere(state);
  const charters = charter === undefined ? [] : [charter];
  if (!all && charter === undefined) return { ...state, notice: { code: 'no-charter' } };
  const { search: _search, ...rest } = popTo(state, 'history');
  const isThere = rest.screens.at(-1) === 'history';
  const screens: readonly ScreenName[] = isThere ? rest.screens : [...rest.screens, 'history'];
  return showHistory({ ...rest, screens, focus: 'main' }, charters);
}

/** Reads it anew, unless it is the one that was shown last. */
export function showHistory(state: UiState, charters: readonly string[]): UiState {
  const { timeline } = state;
  const isSame = timeline?.charters.join(' ') === charters.join(' ') && timeline.failure === undefined;
  if (isSame) return state;
  return { ...state, timeline: emptyTimeline(charters, (timeline?.serial ?? 0) + 1, timeline?.classes) };
}

/** The charter that the reader is at. */
export function charterHere(state: UiState): string | undefined {
  const { session, overview, book, timeline, origins } = state;
  switch (state.screens.at(-1)) {
    case 'history':
      return rowHere(timeline)?.charter;
    case 'blame':
      return origins?.charter.replace(/@.*/s, '');
    case 'drift':
    case 'findings':
      return portalOfDrift(state);
    case 'overview': {
      const entry = session.entries[overview.at];
      return session.kind === 'charters' ? entry?.name : entry?.view && charterOf(entry.view.diff);
    }
    default:
      return book && charterOf(book.view.diff);
  }
}

/** The later side; of a template and a charter the charter. */
function charterOf({ a, b }: NonNullable<UiState['book']>['view']['diff']): string {
  return b.charter.startsWith('template:') ? a.charter : b.charter;
}

export function takeVersions(state: UiState, action: Action & { type: 'versions' }): UiState {
  const { timeline } = state;
  if (timeline?.serial !== action.serial) return state;
  const rows = [...timeline.rows, ...action.rows];
  const { done, shallow, looked } = action;
  const next = withShown({ ...timeline, rows, shallow, looked, state: done ? 'done' : 'more' });
  return keepInSight({ ...state, timeline: atFirstRow(next, timeline) });
}

/** A timeline opens on its first version, not on a line that stands over it. */
function atFirstRow(timeline: Timeline, before: Timeline): Timeline {
  if (before.rows.length > 0 || timeline.rows.length === 0) return timeline;
  const lead = Math.max(
    0,
    timeline.shown.findIndex(({ kind }) => kind === 'row'),
  );
  return { ...timeline, place: { at: timeline.shown[lead]?.at ?? 0, portion: 0, lead } };
}

export function takeUnread(
  state: UiState,
  { serial, message }: Action & { type: 'versions-failed' },
): UiState {
  const { timeline } = state;
  if (timeline?.serial !== serial) return state;
  return { ...state, timeline: withShown({ ...timeline, state: 'done', failure: message }) };
}

/** Asks for further versions where the reader comes near to the last that are there. */
export function readOn(state: UiState): UiState {
  const { timeline, screens, terminal } = state;
  if (timeline?.state !== 'more' || !screens.includes('history')) return state;
  const below = timeline.shown.length - indexHere(timeline);
  if (timeline.towards === undefined && below > terminal.rows) return state;
  const { serial, charters } = timeline;
  return ask(
    { ...state, timeline: { ...timeline, state: 'reading' } },
    { kind: 'versions', serial, charters },
  );
}

export function markVersion(state: UiState): UiState {
  const { timeline } = state;
  const here = rowHere(timeline);
  if (!timeline || !here) return { ...state, notice: { code: 'no-version' } };
  const { marked, ...rest } = timeline;
  if (marked === here.key) return { ...state, timeline: rest, notice: { code: 'unmarked' } };
  return { ...state, timeline: { ...rest, marked: here.key }, notice: { code: 'marked' } };
}

export function unmark(state: UiState): UiState {
  if (!state.timeline) return state;
  const { marked: _marked, ...timeline } = state.timeline;
  return { ...state, timeline, notice: { code: 'unmarked' } };
}

export function copyCommit(state: UiState): UiState {
  const here = rowHere(state.timeline);
  if (!here) return { ...state, notice: { code: 'no-version' } };
  const id = here.version?.commit.id;
  if (id === undefined) return { ...state, notice: { code: 'no-commit' } };
  return ask(state, { kind: 'copy', text: id, what: id.slice(0, shownDigits) });
}

const shownDigits = 8;

/** Folds again what was unfolded, or unfolds all. */
export function foldVersions(state: UiState): UiState {
  const { timeline } = state;
  if (!timeline) return state;
  return reshow(state, { ...timeline, folded: !timeline.folded, opened: new Set() });
}

export function unfoldRun(state: UiState, first: VersionRow['key']): UiState {
  const { timeline } = state;
  if (!timeline) return state;
  return reshow(state, { ...timeline, opened: new Set([...timeline.opened, first]) });
}

/** Shows it as it is now wished for, with the cursor near where it was. */
export function reshow(state: UiState, wished: Timeline): UiState {
  return keepInSight({ ...state, timeline: withShown(wished) });
}

/** The cursor stands on a line that is there: the one it was on, else the last before it, or the end. */
function keepInSight(state: UiState): UiState {
  const { timeline } = state;
  if (!timeline || state.screens.at(-1) !== 'history') return state;
  const { blocks, place, height } = mainPane(state);
  if (timeline.towards === 'end' && timeline.state === 'done') {
    const { towards: _towards, ...rest } = timeline;
    return { ...state, timeline: { ...rest, place: goToEnd(blocks, height) } };
  }
  if (timeline.towards === 'end')
    return { ...state, timeline: { ...timeline, place: goToEnd(blocks, height) } };
  const { shown } = timeline;
  if (shown.length === 0 || shown.some(({ at }) => at === place.at)) return state;
  const after = shown.findIndex(({ at }) => at > place.at);
  const index = after < 0 ? shown.length - 1 : Math.max(0, after - 1);
  return { ...state, timeline: { ...timeline, place: goTo(blocks, place, { height, index }) } };
}
