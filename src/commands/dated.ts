/** Finds the version of a charter that a day stands for: what was last observed by the end of it, or committed. */
import { readSettings } from '../canonical/settings.ts';
import type { Dated } from '../model/change.ts';
import type { Day } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Version } from '../model/history.ts';
import { openBlobs } from '../store/blobs.ts';
import { exists, readText } from '../store/files.ts';
import { followFile } from '../store/following.ts';
import { type Repository, settingsFile } from '../store/repository.ts';
import { captureOwner, inOrder } from '../store/snapshots.ts';
import { createCalendar } from '../text/zone.ts';
import { createProver, type Prover } from './capture-proof.ts';
import { countsFor, type Marked, markVersions } from './marked-versions.ts';
import { findStart } from './past-start.ts';
import type { DocumentKind, Shelf } from './shelves.ts';
import { findUnheld, type KeptCapture, type UnheldSearch } from './unheld-captures.ts';

export interface DatedQuestion {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly day: Day;
  readonly by: Dated['by'];
}

/** A version and what is to be said of its date. */
export interface DatedVersion {
  readonly version: Version;
  readonly dated: Dated;
}

/** `present`: the commit from which the past is read. Fails with status 2 where the charter has no version that old. */
export async function findDated(
  repository: Repository,
  present: Shelf,
  question: DatedQuestion,
): Promise<DatedVersion> {
  const { root } = repository;
  const blobs = openBlobs(root);
  try {
    const { file, ...start } = await findStart({ repository, blobs }, { ...question, shelf: present });
    const dayOf = createCalendar(await readTimezone(repository, present));
    const marked: Marked[] = [];
    let shallow = false;
    for await (const page of followFile(root, file, { ...start, blobs })) {
      marked.push(...(await markVersions(page.versions, { dayOf, blobs })));
      shallow ||= page.shallow === true;
      // Commits come newest first; captures may have been recorded in any order.
      if (question.by === 'commit' && marked.some(({ recorded }) => recorded <= question.day)) break;
    }
    const prove = createProver(repository, { present, blobs });
    const search = { repository, present, blobs, dayOf, id: question.id };
    const chosen = await chooseDated(marked, { ...question, prove, search });
    if (chosen) return chosen;
    throw tooEarly(marked, question, shallow);
  } finally {
    blobs.close();
  }
}

/** Of the work tree's settings, else of the commit's. Fails with status 3 where they cannot be understood. */
export async function readTimezone({ root }: Repository, present: Shelf): Promise<string> {
  const path = `${root}/${settingsFile}`;
  const text = exists(path) ? readText(path, settingsFile) : await present.settings?.();
  const { settings, problems } = await readSettings(text);
  if (problems.length === 0) return settings.timezone;
  throw new Failure('invalid-settings', 3, {
    values: { file: settingsFile, count: problems.length },
    problems: problems.map((problem) => ({ file: settingsFile, problem })),
  });
}

interface Choice extends DatedQuestion {
  readonly prove: Prover;
  readonly search: UnheldSearch;
}

/** `versions`: newest first. */
async function chooseDated(versions: readonly Marked[], choice: Choice): Promise<DatedVersion | undefined> {
  if (choice.by === 'commit') return chooseCommitted(versions, choice);
  const { unheld, ...holdings } = await findUnheld(versions, choice.search);
  const chosen = await chooseObserved(holdings.versions, choice);
  return chosen && { ...chosen, dated: withUnheld(chosen, unheld) };
}

async function chooseCommitted(
  versions: readonly Marked[],
  { day: asked, prove }: Choice,
): Promise<DatedVersion | undefined> {
  const at = versions.findIndex(({ recorded }) => recorded <= asked);
  const chosen = versions[at];
  if (!chosen) return undefined;
  const origin = await originOf(chosen, { versions, prove });
  const dated = { ...describe(chosen, { asked, by: 'commit' }), ...origin };
  return { version: chosen.version, dated: withNext(dated, versions[at - 1]?.recorded) };
}

/**
 * The latest capture that is not after the day, as the commit that brought it in reads it: what was edited since was
 * not observed. Only a later reading of the same capture, told technical, stands for it too.
 */
async function chooseObserved(
  versions: readonly Marked[],
  { day: asked, prove }: Choice,
): Promise<Observed | undefined> {
  const known = versions.filter((marked, at) => countsFor(marked) <= asked && !isUndone(versions, at, asked));
  const latest = known.reduce((day, marked) => (countsFor(marked) > day ? countsFor(marked) : day), '');
  const newest = known.find((marked) => countsFor(marked) === latest);
  if (!newest) return undefined;
  const recording = await recordingOf(newest, versions, prove);
  const shown = await shownOf(recording, versions, prove);
  const dated = {
    ...describe(recording, { asked, by: 'capture' }),
    ...(await originOf(shown, { versions, prove })),
  };
  const next =
    newest.version.blob === undefined ? returnAfter(newest, versions) : nextCapture(latest, versions);
  return {
    version: shown.version,
    dated: withNext(dated, next),
    ...(recording.captureFile === undefined ? {} : { captureFile: recording.captureFile }),
  };
}

