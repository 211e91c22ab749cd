/** How a comparison is shown: classes, folds, context, layout, outline, palette. */
import { tuiMessages } from '../../messages/tui.ts';
import type { ChangeClass } from '../../model/charter.ts';
import { toldStates } from '../../present/drift-view.ts';
import { layoutOf } from '../layout.ts';
import { isReview } from '../review/screens.ts';
import { type LayoutChoice, palettes, type UiState } from '../state.ts';
import { strongestFirst } from '../view/overview.ts';
import { foldCells } from './blaming.ts';
import { withBook } from './book-of-state.ts';
import { foldDrift, toggleInDrift } from './drifting.ts';
import { outlineIndex } from './places.ts';
import { foldQueue, queueBoxes, toggleInQueue } from './reviewing.ts';
import { chooseBox, toggled } from './toggling.ts';
import { foldVersions, reshow } from './versions.ts';

/** More would be all of it. */
const mostContext = 99;

export function toggleFold(state: UiState): UiState {
  if (state.screens.at(-1) === 'history') return foldVersions(state);
  if (state.screens.at(-1) === 'blame') return foldCells(state);
  if (isDrift(state)) return foldDrift(state);
  if (isReview(state)) return foldQueue(state);
  const { reading } = state;
  return withBook({ ...state, reading: { ...reading, folded: !reading.folded, opened: [] } });
}

export function changeContext(state: UiState, by: -1 | 1): UiState {
  const { reading } = state;
  const context = Math.max(0, Math.min(mostContext, reading.context + by));
  return context === reading.context ? state : withBook({ ...state, reading: { ...reading, context } });
}

export function setLayout(state: UiState, layout: LayoutChoice): UiState {
  const value = tuiMessages[state.settings.language].layouts[layout];
  return { ...state, layout, notice: { code: 'layout', value } };
}

export function nextPalette(state: UiState): UiState {
  const { settings } = state;
  const palette = palettes[(palettes.indexOf(settings.palette) + 1) % palettes.length] ?? 'default';
  const value = tuiMessages[settings.language].palettes[palette];
  return withBook({ ...state, settings: { ...settings, palette }, notice: { code: 'palette', value } });
}

/** Shows or hides the outline; over the text it takes the focus, as nothing else can be read there. */
export function toggleOutline(state: UiState): UiState {
  const { outline } = state;
  const shown = layoutOf(state).outline;
  if (isNarrow(state)) {
    const over = shown !== 'over';
    return over ? focusOutline({ ...state, outline: { ...outline, over } }) : leaveOutline(state);
  }
  const beside = shown !== 'beside';
  return { ...state, focus: 'main', outline: { ...outline, beside } };
}

/** To the outline, shown if need be, and back. */
export function switchFocus(state: UiState): UiState {
  if (state.focus === 'outline') return leaveOutline(state);
  const { outline } = state;
  const shown = isNarrow(state) ? { over: true } : { beside: true };
  return focusOutline({ ...state, outline: { ...outline, ...shown } });
}

function isNarrow(state: UiState): boolean {
  return layoutOf({ ...state, outline: { ...state.outline, beside: true, over: true } }).outline !== 'beside';
}

function focusOutline(state: UiState): UiState {
  const at = state.book ? outlineIndex(state, state.book) : 0;
  return {
    ...state,
    focus: 'outline',
    outline: { ...state.outline, place: { at, portion: 0, lead: Math.floor(layoutOf(state).body / 2) } },
  };
}

function leaveOutline(state: UiState): UiState {
  return { ...state, focus: 'main', outline: { ...state.outline, over: false } };
}

function isDrift({ screens }: UiState): boolean {
  return screens.at(-1) === 'drift' || screens.at(-1) === 'findings';
}

export function startFilter(state: UiState): UiState {
  return { ...state, prompt: { kind: 'filter', chosen: 0 } };
}

export function chooseClass(state: UiState, by: -1 | 1): UiState {
  if (state.prompt?.kind !== 'filter') return state;
  const count = isReview(state)
    ? queueBoxes
    : strongestFirst.length + (isDrift(state) ? toldStates.length : 0);
  return { ...state, prompt: { kind: 'filter', chosen: (state.prompt.chosen + by + count) % count } };
}

/** Shows or hides the changes of a class; `index` counts from the strongest. */
export function toggleClass(state: UiState, index: number): UiState {
  if (isDrift(state)) return toggleInDrift(state, index);
  if (isReview(state)) return toggleInQueue(state, index);
  const level = strongestFirst[index];
  if (level && state.screens.at(-1) === 'history') return toggleInTimeline(state, level, index);
  if (!level || !state.book) return state;
  const classes = toggled(state.book.classes, level);
  return chooseBox(withBook({ ...state, reading: { ...state.reading, classes, opened: [] } }), index);
}

function toggleInTimeline(state: UiState, level: ChangeClass, chosen: number): UiState {
  const { timeline } = state;
  if (!timeline) return state;
  return chooseBox(reshow(state, { ...timeline, classes: toggled(timeline.classes, level) }), chosen);
}

export function toggleChosen(state: UiState): UiState {
  return state.prompt?.kind === 'filter' ? toggleClass(state, state.prompt.chosen) : state;
}

export function endFilter(state: UiState): UiState {
  const { prompt: _prompt, ...rest } = state;
  if (state.screens.at(-1) === 'history' || isDrift(state) || isReview(state)) return rest;
  const nothing = state.book !== undefined && state.book.shown.length === 0 && state.book.changeAt.length > 0;
  return nothing ? { ...rest, notice: { code: 'nothing-shown' } } : rest;
}
