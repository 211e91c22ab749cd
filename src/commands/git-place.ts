/** Which of git's files the settings stand in: the repository's own, or with `--global` the user's. */
import { Failure } from '../model/failure.ts';
import type { ConfigFile } from '../store/git-config.ts';
import { findWorkTree } from '../store/repository.ts';
import type { Context } from './context.ts';
import { requireRepository } from './repository.ts';

export function findConfig({ directory, options }: Context): ConfigFile {
  if (options.global === true) return { root: directory, scope: 'global' };
  const { root } = requireRepository(directory);
  if (findWorkTree(root) === undefined) throw new Failure('not-a-git-repository', 4);
  return { root, scope: 'local' };
}
