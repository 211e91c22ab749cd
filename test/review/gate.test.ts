import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/canonical/review-policy.ts';
import type { Change, RuleId } from '../../src/model/change.ts';
import type { ChangeClass } from '../../src/model/charter.ts';
import type { ReviewPolicy, Ruling } from '../../src/model/review.ts';
import { isProtectedPlace, judge, needsReason, thresholdOf } from '../../src/review/gate.ts';

function change(level: ChangeClass, rule: RuleId, rest: Partial<Change> = {}): Change {
  return {
    kind: 'cell-changed',
    address: {},
    fingerprint: 'f'.repeat(64),
    class: level,
    rule,
    edits: [{ class: level, rule }],
    words: [],
    ...rest,
  };
}

function policy(rest: Partial<ReviewPolicy>): ReviewPolicy {
  return { ...defaultPolicy, ...rest };
}

describe('a reason', () => {
  test.each<readonly [ChangeClass, ChangeClass, boolean]>([
    ['substantive', 'substantive', true],
    ['wording', 'substantive', false],
    ['wording', 'wording', true],
    ['typographic', 'wording', false],
    ['variable', 'variable', true],
  ])('is needed for %s where it is to fail on %s: %s', (level, failOn, needed) => {
    expect(needsReason(change(level, 'text-reworded'), failOn, policy({ failOn }))).toBe(needed);
  });

  test('is needed for whatever the rule of any of its edits is an error by', () => {
    const rules = { quotes: 'error' } as const;
    const mixed = change('wording', 'text-reworded', {
      edits: [
        { class: 'wording', rule: 'text-reworded' },
        { class: 'typographic', rule: 'quotes' },
      ],
    });
    expect(needsReason(mixed, 'substantive', policy({ rules }))).toBe(true);
    expect(needsReason(change('wording', 'text-reworded'), 'substantive', policy({ rules }))).toBe(false);
  });

  test('is needed from wording on in a protected place, or from what the policy says if that is weaker', () => {
    expect(thresholdOf(policy({}), true)).toBe('wording');
    expect(thresholdOf(policy({ failOn: 'typographic' }), true)).toBe('typographic');
    expect(thresholdOf(policy({}), false)).toBe('substantive');
  });
});

describe('a ruling', () => {
  const terms = { policy: policy({}), threshold: 'substantive' as const };

  test.each<readonly [Ruling, boolean]>([
    ['unexplained', true],
    ['self-agreed', true],
    ['no-ledger', true],
    ['agreed', false],
    ['to-template', false],
    ['to-fix', false],
    ['below', false],
    ['template', true],
    ['existing', false],
  ])('%s fails: %s', (ruling, fails) => {
    expect(judge(change('substantive', 'duration-changed'), ruling, terms)).toMatchObject({ ruling, fails });
  });

  test('is lowered only where every rule that needs a reason is', () => {
    const both = change('substantive', 'duration-changed', {
      edits: [
        { class: 'substantive', rule: 'duration-changed' },
        { class: 'substantive', rule: 'consent-changed' },
        { class: 'wording', rule: 'text-reworded' },
      ],
    });
    const one = policy({ rules: { 'duration-changed': 'warning' } });
    expect(judge(both, 'unexplained', { ...terms, policy: one })).toMatchObject({ fails: true });
    const all = policy({ rules: { 'duration-changed': 'warning', 'consent-changed': 'note' } });
    expect(judge(both, 'unexplained', { ...terms, policy: all })).toEqual({
      ruling: 'lowered',
      severity: 'warning',
      fails: false,
    });
  });
});

describe('a protected place', () => {
  const guarded = policy({
    protected: { sections: ['Vos  Droits', 'intro'], cookies: ['_pk_*.fr', 'sid', '*'] },
  });
  const only = (cookies: readonly string[]): ReviewPolicy => policy({ protected: { sections: [], cookies } });

  test.each([
    [{ a: { section: 'intro' } }, true],
    [{ b: { section: 'vos droits' } }, true],
    [{ a: { section: 'Vos droits' }, b: { section: 'Autre titre' } }, true],
    [{ b: { section: 'use' } }, false],
  ])('is known by its section on either side: %j', (address, expected) => {
    expect(isProtectedPlace({ file: 'x' }, change('wording', 'text-reworded', { address }), guarded)).toBe(
      expected,
    );
  });

  test('is known by the label of its section', () => {
    const place = { file: 'x', section: { id: 's1', label: { fr: 'Vos droits' } } };
    expect(isProtectedPlace(place, change('wording', 'text-reworded'), guarded)).toBe(true);
  });

  test.each([
    ['_pk_*', '_pk_id.1.fr', true],
    ['_pk_*.fr', '_pk_id.1.fr', true],
    ['_pk_*.fr', '_pk_id.1.de', false],
    ['*_id*', '_pk_id.1.fr', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'acb', false],
    ['aba*aba', 'aba', false],
    ['sid', 'sid#2', true],
    ['sid', 'sid, other', true],
    ['sid', 'sidecar', false],
    ['_pk_id.*', '_pk_id.*', true],
  ])('%s stands for the cookie %s: %s', (pattern, row, expected) => {
    const address = { b: { table: 'cookies', row } };
    expect(
      isProtectedPlace({ file: 'x' }, change('wording', 'text-reworded', { address }), only([pattern])),
    ).toBe(expected);
  });

  test('costs no more for a pattern of many stars', () => {
    const row = 'a'.repeat(5000);
    const address = { b: { row } };
    const pattern = `${'a*'.repeat(2000)}b`;
    expect(
      isProtectedPlace({ file: 'x' }, change('wording', 'text-reworded', { address }), only([pattern])),
    ).toBe(false);
  });
});
