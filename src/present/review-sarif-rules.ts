/** The rules of a review as SARIF tells them: titles and help in the language of the file, and in the others beside it. */
import { reviewOutputMessages } from '../messages/review-outputs.ts';
import { ruleMessages } from '../messages/rules.ts';
import { type RuleId, ruleIds } from '../model/change.ts';
import { type Language, languages } from '../model/language.ts';
import { markdownText } from './markdown-text.ts';
import { fileRuleTitle } from './review-told.ts';

/** Ours, as the results name them. */
const name = 'charter';

export function driverOf(rules: readonly string[], language: Language): object {
  return { name, language, rules: rules.map((rule) => descriptorOf(rule, language)) };
}

/** The same rules in every other language. */
export function translationsOf(rules: readonly string[], language: Language): object[] {
  return languages
    .filter((other) => other !== language)
    .map((other) => ({
      name,
      language: other,
      contents: ['localizedData'],
      associatedComponent: { name },
      rules: rules.map((rule) => descriptorOf(rule, other)),
    }));
}

function descriptorOf(rule: string, language: Language): object {
  const { title, help } = toldOf(rule, language);
  return {
    id: rule,
    shortDescription: { text: title },
    fullDescription: { text: help[0] ?? title },
    help: { text: help.join('\n\n'), markdown: help.map(markdownText).join('\n\n') },
    properties: { tags: ['cookie-charter'] },
  };
}

interface Told {
  readonly title: string;
  readonly help: readonly string[];
}

function toldOf(rule: string, language: Language): Told {
  const texts = reviewOutputMessages[language];
  if (isRuleId(rule)) {
    const { title, explanation, sources } = ruleMessages[language][rule];
    const read = sources.length === 0 ? [] : [`${texts.sources} ${sources.join(' ; ')}`];
    return { title, help: [explanation, ...read, texts.explain(rule)] };
  }
  const title = fileRuleTitle(rule, language);
  return Object.hasOwn(texts.rules, rule)
    ? { title, help: [title] }
    : { title: `${title} (${rule})`, help: [texts.lint.help] };
}

function isRuleId(rule: string): rule is RuleId {
  return ruleIds.some((id) => id === rule);
}
