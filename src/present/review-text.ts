/** The text output of `review`: what the request is, whether it may be merged, the most dangerous first, the verdict last. */
import { diffMessages } from '../messages/diff.ts';
import { historyMessages } from '../messages/history.ts';
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import type { Review, ReviewedDecision, ReviewFinding } from '../model/review.ts';
import { displayWidth, padEnd } from '../text/width.ts';
import { reasonsOf, type Sheet, sheetOf } from './diff-parts.ts';
import { excerptRuns, readableText } from './excerpt.ts';
import { frameOf, innerFrame, layTagged, type Sign, withGutter } from './layout.ts';
import { cutLine } from './line-cut.ts';
import { changeBody } from './log-change.ts';
import { escapeMarks, markRuns } from './marks.ts';
import {
  countTouched,
  decisionSentences,
  effectSentence,
  findingSentence,
  partsOfReview,
  placeName,
  type ReviewOptions,
  reviewSteps,
  reviewTexts,
} from './review-view.ts';
import { findSections, type SectionFinder } from './section-finder.ts';
import { type Line, paintLines, type Span, span } from './style.ts';

/** Findings of one part that are listed; `--all` lists every one. */
const mostFindings = 30;
/** What one finding says is cut after so many lines. */
const mostLines = 4;
/** Of an unchanged run only so many characters are kept. */
const longestRun = 48;

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

interface Desk {
  readonly review: Review;
  readonly options: ReviewOptions;
  readonly sheets: Map<string, CharterSheet | undefined>;
}

interface CharterSheet {
  readonly sheet: Sheet;
  readonly finder: SectionFinder;
}

function sheetFor(charter: string, { review, options, sheets }: Desk): CharterSheet | undefined {
  if (sheets.has(charter)) return sheets.get(charter);
  const comparison = review.charters.find((one) => one.charter === charter)?.comparison;
  const { language, width, color, all } = options;
  const made = comparison && {
    sheet: sheetOf(comparison, { language, width, color, all, context: 0 }),
    finder: findSections(comparison.diff),
  };
  sheets.set(charter, made);
  return made;
}

/** What the request is, the verdict with its reasons, and how much changes. */
function headLines(desk: Desk): Line[] {
  const { review, options } = desk;
  const texts = reviewTexts(options);
  const frame = frameOf(options.width);
  const states = `${review.base.revision} ← ${review.head.revision}`;
  const first = layTagged(
    [span(texts.request(review.request, review.observed), 'strong')],
    [span(states, 'dim')],
    frame,
  );
  return [
    ...first,
    ...verdictLines(desk),
    ...(review.request === 'none'
      ? layTagged([span(texts.nothing, 'dim')], undefined, frame)
      : layTagged(countSpans(desk), undefined, frame)),
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
    span(reviewTexts(options).charters(countTouched(review))),
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
    span(`${portal} · `),
    span(texts.decision[what], decided.counts && what !== 'lapsed' ? undefined : 'strong'),
    span(' · '),
    span(decisionSentences(decided, options.language).join(' · ').replace(/\s+/g, ' ')),
  ];
  const tag: Line = [
    span(diffMessages[options.language].tag[decision.class], decision.class),
    span(`  ${decision.reference.slice(0, 6)}`, 'dim'),
  ];
  return withGutter(decisionSigns[what], layTagged(head, tag, innerFrame(frameOf(options.width))));
}

function headingLines(text: string, { width }: ReviewOptions): Line[] {
  return [[], ...layTagged([span(text, 'strong')], undefined, frameOf(width))];
}

/** By charter, the one with the most dangerous finding first. */
function findingLines(heading: string, findings: readonly ReviewFinding[], desk: Desk): Line[] {
  if (findings.length === 0) return [];
  const { options } = desk;
  const listed = options.all ? findings : findings.slice(0, mostFindings);
  const groups = new Map<string, ReviewFinding[]>();
  for (const finding of listed) {
    const charter = finding.charter ?? '';
    const group = groups.get(charter);
    if (group) group.push(finding);
    else groups.set(charter, [finding]);
  }
  const more = findings.length - listed.length;
  return [
    ...headingLines(heading, options),
    ...[...groups].flatMap(([charter, group]) => [
      ...(charter === '' ? [] : layTagged([span(charter)], undefined, frameOf(options.width))),
      ...group.flatMap((finding) => findingEntry(finding, desk)),
    ]),
    ...(more === 0 ? [] : foldLine(reviewTexts(options).more(more), options)),
  ];
}

