/** The charters of a review in HTML: where each text comes from, and all of it before and after, what is the same folded. */
import { diffMessages } from '../messages/diff.ts';
import { reviewPageMessages } from '../messages/review-html.ts';
import { shellWord } from '../messages/shell-word.ts';
import type { Change, Step } from '../model/change.ts';
import { type Block, changeClasses } from '../model/charter.ts';
import type { VersionDiff } from '../model/log.ts';
import type { Review, ReviewedCharter } from '../model/review.ts';
import { readableText } from './excerpt.ts';
import { htmlId, htmlText } from './html-page.ts';
import { aloneHtml } from './review-html-alone.ts';
import {
  openSheets,
  type PairOptions,
  pairHtml,
  pairLabels,
  type ReviewSheets,
  sidesOf,
  spoken,
} from './review-html-sides.ts';
import { tableHtml } from './review-html-table.ts';
import type { ReviewOptions } from './review-view.ts';

/** With so few texts, all stand open. */
const fewTexts = 3;
/** Same paragraphs up to so many stand in the open between two that differ. */
const fewSame = 1;

/** A charter whose text is shown, and others of which the same changes are told. */
export interface ShownText {
  readonly charter: ReviewedCharter;
  readonly id: string;
  readonly html: string;
  readonly others: readonly string[];
}

export interface ShownTexts {
  readonly texts: readonly ShownText[];
  /** Charters for whose text there was no room. */
  readonly left: number;
}

/** Texts up to so many bytes, in the order of the findings; those that change alike share the first one's. */
export function selectTexts(review: Review, options: ReviewOptions, room: number): ShownTexts {
  const order = new Map<string, number>();
  for (const { charter } of review.findings)
    if (charter !== undefined && !order.has(charter)) order.set(charter, order.size);
  const rankOf = ({ charter }: ReviewedCharter): number => order.get(charter) ?? order.size;
  const groups = new Map<string, { readonly charter: ReviewedCharter; readonly others: string[] }>();
  for (const charter of [...review.charters].sort((one, other) => rankOf(one) - rankOf(other))) {
    const key = keyOf(charter, options);
    const known = groups.get(key);
    if (known) known.others.push(charter.charter);
    else groups.set(key, { charter, others: [] });
  }
  const texts: ShownText[] = [];
  let [free, left] = [room, 0];
  for (const { charter, others } of groups.values()) {
    const html = free > 0 ? charterHtml(charter, options) : '';
    free -= Buffer.byteLength(html);
    if (free < 0 && texts.length > 0) left += 1 + others.length;
    else texts.push({ charter, id: htmlId('text', charter.charter), html, others });
  }
  return { texts, left };
}

/** The same where the same is told of two charters. */
function keyOf(
  { charter, kind, status, origin, capture, former, comparison }: ReviewedCharter,
  { all }: ReviewOptions,
): string {
  if (all || former || !comparison || comparison.diff.changes.length === 0) return charter;
  const prints = comparison.diff.changes.map(({ fingerprint }) => fingerprint);
  return JSON.stringify([kind, status, origin, capture?.day, prints]);
}

export function textsHtml({ texts, left }: ShownTexts, review: Review, options: ReviewOptions): string[] {
  const page = reviewPageMessages[options.language];
  const open = texts.length <= fewTexts ? ' open' : '';
  return [
    ...texts.flatMap((shown) => textHtml(shown, open, options)),
    ...(left === 0
      ? []
      : [
          `<p class="left">${htmlText(page.textsLeft(left))} ${htmlText(page.shownBy)} <code>${htmlText(commandOf(review))}</code></p>`,
        ]),
  ];
}

/** A list entry that opens where there is a text to show. */
function textHtml({ charter, id, html, others }: ShownText, open: string, options: ReviewOptions): string[] {
  const page = reviewPageMessages[options.language];
  const head = `<h3>${htmlText(charter.charter)}</h3> <span class="quiet">${htmlText(summaryOf(charter, options))}</span>`;
  if (!isShown(charter)) return [`<div class="text" id="${id}">${head}`, html, '</div>'];
  const names = `<summary>${htmlText(page.others(others.length))}</summary><p>${htmlText(others.join(', '))}</p>`;
  return [
    `<details class="text" id="${id}"${open}>`,
    `<summary>${head}</summary>`,
    ...(others.length === 0 ? [] : [`<details class="names">${names}</details>`]),
    html,
    '</details>',
  ];
}

function isCompared({ comparison }: ReviewedCharter): boolean {
  return comparison !== undefined && comparison.diff.changes.length > 0;
}

