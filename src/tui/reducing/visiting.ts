/** Comparing versions: one with the one before it, any two, and on to the next one. */
import { unitHere } from '../blame/origins.ts';
import { goTo } from '../pane.ts';
import { mainPane } from '../screen.ts';
import type { UiState } from '../state.ts';
import {
  lineHere,
  lineIndex,
  rowBeside,
  rowHere,
  type Timeline,
  type VersionRow,
} from '../timeline/timeline.ts';
import type { Beneath, VersionPair } from '../timeline/visit.ts';
import { ask } from './asking.ts';
import { unfoldRun } from './versions.ts';

/** What is under the cursor of the timeline: a version, or versions that are folded. */
export function openVersion(state: UiState): UiState {
  const { timeline } = state;
  if (!timeline) return state;
  const line = lineHere(timeline);
  if (line?.kind === 'folded') return unfoldRun(state, line.first);
  const to = rowHere(timeline);
  if (!to) return { ...state, notice: { code: 'no-version' } };
  return openPair(state, pairWith(to, timeline), beneathOf(state));
}

/** With the marked version, the older of the two first; else with the one before it. */
function pairWith(here: VersionRow, { marked, rows }: Timeline): VersionPair {
  const other = marked === here.key ? undefined : rows.find(({ key }) => key === marked);
  if (!other) return { to: here };
  return rows.indexOf(other) > rows.indexOf(here) ? { from: other, to: here } : { from: here, to: other };
}

/** What the version changed that gave the piece under the cursor its words, at that piece. */
export function openOrigin(state: UiState): UiState {
  const here = unitHere(state.origins);
  if (!here) return state;
  if (!here.row) return { ...state, notice: { code: 'no-version' } };
  return openPair(state, { to: here.row, goal: here.unit }, beneathOf(state));
}

function beneathOf({ screens, swapped, position, reading, book, search, visit }: UiState): Beneath {
  return {
    screens,
    swapped,
    position,
    opened: reading.opened,
    ...(book ? { book } : {}),
    ...(search ? { search } : {}),
    ...(visit ? { visit } : {}),
  };
}

function openPair(state: UiState, pair: VersionPair, beneath: Beneath): UiState {
  const { book: _book, search: _search, swapping: _swapping, ...rest } = state;
  const opened: UiState = {
    ...rest,
    visit: { pair, beneath, entry: { name: pair.to.charter, comparable: true, loading: true } },
    screens: [...beneath.screens, 'text'],
    swapped: false,
    reading: { ...state.reading, opened: [] },
    focus: 'main',
  };
  return ask(opened, { kind: 'compare', pair, swapped: false });
}

/** From a version's comparison to that of the next older or newer one. */
export function stepVersion(state: UiState, by: -1 | 1): UiState {
  const { visit, timeline } = state;
  if (!visit || !timeline) return { ...state, notice: { code: 'no-history' } };
  if (visit.pair.from) return { ...state, notice: { code: 'no-steps' } };
  const next = rowBeside(timeline, visit.pair.to.key, by);
  if (!next) {
    const isOpen = by > 0 && timeline.state !== 'done';
    const end = by > 0 ? 'oldest-version' : 'newest-version';
    return { ...state, notice: { code: isOpen ? 'reading-on' : end } };
  }
  return openPair(atVersion(state, timeline, next.key), { to: next }, visit.beneath);
}

/** The timeline below keeps up. */
function atVersion(state: UiState, timeline: Timeline, key: string): UiState {
  const under: UiState = { ...state, screens: ['history'] };
  const { blocks, place, height } = mainPane(under);
  const index = Math.max(0, lineIndex(timeline, key));
  return { ...state, timeline: { ...timeline, place: goTo(blocks, place, { height, index }) } };
}
