/**
 * Reads old versions from git: a revision is resolved once, from then on only object ids travel, contents are read
 * as blobs, and no program that an untrusted repository configures is run.
 */
import { createHash } from 'node:crypto';
import { type SimpleGit, simpleGit } from 'simple-git';
import { Failure } from '../model/failure.ts';
import { maxFileBytes, tooLarge } from './files.ts';

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

/** Only what git needs to run and to find the user's own settings; above all no `GIT_…` and no PAGER or EDITOR. */
const passedOn = [
  'PATH',
  'HOME',
  'XDG_CONFIG_HOME',
  'USERPROFILE',
  'SYSTEMROOT',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
];

const hardening = [
  'color.ui=false',
  'core.quotepath=false',
  'core.fsmonitor=false',
  'safe.bareRepository=explicit',
  'diff.external=',
];

/** Object ids asked for in one batch. */
const batchSize = 500;

function openGit(root: string, input?: string): SimpleGit {
  const env: Record<string, string> = { LC_ALL: 'C', GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' };
  for (const name of passedOn) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return simpleGit({
    baseDir: root,
    config: hardening,
    allowEnvironment: ['GIT_ALLOW_PROTOCOL', 'GIT_NO_LAZY_FETCH'],
    unsafe: { allowUnsafeFsMonitor: true, allowUnsafeDiffExternal: true },
    completion: { onClose: true, onExit: false },
    ...(input === undefined ? {} : { input: (): string => input }),
  }).env(env);
}

/** Fails with status 2 where git knows no such commit, 4 where git cannot be asked. */
export async function resolveRevision(root: string, revision: string): Promise<Commit> {
  if (revision === '' || revision.startsWith('-') || /[\p{Cc}]/u.test(revision))
    throw new Failure('bad-revision', 2, { values: { revision } });
  const git = openGit(root);
  let id: string;
  try {
    id = (await git.raw(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])).trim();
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
  if (/ENOENT/.test(reason)) return new Failure('git-missing', 4, { cause });
  if (/not a git repository/.test(reason)) return new Failure('not-a-git-repository', 4, { cause });
  if (!/revision|ambiguous|unknown|bad object|Log for|expected commit|log for/i.test(reason) && reason !== '')
    return new Failure('git-failed', 4, { values: { reason }, cause });
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

/** The YAML files below `folder` in a commit, in the order of their paths. */
export async function listTree(root: string, commit: Commit, folder: string): Promise<TreeFile[]> {
  const listing = await ask(() => openGit(root).raw(['ls-tree', '-r', '-z', commit.id, '--', `${folder}/`]));
  const files: TreeFile[] = [];
  for (const entry of listing.split('\0')) {
    const match = /^100(?:644|755) blob ([0-9a-f]+)\t(.+\.yaml)$/s.exec(entry);
    if (match?.[1] !== undefined && match[2] !== undefined) files.push({ file: match[2], blob: match[1] });
  }
  return files;
}

/** The bytes of each blob, in the order asked for. */
export async function readBlobs(root: string, files: readonly TreeFile[]): Promise<Buffer[]> {
  const contents: Buffer[] = [];
  for (let from = 0; from < files.length; from += batchSize) {
    const batch = files.slice(from, from + batchSize);
    const input = batch.map(({ blob }) => `${blob}\n`).join('');
    const answer: unknown = await ask(() => openGit(root, input).binaryCatFile(['--batch']));
    if (!Buffer.isBuffer(answer)) throw new Failure('git-failed', 4, { values: { reason: 'cat-file' } });
    contents.push(...cutBatch(answer, batch));
  }
  return contents;
}

/** Reads `<id> blob <size>⏎<bytes>⏎` as often as there are files. */
function cutBatch(answer: Buffer, files: readonly TreeFile[]): Buffer[] {
  const contents: Buffer[] = [];
  let at = 0;
  for (const { blob, file } of files) {
    const end = answer.indexOf(0x0a, at);
    const head = /^([0-9a-f]+) blob ([0-9]+)$/.exec(answer.toString('latin1', at, Math.max(end, at)));
    if (head?.[1] !== blob) throw new Failure('git-object-missing', 4, { values: { file } });
    const size = Number(head[2]);
    if (size > maxFileBytes) throw tooLarge(file);
    contents.push(answer.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
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
    throw new Failure('git-failed', 4, { values: { reason: reasonOf(cause) }, cause });
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.trim().slice(0, 500) : '';
}
