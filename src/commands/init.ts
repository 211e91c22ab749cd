/** `charter init`: makes a charter repository, or what is missing in one; never overwrites. */
import { join, resolve } from 'node:path';
import { formatDocument, schemaFrom } from '../canonical/format.ts';
import { formatJsonSchema } from '../canonical/json-schema.ts';
import { defaultSettings } from '../canonical/settings.ts';
import { type InitTexts, initMessages } from '../messages/commands.ts';
import { starterTemplates } from '../messages/starter.ts';
import { Failure } from '../model/failure.ts';
import { exists, readText } from '../store/files.ts';
import {
  isFolder,
  listTemplateFiles,
  settingsFile,
  snapshotsFolder,
  templatesFolder,
} from '../store/repository.ts';
import { makeFolder, writeWhole } from '../store/writing.ts';
import { sanitise } from '../text/sanitise.ts';
import type { Context, Outcome } from './context.ts';

const schemaFile = 'charters/charter.schema.json';
const attributesFile = '.gitattributes';
/** So that the bytes of captures hold, and charters are the same everywhere, whatever git is told to do with line ends. */
const attributes = ['snapshots/** -text', 'charters/** text eol=lf'];

interface Task {
  readonly file: string;
  /** Absent for a folder. */
  readonly text?: string;
  readonly adds?: true;
}

export function runInit(context: Context): Outcome {
  const root = resolve(context.directory, context.arguments[0] ?? '.');
  if (exists(root) && !isFolder(root))
    throw new Failure('not-a-folder', 4, { values: { file: context.arguments[0] ?? root } });
  const tasks = planTasks(root, context);
  if (context.options['dry-run'] !== true) for (const task of tasks) perform(root, task);
  return { status: 0, output: report(tasks, initMessages[context.language], context) };
}

function planTasks(root: string, { language }: Context): Task[] {
  const starter = starterTemplates[language];
  const template = `templates/${starter.id}.yaml`;
  const wanted: Task[] = [
    { file: schemaFile, text: formatJsonSchema() },
    { file: settingsFile, text: `language: ${language}\ntimezone: ${defaultSettings.timezone}\n` },
    { file: snapshotsFolder },
  ];
  const tasks = wanted.filter(({ file }) => !exists(join(root, file)));
  if (!isFolder(join(root, templatesFolder)) || listTemplateFiles({ root }).length === 0)
    tasks.unshift({
      file: `charters/${template}`,
      text: formatDocument(starter, { schema: schemaFrom(template) }),
    });
  return [...tasks, ...attributesTask(root)];
}

function attributesTask(root: string): Task[] {
  const path = join(root, attributesFile);
  const present = exists(path) ? readText(path, attributesFile) : '';
  const lines = present.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' '));
  const missing = attributes.filter((line) => !lines.includes(line));
  if (missing.length === 0) return [];
  const start = present === '' || present.endsWith('\n') ? present : `${present}\n`;
  return [
    {
      file: attributesFile,
      text: `${start}${missing.join('\n')}\n`,
      ...(present === '' ? {} : { adds: true }),
    },
  ];
}

function perform(root: string, { file, text }: Task): void {
  if (text === undefined) makeFolder(join(root, file), file);
  else writeWhole(join(root, file), text, root);
}

function report(tasks: readonly Task[], texts: InitTexts, { options }: Context): string {
  const say = options['dry-run'] === true ? texts.wouldMake : texts.made;
  const lines = tasks.map(({ file, text, adds }) =>
    say(adds ? texts.lines(file) : text === undefined ? `${file}/` : file),
  );
  if (lines.length === 0) lines.push(texts.unchanged);
  const room = Math.max(...texts.next.map(([command]) => command.length));
  lines.push('', texts.steps, ...texts.next.map(([command, what]) => `  ${command.padEnd(room)}  ${what}`));
  return sanitise(`${lines.join('\n')}\n`, { keepLines: true });
}
