/**
 * Follows one charter back through its history, whatever its file and its id were called: through renames, on each
 * branch by itself, and through times when it was gone.
 */
import type { Earlier, HistoryPage, Place, Version } from '../model/history.ts';
import { type BlobReader, openBlobs } from './blobs.ts';
import { askGit } from './git-process.ts';
import {
  type Around,
  changesFrom,
  endsShallow,
  locate,
  newPlaces,
  oldPlaces,
  type WalkOptions,
  walkCommits,
} from './history.ts';
import type { RawCommit, RawEntry } from './history-reader.ts';
import { pairRenames } from './renames.ts';
import { readIds, walkVanished } from './vanished.ts';

export interface FollowOptions extends Omit<WalkOptions, 'paths' | 'joined' | 'ids'> {
  /** The commits to start from are those by which the charter went, if another one has its file since. */
  readonly gone?: boolean;
}

/** The walk of one file name; a rename starts another from the commit before it. */
interface Lane {
  readonly file: string;
  readonly commits: AsyncGenerator<readonly RawCommit[]>;
  readonly queue: RawCommit[];
  /** Commits that what was read so far leads to. */
  readonly expected: Set<string>;
  /** Whether the first commit is the one by which the charter went from that file. */
  readonly gone: boolean;
  started: boolean;
  ended: boolean;
}

interface Course extends Around {
  readonly options: FollowOptions;
  readonly lanes: Lane[];
  /** Every id that the charter has had. */
  readonly ids: Set<string>;
  /** The ids that files give themselves, by blob. */
  readonly stated: Map<string, string>;
  /** What was given out already, as lanes may meet. */
  readonly seen: Set<string>;
  /** The oldest commit so far that made the charter out of nothing. */
  created: string | undefined;
}

/** Newest first, by the dates of the commits where branches have other names for it. */
export async function* followFile(
  root: string,
  file: string,
  options: FollowOptions,
): AsyncGenerator<HistoryPage> {
  const blobs = options.blobs ?? openBlobs(root);
  const located = await locate(root);
  const course: Course = {
    ...{ root, blobs, located, options },
    ...{ lanes: [], ids: new Set(), stated: new Map(), seen: new Set(), created: undefined },
  };
  try {
    openLane(course, file, options);
    yield* followLanes(course);
    if (await endsShallow(root, options, located)) yield { versions: [], shallow: true };
  } finally {
    for (const lane of course.lanes) await lane.commits.return(undefined);
    if (!options.blobs) blobs.close();
  }
}

function openLane(
  course: Course,
  file: string,
  { from, gone = false }: Pick<FollowOptions, 'from' | 'gone'>,
): Lane {
  const { root, options, located } = course;
  const commits = walkCommits(root, { ...options, from, paths: [file], joined: true }, located);
  const lane: Lane = { file, commits, queue: [], expected: new Set(), gone, started: false, ended: false };
  course.lanes.push(lane);
  return lane;
}

async function* followLanes(course: Course): AsyncGenerator<HistoryPage> {
  const size = course.options.pageSize ?? 200;
  let page: Version[] = [];
  for (;;) {
    const waiting = course.lanes.filter(({ queue, ended }) => queue.length === 0 && !ended);
    if (page.length >= size || (waiting.length > 0 && page.length > 0)) {
      yield { versions: page };
      page = [];
    }
    await Promise.all(waiting.map((lane) => fillLane(course, lane)));
    const lane = newestLane(course.lanes);
    const raw = lane?.queue.shift();
    if (lane && raw) page.push(...(await readLane(course, lane, raw)));
    else if (!(await reopen(course))) break;
  }
  if (page.length > 0) yield { versions: page };
}

async function fillLane({ stated, blobs }: Course, lane: Lane): Promise<void> {
  while (lane.queue.length === 0 && !lane.ended) {
    const { value, done } = await lane.commits.next();
    if (done === true) lane.ended = true;
    else {
      const entries = value.flatMap((raw) => raw.entries);
      for (const [blob, id] of await readIds(entries, blobs)) stated.set(blob, id);
      lane.queue.push(...value);
    }
  }
}

function newestLane(lanes: readonly Lane[]): Lane | undefined {
  let newest: Lane | undefined;
  for (const lane of lanes) if (instantOf(lane) > instantOf(newest)) newest = lane;
  return newest;
}

function instantOf(lane: Lane | undefined): number {
  const next = lane?.queue[0];
  return next ? Date.parse(next.commit.committed) : Number.NEGATIVE_INFINITY;
}

/** At most one version: none where it was given out before, or belongs to another charter that had this name. */
async function readLane(course: Course, lane: Lane, raw: RawCommit): Promise<Version[]> {
  const listed = raw.entries.find(({ file }) => file === lane.file);
  const { commit } = raw;
  if (!listed || (lane.started && !lane.expected.delete(commit.id))) return [];
  const first = !lane.started && course.seen.size === 0;
  const entry = lane.gone && !lane.started ? { ...listed, blob: undefined } : listed;
  lane.started = true;
  if (!isSame(course, entry, first)) return endIdle(lane);
  const origins = await originsOf(course, raw, entry);
  const before: Earlier[] = [];
  for (const { parent, place } of origins) {
    const renamed = place !== undefined && place.file !== entry.file;
    if (place) await takeId(course, place);
    const last = renamed ? await followRename(course, place, parent) : parent;
    if (!renamed && last !== undefined) lane.expected.add(last);
    if (place) before.push({ ...place, ...(last === undefined ? {} : { parent: last }) });
  }
  if (before.length === 0 && !commit.boundary) course.created = commit.id;
  await endIdle(lane);
  const mark = `${commit.id} ${entry.file}`;
  if (course.seen.has(mark)) return [];
  course.seen.add(mark);
  const known = before.flatMap(({ parent }) => parent ?? []);
  const parents = [...new Set([...commit.parents, ...known])];
  const { file, blob } = entry;
  const merge = origins.length > 1;
  const version = { commit: { ...commit, parents, merge }, file, before };
  if (blob !== undefined) return [{ ...version, blob }];
  const successor = await successorOf(course, raw, before[0]);
  return [{ ...version, ...(successor ? { successor } : {}) }];
}

