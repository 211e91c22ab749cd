/** What a file says of itself is read off its own lines, and off no other place that looks like one. */
import { describe, expect, test } from 'vitest';
import { statedAddress, statedCapture, statedId } from '../../src/text/headlines.ts';

describe('an id', () => {
  test.each([
    ['charter: a-1\n', 'a-1'],
    ['# note\n\ntemplate: "t" # its name\r\nlanguage: fr\r\n', 't'],
    ["charter: 'a'", 'a'],
    ['charter: A\n', undefined],
    ['  charter: a\n', undefined],
    ['charters: a\n', undefined],
    ['title: charter: a\n', undefined],
    ['', undefined],
  ])('of %j is %j', (text, id) => expect(statedId(text)).toBe(id));
});

describe('an address', () => {
  test.each([
    ['variables:\n  url: https://a.example/\n', 'https://a.example'],
    ['variables:\r\n  name: x\r\n  url: "https://a.example"\r\n', 'https://a.example'],
    ['source:\n  page: https://a.example/cookies\nvariables:\n  other: x\n', 'https://a.example/cookies'],
    ['variables:\n  # none\ntitle: x\nbody:\n  - paragraph: x\n  url: https://a.example\n', undefined],
    ['variables:\n  - url\n', undefined],
    ['body:\n  - paragraph: |-\n      variables:\n        url: https://a.example\n', undefined],
  ])('of %j is %j', (text, address) => expect(statedAddress(text)).toBe(address));
});

describe('a capture', () => {
  test.each([
    ['source:\n  captured: "2026-03-01"\n  sha256: ab\n', { captured: '2026-03-01', sha256: 'ab' }],
    [
      "source:\n    sha256: ab\n    captured: '2026-03-01' # seen\n",
      { captured: '2026-03-01', sha256: 'ab' },
    ],
    ['source:\n  captured: 2026-03-01\n', { captured: '2026-03-01', sha256: '' }],
    ['source:\n  captured: yesterday\n', undefined],
    ['captured: "2026-03-01"\n', undefined],
  ])('of %j is %j', (text, capture) => expect(statedCapture(text)).toEqual(capture));
});
