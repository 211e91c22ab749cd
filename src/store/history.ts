/** Walks the history of the charters in one stream of git, page by page: memory stays flat however long it is. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Earlier, HistoryPage, Place, Version } from '../model/history.ts';
import { headLength, idLinePattern, statedId } from '../text/headlines.ts';
import { type BlobReader, openBlobs } from './blobs.ts';
import { errorCode } from './error-code.ts';
import { askGit, streamGit } from './git-process.ts';
import {
  commitFormat,
  createCommitReader,
  type RawCommit,
  type RawEntry,
  readChanges,
} from './history-reader.ts';
import { pairRenames } from './renames.ts';
import { chartersFolder } from './repository.ts';

export interface WalkOptions {
  /** Object ids of the commits to start from. */
  readonly from: readonly string[];
  /** Object ids of commits that, with all before them, are left out. */
  readonly not?: readonly string[];
  /** Files or folders from the charter repository's root; all charters and templates where absent. */
  readonly paths?: readonly string[];
  /** Seconds since 1970, both included. */
  readonly since?: number;
  readonly until?: number;
  /** `topological`: no commit before all that follow it, at the price of a later first page. */
  readonly order?: 'date' | 'topological';
  /** The most versions of a page. */
  readonly pageSize?: number;
  /** Gives each commit, in place of its parents in git, those commits of the walk that they lead to. */
  readonly joined?: boolean;
  /** Also what was changed on branches of which a merge then kept nothing; not with `joined`. */
  readonly full?: boolean;
  /** Only commits that give a file its id, or another one, or take it away. */
  readonly ids?: boolean;
  /** Of the commits that changed one of the paths, all that they changed. */
  readonly whole?: boolean;
  /** To look into files that came or went; a reader of its own where absent. */
  readonly blobs?: BlobReader;
}

/** The renames of a commit are known by its own files; see `followFile` for one charter through its renames. */
export async function* walkHistory(root: string, options: WalkOptions): AsyncGenerator<HistoryPage> {
  const blobs = options.blobs ?? openBlobs(root);
  const size = options.pageSize ?? 200;
  try {
    const located = await locate(root);
    for await (const commits of walkCommits(root, options, located)) {
      let open: Version[] = [];
      for (const commit of commits) {
        open.push(...(await versionsOf(commit, { root, blobs, located })));
        for (; open.length >= size; open = open.slice(size)) yield { versions: open.slice(0, size) };
      }
      if (open.length > 0) yield { versions: open };
    }
    if (await endsShallow(root, options, located)) yield { versions: [], shallow: true };
  } finally {
    if (!options.blobs) blobs.close();
  }
}

/** The commits as git gives them, some at a time. */
export async function* walkCommits(
  root: string,
  options: WalkOptions,
  located: Located,
): AsyncGenerator<readonly RawCommit[]> {
  const reader = createCommitReader(located);
  for await (const chunk of streamGit(root, logWords(options))) {
    reader.push(chunk);
    const commits = reader.take();
    if (commits.length > 0) yield commits;
  }
  const last = reader.finish();
  if (last.length > 0) yield last;
}

function logWords(options: WalkOptions): string[] {
  const { paths = [`${chartersFolder}/`], order, joined, full, ids, whole } = options;
  return [
    'log',
    '--raw',
    '-z',
    '-c',
    '--no-abbrev',
    '--no-renames',
    '--no-relative',
    '--no-ext-diff',
    '--no-textconv',
    '-O/dev/null',
    ...(joined === true ? ['--parents'] : []),
    ...(full === true ? ['--full-history'] : []),
    ...(whole === true ? ['--full-diff'] : []),
    `--format=${commitFormat}`,
    ...(order === 'topological' ? ['--topo-order'] : []),
    ...(ids === true ? [`-G${idLinePattern}`] : []),
    ...rangeWords(options),
    '--',
    ...paths,
  ];
}

function rangeWords({ from, not = [], since, until }: WalkOptions): string[] {
  return [
    ...(since === undefined ? [] : [`--max-age=${Math.floor(since)}`]),
    ...(until === undefined ? [] : [`--min-age=${Math.floor(until)}`]),
    '--end-of-options',
    ...from,
    ...not.map((id) => `^${id}`),
  ];
}

export interface Located {
  /** Of the charter repository's root in git's tree, empty or with a final slash. */
  readonly prefix: string;
  /** The commits where a shallow clone ends. */
  readonly boundaries: ReadonlySet<string>;
}

export async function locate(root: string): Promise<Located> {
  const answer = await askGit(root, ['rev-parse', '--show-prefix', '--git-path', 'shallow']);
  const [prefix = '', file = ''] = answer.split('\n');
  return { prefix, boundaries: new Set(readShallow(resolve(root, file))) };
}

function readShallow(path: string): string[] {
  try {
    return readFileSync(path, 'latin1')
      .split('\n')
      .filter((id) => id !== '');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return [];
    throw cause;
  }
}

