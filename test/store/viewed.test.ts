/** What a reviewer has viewed, in the user's own folder: kept by repository, lost for nobody else, never in the way. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readViewed, writeViewed } from '../../src/store/viewed.ts';

const root = mkdtempSync(join(tmpdir(), 'charter-viewed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const [one, two, three] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'] as const;

describe('what was viewed', () => {
  test('is kept by repository, added to and taken from', () => {
    const folder = join(root, 'kept', 'charter');
    expect(writeViewed(folder, 'first', { add: [one, two], remove: [] })).toBe(true);
    expect(writeViewed(folder, 'second', { add: [three], remove: [] })).toBe(true);
    expect(writeViewed(folder, 'first', { add: [], remove: [one] })).toBe(true);
    expect([...readViewed(folder, 'first')]).toEqual([two]);
    expect([...readViewed(folder, 'second')]).toEqual([three]);
    expect([...readViewed(folder, '__proto__')]).toEqual([]);
  });

  test('is nothing where the file is not what was written, and can be written again', () => {
    const folder = join(root, 'broken');
    expect(readViewed(folder, 'first').size).toBe(0);
    writeViewed(folder, 'first', { add: [one], remove: [] });
    const file = join(folder, 'viewed.json');
    for (const text of ['{', '[]', '{"version":1,"repositories":{"first":["../x"]}}', '{"version":2}']) {
      writeFileSync(file, text);
      expect(readViewed(folder, 'first').size, text).toBe(0);
    }
    expect(writeViewed(folder, 'first', { add: [two], remove: [] })).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ version: 1, repositories: { first: [two] } });
  });

  test('is not kept where there is no room for it, which is said', () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    expect(writeViewed(join(file, 'charter'), 'first', { add: [one], remove: [] })).toBe(false);
  });
});
