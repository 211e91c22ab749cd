/** The same difference in several portals as one, beside what most portals say in its place. */
import type { Change } from '../model/change.ts';
import type { Direction, DriftGroup, Finding, Majority, PortalDrift } from '../model/drift.ts';
import { identityOf, repeatedAmong } from './alike.ts';
import { rankOf } from './decisions.ts';
import { shortText } from './places.ts';

/** Of portals that follow one template; what most portals say first, then as the portals and their texts go. */
export function groupDrift(portals: readonly PortalDrift[]): DriftGroup[] {
  return new Grouping(portals).all();
}

/** Findings by what they are alike in; each group is made when it is asked for. */
export class Grouping {
  readonly #portals: readonly PortalDrift[];
  readonly #repeated: ReadonlySet<string>;
  readonly #alike = new Map<string, [Finding, ...Finding[]]>();
  readonly #groups = new Map<string, DriftGroup>();
  #places: Places | undefined;

  constructor(portals: readonly PortalDrift[]) {
    this.#portals = portals;
    this.#repeated = repeatedAmong(portals);
    for (const { findings } of portals)
      for (const finding of findings) {
        const identity = identityOf(finding, this.#repeated);
        const group = this.#alike.get(identity);
        if (group) group.push(finding);
        else this.#alike.set(identity, [finding]);
      }
  }

  /** As `groupDrift`. */
  all(): DriftGroup[] {
    const groups = [...this.#alike.keys()].flatMap((fingerprint) => this.get(fingerprint) ?? []);
    return groups.sort((one, other) => other.direction.portals - one.direction.portals);
  }

  get(fingerprint: string): DriftGroup | undefined {
    const findings = this.#alike.get(fingerprint);
    if (!findings) return undefined;
    const group = this.#groups.get(fingerprint) ?? this.#groupOf(fingerprint, findings);
    this.#groups.set(fingerprint, group);
    return group;
  }

  #groupOf(fingerprint: string, findings: readonly [Finding, ...Finding[]]): DriftGroup {
    const { reference, column, change } = findings.reduce(stronger);
    const direction = directionOf(findings, this.#portals.length, () => this.#majorityAt(change));
    const rows = this.#repeated.has(fingerprint) ? { cookies: rowsOf(findings) } : {};
    const { kind, class: level } = change;
    return { fingerprint, reference, column, kind, class: level, ...rows, findings, direction };
  }

  #majorityAt(change: Change): Majority {
    this.#places ??= this.#notePlaces();
    return this.#places.majorityAt(change);
  }

  #notePlaces(): Places {
    const places = new Places(this.#portals.length, (identity) => shortOf(this.#alike.get(identity)));
    for (const { findings } of this.#portals)
      for (const finding of findings) places.note(finding, identityOf(finding, this.#repeated));
    return places;
  }
}

/** What most portals say takes a look at all of them, and few outputs tell it. */
function directionOf(findings: readonly Finding[], of: number, findMajority: () => Majority): Direction {
  const names = portalsOf(findings);
  let majority: Majority | undefined;
  return {
    kind: names.length > 1 ? 'shared' : 'local',
    portals: names.length,
    names,
    of,
    get majority(): Majority {
      majority ??= findMajority();
      return majority;
    },
  };
}

/** Their ids, in order; mostly they stand so, those of one portal one after the other. */
function portalsOf(findings: readonly Finding[]): readonly string[] {
  const names: string[] = [];
  let last: string | undefined;
  let ordered = true;
  for (const { portal } of findings) {
    if (portal === last) continue;
    ordered &&= last === undefined || last < portal;
    names.push(portal);
    last = portal;
  }
  return ordered ? names : [...new Set(names)].sort();
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
  readonly #shortOf: (identity: string) => string;

  constructor(portals: number, textOf: (identity: string) => string) {
    this.#portals = portals;
    this.#shortOf = textOf;
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
    said.majority ??= this.#told(majorityOf(said, this.#portals));
    return said.majority;
  }

  #told(majority: Majority): Majority {
    const text = majority.fingerprint === undefined ? '' : this.#shortOf(majority.fingerprint);
    return text === '' ? majority : { ...majority, text };
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
