/** What the screens of a review look like, at five sizes and in both languages. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/model/language.ts';
import type { UiState } from '../../src/tui/state.ts';
import { quietReview, reviewState } from './reviews.ts';
import { screenOf, type } from './states.ts';

const sizes = [
  [60, 15],
  [80, 24],
  [120, 40],
  [160, 45],
  [200, 50],
] as const;

describe.each(['en', 'fr'] as const)('in %s', (language: Language) => {
  test.each(sizes)('a review at %i × %i', async (columns, height) => {
    const size = [columns, height] as const;
    const review = await quietReview();
    const denying = { ...review.policy, policy: { ...review.policy.policy, selfAccept: 'deny' as const } };
    const open = reviewState(review, { size, language });
    const denied = reviewState({ ...review, policy: denying }, { size, language });
    const elsewhere = reviewState(review, { size, language, here: false });
    const scenes: readonly (readonly [what: string, state: UiState])[] = [
      ['as it opens', open],
      ['a decision in full', type(open, '\r')],
      ['further down, two viewed', type(open, '  ]')],
      ['a finding in full', type(open, ']]]\r')],
      ['a finding of a file', type(open, ']]\r')],
      ['the filter', type(open, 'f4')],
      ['only what blocks', type(open, 'f6\r')],
      ['only what is unviewed, and of no class', type(open, 'f1234\r  f5\r')],
      ['everything viewed and hidden', type(open, `f5\r${' '.repeat(6)}`)],
      ['unfolded, at its end', type(open, 'zG')],
      ['a reason asked for', type(open, ']]]aLa région y tient.')],
      ['a reason to be confirmed', type(open, ']]]aLa région y tient.\r')],
      ['a reason for the class, which cannot count', type(denied, ']]]A')],
      ['a request that is not checked out', type(elsewhere, ']]]a')],
      ['the change in its charter', type(open, ']]]\r\r')],
    ];
    const text = scenes.map(([what, state]) => `===== ${what}\n${screenOf(state)}\n`).join('');
    const file = `./golden/review-${columns}x${height}.${language}.txt`;
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(file, import.meta.url)));
  });
});
