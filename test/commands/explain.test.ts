/** Every rule that some command names is explained, in both languages; a misspelt one is answered with the nearest. */
import { expect, test } from 'vitest';
import { ruleIds } from '../../src/model/change.ts';
import { reviewRules } from '../../src/model/review.ts';
import { Office } from './office.ts';

test.each(['en', 'fr'])('every rule has a title and an explanation of its own, in %s', async (language) => {
  const office = new Office();
  const { output = '' } = await office.call(['explain', '--json', '--lang', language]);
  const { rules } = JSON.parse(output) as { rules: { rule: string; title: string; explanation: string }[] };
  expect(rules.map(({ rule }) => rule)).toEqual([...ruleIds, ...reviewRules]);
  expect(new Set(rules.map(({ title }) => title)).size).toBe(rules.length);
  expect(new Set(rules.map(({ explanation }) => explanation)).size).toBe(rules.length);
  for (const rule of reviewRules) {
    const told = await office.call(['explain', rule, '--lang', language]);
    expect(told).toMatchObject({ status: 0, output: expect.stringContaining(rule) });
  }
  office.remove();
});

test('a misspelt rule of the review is answered with the nearest', async () => {
  const office = new Office();
  const { status, messages } = await office.call(['explain', 'capture-alterd', '--lang', 'en']);
  expect([status, messages]).toEqual([2, expect.stringContaining('capture-altered')]);
  office.remove();
});
