/** `charter log`: what each version of the charters changed, newest first, written as it is read. */
import { createComparer } from '../history/comparison.ts';
import { blobsOf, type EntryReading, readEntry } from '../history/entries.ts';
import { filterEntry, type LogFilter } from '../history/filter.ts';
import { gatherItems } from '../history/items.ts';
import { mergeHistories } from '../history/merged.ts';
import { watchRemovals } from '../history/removals.ts';
import { historyMessages } from '../messages/history.ts';
import type { HistoryPage, Version } from '../model/history.ts';
import type { LogEntry } from '../model/log.ts';
import type { LogOptions, LogRenderer } from '../present/log-view.ts';
import { walkHistory } from '../store/history.ts';
import type { Repository } from '../store/repository.ts';
import type { Context, Ending, Outcome } from './context.ts';
import { readFilter, readLimit, readSpan } from './log-options.ts';
import { findPastFile, followPast, openPast, type Past } from './past.ts';
import { readTargets, type Target } from './past-targets.ts';
import { requireHistory } from './repository.ts';
import { openMemory } from './seen.ts';
import { findFile, workTree } from './shelves.ts';
import { resolveCommit } from './states.ts';

/** Versions whose blobs are asked for together: few enough that the first entries come at once. */
const together = 32;

export async function runLog(context: Context): Promise<Outcome> {
  const filter = readFilter(context);
  const limit = readLimit(context);
  const repository = requireHistory(context.directory);
  const { revision, targets, without } = await readTargets(context, repository);
  const past = await openPast(repository, revision);
  const files = await findFiles(past, targets);
  if (!Array.isArray(files)) {
    past.blobs.close();
    return { status: 0, messages: `${historyMessages[context.language].notCommitted(files.id)}\n` };
  }
  const span = await readSpan(context, past);
  const memory = await openMemory(context, past, targets);
  const not = [...memory.not, ...(await resolveAll(repository, without))];
  const walk = { ...span, not };
  const history =
    targets.length === 0
      ? walkHistory(repository.root, { ...walk, from: [past.commit], blobs: past.blobs })
      : mergeHistories(files.map((file) => followPast(past, file, walk)));
  const renderer = await chooseRenderer(context, { past, filter });
  const request = { context, past, history, filter, renderer, memory, ...(limit ? { limit } : {}) };
  return { status: 0, stream: writeLog(request), pages: context.format === 'text' };
}

/** Their files, or the first charter that no commit holds though the work tree does. */
async function findFiles(past: Past, targets: readonly Target[]): Promise<string[] | Target> {
  const files: string[] = [];
  for (const target of targets) {
    try {
      files.push(await findPastFile(past, target.kind, target.id));
    } catch (cause) {
      if (await isInWorkTree(past, target)) return target;
      throw cause;
    }
  }
  return files;
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

interface Request {
  readonly context: Context;
  readonly past: Past;
  readonly history: AsyncGenerator<HistoryPage>;
  readonly filter: LogFilter;
  readonly limit?: number;
  readonly renderer: LogRenderer;
  readonly memory: Awaited<ReturnType<typeof openMemory>>;
}

async function chooseRenderer(
  context: Context,
  { past, filter }: { readonly past: Past; readonly filter: LogFilter },
): Promise<LogRenderer> {
  const { language, color, accessible, options, width } = context;
  const wanted: LogOptions = {
    language,
    color,
    width: accessible ? undefined : width,
    all: options.all === true,
    context: 0,
    timezone: past.timezone,
    patch: options.patch === true,
    ...(filter.only ? { only: filter.only } : {}),
  };
  const { logRenderers } = await import('../present/log-renderers.ts');
  return logRenderers[context.format === 'json' ? 'json' : accessible ? 'accessible' : 'text'](wanted);
}

/** Closes what it reads from, also where nobody reads on. */
async function* writeLog(request: Request): AsyncGenerator<string, Ending> {
  const { context, past, history, limit, renderer, memory } = request;
  const messages = historyMessages[context.language];
  const state = { shallow: false };
  try {
    const gatherer = gatherItems({ all: context.options.all === true || context.format === 'json' });
    let shown = 0;
    for await (const entry of readEntries(request, state)) {
      for (const item of gatherer.add(entry)) {
        yield renderer.item(item);
        if (item.kind === 'commit') shown += 1;
        if (shown === limit) return yield* close(renderer, { shallow: false }, []);
      }
    }
    for (const item of gatherer.end()) {
      if (item.kind === 'commit' && shown === limit) break;
      yield renderer.item(item);
      if (item.kind === 'commit') shown += 1;
    }
    const fresh = context.options.new === true;
    const ending = yield* close(renderer, { shallow: state.shallow, fresh }, [
      ...(state.shallow ? [messages.shallow] : []),
      ...memory.notes,
    ]);
    return { ...ending, messages: (ending.messages ?? '') + memory.keep() };
  } finally {
    await history.return(undefined);
    past.blobs.close();
  }
}

function* close(
  renderer: LogRenderer,
  end: { readonly shallow: boolean; readonly fresh?: boolean },
  notes: readonly string[],
): Generator<string, Ending> {
  yield renderer.end({ fresh: false, ...end });
  return { status: 0, messages: notes.map((note) => `${note}\n`).join('') };
}

/** The wanted entries; notes in `state` what the last page says. */
async function* readEntries(
  { past, history, filter }: Request,
  state: { shallow: boolean },
): AsyncGenerator<LogEntry> {
  const watch = watchRemovals((commit) => removalsBefore(past, commit));
  const reading: EntryReading = {
    documents: past.documents,
    compare: createComparer({ template: past.template }),
    wasThere: watch.wasThere,
  };
  for await (const page of history) {
    state.shallow ||= page.shallow === true;
    for (let from = 0; from < page.versions.length; from += together) {
      const versions = page.versions.slice(from, from + together);
      await past.documents.prepare(blobsOf(versions));
      for (const version of versions) {
        watch.pass(version);
        const entry = await readEntry(version, reading);
        const wanted = entry && filterEntry(entry, filter);
        if (wanted) yield wanted;
      }
    }
  }
}

async function removalsBefore({ repository, blobs }: Past, commit: string): Promise<string[]> {
  const files: string[] = [];
  const walk = walkHistory(repository.root, { from: [commit], removals: true, blobs });
  for await (const { versions } of walk) files.push(...versions.filter(isRemoval).map(({ file }) => file));
  return files;
}

function isRemoval({ blob, renamedTo }: Version): boolean {
  return blob === undefined && renamedTo === undefined;
}
