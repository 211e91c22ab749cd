/** The findings of `review` in HTML: by class, both sides of each text, where it stands, why it counts as it does; alike ones told once. */
import { diffMessages } from '../messages/diff.ts';
import { driftMessages } from '../messages/drift.ts';
import { driftPageMessages } from '../messages/drift-html.ts';
import { historyMessages } from '../messages/history.ts';
import { reviewPageMessages } from '../messages/review-html.ts';
import { ruleMessages } from '../messages/rules.ts';
import type { ChangeClass } from '../model/charter.ts';
import type { Review, ReviewFinding } from '../model/review.ts';
import { reasonsOf } from './diff-parts.ts';
import { htmlId, htmlText, unseen } from './html-page.ts';
import {
  bothRuns,
  openSheets,
  pairHtml,
  pairLabels,
  type ReviewSheets,
  type Sides,
  sidesOf,
} from './review-html-sides.ts';
import { findingSentence, placeName, type ReviewOptions, reviewTexts } from './review-view.ts';

/** Portals that are named in the open. */
const mostNames = 12;
/** Findings of one list that stand in the open. */
const mostOpen = 60;
/** Of a text in a finding, unchanged runs are shortened to so many characters. */
const longestRun = 1200;

/** A review, and what is worked out of it once. */
export interface ReviewDesk {
  readonly review: Review;
  readonly options: ReviewOptions;
  readonly sheets: Map<string, ReviewSheets | undefined>;
  /** Charters whose texts stand on the page, by the ids of their places. */
  readonly shown: ReadonlyMap<string, string>;
  /** Bytes that findings may still take. */
  room: number;
  /** Where each finding that is told of stands on the page, by its id. */
  readonly places: Map<string, string>;
}

export function sheetsFor(
  charter: string,
  { review, options, sheets }: ReviewDesk,
): ReviewSheets | undefined {
  if (sheets.has(charter)) return sheets.get(charter);
  const comparison = review.charters.find((one) => one.charter === charter)?.comparison;
  const made = comparison && openSheets(comparison, options);
  sheets.set(charter, made);
  return made;
}

/** Findings of which just the same is to be told, and the charters that they are found in. */
interface Alike {
  readonly finding: ReviewFinding;
  readonly charters: string[];
  /** Of all of them. */
  readonly ids: string[];
}

/** Under headings by class, in the order of the review; what finds no room is counted. */
export function findingsHtml(findings: readonly ReviewFinding[], desk: ReviewDesk): string[] {
  const groups = new Map<string, ReviewFinding[]>();
  for (const finding of findings) {
    const key = finding.class ?? '';
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups].flatMap(([level, group]) => {
    const head = headOf(level, group.length, desk.options);
    return [`<h3>${htmlText(head)}</h3>`, ...listHtml(group, desk)];
  });
}

function headOf(level: string, count: number, { language }: ReviewOptions): string {
  const { count: say } = diffMessages[language];
  return level === '' ? reviewPageMessages[language].files : say(level as ChangeClass, count);
}

/** A list that stands under a heading already. */
export function listHtml(findings: readonly ReviewFinding[], desk: ReviewDesk): string[] {
  const items: string[] = [];
  let left = 0;
  for (const alike of groupAlike(findings)) {
    const item = desk.room > 0 ? findingHtml(alike, desk) : '';
    if (item === '') left += Math.max(1, alike.charters.length);
    desk.room -= Buffer.byteLength(item);
    if (item === '') continue;
    items.push(item);
    for (const id of alike.ids) desk.places.set(id, findingId(alike.finding));
  }
  return [
    ...(items.length === 0 ? [] : ['<ol class="findings">', ...items.slice(0, mostOpen), '</ol>']),
    ...foldHtml(items.slice(mostOpen), desk.options),
    ...(left === 0 ? [] : [leftHtml(left, desk.options)]),
  ];
}

function foldHtml(items: readonly string[], options: ReviewOptions): string[] {
  if (items.length === 0) return [];
  const summary = `<summary>${htmlText(reviewTexts(options).more(items.length))}</summary>`;
  return [
    '<details>',
    summary,
    `<ol class="findings" start="${mostOpen + 1}">`,
    ...items,
    '</ol>',
    '</details>',
  ];
}

function leftHtml(count: number, { language }: ReviewOptions): string {
  const { findingsLeft, shownBy } = reviewPageMessages[language];
  return `<p class="left">${htmlText(findingsLeft(count))} ${htmlText(shownBy)} <code>--all</code></p>`;
}

function groupAlike(findings: readonly ReviewFinding[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const finding of findings) {
    const { kind, rule, ruling, change, charter, reference, decision, isProtected } = finding;
    const same = change
      ? [kind, change.fingerprint, rule, ruling, reference, decision?.reason, isProtected]
      : [finding.id];
    const key = JSON.stringify(same);
    const known = groups.get(key);
    if (known && charter !== undefined) known.charters.push(charter);
    known?.ids.push(finding.id);
    if (!known)
      groups.set(key, { finding, charters: charter === undefined ? [] : [charter], ids: [finding.id] });
  }
  return [...groups.values()];
}

function findingId({ id }: ReviewFinding): string {
  return htmlId('finding', id.slice(0, 16));
}

