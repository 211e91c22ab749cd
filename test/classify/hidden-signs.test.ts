import { describe, expect, test } from 'vitest';
import { judgeTexts } from './documents.ts';

/** Code points that nobody sees, by the names that a failure prints. */
const signs = {
  zeroWidthSpace: '\u200b',
  wordJoiner: '\u2060',
  zeroWidthJoiner: '\u200d',
  byteOrderMark: '\ufeff',
  graphemeJoiner: '\u034f',
  rightToLeftMark: '\u200f',
} as const;

const deny = 'Ils ne requièrent pas votre accord.';
const last = 'Les cookies sont conservés 13 mois.';

describe.each(Object.entries(signs))('a %s that nobody sees', (_name, sign) => {
  test.each([
    [deny, 'pas', 'p', 'as', 'substantive negation-changed'],
    [last, '13', '1', '3', 'substantive duration-changed'],
    [last, 'mois', 'mo', 'is', 'substantive duration-changed'],
  ])('in the middle of what %s says by « %s » is no matter of form', (text, word, head, tail, verdict) => {
    const hidden = text.replace(word, head + sign + tail);
    expect(judgeTexts(text, hidden, 'fr')).toEqual([verdict]);
    expect(judgeTexts(hidden, text, 'fr')).toEqual([verdict]);
  });
});

test.each([
  ['an override', '\u202epas\u202c'],
  ['an isolate', '\u2067pas\u2069'],
  ['an override that nothing ends', '\u202epas'],
])('%s that turns a denial round is no matter of wording', (_name, turned) => {
  expect(new Set(judgeTexts(deny, deny.replace('pas', turned), 'fr'))).toEqual(
    new Set(['substantive negation-changed']),
  );
});

test('an override that turns a number round is a change of the number', () => {
  expect(new Set(judgeTexts(last, last.replace('13', '\u202e13\u202c'), 'fr'))).toEqual(
    new Set(['substantive duration-changed']),
  );
});

test.each([
  ['before a word', deny, deny.replace('pas', '\u200bpas'), 'typographic spaces'],
  ['in a word that nothing hangs on', 'Voici une page.', 'Voici une pa\u200bge.', 'typographic spaces'],
  ['that turns what nothing hangs on', deny, deny.replace('Ils', '\u202eIls\u202c'), 'wording text-reworded'],
])('a hidden sign %s is no more than it was', (_name, a, b, verdict) => {
  expect(new Set(judgeTexts(a, b, 'fr'))).toEqual(new Set([verdict]));
});
