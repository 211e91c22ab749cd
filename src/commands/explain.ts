/** `charter explain`: the rules that decide how much a change matters, in words. */
import { type RuleId, ruleIds } from '../model/change.ts';
import { Failure } from '../model/failure.ts';
import { type ReviewRule, reviewRules } from '../model/review.ts';
import {
  type ExplainOptions,
  renderReviewRule,
  renderRule,
  renderRules,
  renderRulesJson,
} from '../present/explain.ts';
import { nearestNames } from '../text/nearest.ts';
import type { Context, Outcome } from './context.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const widestText = 100;

export function runExplain(context: Context): Outcome {
  const [wanted] = context.arguments;
  const rule = wanted === undefined ? undefined : findRule(wanted);
  const { language, color, accessible } = context;
  if (context.format === 'json') return { status: 0, output: renderRulesJson(language, rule) };
  const width = accessible ? undefined : Math.min(context.width, widestText);
  const options = { language, width, color };
  return { status: 0, output: render(rule, options), pages: true };
}

function render(rule: RuleId | ReviewRule | undefined, options: ExplainOptions): string {
  if (rule === undefined) return renderRules(options);
  return isReviewRule(rule) ? renderReviewRule(rule, options) : renderRule(rule, options);
}

function isReviewRule(rule: RuleId | ReviewRule): rule is ReviewRule {
  return reviewRules.some((id) => id === rule);
}

const known: readonly (RuleId | ReviewRule)[] = [...ruleIds, ...reviewRules];

function findRule(wanted: string): RuleId | ReviewRule {
  const rule = known.find((id) => id === wanted);
  if (rule === undefined)
    throw new Failure('unknown-rule', 2, {
      values: { rule: wanted },
      suggestions: nearestNames(wanted, known),
    });
  return rule;
}
