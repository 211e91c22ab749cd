/** `charter init`: makes a charter repository, or what is missing in one; never overwrites. */
import { join, resolve } from 'node:path';
import { formatDocument, schemaFrom } from '../canonical/format.ts';
import { formatJsonSchema } from '../canonical/json-schema.ts';
import { defaultSettings } from '../canonical/settings.ts';
import { type InitTexts, initMessages } from '../messages/commands.ts';
import { starterTemplates } from '../messages/starter.ts';
import { Failure } from '../model/failure.ts';
import { exists, readText } from '../store/files.ts';
import { replaceText } from '../store/replacing.ts';
import {
  isFolder,
  listTemplateFiles,
  settingsFile,
  snapshotsFolder,
  templatesFolder,
} from '../store/repository.ts';
import { makeFolder } from '../store/writing.ts';
import { nearestNames } from '../text/nearest.ts';
import { sanitise } from '../text/sanitise.ts';
import { isCiHost } from './ci-files.ts';
import type { Context, Outcome } from './context.ts';
import { shippedNames, shippedTemplate } from './shipped-templates.ts';

const schemaFile = 'charters/charter.schema.json';
const attributesFile = '.gitattributes';
/** So that the bytes of captures hold, and charters are the same everywhere, whatever git is told to do with line ends. */
const attributes = ['snapshots/** -text', 'charters/** text eol=lf'];

interface Task {
  readonly file: string;
  /** Absent for a folder. */
  readonly text?: string;
  /** What the file says that the text adds to. */
  readonly before?: string;
}

export async function runInit(context: Context): Promise<Outcome> {
  const { ci } = context.options;
  if (isCiHost(ci)) return (await import('./init-ci.ts')).runInitCi(context, ci);
  const root = resolve(context.directory, context.arguments[0] ?? '.');
  if (exists(root) && !isFolder(root))
    throw new Failure('not-a-folder', 4, { values: { file: context.arguments[0] ?? root } });
  const tasks = planTasks(root, await readTemplates(context));
  if (context.options['dry-run'] !== true) for (const task of tasks) perform(root, task);
  return { status: 0, output: report(tasks, initMessages[context.language], context) };
}

/** The templates to start from; where none is named, a plain one in the reader's language, and only if there is none. */
interface Start {
  readonly language: Context['language'];
  readonly files: readonly (Task & { readonly text: string })[];
  readonly named: boolean;
}

async function readTemplates({ language, options }: Context): Promise<Start> {
  const { template: list } = options;
  if (typeof list !== 'string') {
    const starter = starterTemplates[language];
    const inside = `templates/${starter.id}.yaml`;
    const text = formatDocument(starter, { schema: schemaFrom(inside) });
    return { language, named: false, files: [{ file: `charters/${inside}`, text }] };
  }
  const files = new Map<string, string>();
  for (const template of list.split(',').map((name) => name.trim())) {
    const text = await shippedTemplate(template);
    if (text === undefined) {
      const near = nearestNames(template, shippedNames);
      throw new Failure('unknown-shipped-template', 2, {
        values: { template, known: shippedNames.join(', ') },
        ...(near.length > 0 ? { suggestions: near } : {}),
      });
    }
    files.set(`${templatesFolder}/${template}.yaml`, text);
  }
  return { language, named: true, files: [...files].map(([file, text]) => ({ file, text })) };
}

function planTasks(root: string, { language, files, named }: Start): Task[] {
  const others: Task[] = [
    { file: schemaFile, text: formatJsonSchema() },
    { file: settingsFile, text: `language: ${language}\ntimezone: ${defaultSettings.timezone}\n` },
    { file: snapshotsFolder },
  ];
  const bare = !isFolder(join(root, templatesFolder)) || listTemplateFiles({ root }).length === 0;
  const wanted = named || bare ? [...files, ...others] : others;
  return [...wanted.filter(({ file }) => !exists(join(root, file))), ...attributesTask(root)];
}

function attributesTask(root: string): Task[] {
  const path = join(root, attributesFile);
  const before = exists(path) ? readText(path, attributesFile) : undefined;
  const present = before ?? '';
  const lines = present.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' '));
  const missing = attributes.filter((line) => !lines.includes(line));
  if (missing.length === 0) return [];
  const start = present === '' || present.endsWith('\n') ? present : `${present}\n`;
  return [
    {
      file: attributesFile,
      text: `${start}${missing.join('\n')}\n`,
      ...(before === undefined ? {} : { before }),
    },
  ];
}

function perform(root: string, { file, before, text }: Task): void {
  if (text === undefined) makeFolder(join(root, file), file);
  else replaceText(join(root, file), { file, before, after: text }, root);
}

function report(tasks: readonly Task[], texts: InitTexts, { options }: Context): string {
  const say = options['dry-run'] === true ? texts.wouldMake : texts.made;
  const lines = tasks.map(({ file, before, text }) =>
    say(before ? texts.lines(file) : text === undefined ? `${file}/` : file),
  );
  if (lines.length === 0) lines.push(texts.unchanged);
  const room = Math.max(...texts.next.map(([command]) => command.length));
  lines.push('', texts.steps, ...texts.next.map(([command, what]) => `  ${command.padEnd(room)}  ${what}`));
  return sanitise(`${lines.join('\n')}\n`, { keepLines: true });
}
