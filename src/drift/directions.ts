/** Which way a drift goes: only here, shared by portals, or what the template itself said before. */
import type { Direction, DriftGroup } from '../model/drift.ts';
import type { EarlierTemplates } from './behind.ts';
import { rankOf } from './decisions.ts';

/** Groups by fingerprint. */
export type Groups = Pick<ReadonlyMap<string, DriftGroup>, 'get'>;

export interface Surroundings {
  /** Absent where nothing is known of the template's past. */
  readonly earlier: EarlierTemplates | undefined;
  /** Of all portals that follow the template, where only some were asked for. */
  readonly company: Groups | undefined;
}

/** The same group with its direction among all portals and beside the template's past. */
export function directGroup(group: DriftGroup, { earlier, company }: Surroundings): DriftGroup {
  const among = (company && directionAmong(company, group)) ?? group.direction;
  const [first, ...others] = group.findings;
  if (!first || !earlier) return { ...group, direction: among };
  const strongest = others.reduce(
    (best, one) => (rankOf(one.change.class) > rankOf(best.change.class) ? one : best),
    first,
  );
  const behind = earlier.find(strongest.change);
  return { ...group, direction: behind ? { ...among, kind: 'behind', behind } : among };
}

/** What is alike in several rows of another portal is one group there. */
function directionAmong(company: Groups, { fingerprint, findings }: DriftGroup): Direction | undefined {
  const alike = findings[0]?.alike;
  return (company.get(fingerprint) ?? (alike === undefined ? undefined : company.get(alike)))?.direction;
}
