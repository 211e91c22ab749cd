/** `charter lint`: what is wrong, or deserves a look, in charters, templates and settings. */
import { join } from 'node:path';
import type { PortalAddress } from '../canonical/addresses.ts';
import { schemaFrom } from '../canonical/format.ts';
import { type LintContext, lintDocument } from '../canonical/lint.ts';
import { openDocument } from '../canonical/open.ts';
import { readSettings } from '../canonical/settings.ts';
import { lintMessages } from '../messages/commands.ts';
import { problemSentence } from '../messages/problem-sentence.ts';
import type { CharterDocument, Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Problem } from '../model/problem.ts';
import { decodeUtf8, exists, readBytes, readText } from '../store/files.ts';
import {
  chartersFolder,
  findRepository,
  isFile,
  type Repository,
  settingsFile,
} from '../store/repository.ts';
import { captureOwner, sha256 } from '../store/snapshots.ts';
import type { Context, Outcome } from './context.ts';
import { renderJson } from './json.ts';
import { type PlacedProblem, renderProblems } from './problem-text.ts';
import { openAll, workTree } from './shelves.ts';
import { findTargets, type Target } from './targets.ts';

/** What a file is held against: everything else in its repository. */
interface Surround {
  readonly repository: Repository | undefined;
  readonly templates: readonly Template[];
  readonly addresses: readonly PortalAddress[];
  /** Files by kind and id. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
}

export async function runLint(context: Context): Promise<Outcome> {
  const targets = await findTargets(context);
  const surround = await lookAround(context);
  const found: PlacedProblem[] = [];
  for (const target of targets) {
    const problems = await lintTarget(target, surround, context);
    found.push(...problems.map((problem) => ({ file: target.file, problem })));
  }
  const settings = context.arguments.length === 0 ? await lintSettings(surround.repository) : undefined;
  found.push(...(settings ?? []));
  const files = targets.length + (settings === undefined ? 0 : 1);
  return {
    status: found.length > 0 ? 1 : 0,
    output: render(found, files, context),
    messages: `${summary(found, files, context)}\n`,
    pages: context.format === 'text',
  };
}

async function lookAround({ directory }: Context): Promise<Surround> {
  const repository = findRepository(directory);
  if (!repository) return { repository, templates: [], addresses: [], holders: new Map() };
  const shelf = workTree(repository);
  const charters = (await openAll(shelf, 'charter')).loaded;
  const templates = (await openAll(shelf, 'template')).loaded;
  const holders = new Map<string, string[]>();
  for (const { document, file } of [...charters, ...templates]) {
    const key = keyOf(document);
    holders.set(key, [...(holders.get(key) ?? []), file]);
  }
  return {
    repository,
    templates: templates.flatMap(({ document }) => (document.kind === 'template' ? [document] : [])),
    addresses: charters.flatMap(({ document }) => addressesOf(document)),
    holders,
  };
}

function keyOf({ kind, id }: CharterDocument): string {
  return `${kind} ${id}`;
}

function addressesOf(document: CharterDocument): PortalAddress[] {
  const url = document.kind === 'charter' ? document.variables['url'] : undefined;
  return url === undefined ? [] : [{ portal: document.id, url }];
}

/** What stands in a charter's place and cannot be read is a finding; a file that was named must be there. */
async function lintTarget(target: Target, surround: Surround, context: Context): Promise<Problem[]> {
  try {
    return await lintFile(target, surround, context);
  } catch (cause) {
    if (!(cause instanceof Failure) || context.arguments.length > 0) throw cause;
    return [{ code: cause.code, severity: 'error', path: [], values: cause.values }];
  }
}

async function lintFile(target: Target, surround: Surround, context: Context): Promise<Problem[]> {
  const bytes = readBytes(target.path, target.file);
  let text: string;
  try {
    text = decodeUtf8(bytes, target.file);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const { line, column } = cause.values;
    return [
      {
        code: cause.code,
        severity: 'error',
        path: [],
        line: Number(line),
        column: Number(column),
        values: {},
      },
    ];
  }
  const { document } = await openDocument(text);
  const problems = await lintDocument(text, {
    today: context.today,
    ...(surround.repository ? aroundDocument(document, surround) : {}),
    ...(target.file.startsWith(`${chartersFolder}/`)
      ? { schema: schemaFrom(target.file.slice(chartersFolder.length + 1)) }
      : {}),
  });
  return [...twins(document, target, surround), ...problems];
}

function aroundDocument(document: CharterDocument | undefined, surround: Surround): Partial<LintContext> {
  const source = document?.kind === 'charter' ? document.source : undefined;
  const { repository, holders } = surround;
  const owner = source && captureOwner(source.capture);
  const copied = owner !== undefined && owner !== document?.id && holders.has(`charter ${owner}`);
  return {
    ...(copied ? { captureOf: owner } : {}),
    templates: surround.templates,
    others: surround.addresses.filter(({ portal }) => portal !== document?.id),
    ...(source && repository
      ? { captureSha256: hashOf(join(repository.root, source.capture), source.capture) }
      : {}),
  };
}

function hashOf(path: string, shown: string): string | null {
  return isFile(path) ? sha256(readBytes(path, shown)) : null;
}

function twins(document: CharterDocument | undefined, { file }: Target, { holders }: Surround): Problem[] {
  const files = document ? (holders.get(keyOf(document)) ?? []) : [];
  const other = files.find((holder) => holder !== file);
  if (!document || other === undefined || !files.includes(file)) return [];
  return [
    { code: 'duplicate-id', severity: 'error', path: [], values: { id: document.id, one: file, other } },
  ];
}

/** Undefined where there are no settings. */
async function lintSettings(repository: Repository | undefined): Promise<PlacedProblem[] | undefined> {
  const path = repository ? join(repository.root, settingsFile) : undefined;
  if (path === undefined || !exists(path)) return undefined;
  const { problems } = await readSettings(readText(path, settingsFile));
  return problems.map((problem) => ({ file: settingsFile, problem }));
}

function render(found: readonly PlacedProblem[], files: number, { format, language }: Context): string {
  if (format !== 'json')
    return renderProblems(found, language)
      .map((line) => `${line}\n`)
      .join('');
  const problems = found.map(({ file, problem }) => ({
    file,
    line: problem.line ?? 1,
    column: problem.column ?? 1,
    severity: problem.severity,
    code: problem.code,
    message: problemSentence(problem, language),
  }));
  return renderJson('lint', { files, problems });
}

function summary(found: readonly PlacedProblem[], files: number, { language }: Context): string {
  const texts = lintMessages[language];
  const errors = found.filter(({ problem }) => problem.severity === 'error').length;
  return found.length === 0 ? texts.clean(files) : texts.found(errors, found.length - errors, files);
}
