/** `charter list`: every charter and template of the repository. */
import { listMessages } from '../messages/commands.ts';
import { Failure } from '../model/failure.ts';
import { renderOverview, renderOverviewJson } from '../present/overview.ts';
import { plainText } from '../text/inline.ts';
import { sanitise } from '../text/sanitise.ts';
import { truncate } from '../text/width.ts';
import type { Context, Outcome } from './context.ts';
import { renderFailure } from './failure-text.ts';
import { requireRepository } from './repository.ts';
import { type Loaded, openAll, workTree } from './shelves.ts';

export async function runList(context: Context): Promise<Outcome> {
  const shelf = workTree(requireRepository(context.directory));
  const charters = await openAll(shelf, 'charter');
  const templates = await openAll(shelf, 'template');
  const failures = [
    ...charters.failures,
    ...templates.failures,
    ...twins(charters.loaded),
    ...twins(templates.loaded),
  ];
  const messages = failures.map((failure) => renderFailure(failure, context)).join('');
  return {
    status: failures.find(({ status }) => status === 3)?.status ?? failures[0]?.status ?? 0,
    output: render(charters.loaded, templates.loaded, context),
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

function render(loaded: readonly Loaded[], templates: readonly Loaded[], context: Context): string {
  const { language, color, accessible } = context;
  const charters = loaded.flatMap(({ document }) => (document.kind === 'charter' ? [document] : []));
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
