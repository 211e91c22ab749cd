/**
 * Meanings as terminal styles. Colour is never alone: a gutter sign, a word or underline and strike say the same,
 * and without colour changed words stand in `[-old-]` and `{+new+}`.
 */
import type { ChangeClass } from '../model/charter.ts';
import { breakInnerCommands, breakLogCommands } from '../text/log-commands.ts';
import { sanitise } from '../text/sanitise.ts';
import { displayWidth } from '../text/width.ts';
import { type Run, trimSpaces } from '../text/wrap.ts';

export type Style = ChangeClass | 'removed' | 'added' | 'gone' | 'new' | 'strong' | 'dim';

/** Text of one style, safe for a terminal; made by `span`. */
export interface Span extends Run {
  readonly style?: Style;
}

export type Line = readonly Span[];

/** Blue and orange are told apart by all common kinds of colour blindness, on dark and on light grounds. */
const palette: Readonly<Record<Style, string>> = {
  substantive: '1;38;5;162',
  wording: '38;5;30',
  typographic: '2',
  variable: '2',
  removed: '9;38;5;166',
  added: '4;38;5;32',
  gone: '38;5;166',
  new: '38;5;32',
  strong: '1',
  dim: '2',
};

/** The only way to text in an output: what a charter hides is made visible first; `\n` is kept as a line break. */
export function span(text: string, style?: Style, mark?: 'open' | 'close'): Span {
  const safe = breakInnerCommands(sanitise(text, { keepLines: true }));
  return { text: safe, ...(style ? { style } : {}), ...(mark ? { mark } : {}) };
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, part) => sum + displayWidth(part.text), 0);
}

/** One line of output; every style ends with its line. */
export function paintLine(line: Line, color: boolean): string {
  let out = '';
  let style: Style | undefined;
  for (const part of line) {
    if (color && part.style !== style) {
      if (style) out += '\u001b[0m';
      if (part.style) out += `\u001b[${palette[part.style]}m`;
      style = part.style;
    }
    out += sanitise(part.text);
  }
  return breakLogCommands(style ? `${out}\u001b[0m` : trimSpaces(out));
}

export function paintLines(lines: readonly Line[], color: boolean): string {
  return lines.map((line) => `${paintLine(line, color)}\n`).join('');
}
