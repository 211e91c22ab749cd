/** The HTML output of `review`: one page that stands alone, with the verdict, every decision, the findings, the drift and the texts. */
import { diffMessages } from '../messages/diff.ts';
import { driftMessages } from '../messages/drift.ts';
import { driftPageMessages } from '../messages/drift-html.ts';
import { reviewPageMessages } from '../messages/review-html.ts';
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import type { DriftEffect, Review, ReviewFinding } from '../model/review.ts';
import { htmlText, renderPage } from './html-page.ts';
import { decisionsHtml } from './review-html-decisions.ts';
import { findingsHtml, listHtml, type ReviewDesk } from './review-html-findings.ts';
import { reviewStyle } from './review-html-style.ts';
import { type ShownTexts, selectTexts, textsHtml } from './review-html-texts.ts';
import {
  effectSentence,
  isCommand,
  isMerged,
  type NextStep,
  partsOfReview,
  type ReviewOptions,
  requestSentence,
  reviewSteps,
  reviewTexts,
  touchedSentence,
} from './review-view.ts';

/** Bytes that findings, and whole texts, may take: a longer page is slow to open, and nobody reads it to its end. */
const roomForFindings = 1_500_000;
const roomForTexts = 1_500_000;

export function renderReviewHtml(review: Review, options: ReviewOptions): string {
  const page = reviewPageMessages[options.language];
  const texts = reviewTexts(options);
  const limit = (room: number): number => (options.all ? Number.POSITIVE_INFINITY : room);
  const shown = selectTexts(review, options, limit(roomForTexts));
  const parts = partsHtml(review, options, {
    shown,
    room: limit(roomForFindings),
  });
  const states = statesOf(review, options);
  return renderPage({
    language: options.language,
    title: [page.title, ...(isMerged(review) ? [] : [texts.verdict[review.verdict.outcome]]), states].join(
      ' — ',
    ),
    style: reviewStyle,
    body: [
      ...(parts[0] ? [`<a class="skip" href="#${parts[0].id}">${htmlText(page.skip)}</a>`] : []),
      '<header>',
      `<h1>${htmlText(requestSentence(review, options))}</h1>`,
      `<p class="states">${htmlText(states)}</p>`,
      '</header>',
      '<main>',
      ...(isMerged(review)
        ? [`<p>${htmlText(texts.mergedNext)}</p>`]
        : [...verdictHtml(review, options), ...countsHtml(review, options)]),
      ...contentsHtml(parts, options),
      ...parts.flatMap(({ id, title, html }) => [
        `<section aria-labelledby="${id}">`,
        `<h2 id="${id}" tabindex="-1">${htmlText(title)}</h2>`,
        ...html,
        '</section>',
      ]),
      '</main>',
    ],
  });
}

function statesOf({ base, head }: Review, { language }: ReviewOptions): string {
  const page = reviewPageMessages[language];
  const named = ({ revision, commit }: Review['base']): string =>
    commit === undefined || commit.startsWith(revision) ? revision : `${revision} (${commit.slice(0, 8)})`;
  return page.into(named(base), head.commit === undefined ? page.staged : named(head));
}

/** The verdict, its reasons, and what can be done. */
function verdictHtml(review: Review, options: ReviewOptions): string[] {
  const { verdict, policy } = review;
  const texts = reviewTexts(options);
  const reasons = verdict.reasons.map(({ why, count }) => `<li>${htmlText(texts.reason(why, count))}</li>`);
  const steps = reviewSteps(review, options.language);
  const { sentence } = driftPageMessages[options.language];
  return [
    `<div class="verdict ${verdict.passes ? 'good' : 'bad'}">`,
    `<p>${htmlText(texts.result(texts.verdict[verdict.outcome]))}</p>`,
    ...(reasons.length === 0 ? [] : [`<ul>${reasons.join('')}</ul>`]),
    `<p class="note">${htmlText(sentence(texts.gate(policy.policy.failOn, policy.source)))}</p>`,
    ...(steps.length === 0
      ? []
      : [
          `<dl class="steps">${steps
            .map((step, index) => {
              const name = steps[index - 1]?.who === step.who ? '' : `<dt>${htmlText(step.who)}</dt>`;
              return `${name}<dd>${stepHtml(step)}</dd>`;
            })
            .join('')}</dl>`,
        ]),
    '</div>',
  ];
}

function stepHtml(step: NextStep): string {
  return isCommand(step) ? `<code>${htmlText(step.what)}</code>` : htmlText(step.what);
}

function countsHtml(review: Review, options: ReviewOptions): string[] {
  if (review.request === 'none') return [`<p>${htmlText(reviewTexts(options).nothing)}</p>`];
  const { count } = diffMessages[options.language];
  const levels = [...changeClasses].reverse().filter((level) => review.summary[level] > 0);
  const told = [
    touchedSentence(review, options),
    ...levels.map((level) => count(level, review.summary[level])),
  ];
  return [`<ul class="counts">${told.map((text) => `<li>${htmlText(text)}</li>`).join('')}</ul>`];
}

