/**
 * Which items are shown, and which are folded into one line: worked out for a reading, not for each key, from what is
 * changed rather than from all that there is.
 */
import type { Span } from '../state.ts';
import type { ItemList } from './items.ts';

/** One entry of a screen's list; `at` is the ordinal of its first item. */
export type Visible =
  | { readonly kind: 'item'; readonly at: number }
  /** Folded items in the middle or at the end of a group. */
  | { readonly kind: 'fold'; readonly at: number; readonly to: number; readonly hidden: number }
  /** A heading whose group is folded as a whole. */
  | { readonly kind: 'quiet'; readonly at: number; readonly to: number; readonly hidden: number };

export interface VisibleList {
  readonly count: number;
  /** Ordinal at which an entry begins; rising. */
  at(index: number): number;
  entry(index: number): Visible | undefined;
}

export interface VisibleOptions {
  /** Ordinals of the shown changes, rising. */
  readonly shown: readonly number[];
  readonly folded: boolean;
  readonly context: number;
  readonly opened: readonly Span[];
}

/** First ordinal, and the one after the last. */
export type Range = readonly [from: number, to: number];

/** The entries of a range that begins where a group does. */
export function visibleItems(list: ItemList, [from, to]: Range, options: VisibleOptions): VisibleList {
  if (options.folded) return listOf(foldedItems(list, [from, to], options));
  return {
    count: to - from,
    at: (index) => from + index,
    entry: (index) => (index >= 0 && index < to - from ? { kind: 'item', at: from + index } : undefined),
  };
}

function listOf(entries: readonly Visible[]): VisibleList {
  return {
    count: entries.length,
    at: (index) => entries[index]?.at ?? 0,
    entry: (index) => entries[index],
  };
}

function foldedItems(list: ItemList, [from, to]: Range, options: VisibleOptions): Visible[] {
  const spans = openSpans(list, [from, to], options);
  const hidden = countsOf(list);
  const visible: Visible[] = [];
  let next = 0;
  const addGroup = (at: number, end: number, headed: boolean): void => {
    const first = headed ? at + 1 : at;
    if (headed) visible.push({ kind: 'item', at });
    for (let ordinal = first; ordinal < end; ) {
      while ((spans[next]?.[1] ?? end) < ordinal) next += 1;
      const [open, last] = spans[next] ?? [end, end];
      const stop = Math.min(open, end);
      if (stop > ordinal) {
        const fold = { at: ordinal, to: stop - 1, hidden: hidden(ordinal, stop) };
        if (headed && ordinal === first && stop === end)
          visible[visible.length - 1] = { ...fold, kind: 'quiet', at };
        else visible.push({ kind: 'fold', ...fold });
      }
      for (ordinal = Math.max(ordinal, stop); ordinal < end && ordinal <= last; ordinal += 1)
        visible.push({ kind: 'item', at: ordinal });
    }
  };
  const { groups } = list;
  let group = findVisible(groups, from);
  while (group < groups.length && (groups[group]?.at ?? to) < from) group += 1;
  const begin = Math.min(groups[group]?.at ?? to, to);
  if (begin > from) addGroup(from, begin, false);
  for (let at = begin; at < to; group += 1) {
    const end = Math.min(groups[group + 1]?.at ?? to, to);
    addGroup(at, end, true);
    at = end;
  }
  return visible;
}

/** What is shown whatever is folded: shown changes with their context, what was opened, what is never folded. */
function openSpans(
  { lone }: ItemList,
  [from, to]: Range,
  { shown, context, opened }: VisibleOptions,
): Span[] {
  const around = (ordinals: readonly number[], by: number): Span[] =>
    ordinals
      .slice(firstFrom(ordinals, from - by), firstFrom(ordinals, to + by))
      .map((at): Span => [at - by, at + by]);
  const all = [...around(shown, context), ...around(lone, 0), ...opened].sort(
    (one, other) => one[0] - other[0],
  );
  const merged: [number, number][] = [];
  for (const [first, last] of all) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

/** How many changes stand from one ordinal up to another; where items are folded, none of them is shown. */
function countsOf({ order, changeAt }: ItemList): (from: number, to: number) => number {
  const ordinals = order.map((change) => changeAt[change] ?? 0);
  return (from, to) => firstFrom(ordinals, to) - firstFrom(ordinals, from);
}

/** Index of the first of some rising numbers that is not less. */
export function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entry in which the ordinal is. */
export function entryAt(list: VisibleList, at: number): Visible | undefined {
  return list.entry(findLast(list.count, list.at, at));
}

/** Index of the last entry that begins at or before the ordinal. */
export function findVisible(visible: readonly { readonly at: number }[], at: number): number {
  return findLast(visible.length, (index) => visible[index]?.at ?? 0, at);
}

/** Index of the last of some rising numbers that is at most `at`; 0 where none is. */
export function findLast(count: number, numberOf: (index: number) => number, at: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(middle) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
