/** What the outputs of `review` are given, and what they all tell alike. */
import { diffMessages } from '../messages/diff.ts';
import { driftMessages } from '../messages/drift.ts';
import { problemSentence } from '../messages/problem-sentence.ts';
import { type ReviewMessages, reviewMessages } from '../messages/review.ts';
import { shellWord } from '../messages/shell-word.ts';
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import type { ClassCounts } from '../model/drift.ts';
import type { Language } from '../model/language.ts';
import type {
  DriftEffect,
  Review,
  ReviewedCharter,
  ReviewedDecision,
  ReviewFinding,
} from '../model/review.ts';
import { plainText } from '../text/inline.ts';

export interface ReviewOptions {
  readonly language: Language;
  /** Display cells of a line; absent where lines are not wrapped. */
  readonly width: number | undefined;
  readonly color: boolean;
  /** Fold nothing. */
  readonly all: boolean;
  /** Where only some of the findings and decisions are shown, as was asked: how many, and of how many. */
  readonly narrowed?: { readonly shown: number; readonly of: number };
}

export type ReviewRenderer = (review: Review, options: ReviewOptions) => string;

export function reviewTexts({ language }: Pick<ReviewOptions, 'language'>): ReviewMessages {
  return reviewMessages[language];
}

/** Whether all of the request is in the base already, so that there is nothing to give a verdict on. */
export function isMerged({ mergeBase, head, findings }: Review): boolean {
  return head.commit !== undefined && head.commit === mergeBase.commit && findings.length === 0;
}

/** What the request is. */
export function requestSentence(review: Review, options: Pick<ReviewOptions, 'language'>): string {
  const { request, merged } = reviewTexts(options);
  const { head, base } = review;
  return isMerged(review) ? merged(head.revision, base.revision) : request(review.request, review.observed);
}

/** How much of it the one who asks has viewed, where anything, and how much of it is shown, where not all. */
export function markSentences(
  { findings, decisions }: Review,
  { language, narrowed }: ReviewOptions,
): string[] {
  const { marks } = reviewMessages[language];
  const all = [...findings, ...decisions];
  const viewed = all.filter((one) => one.viewed).length;
  return [
    ...(narrowed ? [marks.shown(narrowed.shown, narrowed.of)] : []),
    ...(viewed === 0 ? [] : [marks.count(viewed, all.length)]),
  ];
}

/** Findings as they are told: those that fail, those to look at, and what passes. */
export interface ReviewParts {
  readonly failing: readonly ReviewFinding[];
  readonly warnings: readonly ReviewFinding[];
  readonly others: readonly ReviewFinding[];
  /** Of what passes: typographic and the portal's own, by class, which are folded. */
  readonly folded: ClassCounts;
  /** Those that were there before, folded too. */
  readonly older: number;
}

const light: ReadonlySet<ChangeClass> = new Set<ChangeClass>(['variable', 'typographic']);

export function partsOfReview({ findings }: Review, all: boolean): ReviewParts {
  const failing = findings.filter(({ fails }) => fails);
  const rest = findings.filter(({ fails }) => !fails);
  const isOlder = ({ ruling }: ReviewFinding): boolean => ruling === 'existing';
  const warnings = rest.filter(({ severity }) => severity !== 'note');
  const passing = rest.filter((finding) => finding.severity === 'note' && !isOlder(finding));
  const isFolded = ({ class: level, kind }: ReviewFinding): boolean =>
    !all && kind === 'change' && level !== undefined && light.has(level);
  const folded = { variable: 0, typographic: 0, wording: 0, substantive: 0 };
  for (const finding of passing)
    if (isFolded(finding) && finding.class !== undefined) folded[finding.class] += 1;
  const older = rest.filter(isOlder);
  return {
    failing,
    warnings,
    others: [...passing.filter((finding) => !isFolded(finding)), ...(all ? older : [])],
    folded,
    older: all ? 0 : older.length,
  };
}

/** What a finding that compares no texts says. */
export function findingSentence(finding: ReviewFinding, language: Language): string | undefined {
  const { kind, rule, problem, values = {} } = finding;
  if (kind === 'problem') return problem && problemSentence(problem, language);
  if (kind !== 'file') return undefined;
  const told = Object.entries(reviewMessages[language].file).find(([id]) => id === rule);
  return told?.[1](values);
}

/** Section, cookie and column, as the reader calls them. */
export function placeName({ place }: ReviewFinding, language: Language): string[] {
  const { section, cookie, field, table } = place;
  const head = field && (table === undefined ? fieldName(field, language) : columnName(field, language));
  const parts = cookie === undefined ? [] : [plainText(cookie)];
  if (table !== undefined) return [...parts, ...(head === undefined ? [] : [head])];
  if (section) {
    const { label } = section;
    const own = label && Object.hasOwn(label, language) ? label[language] : undefined;
    return [own ?? Object.values(label ?? {})[0] ?? plainText(section.id).replace(/\s+/g, ' ')];
  }
  return head === undefined ? [] : [head];
}

function fieldName({ key }: NonNullable<ReviewFinding['place']['field']>, language: Language): string {
  const known: Readonly<Record<string, string>> = diffMessages[language].fields;
  return (Object.hasOwn(known, key) ? known[key] : undefined) ?? key;
}

function columnName(field: NonNullable<ReviewFinding['place']['field']>, language: Language): string {
  return plainText(columnTitle(field, language));
}

/** A column's head as published, else the usual name of what it holds. */
export function columnTitle(
  { key, head }: NonNullable<ReviewFinding['place']['field']>,
  language: Language,
): string {
  const known: Readonly<Record<string, string>> = diffMessages[language].columns;
  return head ?? (Object.hasOwn(known, key) ? known[key] : undefined) ?? key;
}

