/** Laws of the review's screens: whatever is pressed, in a request whose texts are attacks, each screen fits and is safe. */
import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { sanitise } from '../../src/text/sanitise.ts';
import { displayWidth } from '../../src/text/width.ts';
import { type Action, commandNames } from '../../src/tui/action.ts';
import { frame } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { UiState } from '../../src/tui/state.ts';
import { hostileReview, reviewState } from './reviews.ts';

let review: Review;

beforeAll(async () => {
  review = await hostileReview();
});

const usual = ['open', 'mark', 'agree', 'agree-class', 'accept', 'next-change', 'next-unviewed'] as const;
const size = fc.tuple(fc.integer({ min: 20, max: 160 }), fc.integer({ min: 5, max: 45 }));
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom(...commandNames).map((name): Action => ({ type: name })),
  fc.constantFrom(...usual).map((name): Action => ({ type: name })),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text): Action => ({ type: 'text', text })),
  size.map(([columns, rows]): Action => ({ type: 'resize', columns, rows })),
);

function expectSound(state: UiState): void {
  const { lines, columns, rows } = frame(state);
  expect(lines).toHaveLength(Math.max(0, rows - 1));
  for (const line of lines) {
    expect(displayWidth(line.map(({ text }) => text).join(''))).toBeLessThanOrEqual(columns);
    for (const run of line) expect(sanitise(run.text)).toBe(run.text);
  }
}

/** Reasons are written every other time. */
function answerAll(state: UiState, round: number): UiState {
  let next = state;
  for (const effect of state.effects) {
    if (effect.kind === 'view')
      next = reduce(next, { type: 'view-kept', ...(round % 2 === 0 ? {} : { failure: 'no\u001b[2J' }) });
    if (effect.kind === 'reason')
      next = reduce(
        next,
        round % 2 === 0
          ? { type: 'reasons-failed', message: 'no\u001b[2J' }
          : { type: 'reasons-written', ids: effect.findings.map(({ id }) => id) },
      );
  }
  return next;
}

describe('every screen of a review', () => {
  test.prop([size, fc.boolean(), fc.array(action, { maxLength: 20 })], { numRuns: 40 })(
    'has its lines, none too wide, nothing unsafe in them, whatever is pressed',
    ([columns, rows], here, actions) => {
      let state = reviewState(review, { size: [columns, rows], here });
      expectSound(state);
      for (const [round, one] of actions.entries()) {
        state = answerAll(reduce(state, one), round);
        expectSound(state);
      }
    },
  );

  test.prop([fc.array(action, { maxLength: 20 })], { numRuns: 40 })(
    'is left again by escape, down to the queue',
    (actions) => {
      let state = reviewState(review);
      for (const [round, one] of actions.entries()) state = answerAll(reduce(state, one), round);
      for (let n = 0; n < 60 && (state.screens.length > 1 || state.prompt); n += 1)
        state = reduce(state, { type: state.prompt ? 'cancel' : 'back' });
      expect(state.screens).toEqual(['review']);
      expect(state.queue?.place.at).toBeLessThan(Math.max(1, state.queue?.shown.length ?? 0));
    },
  );

  test.prop([fc.array(action, { maxLength: 20 })], { numRuns: 40 })(
    'asks for reasons to be written only where their confirmation was on the screen, of a request that is here',
    (actions) => {
      for (const here of [true, false]) {
        let state = reviewState(review, { here });
        for (const [round, one] of actions.entries()) {
          const next = reduce(state, one);
          if (next.effects.some(({ kind }) => kind === 'reason')) {
            expect(here).toBe(true);
            expect(state.prompt).toMatchObject({ kind: 'reason', stage: 'confirm' });
          }
          state = answerAll(next, round);
        }
      }
    },
  );
});
