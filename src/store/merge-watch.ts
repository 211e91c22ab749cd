/**
 * Looks at the merges of a history for what their sides have in common: whether a merge that left a charter as one side
 * had it threw away what another had made of it, which git's own walk passes over in silence.
 */
import type { Earlier, Place, Version } from '../model/history.ts';
import type { MergeGround, TakenVersion } from '../model/merge.ts';
import type { BlobReader } from './blobs.ts';
import { locate } from './history.ts';
import type { RawCommit } from './history-reader.ts';
import { type Common, type MergeGraph, openMergeGraph, type PlacedMerge } from './merge-graph.ts';
import { readGround } from './merge-ground.ts';
import { pairRenames } from './renames.ts';
import { type FileRow, openTrees, type Trees } from './trees.ts';

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
  readonly graph: MergeGraph;
  readonly trees: Trees;
}

/** Merges that are looked at together, so that git is not asked for each: few enough that the first come at once. */
const mostTogether = 32;

/** `from`: object ids of the commits from which the history is read. */
export function watchMerges(root: string, from: readonly string[], blobs: BlobReader): MergeWatch {
  let opened: Promise<Watch> | undefined;
  const open = (): Promise<Watch> => {
    opened ??= locate(root).then((located) => ({
      blobs,
      graph: openMergeGraph(root, from, located),
      trees: openTrees(blobs, located.prefix),
    }));
    return opened;
  };
  let judged: { readonly place: number; readonly taken: readonly TakenVersion[] }[] = [];
  let together = 1;
  return {
    begin: () => {
      open().then(
        ({ graph }) => graph.begin(),
        () => undefined,
      );
    },
    takenTo: async (commit) => {
      const watch = await open();
      const last = await watch.graph.placeOf(commit);
      while ((judged.at(-1)?.place ?? -1) <= last) {
        const merges = watch.graph.nextMerges(together);
        if (merges.length === 0) break;
        judged.push(...(await judge(merges, watch)));
        together = Math.min(mostTogether, together * 2);
      }
      const passed = judged.filter(({ place }) => place <= last);
      judged = judged.slice(passed.length);
      return passed.flatMap(({ taken }) => taken);
    },
    groundOf: async (version) => readGround(version, await open()),
    start: async () => (await open()).trees.charters(from[0] ?? ''),
    close: async () => {
      if (opened) await (await opened).graph.close();
    },
  };
}

async function judge(
  merges: readonly PlacedMerge[],
  watch: Watch,
): Promise<{ readonly place: number; readonly taken: readonly TakenVersion[] }[]> {
  const found: { readonly merge: PlacedMerge; readonly commons: readonly Common[] }[] = [];
  for (const merge of merges)
    found.push({ merge, commons: await commonsOf(merge.commit.parents, watch.graph) });
  await watch.trees.load(
    found.flatMap(({ merge: { commit }, commons }) => [
      ...[commit.id, ...commit.parents],
      ...commons.flatMap(({ commits }) => commits),
    ]),
  );
  const judged: { readonly place: number; readonly taken: readonly TakenVersion[] }[] = [];
  for (const { merge, commons } of found)
    judged.push({ place: merge.place, taken: await takenBy(merge.commit, commons, watch) });
  return judged;
}

/** For each side, what it has in common with the others. */
async function commonsOf(parents: readonly string[], graph: MergeGraph): Promise<Common[]> {
  const commons: Common[] = [];
  for (const [side, parent] of parents.entries()) {
    // Two sides have the same commits in common, whichever is asked for.
    const known = parents.length === 2 ? commons[0] : undefined;
    const others = parents.filter((_, other) => other !== side);
    commons.push(known ?? (await graph.common(parent, others)));
  }
  return commons;
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

async function takenBy(
  { id, parents, ...rest }: RawCommit['commit'],
  commons: readonly Common[],
  watch: Watch,
): Promise<TakenVersion[]> {
  // A shallow clone may hide what the sides have in common.
  if (commons.some(({ commits, cut }) => cut && commits.length === 0)) return [];
  const merge = await readMerge([id, ...parents], commons, watch);
  const doubtful = merge.rows.filter((file) => isDoubtful(file, merge));
  if (doubtful.length === 0) return [];
  const was = await Promise.all(merge.sides.map((side) => renamesOf(side, merge.rows, watch)));
  const origins = doubtful.map((file) => originOf(file, merge, was));
  const found = [...new Set(origins)].flatMap((file) => takenOf(file, merge, was) ?? []);
  if (found.length === 0) return [];
  const commit = { ...rest, id, parents: await watch.blobs.parents(id), merge: true };
  return found.map((place) => ({ ...place, commit, taken: true }));
}

async function readMerge(
  [id, ...parents]: readonly [string, ...string[]],
  commons: readonly Common[],
  { trees }: Watch,
): Promise<Merge> {
  const commits = [...new Set([id, ...parents, ...commons.flatMap((common) => common.commits)])];
  const rows = await trees.differences(commits);
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
  return bases.length === 0 ? blob !== undefined : bases.some((base) => base.get(was) !== blob);
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
  const isLost = (side: MergeSide, at: number): boolean => {
    const file = names[at] ?? origin;
    const moved = file !== origin && file !== name && now !== undefined;
    return moved || hasChanged(side, file, { was: origin, now });
  };
  if (!sides.some(isLost)) return undefined;
  const before = sides.flatMap(({ commit, files: held }, at): Earlier[] => {
    const file = names[at] ?? origin;
    const blob = held.get(file);
    return blob === undefined ? [] : [{ file, blob, parent: commit }];
  });
  const file = name ?? before[0]?.file ?? origin;
  return { file, before, ...(now === undefined ? {} : { blob: now }) };
}
