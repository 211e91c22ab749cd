/** What git would make of two commits by merging them: index and work tree stay as they are, and no program but git is run. */
import { spawn } from 'node:child_process';
import { Failure } from '../model/failure.ts';
import { askGit, gitEnvironment, gitFailure, gitSettings, reasonOf } from './git-process.ts';
import { emptyTree } from './review-trees.ts';

export interface MergedTree {
  /** Object id of the tree. */
  readonly tree: string;
  /** Files that git could not settle, from the root of git's tree; the tree holds its marks in them. */
  readonly conflicts: readonly string[];
}

/** Fails with status 4 where git is older than 2.38, which cannot tell. */
export async function mergeTrees(root: string, ours: string, theirs: string): Promise<MergedTree> {
  const words = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours, theirs];
  const { folder, variables } = await apart(root);
  const { status, output, errors } = await runGit(folder, words, {
    ...gitEnvironment(root),
    ...variables,
    ...(await plainDrivers(root)),
  });
  if (status === 129) throw new Failure('git-without-merge-tree', 4);
  const [tree = '', ...conflicts] = output.split('\0');
  if (status > 1 || !/^[0-9a-f]{40,64}$/.test(tree)) throw gitFailure(errors);
  return { tree, conflicts: [...new Set(conflicts.filter((file) => file !== ''))] };
}

/**
 * In git's own folder, where no file of the request says how files are to be merged: a host merges without a work tree
 * too. Newer git would read that from the latest commit instead, but for being told of a tree without anything.
 */
async function apart(
  root: string,
): Promise<{ readonly folder: string; readonly variables: Readonly<Record<string, string>> }> {
  const folder = (await askGit(root, ['rev-parse', '--absolute-git-dir'])).replace(/\n$/, '');
  return { folder, variables: { GIT_DIR: folder, GIT_ATTR_SOURCE: await emptyTree(root) } };
}

/** A driver that a file asks for is replaced by git's own merging of lines, and contents are merged as they are. */
async function plainDrivers(root: string): Promise<Readonly<Record<string, string>>> {
  const listing = await runGit(
    root,
    ['config', '-z', '--name-only', '--get-regexp', '^merge\\..*\\.driver$'],
    gitEnvironment(root),
  );
  const names = [...new Set(listing.output.split('\0').filter((name) => name !== ''))];
  const own = 'git merge-file --quiet --marker-size=%L %A %O %B';
  const settings = [...names.map((name) => [name, own]), ['merge.renormalize', 'false']];
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(settings.length)],
    ...settings.flatMap(([name = '', value = ''], index) => [
      [`GIT_CONFIG_KEY_${index}`, name],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]);
}

interface Answer {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

async function runGit(
  folder: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Answer> {
  const settings = gitSettings.flatMap((setting) => ['-c', setting]);
  const git = spawn('git', ['--no-pager', ...settings, ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  git.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const status = await new Promise<number>((settle, refuse) =>
    git.on('error', refuse).on('close', (code) => settle(code ?? 128)),
  ).catch((cause: unknown) => {
    throw gitFailure(reasonOf(cause), cause);
  });
  return {
    status,
    output: Buffer.concat(output).toString('utf8'),
    errors: Buffer.concat(errors).toString('utf8').trim(),
  };
}
