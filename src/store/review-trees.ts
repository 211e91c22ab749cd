/** What a request touches and what its states hold: charters, captures and settings, listed by git without reading them. */
import type { Place } from '../model/history.ts';
import { listStaged } from './git-index.ts';
import { askGit } from './git-process.ts';
import { endsShallow, locate } from './history.ts';
import { type RawEntry, readChanges } from './history-reader.ts';
import { chartersFolder, settingsFile, snapshotsFolder } from './repository.ts';

/** A file on both sides of a request; a side is absent where it is not there. */
export interface TouchedFile {
  readonly file: string;
  readonly before?: string;
  readonly after?: string;
}

const paths = [`${chartersFolder}/`, `${snapshotsFolder}/`, settingsFile];
const rawWords = ['--raw', '-z', '--no-abbrev', '--no-renames', '--no-relative', '-O/dev/null'];

/** Between two commits or trees, by their object ids. */
export async function listTouched(root: string, from: string, to: string): Promise<TouchedFile[]> {
  const listing = await askGit(root, ['diff-tree', '-r', ...rawWords, from, to, '--', ...paths]);
  return readTouched(root, listing);
}

/** Between a commit or tree and what is staged. */
export async function listStagedTouched(root: string, from: string): Promise<TouchedFile[]> {
  const listing = await askGit(root, ['diff-index', '--cached', ...rawWords, from, '--', ...paths]);
  return readTouched(root, listing);
}

async function readTouched(root: string, listing: string): Promise<TouchedFile[]> {
  const { prefix } = await locate(root);
  return readChanges(listing, prefix).map(touchedOf);
}

function touchedOf({ file, sides: [before], blob: after }: RawEntry): TouchedFile {
  return {
    file,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** All that a commit or tree holds of charters, captures and settings, or of `wanted`: blobs by file. */
export async function listState(
  root: string,
  tree: string,
  wanted: readonly string[] = paths,
): Promise<ReadonlyMap<string, string>> {
  const listing = await askGit(root, ['ls-tree', '-r', '-z', tree, '--', ...wanted]);
  return readPlaces(listing, /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/s);
}

export interface StagedState {
  readonly files: ReadonlyMap<string, string>;
  /** Charters that a merge left open. */
  readonly unmerged: readonly string[];
}

/** The same of what is staged. */
export async function listStagedState(root: string): Promise<StagedState> {
  const { files, unmerged } = await listStaged(root, chartersFolder);
  const listing = await askGit(root, [
    'ls-files',
    '--stage',
    '-z',
    '--',
    `${snapshotsFolder}/`,
    settingsFile,
  ]);
  const others = readPlaces(listing, /^100(?:644|755) ([0-9a-f]+) 0\t(.+)$/s);
  return {
    files: new Map([...files.map(({ file, blob }: Place) => [file, blob] as const), ...others]),
    unmerged,
  };
}

function readPlaces(listing: string, form: RegExp): Map<string, string> {
  return new Map(
    listing.split('\0').flatMap((entry): [string, string][] => {
      const [, blob, file] = form.exec(entry) ?? [];
      return blob === undefined || file === undefined ? [] : [[file, blob]];
    }),
  );
}

/** The tree that holds nothing. */
export async function emptyTree(root: string): Promise<string> {
  return (await askGit(root, ['hash-object', '-t', 'tree', '--stdin'])).trim();
}

/** Whether a shallow clone ends between two commits and what they have in common: then that may be another one. */
export async function isCutShort(
  root: string,
  commits: readonly string[],
  base: string | undefined,
): Promise<boolean> {
  const not = base === undefined ? [] : [base];
  return endsShallow(root, { from: commits, not }, await locate(root));
}

/** The branch that a clone takes for the main one, else one that goes by its usual name; undefined where neither is. */
export async function findMainBranch(root: string): Promise<string | undefined> {
  const listing = await askGit(root, [
    'for-each-ref',
    '--format=%(refname) %(symref:short)',
    'refs/remotes/origin/HEAD',
    'refs/heads/main',
    'refs/heads/master',
    'refs/remotes/origin/main',
    'refs/remotes/origin/master',
  ]);
  const found = new Map(
    listing.split('\n').map((line): [string, string] => {
      const [name = '', target = ''] = line.split(' ');
      return [name, target];
    }),
  );
  const target = found.get('refs/remotes/origin/HEAD');
  if (target !== undefined && target !== '') return target;
  return ['main', 'master', 'origin/main', 'origin/master'].find((name) =>
    found.has(name.startsWith('origin/') ? `refs/remotes/${name}` : `refs/heads/${name}`),
  );
}
