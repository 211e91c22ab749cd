/**
 * The output of `review` for a step of GitHub Actions: annotations as workflow commands, the most dangerous first and
 * no more than a step may have, then what the request is and the verdict as plain lines of its log.
 */
import { reviewOutputMessages } from '../messages/review-outputs.ts';
import type { Review, ReviewFinding } from '../model/review.ts';
import { sanitise } from '../text/sanitise.ts';
import { type Desk, namesOf } from './review-findings.ts';
import {
  type Alike,
  alikeFindings,
  fileRuleTitle,
  isOfWords,
  plainDesk,
  reasonCommand,
  sentenceOf,
  shownFindings,
  titleOf,
  wholeCommand,
} from './review-told.ts';
import { isMerged, type ReviewOptions, requestSentence, reviewTexts } from './review-view.ts';

/** GitHub shows so many of each kind for one step, and drops the others without a word. */
const mostOfKind = 10;

const kinds = ['error', 'warning', 'notice'] as const;
type Kind = (typeof kinds)[number];

export function renderReviewGithub(review: Review, options: ReviewOptions): string {
  const desk = plainDesk(review, options);
  const findings = shownFindings(desk);
  const annotations = kinds.flatMap((kind) =>
    annotationsOf(
      kind,
      findings.filter((finding) => kindOf(finding) === kind),
      desk,
    ),
  );
  return [...annotations, ...closing(desk)].map((line) => `${line}\n`).join('');
}

function kindOf({ fails, severity }: ReviewFinding): Kind {
  if (fails) return 'error';
  return severity === 'note' ? 'notice' : 'warning';
}

/** The last one tells how many more there are. */
function annotationsOf(kind: Kind, findings: readonly ReviewFinding[], desk: Desk): string[] {
  const told = alikeFindings(findings);
  const shown = told.length > mostOfKind ? told.slice(0, mostOfKind - 1) : told;
  const more = told.slice(shown.length).reduce((sum, { names }) => sum + Math.max(1, names.length), 0);
  const { left } = reviewOutputMessages[desk.options.language];
  return [
    ...shown.map((one) => annotationOf(kind, one, desk)),
    ...(more === 0 ? [] : [command(kind, {}, left(more, wholeCommand(desk.review)))]),
  ];
}

function annotationOf(kind: Kind, { finding, names }: Alike, desk: Desk): string {
  const { options } = desk;
  const { rule, place } = finding;
  const { file, line, column } = place;
  const next = reasonCommand(finding, names.length > 1);
  const title = isOfWords(finding) ? titleOf(finding, desk) : fileRuleTitle(rule, options.language);
  const charters = names.length === 0 ? undefined : namesOf(names, options);
  return command(
    kind,
    { file, line, ...(line === undefined ? {} : { col: column }), title: `${title} (${rule})` },
    [sentenceOf(finding, desk, charters), ...(next === undefined ? [] : [next])].join('\n'),
  );
}

/** `::error file=a.yaml,line=3::what is said`; nothing in it can end it or begin another. */
function command(
  kind: Kind,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::${[kind, given.join(',')].join(' ').trim()}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return sanitise(text, { keepLines: true })
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function closing({ review, options }: Desk): string[] {
  const texts = reviewTexts(options);
  const { verdict } = review;
  const request = requestSentence(review, options);
  if (isMerged(review)) return [request, texts.mergedNext];
  const reasons = verdict.reasons.map(({ why, count }) => texts.reason(why, count)).join(', ');
  const said = [texts.verdict[verdict.outcome], ...(reasons === '' ? [] : [reasons])].join(' · ');
  return [request, texts.result(said)];
}