/** One part of the page under its heading. */
interface Part {
  readonly id: string;
  readonly title: string;
  readonly html: readonly string[];
}

function contentsHtml(parts: readonly Part[], { language }: ReviewOptions): string[] {
  if (parts.length < 2) return [];
  const items = parts.map(({ id, title }) => `<li><a href="#${id}">${htmlText(title)}</a></li>`);
  const name = htmlText(reviewPageMessages[language].contents);
  return [`<nav aria-label="${name}"><ul class="contents">${items.join('')}</ul></nav>`];
}

function partsHtml(
  review: Review,
  options: ReviewOptions,
  { shown, room }: { readonly shown: ShownTexts; readonly room: number },
): Part[] {
  const { headings } = reviewTexts(options);
  const page = reviewPageMessages[options.language];
  const desk: ReviewDesk = {
    ...{ review, options, room, sheets: new Map(), places: new Map() },
    shown: new Map(shown.texts.map(({ charter, id }) => [charter.charter, id])),
  };
  const { failing, warnings, others } = partsOfReview(review, true);
  const passing = others.filter(({ ruling }) => ruling !== 'existing');
  const older = others.filter(({ ruling }) => ruling === 'existing');
  const counted = (title: string, { length }: readonly unknown[]): string => `${title} (${length})`;
  const listed: Part[] = [
    { id: 'failing', title: counted(headings.failing, failing), html: findingsHtml(failing, desk) },
    { id: 'warnings', title: counted(headings.warnings, warnings), html: findingsHtml(warnings, desk) },
    { id: 'others', title: counted(headings.others, passing), html: passingHtml(passing, desk) },
    { id: 'older', title: counted(page.older, older), html: findingsHtml(older, desk) },
  ];
  const parts: Part[] = [
    // Their links lead to the findings that stand on the page.
    { id: 'decisions', title: headings.decisions, html: decisionsHtml(desk) },
    ...listed,
    { id: 'drift', title: headings.drift, html: driftHtml(review, options) },
    { id: 'texts', title: page.texts, html: textsHtml(shown, review, options) },
  ];
  return parts.filter(({ html }) => html.length > 0);
}

const light: ReadonlySet<ChangeClass> = new Set<ChangeClass>(['variable', 'typographic']);

/** Weighty ones in the open; of form and of the portal's own, each class a list that opens. */
function passingHtml(findings: readonly ReviewFinding[], desk: ReviewDesk): string[] {
  const isLight = ({ kind, class: level }: ReviewFinding): boolean =>
    !desk.options.all && kind === 'change' && level !== undefined && light.has(level);
  const folded = findings.filter(isLight);
  const { count } = diffMessages[desk.options.language];
  return [
    ...findingsHtml(
      findings.filter((finding) => !isLight(finding)),
      desk,
    ),
    ...changeClasses.toReversed().flatMap((level) => {
      const own = folded.filter((finding) => finding.class === level);
      if (own.length === 0) return [];
      const summary = `<summary><h3>${htmlText(count(level, own.length))}</h3></summary>`;
      return [`<details class="text">`, summary, ...listHtml(own, desk), '</details>'];
    }),
  ];
}

/** Portals that are named one by one though their drift changes alike. */
const fewAlike = 4;
/** Sentences on drift that stand in the open. */
const mostEffects = 30;

/** Many portals whose drift changes alike share a sentence. */
function driftHtml({ drift }: Review, options: ReviewOptions): string[] {
  if (drift.length === 0) return [];
  const groups = new Map<string, DriftEffect[]>();
  for (const effect of drift) {
    const { portal: _portal, ...rest } = effect;
    const key = JSON.stringify(rest);
    const known = groups.get(key);
    if (known) known.push(effect);
    else groups.set(key, [effect]);
  }
  const items = [...groups.values()].flatMap((group) => effectHtml(group, options));
  const more = items.slice(mostEffects);
  return [
    '<ul class="effects">',
    ...items.slice(0, mostEffects),
    '</ul>',
    ...(more.length === 0
      ? []
      : [
          `<details><summary>${htmlText(reviewTexts(options).portals(more.length))}</summary>`,
          ...['<ul class="effects">', ...more, '</ul>', '</details>'],
        ]),
  ];
}

function effectHtml(group: readonly DriftEffect[], options: ReviewOptions): string[] {
  const [first, ...others] = group;
  if (!first || group.length <= fewAlike)
    return group.map((effect) => `<li>${htmlText(effectSentence(effect, options.language))}</li>`);
  const portal = driftMessages[options.language].alike(first.portal, others.length);
  const said = htmlText(effectSentence({ ...first, portal }, options.language));
  const names = htmlText(group.map((effect) => effect.portal).join(', '));
  return [`<li><details class="names"><summary>${said}</summary><p>${names}</p></details></li>`];
}
