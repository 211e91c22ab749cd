/** What a user names is a portal, a template or a path, and never by guess. */
import { describe, expect, test } from 'vitest';
import { parseForm, parseRange } from '../../src/commands/forms.ts';

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
    ['normandie@2026-11-21', 'date-not-revision'],
    ['normandie@', 'bad-revision'],
  ])('%s is refused', (argument, code) => {
    expect(() => parseForm(argument)).toThrow(expect.objectContaining({ code, status: 2 }));
  });
});

describe('a range', () => {
  test.each([
    ['main..HEAD', { from: 'main', to: 'HEAD' }],
    ['main..', { from: 'main', to: 'HEAD' }],
    ['normandie@v1..v2', { id: 'normandie', from: 'v1', to: 'v2' }],
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
