/**
 * Texts as lines: one sentence a line, a published hard break as `\` at the end of a line. Joining the lines
 * gives the text back, character for character.
 */
import { splitSentences } from '../text/sentences.ts';
import { isVisible } from './scalars.ts';

const ends = /[.!?…؟।。！？\n]/;

/** A line that git writes into a file it could not merge; longer runs stand for merges within merges. */
export const conflictMark = /^[ \t]*(?:(<{7,}|>{7,}|\|{7,})(?: |$)|(={7,})$)/;

/** The lines of a block literal; undefined where such a block cannot hold the text. */
export function proseLines(text: string): string[] | undefined {
  if (text === '' || text.endsWith('\n') || !isVisible(text.replaceAll('\n', ''))) return undefined;
  const lines: string[] = [];
  const parts = text.split('\n');
  for (const [index, part] of parts.entries()) {
    if (part.startsWith(' ') || part.endsWith(' ')) return undefined;
    for (const line of sentenceLines(part)) lines.push(line);
    if (index < parts.length - 1) lines.push(`${lines.pop() ?? ''}\\`);
  }
  return lines.some((line) => conflictMark.test(line)) ? undefined : lines;
}

/** The text as one YAML value, for where a block literal cannot hold it. */
export function proseValue(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', '\\\n') : text;
}

/** True where the text is certainly one line of a block; most cells are. */
export function isOneLine(text: string): boolean {
  const stop = text.search(ends);
  return stop < 0 || (text.indexOf(' ', stop) < 0 && text.indexOf('\n', stop) < 0);
}

/** Cuts where exactly one plain space parts two sentences, and drops that space. */
function sentenceLines(text: string): string[] {
  if (isOneLine(text)) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of splitSentences(text)) {
    line += piece;
    if (!/[^\s\\] $/u.test(line.slice(-2))) continue;
    lines.push(line.slice(0, -1));
    line = '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

/**
 * The text that a YAML value stands for: a line ending in `\` is a hard break, any other newline (with the blanks
 * and empty lines around it) one space, a newline at either end nothing.
 */
export function joinProse(value: string): string {
  if (!value.includes('\n')) return value;
  const lines = value.split('\n');
  let text = '';
  let pending = false;
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    const hard = !last && line.endsWith('\\');
    const part = trimBlanks(hard ? line.slice(0, -1) : line, { start: pending, end: !last && !hard });
    if (pending && part !== '' && text !== '' && !text.endsWith('\n')) text += ' ';
    text += hard ? `${part}\n` : part;
    pending = !hard;
  }
  return text;
}

function trimBlanks(line: string, sides: { start: boolean; end: boolean }): string {
  const started = sides.start ? line.replace(/^[ \t]+/, '') : line;
  return sides.end ? started.replace(/(?<![ \t])[ \t]+$/, '') : started;
}
