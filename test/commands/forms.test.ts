/** What a user names is a portal, a template or a path, and never by guess. */
import { describe, expect, test } from 'vitest';
import { parseForm, parseRange, portalIdOf } from '../../src/commands/forms.ts';

describe('an argument', () => {
  test.each([
    ['normandie', { kind: 'charter', id: 'normandie' }],
    ['Normandie', { kind: 'charter', id: 'Normandie' }],
    ['__proto__', { kind: 'charter', id: '__proto__' }],
    ['normandie@HEAD~3', { kind: 'charter', id: 'normandie', revision: 'HEAD~3' }],
    ['normandie@origin/main', { kind: 'charter', id: 'normandie', revision: 'origin/main' }],
    ['normandie@@{1}', { kind: 'charter', id: 'normandie', revision: '@{1}' }],
    ['template:t', { kind: 'template', id: 't' }],
    ['template:t@v1.0', { kind: 'template', id: 't', revision: 'v1.0' }],
    ['./normandie', { kind: 'file', path: './normandie' }],
    ['a/b', { kind: 'file', path: 'a/b' }],
    ['x.yaml', { kind: 'file', path: 'x.yaml' }],
    ['./a@b.txt', { kind: 'file', path: './a@b.txt' }],
    ['..', { kind: 'file', path: '..' }],
  ])('%s', (argument, expected) => {
    expect(parseForm(argument)).toEqual(expected);
  });

  test.each([
    ['normandie@', 'bad-revision'],
    ['template:', 'empty-name'],
  ])('%s is refused', (argument, code) => {
    expect(() => parseForm(argument)).toThrow(expect.objectContaining({ code, status: 2 }));
  });
});

describe('a range', () => {
  test.each([
    ['main..HEAD', { from: 'main', to: 'HEAD', symmetric: false }],
    ['main..', { from: 'main', to: 'HEAD', symmetric: false }],
    ['main...topic/x', { from: 'main', to: 'topic/x', symmetric: true }],
    ['...topic', { from: 'HEAD', to: 'topic', symmetric: true }],
    ['main@{1}..main', { from: 'main@{1}', to: 'main', symmetric: false }],
    [
      'normandie@v1..v2',
      { named: { kind: 'charter', id: 'normandie' }, from: 'v1', to: 'v2', symmetric: false },
    ],
    [
      'normandie@2026-03-01...',
      { named: { kind: 'charter', id: 'normandie' }, from: '2026-03-01', to: 'HEAD', symmetric: true },
    ],
    [
      'template:shared@v1..v2',
      { named: { kind: 'template', id: 'shared' }, from: 'v1', to: 'v2', symmetric: false },
    ],
    ['...', undefined],
    ['....', undefined],
    ['..', undefined],
    ['../x', undefined],
    ['./a..b', undefined],
    ['a/../b', undefined],
    ['normandie', undefined],
    ['normandie@HEAD', undefined],
  ])('%s', (argument, expected) => {
    expect(parseRange(argument)).toEqual(expected);
  });
});

test.each([
  ['cookies.html', 'cookies'],
  ['Évry été 2.txt', 'evry-ete-2'],
  ['--.md', 'charter'],
  ['2026-11-21.txt', '2026-11-21'],
  [`${'a-'.repeat(60)}.txt`, `${'a-'.repeat(31)}a`],
])('the file %s gives the id %s', (file, id) => {
  expect(portalIdOf(file)).toBe(id);
});
