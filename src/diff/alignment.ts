/**
 * Which texts of one side stand for which of the other, in order: one minimum-cost alignment in which pairs, splits
 * (1:n) and joins (n:1) compete. Candidates come from shared rare words, so that the cost stays near-linear.
 */
import type { TextReader } from '../text/reader.ts';
import { heaviestChain, type Link, type WeightedLink } from './chain.ts';
import { areCounterparts, isPair } from './counterparts.ts';
import { alignOnce, type Gap, placesWithin } from './gaps.ts';
import { identicalTexts, isMostlyAlike, pair } from './identical-texts.ts';
import { commonEnds, commonWeight, type Item, type Items, prepareItems, withoutWords } from './items.ts';

export interface AlignmentOptions {
  readonly reader: TextReader;
  /** Most items in a split or join; 1 for pairs only. */
  readonly maxGroup: number;
  /** Indexes of texts that something else sets apart from the text before: the two are never joined. */
  readonly apart?: { readonly a: ReadonlySet<number>; readonly b: ReadonlySet<number> };
}

/** Share of a part's words that must stand in the whole it was split from. */
const partThreshold = 0.6;
/** Up to this many pairs every pair is weighed; above, only those that share a rare word. */
const allPairs = 40_000;
/** A word in more texts than this does not propose candidates in long documents. */
const commonWord = 48;
const candidatesEach = 6;
/** A split costs a little, so that a plain pair wins where both explain as much. */
const splitCost = 1 / 16;

/** Links in order; texts in no link have no counterpart. Mirrors: aligning (b, a) gives the same links swapped. */
export function alignTexts(a: readonly string[], b: readonly string[], options: AlignmentOptions): Link[] {
  if (precedes(a, b)) return alignOrdered(a, b, options);
  const apart = options.apart && { a: options.apart.b, b: options.apart.a };
  return alignOrdered(b, a, { ...options, ...(apart ? { apart } : {}) }).map(swapLink);
}

/** Whether `a` comes first in a fixed order of the two contents, so that no result depends on which is called `a`. */
export function precedes(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  for (let index = 0; index < a.length; index += 1) {
    const x = a[index] ?? '';
    const y = b[index] ?? '';
    if (x !== y) return x < y;
  }
  return true;
}

function swapLink(link: Link): Link {
  return { aFrom: link.bFrom, aTo: link.bTo, bFrom: link.aFrom, bTo: link.aTo };
}

/** Identical texts first, which need no reading; then what stands between them. */
function alignOrdered(a: readonly string[], b: readonly string[], options: AlignmentOptions): Link[] {
  const links: Link[] = [];
  let atA = 0;
  let atB = 0;
  for (const link of [...identicalTexts(a, b), pair(a.length, b.length)]) {
    if (link.aFrom - atA === 1 && link.bFrom - atB === 1 && isMostlyAlike(a[atA] ?? '', b[atB] ?? ''))
      links.push(pair(atA, atB));
    else if (atA < link.aFrom && atB < link.bFrom) {
      const gap = {
        a: a.slice(atA, link.aFrom),
        b: b.slice(atB, link.bFrom),
        apartA: placesWithin(options.apart?.a, atA, link.aFrom),
        apartB: placesWithin(options.apart?.b, atB, link.bFrom),
      };
      const inside = alignOnce(gap, options, () => alignAnew(gap, options));
      for (const inner of inside) links.push(shiftLink(inner, atA, atB));
    }
    if (link.aFrom < a.length && link.bFrom < b.length) links.push(link);
    atA = link.aTo;
    atB = link.bTo;
  }
  return links;
}

function alignAnew({ a, b, apartA, apartB }: Gap, options: AlignmentOptions): Link[] {
  const [one, other] = [a[0], b[0]];
  if (a.length === 1 && b.length === 1 && one !== undefined && other !== undefined)
    return areCounterparts(one, other, options.reader) ? [pair(0, 0)] : [];
  const items = prepareItems(a, b, options.reader);
  return alignGap({ ...items, a: setApart(items.a, apartA), b: setApart(items.b, apartB) }, options);
}

