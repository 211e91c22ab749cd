/** The queue of a review: opening, marking as viewed, going on to what is not, filtering, and on to the charter itself. */
import type { NoticeText } from '../../messages/tui.ts';
import type { ReviewFinding } from '../../model/review.ts';
import type { Action } from '../action.ts';
import { loadVisible } from '../loading.ts';
import { goTo } from '../pane.ts';
import {
  charterOf,
  hasPlace,
  idsOf,
  isViewable,
  isViewed,
  itemHere,
  type QueueWishes,
  reshowQueue,
} from '../review/queue.ts';
import { acceptCommands, isAcceptable } from '../review/reason.ts';
import { currentPair, gridFor, mainPane } from '../screen.ts';
import type { UiState } from '../state.ts';
import { drawingOf } from '../view/drawing.ts';
import { strongestFirst } from '../view/overview.ts';
import { ask } from './asking.ts';
import { shownView, withBook } from './book-of-state.ts';
import { toGoal } from './drifting.ts';
import { atStart, firstPlace } from './places.ts';
import { chooseBox, toggled } from './toggling.ts';

/** Opens what is under the cursor in full, or unfolds what passes. */
export function openItem(state: UiState): UiState {
  const { queue } = state;
  if (!queue) return state;
  const item = queue.shown[queue.place.at];
  if (item?.kind === 'folded') return foldQueue(state);
  if (!item || !isViewable(item)) return say(state, 'nothing-viewable');
  const { search: _search, ...rest } = state;
  return {
    ...rest,
    queue: { ...queue, detail: firstPlace },
    screens: [...state.screens, 'review-item'],
  };
}

/** The two versions of the charter, at the change. */
export function openReviewed(state: UiState): UiState {
  const { queue } = state;
  const item = itemHere(queue);
  if (!queue || !item) return say(state, 'nothing-viewable');
  if (!hasPlace(item, queue)) return say(state, 'not-in-request');
  const finding = item.kind === 'finding' ? item.findings[0] : undefined;
  const charter = charterOf(item);
  const entry = state.session.entries.findIndex(({ name }) => name === charter);
  const { search: _search, swapping: _swapping, goal: _goal, ...rest } = state;
  const opened: UiState = {
    ...rest,
    entry: Math.max(0, entry),
    swapped: false,
    reading: { ...state.reading, opened: [] },
    screens: [...state.screens, 'text'],
    ...(finding?.change ? { goal: finding.change.fingerprint } : {}),
  };
  const ready = withBook(opened);
  if (!ready.book || !shownView(ready)) return loadVisible(ready);
  return showColumn(toGoal(atStart(ready, ready.book)), finding?.place.field?.key);
}

/** Scrolls a table until the column that changed is in sight. */
function showColumn(state: UiState, key: string | undefined): UiState {
  const { book, screens } = state;
  if (!book || key === undefined || screens.at(-1) !== 'table') return state;
  const grid = gridFor(state, drawingOf(state, book), currentPair(state, book));
  if (!grid || [grid.name, ...grid.columns].some((column) => column.key === key)) return state;
  const next = { ...state, position: { ...state.position, column: grid.before + 1 } };
  return grid.after > 0 ? showColumn(next, key) : state;
}

/** Marks as viewed and goes on, or takes the mark away and stays. */
export function markViewed(state: UiState): UiState {
  const { queue } = state;
  const item = itemHere(queue);
  if (!queue || !item) return say(state, 'nothing-viewable');
  const ids = idsOf(item);
  const viewed = !isViewed(item, queue);
  const set = new Set(queue.viewed);
  for (const id of ids) {
    if (viewed) set.add(id);
    else set.delete(id);
  }
  const marked = ask({ ...state, queue: { ...queue, viewed: set } }, { kind: 'view', ids, viewed });
  const gone = viewed ? goOn(marked) : marked;
  return refilter(gone, {});
}

/** To the next one, as far as there is one. */
function goOn(state: UiState): UiState {
  const next = nextItem(state, 1);
  return next === undefined ? state : goToItemAt(state, next);
}

function nextItem({ queue }: UiState, by: -1 | 1): number | undefined {
  if (!queue) return undefined;
  const { at } = queue.place;
  const found =
    by > 0
      ? queue.shown.findIndex((item, index) => index > at && isViewable(item))
      : queue.shown.findLastIndex((item, index) => index < at && isViewable(item));
  return found < 0 ? undefined : found;
}

