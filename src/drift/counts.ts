/** How many findings of each state and class there are, and what one look at them should tell. */
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import {
  type ClassCounts,
  type DriftCell,
  type Finding,
  type FindingState,
  findingStates,
  type StateCounts,
} from '../model/drift.ts';
import { isOpen } from './decisions.ts';

type Counting = Record<FindingState, Record<ChangeClass, number>>;

export function countFindings(findings: readonly Finding[]): StateCounts {
  if (findings.length === 0) return noCounts;
  const counts = zeroes();
  for (const { state, change } of findings) counts[state][change.class] += 1;
  return counts;
}

export function sumCounts(all: Iterable<StateCounts>): StateCounts {
  const sum = zeroes();
  for (const counts of all) {
    if (counts === noCounts) continue;
    for (const state of findingStates) for (const one of changeClasses) sum[state][one] += counts[state][one];
  }
  return sum;
}

export function cellOf(counts: StateCounts): DriftCell {
  if (counts === noCounts) return noFinding;
  const count = findingStates.reduce((sum, state) => sum + total(counts[state]), 0);
  const told = mostPressing(counts);
  return { count, ...(told ?? {}), counts };
}

/** From open findings to agreed ones: the strongest class there, and the most pressing state that has it. */
function mostPressing(counts: StateCounts): Pick<DriftCell, 'class' | 'state'> | undefined {
  const tiers: readonly (readonly FindingState[])[] = [findingStates.filter(isOpen), ['to-fix'], ['agreed']];
  for (const states of tiers) {
    const strongest = changeClasses.findLast((one) => states.some((state) => counts[state][one] > 0));
    const state = strongest && states.findLast((one) => counts[one][strongest] > 0);
    if (strongest && state) return { class: strongest, state };
  }
  return undefined;
}

function total(counts: ClassCounts): number {
  return changeClasses.reduce((sum, one) => sum + counts[one], 0);
}

function zeroes(): Counting {
  const none = (): Record<ChangeClass, number> => ({
    variable: 0,
    typographic: 0,
    wording: 0,
    substantive: 0,
  });
  return { agreed: none(), 'to-fix': none(), unexplained: none(), lapsed: none(), overdue: none() };
}

/** One object for all places without a finding, which are most. */
const noCounts: StateCounts = zeroes();
const noFinding: DriftCell = { count: 0, counts: noCounts };
