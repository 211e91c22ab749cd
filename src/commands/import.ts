/** `charter import`: one page, a folder of pages or a pasted text become charters, with every repair told. */
import { basename, extname, join, resolve } from 'node:path';
import { isDay } from '../canonical/patterns.ts';
import type { Media } from '../capture/reading.ts';
import { type ImportTexts, importMessages } from '../messages/import.ts';
import type { Day } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { readBytes, relativeTo } from '../store/files.ts';
import { isFolder, listFolder, type Repository, snapshotsFolder } from '../store/repository.ts';
import { dayOfName } from '../store/snapshots.ts';
import type { Context, Outcome } from './context.ts';
import { renderFailure } from './failure-text.ts';
import { isPortalId, looksLikeDay } from './forms.ts';
import { type Imported, importCapture } from './import-job.ts';
import { renderImported, renderWarnings } from './import-report.ts';
import type { ImportOptions, Job, Workshop } from './import-request.ts';
import { requireRepository } from './repository.ts';
import { workTree } from './shelves.ts';

export async function runImport(context: Context): Promise<Outcome> {
  const { options } = context;
  const repository = requireRepository(context.directory);
  const workshop: Workshop = { repository, shelf: workTree(repository) };
  const asked = readOptions(context);
  const captured = readDay(options.captured, context.today);
  const source = context.arguments[0] ?? '-';
  const folder = source === '-' ? undefined : resolve(context.directory, source);
  if (folder !== undefined && isFolder(folder))
    return importFolder(folder, { context, asked, workshop, ...(captured ? { captured } : {}) });
  const portal = readPortal(options.portal);
  const bytes =
    source === '-' ? await readPasted(context) : readBytes(resolve(context.directory, source), source);
  const job: Job = {
    portal,
    bytes,
    shown: source === '-' ? importMessages[context.language].pasted : source,
    day: captured ?? dayKept(source, portal, { context, repository }) ?? context.today,
    ...extensionOf(source),
  };
  const imported = await importCapture(job, asked, workshop);
  const messages = renderWarnings(imported, job, context);
  return {
    status: 0,
    output: await renderImported(imported, { context, dryRun: asked.dryRun, day: captured }),
    ...(messages === '' ? {} : { messages }),
  };
}

/** A capture of the portal that is kept already was not seen today. */
function dayKept(
  source: string,
  portal: string,
  { context, repository }: { readonly context: Context; readonly repository: Repository },
): Day | undefined {
  const file = relativeTo(repository.root, resolve(context.directory, source));
  const folder = `${snapshotsFolder}/${portal}/`;
  return file.startsWith(folder) ? dayOfName(file.slice(folder.length)) : undefined;
}

const media: Readonly<Record<string, Media>> = {
  plain: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
};

function readOptions({ options }: Context): ImportOptions {
  const as = typeof options.as === 'string' ? media[options.as] : undefined;
  return {
    ...(as ? { as } : {}),
    ...(typeof options.url === 'string' ? { page: readUrl(options.url) } : {}),
    ...(typeof options.template === 'string' ? { template: options.template } : {}),
    force: options.force === true,
    dryRun: options['dry-run'] === true,
  };
}

function readUrl(text: string): string {
  const good = /^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) && URL.canParse(text);
  if (!good) throw new Failure('bad-url', 2, { values: { option: '--url', value: text } });
  return text;
}

function readDay(text: string | true | undefined, today: Day): Day | undefined {
  if (typeof text !== 'string') return undefined;
  const values = { option: '--captured', value: text };
  if (!isDay(text))
    throw looksLikeDay(text)
      ? new Failure('no-such-day', 2, { values: { day: text } })
      : new Failure('bad-day', 2, { values });
  if (text > today) throw new Failure('day-to-come', 2, { values: { ...values, today } });
  return text;
}

function readPortal(text: string | true | undefined): string {
  if (typeof text !== 'string')
    throw new Failure('missing-option', 2, { values: { command: 'import', option: '--portal ID' } });
  if (!isPortalId(text)) throw new Failure('bad-portal-id', 2, { values: { id: text } });
  return text;
}

async function readPasted({ stdin, tell, language }: Context): Promise<Buffer> {
  if (stdin.terminal) tell(`${importMessages[language].paste}\n`);
  return stdin.read();
}

const extensions = new Set(['.txt', '.md', '.html', '.htm']);

function extensionOf(file: string): { readonly extension?: string } {
  const extension = extname(file).toLowerCase();
  return extensions.has(extension) ? { extension } : {};
}

