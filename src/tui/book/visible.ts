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

/** The entries between two ordinals, the last not included. */
export function visibleItems(
  list: ItemList,
  [from, to]: readonly [number, number],
  options: VisibleOptions,
): Visible[] {
  const near = nearItems(list.items.slice(from, to), from, options);
  const visible: Visible[] = [];
  let at = from;
  while (at < to) {
    const end = groupEnd(list.items, at, to);
    visible.push(...visibleGroup(list.items, [at, end], { near, from, shown: options.shown }));
    at = end;
  }
  return visible;
}

/** The next heading after `at`. */
function groupEnd(items: readonly Item[], at: number, to: number): number {
  let end = at + 1;
  while (end < to && items[end]?.kind !== 'heading') end += 1;
  return end;
}

interface GroupOptions {
  readonly near: readonly boolean[];
  readonly from: number;
  readonly shown: ReadonlySet<number>;
}

function visibleGroup(items: readonly Item[], [at, end]: Span, options: GroupOptions): Visible[] {
  const headed = items[at]?.kind === 'heading';
  const first = headed ? at + 1 : at;
  const isNear = (ordinal: number): boolean => options.near[ordinal - options.from] ?? false;
  const countHidden = (start: number, stop: number): number => {
    let count = 0;
    for (let ordinal = start; ordinal < stop; ordinal += 1)
      count += changesOf(items[ordinal]).filter((change) => !options.shown.has(change)).length;
    return count;
  };
  const visible: Visible[] = [];
  let ordinal = first;
  while (ordinal < end) {
    let stop = ordinal;
    while (stop < end && !isNear(stop)) stop += 1;
    if (stop > ordinal)
      visible.push({ kind: 'fold', at: ordinal, to: stop - 1, hidden: countHidden(ordinal, stop) });
    else {
      visible.push({ kind: 'item', at: ordinal });
      stop += 1;
    }
    ordinal = stop;
  }
  if (!headed) return visible;
  const [only, ...others] = visible;
  if (only?.kind === 'fold' && others.length === 0) return [{ ...only, kind: 'quiet', at }];
  return [{ kind: 'item', at }, ...visible];
}

/** Whether each item is a shown change, within the context of one, opened, or never folded. */
function nearItems(items: readonly Item[], from: number, options: VisibleOptions): boolean[] {
  if (!options.folded) return items.map(() => true);
  const marked = items.map((item) => changesOf(item).some((change) => options.shown.has(change)));
  const near = items.map((item, index) => isNeverFolded(item) || marked[index] === true);
  if (options.context > 0) {
    const before = distances(marked);
    const after = distances(marked.toReversed()).toReversed();
    near.forEach((_, index) => {
      if (Math.min(before[index] ?? Infinity, after[index] ?? Infinity) <= options.context)
        near[index] = true;
    });
  }
  for (const [first, last] of options.opened) {
    const stop = Math.min(last - from, items.length - 1);
    for (let index = Math.max(0, first - from); index <= stop; index += 1) near[index] = true;
  }
  return near;
}

function isNeverFolded({ kind }: Item): boolean {
  return kind === 'notice' || kind === 'table';
}

/** How many items ago the last true was. */
function distances(flags: readonly boolean[]): number[] {
  let distance = Number.POSITIVE_INFINITY;
  return flags.map((flag) => {
    distance = flag ? 0 : distance + 1;
    return distance;
  });
}

/** Index of the last entry that begins at or before the ordinal. */
export function findVisible(visible: readonly { readonly at: number }[], at: number): number {
  let low = 0;
  let high = visible.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((visible[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
