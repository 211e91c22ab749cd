/** `charter list`: every charter and template of the repository. */
import { listMessages } from '../messages/commands.ts';
import type { Charter, Template } from '../model/charter.ts';
import { renderOverview } from '../present/overview.ts';
import { plainText } from '../text/inline.ts';
import { sanitise } from '../text/sanitise.ts';
import { truncate } from '../text/width.ts';
import type { Context, Outcome } from './context.ts';
import { renderFailure } from './failure-text.ts';
import { renderJson } from './json.ts';
import { requireRepository } from './repository.ts';
import { type Loaded, openAll, workTree } from './shelves.ts';

export async function runList(context: Context): Promise<Outcome> {
  const shelf = workTree(requireRepository(context.directory));
  const charters = await openAll(shelf, 'charter');
  const templates = await openAll(shelf, 'template');
  const failures = [...charters.failures, ...templates.failures];
  const messages = failures.map((failure) => renderFailure(failure, context)).join('');
  const render = context.format === 'json' ? renderLists : renderText;
  return {
    status: failures.length === 0 ? 0 : 3,
    output: render(charters.loaded, templates.loaded, context),
    pages: context.format === 'text',
    ...(messages === '' ? {} : { messages }),
  };
}

function renderText(charters: readonly Loaded[], templates: readonly Loaded[], context: Context): string {
  const { language, color, accessible } = context;
  const width = accessible ? undefined : context.width;
  const overview = renderOverview(
    charters.flatMap(({ document }) => (document.kind === 'charter' ? [document] : [])),
    { language, width, color, accessible },
  );
  if (templates.length === 0) return overview;
  const lines = templates.map(({ document }) => {
    const line = `template:${document.id} · ${document.language} · ${sanitise(plainText(document.title ?? ''))}`;
    return width === undefined ? line : truncate(line, width);
  });
  return `${overview}\n${[listMessages[language].templates, ...lines].join('\n')}\n`;
}

function renderLists(charters: readonly Loaded[], templates: readonly Loaded[]): string {
  return renderJson('list', {
    charters: charters.flatMap(({ document, file }) =>
      document.kind === 'charter' ? [charterJson(document, file)] : [],
    ),
    templates: templates.flatMap(({ document, file }) =>
      document.kind === 'template' ? [templateJson(document, file)] : [],
    ),
  });
}

/** Keys whose value is undefined are left out of the JSON. */
function charterJson(
  { id, language, template, title, source, tables, repairs }: Charter,
  file: string,
): object {
  return {
    charter: id,
    file,
    language,
    template,
    title,
    captured: source?.captured,
    page: source?.page,
    cookies: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    repairs: repairs.length,
  };
}

function templateJson({ id, language, title, variables, sections }: Template, file: string): object {
  return { template: id, file, language, title, variables, sections: sections.map((section) => section.id) };
}
