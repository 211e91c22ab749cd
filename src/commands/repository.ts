/** The repository that a command works on, or a failure that says how to start one. */
import { join } from 'node:path';
import { Failure } from '../model/failure.ts';
import { findRepository, isFile, isFolder, type Repository } from '../store/repository.ts';

export function requireRepository(directory: string): Repository {
  if (!isFolder(directory)) throw new Failure('missing-folder', 4, { values: { file: directory } });
  const repository = findRepository(directory);
  if (!repository && isBare(directory))
    throw new Failure('bare-repository', 4, { values: { folder: directory } });
  if (!repository) throw new Failure('not-a-repository', 2, { values: { folder: directory } });
  return repository;
}

/** Git's own folder, without a work tree around it. */
function isBare(folder: string): boolean {
  return isFile(join(folder, 'HEAD')) && ['objects', 'refs'].every((name) => isFolder(join(folder, name)));
}
