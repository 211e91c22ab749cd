/** A file is replaced only where it still says what was read, whoever else writes into it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceText } from '../../src/store/replacing.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'charter-replacing-'));
  path = join(folder, 'a.yaml');
  writeFileSync(path, 'one\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function replace(before: string): void {
  replaceText(path, { file: 'a.yaml', before, after: 'two\n' }, folder);
}

test('a file that says what it said is replaced, and nothing is left beside it', () => {
  replace('one\n');
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['two\n', ['a.yaml']]);
});

test('a file that was changed in the meantime is left as it is', () => {
  expect(() => replace('zero\n')).toThrow(expect.objectContaining({ code: 'changed-meanwhile', status: 4 }));
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['one\n', ['a.yaml']]);
});

test('a file that came in the meantime is left as it is, and one that is still not there is made', () => {
  const made = join(folder, 'b.yaml');
  const make = (after: string): void => replaceText(made, { file: 'b.yaml', before: undefined, after });
  make('one\n');
  expect(() => make('two\n')).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
  expect(readFileSync(made, 'utf8')).toBe('one\n');
});

test('a lock of a run that is still writing is waited for in vain, and stays', () => {
  writeFileSync(join(folder, '.a.yaml.lock'), '');
  expect(() => replace('one\n')).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
  expect(readdirSync(folder)).toEqual(['.a.yaml.lock', 'a.yaml']);
});

test('a lock that a killed run left behind is taken over', () => {
  const lock = join(folder, '.a.yaml.lock');
  writeFileSync(lock, '');
  utimesSync(lock, new Date('2020-01-01'), new Date('2020-01-01'));
  replace('one\n');
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['two\n', ['a.yaml']]);
});
