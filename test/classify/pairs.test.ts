import { describe, expect, test } from 'vitest';
import { judgeTexts } from './documents.ts';
import { englishPairs } from './pairs-english.ts';
import { frenchPairs } from './pairs-french.ts';
import { englishTraps, frenchTraps } from './pairs-traps.ts';

describe.each([
  ['fr', [...frenchPairs, ...frenchTraps]],
  ['en', [...englishPairs, ...englishTraps]],
] as const)('two sentences in %s come out with their class and rule', (language, pairs) => {
  test.each(pairs)('%s → %s', (a, b, verdict) => {
    expect(judgeTexts(a, b, language)).toEqual([verdict]);
  });
  test.each(pairs)('%s → %s, and back with the same class', (a, b, verdict) => {
    const [level] = verdict.split(' ');
    expect(judgeTexts(b, a, language).map((one) => one.split(' ')[0])).toEqual([level]);
  });
});
