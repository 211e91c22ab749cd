/** Finds where the history of a charter is to be read from: where it is, or where it ended. */
import { Failure } from '../model/failure.ts';
import type { BlobReader } from '../store/blobs.ts';
import type { FollowOptions } from '../store/following.ts';
import type { Repository } from '../store/repository.ts';
import { findVanished } from '../store/vanished.ts';
import type { Context } from './context.ts';
import type { Past } from './past.ts';
import { type DocumentKind, findFile, type Loaded, type Shelf, workTree } from './shelves.ts';

export interface Start extends Pick<FollowOptions, 'from' | 'gone'> {
  readonly file: string;
}

interface StartQuestion {
  readonly kind: DocumentKind;
  readonly id: string;
  /** Of a commit. */
  readonly shelf: Shelf;
}

interface Ground {
  readonly repository: Repository;
  readonly blobs: BlobReader;
}

/** Where it stands in the commit, or stood when it was removed or renamed; fails with status 2 where it never did. */
export async function findStart(
  { repository: { root }, blobs }: Ground,
  { kind, id, shelf }: StartQuestion,
): Promise<Start> {
  const from = [shelf.commit ?? ''];
  try {
    return { from, file: (await findFile(shelf, kind, id)).file };
  } catch (cause) {
    const misses = ['unknown-portal', 'unknown-template', 'no-charters', 'other-id-inside'];
    if (!(cause instanceof Failure) || !misses.includes(cause.code)) throw cause;
    const vanished = await findVanished(root, id, { from, blobs });
    if (vanished) return { from: [vanished.commit], file: vanished.file, gone: true };
    throw cause;
  }
}

/** The charter of the commit that has that id now; undefined where there is none. */
export async function findFormerly(
  { repository, shelf: then }: Pick<Past, 'repository' | 'shelf'>,
  { kind, id }: Pick<StartQuestion, 'kind' | 'id'>,
  context: Context,
): Promise<Loaded | undefined> {
  const { searchFormer } = await import('./versions.ts');
  const { openCommit } = await import('./states.ts');
  const shelf = async (revision?: string): Promise<Shelf> =>
    revision === undefined ? workTree(repository) : openCommit(repository, revision);
  return searchFormer({ kind, id, then }, { context, shelf });
}
