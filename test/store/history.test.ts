/** History is walked in pages; no message forges an entry; a charter is followed wherever it went. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HistoryPage, Version } from '../../src/model/history.ts';
import { openBlobs } from '../../src/store/blobs.ts';
import { type FollowOptions, followFile } from '../../src/store/following.ts';
import { walkHistory } from '../../src/store/history.ts';
import { findVanished } from '../../src/store/vanished.ts';
import { Past } from './past.ts';

let past: Past;
beforeEach(() => {
  past = new Past();
});
afterEach(() => past.remove());

/** A charter of some lines, so that two of one address are alike. */
function charter(id: string, words: string, url = `https://${id}.example`): string {
  const lines = Array.from({ length: 12 }, (_, line) => `  - paragraph: The same text everywhere ${line}.`);
  return [`charter: ${id}`, 'language: fr', 'variables:', `  url: ${url}`, 'title: Charte', 'body:']
    .concat(lines, [`  - paragraph: ${words}`, ''])
    .join('\n');
}

async function collect(
  pages: AsyncIterable<HistoryPage>,
): Promise<{ versions: Version[]; shallow: boolean }> {
  const versions: Version[] = [];
  let shallow = false;
  for await (const page of pages) {
    versions.push(...page.versions);
    shallow ||= page.shallow === true;
  }
  return { versions, shallow };
}

function head(root = past.root): { readonly from: readonly string[] } {
  return { from: [past.git('-C', root, 'rev-parse', 'HEAD').trim()] };
}

/** `subject: file < what it was in each parent`. */
function outline(versions: readonly Version[]): string[] {
  return versions.map(({ commit, file, blob, before, renamedTo, successor }) => {
    const old = before.map((place) => (place.file === file ? 'same' : place.file)).join(' ');
    const to = renamedTo ?? successor?.file;
    const gone = blob === undefined ? ` gone${to === undefined ? '' : ` to ${to}`}` : '';
    return `${commit.subject}: ${file}${gone}${old === '' ? '' : ` < ${old}`}`;
  });
}

async function walk(): Promise<string[]> {
  return outline((await collect(walkHistory(past.root, head()))).versions);
}

async function follow(file: string, options: FollowOptions = head()): Promise<string[]> {
  return outline((await collect(followFile(past.root, file, options))).versions);
}

async function vanished(id: string, most?: number): ReturnType<typeof findVanished> {
  const blobs = openBlobs(past.root);
  try {
    const options = { ...head(), blobs };
    return await findVanished(past.root, id, most === undefined ? options : { ...options, most });
  } finally {
    blobs.close();
  }
}

