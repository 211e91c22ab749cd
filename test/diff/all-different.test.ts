import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotedTexts } from '../../src/diff/all-different.ts';

function allDifferent(texts: readonly string[]): boolean {
  const noted = new NotedTexts(texts.length);
  for (const text of texts) noted.note(text);
  return noted.areAllDifferent((index) => texts[index] ?? '');
}

describe('all texts are different', () => {
  it.each([
    ['no text at all', [], true],
    ['one', ['a'], true],
    ['two alike', ['a', 'a'], false],
    ['empty ones', ['', ''], false],
    ['the same end after another middle', ['a_xx_12345678', 'a_yy_12345678'], true],
  ])('%s', (_, texts, different) => {
    expect(allDifferent(texts)).toBe(different);
  });

  it('is what a set tells', () => {
    const names = fc.array(
      fc.oneof(
        fc.string({ unit: fc.constantFrom('a', 'b', '_'), maxLength: 12 }),
        fc.integer({ min: 0, max: 500 }).map((number) => `_cookie_${number}`),
      ),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(names, (texts) => {
        expect(allDifferent(texts)).toBe(new Set(texts).size === texts.length);
      }),
    );
  });
});
