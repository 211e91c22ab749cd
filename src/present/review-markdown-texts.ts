/** The texts of charters in a comment of which there is but one: short, folded, and no more of them than there is room for. */
import { reviewPageMessages } from '../messages/review-html.ts';
import { reviewOutputMessages } from '../messages/review-outputs.ts';
import type { Block, CookieTable } from '../model/charter.ts';
import type { Review, ReviewedCharter } from '../model/review.ts';
import { readableText } from './excerpt.ts';
import { markdownText } from './markdown-text.ts';
import type { ReviewOptions } from './review-view.ts';

/** Bytes of one text. */
const mostBytes = 6_000;
/** Characters of one paragraph. */
const longestText = 1_500;

/** For what tells how many are left out. */
const spareBytes = 200;

/** `room.bytes` is what the comment still holds; less of it is left afterwards. */
export function textParts({ charters }: Review, options: ReviewOptions, room: { bytes: number }): string[] {
  const lone = charters.filter(({ alone }) => alone);
  const parts: string[] = [];
  for (const charter of lone) {
    const part = textPart(charter, options);
    room.bytes -= Buffer.byteLength(part) + 2;
    if (room.bytes < spareBytes) break;
    parts.push(part);
  }
  const left = lone.length - parts.length;
  return left === 0 ? parts : [...parts, markdownText(reviewPageMessages[options.language].textsLeft(left))];
}

function textPart({ charter, status, kind, alone }: ReviewedCharter, { language }: ReviewOptions): string {
  const { textOf, textLeft } = reviewOutputMessages[language];
  const { document } = alone ?? {};
  const tables = new Map(document?.tables.map((table) => [table.id, table]));
  const lines = (document?.body ?? []).flatMap((block) => blockLines(block, tables));
  const shown: string[] = [];
  let free = mostBytes;
  for (const line of lines) {
    free -= Buffer.byteLength(line) + 2;
    if (free < 0) break;
    shown.push(line);
  }
  const told = markdownText(textOf(charter, reviewPageMessages[language].status(status, kind)));
  return [
    `<details>\n<summary>${told}</summary>`,
    ...(document?.title === undefined ? [] : [`**${textOfCell(document.title)}**`]),
    ...shown,
    ...(shown.length < lines.length ? [markdownText(textLeft)] : []),
    '</details>',
  ].join('\n\n');
}

function blockLines(block: Block, tables: ReadonlyMap<string, CookieTable>): string[] {
  switch (block.role) {
    case 'table':
      return rowLines(tables.get(block.table));
    case 'heading':
      return [`**${textOfCell(block.text)}**`];
    case 'item':
      return [`- ${textOfCell(block.text)}`];
    case 'paragraph':
      return [textOfCell(block.text)];
  }
}

/** Signs that mean something where a line begins: lists, rules, commands to the hosting site. */
const leading = /^[-+=/:\d.]/;

/** One line a cookie, its name first. */
function rowLines(table: CookieTable | undefined): string[] {
  if (!table) return [];
  const name = Math.max(
    0,
    table.columns.findIndex(({ key }) => key === 'name'),
  );
  const lines = table.rows.map(({ cells }) => {
    const others = cells.filter((cell, index) => index !== name && cell !== '').map(textOfCell);
    return `- **${textOfCell(cells[name] ?? '')}** · ${others.join(' · ')}`;
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** On one line, at the start of which nothing is obeyed. */
function textOfCell(text: string): string {
  const read = readableText(text, { typography: false }).trim();
  const told = markdownText(read.length > longestText ? `${read.slice(0, longestText)} …` : read);
  return leading.test(told) ? `&#8203;${told}` : told;
}
