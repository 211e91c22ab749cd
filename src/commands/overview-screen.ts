/** A bare `charter` on a terminal: all charters on the whole screen, each compared with its template when it is seen. */
import type { Failure } from '../model/failure.ts';
import { findRepository, listCharterFiles } from '../store/repository.ts';
import { sessionOfCharters } from '../tui/session.ts';
import { compareDocuments } from './comparison.ts';
import type { Context, Outcome, Screen } from './context.ts';
import { openScreen } from './screen.ts';
import { type Loaded, openAll, workTree } from './shelves.ts';
import { openDesk } from './sides.ts';

/** Undefined where there is no charter to show. */
export async function runOverviewScreen(context: Context, screen: Screen): Promise<Outcome | undefined> {
  const repository = findRepository(context.directory);
  if (!repository || listCharterFiles(repository).length === 0) return undefined;
  const { loaded, failures } = await openAll(workTree(repository), 'charter');
  const charters = loaded.flatMap(({ document }) => (document.kind === 'charter' ? [document] : []));
  const messages = failures.length === 0 ? '' : await tell(failures, context);
  if (charters.length === 0) return { status: 3, messages };
  const interrupted = await openScreen(sessionOfCharters(charters), {
    context,
    screen,
    folder: repository.root,
    compare: async (entry, swapped) => {
      const desk = openDesk(context);
      const charter = await desk.open({ kind: 'charter', id: charters[entry]?.id ?? '' });
      const template = await openTemplate(charter, desk);
      const [a, b] = swapped ? [charter, template] : [template, charter];
      return compareDocuments(a, b, { templates: templatesOf(template), places: true });
    },
  });
  return { status: interrupted ? 130 : (failures[0]?.status ?? 0), messages };
}

async function tell(failures: readonly Failure[], context: Context): Promise<string> {
  const { renderFailure } = await import('./failure-text.ts');
  return failures.map((failure) => renderFailure(failure, context)).join('');
}

async function openTemplate({ document }: Loaded, desk: ReturnType<typeof openDesk>): Promise<Loaded> {
  const id = document.kind === 'charter' ? document.template : undefined;
  if (id === undefined) throw new Error(`${document.id} follows no template.`);
  return desk.open({ kind: 'template', id });
}

function templatesOf({ document }: Loaded): Parameters<typeof compareDocuments>[2]['templates'] {
  return document.kind === 'template' ? { a: document, b: document } : {};
}
