/**
 * The Markdown output of `review`, for a comment on a request and a job's summary: never longer than a comment may
 * be, with a count of what is left out; its first line is a hidden mark by which one comment is found and replaced.
 */
import { diffMessages } from '../messages/diff.ts';
import { driftMessages } from '../messages/drift.ts';
import { reviewOutputMessages } from '../messages/review-outputs.ts';
import { changeClasses } from '../model/charter.ts';
import type { Review, ReviewedDecision, ReviewFinding } from '../model/review.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { type Desk, namesOf } from './review-findings.ts';
import { textParts } from './review-markdown-texts.ts';
import { driftSentences } from './review-text.ts';
import { alikeFindings, flatBody, titleOf, wholeCommand } from './review-told.ts';
import {
  decisionSentences,
  isCommand,
  isMerged,
  partsOfReview,
  type ReviewOptions,
  type ReviewParts,
  requestSentence,
  reviewSteps,
  reviewTexts,
  touchedSentence,
} from './review-view.ts';
import type { Line, Span, Style } from './style.ts';

/** Characters of a charter cannot give it: they never stand between `<` and `>`. */
const marker = '<!-- charter-review -->';
/** A comment on GitHub holds 65,536 characters; of bytes there are never fewer. */
const mostBytes = 64_000;
/** For what tells how many are left out. */
const spareBytes = 400;
/** Rows that stand open; the others are folded below them. */
const openRows = 12;
/** Charters of one origin that are named. */
const mostNames = 8;
/** Display cells of what one finding says. */
const longestCell = 400;

export function renderReviewMarkdown(review: Review, { language, all }: ReviewOptions): string {
  const desk: Desk = { review, options: { language, all, width: undefined, color: true }, sheets: new Map() };
  const parts = partsOfReview(review, all);
  const texts = reviewTexts(desk.options);
  const head = headParts(desk);
  const [drift, steps, folded] = [driftParts(desk), stepParts(desk), foldedParts(parts, desk)];
  const room = { bytes: mostBytes - sizeOf([...head, ...drift, ...steps, ...folded]) };
  const list = (rows: readonly Row[], open: number, heading: string): string[] =>
    listParts({ heading, rows, open }, desk, room);
  return `${[
    ...head,
    ...list(decisionRows(desk), Number.POSITIVE_INFINITY, texts.headings.decisions),
    ...list(findingRows(parts.failing, desk), openRows, texts.headings.failing),
    ...steps,
    ...drift,
    ...list(findingRows(parts.warnings, desk), openRows, texts.headings.warnings),
    ...list(findingRows(parts.others, desk), 0, texts.headings.others),
    ...textParts(review, desk.options, room),
    ...folded,
  ].join('\n\n')}\n`;
}

function sizeOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);
}

/** The verdict as heading, what the request is, how much changes, and from where on a reason is needed. */
function headParts({ review, options }: Desk): string[] {
  const texts = reviewTexts(options);
  const { verdict, policy, summary, request } = review;
  const { count } = diffMessages[options.language];
  const { ended, capital } = driftMessages[options.language].accessible;
  const reasons = verdict.reasons.map(({ why, count: number }) => texts.reason(why, number));
  const [reason, ...others] = reasons;
  const levels = [...changeClasses].reverse().filter((level) => summary[level] > 0);
  const counts = [touchedSentence(review, options), ...levels.map((level) => count(level, summary[level]))];
  const gate = texts.gate(policy.policy.failOn, policy.source);
  const title = reviewOutputMessages[options.language].title(
    texts.verdict[verdict.outcome],
    others.length === 0 ? reason : undefined,
  );
  const said = markdownText(ended(requestSentence(review, options)));
  if (isMerged(review)) return [marker, `### ${said}`, markdownText(ended(texts.mergedNext))];
  return [
    marker,
    `### ${markdownText(title)}`,
    `**${said}**`,
    ...(others.length === 0 ? [] : [listOf(reasons)]),
    ...originParts(review, options),
    ...(request === 'none' ? [] : [markdownText(`${ended(counts.join(' · '))} ${ended(capital(gate))}`)]),
  ];
}

