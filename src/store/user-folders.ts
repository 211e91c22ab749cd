/** The user's own folders outside of any repository: what is cached may be deleted, what is remembered may be lost. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { askGit } from './git-process.ts';

export type UserEnvironment = Readonly<Record<string, string | undefined>>;

/** Undefined where the user has no folder of their own. */
export function cacheFolder(env: UserEnvironment): string | undefined {
  return userFolder(env, { variable: 'XDG_CACHE_HOME', home: ['.cache'], windows: 'cache' });
}

export function stateFolder(env: UserEnvironment): string | undefined {
  return userFolder(env, { variable: 'XDG_STATE_HOME', home: ['.local', 'state'], windows: 'state' });
}

interface FolderPlan {
  readonly variable: string;
  readonly home: readonly string[];
  readonly windows: string;
}

function userFolder(env: UserEnvironment, { variable, home, windows }: FolderPlan): string | undefined {
  const stated = absolute(env[variable]);
  if (stated) return join(stated, 'charter');
  const local = absolute(env['LOCALAPPDATA']);
  if (local) return join(local, 'charter', windows);
  const own = absolute(env['HOME']);
  return own === undefined ? undefined : join(own, ...home, 'charter');
}

/** A relative folder is to be ignored, as the standard has it. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}

/** What a repository is remembered by: the folder of its objects, which all its work trees share. */
export async function repositoryKey(root: string): Promise<string> {
  const answer = (await askGit(root, ['rev-parse', '--git-common-dir'])).replace(/\n$/, '');
  return createHash('sha256')
    .update(realpathSync(resolve(root, answer)))
    .digest('hex')
    .slice(0, 32);
}

/** What a work tree is remembered by, where no git is asked. */
export function folderKey(root: string): string {
  return createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 32);
}
