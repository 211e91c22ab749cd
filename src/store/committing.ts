/**
 * Makes commits of named files as their user would: with the user's own environment, identity, signing and hooks.
 * All of them are made or none, and nothing else that is staged or changed is touched.
 */
import { join } from 'node:path';
import { type SimpleGit, simpleGit } from 'simple-git';
import { Failure } from '../model/failure.ts';
import { forCommit, type Ground, listCommitted } from './commit-ground.ts';
import { exists, readBytes } from './files.ts';
import { blobId } from './git.ts';
import { askGit, gitEnvironment, gitFailure, reasonOf } from './git-process.ts';
import { findHead } from './head.ts';
import { type MadeCommit, type Meant, readMade } from './made-commits.ts';
import { removeFile } from './writing.ts';

export interface CommitStep {
  /** Committed as they stand in the work tree; from the root of the charters. */
  readonly files: readonly string[];
  readonly message: string;
  /** Those of the files that git must keep byte for byte. */
  readonly exact?: readonly string[];
  /** Files of the index that are nowhere else, to be taken out of it. */
  readonly stale?: readonly string[];
  /** In the place of `files`: what files of the last commit are to hold, whatever stands in the work tree. */
  readonly texts?: ReadonlyMap<string, string>;
}

interface GitOptions {
  readonly index?: string;
  readonly input?: string;
}

/** All in it is the user's own; what the wrapper would refuse comes from nobody else. */
function openUserGit({ root, settings = [] }: Ground, { index, input }: GitOptions = {}): SimpleGit {
  const env = userEnvironment(root);
  addSettings(env, settings);
  if (index !== undefined) env['GIT_INDEX_FILE'] = index;
  return simpleGit({
    baseDir: root,
    // Git takes words for the encoding that the settings name; ours are in this one.
    config: ['i18n.commitEncoding=UTF-8'],
    allowEnvironment: Object.keys(env),
    unsafe: {
      allowAbbreviatedOptions: true,
      allowUnsafeAskPass: true,
      allowUnsafeConfigEnvCount: true,
      allowUnsafeConfigPaths: true,
      allowUnsafeDiffExternal: true,
      allowUnsafeEditor: true,
      allowUnsafeExec: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeFilter: true,
      allowUnsafeGitProxy: true,
      allowUnsafePager: true,
      allowUnsafeSshCommand: true,
      allowUnsafeTemplateDir: true,
    },
    completion: { onClose: true, onExit: false },
    // By itself it takes a refusal without words for consent.
    errors: (error, { exitCode, stdOut, stdErr }) =>
      error ?? (exitCode === 0 ? undefined : Buffer.concat([...stdOut, ...stdErr])),
    ...(input === undefined ? {} : { input: () => input }),
  }).env(env);
}

/** Paths in it, which git would look for from the folder that it runs in. */
const places = [
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY'],
  ...['GIT_QUARANTINE_PATH', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'],
];

function userEnvironment(root: string): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  const placed = gitEnvironment(root);
  for (const name of places) {
    delete env[name];
    const path = placed[name];
    if (path !== undefined) env[name] = path;
  }
  return env;
}