interface Observed extends DatedVersion {
  readonly captureFile?: string;
}

/** With the days of captures kept between this one and the next that a version holds. */
function withUnheld({ dated, captureFile }: Observed, unheld: readonly KeptCapture[]): Dated {
  const { captured, next } = dated;
  if (captured === undefined || captureFile === undefined) return dated;
  const between = unheld.filter(
    ({ file, day }) =>
      (day > captured || (day === captured && inOrder(file, captureFile) > 0)) &&
      (next === undefined || day <= next),
  );
  return between.length === 0 ? dated : { ...dated, unheld: between.map(({ day }) => day) };
}

/** A removal has no capture to be held against those after it: it lasts until a commit brings the charter back. */
function isUndone(versions: readonly Marked[], at: number, asked: Day): boolean {
  if (versions[at]?.version.blob !== undefined) return false;
  return versions
    .slice(0, at)
    .some(({ version, recorded }) => version.blob !== undefined && recorded <= asked);
}

function returnAfter(removal: Marked, versions: readonly Marked[]): Day | undefined {
  const back = versions
    .slice(0, versions.indexOf(removal))
    .findLast(({ version }) => version.blob !== undefined);
  if (!back) return undefined;
  return countsFor(back) > removal.recorded ? countsFor(back) : back.recorded;
}

function nextCapture(latest: Day, versions: readonly Marked[]): Day | undefined {
  const later = versions.filter((marked) => marked.version.blob !== undefined && countsFor(marked) > latest);
  return later.map(countsFor).sort()[0];
}

/**
 * Where the capture was first brought in as it is; where nothing proves that of any version, where it was named first.
 * What only its commit says gives way to what the capture bears out.
 */
async function recordingOf(newest: Marked, versions: readonly Marked[], prove: Prover): Promise<Marked> {
  if (newest.capture === undefined) return newest;
  const alike = versions.filter(({ capture }) => capture === newest.capture).reverse();
  let doubtful: Marked | undefined;
  for (const version of alike) {
    const proof = await prove(version);
    if (proof === 'read' || proof === 'told') return version;
    if (proof !== 'contradicted' || doubtful) continue;
    if ((await prove(await shownOf(version, versions, prove))) === 'read') return version;
    doubtful = version;
  }
  return doubtful ?? alike[0] ?? newest;
}

/** By the nearest of the versions before with the same capture that tells. */
function isEdited(marked: Marked, versions: readonly Marked[]): boolean {
  if (marked.capture === undefined) return false;
  for (const { capture, told } of versions.slice(versions.indexOf(marked))) {
    if (capture !== marked.capture || told === 'imported') return false;
    if (told === 'edited') return true;
  }
  return false;
}

/**
 * The latest reading of that capture that it bears out, else the latest that is told technical. `recording`: where the
 * capture was brought in.
 */
async function shownOf(recording: Marked, versions: readonly Marked[], prove: Prover): Promise<Marked> {
  const readings = [recording];
  for (let at = versions.indexOf(recording) - 1; at >= 0; at -= 1) {
    const later = versions[at];
    if (!later?.technical || later.capture !== recording.capture) break;
    readings.unshift(later);
  }
  if (readings.length > 1)
    for (const reading of readings) if ((await prove(reading)) === 'read') return reading;
  return readings[0] ?? recording;
}

interface Witnesses {
  readonly versions: readonly Marked[];
  readonly prove: Prover;
}

function describe(
  { captured, recorded, version, became }: Marked,
  asked: Pick<Dated, 'asked' | 'by'>,
): Dated {
  return {
    ...asked,
    recorded,
    ...(captured === undefined ? {} : { captured }),
    ...(version.commit.boundary ? { atLatest: true } : {}),
    ...(version.blob === undefined ? { removed: true } : {}),
    ...(became === undefined ? {} : { renamed: became }),
  };
}

async function originOf(
  marked: Marked,
  { versions, prove }: Witnesses,
): Promise<Pick<Dated, 'edited' | 'unproven' | 'told' | 'copied'>> {
  if (marked.capture === undefined) return {};
  const proof = await prove(marked);
  if (proof === 'read') return {};
  if (proof === 'told') return { told: 'unchecked' };
  if (proof === 'contradicted') return { told: proof };
  const original = captureOwner(marked.captureFile ?? '');
  if (proof === 'copied' && original !== undefined) return { copied: original };
  return isEdited(marked, versions) ? { edited: true } : { unproven: true };
}

function withNext(dated: Dated, next: Day | undefined): Dated {
  return next === undefined ? dated : { ...dated, next };
}

function tooEarly(versions: readonly Marked[], { id, day, by }: DatedQuestion, shallow: boolean): Failure {
  const held = versions.filter(({ version }) => version.blob !== undefined);
  const days = (held.length > 0 ? held : versions).map((marked) =>
    by === 'commit' ? marked.recorded : countsFor(marked),
  );
  const values = { id, day, first: days.sort()[0] ?? '' };
  return new Failure(shallow ? 'before-known-versions' : 'before-first-version', 2, { values });
}
