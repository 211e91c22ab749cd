/** What a merge did itself: not what it took over from one of its sides as git would have, which that side's own versions tell. */
import type { Change, Summary } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import type { VersionDiff } from '../model/log.ts';
import { keepChanges } from './comparison.ts';
import { type Counts, type FragmentReader, readFragments } from './fragments.ts';

export interface MergeChanges {
  /** Of the comparison with the first version before: the merge's own changes. */
  readonly own: VersionDiff;
  /** Of the other comparisons: what the merge did not take over, where `own` does not say it. */
  readonly dropped: readonly VersionDiff[];
}

/** The merge's own changes, as far as they are known without the versions that its sides have in common. */
export function commonChanges(first: VersionDiff, others: readonly VersionDiff[]): VersionDiff {
  return others.length === 0 ? first : mergeChanges([first, ...others], []).own;
}

/**
 * `comparisons`: with each version before. `bases`: the versions that the sides come from; without any, a text that
 * one side only has may be new there or gone from the others, and is left to the versions of the sides.
 */
export function mergeChanges(
  comparisons: readonly [VersionDiff, ...VersionDiff[]],
  bases: readonly CharterDocument[],
): MergeChanges {
  const [first, ...others] = comparisons;
  const parents = comparisons.map(({ a }) => a);
  const fragments = readFragments([first.b, ...parents, ...bases]);
  const [result, sides, origins] = [[first.b], parents, bases].map((list) => list.map(fragments.count));
  const isUnexpected = expectation({
    result: result?.[0] ?? new Map(),
    sides: sides ?? [],
    bases: origins ?? [],
  });
  const elsewhere = others.map(({ diff }) => new Set(diff.changes.map(({ fingerprint }) => fingerprint)));
  const told = new Set<string>();
  const own = keep(first, (change) => {
    const own = unexpectedOf(change, first, { fragments, isUnexpected });
    const kept = own.length > 0 || elsewhere.every((held) => held.has(change.fingerprint));
    if (kept) for (const key of [...own, ...placeOf(change)]) told.add(key);
    return kept;
  });
  const dropped = others.map((other) =>
    keep(other, (change) => {
      const lost = unexpectedOf(change, other, { fragments, isUnexpected });
      const kept = lost.some((key) => !told.has(key)) && !placeOf(change).some((key) => told.has(key));
      if (kept) for (const key of lost) told.add(key);
      return kept;
    }),
  );
  return { own, dropped: dropped.filter(({ diff }) => diff.changes.length > 0) };
}

interface Held {
  readonly result: Counts;
  readonly sides: readonly Counts[];
  readonly bases: readonly Counts[];
}

/** Whether the result holds a text more or less often than it would had each side's changes been taken over. */
function expectation({ result, sides, bases }: Held): (key: string) => boolean {
  return (key) => {
    const counts = new Set(sides.map((side) => side.get(key) ?? 0));
    const before = new Set(bases.map((base) => base.get(key) ?? 0));
    const held = result.get(key) ?? 0;
    if (counts.size === 1) return !counts.has(held);
    const [base] = before;
    if (base === undefined || before.size > 1) return false;
    return held !== [...counts].reduce((sum, count) => sum + count - base, base);
  };
}

interface Reading {
  readonly fragments: FragmentReader;
  readonly isUnexpected: (key: string) => boolean;
}

function unexpectedOf(change: Change, sides: VersionDiff, { fragments, isUnexpected }: Reading): string[] {
  return fragments.ofChange(change, sides).filter(isUnexpected);
}

/** Where it stands in the result, as a key; none where it is gone. */
function placeOf({ address: { b } }: Change): string[] {
  return b === undefined ? [] : [JSON.stringify([b.block, b.table, b.rowIndex, b.column, 'place'])];
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
