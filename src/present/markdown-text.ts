/**
 * Text of a charter within Markdown that a hosting site renders: it names nobody, refers to nothing, links nowhere,
 * and ends no table, code or comment; what it hides is made visible.
 */
import { sanitise } from '../text/sanitise.ts';

/** Sites look for names and references in the rendered text, where escapes are gone: this keeps its signs apart. */
const apart = '&#8203;';

/** Signs that mean something to Markdown or HTML. */
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const meaning = /:(?=\/\/|[a-z0-9_+-]+:)|\bwww(?=\.)|\bgh(?=-\d)|[&<>\\`*_{}[\]|#~!^@$%](?=(\S?))/gi;

/** On one line; not for the start of a line, where other signs mean something too. */
export function markdownText(text: string): string {
  return sanitise(text.replace(/\s*\n\s*/g, ' ')).replace(meaning, (sign, next: string | undefined) =>
    escapeSign(sign, next ?? ''),
  );
}

function escapeSign(sign: string, next: string): string {
  if (sign === ':' || sign.length > 1) return sign + apart;
  if (sign === '@' || sign === '%') return next === '' ? sign : sign + apart;
  // As GitHub has it written where no formula is meant.
  if (sign === '$') return '<span>\\$</span>';
  const escaped = escapes[sign] ?? `\\${sign}`;
  // GitLab takes `{+x+}` for words that came.
  const isObeyed = sign === '{' ? /[+-]/.test(next) : next !== '' && /[&[*#~!^]/.test(sign);
  return isObeyed ? escaped + apart : escaped;
}

/** A command or a name to copy, as it is: between more backticks than it holds in a row. */
export function markdownCode(text: string): string {
  const safe = sanitise(text.replace(/\s*\n\s*/g, ' '));
  const longest = Math.max(0, ...(safe.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(safe) ? ' ' : '';
  return `${fence}${pad}${safe}${pad}${fence}`;
}
