/** The states that a review compares, as git lists them: what the request parted from, is to go into, is, and would give. */
import { Failure } from '../model/failure.ts';
import type { Review } from '../model/review.ts';
import { locate } from '../store/history.ts';
import { mergeTrees } from '../store/merge-tree.ts';
import { chartersFolder, isFolder } from '../store/repository.ts';
import {
  listStagedState,
  listStagedTouched,
  listState,
  listTouched,
  type TouchedFile,
} from '../store/review-trees.ts';
import type { ReviewRequest } from './review-request.ts';

/** Blobs by file. */
export type Files = ReadonlyMap<string, string>;

export interface ReviewStates {
  /** What the request changes since it parted from the base. */
  readonly touched: readonly TouchedFile[];
  readonly base: Files;
  /** What merging would give; of what git could not settle, what the request has. */
  readonly merged: Files;
  /** Among the files of charters, captures and settings. */
  readonly conflicts: readonly string[];
  readonly merge: Review['merge'];
}

/** Fails with status 3 where a merge is open in the index. */
export async function readStates(request: ReviewRequest): Promise<ReviewStates> {
  const {
    repository: { root },
    base,
    mergeBase,
    head,
  } = request;
  if (head.tree === undefined) return readStagedStates(request);
  const touched = await listTouched(root, mergeBase.tree, head.tree);
  if (touched.length === 0) await refuseWithout(request);
  if (touched.length === 0)
    return { touched, base: new Map(), merged: new Map(), conflicts: [], merge: 'ahead' };
  const before = await listState(root, base.tree);
  if (mergeBase.tree === base.tree) {
    const merged = await listState(root, head.tree);
    return { touched, base: before, merged, conflicts: [], merge: 'ahead' };
  }
  const { tree, conflicts } = await mergeTrees(root, base.tree, head.tree);
  const { prefix } = await locate(root);
  const merged = new Map(await listState(root, tree));
  const isOurs = (file: string): boolean => merged.has(file) || before.has(file);
  // Some git names files from its own root, some from the folder where it is asked.
  const ours = conflicts
    .map((file) => (!isOurs(file) && file.startsWith(prefix) ? file.slice(prefix.length) : file))
    .filter(isOurs);
  const after = new Map(touched.map(({ file, after: blob }) => [file, blob]));
  for (const file of ours) {
    const blob = after.get(file);
    if (blob !== undefined) merged.set(file, blob);
  }
  return { touched, base: before, merged, conflicts: ours, merge: ours.length === 0 ? 'clean' : 'conflicts' };
}

/** Nothing touched where there are no charters at all is no request that may be merged: it was asked in another folder. */
async function refuseWithout({ repository: { root }, base, head }: ReviewRequest): Promise<void> {
  if (isFolder(`${root}/${chartersFolder}`)) return;
  for (const { tree } of [base, head])
    if (tree !== undefined && (await listState(root, tree, [`${chartersFolder}/`])).size > 0) return;
  throw new Failure('not-a-repository', 2, { values: { folder: root } });
}

async function readStagedStates({ repository: { root }, base }: ReviewRequest): Promise<ReviewStates> {
  const { files, unmerged } = await listStagedState(root);
  const [file] = unmerged;
  if (file !== undefined) throw new Failure('unmerged-file', 3, { values: { file } });
  return {
    touched: await listStagedTouched(root, base.tree),
    base: await listState(root, base.tree),
    merged: files,
    conflicts: [],
    merge: 'ahead',
  };
}
