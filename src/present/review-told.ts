/** One finding in plain words, for outputs that show it beside its line: a short title, and what differs. */
import { diffMessages } from '../messages/diff.ts';
import { reviewOutputMessages } from '../messages/review-outputs.ts';
import { shellWord } from '../messages/shell-word.ts';
import type { Language } from '../model/language.ts';
import type { Review, ReviewFinding } from '../model/review.ts';
import { breakLogCommands } from '../text/log-commands.ts';
import { sanitise } from '../text/sanitise.ts';
import { cutLine } from './line-cut.ts';
import { bodyOf, type Desk, whyOf } from './review-findings.ts';
import { partsOfReview, type ReviewOptions, reviewTexts } from './review-view.ts';
import type { Line } from './style.ts';

/** What one finding says is cut after so many display cells. */
const longestTold = 480;

/** Words between marks, no line breaks; parts are looked up once. */
export function plainDesk(review: Review, { language, all }: ReviewOptions): Desk {
  return { review, options: { language, all, width: undefined, color: false }, sheets: new Map() };
}

/** What is told one by one: the most dangerous first; what is folded elsewhere only where all is wanted. */
export function shownFindings({ review, options }: Desk): readonly ReviewFinding[] {
  const { failing, warnings, others } = partsOfReview(review, options.all);
  return options.all ? review.findings : [...failing, ...warnings, ...others];
}

/** A finding, and the charters of which just the same is to be told; its place is that of the first. */
export interface Alike {
  readonly finding: ReviewFinding;
  readonly names: readonly string[];
}

/** Each difference once, in the order of the first of its kind. */
export function alikeFindings(findings: readonly ReviewFinding[]): Alike[] {
  const found = new Map<string, { readonly finding: ReviewFinding; readonly names: string[] }>();
  for (const finding of findings) {
    const { change, charter, kind, rule, ruling, values, problem, id } = finding;
    const what = change?.fingerprint ?? JSON.stringify(values ?? problem?.values);
    const key = charter === undefined ? id : [kind, rule, ruling, finding.reference, what].join('\n');
    const known = found.get(key);
    if (known) known.names.push(charter ?? '');
    else found.set(key, { finding, names: charter === undefined ? [] : [charter] });
  }
  return [...found.values()];
}

/** `durée · de fond · sans motif`; of what compares no texts how much it counts. */
export function titleOf(finding: ReviewFinding, desk: Desk): string {
  const { severity, class: level, ruling } = finding;
  const texts = reviewTexts(desk.options);
  if (!isOfWords(finding)) return texts.severity[severity];
  const told = ruling === undefined ? '' : texts.ruling[ruling];
  const { tag } = diffMessages[desk.options.language];
  const why = whyOf(finding, desk).join(', ');
  return [why, level === undefined ? '' : tag[level], told].filter((part) => part !== '').join(' · ');
}

/** The title of a rule of the review, or of a code of `lint`. */
export function fileRuleTitle(rule: string, language: Language): string {
  const { rules, lint } = reviewOutputMessages[language];
  const own = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
  return own ?? lint.title;
}

/** Charters, the place and the words on one line, gone ones in `[-…-]`, new ones in `{+…+}`. */
export function sentenceOf(finding: ReviewFinding, desk: Desk, charters = finding.charter): string {
  const text = flatBody(finding, desk, longestTold)
    .map((part) => part.text)
    .join('')
    .trim();
  const { accessible } = diffMessages[desk.options.language];
  const lead = charters === undefined ? '' : accessible.place([charters]);
  return breakLogCommands(sanitise(lead + text));
}

/** Whether it is about words, of which a class and a ruling are told. */
export function isOfWords({ kind }: ReviewFinding): boolean {
  return kind === 'change' || kind === 'drift';
}

/** What the author can do about it; `many`: in every portal at once. */
export function reasonCommand({ ruling, reference }: ReviewFinding, many = false): string | undefined {
  if (ruling !== 'unexplained' || reference === undefined) return undefined;
  return `charter accept ${reference} --reason "…"${many ? " --portals '*'" : ''}`;
}

/** What shows all that is left out. */
export function wholeCommand({ base, head }: Review): string {
  if (head.commit === undefined) return 'charter review --staged --all';
  const range = head.revision === 'HEAD' ? base.revision : `${base.revision}..${head.revision}`;
  return `charter review ${shellWord(range)} --all`;
}

/** The words of a finding on one line, cut so that what changed is still there. */
export function flatBody(finding: ReviewFinding, desk: Desk, longest: number): Line {
  const { body } = bodyOf(finding, desk);
  return cutLine(
    body.map((part) => ({ ...part, text: part.text.replace(/\s*\n\s*/g, ' ') })),
    longest,
  );
}