describe('a walk', () => {
  test('gives each version with its commit, its blob and the blob before', async () => {
    past.commit('one', { 'charters/été 1.yaml': charter('ete', 'a') });
    const id = past.commit(
      'deux\n\nbody\n\nChange: technical\nCapture: x\n y',
      {
        'charters/été 1.yaml': charter('ete', 'b'),
        'other.txt': 'x',
      },
      { date: '2026-03-09T23:30:00+05:30', author: 'Łukasz Ó <l@example.org>' },
    );
    const { versions } = await collect(walkHistory(past.root, head()));
    expect(outline(versions)).toEqual(['deux: charters/été 1.yaml < same', 'one: charters/été 1.yaml']);
    expect(versions[0]).toMatchObject({
      commit: {
        id,
        parents: [past.id('HEAD~1')],
        author: { name: 'Łukasz Ó', email: 'l@example.org' },
        authored: '2026-03-09T23:30:00+05:30',
        committed: '2026-03-09T23:30:00+05:30',
        trailers: [
          { key: 'Change', value: 'technical' },
          { key: 'Capture', value: 'x y' },
        ],
        merge: false,
      },
      blob: past.id('HEAD:charters/été 1.yaml'),
      before: [{ blob: past.id('HEAD~1:charters/été 1.yaml'), parent: past.id('HEAD~1') }],
    });
  });

  test('leaves out other files, links and commits that touch no charter', async () => {
    past.commit('one', { 'charters/a.yaml': 'a', 'charters/note.txt': 'x' });
    past.commit('two', { 'snapshots/a/1.txt': 'x' });
    expect(await walk()).toEqual(['one: charters/a.yaml']);
  });

  test('comes in pages of the size asked for, and stops git when its reader stops', async () => {
    for (let number = 0; number < 7; number += 1)
      past.commit(`c${number}`, { 'charters/a.yaml': `${number}`, 'charters/b.yaml': `${number}` });
    const sizes: number[] = [];
    for await (const { versions } of walkHistory(past.root, { ...head(), pageSize: 4 })) {
      sizes.push(versions.length);
      expect(versions.length).toBeLessThanOrEqual(4);
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(14);
    for await (const { versions } of walkHistory(past.root, { ...head(), pageSize: 1 })) {
      expect(versions).toHaveLength(1);
      break;
    }
  });

  test('keeps within dates, ranges and paths', async () => {
    past.commit('one', { 'charters/a.yaml': '1', 'charters/b.yaml': '1' });
    past.commit('two', { 'charters/a.yaml': '2' });
    past.commit('three', { 'charters/a.yaml': '3', 'charters/b.yaml': '3' });
    const at = (day: number): number => Date.UTC(2026, 0, day, 12) / 1000;
    const walked = async (options: object): Promise<string[]> =>
      outline((await collect(walkHistory(past.root, { ...head(), ...options }))).versions);
    expect(await walked({ since: at(2), until: at(2) })).toEqual(['two: charters/a.yaml < same']);
    expect(await walked({ not: [past.id('HEAD~1')], paths: ['charters/b.yaml'] })).toEqual([
      'three: charters/b.yaml < same',
    ]);
  });

  test('shows of a merge only what differs from every parent', async () => {
    past.commit('base', { 'charters/a.yaml': charter('a', '1'), 'charters/b.yaml': charter('b', '1') });
    past.git('checkout', '-qb', 'side');
    past.commit('side', { 'charters/a.yaml': charter('a', 'side'), 'charters/b.yaml': charter('b', 'side') });
    past.git('checkout', '-q', 'main');
    past.commit('main', { 'charters/a.yaml': charter('a', 'main') });
    expect(() => past.record(['merge', '-q', 'side'])).toThrow();
    const merge = past.commit('merge', { 'charters/a.yaml': charter('a', 'both') });
    const { versions } = await collect(walkHistory(past.root, head()));
    const [first] = versions;
    expect(outline(versions).filter((line) => line.startsWith('merge'))).toEqual([
      'merge: charters/a.yaml < same same',
    ]);
    expect(first).toMatchObject({
      commit: { id: merge, merge: true },
      before: [
        { blob: past.id('HEAD^1:charters/a.yaml'), parent: past.id('HEAD^1') },
        { blob: past.id('HEAD^2:charters/a.yaml'), parent: past.id('HEAD^2') },
      ],
    });
  });

  test('fails with status 4 where git cannot be asked', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'charter-nogit-'));
    await expect(collect(walkHistory(elsewhere, { from: ['0'.repeat(40)] }))).rejects.toMatchObject({
      code: 'not-a-git-repository',
      status: 4,
    });
    await expect(collect(walkHistory(past.root, { from: ['1'.repeat(40)] }))).rejects.toMatchObject({
      code: 'git-failed',
      status: 4,
    });
    rmSync(elsewhere, { recursive: true });
  });
});

describe('a message', () => {
  const id = 'a'.repeat(40);
  test.each([
    `${id}\x01:100644 100644 ${id} ${id} M\x01charters/x.yaml`,
    `one ò two ò three\n\n:100644 100644 ${id} ${id} M\tcharters/x.yaml`,
    '%H%x00%P%x00%an %(trailers) \\0 \\x00',
    `\n${id}\n:000000 100644 ${id} ${id} A`,
    'subject\n\nChange: technical\n\nnot a trailer',
    'line\u2028separator\u2029and \x1e\x1f\x1b[31m\x85',
    'x\n\nChange: technical\x00Injected: yes'.replace('\x00', ' '),
  ])('such as %j forges no entry', async (message) => {
    past.commit('first', { 'charters/a.yaml': '1' });
    past.commit(message, { 'charters/a.yaml': '2' });
    past.commit('last', { 'charters/a.yaml': '3' });
    const { versions } = await collect(walkHistory(past.root, head()));
    expect(versions.map(({ file }) => file)).toEqual([
      'charters/a.yaml',
      'charters/a.yaml',
      'charters/a.yaml',
    ]);
    expect(versions[1]?.commit.trailers.filter(({ key }) => key === 'Change')).toEqual(
      message.includes('technical Injected') ? [{ key: 'Change', value: 'technical Injected: yes' }] : [],
    );
    expect(versions.map(({ commit }) => commit.id)).toEqual([
      past.id('HEAD'),
      past.id('HEAD~1'),
      past.id('HEAD~2'),
    ]);
  });

  test('or an author with NUL bytes, written past git’s own checks, forges none either', async () => {
    past.commit('first', { 'charters/a.yaml': '1' });
    const tree = past.id('HEAD^{tree}');
    const forged = `x\0${id}\0\0:100644 100644 ${id} ${id} M\0charters/x.yaml\0`;
    past.write({
      raw: `tree ${tree}\nauthor ${forged} <a@b> 1 +0000\ncommitter C <c@d> 1 +0000\n\n${forged}\n`,
    });
    const commit = past.git('hash-object', '-t', 'commit', '--literally', '-w', 'raw').trim();
    past.git('update-ref', 'HEAD', commit);
    expect(await walk()).toEqual([': charters/a.yaml']);
  });
});

