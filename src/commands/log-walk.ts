/** Opens the history that a log is about: of the charters named, from the revision named, through all their names. */
import type { LogFilter } from '../history/filter.ts';
import { mergeHistories } from '../history/merged.ts';
import { withTaken } from '../history/taken.ts';
import type { HistoryPage } from '../model/history.ts';
import { askGit } from '../store/git-process.ts';
import { type WalkOptions, walkHistory } from '../store/history.ts';
import { type MergeWatch, watchMerges } from '../store/merge-watch.ts';
import type { Repository } from '../store/repository.ts';
import type { Context } from './context.ts';
import { readFilter, readSpan } from './log-options.ts';
import { followPast, openPast, type Past } from './past.ts';
import { findFormerly, findStart, type Start } from './past-start.ts';
import { readTargets, type Target } from './past-targets.ts';
import { requireHistory } from './repository.ts';
import { type Memory, openMemory } from './seen.ts';
import { findFile, workTree } from './shelves.ts';
import { resolveCommit } from './states.ts';

export interface LogWalk {
  readonly past: Past;
  readonly targets: readonly Target[];
  /** A revision or a range was asked for, and the work tree was not. */
  readonly named: boolean;
  readonly history: AsyncGenerator<HistoryPage>;
  readonly merges: MergeWatch;
  readonly filter: LogFilter;
  readonly memory: Memory;
  /** The first charter that no commit holds though the work tree does: there is no history then. */
  readonly uncommitted?: Target;
}

export async function openLogWalk(context: Context): Promise<LogWalk> {
  const filter = readFilter(context);
  const repository = requireHistory(context.directory);
  const { revision, asked, targets, without } = await readTargets(context, repository);
  const past = await openPast(repository, revision, context.directory);
  const starts = await findStarts(past, targets, { context, named: asked !== undefined });
  const span = await readSpan(context, past);
  const memory = await openMemory(context, past, targets);
  const merges = watchMerges(repository.root, [past.commit], past.blobs);
  const opened = { past, targets, named: asked !== undefined, filter, memory, merges };
  if (!Array.isArray(starts)) return { ...opened, history: none(), uncommitted: starts };
  const not = [...memory.not, ...(await resolveAll(repository, without))];
  const walk = { ...span, not };
  const history =
    targets.length === 0
      ? walkHistory(repository.root, { ...walk, from: [past.commit], blobs: past.blobs })
      : mergeHistories(starts.map((start) => followPast(past, start, walk)));
  const files = targets.length === 0 ? undefined : starts.map(({ file }) => file);
  return { ...opened, history: readAll(history, { ...opened, walk, ...(files ? { files } : {}) }) };
}

interface Merging extends Pick<LogWalk, 'past' | 'merges'> {
  readonly walk: Pick<WalkOptions, 'since' | 'until' | 'not'>;
  readonly files?: readonly string[];
}

/** With the merges that git's walk passes over; ends what is read where nobody reads on. */
async function* readAll(
  history: AsyncGenerator<HistoryPage>,
  { past, merges, walk, files }: Merging,
): AsyncGenerator<HistoryPage> {
  merges.begin();
  try {
    yield* withTaken(history, {
      takenTo: merges.takenTo,
      isWanted: await readRange(past, walk),
      ...(walk.until === undefined ? { start: merges.start } : {}),
      ...(files ? { files } : {}),
    });
  } finally {
    await history.return(undefined);
    await merges.close();
  }
}

async function readRange(
  { repository: { root }, commit }: Past,
  { since, until, not = [] }: Merging['walk'],
): Promise<(id: string, committed: string) => boolean> {
  const within =
    not.length === 0
      ? undefined
      : new Set((await askGit(root, ['rev-list', commit, ...not.map((id) => `^${id}`)])).split('\n'));
  return (id, committed) => {
    const seconds = Date.parse(committed) / 1000;
    return (
      (within === undefined || within.has(id)) &&
      (since === undefined || seconds >= since) &&
      (until === undefined || seconds <= until)
    );
  };
}

async function* none(): AsyncGenerator<HistoryPage> {}

/**
 * Where their histories start, or the first charter that no commit holds, under any id, though the work tree does. `named`: a
 * revision was asked for, and the work tree was not.
 */
async function findStarts(
  past: Past,
  targets: readonly Target[],
  { context, named }: { readonly context: Context; readonly named: boolean },
): Promise<Start[] | Target> {
  const starts: Start[] = [];
  for (const target of targets) {
    try {
      starts.push(await findStart(past, { ...target, shelf: past.shelf }));
    } catch (cause) {
      const former = await findFormerly(past, target, context);
      if (former) starts.push({ from: [past.commit], file: former.file });
      else if (!named && (await isInWorkTree(past, target))) return target;
      else throw cause;
    }
  }
  return starts;
}

async function isInWorkTree({ repository }: Past, { kind, id }: Target): Promise<boolean> {
  return findFile(workTree(repository), kind, id).then(
    () => true,
    () => false,
  );
}

async function resolveAll(repository: Repository, revisions: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const revision of revisions) ids.push((await resolveCommit(repository, revision)).id);
  return ids;
}
