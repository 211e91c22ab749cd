/** Reads a setting of the user's own git, never one that a repository brings. */
import { Failure } from '../model/failure.ts';
import { askGit } from './git-process.ts';

const own = new Set(['system', 'global']);

/** Undefined where it is not set, or git cannot be asked. */
export async function askUserSetting(name: string): Promise<string | undefined> {
  let listing: string;
  try {
    listing = await askGit('.', ['config', '--show-scope', '--null', '--get-all', name]);
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
  const fields = listing.split('\0');
  const values = fields.filter((_, index) => index % 2 === 1 && own.has(fields[index - 1] ?? ''));
  return values.at(-1);
}
