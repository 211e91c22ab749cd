/** `charter template infer`: builds a template from charters, by majority, and writes it where that was asked for. */
import { join } from 'node:path';
import { formatDocument, schemaFrom } from '../canonical/format.ts';
import { type Inferred, inferTemplate } from '../drift/infer.ts';
import { sectionLabels } from '../messages/template.ts';
import type { Charter } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { exists, readText } from '../store/files.ts';
import { replaceText } from '../store/replacing.ts';
import { chartersFolder, type Repository, templatesFolder } from '../store/repository.ts';
import { nearestNames } from '../text/nearest.ts';
import { sanitise } from '../text/sanitise.ts';
import type { Context, Outcome } from './context.ts';
import { isPortalId } from './forms.ts';
import { removedOn } from './removed.ts';
import { requireRepository } from './repository.ts';
import { findDocument, openAll, type Shelf } from './shelves.ts';
import { type Desk, openDesk, readForm } from './sides.ts';
import { renderInferred } from './template-report.ts';

const actions = ['infer'] as const;

/** The id of a template that is not named. */
const unnamed = 'inferred';

export async function runTemplate(context: Context): Promise<Outcome> {
  const [action = '', ...names] = context.arguments;
  if (!actions.some((known) => known === action))
    throw new Failure('unknown-action', 2, {
      values: { command: 'template', action, allowed: actions.join(', ') },
      suggestions: nearestNames(action, actions),
    });
  const id = readName(context);
  const target = id === undefined ? undefined : openTarget(id, context);
  const notes: string[] = [];
  const desk = openDesk(context, (note) => notes.push(note));
  const { charters, failures } = await readCharters(names, desk, context);
  checkLanguages(charters);
  const inferred = inferTemplate(charters, { id: id ?? unnamed, names: sectionLabels });
  const told = [...notes.map((note) => `${note}\n`), ...(await tell(failures, context))].join('');
  const status = failures[0]?.status ?? 0;
  if (!target) {
    const messages = renderInferred(inferred, { context }) + told;
    return { status, output: textOf(inferred, context), messages, pages: true };
  }
  await write(inferred, { ...target, shelf: await desk.shelf() }, context);
  const { file } = target;
  return { status, output: renderInferred(inferred, { context, file }), messages: told, pages: true };
}

function readName({ options }: Context): string | undefined {
  const { name } = options;
  if (typeof name !== 'string') {
    if (options.force ?? options['dry-run'])
      throw new Failure('missing-option', 2, { values: { command: 'template', option: '--name NAME' } });
    return undefined;
  }
  if (!isPortalId(name)) throw new Failure('bad-template-name', 2, { values: { name } });
  return name;
}

interface Charters {
  readonly charters: readonly Charter[];
  /** Of what could not be read. */
  readonly failures: readonly Failure[];
}

/** Those that are named, each portal once; else all. */
async function readCharters(names: readonly string[], desk: Desk, context: Context): Promise<Charters> {
  const found = new Map<string, Charter>();
  const files = new Map<string, string>();
  if (names.length > 0) {
    for (const argument of new Set(names)) {
      const { document, dated } = await desk.open(readForm(argument, context, () => undefined));
      if (dated?.removed) throw removedOn(document.id, dated);
      if (document.kind !== 'charter') throw new Failure('charter-expected', 2, { values: { argument } });
      if (found.has(document.id)) throw new Failure('portal-twice', 2, { values: { portal: document.id } });
      found.set(document.id, document);
    }
    return { charters: [...found.values()], failures: [] };
  }
  requireRepository(context.directory);
  const { loaded, failures } = await openAll(await desk.shelf(), 'charter');
  for (const { document, file: other } of loaded) {
    const one = files.get(document.id);
    if (one !== undefined) throw new Failure('duplicate-id', 3, { values: { id: document.id, one, other } });
    files.set(document.id, other);
    if (document.kind === 'charter') found.set(document.id, document);
  }
  const [first] = failures;
  if (found.size === 0) throw first ?? new Failure('no-charters', 2);
  return { charters: [...found.values()], failures };
}

/** Regions of a language do not count: fr and fr-CA are one. */
function checkLanguages(charters: readonly Charter[]): void {
  const byLanguage = new Map<string, string[]>();
  for (const { id, language } of charters) {
    const key = language.toLowerCase().split('-')[0] ?? '';
    byLanguage.set(key, [...(byLanguage.get(key) ?? []), id]);
  }
  if (byLanguage.size < 2) return;
  const languages = [...byLanguage].map(([key, [first = '', ...rest]]) =>
    rest.length === 0 ? `${key} (${first})` : `${key} (${first}, +${rest.length})`,
  );
  throw new Failure('languages-mixed', 2, { values: { languages: languages.join(', ') } });
}

async function tell(failures: readonly Failure[], context: Context): Promise<string[]> {
  if (failures.length === 0) return [];
  const { renderFailure } = await import('./failure-text.ts');
  return failures.map((failure) => renderFailure(failure, context));
}

/** What is piped on stays exact; a terminal is never steered. */
function textOf({ template }: Inferred, { terminal }: Context): string {
  const text = formatDocument(template, { schema: schemaFrom(`templates/${template.id}.yaml`) });
  return terminal ? sanitise(text, { keepLines: true }) : text;
}

interface Target {
  readonly repository: Repository;
  /** From the repository's root. */
  readonly file: string;
  /** What stands there and may be replaced. */
  readonly before: string | undefined;
}

function openTarget(id: string, { directory, options }: Context): Target {
  const repository = requireRepository(directory);
  const file = `${templatesFolder}/${id}.yaml`;
  const path = join(repository.root, file);
  const before = options.force === true && exists(path) ? readText(path, file) : undefined;
  return { repository, file, before };
}

async function write(
  { template }: Inferred,
  { repository: { root }, file, before, shelf }: Target & { readonly shelf: Shelf },
  { options }: Context,
): Promise<void> {
  await checkFree(template.id, file, shelf);
  const path = join(root, file);
  if (options.force !== true && exists(path)) throw new Failure('template-exists', 4, { values: { file } });
  const after = formatDocument(template, { schema: schemaFrom(file.slice(chartersFolder.length + 1)) });
  if (options['dry-run'] !== true) replaceText(path, { file, before, after }, root);
}

/** Fails where the name is that of a template in another file, which two would then bear. */
async function checkFree(id: string, file: string, shelf: Shelf): Promise<void> {
  const others: Shelf = {
    ...shelf,
    list: async (kind) => (await shelf.list(kind)).filter((one) => one.file !== file),
  };
  try {
    const { file: one } = await findDocument(others, 'template', id);
    throw new Failure('duplicate-id', 3, { values: { id, one, other: file } });
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== 'unknown-template') throw cause;
  }
}
