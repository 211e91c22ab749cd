/** Finds the drift that a reference names: one difference from the template, in one portal or in those that were listed. */
import { identitiesOf, identityOf, isNamedBy } from '../drift/alike.ts';
import { nameSome } from '../messages/names.ts';
import type { Finding } from '../model/drift.ts';
import { Failure } from '../model/failure.ts';
import { nearestNames } from '../text/nearest.ts';
import type { Drifted, Ground } from './decisions-ground.ts';

/** One drift in one charter. */
export interface Place {
  readonly at: Drifted;
  readonly finding: Finding;
}

/** What a reference names; equal drifts of several portals have one reference, and those of several rows can have one. */
export interface Named {
  /** The finding's, or what it has alike with those of other rows. */
  readonly fingerprint: string;
  /** As printed. */
  readonly reference: string;
  readonly places: readonly [Place, ...Place[]];
}

/** The portals that `--portals` lists: by id, or `*` for all that have the drift. */
export type Listed = readonly string[] | '*';

export const fewestDigits = 4;

/** Undefined where nothing here has that reference; any other doubt fails with status 2. */
export function findNamed(given: string, ground: Ground, listed: Listed | undefined): Named | undefined {
  const wanted = readReference(given);
  const places = placesOf(ground).filter(({ finding }) => isNamedBy(finding, wanted));
  const [first, ...others] = places;
  if (!first) return undefined;
  const all = new Set(places.flatMap(({ finding }) => identitiesOf(finding)));
  const fingerprints = [...all].filter((one) => one.startsWith(wanted));
  if (fingerprints.length > 1)
    throw new Failure('ambiguous-reference', 2, {
      values: { reference: given, count: fingerprints.length },
      suggestions: fingerprints.slice(0, mostSuggestions).map((one) => one.slice(0, ground.digits)),
    });
  const [fingerprint = ''] = fingerprints;
  const named: Named = {
    fingerprint,
    reference: fingerprint.slice(0, ground.digits),
    places: [first, ...others],
  };
  refuseTwins(named);
  if (listed === undefined && portalsOf(named).length > 1) throw inSeveral(named);
  if (listed !== undefined && listed !== '*') refuseLacking(named, listed);
  return named;
}

const mostSuggestions = 5;
/** More are not written out in a sentence. */
const mostPortals = 8;

/** Each once, whatever it has several of. */
function portalsOf({ places }: Named): string[] {
  return [...new Set(places.map(({ at }) => at.charter.id))];
}

/** References that are written much like this one. */
export function nearestReferences(given: string, ground: Ground): string[] {
  const known = placesOf(ground).map(({ finding }) =>
    identityOf(finding, ground.repeated).slice(0, ground.digits),
  );
  return nearestNames(given.toLowerCase().slice(0, ground.digits), known);
}

function placesOf({ drifted }: Ground): Place[] {
  return drifted.flatMap((at) => at.drift.findings.map((finding) => ({ at, finding })));
}

export function readReference(given: string): string {
  const wanted = given.toLowerCase();
  if (!/^[0-9a-f]{1,64}$/.test(wanted))
    throw new Failure('bad-reference', 2, { values: { reference: given } });
  if (wanted.length < fewestDigits)
    throw new Failure('short-reference', 2, { values: { reference: given, least: fewestDigits } });
  return wanted;
}

function inSeveral(named: Named): Failure {
  const { reference } = named;
  const portals = portalsOf(named);
  return new Failure('reference-in-several', 2, {
    values: {
      reference,
      count: portals.length,
      portals: portals.length > mostPortals ? '' : portals.join(','),
    },
  });
}

function refuseLacking(named: Named, listed: readonly string[]): void {
  const { reference } = named;
  const portals = portalsOf(named);
  const lacking = listed.filter((id) => !portals.includes(id));
  if (lacking.length > 0)
    throw new Failure('reference-not-there', 2, {
      values: { reference, lacking: lacking.join(', '), portals: nameSome(portals) },
    });
}

/** Which of two files of one id is meant is left open. */
function refuseTwins({ places }: Named): void {
  const files = new Map<string, string>();
  for (const { at } of places) {
    const { id } = at.charter;
    const one = files.get(id);
    if (one !== undefined && one !== at.loaded.file)
      throw new Failure('duplicate-id', 3, { values: { id, one, other: at.loaded.file } });
    files.set(id, at.loaded.file);
  }
}
