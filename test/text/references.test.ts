import { describe, expect, test } from 'vitest';
import { referenceDigits } from '../../src/text/references.ts';

const padded = (start: string): string => start.padEnd(64, '0');

describe('a reference', () => {
  test.each([
    ['of nothing', [], 6],
    ['of one difference', ['a'], 6],
    ['of two that part early', ['a', 'b'], 6],
    ['of two that part at the sixth digit', ['abcde1', 'abcde2'], 6],
    ['of two that part at the seventh digit', ['abcdef1', 'abcdef2'], 7],
    ['of many, the two most alike far apart in the list', ['abcdefa1', 'b', 'c', 'abcdefa2'], 8],
    ['of one that stands twice', ['abcdef1', 'abcdef1'], 6],
  ])('%s has as many digits as tell them apart', (_, starts, digits) => {
    expect(referenceDigits(starts.map(padded))).toBe(digits);
  });

  test('has no more digits than a fingerprint', () => {
    expect(referenceDigits(['0'.repeat(64), `${'0'.repeat(64)}1`])).toBe(64);
  });
});
