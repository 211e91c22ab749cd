/** Decides on drifts: works out what each charter's file becomes, then writes those that change, each whole or not at all. */
import { join } from 'node:path';
import type { PlacedDecision } from '../canonical/decisions.ts';
import { writePlainDecisions } from '../canonical/plain-decisions.ts';
import { decidedPlace } from '../drift/places.ts';
import { nameSome } from '../messages/names.ts';
import { changeClasses, type Day, type Decision } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { readText } from '../store/files.ts';
import { replaceText } from '../store/replacing.ts';
import type { Context } from './context.ts';
import type { Drifted, Ground } from './decisions-ground.ts';
import type { Named, Place } from './decisions-reference.ts';
import type { Person } from './decisions-request.ts';
import { openText } from './shelves.ts';

/** What is decided of every drift that was named; the drift gives the rest. */
export type Ruling = Pick<Decision, 'status' | 'reason' | 'by' | 'on' | 'until'>;

/** To be corrected until a day, whoever is known to have said so. */
export function toFix({
  person,
  today,
  until,
}: {
  readonly person: Person | undefined;
  readonly today: Day;
  readonly until: Day;
}): Ruling {
  return { status: 'to-fix', ...(person ? { by: person.name } : {}), on: today, until };
}

/** One decision in one charter. */
export interface Made {
  readonly place: Place;
  readonly decision: Decision;
  /** Those in whose place it stands. */
  readonly replaced: readonly Decision[];
}

/** A charter's file with other decisions. */
export interface Revision {
  readonly at: Drifted;
  readonly before: string;
  readonly text: string;
}

export interface Decided {
  readonly made: readonly Made[];
  readonly revisions: readonly Revision[];
}

/** Decides on all that was named, and writes it: every file or none, and nothing with `--dry-run`. */
export async function decide(
  named: readonly Named[],
  { ruling, ground }: { readonly ruling: Ruling; readonly ground: Ground },
  { options }: Pick<Context, 'options'>,
): Promise<Decided> {
  const made = makeDecisions(named, ruling);
  const revisions = await reviseWith(made, ground);
  if (options['dry-run'] !== true) writeRevisions(revisions, ground);
  return { made, revisions };
}

/** In the order of the references, then of the portals. */
function makeDecisions(named: readonly Named[], ruling: Ruling): Made[] {
  const { status, reason, by, on, until } = ruling;
  return named.flatMap(({ fingerprint, places }) =>
    byCharter(places).map((here): Made => {
      const [place, ...others] = here;
      const changes = here.map(({ finding }) => finding.change);
      const level = changeClasses.findLast((one) => changes.some((change) => change.class === one));
      const decision: Decision = {
        reference: fingerprint,
        status,
        class: level ?? place.finding.change.class,
        ...decidedPlace([place.finding.change, ...others.map(({ finding }) => finding.change)]),
        ...(reason === undefined ? {} : { reason }),
        ...(by === undefined ? {} : { by }),
        on,
        ...(until === undefined ? {} : { until }),
      };
      const replaced = place.at.charter.decisions.filter(
        (one) => one.reference === fingerprint || isOnlyAbout(one, here),
      );
      return { place, decision, replaced };
    }),
  );
}

type Places = readonly [Place, ...Place[]];

function byCharter(places: readonly Place[]): Places[] {
  const charters = new Map<Drifted, [Place, ...Place[]]>();
  for (const place of places) {
    const here = charters.get(place.at);
    if (here) here.push(place);
    else charters.set(place.at, [place]);
  }
  return [...charters.values()];
}

/** A decision that is about another drift as well, or whose few digits would fit one, stays. */
function isOnlyAbout(decision: Decision, here: Places): boolean {
  const decided = new Set(here.map(({ finding }) => finding));
  const meant = here[0].at.drift.findings.filter(
    (finding) => finding.decision === decision || finding.change.fingerprint.startsWith(decision.reference),
  );
  return meant.length > 0 && meant.every((finding) => decided.has(finding));
}

/** Fails with status 3 before anything is written where one of the files is not in canonical form. */
async function reviseWith(made: readonly Made[], ground: Ground): Promise<Revision[]> {
  const charters = new Map<Drifted, Made[]>();
  for (const one of made) {
    const here = charters.get(one.place.at);
    if (here) here.push(one);
    else charters.set(one.place.at, [one]);
  }
  return Promise.all([...charters].map(([at, here]) => revise(at, placeDecisions(at, here), ground)));
}

/** A new decision takes the place of the first that it replaces, else it comes last. */
function placeDecisions({ charter }: Drifted, made: readonly Made[]): PlacedDecision[] {
  const kept = charter.decisions.flatMap((decision, before): PlacedDecision[] => {
    const by = made.find(({ replaced }) => replaced.includes(decision));
    if (!by) return [{ decision, before }];
    return by.replaced[0] === decision ? [{ decision: by.decision, before }] : [];
  });
  const fresh = made.filter(({ replaced }) => replaced.length === 0);
  return [...kept, ...fresh.map(({ decision }) => ({ decision }))];
}

/** Fails with status 4 where the file no longer says what was decided on. */
export async function revise(
  at: Drifted,
  decisions: readonly PlacedDecision[],
  { repository }: Ground,
): Promise<Revision> {
  const { file } = at.loaded;
  const before = readText(join(repository.root, file), file);
  const { document } = await openText(before, file);
  if (JSON.stringify(document) !== JSON.stringify(at.charter))
    throw new Failure('changed-meanwhile', 4, { values: { file } });
  const plain = writePlainDecisions(
    before,
    decisions.map(({ decision }) => decision),
  );
  const text = plain ?? (await import('../canonical/decisions.ts')).writeDecisions(before, decisions);
  if (text === undefined) throw new Failure('decision-not-canonical', 3, { values: { file } });
  return { at, before, text };
}

/** Where one file cannot be written, those before it are told: each of them is whole. */
export function writeRevisions(revisions: readonly Revision[], { repository: { root } }: Ground): void {
  const written: string[] = [];
  for (const { at, before, text } of revisions) {
    const { file } = at.loaded;
    try {
      replaceText(join(root, file), { file, before, after: text }, root);
    } catch (cause) {
      if (!(cause instanceof Failure) || written.length === 0) throw cause;
      const values = { file, files: nameSome(written) };
      throw new Failure('decision-partly-written', 4, { values, cause });
    }
    written.push(file);
  }
}
