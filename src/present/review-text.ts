/** The text output of `review`: what the request is, whether it may be merged, the most dangerous first, the verdict last. */
import { diffMessages } from '../messages/diff.ts';
import { driftMessages } from '../messages/drift.ts';
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import type { DriftEffect, Review, ReviewedDecision } from '../model/review.ts';
import { displayWidth, padEnd } from '../text/width.ts';
import { frameOf, innerFrame, layTagged, type Sign, withGutter } from './layout.ts';
import { type Desk, findingLines, foldLine, headingLines } from './review-findings.ts';
import {
  decisionSentences,
  effectSentence,
  isMerged,
  markSentences,
  type NextStep,
  partsOfReview,
  type ReviewOptions,
  requestSentence,
  reviewSteps,
  reviewTexts,
  touchedSentence,
} from './review-view.ts';
import { type Line, paintLines, type Span, span } from './style.ts';

export function renderReviewText(review: Review, options: ReviewOptions): string {
  const desk: Desk = { review, options, sheets: new Map() };
  const parts = partsOfReview(review, options.all);
  const { headings } = reviewTexts(options);
  const lines = [
    ...headLines(desk),
    ...decisionLines(desk),
    ...findingLines(headings.failing, parts.failing, desk),
    ...findingLines(headings.warnings, parts.warnings, desk),
    ...findingLines(headings.others, parts.others, desk),
    ...foldLines(parts, desk),
    ...driftLines(desk),
    ...endLines(desk),
  ];
  return paintLines(lines, options.color);
}

/** What the request is, the verdict with its reasons, and how much changes. */
function headLines(desk: Desk): Line[] {
  const { review, options } = desk;
  const texts = reviewTexts(options);
  const frame = frameOf(options.width);
  const states = `${review.base.revision} ← ${review.head.revision}`;
  const said = requestSentence(review, options);
  const first = layTagged([span(said, 'strong')], [span(states, 'dim')], frame);
  if (isMerged(review)) return [...first, ...layTagged([span(texts.mergedNext)], undefined, frame)];
  return [
    ...first,
    ...verdictLines(desk),
    ...(review.request === 'none'
      ? layTagged([span(texts.nothing, 'dim')], undefined, frame)
      : layTagged(countSpans(desk), undefined, frame)),
    ...markSentences(review, options).flatMap((text) => layTagged([span(text, 'dim')], undefined, frame)),
  ];
}

function verdictLines({ review: { verdict, policy }, options }: Desk): Line[] {
  const texts = reviewTexts(options);
  const reasons = verdict.reasons.map(({ why, count }) => texts.reason(why, count));
  const style = verdict.passes ? 'strong' : 'substantive';
  const said = [texts.verdict[verdict.outcome], ...(reasons.length === 0 ? [] : [reasons.join(', ')])];
  const frame = frameOf(options.width);
  const line = [span(texts.result(said.join(' · ')), style)];
  const gate = texts.gate(policy.policy.failOn, policy.source);
  return [...layTagged(line, undefined, frame), ...layTagged([span(gate, 'dim')], undefined, frame)];
}

function countSpans({ review, options }: Desk): Line {
  const { count } = diffMessages[options.language];
  const levels = [...changeClasses].reverse().filter((level) => review.summary[level] > 0);
  const parts: Span[] = [
    span(touchedSentence(review, options)),
    ...levels.map((level) => span(count(level, review.summary[level]), level)),
  ];
  return parts.flatMap((part, index): Span[] => {
    const whole = { ...part, whole: true as const };
    return index === 0 ? [whole] : [span(' · ', 'dim'), whole];
  });
}

/** Never folded: who agrees to a change in the request that makes it must be seen. */
function decisionLines(desk: Desk): Line[] {
  const { review, options } = desk;
  if (review.decisions.length === 0) return [];
  return [
    ...headingLines(reviewTexts(options).headings.decisions, options),
    ...review.decisions.flatMap((decision) => decisionEntry(decision, options)),
  ];
}

const decisionSigns: Readonly<Record<ReviewedDecision['what'], Sign>> = {
  made: 'added',
  altered: 'changed',
  removed: 'removed',
  lapsed: 'rest',
};

