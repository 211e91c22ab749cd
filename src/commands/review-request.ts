/** Reads what `review` is asked about: where the request is to go, what it is, and from where both parted. */
import { Failure } from '../model/failure.ts';
import type { ReviewState } from '../model/review.ts';
import { findMergeBase } from '../store/git.ts';
import { findHead } from '../store/head.ts';
import type { Repository } from '../store/repository.ts';
import { emptyTree, findMainBranch, isCutShort } from '../store/review-trees.ts';
import type { Context } from './context.ts';
import { looksLikeDay, parseRange } from './forms.ts';
import { requireHistory } from './repository.ts';
import { resolveCommit } from './states.ts';

/** `tree` is what git lists it by: the commit, or a tree. */
export interface RequestState extends ReviewState {
  readonly tree: string;
}

export interface ReviewRequest {
  readonly repository: Repository;
  readonly base: RequestState;
  readonly mergeBase: RequestState;
  /** Of what is staged, without commit. */
  readonly head: ReviewState & { readonly tree?: string };
}

/** Fails with status 2 where a name is wrong or two histories have nothing in common, 4 where a shallow clone hides it. */
export async function readReviewRequest(context: Context): Promise<ReviewRequest> {
  const { arguments: given, options, directory } = context;
  const repository = requireHistory(directory);
  const [argument] = given;
  if (options.staged !== true) return readRange(argument, repository);
  if (argument !== undefined)
    throw new Failure('options-exclude', 2, {
      values: { one: '--staged', other: argument, command: 'review' },
    });
  return readStaged(repository);
}

/** Before the first commit all that is staged is new. */
async function readStaged(repository: Repository): Promise<ReviewRequest> {
  const commit = await findHead(repository.root);
  const base: RequestState = {
    revision: 'HEAD',
    ...(commit === undefined ? {} : { commit }),
    tree: commit ?? (await emptyTree(repository.root)),
  };
  return { repository, base, mergeBase: base, head: { revision: 'index' } };
}

async function readRange(argument: string | undefined, repository: Repository): Promise<ReviewRequest> {
  const range = argument === undefined ? undefined : parseRange(argument);
  if (range?.named)
    throw new Failure('review-whole', 2, { values: { argument: argument ?? '', portal: range.named.id } });
  const from = range?.from ?? argument ?? (await chooseBase(repository));
  const base = await open(from, repository);
  const head = await open(range?.to ?? 'HEAD', repository);
  return { repository, base, head, mergeBase: await findParting(base, head, repository) };
}

async function chooseBase({ root }: Repository): Promise<string> {
  const found = await findMainBranch(root);
  if (found !== undefined) return found;
  throw new Failure('review-base-missing', 2);
}

async function open(
  revision: string,
  repository: Repository,
): Promise<RequestState & { readonly commit: string }> {
  try {
    const { id } = await resolveCommit(repository, revision);
    return { revision, commit: id, tree: id };
  } catch (cause) {
    const unknown = cause instanceof Failure && cause.code.startsWith('unknown-revision');
    if (!unknown || !looksLikeDay(revision)) throw cause;
    throw new Failure('day-of-all', 2, { values: { day: revision }, cause });
  }
}

/** A clone that ends before that place may show another one than there is. */
async function findParting(
  base: RequestState,
  head: RequestState,
  { root }: Repository,
): Promise<RequestState> {
  const commits = [base.tree, head.tree];
  const values = { one: base.revision, other: head.revision };
  try {
    const { revision, id } = await findMergeBase(
      root,
      { revision: base.revision, id: base.tree },
      { revision: head.revision, id: head.tree },
    );
    if (await isCutShort(root, commits, id)) throw new Failure('merge-base-shallow', 4, { values });
    return { revision, commit: id, tree: id };
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== 'no-merge-base') throw cause;
    if (await isCutShort(root, commits, undefined))
      throw new Failure('merge-base-shallow', 4, { values, cause });
    throw cause;
  }
}
