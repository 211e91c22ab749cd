/** What git stands on before a commit: whether one of some files can be made at all, and what the last one has. */
import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../model/failure.ts';
import type { Place } from '../model/history.ts';
import { exists } from './files.ts';
import { askGit } from './git-process.ts';
import { findHead } from './head.ts';
import { findWorkTree } from './repository.ts';

export interface Ground {
  /** Of the charters; absolute. */
  readonly root: string;
  /** Of that folder in git's tree: empty, or with a final slash. */
  readonly prefix: string;
  /** Object id of the last commit; absent where there is none yet. */
  readonly head?: string;
  /** Git's index; absolute. */
  readonly index: string;
  /** Keys and values that outrank the repository's own settings in a commit. */
  readonly settings?: readonly (readonly [key: string, value: string])[];
}

/** What git may be in the middle of, by the file that says so; the first that is there counts. */
const operations: readonly Operation[] = [
  { sign: 'MERGE_HEAD', doing: 'merge', finish: 'git commit', leave: 'git merge --abort' },
  // Where a rebase stopped for its user to edit a commit, more commits are welcome.
  { sign: 'REBASE_HEAD', unless: 'rebase-merge/amend', ...ending('rebase') },
  { sign: 'rebase-apply/rebasing', ...ending('rebase') },
  { sign: 'rebase-apply/applying', ...ending('am') },
  { sign: 'CHERRY_PICK_HEAD', unless: 'rebase-merge/amend', ...ending('cherry-pick') },
  { sign: 'REVERT_HEAD', ...ending('revert') },
  { sign: 'SQUASH_MSG', doing: 'merge --squash', finish: 'git commit', leave: 'git reset --merge' },
];

interface Operation extends Ending {
  readonly sign: string;
  readonly unless?: string;
}

interface Ending {
  readonly doing: string;
  readonly finish: string;
  readonly leave: string;
}

function ending(doing: string): Ending {
  return { doing, finish: `git ${doing} --continue`, leave: `git ${doing} --abort` };
}

/** Fails with status 3 where a merge or the like is open, which one commit is to end. */
export async function openGround(root: string): Promise<Ground> {
  const signs = operations.flatMap(({ sign, unless }) => [sign, ...(unless === undefined ? [] : [unless])]);
  const names = ['index', ...new Set(signs)];
  const answer = await ask(root, [
    ...['rev-parse', '--show-prefix'],
    ...names.flatMap((name) => ['--git-path', name]),
  ]);
  const [prefix = '', ...paths] = answer.split('\n');
  const places = new Map(names.map((name, index) => [name, resolve(root, paths[index] ?? '')]));
  const isThere = (name: string | undefined): boolean => exists(places.get(name ?? '') ?? '');
  await refuseUnmerged(root);
  const open = operations.find(({ sign, unless }) => isThere(sign) && !isThere(unless));
  if (open) {
    const { doing, finish, leave } = open;
    throw new Failure('commit-in-progress', 3, { values: { doing, finish, leave } });
  }
  const head = await findHead(root);
  return { root, prefix, index: places.get('index') ?? '', ...(head === undefined ? {} : { head }) };
}

/** Fails with status 4 where another git is at work, or was ended in its work. */
export function refuseLocked({ index }: Ground): void {
  const lock = `${index}.lock`;
  if (exists(lock)) throw new Failure('index-locked', 4, { values: { lock } });
}

/** Git commits nothing while any file is unmerged, wherever it is. */
async function refuseUnmerged(root: string): Promise<void> {
  const listing = await ask(findWorkTree(root) ?? root, ['ls-files', '--unmerged', '-z']);
  const [, file] = /^[^\t]*\t([^\0]*)/.exec(listing) ?? [];
  if (file !== undefined) throw new Failure('unmerged-file', 3, { values: { file } });
}

export function isLink({ root }: Ground, file: string): boolean {
  return lstatSync(join(root, file), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

export interface CommittedFile extends Place {
  readonly mode: string;
}

/** The regular files at or below the paths in the last commit. */
export async function listCommitted(
  { root, head }: Pick<Ground, 'root' | 'head'>,
  paths: readonly string[],
): Promise<readonly CommittedFile[]> {
  if (head === undefined || paths.length === 0) return [];
  const listing = await ask(root, ['ls-tree', '-r', '-z', head, '--', ...paths]);
  return listing.split('\0').flatMap((entry) => {
    const [, mode, blob, file] = /^(100\d{3}) blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
    return mode === undefined || blob === undefined || file === undefined ? [] : [{ file, blob, mode }];
  });
}

/** The files below the folders that git knows, or would not ignore. */
export async function listCandidates(
  { root }: Ground,
  folders: readonly string[],
): Promise<readonly string[]> {
  if (folders.length === 0) return [];
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--'];
  const listing = await ask(root, [...words, ...folders]);
  return [...new Set(listing.split('\0').filter((file) => file !== ''))];
}

/** What git was told to take for unchanged, by the letter that it shows for it. */
const hiding: readonly (readonly [letter: RegExp, flag: string])[] = [
  [/s/i, 'skip-worktree'],
  [/[a-z]/, 'assume-unchanged'],
];

/** Fails with status 4 where git would pass over changes of one of the files. */
export async function refuseHidden({ root }: Ground, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const wanted = new Set(files);
  const listing = await ask(root, ['ls-files', '-v', '-z', '--', ...files]);
  for (const entry of listing.split('\0')) {
    const file = entry.slice(2);
    const [, flag] = hiding.find(([letter]) => letter.test(entry.charAt(0))) ?? [];
    if (flag !== undefined && wanted.has(file))
      throw new Failure('commit-hidden', 4, { values: { file, flag } });
  }
}

async function ask(root: string, words: readonly string[]): Promise<string> {
  try {
    return await askGit(root, words);
  } catch (cause) {
    throw forCommit(cause);
  }
}

/** The sentences for reading speak of versions, which nobody asked for. */
export function forCommit(cause: unknown): unknown {
  if (!(cause instanceof Failure)) return cause;
  if (cause.code === 'git-missing') return new Failure('commit-git-missing', 4, { cause });
  return cause.code === 'not-a-git-repository' ? new Failure('commit-not-git', 4, { cause }) : cause;
}
