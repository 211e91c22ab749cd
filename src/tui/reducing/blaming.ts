/** Where words come from: asking for it, going from one version's words to the next, and to what that version changed. */
import type { Action } from '../action.ts';
import { emptyOrigins, nextOrigin, refold, unitHere, withUnits } from '../blame/origins.ts';
import { goTo } from '../pane.ts';
import { mainPane } from '../screen.ts';
import { foldForSearch } from '../search.ts';
import type { ScreenName, UiState } from '../state.ts';
import { rowHere } from '../timeline/timeline.ts';
import { ask } from './asking.ts';
import { popTo } from './leaving.ts';
import { charterHere } from './versions.ts';

/** Of the charter that the reader is at, in the version that is shown. */
export function openBlame(state: UiState): UiState {
  const charter = charterToBlame(state);
  if (charter === undefined) return { ...state, notice: { code: 'no-charter' } };
  const { search: _search, ...rest } = popTo(state, 'blame');
  const isThere = rest.screens.at(-1) === 'blame';
  const screens: readonly ScreenName[] = isThere ? rest.screens : [...rest.screens, 'blame'];
  return showBlame({ ...rest, screens, focus: 'main' }, charter);
}

/** Asks for it, unless it is what was shown last. */
export function showBlame(state: UiState, charter: string): UiState {
  const { origins } = state;
  if (origins?.charter === charter && origins.failure === undefined) return state;
  const serial = (origins?.serial ?? 0) + 1;
  return ask({ ...state, origins: emptyOrigins(charter, serial) }, { kind: 'blame', serial, charter });
}

function charterToBlame(state: UiState): string | undefined {
  const charter = charterHere(state);
  if (charter === undefined) return undefined;
  const row = state.screens.at(-1) === 'history' ? rowHere(state.timeline) : state.visit?.pair.to;
  const { version } = row ?? {};
  return version?.blob === undefined ? charter : `${charter}@${version.commit.id}`;
}

export function takeBlame(state: UiState, action: Action & { type: 'blamed' }): UiState {
  const { origins, settings } = state;
  if (origins?.serial !== action.serial) return state;
  const made = withUnits(origins, action, settings.language);
  const first = made.shown.findIndex(({ kind }) => kind === 'unit');
  const lead = Math.max(0, first);
  return { ...state, origins: { ...made, place: { at: made.shown[lead]?.at ?? 0, portion: 0, lead } } };
}

export function takeUnblamed(
  state: UiState,
  { serial, message }: Action & { type: 'blame-failed' },
): UiState {
  if (state.origins?.serial !== serial) return state;
  return { ...state, origins: { ...state.origins, failure: message } };
}

export function jumpToOrigin(state: UiState, by: -1 | 1): UiState {
  const { origins } = state;
  if (!origins) return state;
  const index = nextOrigin(origins, by);
  if (index < 0) return { ...state, notice: { code: by > 0 ? 'last-origin' : 'first-origin' } };
  const { blocks, place, height } = mainPane(state);
  return { ...state, origins: { ...origins, place: goTo(blocks, place, { height, index }) } };
}

export function foldCells(state: UiState): UiState {
  const { origins } = state;
  if (!origins) return state;
  const next = refold(origins, !origins.folded);
  const at = next.shown.findLast((line) => line.at <= origins.place.at)?.at ?? 0;
  return { ...state, origins: { ...next, place: { ...origins.place, at } } };
}

export function copyOrigin(state: UiState): UiState {
  const id = unitHere(state.origins)?.unit.commit?.id;
  if (id === undefined) return { ...state, notice: { code: 'no-commit' } };
  return ask(state, { kind: 'copy', text: id, what: id.slice(0, 8) });
}

/** Ordinals of the pieces whose words, author or subject hold it. */
export function matchingUnits({ origins }: Pick<UiState, 'origins'>, wanted: string): readonly number[] {
  return (origins?.shown ?? []).flatMap((line) => {
    if (line.kind === 'heading') return [];
    const { text, commit } = line.unit;
    const texts = [text, ...(commit ? [commit.author.name, commit.subject] : [])];
    return texts.some((one) => foldForSearch(one).includes(wanted)) ? [line.at] : [];
  });
}
