/** The same difference in several portals as one, beside what most portals say in its place. */
import type { Change } from '../model/change.ts';
import type { DriftGroup, Finding, Majority, PortalDrift } from '../model/drift.ts';
import { identityOf, repeatedAlike } from './alike.ts';
import { rankOf } from './decisions.ts';
import { shortText } from './places.ts';

/** Of portals that follow one template; what most portals say first, then as the portals and their texts go. */
export function groupDrift(portals: readonly PortalDrift[]): DriftGroup[] {
  const repeated = new Set(portals.flatMap(({ findings }) => [...repeatedAlike(findings)]));
  const alike = new Map<string, [Finding, ...Finding[]]>();
  const said = new Map<string, Said>();
  for (const { findings } of portals) {
    for (const finding of findings) {
      const identity = identityOf(finding, repeated);
      const group = alike.get(identity);
      if (group) group.push(finding);
      else alike.set(identity, [finding]);
      note(said, finding, identity);
    }
  }
  const groups = [...alike].map(([fingerprint, findings]): DriftGroup => {
    const { reference, column, change } = findings.reduce(stronger);
    const names = [...new Set(findings.map(({ portal }) => portal))].sort();
    const majority = majorityAt(said.get(placeOf(change)), portals.length);
    const text = shortOf(alike.get(majority.fingerprint ?? ''));
    const direction = {
      kind: names.length > 1 ? ('shared' as const) : ('local' as const),
      portals: names.length,
      names,
      of: portals.length,
      majority: { ...majority, ...(text === '' ? {} : { text }) },
    };
    const rows = repeated.has(fingerprint) ? { cookies: rowsOf(findings) } : {};
    const { kind, class: level } = change;
    return { fingerprint, reference, column, kind, class: level, ...rows, findings, direction };
  });
  return groups.sort((one, other) => other.direction.portals - one.direction.portals);
}

/** As the first of them by its id puts it. */
function shortOf(findings: readonly Finding[] = []): string {
  const [first, ...others] = findings;
  if (!first) return '';
  return shortText(others.reduce((one, other) => (other.portal < one.portal ? other : one), first).change);
}

function rowsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ change: { address } }) => (address.a ?? address.b)?.row ?? []))];
}

function stronger(one: Finding, other: Finding): Finding {
  return rankOf(other.change.class) > rankOf(one.change.class) ? other : one;
}

/** What portals say in one place of the template instead of what stands there. */
interface Said {
  /** Portals by fingerprint. */
  readonly differently: Map<string, number>;
  /** All of them, each once. */
  readonly portals: Set<string>;
}

function note(said: Map<string, Said>, { portal, change }: Finding, identity: string): void {
  const place = placeOf(change);
  const here = said.get(place) ?? { differently: new Map(), portals: new Set() };
  here.differently.set(identity, (here.differently.get(identity) ?? 0) + 1);
  here.portals.add(portal);
  said.set(place, here);
}

/** What a portal adds has no place in the template but its own. */
function placeOf({ kind, address, fingerprint }: Change): string {
  if (!address.a) return fingerprint;
  const { block, table, rowIndex, column } = address.a;
  return JSON.stringify([kind === 'variable', block, table, rowIndex, column]);
}

function majorityAt(said: Said | undefined, portals: number): Majority {
  let most: Majority = { portals: portals - (said?.portals.size ?? 0) };
  for (const [fingerprint, count] of said?.differently ?? [])
    if (count > most.portals || (count === most.portals && fingerprint < (most.fingerprint ?? '')))
      most = { portals: count, fingerprint };
  return most;
}