/** Which charters say what is published already, where not all of them do or none does. */
function originParts({ charters }: Review, options: ReviewOptions): string[] {
  const { origins } = reviewOutputMessages[options.language];
  const lines = (['record', 'edited', 'proposal'] as const).flatMap((origin) => {
    const names = charters.filter((one) => one.origin === origin).map(({ charter }) => charter);
    const listed = names.slice(0, mostNames).join(', ');
    const more = names.length > mostNames ? ` +${names.length - mostNames}` : '';
    return names.length === 0 ? [] : [origins[origin](listed + more)];
  });
  return lines.length < 2 ? [] : [listOf(lines)];
}

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${markdownText(line)}`).join('\n');
}

interface Row {
  /** Findings or decisions that it stands for. */
  readonly count: number;
  readonly text: string;
}

interface List {
  readonly heading: string;
  readonly rows: readonly Row[];
  /** Rows that are not folded. */
  readonly open: number;
}

/** As many rows as there is room for, the first ones open, and how many there are beside them. */
function listParts({ heading, rows, open }: List, desk: Desk, room: { bytes: number }): string[] {
  if (rows.length === 0) return [];
  const { left, counted } = reviewOutputMessages[desk.options.language];
  const bold = `**${markdownText(heading)}**`;
  room.bytes -= spareBytes + 2 * Buffer.byteLength(bold + tableHead(desk));
  const fitting = rows.findIndex(({ text }) => {
    room.bytes -= Buffer.byteLength(text) + 1;
    return room.bytes < 0;
  });
  const shown = fitting < 0 ? rows : rows.slice(0, fitting);
  if (fitting >= 0) room.bytes = 0;
  const [first, rest] = [shown.slice(0, open), shown.slice(open)];
  const summary =
    first.length === 0 ? counted(heading, countOf(rows)) : reviewTexts(desk.options).more(countOf(rest));
  const more = countOf(rows.slice(shown.length));
  return [
    ...(first.length === 0 ? [] : [bold, tableOf(first, desk)]),
    ...(rest.length === 0
      ? []
      : [`<details>\n<summary>${markdownText(summary)}</summary>`, tableOf(rest, desk), '</details>']),
    ...(more === 0 ? [] : [left(more, markdownCode(wholeCommand(desk.review)))]),
  ];
}

function countOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Rows of findings as a table, entries of decisions as a list. */
function tableOf(rows: readonly Row[], desk: Desk): string {
  const lines = rows.map(({ text }) => text);
  return lines[0]?.startsWith('|') ? [tableHead(desk), ...lines].join('\n') : lines.join('\n');
}

function tableHead({ options: { language } }: Desk): string {
  const { portal, change, level, reference } = reviewOutputMessages[language].heads;
  return `| ${portal} | ${change} | ${level} | ${reference} |\n| --- | --- | --- | --- |`;
}

function decisionRows(desk: Desk): Row[] {
  return desk.review.decisions.map((decided) => ({ count: 1, text: decisionEntry(decided, desk.options) }));
}

function decisionEntry(decided: ReviewedDecision, options: ReviewOptions): string {
  const { what, portal, decision } = decided;
  const said = [
    ...(what === 'made' ? [] : [reviewTexts(options).decision[what]]),
    ...decisionSentences(decided, options.language),
    diffMessages[options.language].tag[decision.class],
  ];
  return `- **${markdownText(portal)}** · ${markdownText(said.join(' · '))} ${codeText(decision.reference.slice(0, 6))}`;
}

/** Portals of which just the same is to be told share a row. */
function findingRows(findings: readonly ReviewFinding[], desk: Desk): Row[] {
  return alikeFindings(findings).map(({ finding, names }) => {
    const portals = names.length === 0 ? '' : `**${markdownText(namesOf(names, desk.options))}**`;
    const text = `| ${cellsOf(finding, portals, desk).join(' | ')} |`;
    return { count: Math.max(1, names.length), text };
  });
}

function cellsOf(finding: ReviewFinding, portals: string, desk: Desk): string[] {
  const { place, rule, reference, fails, kind, charter } = finding;
  const isPlaced = fails || kind === 'problem' || charter === undefined;
  const where = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  const words = wordsOf(flatBody(finding, desk, longestCell));
  return [
    [portals, ...(isPlaced ? [codeText(where)] : [])].filter((part) => part !== '').join('<br>'),
    words,
    [markdownText(titleOf(finding, desk)), ...(isPlaced ? [codeText(rule)] : [])].join('<br>'),
    reference === undefined ? '' : codeText(reference),
  ];
}

/** Gone and new words side by side are parted by an arrow. */
function wordsOf(line: Line): string {
  return line
    .map((part, index) => {
      const isNext = part.style === 'added' && line[index - 1]?.style === 'removed';
      return `${isNext ? ' → ' : ''}${spanMarkdown(part)}`;
    })
    .join('')
    .trim();
}

/** Tags that a voice tells too, around the words and not the spaces beside them. */
function spanMarkdown({ text, style }: Span): string {
  const tag = tags[style ?? 'dim'];
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (tag === undefined || words === '') return markdownText(text);
  return `${before}<${tag}>${markdownText(words)}</${tag}>${after}`;
}

const tags: Readonly<Partial<Record<Style, 'del' | 'ins'>>> = {
  removed: 'del',
  gone: 'del',
  added: 'ins',
  new: 'ins',
};

/** Nothing to copy into a shell: what may stand in it is escaped. */
function codeText(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}

/** A choice for the reviewer, a command for the author. */
function stepParts({ review, options }: Desk): string[] {
  const { language } = options;
  const { accessible } = driftMessages[language];
  const lines = reviewSteps(review, language).map((step) => {
    const said = isCommand(step) ? markdownCode(step.what) : markdownText(step.what);
    return `- **${markdownText(accessible.capital(step.who))}**${diffMessages[language].accessible.place([''])}${said}`;
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function driftParts({ review: { drift }, options }: Desk): string[] {
  if (drift.length === 0) return [];
  const texts = reviewTexts(options);
  const { told, more } = driftSentences(drift, { ...options, all: false });
  const lines = [...told, ...(more === 0 ? [] : [texts.portals(more)])];
  return [`**${markdownText(texts.headings.drift)}**`, listOf(lines)];
}

/** What the text folds is folded here too. */
function foldedParts(parts: ReviewParts, { options, review }: Desk): string[] {
  const texts = reviewTexts(options);
  const { count } = diffMessages[options.language];
  const { accessible } = driftMessages[options.language];
  const { shownBy } = reviewOutputMessages[options.language];
  const levels = changeClasses.filter((level) => parts.folded[level] > 0);
  const said = [
    ...(levels.length === 0 ? [] : [texts.folded(levels.map((level) => count(level, parts.folded[level])))]),
    ...(parts.older === 0 ? [] : [texts.older(parts.older)]),
  ].map(accessible.capital);
  if (said.length === 0) return [];
  return [`${markdownText(said.join(' · '))} · ${shownBy(markdownCode(wholeCommand(review)))}`];
}