interface FolderOptions {
  readonly context: Context;
  readonly asked: ImportOptions;
  readonly workshop: Workshop;
  readonly captured?: Day;
}

/** One sub-folder or file a portal; goes on past what is refused. */
async function importFolder(folder: string, at: FolderOptions): Promise<Outcome> {
  const { context, asked, workshop, captured } = at;
  for (const option of ['portal', 'url'] as const) {
    if (context.options[option] !== undefined)
      throw new Failure('options-exclude', 2, {
        values: { one: `--${option}`, other: context.arguments[0] ?? '' },
      });
  }
  const texts = importMessages[context.language];
  const output: string[] = [];
  const messages: string[] = [];
  const results: Imported['result'][] = [];
  const failures: Failure[] = [];
  const pages = findPages(folder, context.arguments[0] ?? '', (name) =>
    messages.push(`${texts.skipped(name)}\n`),
  );
  const holders = new Map<string, string[]>();
  for (const { portal, shown } of pages) holders.set(portal, [...(holders.get(portal) ?? []), shown]);
  for (const [portal, files] of holders) {
    if (files.length === 1) continue;
    const failure = new Failure('several-pages', 3, { values: { portal, files: files.join(', ') } });
    failures.push(failure);
    messages.push(renderFailure(failure, context));
  }
  for (const page of pages) {
    if ((holders.get(page.portal) ?? []).length > 1) continue;
    try {
      const job = openPage(page, captured ?? page.day ?? context.today);
      const imported = await importCapture(job, asked, workshop);
      results.push(imported.result);
      output.push(await renderImported(imported, { context, dryRun: asked.dryRun, day: captured }));
      messages.push(renderWarnings(imported, job, context));
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      failures.push(cause);
      messages.push(renderFailure(cause, context));
    }
  }
  output.push(`${texts.sum(count(results, failures))}\n`);
  const worst = failures.find(({ status }) => status === 3) ?? failures[0];
  return { status: worst?.status ?? 0, output: output.join('\n'), messages: messages.join('') };
}

function count(
  results: readonly Imported['result'][],
  failures: readonly Failure[],
): Parameters<ImportTexts['sum']>[0] {
  const of = (wanted: Imported['result']): number => results.filter((result) => result === wanted).length;
  return { made: of('made'), updated: of('updated'), unchanged: of('unchanged'), refused: failures.length };
}

interface PageFile {
  readonly portal: string;
  readonly path: string;
  readonly shown: string;
  readonly day?: Day;
}

/** A sub-folder gives its latest capture, by day and number; its name, or the file's, is the portal's id. */
function findPages(folder: string, shown: string, skip: (name: string) => void): PageFile[] {
  const base = shown.replace(/\/+$/, '');
  const pages: PageFile[] = [];
  for (const entry of listFolder(folder, shown)) {
    if (!entry.folder) {
      pages.push({
        portal: basename(entry.name, extname(entry.name)),
        path: join(folder, entry.name),
        shown: `${base}/${entry.name}`,
      });
      continue;
    }
    const latest = latestOf(join(folder, entry.name));
    if (latest.length === 0) skip(`${base}/${entry.name}`);
    for (const name of latest) {
      const day = dayOfName(name);
      pages.push({
        portal: entry.name,
        path: join(folder, entry.name, name),
        shown: `${base}/${entry.name}/${name}`,
        ...(day === undefined ? {} : { day }),
      });
    }
  }
  if (pages.length === 0) throw new Failure('empty-folder', 3, { values: { file: shown } });
  return pages;
}

/**
 * `2026-11-21-10.txt` comes after `2026-11-21-2.txt`. Where names do not tell which capture is the last one, all come
 * back, to be refused together.
 */
function latestOf(folder: string): readonly string[] {
  const names = listFolder(folder)
    .filter((entry) => !entry.folder)
    .map(({ name }) => name);
  if (names.some((name) => dayOfName(name) === undefined)) return names;
  const order = new Intl.Collator('en', { numeric: true });
  const stem = (name: string): string => name.replace(/\.[^.]*$/, '');
  const last = names.map(stem).sort(order.compare).at(-1);
  return names.filter((name) => stem(name) === last);
}

function openPage({ portal, path, shown }: PageFile, day: Day): Job {
  if (!isPortalId(portal)) throw new Failure('bad-portal-id', 2, { values: { id: portal } });
  return { portal, bytes: readBytes(path, shown), shown, day, ...extensionOf(path) };
}
