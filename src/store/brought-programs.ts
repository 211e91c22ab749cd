/** Finds the programs that a repository's own settings would have git run for a commit; the user's own may run. */
import { Failure } from '../model/failure.ts';
import { forCommit, type Ground } from './commit-ground.ts';
import { askGit } from './git-process.ts';

/** A setting of the repository alone: neither the user nor the machine has it with that value. */
interface BroughtSetting {
  readonly key: string;
  readonly value: string;
}

const wanted = '^(filter\\..*\\.(clean|process)|gpg(\\..*)?\\.(program|defaultkeycommand)|core\\.fsmonitor)$';
const filterKey = /^filter\.(.*)\.(?:clean|process)$/s;

/**
 * The settings that keep git from running them, as pairs of key and value. Fails with status 4 where the files could
 * not be committed without: a filter makes what git keeps of them, and a signature is asked for.
 */
export async function refuseBrought({ root }: Ground, files: readonly string[]): Promise<readonly Setting[]> {
  const brought = await listBrought(root);
  if (brought.length === 0) return [];
  const filters = await filtersOf(root, files);
  for (const { key, value } of brought) {
    const [, name] = filterKey.exec(key) ?? [];
    const file = name === undefined ? undefined : filters.get(name);
    if (file !== undefined) throw new Failure('commit-filtered', 4, { values: { file, key, value } });
  }
  const signer = brought.find(({ key }) => key.startsWith('gpg.'));
  if (signer && (await signs(root))) throw new Failure('commit-signed-by', 4, { values: { ...signer } });
  return brought.flatMap(({ key }) => silence(key));
}

type Setting = readonly [key: string, value: string];

function silence(key: string): readonly Setting[] {
  if (key === 'core.fsmonitor') return [[key, 'false']];
  const [, name] = filterKey.exec(key) ?? [];
  if (name === undefined) return [];
  return [
    [key, ''],
    [`filter.${name}.required`, 'false'],
  ];
}

async function listBrought(root: string): Promise<BroughtSetting[]> {
  const fields = (await ask(root, ['config', '--show-scope', '--null', '--get-regexp', wanted])).split('\0');
  const own = new Set<string>();
  const brought: BroughtSetting[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [scope, setting = ''] = [fields[at], fields[at + 1]];
    const end = setting.indexOf('\n');
    const [key, value] = end < 0 ? [setting, ''] : [setting.slice(0, end), setting.slice(end + 1)];
    if (scope === 'system' || scope === 'global') own.add(setting);
    else if (!own.has(setting) && !isHarmless(key, value)) brought.push({ key, value });
  }
  return brought;
}

/** Nothing, or the watcher that git has built in. */
function isHarmless(key: string, value: string): boolean {
  return value === '' || (key === 'core.fsmonitor' && /^(?:true|false|yes|no|on|off|\d+)$/i.test(value));
}

/** A file for each filter that git would send one of them through. */
async function filtersOf(root: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (files.length === 0) return found;
  const fields = (await ask(root, ['check-attr', '-z', 'filter', '--', ...files])).split('\0');
  for (let at = 0; at + 2 < fields.length; at += 3) found.set(fields[at + 2] ?? '', fields[at] ?? '');
  return found;
}

async function signs(root: string): Promise<boolean> {
  return (await ask(root, ['config', '--type=bool', '--get', 'commit.gpgSign'])).trim() === 'true';
}

/** Git says nothing, with a status of its own, where nothing is set. */
async function ask(root: string, words: readonly string[]): Promise<string> {
  try {
    return await askGit(root, words);
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'git-failed' && cause.values['reason'] === '') return '';
    throw forCommit(cause);
  }
}
