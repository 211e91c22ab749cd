/** Takes struck text out of Markdown before it is parsed, lines kept in place: what the page crosses out, it does not say. */
import { plainText } from '../text/inline.ts';
import type { Log } from './reading.ts';

interface Token {
  readonly text: string;
  readonly from: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const tokenPattern = /\\[^\n]|`+|~+|<\/?(?:del|s|strike)(?:\s[^<>]*)?>/gi;
/** A line that begins a block of its own. */
const blockStart = /\n[ \t]*(?:[-*+][ \t]|[>#]|\d{1,9}[.)][ \t])/;

/** `~~words~~` and the elements `del`, `s` and `strike`, each with a repair that holds the words; code is left alone. */
export function dropStruck(lines: string[], log: Log): void {
  let start = 0;
  let fence = '';
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index] ?? '';
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (index < lines.length && line.trim() !== '' && mark === '' && fence === '') continue;
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    if (index > start) dropIn(lines, { from: start, to: index }, log);
    start = index + 1;
  }
}

function dropIn(lines: string[], region: Range, log: Log): void {
  const text = lines.slice(region.from, region.to).join('\n');
  if (!/~~|<(?:del|s|strike)[\s>]/i.test(text)) return;
  let out = '';
  let at = 0;
  for (const { from, to } of struckRanges(text)) {
    const struck = text.slice(from, to);
    const before = wordsOf(struck);
    const line = region.from + 1 + newlines(text.slice(0, from)).length;
    if (before !== '') log.repairs.push({ rule: 'struck-removed', line, before });
    out += text.slice(at, from) + newlines(struck);
    at = to;
  }
  if (at > 0) lines.splice(region.from, region.to - region.from, ...(out + text.slice(at)).split('\n'));
}

function newlines(text: string): string {
  return text.replace(/[^\n]+/g, '');
}

function wordsOf(struck: string): string {
  const bare = struck.replace(/<\/?[a-z][^<>]*>/gi, '').replace(/^~~|~~$/g, '');
  return plainText(bare).replace(/\s+/g, ' ').trim();
}

/** The outermost ranges, in order. */
function struckRanges(text: string): Range[] {
  const open = new Map<string, number[]>();
  const found: Range[] = [];
  const rows = /^[ \t]*\|/m.test(text) || /^[\s|:-]*-\|[\s|:-]*$/m.test(text);
  for (const token of outsideCode(text)) {
    const name = nameOf(token, text);
    if (name === undefined) continue;
    const pending = open.get(name.tag) ?? [];
    open.set(name.tag, pending);
    const from = name.closes ? pending.pop() : undefined;
    const to = token.from + token.text.length;
    if (from === undefined) {
      if (name.opens) pending.push(token.from);
    } else if (staysInside(text.slice(from, to), rows)) {
      while ((found.at(-1)?.from ?? -1) > from) found.pop();
      found.push({ from, to });
    }
  }
  return found
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, index, all) => from >= (all[index - 1]?.to ?? 0));
}

function nameOf(
  { text: token, from }: Token,
  text: string,
): { readonly tag: string; readonly opens: boolean; readonly closes: boolean } | undefined {
  if (token.startsWith('\\') || token.startsWith('`')) return undefined;
  if (token.startsWith('<')) {
    const tag = (/[a-z]+/i.exec(token)?.[0] ?? '').toLowerCase();
    const closes = token.startsWith('</');
    return { tag, opens: !closes, closes };
  }
  if (token.length !== 2) return undefined;
  const closes = /\S/.test(text.charAt(from - 1));
  return { tag: token, opens: /\S/.test(text.charAt(from + 2)), closes };
}

/** Struck text ends with its cell and with its block. */
function staysInside(struck: string, rows: boolean): boolean {
  return !blockStart.test(struck) && !(rows && /(?:^|[^\\])\|/.test(struck));
}

function* outsideCode(text: string): Generator<Token> {
  const tokens = Array.from(
    text.matchAll(tokenPattern),
    ({ 0: token, index }): Token => ({ text: token, from: index }),
  );
  const last = new Map<string, number>();
  tokens.forEach(({ text: token }, index) => {
    if (token.startsWith('`')) last.set(token, index);
  });
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) return;
    const closed = token.text.startsWith('`') && (last.get(token.text) ?? -1) > index;
    if (!closed) yield token;
    // To the run of equal length, which is there; each token is passed once.
    else
      do index += 1;
      while (tokens[index]?.text !== token.text);
  }
}
