/** Texts that stand on both sides letter for letter: counterparts that need no reading. */
import { commonEnds } from '../text/common-ends.ts';
import { heaviestChain, type Link, type WeightedLink } from './chain.ts';

/** The link of one text with one other. */
export function pair(a: number, b: number): Link {
  return { aFrom: a, aTo: a + 1, bFrom: b, bTo: b + 1 };
}

/** Equal ends, and between them the heaviest chain of texts that stand once on either side. */
export function identicalTexts(a: readonly string[], b: readonly string[]): Link[] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const endA = a.length - tail;
  const endB = b.length - tail;
  const placesA = placesOnce(a, head, endA);
  const placesB = placesOnce(b, head, endB);
  const links: WeightedLink[] = [];
  for (const [text, at] of placesA) {
    const other = placesB.get(text);
    if (at >= 0 && other !== undefined && other >= 0) links.push({ ...pair(at, other), weight: text.length });
  }
  const all: Link[] = [];
  for (let at = 0; at < head; at += 1) all.push(pair(at, at));
  for (const link of heaviestChain(links, endA, endB)) all.push(link);
  for (let at = 0; at < tail; at += 1) all.push(pair(endA + at, endB + at));
  return all;
}

/** Share of the longer text that must stand at both ends for two texts to be counterparts without being read. */
const alikeShare = 0.8;
/** The same of the shorter one, where the other goes on for no more than its length and it is as long as a sentence. */
const shorterShare = 0.9;
const leastSentence = 40;

/** Whether two texts begin and end alike for the most part. */
export function isMostlyAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  const goesOn = shorter >= leastSentence && 2 * shorter >= longer;
  const least = Math.ceil(
    goesOn ? Math.min(alikeShare * longer, shorterShare * shorter) : alikeShare * longer,
  );
  if (shorter < least) return false;
  const { head, tail } = commonEnds(a, b);
  return head + tail >= least;
}

/** Text → its place, −1 where it stands more than once. */
function placesOnce(texts: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at += 1) {
    const text = texts[at] ?? '';
    places.set(text, places.has(text) ? -1 : at);
  }
  return places;
}