/** What a charter became that went by the commit. */
async function successorOf(
  course: Course,
  raw: RawCommit,
  last: Place | undefined,
): Promise<Place | undefined> {
  const [parent] = await course.blobs.parents(raw.commit.id);
  if (parent === undefined || !last) return undefined;
  const changes = await changesFrom(parent, raw, course);
  const places = newPlaces(changes);
  const became = [...(await pairRenames(oldPlaces(changes, 0), places, course.blobs))].find(
    ([, { file }]) => file === last.file,
  );
  return became && places.find(({ file }) => file === became[0]);
}

/** What nothing leads to any more belongs to another life of that file name. */
async function endIdle(lane: Lane): Promise<Version[]> {
  if (lane.expected.size > 0) return [];
  lane.ended = true;
  lane.queue.length = 0;
  await lane.commits.return(undefined);
  return [];
}

/** Whether a removal took away this charter and not another one of that file name; takes in the ids of the first. */
function isSame({ stated, ids }: Course, { sides, blob }: RawEntry, first: boolean): boolean {
  const wanted = first ? [blob ?? sides[0]] : blob === undefined ? sides : [];
  const found = wanted.flatMap((one) => stated.get(one ?? '') ?? []);
  if (!first) return found.length === 0 || found.some((id) => ids.has(id)) || ids.size === 0;
  for (const id of found) ids.add(id);
  return true;
}

async function takeId({ stated, ids, blobs }: Course, place: Place): Promise<void> {
  const known = stated.has(place.blob) ? stated : await readIds([{ ...place, sides: [] }], blobs);
  const id = known.get(place.blob);
  if (id !== undefined) ids.add(id);
}

/** What the file was on one side of a commit. */
interface Origin {
  /** Undefined where that side had no such charter. */
  readonly place: Place | undefined;
  /** The version before on that side; for a renamed file git's own parent, to search from. */
  readonly parent: string | undefined;
}

/** One for each parent in git, though git's walk of a file leaves out parents that never had it, or have it in common. */
async function originsOf(course: Course, raw: RawCommit, entry: RawEntry): Promise<Origin[]> {
  const { commit } = raw;
  const { file, blob, sides } = entry;
  const parents = commit.boundary ? [] : await course.blobs.parents(commit.id);
  const aligned = parents.length <= 1 || parents.length === commit.parents.length;
  const idOf = (one: string | undefined): string | undefined => course.stated.get(one ?? '');
  const settled = blob === undefined || sides.every((old) => old !== undefined && idOf(old) === idOf(blob));
  const found = sides.map(
    (old, side): Origin => ({ place: placeOf(file, old), parent: commit.parents[side] }),
  );
  if (aligned && settled) return found;
  const origins: Origin[] = [];
  for (const [side, parent] of parents.entries()) {
    const changes = await changesFrom(parent, raw, course);
    const place = await placeOn(entry, changes, course.blobs);
    if (place && place.file !== file) origins.push({ place, parent });
    else
      origins.push({
        place,
        parent: aligned ? commit.parents[side] : await lastChange(course, parent, file),
      });
  }
  return origins;
}

function placeOf(file: string, blob: string | undefined): Place | undefined {
  return blob === undefined ? undefined : { file, blob };
}

/** What the file was in a parent with which the commit has all but the changes in common. */
async function placeOn(
  { file, blob }: RawEntry,
  changes: readonly RawEntry[],
  blobs: BlobReader,
): Promise<Place | undefined> {
  const change = changes.find((other) => other.file === file);
  if (!change) return placeOf(file, blob);
  if (blob === undefined) return placeOf(file, change.sides[0]);
  return (await pairRenames(oldPlaces(changes, 0), newPlaces(changes), blobs)).get(file);
}

/** The first commit that a walk of the file from there would meet. */
async function lastChange({ root }: Course, from: string, file: string): Promise<string | undefined> {
  const id = await askGit(root, ['rev-list', '--max-count=1', '--end-of-options', from, '--', file]);
  return id.trim() || undefined;
}

/** Starts the walk of the old name; gives the version that had it last. */
async function followRename(
  course: Course,
  renamed: Place,
  parent: string | undefined,
): Promise<string | undefined> {
  if (parent === undefined) return undefined;
  const lane = openLane(course, renamed.file, { from: [parent] });
  await fillLane(course, lane);
  return lane.queue[0]?.commit.id;
}

/** Where all lanes have ended: the charter may have lived before under another name, and been gone for a time. */
async function reopen(course: Course): Promise<boolean> {
  const { created, ids, blobs, options } = course;
  course.created = undefined;
  if (created === undefined || ids.size === 0) return false;
  const from = await blobs.parents(created);
  if (from.length === 0) return false;
  for await (const { id, commit, file } of walkVanished(course.root, { ...options, from, blobs })) {
    if (!ids.has(id)) continue;
    openLane(course, file, { from: [commit], gone: true });
    return true;
  }
  return false;
}
