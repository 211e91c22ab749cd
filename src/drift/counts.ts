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
import { isOpen, rankOf } from './decisions.ts';

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

/** Open findings from the class `least` on go before everything else. */
export function cellOf(counts: StateCounts, least: ChangeClass): DriftCell {
  if (counts === noCounts) return noFinding;
  const count = findingStates.reduce((sum, state) => sum + total(counts[state]), 0);
  const told =
    mostPressing(counts, {
      states: findingStates.filter(isOpen),
      classes: changeClasses.slice(rankOf(least)),
    }) ?? mostPressing(counts, { states: findingStates, classes: changeClasses });
  return { count, ...(told ?? {}), counts };
}

/** The strongest class of these, and the most pressing state in which it is found. */
function mostPressing(
  counts: StateCounts,
  among: { readonly states: readonly FindingState[]; readonly classes: readonly ChangeClass[] },
): Pick<DriftCell, 'class' | 'state'> | undefined {
  const strongest = among.classes.findLast((one) => among.states.some((state) => counts[state][one] > 0));
  const state = strongest && among.states.findLast((one) => counts[one][strongest] > 0);
  return strongest && state ? { class: strongest, state } : undefined;
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