describe('a rename', () => {
  test('is known by equal bytes, by an equal id, or by an equal address and nearly equal text', async () => {
    past.commit('one', { 'charters/a.yaml': charter('a', 'x'), 'charters/k.yaml': charter('k', 'x') });
    past.commit('bytes', { 'charters/a.yaml': undefined, 'charters/b.yaml': charter('a', 'x') });
    past.commit('id', { 'charters/b.yaml': undefined, 'charters/c.yaml': `charter: a\nlanguage: en\n` });
    past.commit('text', { 'charters/c.yaml': charter('a', 'y') });
    past.commit('likeness', {
      'charters/c.yaml': undefined,
      'charters/d.yaml': charter('dd', 'z', 'https://a.example'),
    });
    expect(await follow('charters/d.yaml')).toEqual([
      'likeness: charters/d.yaml < charters/c.yaml',
      'text: charters/c.yaml < same',
      'id: charters/c.yaml < charters/b.yaml',
      'bytes: charters/b.yaml < charters/a.yaml',
      'one: charters/a.yaml',
    ]);
    expect((await walk()).slice(0, 2)).toEqual([
      'likeness: charters/c.yaml gone to charters/d.yaml < same',
      'likeness: charters/d.yaml < charters/c.yaml',
    ]);
  });

  test('is none where one portal went and another came in the same commit', async () => {
    past.commit('one', { 'charters/a.yaml': charter('a', 'x') });
    past.commit('two', { 'charters/a.yaml': undefined, 'charters/b.yaml': charter('b', 'x') });
    expect(await follow('charters/b.yaml')).toEqual(['two: charters/b.yaml']);
  });

  test('is followed on the branch that made it, and the old name on the other', async () => {
    past.commit('base', { 'charters/a.yaml': charter('a', '1') });
    past.git('checkout', '-qb', 'side');
    past.commit('side', { 'charters/a.yaml': charter('a', '1').replace('Charte', 'Titre') });
    past.git('checkout', '-q', 'main');
    past.commit('renamed', { 'charters/a.yaml': undefined, 'charters/z.yaml': charter('a', '1') });
    past.commit('main', { 'charters/z.yaml': charter('a', '2') });
    past.record(['merge', '-q', '--no-edit', 'side']);
    expect(await follow('charters/z.yaml')).toEqual([
      "Merge branch 'side': charters/z.yaml < same charters/a.yaml",
      'main: charters/z.yaml < same',
      'renamed: charters/z.yaml < charters/a.yaml',
      'side: charters/a.yaml < same',
      'base: charters/a.yaml',
    ]);
    const { versions } = await collect(followFile(past.root, 'charters/z.yaml', head()));
    expect(versions[0]?.before.map(({ parent }) => parent)).toEqual([past.id('HEAD^1'), past.id('side')]);
    expect(versions[2]?.before[0]?.parent).toBe(past.id('main~3'));
  });
});

