/** The exact word diff: which runs of tokens two texts share, byte for byte, in order. */
import { diffArrays } from 'diff';
import type { Token } from '../text/tokens.ts';
import type { Budget } from './budget.ts';
import { longestIncreasing } from './chain.ts';

/** `length` tokens from `a` and from `b` on are identical. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

export interface TokenMatch {
  /** Ascending on both sides, never touching on both. */
  readonly runs: readonly Run[];
  /** True where the budget ran out and a stretch was not compared. */
  readonly coarse: boolean;
}

/** Stretches longer than this on both sides are first cut at word groups unique to both. */
const anchorAbove = 120;
/** Most insertions and deletions looked for in one stretch. */
const longestScript = 600;

const quickLook = 16;

interface Stretch {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/**
 * White space is not matched on its own, only beside matched words, so that two unrelated sentences do not seem to
 * share their spaces. Where the budget runs out a stretch counts as replaced.
 */
export function matchTokens(a: readonly Token[], b: readonly Token[], budget: Budget): TokenMatch {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head]?.text === b[head]?.text) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail]?.text === b[b.length - 1 - tail]?.text) tail += 1;
  const ends = { head, endA: a.length - tail, endB: b.length - tail };
  const work: Work = { a: [], b: [], placesA: [], placesB: [], pairs: [], budget, coarse: false };
  if (head < ends.endA && head < ends.endB) matchMiddle(work, a, { ...ends, other: b });
  return { runs: outerAndInner(work, a, { ...ends, other: b }), coarse: work.coarse };
}

interface Ends {
  /** Tokens alike at the beginning, and where those alike at the end begin. */
  readonly head: number;
  readonly endA: number;
  readonly endB: number;
  readonly other: readonly Token[];
}

function matchMiddle(work: Work, a: readonly Token[], { head, endA, endB, other }: Ends): void {
  const numbers = new Map<string, number>();
  significant(a, { from: head, to: endA, numbers, ids: work.a, places: work.placesA });
  significant(other, { from: head, to: endB, numbers, ids: work.b, places: work.placesB });
  matchStretch(work, { fromA: 0, toA: work.a.length, fromB: 0, toB: work.b.length }, true);
  work.pairs.sort((x, y) => x[0] - y[0]);
}

/** The runs at both ends, and between them those that the pairs of the middle grow into. */
function outerAndInner(work: Work, a: readonly Token[], { head, endA, endB, other }: Ends): Run[] {
  const inner = work.pairs.map(([x, y]): [number, number] => [work.placesA[x] ?? 0, work.placesB[y] ?? 0]);
  const runs = growRuns(inner, { a, b: other, from: head, toA: endA, toB: endB });
  const length = a.length - endA;
  const all = [
    ...(head > 0 ? [{ a: 0, b: 0, length: head }] : []),
    ...runs,
    ...(length > 0 ? [{ a: endA, b: endB, length }] : []),
  ];
  return joinTouching(all);
}

function joinTouching(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.a + last.length === run.a && last.b + last.length === run.b) {
      joined[joined.length - 1] = { ...last, length: last.length + run.length };
    } else joined.push(run);
  }
  return joined;
}

interface Work {
  /** Word numbers, white space left out, and the places of those words among the tokens. */
  readonly a: number[];
  readonly b: number[];
  readonly placesA: number[];
  readonly placesB: number[];
  readonly pairs: [number, number][];
  readonly budget: Budget;
  coarse: boolean;
}

function significant(
  tokens: readonly Token[],
  into: { from: number; to: number; numbers: Map<string, number>; ids: number[]; places: number[] },
): void {
  const { numbers, ids, places } = into;
  for (let place = into.from; place < into.to; place += 1) {
    const token = tokens[place];
    if (!token || token.kind === 'space') continue;
    let id = numbers.get(token.text);
    if (id === undefined) {
      id = numbers.size;
      numbers.set(token.text, id);
    }
    ids.push(id);
    places.push(place);
  }
}

