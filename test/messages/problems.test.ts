import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeProblem, problemSentences } from '../../src/messages/problems.ts';
import { languages } from '../../src/model/language.ts';

const codes = Object.keys(problemSentences.en);
const values = new Proxy({}, { get: () => '\u2042' });

describe('the sentences of problems', () => {
  it('exist for the same codes in both languages', () => {
    expect(Object.keys(problemSentences.fr).sort()).toEqual([...codes].sort());
  });

  it.each(languages.flatMap((language) => codes.map((code) => [language, code] as const)))(
    '%s %s says what happened, then what to do',
    (language, code) => {
      for (const given of [values, { suggestion: 'x' }]) {
        const sentence = describeProblem({ code, severity: 'error', path: [], values: given }, language);
        expect(sentence).toMatch(/^[\p{Lu}"«{/0-9\u2042u].*[.?]$/u);
        expect(sentence.split(/[.?:,] /).length).toBeGreaterThan(1);
        if (language === 'fr') expect(sentence).not.toMatch(/ [:;?!»]|« |’/);
      }
    },
  );

  it('are all used', () => {
    const folder = new URL('../../src/canonical/', import.meta.url);
    const source = readdirSync(folder)
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n');
    expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });

  it('leave the codes of others alone', () => {
    expect(describeProblem({ code: 'toString', severity: 'error', path: [], values: {} }, 'fr')).toBe(
      'toString',
    );
  });
});
