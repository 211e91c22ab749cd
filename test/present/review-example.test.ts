/** The example that the outputs of `review` are tried on holds what they must cope with. */
import { describe, expect, test } from 'vitest';
import type { SideValue } from '../../src/model/change.ts';
import { attacks, emptyReview, exampleReview, hostileText } from './review-example.ts';

function textsOf(side: SideValue | undefined): readonly string[] {
  return side === undefined ? [] : typeof side === 'string' ? [side] : Object.values(side);
}

describe('the example of a review', () => {
  test('survives being written as JSON and read again', async () => {
    const review = await exampleReview();
    expect(JSON.parse(JSON.stringify(review))).toEqual(review);
  });

  test('holds every attack, findings of every kind that a charter gives, and both verdicts', async () => {
    const review = await exampleReview();
    const written = review.findings.flatMap(({ change }) => textsOf(change?.b));
    for (const attack of Object.values(attacks))
      expect(written.some((text) => text.includes(attack))).toBe(true);
    expect(hostileText).toContain(attacks.marker);
    expect(new Set(review.findings.map(({ kind }) => kind))).toEqual(new Set(['change', 'file', 'problem']));
    expect(review.verdict.passes).toBe(false);
    expect((await emptyReview()).verdict.passes).toBe(true);
  });
});
