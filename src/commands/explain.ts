/** `charter explain`: the rules that decide how much a change matters, in words. */
import { type RuleId, ruleIds } from '../model/change.ts';
import { Failure } from '../model/failure.ts';
import { renderRule, renderRules, renderRulesJson } from '../present/explain.ts';
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
  return {
    status: 0,
    output: rule === undefined ? renderRules(options) : renderRule(rule, options),
    pages: true,
  };
}

function findRule(wanted: string): RuleId {
  const rule = ruleIds.find((id) => id === wanted);
  if (rule === undefined)
    throw new Failure('unknown-rule', 2, {
      values: { rule: wanted },
      suggestions: nearestNames(wanted, ruleIds),
    });
  return rule;
}
