/** The line that gives charters git's driver: in the repository's `.gitattributes`, or in the user's own attributes. */
import { isAbsolute, join } from 'node:path';
import { exists, readText } from '../store/files.ts';
import { type ConfigFile, userAttributesFile } from '../store/git-config.ts';
import { replaceText } from '../store/replacing.ts';
import { removeFile } from '../store/writing.ts';
import type { Context } from './context.ts';
import { attributeLine } from './git-driver.ts';

export interface Attributes {
  readonly path: string;
  /** As a reader knows it. */
  readonly shown: string;
  readonly line: string;
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
}

export async function findAttributes({ env }: Context, { root, scope }: ConfigFile): Promise<Attributes> {
  const path =
    scope === 'local' ? join(root, '.gitattributes') : await userAttributesFile(root, userSettings(env));
  const shown = scope === 'local' ? '.gitattributes' : path;
  return { path, shown, line: attributeLine, text: exists(path) ? readText(path, shown) : undefined };
}

/** Where programs keep a user's settings. */
function userSettings(env: Context['env']): string {
  const stated = env['XDG_CONFIG_HOME'];
  return stated !== undefined && isAbsolute(stated)
    ? stated
    : join(env['HOME'] ?? env['USERPROFILE'] ?? '', '.config');
}

export interface AddedLine {
  /** What is needed to take it back: the file was made, its last line was ended, or neither. */
  readonly note: 'file' | 'joined' | 'line';
  write(): void;
}

/** Undefined where it is there. */
export function addLine({ path, shown, line, text }: Attributes): AddedLine | undefined {
  if (holdsLine(text ?? '', line)) return undefined;
  const ended = text === undefined || text === '' || text.endsWith('\n');
  const note = text === undefined ? 'file' : ended ? 'line' : 'joined';
  const after = `${text ?? ''}${ended ? '' : '\n'}${line}\n`;
  return { note, write: () => replaceText(path, { file: shown, before: text, after }) };
}

/** What takes it back; undefined where the line is gone. */
export function removeLine({ path, shown, line, text }: Attributes, note: string): (() => void) | undefined {
  const at = text === undefined ? -1 : `\n${text}`.lastIndexOf(`\n${line}\n`);
  if (text === undefined || at < 0) return undefined;
  const before = text.slice(0, note === 'joined' && at > 0 ? at - 1 : at);
  const rest = before + text.slice(at + line.length + 1);
  if (rest === '' && note === 'file') return () => removeFile(path);
  return () => replaceText(path, { file: shown, before: text, after: rest });
}

export function holdsLine(text: string, line: string): boolean {
  return text.split(/\r?\n/).includes(line);
}
