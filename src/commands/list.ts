/** `charter list`: every charter and template of the repository. */
import { listMessages } from '../messages/commands.ts';
import { Failure } from '../model/failure.ts';
import { type OverviewEntry, renderOverview, renderOverviewJson } from '../present/overview.ts';
import { plainText } from '../text/inline.ts';
import { sanitise } from '../text/sanitise.ts';
import { truncate } from '../text/width.ts';
import type { Context, Outcome } from './context.ts';
import { renderFailure } from './failure-text.ts';
import { findObserved } from './observed.ts';
import { requireRepository } from './repository.ts';
import { type Loaded, openAll, workTree } from './shelves.ts';

export async function runList(context: Context): Promise<Outcome> {
  const repository = requireRepository(context.directory);
  const shelf = workTree(repository);
  const charters = await openAll(shelf, 'charter');
  const templates = await openAll(shelf, 'template');
  const documents = charters.loaded.flatMap(({ document }) =>
    document.kind === 'charter' ? [document] : [],
  );
  const observed = await findObserved(documents, repository, context);
  const entries = documents.map((charter) => ({ charter, observed: observed.has(charter) }));
  const failures = [
    ...charters.failures,
    ...templates.failures,
    ...twins(charters.loaded),
    ...twins(templates.loaded),
  ];
  const messages = failures.map((failure) => renderFailure(failure, context)).join('');
  return {
    status: failures.find(({ status }) => status === 3)?.status ?? failures[0]?.status ?? 0,
    output: render(entries, templates.loaded, context),
    pages: context.format === 'text',
    ...(messages === '' ? {} : { messages }),
  };
}

/** Two files of one id: which of them a command would take is left open. */
function twins(loaded: readonly Loaded[]): Failure[] {
  const files = new Map<string, string>();
  return loaded.flatMap(({ document: { id }, file: other }) => {
    const one = files.get(id);
    files.set(id, one ?? other);
    return one === undefined ? [] : [new Failure('duplicate-id', 3, { values: { id, one, other } })];
  });
}

function render(charters: readonly OverviewEntry[], templates: readonly Loaded[], context: Context): string {
  const { language, color, accessible } = context;
  if (context.format === 'json') {
    const shared = templates.flatMap(({ document }) => (document.kind === 'template' ? [document] : []));
    return renderOverviewJson(charters, shared);
  }
  const width = accessible ? undefined : context.width;
  const overview = renderOverview(charters, { language, width, color, accessible });
  if (templates.length === 0) return overview;
  const lines = templates.map(({ document }) => {
    const line = `template:${document.id} · ${document.language} · ${sanitise(plainText(document.title ?? ''))}`;
    return width === undefined ? line : truncate(line, width);
  });
  return `${overview}\n${[listMessages[language].templates, ...lines].join('\n')}\n`;
}
