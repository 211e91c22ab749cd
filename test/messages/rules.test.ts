import { describe, expect, test } from 'vitest';
import { ruleMessages } from '../../src/messages/rules.ts';
import { ruleIds } from '../../src/model/change.ts';
import { languages } from '../../src/model/language.ts';

describe.each(languages)('rules told in %s', (language) => {
  test.each(ruleIds)('%s has a title, an explanation of whole sentences and a class', (rule) => {
    const { title, explanation, classes } = ruleMessages[language][rule];
    expect(title).toMatch(/^\p{Lu}/u);
    expect(title).not.toMatch(/\.$/);
    expect(explanation).toMatch(/^\p{Lu}.*[.]$/u);
    expect(explanation.split(/(?<=[.])\s/).length).toBeLessThanOrEqual(4);
    expect(classes.length).toBeGreaterThan(0);
  });
});

test('French sentences set a no-break space before double marks and inside guillemets', () => {
  for (const { title, explanation } of Object.values(ruleMessages.fr)) {
    expect(`${title} ${explanation}`).not.toMatch(/ [:;?!»]|« /);
  }
});
