/**
 * `charter git install` and `uninstall`: writes what git needs in order to show charters, notes what it wrote, and takes
 * back just that. Running it again changes nothing; a setting that somebody else made stays.
 */
import { createHash } from 'node:crypto';
import { type GitTexts, gitMessages } from '../messages/git.ts';
import { addConfig, type ConfigFile, readConfig, setConfig, unsetConfig } from '../store/git-config.ts';
import type { Context, Outcome } from './context.ts';
import { type Attributes, addLine, findAttributes, removeLine } from './git-attributes.ts';
import { driverSettings } from './git-driver.ts';
import { findConfig } from './git-place.ts';
import { programCall } from './git-program.ts';

/** Says, once for each, what was written: a setting's name and a digest of its value, or what became of the attributes. */
const noted = 'charter.installed';

/** What became of a setting or line. */
export type Deed = 'made' | 'renewed' | 'present' | 'kept' | 'removed' | 'gone' | 'changed';

export interface DoneStep {
  readonly name: string;
  readonly deed: Deed;
}

interface Work {
  readonly file: ConfigFile;
  readonly config: ReadonlyMap<string, readonly string[]>;
  readonly notes: Map<string, string>;
  readonly dry: boolean;
}

async function openWork(context: Context): Promise<Work> {
  const file = findConfig(context);
  const config = await readConfig(file);
  const notes = new Map((config.get(noted) ?? []).map((note): [string, string] => splitNote(note)));
  return { file, config, notes, dry: context.options['dry-run'] === true };
}

function splitNote(note: string): [string, string] {
  const at = note.lastIndexOf(' ');
  return [note.slice(0, Math.max(at, 0)), note.slice(at + 1)];
}

export async function installGit(context: Context): Promise<Outcome> {
  const work = await openWork(context);
  const attributes = await findAttributes(context, work.file);
  const steps: DoneStep[] = [];
  for (const { name, value } of driverSettings(programCall(context))) {
    const deed = deedFor(work, name, value);
    if (!work.dry && (deed === 'made' || deed === 'renewed')) {
      await note(work, name, digest(value));
      await setConfig(work.file, name, value);
    }
    steps.push({ name, deed });
  }
  const added = addLine(attributes);
  if (added && !work.dry) {
    await note(work, attributesName, added.note);
    added.write();
  }
  const texts = gitMessages[context.language];
  const output = report(texts.installed, { context, steps, attributes, line: added ? 'made' : 'present' });
  return { status: 0, output: `${output}\n${texts.afterwards}\n` };
}

const attributesName = 'attributes';

function deedFor({ config, notes }: Work, name: string, value: string): Deed {
  const present = config.get(name);
  if (present === undefined) return 'made';
  if (present.length === 1 && present[0] === value) return 'present';
  return isOurs(present, notes.get(name)) ? 'renewed' : 'kept';
}

/** Nobody has touched it since it was noted. */
function isOurs(present: readonly string[], note: string | undefined): boolean {
  return present.length === 1 && note !== undefined && digest(present[0] ?? '') === note;
}

async function note({ file, notes }: Work, name: string, value: string): Promise<void> {
  const known = notes.get(name);
  if (known === value) return;
  notes.set(name, value);
  if (known === undefined) return addConfig(file, noted, `${name} ${value}`);
  await unsetConfig(file, noted);
  for (const [each, kept] of notes) await addConfig(file, noted, `${each} ${kept}`);
}

export async function uninstallGit(context: Context): Promise<Outcome> {
  const work = await openWork(context);
  const texts = gitMessages[context.language];
  const attributes = await findAttributes(context, work.file);
  const steps: DoneStep[] = [];
  for (const [name, value] of work.notes) {
    if (name === attributesName) continue;
    const present = work.config.get(name);
    const deed = present === undefined ? 'gone' : isOurs(present, value) ? 'removed' : 'changed';
    if (deed === 'removed' && !work.dry) await unsetConfig(work.file, name);
    steps.push({ name, deed });
  }
  const added = work.notes.get(attributesName);
  const removed = added === undefined ? undefined : removeLine(attributes, added);
  if (!work.dry) {
    removed?.();
    if (work.notes.size > 0) await unsetConfig(work.file, noted);
  }
  if (work.notes.size === 0) return { status: 0, output: `${texts.nothing}\n` };
  const line = added === undefined ? undefined : removed ? 'removed' : 'gone';
  return { status: 0, output: report(texts.uninstalled, { context, steps, attributes, line }) };
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16);
}

interface Report {
  readonly context: Context;
  readonly steps: readonly DoneStep[];
  readonly attributes: Attributes;
  /** Absent where the attributes are none of ours. */
  readonly line: Deed | undefined;
}

/** `heading` says whether it was done or would be, and in which file. */
function report(heading: GitTexts['installed'], { context, steps, attributes, line }: Report): string {
  const texts = gitMessages[context.language];
  const dry = context.options['dry-run'] === true;
  const room = Math.max(...steps.map(({ name }) => name.length), 0);
  const lines = steps.map(({ name, deed }) => {
    const what = Object.hasOwn(texts.purposes, name) ? (texts.purposes[name] ?? '') : '';
    return `  ${name.padEnd(room)}  ${texts.deeds[deed]}${what === '' ? '' : ` – ${what}`}`;
  });
  const told = line === undefined ? [] : [`  ${attributes.shown}: ${attributes.line}  ${texts.deeds[line]}`];
  const scope = context.options.global === true ? 'global' : 'local';
  return `${[heading({ dry, scope }), ...lines, ...told].join('\n')}\n`;
}
