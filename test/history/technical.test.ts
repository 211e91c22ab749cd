import { describe, expect, test } from 'vitest';
import { isTechnical } from '../../src/history/technical.ts';
import { chainOf } from './chains.ts';

function commitWith(trailers: readonly string[]) {
  const split = trailers.map((line) => {
    const [key = '', value = ''] = line.split(': ');
    return { key, value };
  });
  const commit = chainOf([{ name: 'one', parts: {}, trailers: split }]).versions[0]?.commit;
  if (!commit) throw new Error('No commit.');
  return commit;
}

describe('a commit', () => {
  test.each([
    [true, ['Imported: one abcd', 'change: Technical ']],
    [true, ['Imported: one abcd', 'Change: technical']],
    [true, ['Imported: two 1234', 'Imported: one abcd', 'Change: technical']],
    [false, []],
    [false, ['Change: technical']],
    [false, ['change: Technical ']],
    [false, ['Change: content']],
    [false, ['Change: technical', 'Change: content']],
    [false, ['Change: content', 'change: technical']],
    [false, ['Imported: one 1234', 'Change: technical']],
  ])('is technical: %s, with %j', async (expected, trailers) => {
    expect(await isTechnical(commitWith(trailers), async () => 'abcd')).toBe(expected);
  });

  test('is none where a line of its message speaks of content', async () => {
    const commit = { ...commitWith(['Change: technical']), statesContent: true as const };
    expect(await isTechnical(commit, async () => 'abcd')).toBe(false);
  });
});
