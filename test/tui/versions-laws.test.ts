/** What holds on the screens of versions for every size, every history and every sequence of keys and answers. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { sanitise } from '../../src/text/sanitise.ts';
import { displayWidth } from '../../src/text/width.ts';
import { type Action, commandNames } from '../../src/tui/action.ts';
import { frame } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { UiState } from '../../src/tui/state.ts';
import type { VersionRow } from '../../src/tui/timeline/timeline.ts';
import { samplePair } from '../present/views.ts';
import { blameOf, row, unread } from './versions.ts';

const size = fc.tuple(fc.integer({ min: 1, max: 220 }), fc.integer({ min: 1, max: 60 }));
const text = fc.string({ unit: 'binary', maxLength: 30 });
const count = fc.integer({ min: 0, max: 99 });
const made = fc.record(
  {
    subject: text,
    author: text,
    charter: text,
    remark: text,
    counts: fc.record({ substantive: count, wording: count, typographic: count, variable: count }),
    fold: fc.constantFrom('technical', 'form', 'same'),
    status: fc.constantFrom('changed', 'added', 'removed', 'unreadable'),
    unseen: fc.constant(true as const),
  },
  { requiredKeys: [] },
);
const history = fc
  .array(made, { maxLength: 30 })
  .map((all) => all.map((one, n): VersionRow => row(n % 200, { ...one, key: `${n}` })));
const action = fc.oneof(
  fc.constantFrom(...commandNames).map((name): Action => ({ type: name })),
  text.map((typed): Action => ({ type: 'text', text: typed })),
  size.map(([columns, rows]): Action => ({ type: 'resize', columns, rows })),
);

function expectSound(state: UiState): void {
  const { lines, columns, rows } = frame(state);
  expect(lines).toHaveLength(Math.max(0, rows - 1));
  for (const line of lines) {
    const whole = line.map((run) => run.text).join('');
    expect(displayWidth(whole)).toBeLessThanOrEqual(columns);
    for (const run of line) expect(sanitise(run.text)).toBe(run.text);
  }
}

/** Answers what is asked for: some versions at a time, and the same comparison and blame always. */
function answerAll(state: UiState, left: VersionRow[]): UiState {
  const view = samplePair();
  let next = state;
  for (const effect of state.effects) {
    if (effect.kind === 'versions') {
      const rows = left.splice(0, 4);
      const given = { rows, done: left.length === 0, shallow: false, looked: true };
      next = reduce(next, { type: 'versions', serial: effect.serial, ...given });
    }
    if (effect.kind === 'compare')
      next = reduce(next, { type: 'compared', pair: effect.pair, swapped: effect.swapped, view });
    if (effect.kind === 'preview' && left.length % 3 > 0)
      next = reduce(next, { type: 'previewed', key: effect.row.key, view });
    if (effect.kind === 'preview' && left.length % 3 === 0)
      next = reduce(next, { type: 'preview-failed', key: effect.row.key, message: 'no\u001b[2J' });
    if (effect.kind === 'blame')
      next = reduce(next, { type: 'blamed', serial: effect.serial, ...blameOf(view.b) });
  }
  return next;
}

describe('every screen of versions', () => {
  test.prop([history, size, fc.array(action, { maxLength: 30 })], { numRuns: 150 })(
    'has its lines, none too wide, nothing unsafe in them, whatever is pressed',
    (rows, [columns, height], actions) => {
      const left = [...rows];
      let state = unread({ size: [columns, height] });
      expectSound(state);
      for (const one of actions) {
        state = answerAll(reduce(state, one), left);
        expectSound(state);
      }
    },
  );

  test.prop([history, fc.array(action, { maxLength: 30 })], { numRuns: 100 })(
    'is left again by escape, down to the first one',
    (rows, actions) => {
      const left = [...rows];
      let state = unread();
      for (const one of actions) state = answerAll(reduce(state, one), left);
      for (let n = 0; n < 60 && (state.screens.length > 1 || state.prompt); n += 1)
        state = reduce(state, { type: state.prompt ? 'cancel' : 'back' });
      expect(state.screens).toEqual(['history']);
      expect(state.visit).toBeUndefined();
    },
  );
});
