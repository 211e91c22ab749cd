/** One change as Markdown for a ticket or a mail: where, what, of which class; text of a charter cannot become markup. */
import { ruleMessages } from '../messages/rules.ts';
import { tuiMessages } from '../messages/tui.ts';
import type { Change } from '../model/change.ts';
import { sideName } from '../present/diff-view.ts';
import { asRow } from '../present/table-entry.ts';
import { sanitise } from '../text/sanitise.ts';
import type { Book } from './book/book.ts';
import { placeOf } from './book/labels.ts';

export function copyText(index: number, book: Book): string {
  const { sheet, view } = book;
  const change = view.diff.changes[index];
  if (!change) return '';
  const { language } = sheet.options;
  const { copy, detail } = tuiMessages[language];
  const rule = ruleMessages[language][change.rule];
  const place = placeOf(index, book).map(escapeMarkdown).join(' › ');
  const head = [
    `**${escapeMarkdown(sideName(view.diff.a))} → ${escapeMarkdown(sideName(view.diff.b))}**`,
    place,
  ].join(' · ');
  const why = [
    sheet.messages.tag[change.class],
    `${escapeMarkdown(rule.title)} (\`${change.rule}\`)`,
    `${copy.reference} \`${change.fingerprint.slice(0, sheet.digits)}\``,
  ];
  const where = (['a', 'b'] as const).flatMap((side) => {
    const { file, line } = change.address[side] ?? {};
    if (file === undefined) return [];
    return [`- ${escapeMarkdown(line === undefined ? file : detail.line(file, line))}`];
  });
  const texts = [quote(copy.before, sideText(change, 'a')), quote(copy.after, sideText(change, 'b'))];
  const parts = [head, why.join(' · '), ...texts.filter((text) => text !== ''), where.join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The whole text, changed words in `<del>` and `<ins>`. */
function sideText(change: Change, side: 'a' | 'b'): string {
  const value = change[side];
  if (value === undefined) return '';
  const other = side === 'a' ? 'insert' : 'delete';
  const lone = change.a === undefined || change.b === undefined;
  if (change.words.length > 0 && !lone) {
    const tag = side === 'a' ? 'del' : 'ins';
    return change.words
      .filter(({ op }) => op !== other)
      .map(({ op, text }) =>
        op === 'equal' || text.trim() === ''
          ? escapeMarkdown(text)
          : `<${tag}>${escapeMarkdown(text)}</${tag}>`,
      )
      .join('');
  }
  if (typeof value === 'string') return escapeMarkdown(value);
  if (Array.isArray(value)) return escapeMarkdown(value.join('\n\n'));
  return Object.entries(asRow(value))
    .map(([key, text]) => `${escapeMarkdown(key)}: ${escapeMarkdown(text)}`)
    .join('\n');
}

function quote(label: string, text: string): string {
  if (text === '') return '';
  return `${label}\n\n${text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')}`;
}

/** Emphasis and links of the charter stay readable as the characters that they are. */
function escapeMarkdown(text: string): string {
  return sanitise(text, { keepLines: true })
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]#|~!]/g, '\\$&');
}