function setApart(items: readonly Item[], apart: readonly number[]): readonly Item[] {
  if (apart.length === 0) return items;
  return items.map((item, index) => (apart.includes(index) ? { ...item, apart: true } : item));
}

function alignGap(items: Items, options: AlignmentOptions): Link[] {
  const { head, tail } = commonEnds(items);
  const endA = items.a.length - tail;
  const endB = items.b.length - tail;
  const inner = { a: items.a.slice(head, endA), b: items.b.slice(head, endB), weights: items.weights };
  const middle = alignMiddle(inner, options).map((link) => shiftLink(link, head, head));
  return [
    ...Array.from({ length: head }, (_, index) => pair(index, index)),
    ...middle,
    ...Array.from({ length: tail }, (_, index) => pair(endA + index, endB + index)),
  ];
}

function shiftLink(link: Link, a: number, b: number): Link {
  return { aFrom: link.aFrom + a, aTo: link.aTo + a, bFrom: link.bFrom + b, bTo: link.bTo + b };
}

function alignMiddle(items: Items, options: AlignmentOptions): Link[] {
  if (items.a.length === 0 || items.b.length === 0) return [];
  const small = items.a.length * items.b.length <= allPairs;
  const near = small ? everyCandidate(items) : likelyCandidates(items);
  const chain = heaviestChain(weighLinks(items, near, options), items.a.length, items.b.length);
  return small ? chain : fillGaps(chain, items, options);
}

function everyCandidate(items: Items): (index: number) => Iterable<number> {
  const all = items.b.map((_, index) => index);
  return () => all;
}

/** For each item of `a`: the items of `b` with the greatest shared weight of rare words, and its equal by occurrence. */
function likelyCandidates({ a, b, weights }: Items): (index: number) => Iterable<number> {
  const holders = new Map<number, number[]>();
  b.forEach((item, index) => {
    for (const word of new Set(item.bag)) {
      const list = holders.get(word);
      if (list) list.push(index);
      else holders.set(word, [index]);
    }
  });
  const equals = equalsByOccurrence(a, b);
  // By index in `b`; nothing between two questions.
  const shared = new Float64Array(b.length);
  return (index) => {
    const met: number[] = [];
    let last = -1;
    for (const word of a[index]?.bag ?? []) {
      const list = word === last ? undefined : holders.get(word);
      last = word;
      if (!list || list.length > commonWord) continue;
      const weight = weights[word] ?? 0;
      for (const other of list) {
        if (shared[other] === 0) met.push(other);
        shared[other] = (shared[other] ?? 0) + weight;
      }
    }
    const found = new Set(greatest(met, shared));
    for (const other of met) shared[other] = 0;
    const equal = equals.get(index);
    if (equal !== undefined) found.add(equal);
    return found;
  };
}

/** The few indexes with the greatest weights, those first; of equal ones the lower. */
function greatest(indexes: readonly number[], weights: Float64Array): number[] {
  const best: number[] = [];
  for (const index of indexes) {
    let at = best.length;
    while (at > 0 && isBehind(best[at - 1] ?? 0, index, weights)) at -= 1;
    if (at >= candidatesEach) continue;
    best.splice(at, 0, index);
    if (best.length > candidatesEach) best.pop();
  }
  return best;
}

function isBehind(one: number, other: number, weights: Float64Array): boolean {
  const own = weights[one] ?? 0;
  const weight = weights[other] ?? 0;
  return own < weight || (own === weight && one > other);
}

