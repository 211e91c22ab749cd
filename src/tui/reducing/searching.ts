/** Searching: typing a query, the matches of a screen, and going from one to the next around its end. */
import { takeCells } from '../../text/width.ts';
import { changesOf } from '../book/items.ts';
import { entryAt, findLast } from '../book/visible.ts';
import { findBlock, goTo, moveBy, spotOf } from '../pane.ts';
import { mainPane } from '../screen.ts';
import { foldForSearch } from '../search.ts';
import type { ScreenName, SearchState, UiState } from '../state.ts';
import { shownRows, type VersionRow } from '../timeline/timeline.ts';
import { matchingFindings } from '../view/findings.ts';
import { matchingItems } from '../view/review-queue.ts';
import { matchingUnits } from './blaming.ts';
import { narrowPortals } from './drifting.ts';
import { openSpan } from './opening.ts';
import { goToItem, setPlace } from './places.ts';

/** Longer queries find nothing that a shorter one would not. */
const longest = 200;
const longestReason = 2000;

export function startSearch(state: UiState): UiState {
  return { ...state, prompt: { kind: 'search', text: '' } };
}

export function typeText(state: UiState, text: string): UiState {
  const { prompt } = state;
  return isTyped(prompt) ? typed(state, prompt, (prompt.text + text).slice(0, longestOf(prompt))) : state;
}

type Typed = Extract<UiState['prompt'], { readonly text: string }>;

function isTyped(prompt: UiState['prompt']): prompt is Typed {
  return (
    prompt?.kind === 'search' ||
    ((prompt?.kind === 'decision' || prompt?.kind === 'reason') && prompt.stage === 'text')
  );
}

function longestOf({ kind }: Typed): number {
  return kind === 'search' ? longest : longestReason;
}

/** The matrix shows what is found as it is typed. */
function typed(state: UiState, prompt: Typed, text: string): UiState {
  const next: UiState = { ...state, prompt: { ...prompt, text } };
  return prompt.kind === 'search' && state.screens.at(-1) === 'drift' ? narrowPortals(next, text) : next;
}

export function eraseText(state: UiState, all: boolean): UiState {
  const { prompt } = state;
  if (!isTyped(prompt)) return state;
  const { text } = prompt;
  if (text === '') return endPrompt(state);
  const kept = all
    ? ''
    : Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
        .slice(0, -1)
        .join('');
  return typed(state, prompt, kept);
}

export function endPrompt(state: UiState): UiState {
  const { prompt: _prompt, ...rest } = state;
  return rest;
}

/** Ends what is typed, and in the matrix what it narrowed. */
export function cancelPrompt(state: UiState): UiState {
  const isMatrix = state.prompt?.kind === 'search' && state.screens.at(-1) === 'drift';
  return endPrompt(isMatrix ? narrowPortals(state, '') : state);
}

/** Goes to the first match from the cursor on; an empty query repeats the last one. */
export function acceptSearch(state: UiState): UiState {
  if (state.prompt?.kind !== 'search') return state;
  if (state.screens.at(-1) === 'drift') return endPrompt(narrowPortals(state, state.prompt.text));
  const query = state.prompt.text === '' ? (state.search?.query ?? '') : state.prompt.text;
  const ended = endPrompt(state);
  return query === '' ? ended : runSearch(ended, query, 0);
}

export function nextMatch(state: UiState, by: -1 | 1): UiState {
  const { search } = state;
  if (!search) return startSearch(state);
  return runSearch(state, search.query, by);
}

const growing: ReadonlySet<ScreenName> = new Set(['history', 'blame', 'findings', 'review']);

function runSearch(state: UiState, query: string, by: -1 | 0 | 1): UiState {
  const screen = state.screens.at(-1) ?? 'overview';
  // A timeline grows, folds and is filtered while a query holds.
  const grows = growing.has(screen);
  const isKnown = !grows && state.search?.query === query && state.search.screen === screen;
  const known = isKnown ? state.search : undefined;
  const search: SearchState = known ?? { query, screen, matches: matchesOf(state, query) };
  const found = { ...state, search };
  const target = nextIn(search.matches, placeIn(state), by);
  if (mayComeLater(state, target, by)) return seekOn(found);
  if (target === undefined)
    return {
      ...found,
      notice: {
        code: screen === 'history' ? 'not-in-versions' : 'not-found',
        value: takeCells(query, 40)[0],
      },
    };
  return goToMatch(found, target);
}

/** Whether versions that are not read yet may hold the next match. */
function mayComeLater(state: UiState, target: number | undefined, by: -1 | 0 | 1): boolean {
  const { timeline, screens } = state;
  if (screens.at(-1) !== 'history' || !timeline || timeline.state === 'done' || by < 0) return false;
  return target === undefined || target < timeline.place.at || (by > 0 && target === timeline.place.at);
}

