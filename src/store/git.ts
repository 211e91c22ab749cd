/**
 * Reads old versions from git: a revision is resolved once, from then on only object ids travel, contents are read
 * as blobs, and no program that an untrusted repository configures is run.
 */
import { createHash } from 'node:crypto';
import { type SimpleGit, simpleGit } from 'simple-git';
import { Failure } from '../model/failure.ts';
import { openBlobs } from './blobs.ts';
import { tooLarge } from './files.ts';
import { gitEnvironment, gitFailure, gitSettings, gitVariables, reasonOf } from './git-process.ts';

/** A commit: `revision` as it was asked for, `id` the object id that stands for it from then on. */
export interface Commit {
  readonly revision: string;
  readonly id: string;
}

/** A file of a commit; `file` is from the charter repository's root, with `/`. */
export interface TreeFile {
  readonly file: string;
  readonly blob: string;
}

function openGit(root: string): SimpleGit {
  return simpleGit({
    baseDir: root,
    config: [...gitSettings],
    allowEnvironment: [...gitVariables],
    // Each of these only turns a program off, or names the user's own settings.
    unsafe: {
      allowUnsafeFsMonitor: true,
      allowUnsafeDiffExternal: true,
      allowUnsafePager: true,
      allowUnsafeConfigPaths: true,
    },
    completion: { onClose: true, onExit: false },
  }).env(gitEnvironment(root));
}

/** Fails with status 2 where git knows no such commit, 4 where git cannot be asked. */
export async function resolveRevision(root: string, revision: string): Promise<Commit> {
  if (revision === '' || revision.startsWith('-') || /[\p{Cc}]/u.test(revision))
    throw new Failure('bad-revision', 2, { values: { revision } });
  const git = openGit(root);
  let id: string;
  try {
    // What stands after `:/` is all sought in the messages of commits, so that only commits are found.
    const asked = revision.startsWith(':/') ? revision : `${revision}^{commit}`;
    id = (await git.raw(['rev-parse', '--verify', '--end-of-options', asked])).trim();
  } catch (cause) {
    throw await revisionFailure(root, revision, cause);
  }
  if (!isObjectId(id)) throw await revisionFailure(root, revision, undefined);
  return { revision, id };
}

function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** Tells a revision that does not exist from a git that cannot answer. */
async function revisionFailure(root: string, revision: string, cause: unknown): Promise<Failure> {
  const reason = reasonOf(cause);
  const failure = gitFailure(reason, cause);
  if (failure.code !== 'git-failed') return failure;
  if (!/revision|ambiguous|unknown|bad object|Log for|expected commit|log for/i.test(reason) && reason !== '')
    return failure;
  const git = openGit(root);
  const shallow = (await git.raw(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  const names = await git.raw([
    'for-each-ref',
    '--count=1000',
    '--format=%(refname:short)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ]);
  if (names.trim() === '' && !(await holdsCommit(git))) return new Failure('no-commit', 2, { cause });
  return new Failure(shallow ? 'unknown-revision-shallow' : 'unknown-revision', 2, {
    values: { revision },
    suggestions: names.split('\n').filter((name) => name !== ''),
    cause,
  });
}

async function holdsCommit(git: SimpleGit): Promise<boolean> {
  return git.raw(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).then(
    (id) => isObjectId(id.trim()),
    () => false,
  );
}

/** Where two histories part; fails with status 2 where they have nothing in common. */
export async function findMergeBase(root: string, one: Commit, other: Commit): Promise<Commit> {
  const values = { one: one.revision, other: other.revision };
  const id = await ask(() => openGit(root).raw(['merge-base', one.id, other.id])).catch((cause: unknown) => {
    // Git says nothing where there is none.
    throw cause instanceof Failure && cause.values['reason'] !== ''
      ? cause
      : new Failure('no-merge-base', 2, { values });
  });
  if (!isObjectId(id.trim())) throw new Failure('no-merge-base', 2, { values });
  return { revision: id.trim().slice(0, 10), id: id.trim() };
}

/** The YAML files at or below a path in a commit, in the order of their paths. */
export async function listTree(root: string, commit: Commit, path: string): Promise<TreeFile[]> {
  return (await listFiles(root, commit, path)).filter(({ file }) => file.endsWith('.yaml'));
}

/** All files there. */
export async function listFiles(root: string, commit: Commit, path: string): Promise<TreeFile[]> {
  const listing = await ask(() => openGit(root).raw(['ls-tree', '-r', '-z', commit.id, '--', path]));
  const files: TreeFile[] = [];
  for (const entry of listing.split('\0')) {
    const match = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/s.exec(entry);
    if (match?.[1] !== undefined && match[2] !== undefined) files.push({ file: match[2], blob: match[1] });
  }
  return files;
}

/** The bytes of each blob, in the order asked for. */
export async function readBlobs(root: string, files: readonly TreeFile[]): Promise<Buffer[]> {
  const blobs = openBlobs(root);
  try {
    const contents = await blobs.read(files.map(({ blob }) => blob));
    return files.map(({ file, blob }) => {
      const bytes = contents.get(blob);
      if (bytes) return bytes;
      if (blobs.refusal(blob) === 'too-large') throw tooLarge(file);
      throw new Failure('git-object-missing', 4, { values: { file } });
    });
  } finally {
    blobs.close();
  }
}

/** The id that git would give these bytes, to tell without reading a blob that a file is as it was. */
export function blobId(bytes: Buffer, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

async function ask<T>(question: () => PromiseLike<T>): Promise<T> {
  try {
    return await question();
  } catch (cause) {
    throw gitFailure(reasonOf(cause), cause);
  }
}
