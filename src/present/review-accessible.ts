/** The text output of `review` for a voice: the verdict first, then every finding in complete sentences, class first. */
import { diffMessages } from '../messages/diff.ts';
import { driftMessages } from '../messages/drift.ts';
import { changeClasses } from '../model/charter.ts';
import type { Review, ReviewFinding } from '../model/review.ts';
import { breakLogCommands } from '../text/log-commands.ts';
import { sanitise } from '../text/sanitise.ts';
import { describeChange } from './change-sentence.ts';
import { reasonsOf, type Sheet, sheetOf } from './diff-parts.ts';
import { readableText } from './excerpt.ts';
import {
  decisionSentences,
  effectSentence,
  findingSentence,
  isMerged,
  markSentences,
  partsOfReview,
  placeName,
  type ReviewOptions,
  requestSentence,
  reviewSteps,
  reviewTexts,
  touchedSentence,
} from './review-view.ts';
import { findSections, type SectionFinder } from './section-finder.ts';

export function renderReviewAccessible(review: Review, given: ReviewOptions): string {
  const options: ReviewOptions = { ...given, width: undefined, color: false };
  return sentencesOf(review, options)
    .map((line) => `${breakLogCommands(sanitise(line.replace(/\s*\n\s*/g, ' ')))}\n`)
    .join('');
}

function sentencesOf(review: Review, options: ReviewOptions): string[] {
  const texts = reviewTexts(options);
  const { accessible } = driftMessages[options.language];
  const { language } = options;
  const parts = partsOfReview(review, options.all);
  const { verdict, policy } = review;
  const reasons = verdict.reasons.map(({ why, count }) => texts.reason(why, count));
  const ended = (text: string): string => accessible.ended(accessible.capital(text));
  const { count } = diffMessages[language];
  const levels = [...changeClasses].reverse().filter((level) => review.summary[level] > 0);
  const folded = changeClasses.filter((level) => parts.folded[level] > 0);
  const request = ended(requestSentence(review, options));
  if (isMerged(review)) return [request, ended(texts.mergedNext)];
  return [
    request,
    ended(texts.result([texts.verdict[verdict.outcome], ...reasons].join(', '))),
    ended(texts.gate(policy.policy.failOn, policy.source)),
    ...(review.request === 'none'
      ? [texts.nothing]
      : [
          ended(
            [
              touchedSentence(review, options),
              ...levels.map((level) => count(level, review.summary[level])),
            ].join(', '),
          ),
        ]),
    ...markSentences(review, options).map(ended),
    ...decided(review, options),
    ...findings([...parts.failing, ...parts.warnings, ...parts.others], review, options),
    ...(folded.length === 0
      ? []
      : [accessible.folded(folded.map((level) => count(level, parts.folded[level])))]),
    ...(parts.older === 0 ? [] : [ended(texts.older(parts.older))]),
    ...review.drift.map((effect) => accessible.ended(effectSentence(effect, language))),
    ...reviewSteps(review, language).map(({ who, what }) =>
      driftMessages[language].notice(accessible.capital(who), what),
    ),
  ];
}

function decided({ decisions }: Review, options: ReviewOptions): string[] {
  const texts = reviewTexts(options);
  const { accessible, notice } = driftMessages[options.language];
  if (decisions.length === 0) return [];
  return [
    accessible.sentence(texts.headings.decisions),
    ...decisions.map((one) => {
      const said = [
        ...(one.what === 'made' ? [] : [texts.decision[one.what]]),
        ...decisionSentences(one, options.language),
      ].join(', ');
      return [
        ...(one.viewed ? [accessible.ended(accessible.capital(texts.marks.viewed))] : []),
        accessible.ended(notice(one.portal, said)),
        texts.accessible.reference(one.decision.reference.slice(0, 6)),
      ].join(' ');
    }),
  ];
}

function findings(listed: readonly ReviewFinding[], review: Review, options: ReviewOptions): string[] {
  const texts = reviewTexts(options);
  const { accessible } = driftMessages[options.language];
  const tags = diffMessages[options.language].tag;
  const tell = createTeller(review, options);
  return listed.map((finding, index) => {
    const { class: level, severity, ruling, reference, charter, place } = finding;
    const told = ruling === undefined ? '' : texts.ruling[ruling];
    return [
      texts.accessible.finding(
        index + 1,
        listed.length,
        level === undefined ? texts.severity[severity] : tags[level],
      ),
      ...(finding.viewed ? [accessible.ended(accessible.capital(texts.marks.viewed))] : []),
      ...(charter === undefined ? [] : [accessible.sentence(charter)]),
      ...tell(finding),
      ...(told === '' ? [] : [texts.accessible.ruling(told)]),
      ...(finding.fails ? [texts.accessible.place(place.file, place.line)] : []),
      ...(reference === undefined ? [] : [texts.accessible.reference(reference)]),
    ].join(' ');
  });
}

/** What a finding says, in complete sentences without marks. */
export type Teller = (finding: ReviewFinding) => string[];

/** Each charter is looked up once, however many findings it has. */
export function createTeller({ charters }: Review, options: ReviewOptions): Teller {
  const sheets = new Map<string, TellerSheet>();
  for (const { charter, comparison } of charters)
    if (comparison && !sheets.has(charter))
      sheets.set(charter, {
        sheet: sheetOf(comparison, { ...options, context: 0, accessible: true }),
        finder: findSections(comparison.diff),
      });
  return (finding) => toldSentences(finding, sheets.get(finding.charter ?? ''), options);
}

interface TellerSheet {
  readonly sheet: Sheet;
  readonly finder: SectionFinder;
}

function toldSentences(
  finding: ReviewFinding,
  held: TellerSheet | undefined,
  options: ReviewOptions,
): string[] {
  const { accessible } = driftMessages[options.language];
  const sentence = findingSentence(finding, options.language);
  if (sentence !== undefined) return [accessible.ended(accessible.capital(sentence))];
  const { change } = finding;
  if (finding.kind === 'change' && change && held) {
    const reasons = reasonsOf(change, held.sheet);
    return [
      describeChange(change, held.sheet, held.finder),
      ...(reasons.length === 0 ? [] : [accessible.touches(reasons)]),
    ];
  }
  const texts = diffMessages[options.language].accessible;
  const place = placeName(finding, options.language);
  const sides = change?.kind === 'row-renamed' ? [change.address.a?.row, change.address.b?.row] : undefined;
  const [before, after] = (sides ?? [finding.before, finding.after]).map((text) =>
    text === undefined ? undefined : readableText(text, { typography: false }),
  );
  const what =
    before === undefined
      ? (after ?? '')
      : after === undefined
        ? `${texts.removal} ${before}`
        : texts.becomes(before, after);
  const lead = sides || place.length === 0 ? '' : texts.place(place);
  return [accessible.ended(lead + what)];
}
