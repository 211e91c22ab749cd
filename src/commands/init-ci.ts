/** `charter init --ci`: writes what a host of git repositories needs to run the review; never overwrites. */
import { join, relative, resolve, sep } from 'node:path';
import { type CiTexts, ciMessages } from '../messages/ci.ts';
import { initMessages } from '../messages/commands.ts';
import { Failure } from '../model/failure.ts';
import { exists, readText } from '../store/files.ts';
import { replaceText } from '../store/replacing.ts';
import { findRepository, findWorkTree } from '../store/repository.ts';
import { sanitise } from '../text/sanitise.ts';
import { wrapText } from '../text/wrap.ts';
import { type CiFile, type CiHost, ciFiles } from './ci-files.ts';
import type { Context, Outcome } from './context.ts';
import { readSharedLanguage } from './shared-language.ts';

/** Fails with status 2 where there are no charters to review. */
export async function runInitCi(context: Context, host: CiHost): Promise<Outcome> {
  if (context.options.template !== undefined)
    throw new Failure('options-exclude', 2, {
      values: { one: '--ci', other: '--template', command: 'init' },
    });
  const start = resolve(context.directory, context.arguments[0] ?? '.');
  const repository = findRepository(start);
  if (!repository) throw new Failure('not-a-repository', 2, { values: { folder: start } });
  const top = findWorkTree(repository.root) ?? repository.root;
  const folder = relative(top, repository.root).split(sep).join('/');
  const language = await readSharedLanguage({ ...context, directory: repository.root });
  const files = await ciFiles(host, { language, folder: folder === '' ? '.' : folder });
  const absent = files.filter(({ file }) => !exists(join(top, file)));
  const kept = files.filter((file) => !absent.includes(file) && differs(top, file));
  if (context.options['dry-run'] !== true)
    for (const { file, text } of absent)
      replaceText(join(top, file), { file, before: undefined, after: text }, top);
  return { status: 0, output: report({ host, absent, kept }, context) };
}

function differs(top: string, { file, text, mark }: CiFile): boolean {
  const present = readText(join(top, file), file).replaceAll('\r\n', '\n');
  return mark === undefined ? present !== text : !present.includes(mark);
}

interface Report {
  readonly host: CiHost;
  readonly absent: readonly CiFile[];
  readonly kept: readonly CiFile[];
}

function report({ host, absent, kept }: Report, { language, options, width }: Context): string {
  const texts = ciMessages[language];
  const { made, wouldMake, unchanged } = initMessages[language];
  const say = options['dry-run'] === true ? wouldMake : made;
  const lines = [
    ...absent.map(({ file }) => say(file)),
    ...kept.flatMap((file) => keptLines(file, texts, width)),
  ];
  if (lines.length === 0) lines.push(unchanged);
  const steps = texts.next[host].flatMap((step) =>
    wrapText(step, width - 4).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`)),
  );
  return sanitise(`${[...lines, '', texts.steps, ...steps].join('\n')}\n`, { keepLines: true });
}

/** Of a file that others write in too, also what is to be added. */
function keptLines({ file, text, mark }: CiFile, texts: CiTexts, width: number): string[] {
  if (mark === undefined) return wrapText(texts.kept(file), width);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return [...wrapText(texts.shared(file), width), '', ...lines.map((line) => `    ${line}`)];
}
