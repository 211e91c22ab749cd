/** `charter drift` on a terminal: the matrix on the whole screen, read anew after each decision that is made there. */
import type { ChangeClass } from '../model/charter.ts';
import type { DriftView } from '../present/drift-view.ts';
import type { Action, Effect } from '../tui/action.ts';
import { sessionOfDrift } from '../tui/session.ts';
import { compareDocuments } from './comparison.ts';
import type { Context, Screen } from './context.ts';
import { type DirectedReading, readDirected } from './drift-direction.ts';
import { requireRepository } from './repository.ts';
import { openScreen, sayFailure } from './screen.ts';
import { openDesk } from './sides.ts';

export interface DriftScreenOptions {
  readonly context: Context;
  readonly screen: Screen;
  readonly failOn: ChangeClass;
}

export interface DriftShown {
  /** True where a key interrupted it. */
  readonly interrupted: boolean;
  /** What was read last. */
  readonly reading: DirectedReading;
}

type Asked = Extract<Effect, { kind: 'drift' }>;

/** `first` has one view at least. */
export async function showDrift(first: DirectedReading, options: DriftScreenOptions): Promise<DriftShown> {
  const { context, screen, failOn } = options;
  let reading = first;
  const session = sessionOfDrift({ views: first.views, failOn, partial: context.arguments.length > 0 });
  const interrupted = await openScreen(session, {
    context,
    screen,
    folder: requireRepository(context.directory).root,
    compare: async (entry, swapped) => {
      const [view, portal] = entryOf(reading.views, entry);
      const desk = openDesk(context);
      const charter = await desk.open({ kind: 'charter', id: portal });
      const template = await desk.open({
        kind: 'template',
        id: view.drift.template,
        ...(view.revision === undefined ? {} : { revision: view.revision }),
      });
      const [a, b] = swapped ? [charter, template] : [template, charter];
      return compareDocuments(a, b, { templates: { a: view.template, b: view.template }, places: true });
    },
    drift: async ({ decision }: Asked): Promise<Action> => {
      try {
        if (decision) await decide(decision, context);
        reading = await readDirected(context, failOn);
        return { type: 'drifted', views: reading.views, ...(decision ? { decision } : {}) };
      } catch (cause) {
        return { type: 'drift-failed', message: await sayFailure(cause, context) };
      }
    },
  });
  return { interrupted, reading };
}

/** Templates and portals in the order in which the session lists them. */
function entryOf(views: readonly DriftView[], entry: number): readonly [DriftView, string] {
  let first = 0;
  for (const view of views) {
    const portal = view.drift.portals[entry - first]?.portal;
    if (portal !== undefined) return [view, portal];
    first += view.drift.portals.length;
  }
  throw new Error(`There is no portal ${entry}.`);
}

/** As `charter accept` and `charter fix` do it; what they print is not shown. */
async function decide(
  { deed, named, portals, text }: NonNullable<Asked['decision']>,
  context: Context,
): Promise<void> {
  const asking = (options: Context['options']): Context => ({
    ...context,
    arguments: [named],
    options: { ...options, portals },
  });
  if (deed === 'accept') {
    const { runAccept } = await import('./accept.ts');
    await runAccept(asking({ reason: text }));
  } else {
    const { runFix } = await import('./fix.ts');
    await runFix(asking({ by: text }));
  }
}