function equalsByOccurrence(a: readonly Item[], b: readonly Item[]): Map<number, number> {
  const places = new Map<string, number[]>();
  b.forEach((item, index) => {
    const list = places.get(item.key);
    if (list) list.push(index);
    else places.set(item.key, [index]);
  });
  const seen = new Map<string, number>();
  const equals = new Map<number, number>();
  a.forEach((item, index) => {
    const nth = seen.get(item.key) ?? 0;
    seen.set(item.key, nth + 1);
    const place = places.get(item.key)?.[nth];
    if (place !== undefined) equals.set(index, place);
  });
  return equals;
}

function weighLinks(
  items: Items,
  near: (index: number) => Iterable<number>,
  options: AlignmentOptions,
): WeightedLink[] {
  const links: WeightedLink[] = [];
  items.a.forEach((x, i) => {
    for (const j of near(i)) {
      const y = items.b[j];
      if (!y) continue;
      const common = commonWeight(x.bag, y.bag, items.weights);
      if (x.key === y.key || isPair(common, x.weight, y.weight)) {
        links.push({ ...pair(i, j), weight: x.key === y.key ? x.weight + y.weight + 1 / 128 : 2 * common });
      }
      if (options.maxGroup < 2 || common === 0) continue;
      if (common >= partThreshold * y.weight && y.weight < x.weight) {
        links.push(
          ...groups({ whole: x, parts: items.b, at: j, weights: items.weights }, options).map((group) => ({
            aFrom: i,
            aTo: i + 1,
            bFrom: group.from,
            bTo: group.to,
            weight: group.weight,
          })),
        );
      }
      if (common >= partThreshold * x.weight && x.weight < y.weight) {
        links.push(
          ...groups({ whole: y, parts: items.a, at: i, weights: items.weights }, options).map((group) => ({
            aFrom: group.from,
            aTo: group.to,
            bFrom: j,
            bTo: j + 1,
            weight: group.weight,
          })),
        );
      }
    }
  });
  return links;
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** The runs of parts that begin at `at` or just before it and stand, each for the most part, in the whole. */
function groups(
  where: { whole: Item; parts: readonly Item[]; at: number; weights: Float64Array },
  options: AlignmentOptions,
): Group[] {
  const found: Group[] = [];
  for (let from = where.at; from >= 0 && from > where.at - 2; from -= 1) {
    let left = where.whole.bag;
    let common = 0;
    let partsWeight = 0;
    let to = from;
    while (to < where.parts.length && to - from < options.maxGroup) {
      const part = where.parts[to];
      if (!part || (to > from && part.apart)) break;
      const shared = commonWeight(left, part.bag, where.weights);
      if (shared < partThreshold * part.weight || shared === 0) break;
      left = withoutWords(left, part.bag);
      common += shared;
      partsWeight += part.weight;
      to += 1;
      if (to - from > 1 && to > where.at && isPair(common, where.whole.weight, partsWeight)) {
        found.push({ from, to, weight: 2 * common - splitCost * (to - from) });
      }
    }
    if (to === from) break;
  }
  return found;
}

/** Weighs every pair in the small gaps that the candidates left open. */
function fillGaps(chain: readonly Link[], items: Items, options: AlignmentOptions): Link[] {
  const filled: Link[] = [];
  let atA = 0;
  let atB = 0;
  for (const link of [...chain, pair(items.a.length, items.b.length)]) {
    const gap = {
      a: items.a.slice(atA, link.aFrom),
      b: items.b.slice(atB, link.bFrom),
      weights: items.weights,
    };
    if (gap.a.length > 0 && gap.b.length > 0 && gap.a.length * gap.b.length <= commonWord ** 2) {
      const links = weighLinks(gap, everyCandidate(gap), options);
      for (const inner of heaviestChain(links, gap.a.length, gap.b.length)) {
        filled.push(shiftLink(inner, atA, atB));
      }
    }
    if (link.aFrom < items.a.length && link.bFrom < items.b.length) filled.push(link);
    atA = link.aTo;
    atB = link.bTo;
  }
  return filled;
}
