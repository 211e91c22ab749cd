/** Moving the cursor: by rows, pages and to the ends, in the list that has the focus. */
import { isInOutline } from '../layout.ts';
import { goTo, goToEnd, moveBy, scrollBy } from '../pane.ts';
import { currentPair, gridFor, mainPane, outlinePane, type Pane } from '../screen.ts';
import type { Place, UiState } from '../state.ts';
import { lineHere } from '../timeline/timeline.ts';
import { drawingOf } from '../view/drawing.ts';
import { scrollMatrix } from './drifting.ts';
import { setPlace } from './places.ts';

export type Move = 'up' | 'down' | 'page-up' | 'page-down' | 'half-up' | 'half-down' | 'top' | 'bottom';

export function move(state: UiState, how: Move): UiState {
  if (isInOutline(state) && state.book) {
    const place = moved(outlinePane(state, state.book), how);
    return { ...state, outline: { ...state.outline, place } };
  }
  const next = pastHeadings(setPlace(state, moved(mainPane(state), how)), how);
  return state.screens.at(-1) === 'history' ? goingToEnd(next, how === 'bottom') : next;
}

/** Rows of a heading, with the blank one above. */
const tallestHeading = 2;

const upwards: ReadonlySet<Move> = new Set(['up', 'page-up', 'half-up', 'bottom']);

/** Nothing can be done with what only stands between versions or pieces: the cursor goes on to the next one. */
function pastHeadings(state: UiState, how: Move): UiState {
  const ways = upwards.has(how) ? (['up', 'down'] as const) : (['down', 'up'] as const);
  let next = state;
  for (const way of ways) {
    for (let row = 0; row < tallestHeading && isOnHeading(next); row += 1)
      next = setPlace(next, moved(mainPane(next), way));
  }
  return next;
}

function isOnHeading({ screens, timeline, origins, queue }: UiState): boolean {
  const screen = screens.at(-1);
  if (screen === 'history') return lineHere(timeline)?.kind === 'seen';
  if (screen === 'review') return queue?.shown[queue.place.at]?.kind === 'heading';
  if (screen !== 'blame') return false;
  return origins?.shown.find(({ at }) => at === origins.place.at)?.kind === 'heading';
}

/** The end of a timeline is where it will end, once all of it is read. */
function goingToEnd(state: UiState, wanted: boolean): UiState {
  if (!state.timeline) return state;
  const { towards: _towards, ...timeline } = state.timeline;
  const isOpen = wanted && timeline.state !== 'done';
  return { ...state, timeline: isOpen ? { ...timeline, towards: 'end' } : timeline };
}

function moved({ blocks, place, height }: Pane, how: Move): Place {
  const page = Math.max(1, height - 2);
  const half = Math.max(1, Math.floor(height / 2));
  switch (how) {
    case 'up':
      return moveBy(blocks, place, { height, by: -1 });
    case 'down':
      return moveBy(blocks, place, { height, by: 1 });
    case 'page-up':
      return scrollBy(blocks, place, { height, by: -page });
    case 'page-down':
      return scrollBy(blocks, place, { height, by: page });
    case 'half-up':
      return scrollBy(blocks, place, { height, by: -half });
    case 'half-down':
      return scrollBy(blocks, place, { height, by: half });
    case 'top':
      return goTo(blocks, { ...place, lead: 0 }, { height, index: 0 });
    case 'bottom':
      return goToEnd(blocks, height);
  }
}

/** Brings further columns of a grid into sight. */
export function scrollColumns(state: UiState, by: -1 | 1): UiState {
  if (state.screens.at(-1) === 'drift') return scrollMatrix(state, by);
  const { book } = state;
  if (!book || state.screens.at(-1) !== 'table') return state;
  const grid = gridFor(state, drawingOf(state, book), currentPair(state, book));
  if (!grid) return state;
  const column = Math.max(0, grid.before + (by > 0 ? Math.min(1, grid.after) : -1));
  return { ...state, position: { ...state.position, column } };
}
