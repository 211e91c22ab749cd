/** `charter explain`: the rules that decide how much a change matters, in words. */
import { diffMessages } from '../messages/diff.ts';
import { type RuleMessage, ruleMessages } from '../messages/rules.ts';
import { type RuleId, ruleIds } from '../model/change.ts';
import { Failure } from '../model/failure.ts';
import { padEnd } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';
import type { Context, Outcome } from './context.ts';
import { renderJson } from './json.ts';
import { nearestNames } from './nearest.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const widestText = 88;

export function runExplain(context: Context): Outcome {
  const [wanted] = context.arguments;
  const rules = wanted === undefined ? ruleIds : [findRule(wanted)];
  if (context.format === 'json') return { status: 0, output: renderRulesJson(rules, context) };
  const output =
    wanted === undefined ? renderRuleList(context) : rules.map((rule) => renderRule(rule, context)).join('');
  return { status: 0, output, pages: true };
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

function renderRulesJson(rules: readonly RuleId[], { language }: Context): string {
  const messages = ruleMessages[language];
  return renderJson('explain', { language, rules: rules.map((rule) => ({ rule, ...messages[rule] })) });
}

function renderRuleList({ language, width, accessible }: Context): string {
  const messages = ruleMessages[language];
  const room = Math.max(...ruleIds.map((rule) => rule.length));
  const lines = ruleIds.flatMap((rule) => {
    const text = `${messages[rule].title} (${classNames(messages[rule], language)})`;
    if (accessible) return [`${rule}: ${text}`];
    const [first = '', ...more] = wrapText(text, Math.max(width - room - 2, 20));
    return [`${padEnd(rule, room)}  ${first}`, ...more.map((line) => `${' '.repeat(room + 2)}${line}`)];
  });
  return `${lines.join('\n')}\n`;
}

function renderRule(rule: RuleId, { language, width, accessible }: Context): string {
  const message = ruleMessages[language][rule];
  const wrap = (text: string): string[] =>
    accessible ? [text] : wrapText(text, Math.min(width, widestText));
  const lines = [
    ...wrap(`${rule} · ${message.title} (${classNames(message, language)})`),
    '',
    ...wrap(message.explanation),
    ...(message.sources.length === 0 ? [] : ['', ...message.sources.flatMap((source) => wrap(source))]),
  ];
  return `${lines.join('\n')}\n`;
}

function classNames({ classes }: RuleMessage, language: Context['language']): string {
  return classes.map((name) => diffMessages[language].tag[name]).join(', ');
}
