/** A charter repository is found from any folder inside it, and no further up than its git repository. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRepository, listCharterFiles, listTemplateFiles } from '../../src/store/repository.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'charter-repository-'));
  for (const folder of ['charters/templates', 'charters/west/deep', 'snapshots/a', 'other/.git', 'other/x'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['b.yaml', 'a.yaml', 'west/deep/c.yaml', 'templates/t.yaml', 'notes.md', '.hidden.yaml'])
    writeFileSync(join(root, 'charters', file), '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('it is found from its root, from its folders, and from the folder of charters itself', () => {
  for (const from of ['', 'snapshots/a', 'charters', 'charters/west/deep'])
    expect(findRepository(join(root, from))).toEqual({ root });
});

test('the search stops at the root of another git repository', () => {
  expect(findRepository(join(root, 'other/x'))).toBeUndefined();
});

test('charters are listed with sub-folders, sorted, without templates and hidden files', () => {
  expect(listCharterFiles({ root }).map(({ file }) => file)).toEqual([
    'charters/a.yaml',
    'charters/b.yaml',
    'charters/west/deep/c.yaml',
  ]);
  expect(listTemplateFiles({ root })).toEqual([
    { path: join(root, 'charters/templates/t.yaml'), file: 'charters/templates/t.yaml', name: 't' },
  ]);
});

test('a repository without templates has none', () => {
  rmSync(join(root, 'charters/templates'), { recursive: true });
  expect(listTemplateFiles({ root })).toEqual([]);
});