function decisionEntry(decided: ReviewedDecision, options: ReviewOptions): Line[] {
  const texts = reviewTexts(options);
  const { what, portal, decision } = decided;
  const head = [
    ...(decided.viewed ? [span(`${texts.marks.viewed} · `, 'dim')] : []),
    span(`${portal} · `),
    ...(what === 'made' ? [] : [span(texts.decision[what], 'strong'), span(' · ')]),
    span(decisionSentences(decided, options.language).join(' · ').replace(/\s+/g, ' ')),
  ];
  const tag: Line = [
    span(diffMessages[options.language].tag[decision.class], decision.class),
    span(`  ${decision.reference.slice(0, 6)}`, 'dim'),
  ];
  return withGutter(decisionSigns[what], layTagged(head, tag, innerFrame(frameOf(options.width))));
}

function foldLines(parts: ReturnType<typeof partsOfReview>, { options }: Desk): Line[] {
  const texts = reviewTexts(options);
  const { count } = diffMessages[options.language];
  const levels = changeClasses.filter((level: ChangeClass) => parts.folded[level] > 0);
  const told = levels.map((level) => count(level, parts.folded[level]));
  return [
    ...(told.length === 0 ? [] : [[], ...foldLine(texts.folded(told), options)]),
    ...(parts.older === 0 ? [] : foldLine(texts.older(parts.older), options)),
  ];
}

/** Portals whose drift is told one by one. */
const mostPortals = 12;

function driftLines({ review: { drift }, options }: Desk): Line[] {
  if (drift.length === 0) return [];
  const texts = reviewTexts(options);
  const frame = innerFrame(frameOf(options.width));
  const { told, more } = driftSentences(drift, options);
  return [
    ...headingLines(texts.headings.drift, options),
    ...told.flatMap((sentence) => withGutter('moved', layTagged([span(sentence)], undefined, frame))),
    ...(more === 0 ? [] : foldLine(texts.portals(more), options)),
  ];
}

/** Portals whose drift changes alike are told of once; `more` counts those that are not told of. */
export function driftSentences(
  drift: readonly DriftEffect[],
  options: ReviewOptions,
): { readonly told: readonly string[]; readonly more: number } {
  const alike = new Map<string, { readonly effect: DriftEffect; readonly names: string[] }>();
  for (const effect of drift) {
    const { portal, ...rest } = effect;
    const key = JSON.stringify([rest.template, rest.direction, rest.before, rest.after]);
    const known = options.all ? undefined : alike.get(key);
    if (known) known.names.push(portal);
    else alike.set(options.all ? portal : key, { effect, names: [portal] });
  }
  const groups = [...alike.values()];
  const listed = options.all ? groups : groups.slice(0, mostPortals);
  return {
    told: listed.map(({ effect, names }) =>
      effectSentence({ ...effect, portal: countedName(names, options) }, options.language),
    ),
    more: groups.slice(listed.length).reduce((sum, { names }) => sum + names.length, 0),
  };
}

function countedName([first = '', ...others]: readonly string[], { language }: ReviewOptions): string {
  return others.length === 0 ? first : driftMessages[language].alike(first, others.length);
}

/** What can be done, and the verdict once more, where a long output ends. */
function endLines(desk: Desk): Line[] {
  const { review, options } = desk;
  if (review.findings.length + review.decisions.length === 0) return [];
  const steps = reviewSteps(review, options.language);
  const texts = reviewTexts(options);
  const frame = frameOf(options.width);
  const room = Math.max(0, ...steps.map(({ who }) => displayWidth(who)));
  return [
    [],
    ...steps.flatMap(({ who, what }, index) =>
      stepLines({ who: steps[index - 1]?.who === who ? '' : who, what }, room, options),
    ),
    ...layTagged(
      [
        span(
          texts.result(texts.verdict[review.verdict.outcome]),
          review.verdict.passes ? 'strong' : 'substantive',
        ),
      ],
      undefined,
      frame,
    ),
  ];
}

/** Who stands before the first line, and its room before the others. */
function stepLines({ who, what }: NextStep, room: number, { width }: ReviewOptions): Line[] {
  const frame = frameOf(width);
  const inner = { width: frame.width === undefined ? undefined : frame.width - room - 2 };
  return layTagged([span(what)], undefined, inner).map((line, index) => [
    span(`${padEnd(index === 0 ? who : '', room)}  `, 'dim'),
    ...line,
  ]);
}
