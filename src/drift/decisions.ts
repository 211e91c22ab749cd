/** Which decision stands for which difference, and whether it still covers it on a given day. */
import type { Address, Change } from '../model/change.ts';
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

/** What a decision may be about. */
export interface Decidable extends Pick<Change, 'fingerprint' | 'class'> {
  readonly address?: { readonly a?: Pick<Address, 'row'>; readonly b?: Pick<Address, 'row'> };
  /** Of a change made alike in several rows. */
  readonly alike?: string;
}

/** A decision is made for one difference, named by its fingerprint or by as many digits as tell it from the others. */
export function decide(changes: readonly Decidable[], decisions: readonly Decision[], today: Day): Rulings {
  const made = new Map<string, Decision>();
  const stale: Omit<StaleDecision, 'portal'>[] = [];
  const known = identitiesOf(changes, decisions);
  const meant = decisions.map((decision) => {
    const [only, other] = namedBy(decision.reference, known.keys());
    if (other === undefined) return coveredBy(decision, only === undefined ? [] : (known.get(only) ?? []));
    stale.push({ decision, why: 'ambiguous' });
    return undefined;
  });
  for (const [index, decision] of decisions.entries()) {
    for (const { fingerprint } of meant[index] ?? []) {
      const other = made.get(fingerprint);
      if (!other || other.on <= decision.on) made.set(fingerprint, decision);
    }
  }
  for (const [index, decision] of decisions.entries()) {
    const covered = meant[index];
    if (covered?.length === 0) stale.push({ decision, why: 'unmatched' });
    else if (covered?.every(({ fingerprint }) => made.get(fingerprint) !== decision))
      stale.push({ decision, why: 'superseded' });
  }
  return { rulings: changes.map((change) => rule(change, made.get(change.fingerprint), today)), stale };
}

/** Differences by what a reference may begin; those that are alike only where a decision names rows. */
function identitiesOf(
  changes: readonly Decidable[],
  decisions: readonly Decision[],
): ReadonlyMap<string, readonly Decidable[]> {
  const known = new Map<string, Decidable[]>();
  const add = (identity: string, change: Decidable): void => {
    const there = known.get(identity);
    if (there) there.push(change);
    else known.set(identity, [change]);
  };
  const rows = decisions.some(({ cookies }) => cookies !== undefined);
  for (const change of changes) {
    add(change.fingerprint, change);
    if (rows && change.alike !== undefined) add(change.alike, change);
  }
  return known;
}

/** Of what is alike only that in the rows decided on: in another row it may matter more. */
function coveredBy({ reference, cookies = [] }: Decision, meant: readonly Decidable[]): readonly Decidable[] {
  return meant.filter(
    (change) => change.fingerprint.startsWith(reference) || cookies.includes(rowOf(change)),
  );
}

function rowOf({ address }: Decidable): string {
  return (address?.a ?? address?.b)?.row ?? '';
}

function namedBy(reference: string, identities: Iterable<string>): readonly string[] {
  const named: string[] = [];
  for (const one of identities) {
    if (one === reference) return [reference];
    if (one.startsWith(reference)) named.push(one);
  }
  return named;
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

const open: ReadonlySet<FindingState> = new Set(openStates);

/** Whether somebody still has to decide or act. */
export function isOpen(state: FindingState): boolean {
  return open.has(state);
}

/** Whether the finding is open and of that class or a stronger one. */
export function failsGate({ change, state }: Finding, least: ChangeClass): boolean {
  return isOpen(state) && rankOf(change.class) >= rankOf(least);
}

/** Asked of every finding, many times. */
const ranks = Object.fromEntries(changeClasses.map((one, rank) => [one, rank])) as Readonly<
  Record<ChangeClass, number>
>;

/** From 0, the weakest. */
export function rankOf(one: ChangeClass): number {
  return ranks[one];
}
