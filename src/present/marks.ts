/**
 * Changed words without colour: `[-old-]` and `{+new+}`. A text cannot forge them: `[` and `{` before a mark's
 * second character, `]` and `}` after one, and a backslash before any of these get a backslash.
 */
import { type Span, span } from './style.ts';

export interface Marked {
  readonly op: 'equal' | 'insert' | 'delete';
  readonly text: string;
}

/** Runs as spans: styled where there is colour, else between marks. */
export function markRuns(runs: readonly Marked[], color: boolean): Span[] {
  if (color) return runs.map((run) => span(run.text, styleOf(run)));
  return runs.flatMap((run, index): Span[] => {
    const next = runs[index + 1];
    if (run.op === 'equal') return [span(escapeMarks(run.text, '', next ? openMark(next) : ''))];
    const [open, close] = run.op === 'delete' ? ['[-', '-]'] : ['{+', '+}'];
    const text = escapeMarks(run.text, open, close);
    const style = styleOf(run);
    return [span(open, style, 'open'), span(text, style), span(close, style, 'close')];
  });
}

function styleOf(run: Marked): 'removed' | 'added' | undefined {
  if (run.op === 'equal') return undefined;
  return run.op === 'delete' ? 'removed' : 'added';
}

function openMark(run: Marked): string {
  if (run.op === 'equal') return run.text;
  return run.op === 'delete' ? '[-' : '{+';
}

/** `before` and `after` are what stands beside the text. */
export function escapeMarks(text: string, before = '', after = ''): string {
  if (!/[\\[\]{}]/.test(text)) return text;
  const whole = before.slice(-1) + text + after.slice(0, 1);
  const from = before === '' ? 0 : 1;
  let out = '';
  for (let at = from; at < from + text.length; at += 1) {
    const char = whole.charAt(at);
    out += needsEscape(char, whole.charAt(at - 1), whole.charAt(at + 1)) ? `\\${char}` : char;
  }
  return out;
}

function needsEscape(char: string, before: string, after: string): boolean {
  if (char === '[') return after === '-';
  if (char === '{') return after === '+';
  if (char === ']') return before === '-';
  if (char === '}') return before === '+';
  return char === '\\' && after !== '' && '\\[]{}'.includes(after);
}
