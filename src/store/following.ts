/**
 * Follows one charter back through its history, whatever its file and its id were called: through renames, on each
 * branch by itself, and through times when it was gone.
 */
import type { Earlier, HistoryPage, Place, Version } from '../model/history.ts';
import { headLength, statedId } from '../text/headlines.ts';
import { type BlobReader, openBlobs } from './blobs.ts';
import { askGit } from './git-process.ts';
import {
  type Around,
  cameOn,
  changesFrom,
  endsShallow,
  locate,
  type WalkOptions,
  walkCommits,
  wentOn,
} from './history.ts';
import type { RawCommit, RawEntry } from './history-reader.ts';
import { pairRenames } from './renames.ts';

export type FollowOptions = Omit<WalkOptions, 'paths' | 'joined' | 'removals'>;

/** The walk of one file name; a rename starts another from the commit before it. */
interface Lane {
  readonly file: string;
  readonly commits: AsyncGenerator<readonly RawCommit[]>;
  readonly queue: RawCommit[];
  /** Commits that what was read so far leads to. */
  readonly expected: Set<string>;
  started: boolean;
  ended: boolean;
}

interface Course extends Around {
  readonly options: FollowOptions;
  readonly lanes: Lane[];
  /** Every id that the charter has had. */
  readonly ids: Set<string>;
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
    ...{ lanes: [], ids: new Set(), seen: new Set(), created: undefined },
  };
  try {
    openLane(course, file, options.from);
    yield* followLanes(course);
    if (await endsShallow(root, options, located)) yield { versions: [], shallow: true };
  } finally {
    for (const lane of course.lanes) await lane.commits.return(undefined);
    if (!options.blobs) blobs.close();
  }
}

/** The last removal of a charter or template of that id before the commits; undefined where there was none. */
export async function findRemoved(
  root: string,
  id: string,
  options: FollowOptions,
): Promise<{ readonly commit: string; readonly file: string } | undefined> {
  const blobs = options.blobs ?? openBlobs(root);
  try {
    const located = await locate(root);
    return await searchRemoval(new Set([id]), options, { root, blobs, located });
  } finally {
    if (!options.blobs) blobs.close();
  }
}

function openLane(course: Course, file: string, from: readonly string[]): Lane {
  const { root, options, located } = course;
  const commits = walkCommits(root, { ...options, from, paths: [file], joined: true }, located);
  const lane: Lane = { file, commits, queue: [], expected: new Set(), started: false, ended: false };
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
    await Promise.all(waiting.map(fillLane));
    const lane = newestLane(course.lanes);
    const raw = lane?.queue.shift();
    if (lane && raw) page.push(...(await readLane(course, lane, raw)));
    else if (!(await reopen(course))) break;
  }
  if (page.length > 0) yield { versions: page };
}

async function fillLane(lane: Lane): Promise<void> {
  while (lane.queue.length === 0 && !lane.ended) {
    const { value, done } = await lane.commits.next();
    if (done === true) lane.ended = true;
    else lane.queue.push(...value);
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
  const entry = raw.entries.find(({ file }) => file === lane.file);
  const { commit } = raw;
  if (!entry || (lane.started && !lane.expected.delete(commit.id))) return [];
  const first = !lane.started && course.seen.size === 0;
  lane.started = true;
  if (!(await isSame(course, entry, first))) return endIdle(lane);
  const origins = await originsOf(course, raw, entry);
  const before: Earlier[] = [];
  for (const { parent, place } of origins) {
    const renamed = place !== undefined && place.file !== entry.file;
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
  return [{ commit: { ...commit, parents, merge }, file, before, ...(blob === undefined ? {} : { blob }) }];
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
async function isSame(course: Course, { sides, blob }: RawEntry, first: boolean): Promise<boolean> {
  const wanted = first ? [blob ?? sides[0]] : blob === undefined ? sides : [];
  const stated = await statedIds(course.blobs, wanted);
  if (!first) return stated.length === 0 || stated.some((id) => course.ids.has(id)) || course.ids.size === 0;
  for (const id of stated) course.ids.add(id);
  return true;
}

async function statedIds(blobs: BlobReader, wanted: readonly (string | undefined)[]): Promise<string[]> {
  const contents = await blobs.read(wanted.filter((blob) => blob !== undefined));
  return [...contents.values()].flatMap((bytes) => statedId(bytes.toString('utf8', 0, headLength)) ?? []);
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
  const found = sides.map(
    (old, side): Origin => ({ place: placeOf(file, old), parent: commit.parents[side] }),
  );
  if (aligned && (blob === undefined || sides.every((old) => old !== undefined))) return found;
  const origins: Origin[] = [];
  for (const [side, parent] of parents.entries()) {
    const changes = await changesFrom(parent, raw, course);
    const change = changes.find((other) => other.file === file);
    const place = placeOf(file, change ? change.sides[0] : blob);
    const renamed = place || blob === undefined ? undefined : await renamedFrom(file, changes, course.blobs);
    if (renamed) origins.push({ place: renamed, parent });
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

async function renamedFrom(
  file: string,
  changes: readonly RawEntry[],
  blobs: BlobReader,
): Promise<Place | undefined> {
  return (await pairRenames(wentOn(changes, 0), cameOn(changes, 0), blobs)).get(file);
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
  for (const id of await statedIds(course.blobs, [renamed.blob])) course.ids.add(id);
  if (parent === undefined) return undefined;
  const lane = openLane(course, renamed.file, [parent]);
  await fillLane(lane);
  return lane.queue[0]?.commit.id;
}

/** Where all lanes have ended: the charter may have lived before under another name, and been gone for a time. */
async function reopen(course: Course): Promise<boolean> {
  const { created, ids, blobs, options } = course;
  course.created = undefined;
  if (created === undefined || ids.size === 0) return false;
  const from = await blobs.parents(created);
  if (from.length === 0) return false;
  const removed = await searchRemoval(ids, { ...options, from }, course);
  if (removed) openLane(course, removed.file, [removed.commit]);
  return removed !== undefined;
}

async function searchRemoval(
  ids: ReadonlySet<string>,
  options: FollowOptions,
  { root, blobs, located }: Around,
): Promise<{ readonly commit: string; readonly file: string } | undefined> {
  for await (const commits of walkCommits(root, { ...options, removals: true }, located)) {
    const removals = commits.flatMap((raw) =>
      raw.entries
        .filter(({ file, blob }) => blob === undefined && file.endsWith('.yaml'))
        .map(({ file, sides }) => ({ commit: raw.commit.id, file, old: sides[0] ?? '' })),
    );
    const contents = await blobs.read(removals.map(({ old }) => old));
    for (const { commit, file, old } of removals) {
      const id = statedId(contents.get(old)?.toString('utf8', 0, headLength) ?? '');
      if (id !== undefined && ids.has(id)) return { commit, file };
    }
  }
  return undefined;
}
