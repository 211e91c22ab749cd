/** Reads and writes settings in one of git's own files, this repository's or the user's; nothing else is touched. */
import { join } from 'node:path';
import { Failure } from '../model/failure.ts';
import { askGit } from './git-process.ts';

/** `local` is the repository's own file, shared by its work trees; `global` the user's. */
export type ConfigScope = 'local' | 'global';

export interface ConfigFile {
  readonly root: string;
  readonly scope: ConfigScope;
}

/** Each name, in the spelling that git compares by, with its values in the order of the file. */
export async function readConfig(file: ConfigFile): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const entry of (await listConfig(file)).split('\0')) {
    const end = entry.indexOf('\n');
    const name = end < 0 ? entry : entry.slice(0, end);
    if (name !== '') found.set(name, [...(found.get(name) ?? []), end < 0 ? '' : entry.slice(end + 1)]);
  }
  return found;
}

async function listConfig({ root, scope }: ConfigFile): Promise<string> {
  try {
    return await askGit(root, ['config', `--${scope}`, '--null', '--list']);
  } catch (cause) {
    // A user without a file of settings has none.
    if (cause instanceof Failure && /unable to read config file/.test(String(cause.values['reason'])))
      return '';
    throw cause;
  }
}

/** Gives the name this one value. */
export async function setConfig(file: ConfigFile, name: string, value: string): Promise<void> {
  await askGit(file.root, ['config', `--${file.scope}`, '--replace-all', name, value]);
}

export async function addConfig(file: ConfigFile, name: string, value: string): Promise<void> {
  await askGit(file.root, ['config', `--${file.scope}`, '--add', name, value]);
}

/** Takes away every value; a section that held nothing else goes too. */
export async function unsetConfig(file: ConfigFile, name: string): Promise<void> {
  await askGit(file.root, ['config', `--${file.scope}`, '--unset-all', name]);
}

/** Where git looks for the user's attributes, which hold in all repositories. */
export async function userAttributesFile(root: string, home: string): Promise<string> {
  const named = (await readConfig({ root, scope: 'global' })).get('core.attributesfile')?.at(-1);
  if (named === undefined || named === '') return join(home, 'git', 'attributes');
  return (await askGit(root, ['config', '--global', '--type=path', '--get', 'core.attributesFile'])).trim();
}

/** What an attribute is for a file, named from `root`; `unspecified` where no line says. */
export async function readAttribute(root: string, attribute: string, file: string): Promise<string> {
  const [, , value = ''] = (await askGit(root, ['check-attr', '-z', attribute, '--', file])).split('\0');
  return value;
}
