/**
 * The one way to call git: with the user's own settings, deaf to all that an untrusted repository configures to be
 * run, in English, and without prompt, network, lock or colour.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Failure } from '../model/failure.ts';
import { errorCode } from './error-code.ts';
import { findWorkTree, isBareRepository } from './repository.ts';

/** What git needs to run and to find the user's own settings; above all no PAGER, no EDITOR and no program. */
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
  'SUDO_UID',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
];

/** Where a hook finds what is being committed or received; paths from the process's own folder. */
const placesOfHooks = ['GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_QUARANTINE_PATH'];

/** Used only where no repository is found by walking up: a hook of one must not lead into another. */
const placesOfRepository = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR'];

const fixed = {
  LC_ALL: 'C',
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  // What stands in for an object is not what the object says.
  GIT_NO_REPLACE_OBJECTS: '1',
} as const;

/** The names in git's environment that a wrapper around git may want to be told of. */
export const gitVariables: readonly string[] = [
  ...passedOn,
  ...placesOfHooks,
  ...placesOfRepository,
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  ...Object.keys(fixed),
].filter((name) => name.startsWith('GIT_'));

/** Settings that outrank the repository's own. */
export const gitSettings: readonly string[] = [
  'color.ui=false',
  'core.quotepath=false',
  'core.fsmonitor=false',
  'core.pager=cat',
  'safe.bareRepository=explicit',
  'diff.external=',
  'i18n.logOutputEncoding=UTF-8',
  'log.showSignature=false',
  'log.showRoot=true',
  'trailer.separators=:',
];

export function gitEnvironment(root: string): Record<string, string> {
  const env: Record<string, string> = { ...fixed };
  for (const name of passedOn) pass(env, name, (value) => value);
  for (const name of placesOfHooks) pass(env, name, (value) => resolve(value));
  pass(env, 'GIT_ALTERNATE_OBJECT_DIRECTORIES', (value) => value);
  if (findWorkTree(root) !== undefined) return env;
  for (const name of placesOfRepository) pass(env, name, (value) => resolve(value));
  if (env['GIT_DIR'] === undefined && isBareRepository(root)) env['GIT_DIR'] = root;
  return env;
}

function pass(env: Record<string, string>, name: string, read: (value: string) => string): void {
  const value = process.env[name];
  if (value !== undefined && value !== '') env[name] = read(value);
}

export function spawnGit(root: string, words: readonly string[]): ChildProcessWithoutNullStreams {
  const settings = gitSettings.flatMap((setting) => ['-c', setting]);
  return spawn('git', ['--no-pager', ...settings, ...words], {
    cwd: root,
    env: gitEnvironment(root),
    stdio: 'pipe',
    windowsHide: true,
  });
}

/** The output as it comes; git is stopped where the reader stops. Fails with status 4. */
export async function* streamGit(root: string, words: readonly string[]): AsyncGenerator<Buffer> {
  const git = spawnGit(root, words);
  const errors = listen(git);
  const ended = new Promise<number | null>((settle, refuse) => git.on('error', refuse).on('close', settle));
  ended.catch(() => undefined);
  git.stdin.end();
  try {
    for await (const chunk of git.stdout) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    if ((await ended) !== 0) throw gitFailure(errors());
  } catch (cause) {
    throw cause instanceof Failure ? cause : gitFailure(reasonOf(cause), cause);
  } finally {
    git.kill();
  }
}

/** Keeps the first words of what git complains of. */
export function listen(git: ChildProcessWithoutNullStreams): () => string {
  let text = '';
  git.stdin.on('error', () => undefined);
  git.stderr.on('data', (chunk: Buffer) => {
    if (text.length < 2000) text += chunk.toString('utf8');
  });
  return () => text.trim().slice(0, 2000);
}

/** All of the output at once, for what is known to be short. */
export async function askGit(root: string, words: readonly string[]): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(root, words)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Why git did not do what it was asked: missing, not here, or its own words. */
export function gitFailure(reason: string, cause?: unknown): Failure {
  const detail = cause === undefined ? {} : { cause };
  if (errorCode(cause) === 'ENOENT' || /spawn git ENOENT/.test(reason))
    return new Failure('git-missing', 4, detail);
  if (/dubious ownership/.test(reason)) {
    const command = /git config --global --add safe\.directory .*/.exec(reason)?.[0] ?? '';
    return new Failure('git-dubious-ownership', 4, { ...detail, values: { command } });
  }
  if (/not a git repository|cannot use bare repository/.test(reason))
    return new Failure('not-a-git-repository', 4, detail);
  if (/promisor remote|lazy fetching/.test(reason)) return new Failure('git-partial', 4, detail);
  return new Failure('git-failed', 4, { ...detail, values: { reason: reason.slice(0, 500) } });
}

export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.trim() : '';
}
