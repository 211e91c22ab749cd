/**
 * Looks at the merges of a history for what their sides have in common: whether a merge that left a charter as one side
 * had it threw away what another had made of it, which git's own walk passes over in silence.
 */
import type { Earlier, Place, Version } from '../model/history.ts';
import type { MergeGround, TakenVersion } from '../model/merge.ts';
import type { BlobReader } from './blobs.ts';
import { type Located, locate } from './history.ts';
import type { RawCommit } from './history-reader.ts';
import { type Common, type MergeGraph, openMergeGraph } from './merge-graph.ts';
import { pairRenames } from './renames.ts';
import { type FileRow, listCharters, listDifferences, readPlace, type TreeReading } from './trees.ts';

export interface MergeWatch {
  /** Starts git, so that it reads while others do. */
  begin(): void;
  /** Of the merges up to this commit, of all where absent, each once, in the order of git. */
  takenTo(commit?: string): Promise<TakenVersion[]>;
  groundOf(version: Version): Promise<MergeGround>;
  /** The charters where the history starts, by file. */
  start(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

interface Watch {
  readonly blobs: BlobReader;
  readonly graph: () => Promise<MergeGraph>;
  readonly trees: () => Promise<TreeReading>;
}

/** `from`: object ids of the commits from which the history is read. */
export function watchMerges(root: string, from: readonly string[], blobs: BlobReader): MergeWatch {
  let located: Promise<Located> | undefined;
  let opened: Promise<MergeGraph> | undefined;
  const place = (): Promise<Located> => {
    located ??= locate(root);
    return located;
  };
  const watch: Watch = {
    blobs,
    graph: () => {
      opened ??= place().then((found) => openMergeGraph(root, from, found));
      return opened;
    },
    trees: async () => ({ blobs, prefix: (await place()).prefix }),
  };
  return {
    begin: () => {
      watch.graph().then(
        (graph) => graph.begin(),
        () => undefined,
      );
    },
    takenTo: async (commit) => {
      const taken: TakenVersion[] = [];
      for (const merge of await (await watch.graph()).mergesTo(commit))
        taken.push(...(await takenBy(merge, watch)));
      return taken;
    },
    groundOf: (version) => readGround(version, watch),
    start: async () => listCharters(from[0] ?? '', await watch.trees()),
    close: async () => (await opened)?.close(),
  };
}

/** One side of a merge. */
interface MergeSide {
  readonly commit: string;
  /** Of the commits in common with the other sides, by file. */
  readonly bases: readonly ReadonlyMap<string, string | undefined>[];
  readonly files: ReadonlyMap<string, string | undefined>;
}

interface Merge {
  readonly files: ReadonlyMap<string, string | undefined>;
  readonly sides: readonly MergeSide[];
  /** The files that are not the same everywhere. */
  readonly rows: readonly string[];
}

async function takenBy({ id, parents, ...rest }: RawCommit['commit'], watch: Watch): Promise<TakenVersion[]> {
  const merge = await readMerge(id, parents, watch);
  const doubtful = merge?.rows.filter((file) => isDoubtful(file, merge)) ?? [];
  if (!merge || doubtful.length === 0) return [];
  const was = await Promise.all(merge.sides.map((side) => renamesOf(side, merge.rows, watch)));
  const origins = doubtful.map((file) => originOf(file, merge, was));
  const found = [...new Set(origins)].flatMap((file) => takenOf(file, merge, was) ?? []);
  if (found.length === 0) return [];
  const commit = { ...rest, id, parents: await watch.blobs.parents(id), merge: true };
  return found.map((place) => ({ ...place, commit, taken: true }));
}

/** Undefined where a shallow clone hides what the sides have in common. */
async function readMerge(id: string, parents: readonly string[], watch: Watch): Promise<Merge | undefined> {
  const commons: Common[] = [];
  for (const [side, parent] of parents.entries()) {
    // Two sides have the same commits in common, whichever is asked for.
    const known = parents.length === 2 ? commons[0] : undefined;
    const others = parents.filter((_, other) => other !== side);
    commons.push(known ?? (await (await watch.graph()).common(parent, others)));
  }
  if (commons.some(({ commits, cut }) => cut && commits.length === 0)) return undefined;
  const commits = [...new Set([id, ...parents, ...commons.flatMap((common) => common.commits)])];
  const rows = await listDifferences(commits, await watch.trees());
  const filesOf = columns(rows, commits);
  return {
    files: filesOf(id),
    sides: parents.map((commit, side) => ({
      commit,
      files: filesOf(commit),
      bases: commons[side]?.commits.map(filesOf) ?? [],
    })),
    rows: rows.map(({ file }) => file),
  };
}

function columns(
  rows: readonly FileRow[],
  commits: readonly string[],
): (commit: string) => ReadonlyMap<string, string | undefined> {
  return (commit) => {
    const at = commits.indexOf(commit);
    return new Map(rows.map(({ file, blobs }) => [file, blobs[at]]));
  };
}

/** Whether the merge has the file as one side, and another side changed it. */
function isDoubtful(file: string, { files, sides }: Merge): boolean {
  const now = files.get(file);
  return (
    sides.some((side) => side.files.get(file) === now) &&
    sides.some((side) => hasChanged(side, file, { was: file, now }))
  );
}

interface Change {
  /** The file in the commits in common. */
  readonly was: string;
  /** Its blob in the merge. */
  readonly now: string | undefined;
}

/** Whether the side changed the file into something else than the merge holds. */
function hasChanged({ files, bases }: MergeSide, file: string, { was, now }: Change): boolean {
  const blob = files.get(file);
  if (blob === now) return false;
  return bases.length === 0 ? blob !== undefined : bases.every((base) => base.get(was) !== blob);
}

type Renames = ReadonlyMap<string, Place>;

/** What the files that came on a side were in the commit in common. */
async function renamesOf(
  { files, bases }: MergeSide,
  rows: readonly string[],
  { blobs }: Watch,
): Promise<Renames> {
  const gone: Place[] = [];
  const come: Place[] = [];
  for (const file of rows) {
    const [old, now] = [bases[0]?.get(file), files.get(file)];
    if (old !== undefined && now === undefined) gone.push({ file, blob: old });
    if (old === undefined && now !== undefined) come.push({ file, blob: now });
  }
  return pairRenames(gone, come, blobs);
}

/** The file's name in the commits in common. */
function originOf(file: string, { sides }: Merge, was: readonly Renames[]): string {
  if (sides.some(({ bases }) => bases.some((base) => base.get(file) !== undefined))) return file;
  return was.flatMap((renames) => renames.get(file)?.file ?? [])[0] ?? file;
}

/** Undefined where nothing may be missing, or where git itself tells the merge as a change. */
function takenOf(
  origin: string,
  { files, sides }: Merge,
  was: readonly Renames[],
): Omit<TakenVersion, 'commit' | 'taken'> | undefined {
  const names = was.map((renames) => [...renames].find(([, { file }]) => file === origin)?.[0] ?? origin);
  const name = [origin, ...names].find((file) => files.get(file) !== undefined);
  const now = name === undefined ? undefined : files.get(name);
  const asSide = sides.some((side, at) => {
    const blob = side.files.get(names[at] ?? origin);
    return name === undefined ? blob === undefined : blob === now && names[at] === name;
  });
  if (!asSide) return undefined;
  if (!sides.some((side, at) => hasChanged(side, names[at] ?? origin, { was: origin, now })))
    return undefined;
  const before = sides.flatMap(({ commit, files: held }, at): Earlier[] => {
    const file = names[at] ?? origin;
    const blob = held.get(file);
    return blob === undefined ? [] : [{ file, blob, parent: commit }];
  });
  const file = name ?? before[0]?.file ?? origin;
  return { file, before, ...(now === undefined ? {} : { blob: now }) };
}

async function readGround(version: Version, watch: Watch): Promise<MergeGround> {
  const graph = await watch.graph();
  const trees = await watch.trees();
  const parents = await graph.parents(version.commit.id);
  const files = [...new Set([...version.before.map(({ file }) => file), version.file])];
  const places = await Promise.all(parents.map((commit) => placesIn(commit, files, trees)));
  const left = new Set(parents.keys());
  const bases: (string | undefined)[][] = [];
  const ahead: string[] = [];
  for (const { file, blob } of version.before) {
    const side = [...left].find((at) => places[at]?.get(file) === blob);
    const commit = side === undefined ? undefined : parents[side];
    if (side !== undefined) left.delete(side);
    // Sides that are alike in all charters are one in the graph.
    if (commit === undefined) bases.push([blob]);
    else if (ahead.length > 0 || bases.length > 0) bases.push(await basesOf(commit, ahead, files));
    else bases.push([]);
    if (commit !== undefined) ahead.push(commit);
  }
  return { bases: bases.slice(1), removedIn: version.blob === undefined ? [] : await removers() };

  async function basesOf(
    commit: string,
    others: readonly string[],
    names: readonly string[],
  ): Promise<(string | undefined)[]> {
    const { commits, cut } = await graph.common(commit, others);
    if (commits.length === 0) return cut ? [] : [undefined];
    return Promise.all(commits.map(async (base) => firstOf(await placesIn(base, names, trees))));
  }

  async function removers(): Promise<string[]> {
    const found: string[] = [];
    for (const side of left) {
      const commit = parents[side];
      if (commit === undefined || firstOf(places[side]) !== undefined) continue;
      const others = parents.filter((_, other) => other !== side);
      const had = await basesOf(commit, others, files);
      if (had.some((blob) => blob !== undefined)) found.push(commit);
    }
    return found;
  }
}

async function placesIn(
  commit: string,
  files: readonly string[],
  trees: TreeReading,
): Promise<ReadonlyMap<string, string | undefined>> {
  const places = new Map<string, string | undefined>();
  for (const file of files) places.set(file, await readPlace(commit, file, trees));
  return places;
}

function firstOf(places: ReadonlyMap<string, string | undefined> | undefined): string | undefined {
  return [...(places?.values() ?? [])].find((blob) => blob !== undefined);
}
