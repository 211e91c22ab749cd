/** `charter list`: every charter and template of the repository, one line each. */
import { type ListTexts, listMessages } from '../messages/commands.ts';
import type { CharterDocument } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { sanitise } from '../text/sanitise.ts';
import { displayWidth, padEnd, truncate } from '../text/width.ts';
import type { Context, Outcome } from './context.ts';
import { renderFailure } from './failure-text.ts';
import { renderJson } from './json.ts';
import { requireRepository } from './repository.ts';
import { type Loaded, openAll, workTree } from './shelves.ts';

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly language: string;
  readonly title?: string;
  readonly template?: string;
  readonly captured?: string;
  readonly page?: string;
}

export async function runList(context: Context): Promise<Outcome> {
  const repository = requireRepository(context.directory);
  const shelf = workTree(repository);
  const charters = await openAll(shelf, 'charter');
  const templates = await openAll(shelf, 'template');
  const failures = [...charters.failures, ...templates.failures];
  const lists = { charters: charters.loaded.map(toEntry), templates: templates.loaded.map(toEntry) };
  const output =
    context.format === 'json'
      ? renderJson('list', {
          charters: lists.charters.map(chartJson),
          templates: lists.templates.map(templateJson),
        })
      : renderLists(lists.charters, lists.templates, context);
  const messages = failures.map((failure) => renderFailure(failure, context)).join('');
  return {
    status: failures.length === 0 ? 0 : 3,
    output,
    pages: context.format === 'text',
    ...(messages === '' ? {} : { messages }),
  };
}

function toEntry({ document, file }: Loaded): Entry {
  const base = {
    id: document.id,
    file,
    language: document.language,
    ...(document.title === undefined ? {} : { title: plainText(document.title) }),
  };
  return document.kind === 'template' ? base : { ...base, ...charterPart(document) };
}

function charterPart(document: CharterDocument & { kind: 'charter' }): Partial<Entry> {
  const { source, template } = document;
  return {
    ...(template === undefined ? {} : { template }),
    ...(source === undefined ? {} : { captured: source.captured }),
    ...(source?.page === undefined ? {} : { page: source.page }),
  };
}

function chartJson({ id, ...rest }: Entry): object {
  return { charter: id, ...rest };
}

function templateJson({ id, ...rest }: Entry): object {
  return { template: id, ...rest };
}

function renderLists(charters: readonly Entry[], templates: readonly Entry[], context: Context): string {
  const texts = listMessages[context.language];
  const render = context.accessible ? sentences : columns;
  const lines = charters.length === 0 ? [texts.empty] : [texts.charters, ...render(charters, texts, context)];
  if (templates.length > 0) lines.push('', texts.templates, ...render(templates, texts, context));
  return `${lines.join('\n')}\n`;
}

function sentences(entries: readonly Entry[], texts: ListTexts): string[] {
  return entries.map((entry) =>
    [
      entry.id,
      ...(entry.template === undefined ? [] : [texts.follows(entry.template)]),
      texts.language(entry.language),
      ...(entry.captured === undefined ? [] : [texts.captured(entry.captured)]),
      ...(entry.title === undefined ? [] : [texts.title(sanitise(entry.title))]),
    ].join(', '),
  );
}

function columns(entries: readonly Entry[], _texts: ListTexts, { width }: Context): string[] {
  const rows = entries.map((entry) => [
    entry.id,
    entry.template ?? '',
    entry.language,
    entry.captured ?? '',
    sanitise(entry.title ?? ''),
  ]);
  const widths = [0, 1, 2, 3].map((index) => Math.max(...rows.map((row) => displayWidth(row[index] ?? ''))));
  return rows.map((row) => {
    const cells = row.map((cell, index) =>
      widths[index] ? padEnd(cell, (widths[index] ?? 0) + 2) : index < 4 ? '' : cell,
    );
    return truncate(`  ${cells.join('')}`.trimEnd(), width);
  });
}
