/** `charter log`: what each version of the charters changed, newest first, written as it is read. */
import { gatherItems } from '../history/items.ts';
import { historyMessages } from '../messages/history.ts';
import type { LogItem } from '../model/log.ts';
import type { LogEnd, LogOptions, LogRenderer } from '../present/log-view.ts';
import type { Context, Ending, Outcome } from './context.ts';
import { readVersions } from './log-entries.ts';
import { readLimit } from './log-options.ts';
import { type LogWalk, openLogWalk } from './log-walk.ts';
import { isNarrowed } from './seen.ts';

export async function runLog(context: Context): Promise<Outcome> {
  const limit = readLimit(context);
  const walk = await openLogWalk(context);
  if (context.screen && isForScreen(context)) {
    const { showHistory } = await import('./history-screen.ts');
    return showHistory(walk, context, context.screen);
  }
  if (walk.uncommitted) {
    walk.past.blobs.close();
    return {
      status: 0,
      messages: `${historyMessages[context.language].notCommitted(walk.uncommitted.id)}\n`,
    };
  }
  const renderer = await chooseRenderer(context, walk);
  const request = { ...walk, context, renderer, ...(limit ? { limit } : {}) };
  return { status: 0, stream: writeLog(request), pages: context.format === 'text' };
}

/** Who asks for whole differences, so many versions or the new ones alone wants them written. */
function isForScreen({ options }: Context): boolean {
  return options.patch === undefined && options['max-count'] === undefined && options.new === undefined;
}

interface Request extends Pick<LogWalk, 'past' | 'history' | 'merges' | 'filter' | 'memory'> {
  readonly context: Context;
  readonly limit?: number;
  readonly renderer: LogRenderer;
}

async function chooseRenderer(
  context: Context,
  { past, filter }: Pick<LogWalk, 'past' | 'filter'>,
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
    const all = context.options.all === true;
    const gatherer = gatherItems({ all: all || context.format === 'json' });
    let shown = 0;
    for await (const { entry } of readVersions(request, state)) {
      // What comes with a commit, such as the folded rest of it, is shown with it.
      for (const item of gatherer.add(entry)) {
        yield renderer.item(item);
        if (counts(item, all)) shown += 1;
      }
      if (shown === limit) return yield* close(renderer, { shallow: false }, []);
    }
    for (const item of gatherer.end()) yield renderer.item(item);
    const fresh = context.options.new === true ? (isNarrowed(context) ? 'narrowed' : 'whole') : undefined;
    const ending = yield* close(renderer, { shallow: state.shallow, ...(fresh ? { fresh } : {}) }, [
      ...(state.shallow ? [messages.shallow] : []),
      ...memory.notes,
    ]);
    return { ...ending, messages: (ending.messages ?? '') + memory.keep() };
  } finally {
    await history.return(undefined);
    past.blobs.close();
  }
}

/** Every format counts what the text would show. */
function counts(item: LogItem, all: boolean): boolean {
  return item.kind === 'commit' && (all || item.entries.some(({ fold }) => fold === undefined));
}

function* close(renderer: LogRenderer, end: LogEnd, notes: readonly string[]): Generator<string, Ending> {
  yield renderer.end(end);
  return { status: 0, messages: notes.map((note) => `${note}\n`).join('') };
}
