import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Change, WordOp } from '../../src/model/change.ts';
import { textsOf } from '../../src/review/segments.ts';

const words = fc.array(
  fc.record({ op: fc.constantFrom('equal', 'insert', 'delete'), text: fc.string({ minLength: 1 }) }),
  { minLength: 1 },
) as fc.Arbitrary<WordOp[]>;

function change(rest: Partial<Change>): Change {
  const common = { kind: 'cell-changed', address: {}, fingerprint: '', class: 'wording' } as const;
  return { ...common, rule: 'text-reworded', edits: [], words: [], ...rest };
}

function sideOf(ops: readonly { readonly op: string; readonly text: string }[], without: string): string {
  return ops.flatMap(({ op, text }) => (op === without ? [] : [text])).join('');
}

describe('the segments of a finding', () => {
  test.prop([words])('rebuild both texts, and none stands beside another of its kind', (ops) => {
    const [a, b] = [sideOf(ops, 'insert'), sideOf(ops, 'delete')];
    const { before, after, segments } = textsOf(change({ a, b, words: ops }));
    expect([sideOf(segments, 'insert'), sideOf(segments, 'delete')]).toEqual([before, after]);
    expect(segments.some(({ op }, index) => op === segments[index + 1]?.op)).toBe(false);
  });

  test('join the cells of a row, and the blocks of a text', () => {
    expect(textsOf(change({ kind: 'row-added', b: { name: '_ga', purpose: 'Mesure' } }))).toEqual({
      after: '_ga · Mesure',
      segments: [{ op: 'insert', text: '_ga · Mesure' }],
    });
    expect(textsOf(change({ kind: 'block-removed', a: ['Un.', 'Deux.'] }))).toEqual({
      before: 'Un.\n\nDeux.',
      segments: [{ op: 'delete', text: 'Un.\n\nDeux.' }],
    });
  });
});