export function jumpToItem(state: UiState, by: -1 | 1): UiState {
  const next = nextItem(state, by);
  return next === undefined ? say(state, by > 0 ? 'last-item' : 'first-item') : goToItemAt(state, next);
}

/** On around the end. */
export function nextUnviewed(state: UiState): UiState {
  const { queue } = state;
  if (!queue) return state;
  const open = queue.shown.flatMap((item, at) => (isViewable(item) && !isViewed(item, queue) ? [at] : []));
  const next = open.find((at) => at > queue.place.at) ?? open[0];
  return next === undefined ? say(state, 'all-viewed') : goToItemAt(state, next);
}

/** On the screen of one item the next is shown from its start. */
export function goToItemAt(state: UiState, index: number): UiState {
  const { queue } = state;
  if (!queue) return state;
  const under: UiState = { ...state, screens: ['review'] };
  const { blocks, place, height } = mainPane(under);
  const next = goTo(blocks, place, { height, index });
  return { ...state, queue: { ...queue, place: next, detail: firstPlace } };
}

/** The screen of one item has nothing to show once the filter hides it. */
export function refilter(state: UiState, wishes: Partial<QueueWishes>): UiState {
  if (!state.queue) return state;
  const queue = reshowQueue(state.queue, wishes);
  const isGone = state.screens.at(-1) === 'review-item' && !itemHere(queue);
  return { ...state, queue, ...(isGone ? { screens: state.screens.slice(0, -1) } : {}) };
}

export function foldQueue(state: UiState): UiState {
  const { queue } = state;
  return queue ? refilter(state, { folded: !queue.wishes.folded }) : state;
}

/** Only the charter of the item under the cursor, and back to all. */
export function narrowToCharter(state: UiState): UiState {
  const { queue } = state;
  if (!queue) return state;
  if (queue.wishes.charter !== undefined) {
    const { charter: _charter, ...wishes } = queue.wishes;
    return say({ ...state, queue: reshowQueue({ ...queue, wishes }) }, 'all-charters');
  }
  const item = itemHere(queue);
  const charter = item && charterOf(item);
  if (charter === undefined) return say(state, 'no-charter-of-item');
  return refilter(state, { charter });
}

/** A class, strongest first; then only what is unviewed, only what fails. */
export function toggleInQueue(state: UiState, index: number): UiState {
  const { queue } = state;
  if (!queue) return state;
  const { classes, unviewed, failing } = queue.wishes;
  const level = strongestFirst[index];
  const next = refilter(
    state,
    level
      ? { classes: toggled(classes, level) }
      : index === strongestFirst.length
        ? { unviewed: !unviewed }
        : index === strongestFirst.length + 1
          ? { failing: !failing }
          : {},
  );
  return index < queueBoxes ? chooseBox(next, index) : next;
}

/** Classes and the two other choices. */
export const queueBoxes = strongestFirst.length + 2;

export function copyFindingReference(state: UiState): UiState {
  const item = itemHere(state.queue);
  const reference = item?.kind === 'decision' ? item.decided.decision.reference : item?.findings[0].reference;
  if (reference === undefined) return say(state, 'no-reference');
  return ask(state, { kind: 'copy', text: reference, what: reference.slice(0, 12), of: 'reference' });
}

/** Its reason is still to be written. */
export function copyReasonCommand(state: UiState): UiState {
  const item = itemHere(state.queue);
  const findings = item?.kind === 'finding' ? item.findings.filter(isAcceptable) : [];
  if (findings.length === 0) return say(state, 'no-reason-here');
  return ask(state, { kind: 'copy', text: acceptCommands(findings, '').join('\n'), of: 'command' });
}

/** The file of the work tree at the line, which is the request's own only where that is checked out. */
export function editItem(state: UiState): UiState {
  const { queue } = state;
  const item = itemHere(queue);
  if (!queue || !item) return say(state, 'nothing-viewable');
  if (!queue.here) return say(state, 'not-checked-out');
  const { file, line } = placeOf(item.kind === 'decision' ? item.decided : item.findings[0]);
  return ask(state, { kind: 'edit', file, ...(line === undefined ? {} : { line }) });
}

function placeOf({ place }: Pick<ReviewFinding, 'place'>): ReviewFinding['place'] {
  return place;
}

export function takeViewed(state: UiState, { failure }: Action & { type: 'view-kept' }): UiState {
  return failure === undefined ? state : { ...state, notice: { code: 'message', text: failure } };
}

export function say(state: UiState, code: NoticeText): UiState {
  return { ...state, notice: { code } };
}