describe('a charter that was gone for a time', () => {
  test('is followed to its earlier life under the same name', async () => {
    past.commit('one', { 'charters/a.yaml': charter('a', '1'), 'charters/k.yaml': 'k' });
    past.commit('gone', { 'charters/a.yaml': undefined });
    past.commit('again', { 'charters/a.yaml': charter('a', '2') });
    expect(await follow('charters/a.yaml')).toEqual([
      'again: charters/a.yaml',
      'gone: charters/a.yaml gone < same',
      'one: charters/a.yaml',
    ]);
  });

  test('or under another name', async () => {
    past.commit('one', { 'charters/old.yaml': charter('a', '1'), 'charters/k.yaml': 'k' });
    past.commit('gone', { 'charters/old.yaml': undefined });
    past.commit('between', { 'charters/k.yaml': 'l' });
    past.commit('again', { 'charters/a.yaml': charter('a', '2') });
    expect(await follow('charters/a.yaml')).toEqual([
      'again: charters/a.yaml',
      'gone: charters/old.yaml gone < same',
      'one: charters/old.yaml',
    ]);
  });

  test('is not mixed up with another that had its file name', async () => {
    past.commit('other', { 'charters/a.yaml': charter('other', '1'), 'charters/k.yaml': 'k' });
    past.commit('other gone', { 'charters/a.yaml': undefined });
    past.commit('mine', { 'charters/a.yaml': charter('a', '2') });
    expect(await follow('charters/a.yaml')).toEqual(['mine: charters/a.yaml']);
  });

  test('and is still gone, is found by its id', async () => {
    past.commit('one', { 'charters/some name.yaml': charter('a', '1'), 'charters/k.yaml': 'k' });
    const gone = past.commit('gone', { 'charters/some name.yaml': undefined });
    past.commit('later', { 'charters/k.yaml': 'l' });
    expect(await vanished('a')).toEqual({
      id: 'a',
      commit: gone,
      file: 'charters/some name.yaml',
    });
    expect(await vanished('b')).toBeUndefined();
    expect(await follow('charters/some name.yaml')).toEqual([
      'gone: charters/some name.yaml gone < same',
      'one: charters/some name.yaml',
    ]);
  });

  test('is looked for under its own name alone in the oldest part of a long history', async () => {
    past.commit('one', {
      'charters/a.yaml': charter('a', 'a'),
      'charters/b.yaml': charter('b', 'b'),
      'charters/other.yaml': charter('c', 'c'),
    });
    const id = past.commit('two', { 'charters/a.yaml': undefined, 'charters/other.yaml': undefined });
    past.git('mv', 'charters/b.yaml', 'charters/moved.yaml');
    past.commit('three');
    past.commit('four', { 'charters/d.yaml': charter('d', 'd') });
    expect(await vanished('a', 1)).toEqual({ id: 'a', commit: id, file: 'charters/a.yaml' });
    expect(await vanished('b', 1)).toBeUndefined();
    expect(await vanished('c', 1)).toBeUndefined();
    expect(await vanished('c', 3)).toEqual({ id: 'c', commit: id, file: 'charters/other.yaml' });
    expect(await vanished('HEAD~1')).toBeUndefined();
  });
});

