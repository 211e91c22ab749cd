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
  /** What merging would change in the base, and what git could not settle, there as the request has it. */
  readonly touched: readonly TouchedFile[];
  readonly base: Files;
  /** What merging would give; of what git could not settle, what the request has. */
  readonly merged: Files;
  /** Among the files of charters, captures and settings. */
  readonly conflicts: readonly string[];
  readonly merge: Review['merge'];
}

/**
 * Held against the base, never against where the request parted from it: of that there may be several places, and what
 * git moves along with a folder was touched by neither side. Fails with status 3 where a merge is open in the index.
 */
export async function readStates(request: ReviewRequest): Promise<ReviewStates> {
  const {
    repository: { root },
    base,
    mergeBase,
    head,
  } = request;
  if (head.tree === undefined) return readStagedStates(request);
  const isAhead = mergeBase.tree === base.tree;
  const { tree, conflicts } = isAhead
    ? { tree: head.tree, conflicts: [] }
    : await mergeTrees(root, base.tree, head.tree);
  const touched = await listTouched(root, base.tree, tree);
  if (touched.length === 0 && conflicts.length === 0) return nothingIn(request);
  const states = { touched, base: await listState(root, base.tree), merged: await listState(root, tree) };
  if (conflicts.length === 0) return { ...states, conflicts, merge: isAhead ? 'ahead' : 'clean' };
  const open = await withConflicts(states, { root, parting: mergeBase.tree, head: head.tree, conflicts });
  return open.touched.length === 0 ? nothingIn(request) : open;
}

async function nothingIn(request: ReviewRequest): Promise<ReviewStates> {
  await refuseWithout(request);
  const merge = request.mergeBase.tree === request.base.tree ? 'ahead' : 'clean';
  return { touched: [], base: new Map(), merged: new Map(), conflicts: [], merge };
}

interface Unsettled {
  readonly root: string;
  readonly parting: string;
  readonly head: string;
  /** From the root of git's tree. */
  readonly conflicts: readonly string[];
}

/** Of what git could not settle the request's own change is told, from where it parted. */
async function withConflicts(
  { touched, base, merged: tree }: Pick<ReviewStates, 'touched' | 'base' | 'merged'>,
  { root, parting, head, conflicts }: Unsettled,
): Promise<ReviewStates> {
  const [parted, request] = [await listState(root, parting), await listState(root, head)];
  const { prefix } = await locate(root);
  const isOurs = (file: string): boolean => tree.has(file) || base.has(file) || request.has(file);
  // Some git names files from its own root, some from the folder where it is asked.
  const ours = conflicts
    .map((file) => (!isOurs(file) && file.startsWith(prefix) ? file.slice(prefix.length) : file))
    .filter(isOurs);
  const open = new Set(ours);
  const merged = new Map(tree);
  const unsettled = ours.map((file): TouchedFile => {
    const before = parted.get(file) ?? base.get(file);
    const left = tree.get(file);
    // What git moved along with a folder the request has elsewhere; what it left as in the base the request took out.
    const after = request.get(file) ?? (left === base.get(file) ? undefined : left);
    if (after === undefined) merged.delete(file);
    else merged.set(file, after);
    return { file, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  });
  return {
    touched: [...touched.filter(({ file }) => !open.has(file)), ...unsettled],
    base,
    merged,
    conflicts: ours,
    merge: ours.length === 0 ? 'clean' : 'conflicts',
  };
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
