/** Which of git's files the settings stand in: the repository's own, or with `--global` the user's. */
import { Failure } from '../model/failure.ts';
import { exists } from '../store/files.ts';
import type { ConfigFile } from '../store/git-config.ts';
import { findWorkTree, isFile } from '../store/repository.ts';
import type { Context } from './context.ts';
import { requireRepository } from './repository.ts';

export function findConfig({ directory, options, env }: Context): ConfigFile {
  if (options.global === true) {
    refuseDevice(env['GIT_CONFIG_GLOBAL']);
    return { root: directory, scope: 'global' };
  }
  const { root } = requireRepository(directory);
  if (findWorkTree(root) === undefined) throw new Failure('not-a-git-repository', 4);
  return { root, scope: 'local' };
}

/** Git would put a file in the place of `/dev/null`, by which many ask for no settings at all. */
function refuseDevice(file: string | undefined): void {
  if (file !== undefined && exists(file) && !isFile(file))
    throw new Failure('not-a-regular-file', 4, { values: { file } });
}
