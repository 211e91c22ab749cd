/** `charter list`: every charter and template of the repository. */
import { listMessages } from '../messages/commands.ts';
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
  const failures = [...charters.failures, ...templates.failures];
  const messages = failures.map((failure) => renderFailure(failure, context)).join('');
  return {
    status: failures.length === 0 ? 0 : 3,
    output: render(charters.loaded, templates.loaded, context),
    pages: context.format === 'text',
    ...(messages === '' ? {} : { messages }),
  };
}

function render(loaded: readonly Loaded[], templates: readonly Loaded[], context: Context): string {
  const { language, color, accessible } = context;
  const charters = loaded.flatMap(({ document }) => (document.kind === 'charter' ? [document] : []));
  if (context.format === 'json') return renderOverviewJson(charters);
  const width = accessible ? undefined : context.width;
  const overview = renderOverview(charters, { language, width, color, accessible });
  if (templates.length === 0) return overview;
  const lines = templates.map(({ document }) => {
    const line = `template:${document.id} · ${document.language} · ${sanitise(plainText(document.title ?? ''))}`;
    return width === undefined ? line : truncate(line, width);
  });
  return `${overview}\n${[listMessages[language].templates, ...lines].join('\n')}\n`;
}
