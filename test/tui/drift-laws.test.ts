/** What holds on the screens of drift for every size, any portals and every sequence of keys and answers. */
import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect } from 'vitest';
import type { DriftView } from '../../src/present/drift-view.ts';
import { sanitise } from '../../src/text/sanitise.ts';
import { displayWidth } from '../../src/text/width.ts';
import { type Action, commandNames } from '../../src/tui/action.ts';
import { frame } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { UiState } from '../../src/tui/state.ts';
import { samplePair } from '../present/views.ts';
import { decidedView, driftState, fiveView, manyView } from './drifts.ts';

let views: readonly DriftView[] = [];
beforeAll(async () => {
  const [five, decided, many] = await Promise.all([fiveView(), decidedView(), manyView(60)]);
  const hostile = { ...many, drift: { ...many.drift, template: 'mal\u001b[2J\u202e' } };
  views = [five, decided, many, hostile];
});

const size = fc.tuple(fc.integer({ min: 1, max: 220 }), fc.integer({ min: 1, max: 60 }));
const usual = ['open', 'down', 'bottom', 'agree', 'correct', 'accept', 'filter', 'toggle', 'sort'] as const;
const action = fc.oneof(
  fc.constantFrom(...commandNames).map((name): Action => ({ type: name })),
  fc.constantFrom(...usual).map((name): Action => ({ type: name })),
  fc
    .oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('nor', '2027-01-01'))
    .map((text): Action => ({ type: 'text', text })),
  size.map(([columns, rows]): Action => ({ type: 'resize', columns, rows })),
);
const chosen = fc.subarray([0, 1, 2, 3], { minLength: 1 });

function expectSound(state: UiState): void {
  const { lines, columns, rows } = frame(state);
  expect(lines).toHaveLength(Math.max(0, rows - 1));
  for (const line of lines) {
    expect(displayWidth(line.map(({ text }) => text).join(''))).toBeLessThanOrEqual(columns);
    for (const run of line) expect(sanitise(run.text)).toBe(run.text);
  }
}

/** Answers what is asked for; a decision is written every other time. */
function answerAll(state: UiState, round: number): UiState {
  const view = samplePair();
  let next = state;
  for (const effect of state.effects) {
    if (effect.kind === 'load')
      next = reduce(next, { type: 'loaded', entry: effect.entry, swapped: effect.swapped, view });
    if (effect.kind === 'drift') {
      const failed: Action = { type: 'drift-failed', message: 'no\u001b[2J' };
      const written = views.slice(round % 3, (round % 3) + 2);
      next = reduce(next, round % 2 === 0 ? failed : { type: 'drifted', views: written });
    }
  }
  return next;
}

function run(state: UiState, actions: readonly Action[], look: (state: UiState) => void): UiState {
  let next = state;
  for (const [round, one] of actions.entries()) {
    next = answerAll(reduce(next, one), round);
    look(next);
  }
  return next;
}

describe('every screen of drift', () => {
  test.prop([chosen, size, fc.boolean(), fc.array(action, { maxLength: 30 })], { numRuns: 120 })(
    'has its lines, none too wide, nothing unsafe in them, whatever is pressed',
    (indexes, [columns, rows], partial, actions) => {
      const given = indexes.flatMap((index) => views[index] ?? []);
      const state = driftState(given, { size: [columns, rows], partial });
      expectSound(state);
      run(state, actions, expectSound);
    },
  );

  test.prop([chosen, fc.array(action, { maxLength: 30 })], { numRuns: 100 })(
    'is left again by escape, down to the matrix, with the cursor on a line that is there',
    (indexes, actions) => {
      const given = indexes.flatMap((index) => views[index] ?? []);
      let state = run(driftState(given), actions, () => {});
      for (let n = 0; n < 60 && (state.screens.length > 1 || state.prompt); n += 1)
        state = reduce(state, { type: state.prompt ? 'cancel' : 'back' });
      expect(state.screens).toEqual(['drift']);
      const { board } = state;
      expect(board?.place.at).toBeLessThan(Math.max(1, board?.shown.length ?? 0));
    },
  );

  test.prop([fc.array(action, { maxLength: 30 })], { numRuns: 100 })(
    'asks for a decision to be written only where its confirmation was on the screen',
    (actions) => {
      let state = driftState(views);
      for (const [round, one] of actions.entries()) {
        const next = reduce(state, one);
        const asked = next.effects.some((effect) => effect.kind === 'drift' && effect.decision);
        if (asked) expect(state.prompt).toMatchObject({ kind: 'decision', stage: 'confirm' });
        state = answerAll(next, round);
      }
    },
  );
});