function matchStretch(work: Work, stretch: Stretch, mayAnchor: boolean): void {
  let { fromA, toA, fromB, toB } = stretch;
  while (fromA < toA && fromB < toB && work.a[fromA] === work.b[fromB]) {
    work.pairs.push([fromA, fromB]);
    fromA += 1;
    fromB += 1;
  }
  while (fromA < toA && fromB < toB && work.a[toA - 1] === work.b[toB - 1]) {
    toA -= 1;
    toB -= 1;
    work.pairs.push([toA, toB]);
  }
  if (fromA === toA || fromB === toB) return;
  if (toA - fromA + toB - fromB <= quickLook && !sharesWord(work, { fromA, toA, fromB, toB })) return;
  const inner = { fromA, toA, fromB, toB };
  if (mayAnchor && Math.min(toA - fromA, toB - fromB) > anchorAbove) matchAnchored(work, inner);
  else matchExactly(work, inner);
}

/** A few words without one in common need no diff. */
function sharesWord(work: Work, { fromA, toA, fromB, toB }: Stretch): boolean {
  for (let x = fromA; x < toA; x += 1) {
    const at = work.b.indexOf(work.a[x] ?? -1, fromB);
    if (at >= 0 && at < toB) return true;
  }
  return false;
}

/** Cuts at groups of three words that occur once on either side. */
function matchAnchored(work: Work, { fromA, toA, fromB, toB }: Stretch): void {
  const inA = uniqueGroups(work.a, fromA, toA);
  const inB = uniqueGroups(work.b, fromB, toB);
  const places: [number, number][] = [];
  for (const [group, at] of inA) {
    const other = inB.get(group);
    if (at >= 0 && other !== undefined && other >= 0) places.push([at, other]);
  }
  const kept = longestIncreasing(places.map(([, other]) => other)).map((index) => places[index] ?? [0, 0]);
  let atA = fromA;
  let atB = fromB;
  for (const [x, y] of [...kept, [toA, toB] as const]) {
    if (x < atA || y < atB) continue;
    matchStretch(work, { fromA: atA, toA: x, fromB: atB, toB: y }, false);
    if (x < toA) work.pairs.push([x, y]);
    atA = x + 1;
    atB = y + 1;
  }
}

/** Group of three → where it begins, −1 where it occurs more than once; in order of `ids`. */
function uniqueGroups(ids: readonly number[], from: number, to: number): Map<string, number> {
  const groups = new Map<string, number>();
  for (let at = from; at + 2 < to; at += 1) {
    const group = `${ids[at]},${ids[at + 1]},${ids[at + 2]}`;
    groups.set(group, groups.has(group) ? -1 : at);
  }
  return groups;
}

function matchExactly(work: Work, { fromA, toA, fromB, toB }: Stretch): void {
  const size = toA - fromA + toB - fromB;
  const longest = Math.min(size, longestScript, Math.floor(work.budget.steps / size));
  const script =
    longest > 0
      ? diffArrays(work.a.slice(fromA, toA), work.b.slice(fromB, toB), { maxEditLength: longest })
      : undefined;
  if (script === undefined) {
    work.budget.steps -= longest * size;
    work.coarse ||= size > anchorAbove;
    return;
  }
  let atA = fromA;
  let atB = fromB;
  let edits = 0;
  for (const part of script) {
    const count = part.count ?? part.value.length;
    if (part.added || part.removed) edits += count;
    if (!part.added && !part.removed) {
      for (let step = 0; step < count; step += 1) work.pairs.push([atA + step, atB + step]);
    }
    if (!part.added) atA += count;
    if (!part.removed) atB += count;
  }
  work.budget.steps -= edits * size;
}

/** Joins neighbouring pairs into runs and takes in the equal white space beside them. */
function growRuns(
  pairs: readonly [number, number][],
  {
    a,
    b,
    from,
    toA,
    toB,
  }: { a: readonly Token[]; b: readonly Token[]; from: number; toA: number; toB: number },
): Run[] {
  const runs: Run[] = [];
  let endA = from;
  let endB = from;
  for (const [x, y] of pairs) {
    let before = 0;
    while (x - before > endA && y - before > endB && sameSpace(a[x - before - 1], b[y - before - 1]))
      before += 1;
    let after = 1;
    while (x + after < toA && y + after < toB && sameSpace(a[x + after], b[y + after])) after += 1;
    runs.push({ a: x - before, b: y - before, length: before + after });
    endA = x + after;
    endB = y + after;
  }
  return joinTouching(runs);
}

function sameSpace(x: Token | undefined, y: Token | undefined): boolean {
  return x?.kind === 'space' && x.text === y?.text;
}
