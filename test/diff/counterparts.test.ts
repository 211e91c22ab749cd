/** Two texts alone are counterparts where the alignment of them among others that say nothing alike pairs them. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { areCounterparts, isPair } from '../../src/diff/counterparts.ts';
import { commonWeight, prepareItems } from '../../src/diff/items.ts';
import { createReader } from '../../src/text/reader.ts';

const text = fc
  .array(
    fc.constantFrom(
      ...'les cookies de la mesure internaute 13 mois ne pas _ga Les COOKIES de-la l’usage https://a.fr/x'.split(
        ' ',
      ),
    ),
    { maxLength: 9 },
  )
  .map((words) => words.join(' '));

describe('two texts', () => {
  test.prop([text, text])('are weighed as the alignment weighs them', (a, b) => {
    const {
      a: [one],
      b: [other],
      weights,
    } = prepareItems([a], [b], createReader());
    const weighed =
      one !== undefined &&
      other !== undefined &&
      (one.key === other.key || isPair(commonWeight(one.bag, other.bag, weights), one.weight, other.weight));
    expect(areCounterparts(a, b, createReader())).toBe(weighed);
  });
});