/** Whether there is a text to open. */
function isShown(charter: ReviewedCharter): boolean {
  return isCompared(charter) || charter.alone !== undefined || charter.unread !== undefined;
}

function commandOf({ mergeBase, head }: Review): string {
  return head.commit === undefined
    ? 'charter diff --staged'
    : `charter diff ${shellWord(`${mergeBase.commit ?? mergeBase.revision}..${head.commit}`)}`;
}

function summaryOf({ status, kind, summary }: ReviewedCharter, { language }: ReviewOptions): string {
  const { count } = diffMessages[language];
  const levels = [...changeClasses].reverse().filter((level) => summary[level] > 0);
  const told = levels.map((level) => count(level, summary[level]));
  return [reviewPageMessages[language].status(status, kind), ...told].join(' · ');
}

function charterHtml(charter: ReviewedCharter, options: ReviewOptions): string {
  const { comparison, former, file, capture, status } = charter;
  const page = reviewPageMessages[options.language];
  const origin = page.origin(charter);
  const isSame = status === 'same' || (status === 'renamed' && !isCompared(charter));
  const said = [
    ...(origin === undefined ? [] : [origin]),
    ...(former ? [page.former(former.charter)] : []),
    ...(isSame ? [page.nothingChanged] : []),
  ];
  const files = [...new Set([...(former ? [former.file] : []), file, ...(capture ? [capture.file] : [])])];
  return [
    `<p class="note">${said.map((text) => `${htmlText(text)} `).join('')}${files.map((one) => `<code>${htmlText(one)}</code>`).join(' ')}</p>`,
    ...(comparison && isCompared(charter) ? documentHtml(comparison, options) : aloneHtml(charter, options)),
  ].join('\n');
}

/** One charter before and after, and how it is read. */
interface Text {
  readonly comparison: VersionDiff;
  readonly sheets: ReviewSheets;
  readonly pair: PairOptions;
}

function documentHtml(comparison: VersionDiff, options: ReviewOptions): string[] {
  const sheets = openSheets(comparison, options);
  const pair = { options, labels: pairLabels(options), foreign: sheets.foreign, whole: true as const };
  const text = { comparison, sheets, pair };
  const { diff } = comparison;
  return [
    ...diff.changes.filter(isApart).map((change) => apartHtml(change, text)),
    ...stepsHtml(diff.steps, text),
    ...diff.tables.flatMap((tables) => tableHtml(tables, { ...pair, sheets, comparison })),
  ];
}

/** Neither in the body nor in a table: a variable, or a field as the title is. */
function isApart({ address: { a, b }, kind }: Change): boolean {
  const at = b ?? a ?? {};
  return kind === 'variable' || (at.block === undefined && at.table === undefined);
}

function apartHtml(change: Change, text: Text): string {
  const { fields } = diffMessages[text.pair.options.language];
  const key = (change.address.b ?? change.address.a)?.column ?? '';
  const name = Object.hasOwn(fields, key) ? fields[key] : key;
  return `<p class="name">${htmlText(name ?? key)}</p>${changeHtml(change, text)}`;
}

function changeHtml(change: Change, { sheets, pair }: Text): string {
  return pairHtml(sidesOf(change, sheets, Number.POSITIVE_INFINITY), pair);
}

/** In reading order; longer runs of what is the same open where they are asked for. */
function stepsHtml(steps: readonly Step[], text: Text): string[] {
  const { comparison, pair } = text;
  const { unchanged } = diffMessages[pair.options.language];
  const parts: string[] = [];
  let same: string[] = [];
  const flush = (): void => {
    if (same.length > fewSame)
      parts.push(
        `<details class="same"><summary>${htmlText(`⋯ ${unchanged(same.length)}`)}</summary>`,
        ...same,
        '</details>',
      );
    else parts.push(...same);
    same = [];
  };
  for (const step of steps) {
    const change = step.kind === 'change' ? comparison.diff.changes[step.change] : undefined;
    if (step.kind === 'same') same.push(blockHtml(comparison.b.body[step.b], text));
    else if (change && !isApart(change)) {
      flush();
      parts.push(changeHtml(change, text));
    }
  }
  flush();
  return parts;
}

function blockHtml(block: Block | undefined, { sheets, pair }: Text): string {
  if (!block || block.role === 'table') return '';
  const words = htmlText(readableText(block.text, sheets.plain.selection));
  const lead = block.role === 'item' ? '• ' : '';
  return `<p class="words same ${block.role}"${spoken(pair)}>${lead}${words}</p>`;
}
