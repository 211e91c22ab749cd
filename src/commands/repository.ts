/** The repository that a command works on, or a failure that says how to start one. */
import { Failure } from '../model/failure.ts';
import { findRepository, isFolder, type Repository } from '../store/repository.ts';

export function requireRepository(directory: string): Repository {
  if (!isFolder(directory)) throw new Failure('missing-folder', 4, { values: { file: directory } });
  const repository = findRepository(directory);
  if (!repository) throw new Failure('not-a-repository', 2, { values: { folder: directory } });
  return repository;
}
