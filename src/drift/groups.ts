/** The same difference in several portals as one, beside what most portals say in its place. */
import type { Change } from '../model/change.ts';
import type { Direction, DriftGroup, Finding, Majority, PortalDrift } from '../model/drift.ts';
import { identityOf, repeatedAmong } from './alike.ts';
import { rankOf } from './decisions.ts';
import { shortText } from './places.ts';

/** Of portals that follow one template; what most portals say first, then as the portals and their texts go. */
export function groupDrift(portals: readonly PortalDrift[]): DriftGroup[] {
  const repeated = repeatedAmong(portals);
  const alike = new Map<string, [Finding, ...Finding[]]>();
  const places = new Places(portals.length);
  for (const { findings } of portals) {
    for (const finding of findings) {
      const identity = identityOf(finding, repeated);
      const group = alike.get(identity);
      if (group) group.push(finding);
      else alike.set(identity, [finding]);
      places.note(finding, identity);
    }
  }
  const said = new Map<string | undefined, string>();
  const saidBy = (identity: string | undefined): string => {
    const text = said.get(identity) ?? shortOf(alike.get(identity ?? ''));
    said.set(identity, text);
    return text;
  };
  const groups = [...alike].map(([fingerprint, findings]): DriftGroup => {
    const { reference, column, change } = findings.reduce(stronger);
    const majority = places.majorityAt(change);
    const text = saidBy(majority.fingerprint);
    const direction = directionOf(findings, portals.length, {
      ...majority,
      ...(text === '' ? {} : { text }),
    });
    const rows = repeated.has(fingerprint) ? { cookies: rowsOf(findings) } : {};
    const { kind, class: level } = change;
    return { fingerprint, reference, column, kind, class: level, ...rows, findings, direction };
  });
  return groups.sort((one, other) => other.direction.portals - one.direction.portals);
}

function directionOf(findings: readonly Finding[], of: number, majority: Majority): Direction {
  const names = [...new Set(findings.map(({ portal }) => portal))].sort();
  return { kind: names.length > 1 ? 'shared' : 'local', portals: names.length, names, of, majority };
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
  /** Portals by identity. */
  readonly differently: Map<string, number>;
  /** All of them, each once. */
  portals: number;
  /** Noted last: a portal's findings are noted one after the other. */
  last?: string;
  majority?: Majority;
}

function majorityOf({ differently, portals }: Said, of: number): Majority {
  let most: Majority = { portals: of - portals };
  for (const [fingerprint, count] of differently)
    if (count > most.portals || (count === most.portals && fingerprint < (most.fingerprint ?? '')))
      most = { portals: count, fingerprint };
  return most;
}

/** The places of the template of which portals say something else. */
class Places {
  readonly #said = new Map<string, Said>();
  /** Portals that differ alike have one change. */
  readonly #byChange = new Map<Change, Said>();
  readonly #portals: number;

  constructor(portals: number) {
    this.#portals = portals;
  }

  note({ portal, change }: Finding, identity: string): void {
    const here = this.#at(change);
    here.differently.set(identity, (here.differently.get(identity) ?? 0) + 1);
    if (here.last !== portal) here.portals += 1;
    here.last = portal;
  }

  /** Asked for when all are noted. */
  majorityAt(change: Change): Majority {
    const said = this.#at(change);
    said.majority ??= majorityOf(said, this.#portals);
    return said.majority;
  }

  #at(change: Change): Said {
    const known = this.#byChange.get(change);
    if (known) return known;
    const place = placeOf(change);
    const said = this.#said.get(place) ?? { differently: new Map(), portals: 0 };
    this.#said.set(place, said);
    this.#byChange.set(change, said);
    return said;
  }
}

/** What a portal adds has no place in the template but its own. */
function placeOf({ kind, address, fingerprint }: Change): string {
  if (!address.a) return fingerprint;
  const { block, table, rowIndex, column } = address.a;
  return JSON.stringify([kind === 'variable', block, table, rowIndex, column]);
}