function findingHtml({ finding, charters }: Alike, desk: ReviewDesk): string {
  const id = findingId(finding);
  return [
    `<li id="${id}"${finding.fails ? ' class="open"' : ''}>`,
    metaHtml(finding, id, desk),
    bodyHtml(finding, desk),
    whyHtml(finding, desk),
    ...decisionHtml(finding, desk.options),
    ...namesHtml(charters, desk.options),
    '</li>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Where it is, of which class, how the gate rules, and its reference. */
function metaHtml(finding: ReviewFinding, id: string, desk: ReviewDesk): string {
  const { class: level, severity, ruling, reference, isProtected, kind, fails } = finding;
  const { language } = desk.options;
  const texts = reviewTexts(desk.options);
  const states = [
    ...(kind === 'drift' ? [texts.drift] : []),
    ...(isProtected ? [texts.isProtected] : []),
    ...(ruling === undefined || texts.ruling[ruling] === '' ? [] : [texts.ruling[ruling]]),
  ];
  const badge =
    level === undefined
      ? `<span class="badge ${severity}">${htmlText(texts.severity[severity])}</span>`
      : `<span class="badge ${level}">${htmlText(diffMessages[language].tag[level])}</span>`;
  const link =
    reference === undefined
      ? ''
      : ` <a href="#${id}">${unseen(driftPageMessages[language].reference)}<code>${htmlText(reference)}</code></a>`;
  const state =
    states.length === 0
      ? ''
      : ` <span class="state${fails ? '' : ' agreed'}">${htmlText(states.join(', '))}</span>`;
  return `<p class="meta"><strong>${placeHtml(finding, desk)}</strong> ${badge}${state}${link}</p>`;
}

/** The charter, which leads to its text where the page holds it, and the place in it. */
function placeHtml(finding: ReviewFinding, { shown, options }: ReviewDesk): string {
  const { charter, place } = finding;
  const target = charter === undefined ? undefined : shown.get(charter);
  const name = htmlText(charter ?? place.file);
  const named = target === undefined ? name : `<a href="#${target}">${name}</a>`;
  const where = placeWords(finding, options).map((word) => word.replace(/\s+/g, ' '));
  return where.length === 0 ? named : `${named} · ${htmlText(where.join(' › '))}`;
}

export function placeWords(finding: ReviewFinding, { language }: ReviewOptions): string[] {
  const { cookie, field, section, table } = finding.place;
  const { fields, columns, beginning } = diffMessages[language];
  const [first, ...rest] = placeName(finding, language);
  if (table !== undefined) {
    const key = field !== undefined && field.head === undefined ? field.key : undefined;
    const known: Readonly<Record<string, string>> = columns;
    const last = key !== undefined && Object.hasOwn(known, key) ? [known[key] ?? key] : rest;
    return cookie === undefined || first === undefined
      ? [table, ...(first === undefined ? [] : [first])]
      : [historyMessages[language].cookie(first), ...last];
  }
  if (section || field === undefined)
    return first !== undefined || finding.change?.address.b?.block === undefined
      ? [first ?? ''].filter(Boolean)
      : [beginning];
  const known: Readonly<Record<string, string>> = fields;
  return [Object.hasOwn(known, field.key) ? (known[field.key] ?? field.key) : field.key];
}

function bodyHtml(finding: ReviewFinding, desk: ReviewDesk): string {
  const { options } = desk;
  const sentence = findingSentence(finding, options.language);
  if (sentence !== undefined) {
    const said = driftPageMessages[options.language].sentence(sentence);
    return `<p class="words">${htmlText(said)}</p>`;
  }
  const { change, kind, charter = '' } = finding;
  if (!change) return '';
  const sheets = kind === 'change' ? sheetsFor(charter, desk) : undefined;
  const { template, portal } = reviewPageMessages[options.language];
  return pairHtml(sheets ? sidesOf(change, sheets, longestRun) : driftSides(finding), {
    options,
    labels: kind === 'drift' ? [template, portal] : pairLabels(options),
    foreign: sheets?.foreign,
  });
}

function driftSides({ change, class: level }: ReviewFinding): Sides {
  const options = { selection: { typography: level === 'typographic' }, longest: longestRun };
  return { ...(change ? bothRuns(change, options) : {}), notes: [] };
}

/** What the words touch, the rule by its title and id, file and line. */
function whyHtml(finding: ReviewFinding, desk: ReviewDesk): string {
  const { change, charter = '', rule, place, kind } = finding;
  const { language } = desk.options;
  const sheets = kind === 'change' ? sheetsFor(charter, desk) : undefined;
  const reasons = change && sheets ? reasonsOf(change, sheets.plain) : [];
  const title = kind === 'change' || kind === 'drift' ? titleOf(rule, desk.options) : undefined;
  const told = title === undefined || reasons.length > 0 ? reasons.join(', ') : title;
  const where = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  const said = told === '' ? '' : `${htmlText(driftPageMessages[language].sentence(told))} `;
  return `<p class="reasons">${said}<code>${htmlText(rule)}</code> <code>${htmlText(where)}</code></p>`;
}

function titleOf(rule: string, { language }: ReviewOptions): string | undefined {
  const rules: Readonly<Record<string, { readonly title: string }>> = ruleMessages[language];
  return Object.hasOwn(rules, rule) ? rules[rule]?.title : undefined;
}

function decisionHtml({ decision }: ReviewFinding, { language }: ReviewOptions): string[] {
  if (!decision) return [];
  const said = driftMessages[language].decided(decision).replace(/[^\S\u00a0\u202f]+/g, ' ');
  return [`<p class="decision">${htmlText(driftPageMessages[language].sentence(said))}</p>`];
}

/** All charters that it is found in, where there are several; many are named only where that is opened. */
function namesHtml(charters: readonly string[], { language }: ReviewOptions): string[] {
  const [first = '', ...others] = charters;
  if (others.length === 0) return [];
  const { alikeNamed } = driftMessages[language];
  if (charters.length <= mostNames) return [`<p class="note">${htmlText(alikeNamed(charters))}</p>`];
  return [
    `<details class="names"><summary>${htmlText(reviewPageMessages[language].alike(first, others.length))}</summary>`,
    `<p>${htmlText(charters.join(', '))}</p>`,
    '</details>',
  ];
}