function findingEntry(finding: ReviewFinding, desk: Desk): Line[] {
  const { options } = desk;
  const { sign, body } = bodyOf(finding, desk);
  const frame = innerFrame(frameOf(options.width));
  const flat = body.map((part) => ({ ...part, text: part.text.replace(/\s*\n\s*/g, ' ') }));
  const most = options.all || frame.width === undefined ? undefined : frame.width * mostLines;
  const told = most === undefined ? flat : cutLine(flat, most);
  const lines = withGutter(sign, layTagged(told, tagOf(finding, desk), frame));
  if (!finding.fails && finding.kind !== 'problem') return lines;
  const { file, line } = finding.place;
  const where = line === undefined ? file : `${file}:${line}`;
  const rule = finding.kind === 'problem' ? '' : `  ${finding.rule}`;
  return [...lines, ...withGutter(undefined, [[span(`${where}${rule}`, 'dim')]])];
}

function tagOf(
  { class: level, ruling, severity, reference, isProtected, kind, change, charter }: ReviewFinding,
  desk: Desk,
): Line {
  const texts = reviewTexts(desk.options);
  if (kind === 'problem' || kind === 'file')
    return [span(texts.severity[severity], severity === 'error' ? 'substantive' : 'dim')];
  const sheet = sheetFor(charter ?? '', desk)?.sheet;
  const why = [
    ...(change && sheet ? reasonsOf(change, sheet).slice(0, 2) : []),
    ...(isProtected ? [texts.isProtected] : []),
  ];
  const told = ruling === undefined ? '' : texts.ruling[ruling];
  return [
    ...(why.length === 0 ? [] : [span(`${why.join(', ')} · `, 'dim')]),
    ...(level === undefined ? [] : [span(diffMessages[desk.options.language].tag[level], level)]),
    ...(told === '' ? [] : [span(` · ${told}`)]),
    ...(reference === undefined ? [] : [span(`  ${reference}`, 'dim')]),
  ];
}

interface Body {
  readonly sign: Sign;
  readonly body: Line;
}

function bodyOf(finding: ReviewFinding, desk: Desk): Body {
  const { options } = desk;
  const sentence = findingSentence(finding, options.language);
  if (sentence !== undefined) return { sign: fileSign(finding), body: [span(sentence)] };
  const { change, kind, charter } = finding;
  const held = kind === 'change' ? sheetFor(charter ?? '', desk) : undefined;
  if (change && held) return changeBody(change, { ...held, words: historyMessages[options.language] });
  return driftBody(finding, desk);
}

const fileSigns: Readonly<Record<string, Sign>> = {
  'charter-added': 'added',
  'charter-removed': 'removed',
  'charter-renamed': 'moved',
};

function fileSign({ rule, kind }: ReviewFinding): Sign {
  return (kind === 'file' ? fileSigns[rule] : undefined) ?? 'changed';
}

/** A difference from the template, of which the template's own text is not at hand. */
function driftBody(finding: ReviewFinding, { options }: Desk): Body {
  const { change, before, after } = finding;
  const typography = finding.class === 'typographic';
  const runs = change ? excerptRuns(change, { selection: { typography }, longest: longestRun }) : [];
  const whole = readableText(after ?? before ?? '', { typography: false });
  const sign: Sign = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const place = placeName(finding, options.language).join(', ');
  const lead =
    place === ''
      ? []
      : [
          span(
            `${options.color ? place : escapeMarks(place)}${diffMessages[options.language].accessible.place([''])}`,
          ),
        ];
  const text =
    runs.length > 0 ? markRuns(runs, options.color) : [span(options.color ? whole : escapeMarks(whole))];
  return { sign, body: [...lead, ...text] };
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

function foldLine(text: string, { width }: ReviewOptions): Line[] {
  return withGutter(
    'rest',
    layTagged([span(text, 'dim')], [span('--all', 'dim')], innerFrame(frameOf(width))),
  );
}

/** Portals whose drift is told one by one. */
const mostPortals = 12;

function driftLines({ review: { drift }, options }: Desk): Line[] {
  if (drift.length === 0) return [];
  const texts = reviewTexts(options);
  const listed = options.all ? drift : drift.slice(0, mostPortals);
  const frame = innerFrame(frameOf(options.width));
  const more = drift.length - listed.length;
  return [
    ...headingLines(texts.headings.drift, options),
    ...listed.flatMap((effect) =>
      withGutter('moved', layTagged([span(effectSentence(effect, options.language))], undefined, frame)),
    ),
    ...(more === 0 ? [] : foldLine(texts.portals(more), options)),
  ];
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
    ...steps.flatMap(({ who, what }) =>
      layTagged([span(`${padEnd(who, room)}  `, 'dim'), span(what)], undefined, frame),
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
