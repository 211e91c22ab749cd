/** What holds for every comparison, every size and every sequence of keys. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { DiffView } from '../../src/present/diff-view.ts';
import { sanitise } from '../../src/text/sanitise.ts';
import { displayWidth } from '../../src/text/width.ts';
import { type Action, commandNames } from '../../src/tui/action.ts';
import { frame } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { UiState } from '../../src/tui/state.ts';
import { arbitraryView } from '../present/arbitrary-views.ts';
import { samplePair } from '../present/views.ts';
import { resize, screenOf, settle, stateOf } from './states.ts';

const size = fc.tuple(fc.integer({ min: 1, max: 220 }), fc.integer({ min: 1, max: 60 }));
const command = fc.constantFrom(...commandNames).map((name): Action => ({ type: name }));
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: command },
  {
    weight: 1,
    arbitrary: fc.string({ minLength: 1, maxLength: 3 }).map((text): Action => ({ type: 'text', text })),
  },
  { weight: 1, arbitrary: size.map(([columns, rows]): Action => ({ type: 'resize', columns, rows })) },
  {
    weight: 1,
    arbitrary: fc.constant<Action>({ type: 'load-failed', entry: 0, swapped: true, message: 'no\u001b[2J' }),
  },
);
const language = fc.constantFrom('en', 'fr');

function expectSound(state: UiState): void {
  const { lines, columns, rows } = frame(state);
  expect(lines).toHaveLength(rows - 1);
  for (const line of lines) {
    const text = line.map((run) => run.text).join('');
    expect(displayWidth(text)).toBeLessThanOrEqual(columns);
    for (const run of line) expect(sanitise(run.text)).toBe(run.text);
  }
}

function run(state: UiState, actions: readonly Action[], view: DiffView): UiState {
  let next = state;
  for (const one of actions) {
    next = settle(reduce(next, one), () => view);
    expectSound(next);
  }
  return next;
}

describe('every screen', () => {
  test.prop([arbitraryView, size, language, fc.array(action, { maxLength: 25 })], { numRuns: 120 })(
    'has its lines, none too wide, nothing unsafe in them, whatever is pressed',
    (view, [columns, rows], lang, actions) => {
      const start = stateOf([view], { size: [columns, rows], language: lang });
      expectSound(start);
      run(start, actions, view);
    },
  );

  test.prop([fc.array(arbitraryView, { maxLength: 3 }), size, fc.array(action, { maxLength: 20 })], {
    numRuns: 40,
  })('is sound in a session of several comparisons, or of none', (views, [columns, rows], actions) => {
    const start = stateOf(views, { size: [columns, rows] });
    const [first = samplePair()] = views;
    run(start, actions, first);
  });

  test.prop(
    [
      arbitraryView,
      fc.array(command, { maxLength: 12 }),
      size,
      fc.array(size, { minLength: 1, maxLength: 4 }),
    ],
    {
      numRuns: 80,
    },
  )('is the same again after resizing there and back', (view, actions, [columns, rows], sizes) => {
    const at = run(stateOf([view], { size: [columns, rows] }), actions, view);
    const before = screenOf(at);
    let next = at;
    for (const [width, height] of sizes) next = resize(next, width, height);
    expect(screenOf(resize(next, columns, rows))).toBe(before);
  });
});

describe('a change', () => {
  test.prop([arbitraryView, size], { numRuns: 60 })(
    'is reached from every other one with ] and [',
    (view, [columns, rows]) => {
      let state = stateOf([view], { size: [Math.max(60, columns), Math.max(15, rows)] });
      const shown = state.book?.shown ?? [];
      state = run(
        state,
        [...shown.map((): Action => ({ type: 'previous-change' })), { type: 'text', text: '' }],
        view,
      );
      const seen: (number | undefined)[] = [];
      for (const _ of shown) {
        seen.push(state.position.change);
        state = reduce(state, { type: 'next-change' });
      }
      expect(new Set(seen.slice(1)).size).toBe(Math.max(0, shown.length - 1));
    },
  );
});
