/** What a request does to the drift of a portal: nearer to its template or farther from it. */
import { countFindings } from '../drift/counts.ts';
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import type { ClassCounts, Finding, StateCounts } from '../model/drift.ts';
import { findingStates } from '../model/drift.ts';
import type { DriftEffect } from '../model/review.ts';
import type { Standing } from './standing.ts';

/** Undefined where nothing about it changes, or there is nothing to hold the portal against. */
export function driftEffect(
  { before, after }: Standing,
  cause: DriftEffect['cause'],
): DriftEffect | undefined {
  // Of what is not there afterwards, or cannot be read, there is nothing to hold against a template.
  if (!after) return undefined;
  const then = before?.drift.findings ?? [];
  const now = after.drift.findings;
  const ended = without(then, now);
  const begun = without(now, then);
  if (ended.length === 0 && begun.length === 0) return undefined;
  const counts = { before: countsOf(then), after: countsOf(now) };
  return {
    portal: after.charter.id,
    template: after.template.id,
    cause,
    direction: directionOf(counts.before, counts.after),
    ...counts,
    ended: countsOf(ended),
    begun: countsOf(begun),
  };
}

function without(some: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(({ change }) => change.fingerprint));
  return some.filter(({ change }) => !known.has(change.fingerprint));
}

function countsOf(findings: readonly Finding[]): ClassCounts {
  const counts: StateCounts = countFindings(findings);
  const total = (level: ChangeClass): number =>
    findingStates.reduce((sum, state) => sum + counts[state][level], 0);
  return {
    variable: total('variable'),
    typographic: total('typographic'),
    wording: total('wording'),
    substantive: total('substantive'),
  };
}

/** By the strongest class of which there is more or less afterwards. */
function directionOf(before: ClassCounts, after: ClassCounts): DriftEffect['direction'] {
  const level = changeClasses.findLast((one) => before[one] !== after[one]);
  if (level === undefined) return 'both';
  return after[level] < before[level] ? 'nearer' : 'farther';
}
