/** Which decision stands for which difference, and whether it still covers it on a given day. */
import type { Change } from '../model/change.ts';
import { type ChangeClass, changeClasses, type Day, type Decision } from '../model/charter.ts';
import { type Finding, type FindingState, openStates, type StaleDecision } from '../model/drift.ts';

/** From this class on findings need settling, where nothing else is asked for. */
export const usualGate: ChangeClass = 'wording';

export type Ruling = Pick<Finding, 'state' | 'decision' | 'lapse'>;

export interface Rulings {
  /** One a change, in their order. */
  readonly rulings: readonly Ruling[];
  readonly stale: readonly Omit<StaleDecision, 'portal'>[];
}

/** A decision is made for one difference, named by its fingerprint or by as many digits as tell it from the others. */
export function decide(
  changes: readonly Pick<Change, 'fingerprint' | 'class'>[],
  decisions: readonly Decision[],
  today: Day,
): Rulings {
  const made = new Map<string, Decision>();
  const stale: Omit<StaleDecision, 'portal'>[] = [];
  const fingerprints = new Set(changes.map(({ fingerprint }) => fingerprint));
  for (const decision of decisions) {
    const meant = namedBy(decision.reference, fingerprints);
    const [only] = meant;
    if (only === undefined || meant.length > 1) {
      stale.push({ decision, why: only === undefined ? 'unmatched' : 'ambiguous' });
      continue;
    }
    const other = made.get(only);
    const [kept, left] = other && other.on > decision.on ? [other, decision] : [decision, other];
    made.set(only, kept);
    if (left) stale.push({ decision: left, why: 'superseded' });
  }
  return { rulings: changes.map((change) => rule(change, made.get(change.fingerprint), today)), stale };
}

function namedBy(reference: string, fingerprints: ReadonlySet<string>): readonly string[] {
  return fingerprints.has(reference)
    ? [reference]
    : [...fingerprints].filter((one) => one.startsWith(reference));
}

function rule(change: Pick<Change, 'class'>, decision: Decision | undefined, today: Day): Ruling {
  if (!decision) return { state: 'unexplained' };
  const over = decision.until !== undefined && decision.until < today;
  const stronger = rankOf(change.class) > rankOf(decision.class);
  if (decision.status === 'to-fix') {
    if (over) return { state: 'overdue', decision };
    return stronger ? { state: 'lapsed', decision, lapse: 'stronger' } : { state: 'to-fix', decision };
  }
  if ((decision.reason ?? '').trim() === '') return { state: 'lapsed', decision, lapse: 'reasonless' };
  if (over) return { state: 'lapsed', decision, lapse: 'ended' };
  return stronger ? { state: 'lapsed', decision, lapse: 'stronger' } : { state: 'agreed', decision };
}

/** Whether somebody still has to decide or act. */
export function isOpen(state: FindingState): boolean {
  return openStates.some((one) => one === state);
}

/** Whether the finding is open and of that class or a stronger one. */
export function failsGate({ change, state }: Finding, least: ChangeClass): boolean {
  return isOpen(state) && rankOf(change.class) >= rankOf(least);
}

/** From 0, the weakest. */
export function rankOf(one: ChangeClass): number {
  return changeClasses.indexOf(one);
}
