/** A mistyped name finds its neighbours, and nothing far away. */
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { editDistance, nearestNames } from '../../src/text/nearest.ts';

const portals = [
  'normandie',
  'cooracenormandie',
  'pays-de-la-loire',
  'performance-dataunedic',
  'noisylegrand',
];

describe('the nearest names', () => {
  test.each([
    ['normandy', ['normandie']],
    ['Normandie', ['normandie', 'cooracenormandie']],
    ['normandi', ['normandie', 'cooracenormandie']],
    ['nromandie', ['normandie']],
    ['pays-de-loire', ['pays-de-la-loire']],
    ['paysdelaloire', ['pays-de-la-loire']],
    ['noisy', ['noisylegrand']],
    ['bretagne', []],
    ['', []],
  ])('of %j are %j', (wanted, expected) => {
    expect(nearestNames(wanted, portals)).toEqual(expected);
  });
});

const word = fc.string({ maxLength: 12 });

property.prop([word, word])('distance is symmetric, and zero for equals only', (a, b) => {
  expect(editDistance(a, b, 99)).toBe(editDistance(b, a, 99));
  expect(editDistance(a, b, 99) === 0).toBe(a === b);
});

property.prop([fc.string({ maxLength: 5000 })])(
  'a very long name costs no more than a short one',
  (wanted) => {
    expect(nearestNames(wanted, portals).length).toBeLessThanOrEqual(3);
  },
);
