/** `charter log` and `charter blame` on a terminal: versions on the whole screen, read as they are looked at. */
import { sessionOfBlame, sessionOfHistory } from '../tui/session.ts';
import type { UiState } from '../tui/state.ts';
import { withShown } from '../tui/timeline/timeline.ts';
import type { BlameRequest } from './blame-reading.ts';
import type { Context, Outcome, Screen } from './context.ts';
import type { LogWalk } from './log-walk.ts';
import { createRecall } from './recall.ts';
import { openScreen } from './screen.ts';

/** `walk` is what the command line asks for. */
export async function showHistory(walk: LogWalk, context: Context, screen: Screen): Promise<Outcome> {
  const session = sessionOfHistory([...new Set(context.arguments)]);
  const interrupted = await openScreen(session, {
    context,
    screen,
    folder: walk.past.repository.root,
    recall: createRecall(context, { walk }),
    prepare: (state) => prepare(state, walk, context),
    compare: () => Promise.reject(new Error('There is no comparison in a history.')),
  });
  return { status: interrupted ? 130 : 0 };
}

export async function showBlame(blame: BlameRequest, context: Context, screen: Screen): Promise<Outcome> {
  const interrupted = await openScreen(sessionOfBlame(context.arguments[0] ?? ''), {
    context,
    screen,
    folder: blame.past.repository.root,
    recall: createRecall(context, { blame }),
    compare: () => Promise.reject(new Error('There is no comparison here.')),
  });
  return { status: interrupted ? 130 : 0 };
}

function prepare(state: UiState, { filter }: LogWalk, { options }: Context): UiState {
  if (!state.timeline) return state;
  const timeline = {
    ...state.timeline,
    folded: options.all !== true,
    ...(filter.only ? { classes: filter.only } : {}),
  };
  return { ...state, timeline: withShown(timeline) };
}
