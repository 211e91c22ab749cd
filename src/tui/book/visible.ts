/** Which items are shown, and which are folded into one line: computed once for a reading, not for each key. */
import type { Span } from '../state.ts';
import { changesOf, type Item, type ItemList } from './items.ts';

/** One entry of a screen's list; `at` is the ordinal of its first item. */
export type Visible =
  | { readonly kind: 'item'; readonly at: number }
  /** Folded items in the middle or at the end of a group. */
  | { readonly kind: 'fold'; readonly at: number; readonly to: number; readonly hidden: number }
  /** A heading whose group is folded as a whole. */
  | { readonly kind: 'quiet'; readonly at: number; readonly to: number; readonly hidden: number };

export interface VisibleOptions {
  readonly shown: ReadonlySet<number>;
  readonly folded: boolean;
  readonly context: number;
  readonly opened: readonly Span[];
}

/** First ordinal, and the one after the last. */
export type Range = readonly [from: number, to: number];

/** The entries of a range that begins where a group does. */
export function visibleItems(list: ItemList, [from, to]: Range, options: VisibleOptions): Visible[] {
  const near = nearItems(list.items, [from, to], options);
  const visible: Visible[] = [];
  let at = from;
  while (at < to) {
    const end = groupEnd(list.items, at, to);
    addGroup(visible, list.items, { range: [at, end], near, from, shown: options.shown });
    at = end;
  }
  return visible;
}

/** The same entries with one more span opened: only the group in which it begins is worked out anew. */
export function openInVisible(
  list: ItemList,
  visible: readonly Visible[],
  { span, range, options }: { readonly span: Span; readonly range: Range; readonly options: VisibleOptions },
): readonly Visible[] {
  if (span[0] < range[0] || span[0] >= range[1]) return visible;
  const start = Math.max(range[0], list.groups[findVisible(list.groups, span[0])]?.at ?? 0);
  const from = start <= span[0] ? start : range[0];
  const end = groupEnd(list.items, from, range[1]);
  const first = findVisible(visible, from);
  const last = findVisible(visible, end - 1);
  return [
    ...visible.slice(0, first),
    ...visibleItems(list, [from, end], options),
    ...visible.slice(last + 1),
  ];
}

/** The next heading after `at`. */
function groupEnd(items: readonly Item[], at: number, to: number): number {
  let end = at + 1;
  while (end < to && items[end]?.kind !== 'heading') end += 1;
  return end;
}

interface GroupOptions {
  readonly range: Range;
  /** By ordinal, counted from `from`. */
  readonly near: Uint8Array;
  readonly from: number;
  readonly shown: ReadonlySet<number>;
}

function addGroup(
  visible: Visible[],
  items: readonly Item[],
  { range: [at, end], near, from, shown }: GroupOptions,
): void {
  const headed = items[at]?.kind === 'heading';
  const first = headed ? at + 1 : at;
  if (headed) visible.push({ kind: 'item', at });
  let ordinal = first;
  while (ordinal < end) {
    let stop = ordinal;
    while (stop < end && near[stop - from] === 0) stop += 1;
    if (stop === ordinal) {
      visible.push({ kind: 'item', at: ordinal });
      ordinal += 1;
      continue;
    }
    const hidden = countHidden(items, [ordinal, stop], shown);
    if (headed && ordinal === first && stop === end)
      visible[visible.length - 1] = { kind: 'quiet', at, to: stop - 1, hidden };
    else visible.push({ kind: 'fold', at: ordinal, to: stop - 1, hidden });
    ordinal = stop;
  }
}

function countHidden(items: readonly Item[], [from, to]: Range, shown: ReadonlySet<number>): number {
  let count = 0;
  for (let at = from; at < to; at += 1)
    for (const change of changesOf(items[at])) if (!shown.has(change)) count += 1;
  return count;
}

/** Whether each item is a shown change, within the context of one, opened, or never folded. */
function nearItems(items: readonly Item[], [from, to]: Range, options: VisibleOptions): Uint8Array {
  const near = new Uint8Array(to - from);
  if (!options.folded) return near.fill(1);
  const { context, shown } = options;
  const stop = Math.min(items.length, to + context);
  for (let at = Math.max(0, from - context); at < stop; at += 1) {
    const item = items[at];
    if (item && changesOf(item).some((change) => shown.has(change)))
      near.fill(1, Math.max(0, at - context - from), Math.max(0, at + context + 1 - from));
    else if (item && isNeverFolded(item) && at >= from && at < to) near[at - from] = 1;
  }
  for (const [first, last] of options.opened)
    near.fill(1, Math.max(0, first - from), Math.max(0, Math.min(last, to - 1) + 1 - from));
  return near;
}

function isNeverFolded({ kind }: Item): boolean {
  return kind === 'notice' || kind === 'table';
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
