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
  const numbers = new Map<string, number>();
  const wordsA = significant(a, numbers);
  const wordsB = significant(b, numbers);
  const pairs: [number, number][] = [];
  const work: Work = { a: wordsA.ids, b: wordsB.ids, pairs, budget, coarse: false };
  matchStretch(work, { fromA: 0, toA: wordsA.ids.length, fromB: 0, toB: wordsB.ids.length }, true);
  pairs.sort((x, y) => x[0] - y[0]);
  const matched = pairs.map(([x, y]): [number, number] => [wordsA.places[x] ?? 0, wordsB.places[y] ?? 0]);
  return { runs: growRuns(matched, a, b), coarse: work.coarse };
}

interface Work {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly pairs: [number, number][];
  readonly budget: Budget;
  coarse: boolean;
}

function significant(
  tokens: readonly Token[],
  numbers: Map<string, number>,
): { ids: number[]; places: number[] } {
  const ids: number[] = [];
  const places: number[] = [];
  tokens.forEach((token, place) => {
    if (token.kind === 'space') return;
    let id = numbers.get(token.text);
    if (id === undefined) {
      id = numbers.size;
      numbers.set(token.text, id);
    }
    ids.push(id);
    places.push(place);
  });
  return { ids, places };
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
function growRuns(pairs: readonly [number, number][], a: readonly Token[], b: readonly Token[]): Run[] {
  const runs: { a: number; b: number; length: number }[] = [];
  let endA = 0;
  let endB = 0;
  for (const [x, y] of pairs) {
    let before = 0;
    while (x - before > endA && y - before > endB && sameSpace(a[x - before - 1], b[y - before - 1]))
      before += 1;
    const last = runs.at(-1);
    if (last && x - before === endA && y - before === endB) last.length += before + 1;
    else runs.push({ a: x - before, b: y - before, length: before + 1 });
    endA = x + 1;
    endB = y + 1;
    const open = runs.at(-1);
    while (open && endA < a.length && endB < b.length && sameSpace(a[endA], b[endB])) {
      open.length += 1;
      endA += 1;
      endB += 1;
    }
  }
  return runs;
}

function sameSpace(x: Token | undefined, y: Token | undefined): boolean {
  return x?.kind === 'space' && x.text === y?.text;
}
