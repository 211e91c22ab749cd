/** What a merge did itself: not what it took over from one of its sides as git would have, which that side's own versions tell. */
import type { Change, Summary } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import type { VersionDiff } from '../model/log.ts';
import type { Common } from '../model/merge.ts';
import { keepChanges } from './comparison.ts';
import { type Counts, type FragmentReader, readFragments } from './fragments.ts';

export interface MergeChanges {
  /** Of the comparison with the first version before: the merge's own changes. */
  readonly own: VersionDiff;
  /** Of the other comparisons: what the merge did not take over, where `own` does not say it. */
  readonly dropped: readonly VersionDiff[];
}

export type Bases = readonly Common<CharterDocument>[];

/**
 * `comparisons`: with each version before. `bases`: for each of these but the first, what its side has in common with
 * those ahead of it; where that is not known, a text that one side only has may be new there or gone from the others,
 * and is left to the versions of the sides. `swapped`: the merge is the first side of each comparison.
 */
export function mergeChanges(
  comparisons: readonly [VersionDiff, ...VersionDiff[]],
  bases: Bases,
  { swapped = false }: { readonly swapped?: boolean } = {},
): MergeChanges {
  const [first, ...others] = comparisons;
  const [before, after] = swapped ? (['b', 'a'] as const) : (['a', 'b'] as const);
  const result = first[after];
  const parents = comparisons.map((comparison) => comparison[before]);
  const origins = bases.flatMap(documentsIn);
  const fragments = readFragments([result, ...parents, ...origins]);
  const isUnexpected = expectation({
    result: fragments.count(result),
    sides: parents.map(fragments.count),
    bases: bases.map((common) => countsIn(common, fragments)),
  });
  const elsewhere = others.map(({ diff }) => new Set(diff.changes.map(({ fingerprint }) => fingerprint)));
  const told = new Set<string>();
  const own = keep(first, (change) => {
    const own = unexpectedOf(change, first, { fragments, isUnexpected });
    const kept = own.length > 0 || elsewhere.every((held) => held.has(change.fingerprint));
    if (kept) for (const key of [...own, ...placeOf(change, after)]) told.add(key);
    return kept;
  });
  const dropped = others.map((other) =>
    keep(other, (change) => {
      const lost = unexpectedOf(change, other, { fragments, isUnexpected });
      const kept = lost.some((key) => !told.has(key)) && !placeOf(change, after).some((key) => told.has(key));
      if (kept) for (const key of lost) told.add(key);
      return kept;
    }),
  );
  return { own, dropped: dropped.filter(({ diff }) => diff.changes.length > 0) };
}

function documentsIn({ texts, earlier }: Common<CharterDocument>): CharterDocument[] {
  return [...texts.filter((text) => text !== undefined), ...earlier.flatMap(documentsIn)];
}

function countsIn({ texts, earlier }: Common<CharterDocument>, fragments: FragmentReader): Common<Counts> {
  return {
    texts: texts.map((text) => (text ? fragments.count(text) : new Map())),
    earlier: earlier.map((common) => countsIn(common, fragments)),
  };
}

interface Held {
  readonly result: Counts;
  readonly sides: readonly Counts[];
  readonly bases: readonly Common<Counts>[];
}

/** Whether the result holds a text more or less often than it would had each side's changes been taken over. */
function expectation({ result, sides, bases }: Held): (key: string) => boolean {
  return (key) => {
    const [first = 0, ...others] = sides.map((side) => side.get(key) ?? 0);
    const held = result.get(key) ?? 0;
    if (others.every((count) => count === first)) return held !== first;
    let expected = new Set([first]);
    for (const [at, count] of others.entries()) {
      const common = [...(bases[at] ? commonOf(bases[at], key) : [])];
      expected = new Set([...expected].flatMap((sum) => join(sum, count, common)));
    }
    return expected.size > 0 && !expected.has(held);
  };
}

/** What two sides make of a text; as many answers as there are to what they have in common. */
function join(one: number, other: number, common: readonly number[]): number[] {
  return common.map((base) => (one === other ? one : Math.max(0, one + other - base)));
}

/** How often a merge of what is in common would hold a text: one answer, where enough is known. */
function commonOf({ texts, earlier }: Common<Counts>, key: string): ReadonlySet<number> {
  const counts = texts.map((text) => text?.get(key) ?? 0);
  const [first, ...others] = counts;
  let merged = new Set(first === undefined ? [] : [first]);
  for (const [at, count] of others.entries()) {
    const before = [...(earlier[at] ? commonOf(earlier[at], key) : [])];
    if (before.length === 0) return new Set(counts);
    merged = new Set([...merged].flatMap((sum) => join(sum, count, before)));
  }
  return merged;
}

interface Reading {
  readonly fragments: FragmentReader;
  readonly isUnexpected: (key: string) => boolean;
}

function unexpectedOf(change: Change, sides: VersionDiff, { fragments, isUnexpected }: Reading): string[] {
  return fragments.ofChange(change, sides).filter(isUnexpected);
}

/** Where it stands in the result, as a key; none where it is gone. */
function placeOf({ address }: Change, side: 'a' | 'b'): string[] {
  const place = address[side];
  if (place === undefined) return [];
  return [JSON.stringify([place.block, place.table, place.rowIndex, place.column, 'place'])];
}

function keep(comparison: VersionDiff, isKept: (change: Change) => boolean): VersionDiff {
  const diff = keepChanges(comparison.diff, isKept);
  if (diff === comparison.diff) return comparison;
  return { ...comparison, diff: { ...diff, summary: summarise(diff.changes) } };
}

function summarise(changes: readonly Change[]): Summary {
  const summary = { variable: 0, typographic: 0, wording: 0, substantive: 0 };
  for (const change of changes) summary[change.class] += 1;
  return summary;
}