/** Whether a shallow clone's end is among what was walked: then older commits may be missing. */
export async function endsShallow(
  root: string,
  options: WalkOptions,
  { boundaries }: Located,
): Promise<boolean> {
  if (boundaries.size === 0) return false;
  const roots = await askGit(root, ['rev-list', '--max-parents=0', ...rangeWords(options)]);
  return roots.split('\n').some((id) => boundaries.has(id));
}

export interface Around {
  readonly root: string;
  readonly blobs: BlobReader;
  readonly located: Located;
}

async function versionsOf(raw: RawCommit, around: Around): Promise<Version[]> {
  const charters = raw.entries.filter(({ file }) => file.endsWith('.yaml'));
  const sides = Math.max(0, ...charters.map((entry) => entry.sides.length));
  const origins: Origins[] = [];
  for (let side = 0; side < sides; side += 1) {
    const was = await originsOn(side, { raw, charters, around });
    origins.push({ was, became: new Map([...was].map(([now, { file }]) => [file, now])) });
  }
  return charters.flatMap((entry) => versionsIn(raw, entry, origins));
}

/** By file: what each was in one parent, and what became of each of that parent. */
interface Origins {
  readonly was: ReadonlyMap<string, Place>;
  readonly became: ReadonlyMap<string, string>;
}

interface Search {
  readonly raw: RawCommit;
  readonly charters: readonly RawEntry[];
  readonly around: Around;
}

/** What the files were in one parent. */
async function originsOn(
  side: number,
  { raw, charters, around }: Search,
): Promise<ReadonlyMap<string, Place>> {
  const old = oldPlaces(charters, side);
  const parent = raw.commit.parents[side];
  const merge = charters.some(({ sides }) => sides.length > 1);
  // Of a merge git names only what differs from every parent, which says nothing of what one of them lost.
  if (!merge || parent === undefined || (await isSettled(charters, around.blobs)))
    return pairRenames(old, newPlaces(charters), around.blobs);
  const changes = await changesFrom(parent, raw, around);
  return pairRenames(oldPlaces(changes, 0), newPlaces(changes), around.blobs);
}

/** Whether every file is there on all sides, with one id. */
async function isSettled(entries: readonly RawEntry[], blobs: BlobReader): Promise<boolean> {
  const groups = entries.map(({ sides, blob }) => [...sides, blob]);
  const known = groups.flat().filter((blob) => blob !== undefined);
  if (known.length < groups.flat().length) return false;
  const contents = await blobs.read(known);
  const idOf = (blob: string | undefined): string | undefined =>
    statedId(contents.get(blob ?? '')?.toString('utf8', 0, headLength) ?? '');
  return groups.every((group) => new Set(group.map(idOf)).size === 1);
}

/** The files of a side. */
export function oldPlaces(entries: readonly RawEntry[], side: number): Place[] {
  return entries.flatMap(({ file, sides }) => {
    const blob = sides[side];
    return blob === undefined ? [] : [{ file, blob }];
  });
}

/** The files that the commit has. */
export function newPlaces(entries: readonly RawEntry[]): Place[] {
  return entries.flatMap(({ file, blob }) => (blob === undefined ? [] : [{ file, blob }]));
}

/** Two where the file passed from one charter, which is gone, to another. */
function versionsIn(
  { commit }: RawCommit,
  { file, blob, sides }: RawEntry,
  origins: readonly Origins[],
): Version[] {
  const merge = sides.length > 1;
  const parentOf = (side: number): Pick<Earlier, 'parent'> => {
    const parent = commit.parents[side];
    return parent === undefined ? {} : { parent };
  };
  const left = sides.flatMap((old, side): Earlier[] =>
    old === undefined ? [] : [{ file, blob: old, ...parentOf(side) }],
  );
  const base = { commit: { ...commit, merge }, file };
  const renamedTo = origins.map(({ became }) => became.get(file)).find((to) => to !== undefined);
  if (blob === undefined)
    return [{ ...base, before: left, ...(renamedTo === undefined ? {} : { renamedTo }) }];
  const before = sides.flatMap((_, side): Earlier[] => {
    const place = origins[side]?.was.get(file);
    return place ? [{ ...place, ...parentOf(side) }] : [];
  });
  const gone = left.length > 0 && renamedTo === undefined;
  return [{ ...base, before, blob }, ...(gone ? [{ ...base, before: left }] : [])];
}

/** All charters that differ between a commit and one before it. */
export async function changesFrom(
  parent: string,
  { commit }: RawCommit,
  { root, located }: Around,
): Promise<readonly RawEntry[]> {
  const words = [
    'diff-tree',
    '-r',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--no-relative',
    '-O/dev/null',
  ];
  const listing = await askGit(root, [...words, parent, commit.id, '--', `${chartersFolder}/`]);
  return readChanges(listing, located.prefix).filter(({ file }) => file.endsWith('.yaml'));
}