/** How much drift there was and is: of wording and above, else of the class that tells the direction. */
export function effectSentence(effect: DriftEffect, language: Language): string {
  const { direction, portal, template, before, after } = effect;
  const weighty = (counts: ClassCounts): number => counts.wording + counts.substantive;
  const isTold = weighty(before) !== weighty(after) || direction === 'both';
  const level = changeClasses.findLast((one) => before[one] !== after[one]) ?? 'wording';
  const { count } = driftMessages[language];
  return reviewMessages[language].effect(direction, {
    portal,
    template,
    from: String(isTold ? weighty(before) : before[level]),
    to: isTold ? String(weighty(after)) : count(level, after[level]),
    isClean: changeClasses.every((one) => one === 'variable' || after[one] === 0),
  });
}

/** What was decided, and who brought it into the request. */
export function decisionSentences(decided: ReviewedDecision, language: Language): string[] {
  const texts = reviewMessages[language];
  const { what, decision, author, counts, why } = decided;
  const drift = driftMessages[language];
  const stale = why !== undefined && Object.hasOwn(drift.stale, why);
  const lapse =
    why === undefined
      ? []
      : [stale ? drift.stale[why as keyof typeof drift.stale] : drift.stateTag('lapsed', lapsedBy(decided))];
  return [
    drift.decided(decision),
    ...lapse,
    ...(author ? [texts.author(what, author.name, author.commit?.slice(0, 8))] : []),
    ...(counts ? [] : [texts.notCounted]),
  ];
}

function lapsedBy({
  decision,
  why,
}: ReviewedDecision): Parameters<(typeof driftMessages)['en']['stateTag']>[1] {
  const { until } = decision;
  const lapse = why === 'unmatched' || why === 'ambiguous' || why === 'superseded' ? undefined : why;
  return { ...(until === undefined ? {} : { until }), ...(lapse === undefined ? {} : { lapse }) };
}

export interface NextStep {
  readonly who: string;
  readonly what: string;
}

/** Whether the step is to be typed as it stands. */
export function isCommand({ what }: NextStep): boolean {
  return /^(?:charter|git) /.test(what);
}

/** References that one command is suggested for. */
const mostReferences = 4;

/** What can be done about what fails; a choice for the reviewer, a command for the author. */
export function reviewSteps(review: Review, language: Language): NextStep[] {
  const { next } = reviewMessages[language];
  const failing = review.findings.filter(({ fails }) => fails);
  const has = (ruling: ReviewFinding['ruling']): boolean => failing.some((one) => one.ruling === ruling);
  const unexplained = failing.filter(({ ruling }) => ruling === 'unexplained');
  const choice =
    unexplained.length === 0 ? [] : [isRecord(review, unexplained) ? next.record : next.proposal];
  const conflict = failing.some(({ rule }) => rule === 'merge-conflict');
  const decides = has('no-ledger') || failing.some(({ kind }) => kind === 'file' && !conflict);
  return [
    ...[...choice, ...(decides ? [next.noLedger] : []), ...(has('self-agreed') ? [next.selfAgreed] : [])].map(
      (what) => ({ who: next.reviewer, what }),
    ),
    ...(conflict ? [{ who: next.author, what: next.conflict(review.base.revision) }] : []),
    ...nameless(review, failing).map((what) => ({ who: next.author, what: next.follow(...what) })),
    ...acceptCommands(unexplained, review).map((what) => ({ who: next.author, what })),
  ];
}

/** Files of charters that fail for want of a template that they name, and the nearest one. */
function nameless(
  { findings }: Review,
  failing: readonly ReviewFinding[],
): (readonly [file: string, template: string])[] {
  const held = new Set(failing.flatMap(({ ruling, charter }) => (ruling === 'no-ledger' ? [charter] : [])));
  return findings
    .filter(({ rule, charter }) => rule === 'template-nearest' && held.has(charter))
    .slice(0, mostReferences)
    .map(({ place, values }) => [place.file, String(values?.['template'])] as const);
}

/** Whether every text that lacks a reason is shown published by its capture. */
function isRecord({ charters }: Review, findings: readonly ReviewFinding[]): boolean {
  const records = new Set(charters.filter(({ origin }) => origin === 'record').map(({ charter }) => charter));
  return findings.every(({ charter }) => records.has(charter ?? ''));
}

function acceptCommands(findings: readonly ReviewFinding[], { base, head }: Review): string[] {
  const portals = new Map<string, Set<string>>();
  for (const { reference, charter } of findings) {
    if (reference === undefined || charter === undefined) continue;
    portals.set(reference, (portals.get(reference) ?? new Set()).add(charter));
  }
  const references = [...portals.keys()].slice(0, mostReferences);
  if (references.length === 0) return [];
  if (portals.size > mostReferences && head.revision === 'HEAD')
    return [`charter accept --since ${shellWord(base.revision)} --reason "…"`];
  const shared = references.some((reference) => (portals.get(reference)?.size ?? 0) > 1);
  const more = portals.size > references.length ? ' …' : '';
  return [`charter accept ${references.join(' ')}${more} --reason "…"${shared ? " --portals '*'" : ''}`];
}

/** How many charters and templates the request changes. */
export function touchedSentence({ charters }: Review, options: Pick<ReviewOptions, 'language'>): string {
  const changed = charters.filter(({ status }: ReviewedCharter) => status !== 'same');
  const templates = changed.filter(({ kind }) => kind === 'template').length;
  return reviewTexts(options).touched(changed.length - templates, templates);
}
