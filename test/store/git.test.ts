/** Git is asked by object id only, and its configured programs never run. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { blobId, listTree, readBlobs, resolveRevision } from '../../src/store/git.ts';

let root = '';
const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];

function git(...words: string[]): string {
  return execFileSync('git', [...identity, ...words], { cwd: root, encoding: 'utf8' });
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'charter-git-'));
  git('init', '-q', '-b', 'main');
  mkdirSync(join(root, 'charters/templates'), { recursive: true });
  writeFileSync(join(root, 'charters/un é.yaml'), 'one\n');
  writeFileSync(join(root, 'charters/templates/t.yaml'), Buffer.from([0, 255, 10, 13]));
  writeFileSync(join(root, 'charters/readme.txt'), 'not a charter');
  git('add', '-A');
  git('commit', '-qm', 'one');
  git('tag', 'first');
  writeFileSync(join(root, 'charters/un é.yaml'), 'two\n');
  git('commit', '-qam', 'two');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a commit', () => {
  test('is resolved once, by any name git knows', async () => {
    const { id } = await resolveRevision(root, 'HEAD~1');
    expect(id).toMatch(/^[0-9a-f]{40}$/);
    expect((await resolveRevision(root, 'first')).id).toBe(id);
  });

  test('gives the bytes of its YAML files, whatever their names and contents', async () => {
    const commit = await resolveRevision(root, 'first');
    const files = await listTree(root, commit, 'charters');
    expect(files.map(({ file }) => file)).toEqual(['charters/templates/t.yaml', 'charters/un é.yaml']);
    const contents = await readBlobs(root, files);
    expect(contents.map((bytes) => [...bytes])).toEqual([[0, 255, 10, 13], [...Buffer.from('one\n')]]);
    expect(files.map(({ blob }, index) => blob === blobId(contents[index] ?? Buffer.of(), blob))).toEqual([
      true,
      true,
    ]);
  });

  test('is the same where PAGER, EDITOR, GIT_DIR and colour are set, and where the user forces colour', async () => {
    git('config', 'color.ui', 'always');
    for (const [name, value] of Object.entries({
      PAGER: 'false',
      EDITOR: 'false',
      GIT_DIR: '/nowhere',
      FORCE_COLOR: '1',
    }))
      vi.stubEnv(name, value);
    const commit = await resolveRevision(root, 'HEAD');
    expect(await listTree(root, commit, 'charters')).toHaveLength(2);
    vi.unstubAllEnvs();
  });
});

describe('a revision', () => {
  test.each(['--output=x', '-h', '', 'a\nb'])(
    'such as %j is refused before git sees it',
    async (revision) => {
      await expect(resolveRevision(root, revision)).rejects.toMatchObject({
        code: 'bad-revision',
        status: 2,
      });
      expect(existsSync(join(root, 'x'))).toBe(false);
    },
  );

  test.each([
    'nope',
    'HEAD~99',
    'HEAD:charters',
    '0123456789012345678901234567890123456789',
    'a b',
    'x^{/y}',
  ])('that names no commit, such as %s, fails with status 2 and the names there are', async (revision) => {
    await expect(resolveRevision(root, revision)).rejects.toMatchObject({
      code: 'unknown-revision',
      status: 2,
      suggestions: ['main', 'first'],
    });
  });

  test('is found by words of its message, wherever they are said to stand', async () => {
    const { id } = await resolveRevision(root, 'HEAD');
    const [word = ''] = /\w+/.exec(git('log', '-1', '--format=%s')) ?? [];
    for (const revision of [`:/${word}`, `HEAD^{/${word}}`])
      expect(await resolveRevision(root, revision)).toEqual({ revision, id });
  });

  test('fails with status 4 outside of any git repository', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'charter-nogit-'));
    await expect(resolveRevision(elsewhere, 'HEAD')).rejects.toMatchObject({
      code: 'not-a-git-repository',
      status: 4,
    });
    rmSync(elsewhere, { recursive: true });
  });

  test('does not run what an untrusted repository configures', async () => {
    const witness = join(root, 'ran');
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'core.pager',
      'core.editor',
      'alias.rev-parse',
      'core.sshCommand',
    ])
      git('config', key, `touch ${witness}`);
    writeFileSync(join(root, '.gitattributes'), '*.yaml diff=evil filter=evil\n');
    git('config', 'diff.evil.textconv', `touch ${witness}; cat`);
    git('config', 'filter.evil.smudge', `touch ${witness}; cat`);
    const commit = await resolveRevision(root, 'HEAD');
    await readBlobs(root, await listTree(root, commit, 'charters'));
    await resolveRevision(root, 'nope').catch(() => undefined);
    expect(existsSync(witness)).toBe(false);
  });

  test('reads what an object says, whatever a repository puts in its place', async () => {
    const commit = await resolveRevision(root, 'HEAD');
    const [file] = await listTree(root, commit, 'charters');
    const [before] = await readBlobs(root, file ? [file] : []);
    writeFileSync(join(root, 'other'), 'other words\n');
    git('replace', git('rev-parse', `HEAD:${file?.file}`).trim(), git('hash-object', '-w', 'other').trim());
    expect(await readBlobs(root, file ? [file] : [])).toEqual([before]);
  });
});
