/** A charter in HTML of which there is but one text: all of it, in reading order, so that a new portal can be reviewed on the page. */
import { diffMessages } from '../messages/diff.ts';
import { reviewPageMessages } from '../messages/review-html.ts';
import type { Block, CharterDocument, Column, CookieTable } from '../model/charter.ts';
import type { Language } from '../model/language.ts';
import type { ReviewedCharter } from '../model/review.ts';
import { readableText } from './excerpt.ts';
import { htmlText } from './html-page.ts';
import { columnTitle, type ReviewOptions } from './review-view.ts';

/** Characters of a file that is no charter; nobody reads more of it on a page. */
const mostUnread = 20_000;

interface Alone {
  readonly document: CharterDocument;
  readonly language: Language;
  /** Attribute for what is in another language than the page. */
  readonly spoken: string;
  readonly read: (text: string) => string;
}

/** Empty where there are two texts, or none. */
export function aloneHtml(
  { alone, unread }: Pick<ReviewedCharter, 'alone' | 'unread'>,
  { language, all }: ReviewOptions,
): string[] {
  const page = reviewPageMessages[language];
  const raw =
    unread === undefined
      ? []
      : [
          `<p class="name">${htmlText(page.unread)}</p>`,
          `<pre class="words">${htmlText(unread.slice(0, mostUnread))}${unread.length > mostUnread ? ' …' : ''}</pre>`,
        ];
  if (!alone) return raw;
  const { document, side } = alone;
  const spoken = document.language === language ? '' : ` lang="${htmlText(document.language)}"`;
  const one: Alone = {
    ...{ document, language, spoken },
    read: (text) => htmlText(readableText(text, { typography: all })),
  };
  const lead = unread === undefined ? [] : [`<p class="name">${htmlText(page.lastRead)}</p>`];
  return [...raw, ...lead, `<div class="alone ${side}">`, ...factsHtml(one), ...textHtml(one), '</div>'];
}

/** Where it is published and what it follows. */
function factsHtml({ document, language }: Alone): string[] {
  const { facts } = reviewPageMessages[language];
  const own: readonly (readonly [string, string | undefined])[] =
    document.kind === 'template'
      ? []
      : [
          [facts.follows, document.template ?? facts.none],
          [facts.page, document.source?.page],
          ...Object.entries(document.variables),
        ];
  const told = own.flatMap(([name, value]) =>
    value === undefined ? [] : [`<dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd>`],
  );
  return told.length === 0 ? [] : [`<dl class="steps">${told.join('')}</dl>`];
}

function textHtml(alone: Alone): string[] {
  const { document, spoken, read } = alone;
  const placed = new Set(document.body.flatMap((block) => (block.role === 'table' ? [block.table] : [])));
  return [
    ...(document.title === undefined
      ? []
      : [`<p class="words heading"${spoken}>${read(document.title)}</p>`]),
    ...document.body.flatMap((block) => blockHtml(block, alone)),
    ...document.tables.filter(({ id }) => !placed.has(id)).flatMap((table) => tableHtml(table, alone)),
  ];
}

function blockHtml(block: Block, alone: Alone): string[] {
  if (block.role === 'table') {
    const table = alone.document.tables.find(({ id }) => id === block.table);
    return table ? tableHtml(table, alone) : [];
  }
  const lead = block.role === 'item' ? '• ' : '';
  const own = `<p class="words ${block.role}"${alone.spoken}>${lead}${alone.read(block.text)}</p>`;
  const { approved } = reviewPageMessages[alone.language];
  const variants = (block.variants ?? []).map(
    (text) => `<p class="words item"${alone.spoken}><em>${htmlText(approved)}</em> ${alone.read(text)}</p>`,
  );
  return [own, ...variants];
}

function tableHtml({ caption, columns, rows }: CookieTable, alone: Alone): string[] {
  const { language, spoken, read } = alone;
  const titles = columns.map((column) => htmlText(titleOf(column, language)));
  const name = Math.max(
    0,
    columns.findIndex(({ key }) => key === 'name'),
  );
  const heads = titles.map((title) => `<th scope="col" role="columnheader"${spoken}>${title}</th>`);
  const lines = rows.map(({ cells }) => {
    const told = columns.map((_, index) => {
      const text = read(cells[index] ?? '');
      return index === name
        ? `<th scope="row" role="rowheader"${spoken}>${text}</th>`
        : `<td role="cell" data-head="${titles[index]}"${spoken}>${text}</td>`;
    });
    return `<tr role="row">${told.join('')}</tr>`;
  });
  return [
    `<p class="name">${htmlText(caption ?? diffMessages[language].table)}</p>`,
    `<table role="table"><thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>`,
    ...['<tbody role="rowgroup">', ...lines, '</tbody></table>'],
  ];
}

function titleOf(column: Column, language: Language): string {
  return readableText(columnTitle(column, language).replace(/\s+/g, ' '), { typography: false });
}