function seekOn(state: UiState): UiState {
  const { timeline } = state;
  if (!timeline) return state;
  return { ...state, timeline: { ...timeline, towards: 'match' }, notice: { code: 'seeking' } };
}

/** Goes on with a search that found nothing so far, now that more is read. */
export function seekAgain(state: UiState): UiState {
  const { timeline, search } = state;
  if (timeline?.towards !== 'match') return state;
  const { towards: _towards, ...rest } = timeline;
  if (!search || state.screens.at(-1) !== 'history') return { ...state, timeline: rest };
  const { notice: _notice, ...plain } = state;
  return runSearch({ ...plain, timeline: rest }, search.query, 1);
}

function matchesOf(state: UiState, query: string): readonly number[] {
  const { book } = state;
  const screen = state.screens.at(-1);
  if (screen === 'overview') {
    const wanted = foldForSearch(query);
    return state.session.entries.flatMap(({ name }, index) =>
      foldForSearch(name).includes(wanted) ? [index] : [],
    );
  }
  if (screen === 'history') return matchingVersions(state.timeline, foldForSearch(query));
  if (screen === 'blame') return matchingUnits(state, foldForSearch(query));
  if (screen === 'findings') return matchingFindings(state, foldForSearch(query));
  if (screen === 'review') return matchingItems(state, foldForSearch(query));
  if (!book) return [];
  const { tablesAt, items, texts } = book;
  return texts.find(screen === 'table' ? [tablesAt, items.length] : [0, tablesAt], query);
}

/** By subject, author, charter and the first digits of the commit. */
function matchingVersions(timeline: UiState['timeline'], wanted: string): readonly number[] {
  const lines = timeline ? shownRows(timeline) : [];
  return lines.flatMap(({ at, row }) => (searchedText(row).some((text) => holds(text, wanted)) ? [at] : []));
}

function holds(text: string, wanted: string): boolean {
  return foldForSearch(text).includes(wanted);
}

function searchedText({ charter, version, moment }: VersionRow): string[] {
  if (!version) return [charter];
  const { subject, author, id } = version.commit;
  return [charter, subject, author.name, moment, id.slice(0, 12)];
}

function placeIn(state: UiState): number {
  const screen = state.screens.at(-1);
  if (screen === 'overview') return state.overview.at;
  if (screen === 'history') return state.timeline?.place.at ?? 0;
  if (screen === 'blame') return state.origins?.place.at ?? 0;
  if (screen === 'findings') return state.board?.open?.place.at ?? 0;
  if (screen === 'review') return state.queue?.place.at ?? 0;
  return screen === 'table' ? state.position.table.at : state.position.text.at;
}

/** The next match on that side, around the end; `0` takes one under the cursor too. */
function nextIn(matches: readonly number[], at: number, by: -1 | 0 | 1): number | undefined {
  const last = findLast(matches.length, (index) => matches[index] ?? 0, at);
  const here = matches[last];
  if (here === undefined) return undefined;
  if (by >= 0) {
    if (by === 0 && here === at) return here;
    return here > at ? here : (matches[last + 1] ?? matches[0]);
  }
  return here < at ? here : (matches[last - 1] ?? matches.at(-1));
}

/** Unfolds what hides the match. */
function goToMatch(state: UiState, at: number): UiState {
  if (state.screens.at(-1) === 'overview') {
    const { blocks, place, height } = mainPane(state);
    return { ...state, overview: goTo(blocks, place, { height, index: at }) };
  }
  const screen = state.screens.at(-1);
  if (screen && growing.has(screen)) {
    const { blocks, place, height } = mainPane(state);
    return setPlace(state, goTo(blocks, place, { height, index: findBlock(blocks, at) }));
  }
  const { book, reading } = state;
  if (!book) return state;
  const entry = entryAt(at >= book.tablesAt ? book.table : book.text, at);
  const isHidden = entry?.at !== at || entry.kind !== 'item';
  const isCut = changesOf(book.items[at]).length > 0;
  const opened = reading.folded && (isHidden || isCut) ? openSpan(state, [at, at]) : state;
  return toMatchedRow(goToItem(opened, at));
}

/** Down to the row of the item in which the query stands. */
function toMatchedRow(state: UiState): UiState {
  const { blocks, place, height } = mainPane(state);
  const rows = blocks.rows(findBlock(blocks, place.at));
  const found = rows.findIndex((line) => line.some(({ match }) => match !== undefined));
  const by = found - spotOf(blocks, place).row;
  return by > 0 ? setPlace(state, moveBy(blocks, place, { height, by })) : state;
}
