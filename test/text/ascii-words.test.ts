import { expect, test } from 'vitest';
import { asciiWords } from '../../src/text/ascii-words.ts';

test.each([
  ['Évry, été 2', ['evry', 'ete', '2']],
  ["Durée de l'œuvre (jours)", ['duree', 'de', 'l', 'oeuvre', 'jours']],
  ['Цель', []],
  ['', []],
])('the words of “%s”', (text, words) => {
  expect(asciiWords(text)).toEqual(words);
});
