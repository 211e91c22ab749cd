/** The repository that a command works on, or a failure that says how to start one. */
import { Failure } from '../model/failure.ts';
import {
  findRepository,
  findWorkTree,
  isBareRepository,
  isFolder,
  type Repository,
} from '../store/repository.ts';

export function requireRepository(directory: string): Repository {
  if (!isFolder(directory)) throw new Failure('missing-folder', 4, { values: { file: directory } });
  const repository = findRepository(directory);
  if (!repository && isBareRepository(directory))
    throw new Failure('bare-repository', 4, { values: { folder: directory } });
  if (!repository) throw new Failure('not-a-repository', 2, { values: { folder: directory } });
  return repository;
}

/** Where versions are asked for: also where no charter stands in the work tree any more, or there is no work tree. */
export function requireHistory(directory: string): Repository {
  const repository = findRepository(directory);
  if (repository) return repository;
  const top = isBareRepository(directory) ? directory : findWorkTree(directory);
  return top === undefined ? requireRepository(directory) : { root: top };
}