/** By the environment, as git takes no key with an equals sign on its command line. */
function addSettings(env: Record<string, string>, settings: NonNullable<Ground['settings']>): void {
  if (settings.length === 0) return;
  const known = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  for (const [index, [key, value]] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${known + index}`] = key;
    env[`GIT_CONFIG_VALUE_${known + index}`] = value;
  }
  env['GIT_CONFIG_COUNT'] = String(known + settings.length);
}

/** Fails with status 4 where git does not know whose commit it would be. */
export async function refuseNameless(ground: Ground): Promise<void> {
  for (const name of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) {
    try {
      await openUserGit(ground).raw(['var', name]);
    } catch (cause) {
      const failure = gitFailure(reasonOf(cause), cause);
      throw failure.code === 'git-failed' ? new Failure('commit-nameless', 4, { cause }) : forCommit(failure);
    }
  }
}

/** The commits as they came to be. Where one is refused, whatever the ones before it did is undone; fails with status 4. */
export async function makeCommits(
  ground: Ground,
  steps: readonly CommitStep[],
): Promise<readonly MadeCommit[]> {
  const files = [...new Set(steps.flatMap(filesOf))];
  const entries = await readEntries(ground, files);
  const interrupts = holdInterrupts();
  try {
    const made: MadeCommit[] = [];
    for (const step of steps) {
      const on = { ...ground, ...headOf(made.at(-1)?.id ?? ground.head) };
      made.push(await (step.texts ? commitTexts(on, step, step.texts) : commitFiles(on, step)));
    }
    return made;
  } catch (cause) {
    await restore(ground, files, entries);
    throw cause;
  } finally {
    interrupts.release();
  }
}

function filesOf({ files, stale = [], texts }: CommitStep): string[] {
  return [...files, ...stale, ...(texts?.keys() ?? [])];
}

function headOf(head: string | undefined): Pick<Ground, 'head'> {
  return head === undefined ? {} : { head };
}

/** Git, which the terminal interrupts too, ends first; what is half done is undone before the program ends. */
function holdInterrupts(): { release(): void } {
  const came: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals): void => {
    came.push(signal);
  };
  process.on('SIGINT', hold).on('SIGTERM', hold);
  return {
    release: () => {
      process.off('SIGINT', hold).off('SIGTERM', hold);
      const [first] = came;
      if (first !== undefined) process.kill(process.pid, first);
    },
  };
}

/** What else is staged stays so: `--only` starts from the last commit, and files are made known by name alone. */
async function commitFiles(ground: Ground, step: CommitStep): Promise<MadeCommit> {
  const { files, message, exact = [], stale = [] } = step;
  const known = await readEntries(ground, files);
  const there = files.filter((file) => exists(join(ground.root, file)));
  const meant = await readMeant(ground, files, there);
  refuseConverted(ground, exact, meant);
  const fresh = there.filter((file) => !known.has(ground.prefix + file));
  if (fresh.length > 0)
    await act(ground, ['add', '--intent-to-add', '--force', '--', ...fresh.map(literally)]);
  const id = await commit(ground, message, {
    words: ['--only', '--', ...[...files, ...stale].map(literally)],
  });
  const made = await readMade(ground, id, meant);
  const altered = made.strays.find(({ file, how }) => how === 'altered' && exact.includes(file));
  if (altered) throw new Failure('capture-hooked', 4, { values: { file: altered.file } });
  return made;
}

/** What git is to keep of the files, by their paths; undefined for those that went. */
async function readMeant(ground: Ground, files: readonly string[], there: readonly string[]): Promise<Meant> {
  const ids = there.length === 0 ? '' : await act(ground, ['hash-object', '--', ...there]);
  const blobs = new Map(ids.split('\n').map((id, index) => [there[index], id]));
  return new Map(files.map((file) => [file, blobs.get(file)]));
}

function refuseConverted({ root }: Ground, exact: readonly string[], meant: Meant): void {
  for (const file of exact) {
    const blob = meant.get(file) ?? '';
    if (blobId(readBytes(join(root, file), file), blob) !== blob)
      throw new Failure('capture-converted', 4, { values: { file } });
  }
}

/** Not by the variable of that meaning, which hooks would inherit. */
function literally(file: string): string {
  return `:(literal)${file}`;
}

/** Through an index of its own; neither the work tree nor what the user staged is part of it. */
async function commitTexts(
  ground: Ground,
  { message }: CommitStep,
  texts: ReadonlyMap<string, string>,
): Promise<MadeCommit> {
  const index = `${ground.index}.charter-${process.pid}`;
  const files = [...texts.keys()];
  const staged = await readEntries(ground, files);
  const committed = await listCommitted(ground, files);
  try {
    await act(ground, ['read-tree', ground.head ?? ''], { index });
    const unstaged: string[] = [];
    const meant = new Map<string, string>();
    for (const { file, blob, mode } of committed) {
      const words = ['hash-object', '-w', '--stdin', `--path=${file}`];
      const id = (await act(ground, words, { input: texts.get(file) ?? '' })).trim();
      meant.set(file, id);
      const path = ground.prefix + file;
      const entry = `${mode},${id},${path}`;
      await act(ground, ['update-index', '--cacheinfo', entry], { index });
      if (staged.get(path)?.join() === `${mode} ${blob} 0`) unstaged.push(entry);
    }
    const id = await commit(ground, message, { words: [], index });
    // What was as in the last commit is as in this one, lest a later commit should take it back.
    for (const entry of unstaged) await act(ground, ['update-index', '--cacheinfo', entry]);
    return await readMade(ground, id, meant);
  } finally {
    removeFile(index);
  }
}

interface CommitWords {
  readonly words: readonly string[];
  readonly index?: string;
}

/** The id of the commit, once it is seen to be there. */
async function commit(ground: Ground, message: string, { words, index }: CommitWords): Promise<string> {
  await act(ground, ['commit', '--quiet', '--cleanup=whitespace', '--file=-', ...words], {
    input: message,
    ...(index === undefined ? {} : { index }),
  });
  const id = await findHead(ground.root);
  if (id === undefined || id === ground.head) throw refused('');
  return id;
}

async function act(ground: Ground, words: readonly string[], options: GitOptions = {}): Promise<string> {
  try {
    return await openUserGit(ground, options).raw([...words]);
  } catch (cause) {
    const reason = reasonOf(cause);
    const failure = gitFailure(reason, cause);
    throw failure.code === 'git-failed' ? refused(reason, cause) : forCommit(failure);
  }
}

/** `words`: what git, or a hook, says of it. */
function refused(words: string, cause?: unknown): Failure {
  return new Failure('commit-refused', 4, { values: { words }, ...(cause === undefined ? {} : { cause }) });
}

/** By path in git's tree, each with its mode, blob and stage. */
async function readEntries(
  { root }: Ground,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const entries = new Map<string, string[]>();
  if (files.length === 0) return entries;
  const listing = await askGit(root, ['ls-files', '--stage', '--full-name', '-z', '--', ...files]);
  for (const entry of listing.split('\0')) {
    const tab = entry.indexOf('\t');
    const path = entry.slice(tab + 1);
    if (tab > 0) entries.set(path, [...(entries.get(path) ?? []), entry.slice(0, tab)]);
  }
  return entries;
}

/** The branch and the index as they were, as far as these files go. */
async function restore(
  ground: Ground,
  files: readonly string[],
  entries: Awaited<ReturnType<typeof readEntries>>,
): Promise<void> {
  const { root, head, prefix } = ground;
  try {
    const now = await findHead(root);
    const words = head === undefined ? ['-d', 'HEAD'] : ['-m', 'charter commit: undone', 'HEAD', head];
    if (now !== undefined && now !== head) await act(ground, ['update-ref', ...words, now]);
    const present = await readEntries(ground, files);
    const lines = files.flatMap((file) => {
      const path = prefix + file;
      const [before = [], after = []] = [entries.get(path), present.get(path)];
      if (before.join() === after.join()) return [];
      const none = '0'.repeat((after[0] ?? before[0])?.split(' ')[1]?.length ?? 40);
      return [`0 ${none}\t${path}`, ...before.map((entry) => `${entry}\t${path}`)];
    });
    if (lines.length > 0)
      await act(ground, ['update-index', '-z', '--index-info'], { input: `${lines.join('\0')}\0` });
  } catch (cause) {
    throw new Failure('commit-not-undone', 4, { values: { head: head ?? '' }, cause });
  }
}