describe('an id', () => {
  const text = (id: string, words: string): string => charter(id, words, 'https://one.example');

  test('that two charters swap is followed from file to file', async () => {
    past.commit('one', { 'charters/a.yaml': charter('a', '1'), 'charters/b.yaml': charter('b', '1') });
    past.commit('swap', { 'charters/a.yaml': charter('b', '1'), 'charters/b.yaml': charter('a', '2') });
    past.commit('later', { 'charters/b.yaml': charter('a', '3') });
    expect(await follow('charters/b.yaml')).toEqual([
      'later: charters/b.yaml < same',
      'swap: charters/b.yaml < charters/a.yaml',
      'one: charters/a.yaml',
    ]);
    expect((await walk()).slice(1, 3)).toEqual([
      'swap: charters/a.yaml < charters/b.yaml',
      'swap: charters/b.yaml < charters/a.yaml',
    ]);
  });

  test('that two charters swap in a merge is followed on each side', async () => {
    past.commit('one', { 'charters/a.yaml': charter('a', '1'), 'charters/b.yaml': charter('b', '1') });
    past.git('checkout', '-qb', 'side');
    past.commit('side', { 'charters/a.yaml': charter('a', '2'), 'charters/b.yaml': charter('b', '2') });
    past.git('checkout', '-q', 'main');
    past.commit('main', { 'charters/a.yaml': charter('a', '3'), 'charters/b.yaml': charter('b', '3') });
    expect(() => past.record(['merge', '-q', 'side'])).toThrow();
    past.commit('merge', { 'charters/a.yaml': charter('b', '4'), 'charters/b.yaml': charter('a', '4') });
    const merge = 'merge: charters/a.yaml < charters/b.yaml charters/b.yaml';
    expect((await walk())[0]).toBe(merge);
    expect(await follow('charters/a.yaml')).toEqual([
      merge,
      'main: charters/b.yaml < same',
      'side: charters/b.yaml < same',
      'one: charters/b.yaml',
    ]);
  });

  test('that moves to a file whose own charter goes leaves the other one removed', async () => {
    past.commit('one', { 'charters/a.yaml': charter('a', '1'), 'charters/b.yaml': charter('b', '1') });
    past.commit('two', { 'charters/a.yaml': charter('b', '1'), 'charters/b.yaml': undefined });
    const removal = 'two: charters/a.yaml gone < same';
    expect((await walk()).slice(0, 3)).toEqual([
      'two: charters/a.yaml < charters/b.yaml',
      removal,
      'two: charters/b.yaml gone to charters/a.yaml < same',
    ]);
    const { commit = '', file = '' } = (await vanished('a')) ?? {};
    expect(await follow(file, { from: [commit], gone: true })).toEqual([removal, 'one: charters/a.yaml']);
  });

  test('that became another in its file is found where it ended, and told what it became', async () => {
    past.commit('one', { 'charters/a.yaml': text('a', '1'), 'charters/k.yaml': 'k' });
    const end = past.commit('renamed', { 'charters/a.yaml': text('c', '1') });
    past.commit('later', { 'charters/a.yaml': text('c', '2') });
    expect(await vanished('a')).toEqual({ id: 'a', commit: end, file: 'charters/a.yaml' });
    expect(await follow('charters/a.yaml', { from: [end], gone: true })).toEqual([
      'renamed: charters/a.yaml gone to charters/a.yaml < same',
      'one: charters/a.yaml',
    ]);
    expect(await follow('charters/a.yaml')).toEqual([
      'later: charters/a.yaml < same',
      'renamed: charters/a.yaml < same',
      'one: charters/a.yaml',
    ]);
  });

  test.each([
    ['in its file', { 'charters/a.yaml': text('c', '1') }, 'charters/a.yaml'],
    ['with it', { 'charters/a.yaml': undefined, 'charters/c.yaml': text('c', '1') }, 'charters/c.yaml'],
  ])('that was renamed %s and is given to a new charter has both lives', async (_, files, later) => {
    past.commit('one', { 'charters/a.yaml': text('a', '1'), 'charters/k.yaml': 'k' });
    past.commit('renamed', files);
    past.commit('new', { 'charters/z.yaml': charter('a', '2') });
    expect(await follow('charters/z.yaml')).toEqual([
      'new: charters/z.yaml',
      `renamed: charters/a.yaml gone to ${later} < same`,
      'one: charters/a.yaml',
    ]);
  });

  test('does not vanish where only its file moved or words near it changed', async () => {
    past.commit('one', { 'charters/a.yaml': charter('a', '1'), 'charters/k.yaml': 'k' });
    past.commit('moved', { 'charters/a.yaml': undefined, 'charters/sub/b.yaml': charter('a', '1') });
    past.commit('changed', { 'charters/sub/b.yaml': `# first\n${charter('a', '2')}` });
    expect(await vanished('a')).toBeUndefined();
  });
});

describe('a shallow clone', () => {
  test('is said to be one where the walk reaches its end, and its end is no beginning', async () => {
    past.commit('one', { 'charters/a.yaml': '1' });
    past.commit('two', { 'charters/a.yaml': '2' });
    past.commit('three', { 'charters/a.yaml': '3' });
    const clone = mkdtempSync(join(tmpdir(), 'charter-shallow-'));
    past.git('clone', '-q', '--depth', '2', `file://${past.root}`, clone);
    for (const pages of [
      walkHistory(clone, head(clone)),
      followFile(clone, 'charters/a.yaml', head(clone)),
    ]) {
      const { versions, shallow } = await collect(pages);
      expect(shallow).toBe(true);
      expect(versions.map(({ commit }) => commit.boundary ?? false)).toEqual([false, true]);
    }
    const last = { ...head(clone), not: [past.id('HEAD~1')] };
    expect((await collect(walkHistory(clone, last))).shallow).toBe(false);
    rmSync(clone, { recursive: true });
  });
});

describe('blobs', () => {
  test('come from one process in any number, missing ones left out', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 450 }, (_, number) => [
        `charters/${number}.yaml`,
        `text ${number}\n`.repeat(number),
      ]),
    );
    past.commit('many', files);
    const ids = past.git('ls-tree', '-r', '--format=%(objectname)', 'HEAD').trim().split('\n');
    const blobs = openBlobs(past.root);
    const missing = 'f'.repeat(40);
    const [some, all] = await Promise.all([
      blobs.read([ids[3] ?? '', missing]),
      blobs.read([...ids, ...ids]),
    ]);
    expect([some.size, all.size, blobs.refusal(missing)]).toEqual([1, 450, 'missing']);
    const texts = new Set(Object.values(files));
    expect([...all.values()].every((bytes) => texts.has(bytes.toString()))).toBe(true);
    expect(await blobs.read([past.id('HEAD^{tree}')])).toEqual(new Map());
    blobs.close();
    expect((await blobs.read([ids[3] ?? ''])).size).toBe(1);
    blobs.close();
  });
});
