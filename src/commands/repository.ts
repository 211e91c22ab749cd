/** The repository that a command works on, or a failure that says how to start one. */
import { Failure } from '../model/failure.ts';
import {
  chartersFolder,
  findRepository,
  findWorkTree,
  isBareRepository,
  isFolder,
  type Repository,
} from '../store/repository.ts';
import type { Shelf } from './shelves.ts';

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

/** Where neither the work tree nor any of the states holds charters, nothing found is not to be taken for no change. */
export async function refuseElsewhere(
  directory: string,
  { shelves, had }: { readonly shelves: readonly Shelf[]; readonly had?: () => Promise<boolean> },
): Promise<void> {
  const repository = findRepository(directory);
  if (repository && isFolder(`${repository.root}/${chartersFolder}`)) return;
  for (const shelf of shelves)
    for (const kind of ['charter', 'template'] as const) if ((await shelf.list(kind)).length > 0) return;
  if (await had?.()) return;
  throw new Failure('not-a-repository', 2, { values: { folder: directory } });
}
