/** The rules that decide a class, told: one in full, or all in a list by class. */
import { diffMessages } from '../messages/diff.ts';
import { explainMessages } from '../messages/explain.ts';
import { reviewOutputMessages } from '../messages/review-outputs.ts';
import { reviewRuleMessages } from '../messages/review-rules.ts';
import { ruleMessages } from '../messages/rules.ts';
import { type RuleId, ruleIds } from '../model/change.ts';
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import type { Language } from '../model/language.ts';
import { type ReviewRule, reviewRules } from '../model/review.ts';
import { displayWidth } from '../text/width.ts';
import { frameOf, layTagged } from './layout.ts';
import { type Line, paintLines, span } from './style.ts';

export interface ExplainOptions {
  readonly language: Language;
  readonly width: number | undefined;
  readonly color: boolean;
}

const widestColumn = 24;

/** Title, class, explanation, where the law is; every line fits the width. */
export function renderRule(id: RuleId, options: ExplainOptions): string {
  const rule = ruleMessages[options.language][id];
  const messages = explainMessages[options.language];
  const { tag } = diffMessages[options.language];
  const frame = frameOf(options.width);
  const lay = (text: string): Line[] => layTagged([span(text)], undefined, frame);
  const classes = messages.gives(rule.classes.map((level) => tag[level]).join(messages.or));
  const sources = rule.sources.flatMap((source) =>
    indent(layTagged([span(source)], undefined, narrower(frame.width, 2)), 2),
  );
  return paintLines(
    [
      ...layTagged([span(rule.title, 'strong'), span(`  ${id}`, 'dim')], undefined, frame),
      ...layTagged([span(classes, strongest(rule.classes))], undefined, frame),
      [],
      ...lay(rule.explanation),
      ...(sources.length > 0
        ? [[], ...lay(messages.sources), ...sources, [], ...lay(messages.notAdvice)]
        : []),
    ],
    options.color,
  );
}

/** Title, what it is a rule of, explanation. */
export function renderReviewRule(id: ReviewRule, options: ExplainOptions): string {
  const { of, explanations } = reviewRuleMessages[options.language];
  const frame = frameOf(options.width);
  const lay = (text: string): Line[] => layTagged([span(text)], undefined, frame);
  const head = [span(reviewTitle(id, options.language), 'strong'), span(`  ${id}`, 'dim')];
  const lines = [...layTagged(head, undefined, frame), ...lay(of), [], ...lay(explanations[id])];
  return paintLines(lines, options.color);
}

function reviewTitle(id: ReviewRule, language: Language): string {
  return reviewOutputMessages[language].rules[id] ?? id;
}

/** Every rule's id and title, strongest class first; a rule of several classes stands under its strongest. */
export function renderRules(options: ExplainOptions): string {
  const messages = explainMessages[options.language];
  const frame = frameOf(options.width);
  const groups = [...changeClasses].reverse().map((level): Line[] => {
    const own = ruleIds.filter((id) => strongest(ruleMessages[options.language][id].classes) === level);
    return [
      ...layTagged(
        [span(messages.heading[level], level === 'typographic' ? 'strong' : level)],
        undefined,
        frame,
      ),
      ...own.flatMap((id) => layRule(id, ruleMessages[options.language][id].title, options)),
      [],
    ];
  });
  const ofReview = [
    ...layTagged([span(reviewRuleMessages[options.language].heading, 'strong')], undefined, frame),
    ...reviewRules.flatMap((id) => layRule(id, reviewTitle(id, options.language), options)),
    [],
  ];
  return paintLines(
    [...groups.flat(), ...ofReview, ...layTagged([span(messages.more, 'dim')], undefined, frame)],
    options.color,
  );
}

/** Rules as data, for programs: English keys, texts in the reader's language; those of the review have no classes. */
export function renderRulesJson(language: Language, only?: RuleId | ReviewRule): string {
  const ofChanges = ruleIds.map((id) => ({ rule: id, ...ruleMessages[language][id] }));
  const { explanations } = reviewRuleMessages[language];
  const ofReview = reviewRules.map((id) => ({
    rule: id,
    title: reviewTitle(id, language),
    explanation: explanations[id],
    classes: [],
    sources: [],
  }));
  const rules = [...ofChanges, ...ofReview].filter(({ rule }) => only === undefined || rule === only);
  return `${JSON.stringify({ schemaVersion: 1, command: 'explain', language, rules }, undefined, 2)}\n`;
}

function layRule(id: RuleId | ReviewRule, title: string, options: ExplainOptions): Line[] {
  const { width } = frameOf(options.width);
  const pad = ' '.repeat(Math.max(0, widestColumn - displayWidth(id)));
  if (width === undefined || width >= widestColumn + 4 + displayWidth(title))
    return [[span(`  ${id}${pad}`), span(`  ${title}`)]];
  return [[span(`  ${id}`)], ...indent(layTagged([span(title)], undefined, narrower(width, 6)), 6)];
}

function strongest(classes: readonly ChangeClass[]): ChangeClass {
  return changeClasses.findLast((level) => classes.includes(level)) ?? 'substantive';
}

function narrower(width: number | undefined, by: number): { readonly width: number | undefined } {
  return { width: width === undefined ? undefined : width - by };
}

function indent(lines: readonly Line[], by: number): Line[] {
  return lines.map((line) => [span(' '.repeat(by)), ...line]);
}
