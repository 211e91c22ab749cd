import { describe, expect, test } from 'vitest';
import { decide, failsGate } from '../../src/drift/decisions.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import type { ChangeClass, Decision } from '../../src/model/charter.ts';
import type { FindingState } from '../../src/model/drift.ts';
import { follower, saying, template, today } from './documents.ts';

const [one, other] = [`a1${'0'.repeat(62)}`, `a1${'0'.repeat(61)}1`];
const base: Decision = {
  reference: one,
  status: 'agreed',
  class: 'wording',
  reason: 'Voulu.',
  on: '2026-11-01',
};
const fixing: Decision = { reference: one, status: 'to-fix', class: 'wording', on: '2026-11-01' };

describe('a decision', () => {
  test.each([
    ['agreed without end', base, 'wording', 'agreed'],
    ['agreed, of a weaker class', base, 'typographic', 'agreed'],
    ['agreed, of a stronger class', base, 'substantive', 'lapsed stronger'],
    ['agreed until today', { ...base, until: today }, 'wording', 'agreed'],
    ['agreed until yesterday', { ...base, until: '2026-11-21' }, 'wording', 'lapsed ended'],
    ['agreed without a reason', { ...base, reason: ' ' }, 'wording', 'lapsed reasonless'],
    ['to fix by no day', fixing, 'wording', 'to-fix'],
    ['to fix by today', { ...fixing, until: today }, 'wording', 'to-fix'],
    ['to fix by yesterday', { ...fixing, until: '2026-11-21' }, 'wording', 'overdue'],
    ['to fix, of a stronger class', { ...fixing, until: today }, 'substantive', 'lapsed stronger'],
    [
      'to fix by yesterday, of a stronger class',
      { ...fixing, until: '2026-11-21' },
      'substantive',
      'overdue',
    ],
    ['named by its first digits', { ...base, reference: one.slice(0, 6) }, 'wording', 'agreed'],
    ['made for another difference', { ...base, reference: other }, 'wording', 'unexplained'],
  ] as [string, Decision, ChangeClass, string][])('%s', (_, decision, level, expected) => {
    const { rulings } = decide([{ fingerprint: one, class: level }], [decision], today);
    expect(rulings.map(({ state, lapse }) => [state, ...(lapse ? [lapse] : [])].join(' '))).toEqual([
      expected,
    ]);
  });

  test('covers no difference where its digits name two', () => {
    const changes = [one, other].map((fingerprint) => ({ fingerprint, class: 'wording' as const }));
    const { rulings, stale } = decide(changes, [{ ...base, reference: one.slice(0, 8) }], today);
    expect(rulings).toEqual([{ state: 'unexplained' }, { state: 'unexplained' }]);
    expect(stale.map(({ why }) => why)).toEqual(['ambiguous']);
  });

  test.each([
    ['the later day wins', '2026-11-02', '2026-11-01', 'agreed'],
    ['the later line wins on one day', '2026-11-01', '2026-11-01', 'to-fix'],
  ])('made twice: %s', (_, first, second, state) => {
    const twice = [
      { ...base, on: first },
      { ...fixing, on: second },
    ];
    const { rulings, stale } = decide([{ fingerprint: one, class: 'wording' }], twice, today);
    expect(rulings.map((ruling) => ruling.state)).toEqual([state]);
    expect(stale.map(({ why }) => why)).toEqual(['superseded']);
  });
});

describe('the gate', () => {
  const shared = template({ body: [{ role: 'paragraph', text: 'Nous utilisons des cookies sur ce site.' }] });
  const said = saying(follower(shared), 0, 'Nous utilisons des cookies sur le site.');
  const [finding] = driftOf(said, shared, { today }).findings;
  if (!finding) throw new Error('no finding');

  test.each([
    ['agreed', 'typographic', false],
    ['to-fix', 'typographic', false],
    ['unexplained', 'typographic', true],
    ['unexplained', 'wording', true],
    ['unexplained', 'substantive', false],
    ['lapsed', 'wording', true],
    ['overdue', 'wording', true],
    ['overdue', 'substantive', false],
  ] as [FindingState, ChangeClass, boolean][])(
    'a rewording that is %s, from %s on: fails %s',
    (state, least, fails) => {
      expect(failsGate({ ...finding, state }, least)).toBe(fails);
    },
  );
});
