/** What stands between two texts that are identical on both sides: met again in another portal, it is not aligned again. */
import type { TextReader } from '../text/reader.ts';
import { RecentMap } from '../text/recent.ts';
import type { Link } from './chain.ts';

/** Texts of either side, and the places of those that are set apart from the text before. */
export interface Gap {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly apartA: readonly number[];
  readonly apartB: readonly number[];
}

export function placesWithin(places: ReadonlySet<number> | undefined, from: number, to: number): number[] {
  const within: number[] = [];
  if (places) for (let place = from; place < to; place += 1) if (places.has(place)) within.push(place - from);
  return within;
}

/** Of the comparisons that share a reader. */
const aligned = new WeakMap<TextReader, RecentMap<string, readonly Link[]>>();
const mostAligned = 2048;
/** Longer gaps are hardly met again. */
const longestKept = 16;

/** What `align` gives, which depends on the gap and the options alone. */
export function alignOnce(
  gap: Gap,
  { reader, maxGroup }: { readonly reader: TextReader; readonly maxGroup: number },
  align: () => readonly Link[],
): readonly Link[] {
  if (!reader.shared || gap.a.length + gap.b.length > longestKept) return align();
  let known = aligned.get(reader);
  if (!known) {
    known = new RecentMap(mostAligned);
    aligned.set(reader, known);
  }
  // No group is larger than the longer side.
  const most = Math.min(maxGroup, Math.max(gap.a.length, gap.b.length));
  const key = JSON.stringify([most, gap]);
  let links = known.get(key);
  if (!links) {
    links = align();
    known.set(key, links);
  }
  return links;
}
