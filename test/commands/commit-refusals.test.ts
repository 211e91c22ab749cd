import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Office } from './office.ts';

const one = 'charters/one.yaml';
const march = 'snapshots/one/2026-03-01.md';

let office: Office;
beforeEach(async () => {
  office = new Office();
  await office.import('one', { captured: '2026-03-01' });
  await office.commitAs();
}, 20_000);
afterEach(() => office.remove());

async function refused(...words: readonly string[]): Promise<readonly [number, string]> {
  const { output, messages = '', status } = await office.call(['commit', ...words, '--lang', 'en']);
  expect(output).toBeUndefined();
  return [status, messages.replaceAll(office.root, '/somewhere')];
}

describe('hooks', () => {
  beforeEach(() => office.edit(one, '13 mois', '25 mois'));

  test('see what is about to be committed, as the user would have them see it', async () => {
    office.write({ 'notes.txt': 'staged' });
    office.git('add', 'notes.txt');
    office.hook(
      'pre-commit',
      'git diff --cached --name-only >seen; git status --porc=v1 >/dev/null || exit 1',
    );
    office.hook('prepare-commit-msg', 'head -n 1 "$1" >>seen');
    office.hook('commit-msg', 'echo "Reviewed-by: hook" >>"$1"');
    vi.stubEnv('OF_THE_USER', 'yes');
    vi.stubEnv('PAGER', 'less');
    vi.stubEnv('EDITOR', 'vi');
    office.hook('post-commit', 'echo "$OF_THE_USER $EDITOR $(env | grep -c LITERAL) $LC_ALL" >>seen');
    vi.stubEnv('LC_ALL', 'fr_FR.UTF-8');
    await office.commitAs('-m', 'Durées');
    expect(office.read('seen')).toBe(`${one}\nDurées\nyes vi 0 fr_FR.UTF-8\n`);
    expect(office.trailers()).toEqual(['Edited: one', 'Change: content', 'Reviewed-by: hook']);
  });

  test('refuse in their own words, and nothing has changed', async () => {
    office.write({ 'notes.txt': 'staged' });
    office.git('add', 'notes.txt');
    await office.import('two', { captured: '2026-03-01' });
    const before = office.state();
    office.hook('pre-commit', `printf 'Relisez \\033[31mla charte\\033[0m.\\nPuis recommencez.\\n'; exit 1`);
    await expect(await office.transcript('commit', '--lang', 'fr')).toMatchFileSnapshot(
      'golden/commit-refused.fr.txt',
    );
    await expect(await office.transcript('commit', '--lang', 'en')).toMatchFileSnapshot(
      'golden/commit-refused.en.txt',
    );
    expect(office.state()).toBe(before);
  });

  test('refuse without a word', async () => {
    const before = office.state();
    office.hook('commit-msg', 'exit 1');
    expect(await refused()).toEqual([
      4,
      'charter: git did not make the commit, and everything is as it was before.\n',
    ]);
    expect(office.state()).toBe(before);
  });

  test('change what is committed: the commit is told as it is', async () => {
    await office.import('two', { captured: '2026-03-01' });
    office.write({ 'notes.txt': 'x' });
    office.hook(
      'pre-commit',
      [
        `sed -i 's/25 mois/26 mois/' ${one}; git add ${one} notes.txt`,
        'git rm -q --cached charters/two.yaml',
      ].join('\n'),
    );
    office.hook('commit-msg', 'echo "Autre sujet" >"$1"');
    const { output = '', messages = '', status } = await office.call(['commit', '--lang', 'en']);
    expect(status).toBe(0);
    expect(output).toBe(`${office.id('HEAD').slice(0, 8)}  Autre sujet (3 files)\n`);
    expect(office.changes()).toEqual([`M ${one}`, 'A notes.txt', 'A snapshots/two/2026-03-01.md']);
    expect(messages.replaceAll(/^[0-9a-f]{8}: /gm, '').split('\n')).toEqual([
      `${one} differs from what was to be committed; a hook changed it.`,
      'charters/two.yaml is not in it; a hook left it out.',
      'notes.txt is in it besides; a hook added it.',
      'the message lacks “Edited: one”, which charter reads; a hook removed it.',
      'the message lacks “Capture: snapshots/two/2026-03-01.md”, which charter reads; a hook removed it.',
      expect.stringMatching(/^the message lacks “Imported: two [0-9a-f]{16}”/),
      'the message lacks “Change: content”, which charter reads; a hook removed it.',
      '',
    ]);
  });

  test('change a capture: nothing is committed', async () => {
    await office.import('two', { captured: '2026-03-01' });
    const capture = 'snapshots/two/2026-03-01.md';
    const before = office.state();
    office.hook('pre-commit', `echo x >>${capture}; git add ${capture}`);
    expect(await refused()).toEqual([4, expect.stringContaining(`${capture} with other contents`)]);
    expect(office.state()).toBe(before);
  });

  test('remove a file from the work tree: it is committed all the same', async () => {
    await office.import('two', { captured: '2026-03-01' });
    office.hook('pre-commit', 'rm charters/two.yaml snapshots/two/2026-03-01.md');
    expect(await office.call(['commit', 'two'])).toMatchObject({ status: 0 });
    expect(office.changes()).toEqual(['A charters/two.yaml', 'A snapshots/two/2026-03-01.md']);
  });

  test('refuse the second of two commits: the first is undone', async () => {
    office.git('checkout', '-q', one);
    office.edit(one, 'petit fichier gardé', 'petitfichier gardé');
    office.commit(`Relevé\n\nCapture: ${march}`);
    await office.import('one', { captured: '2026-03-02', duration: '25 mois' }, '--force');
    office.write({ 'notes.txt': 'staged' });
    office.git('add', 'notes.txt');
    for (const staged of [false, true]) {
      if (staged) office.git('add', one);
      const before = office.state();
      office.hook('pre-commit', 'git diff --cached --quiet -- snapshots || { echo non >&2; exit 1; }');
      const [status, messages] = await refused();
      expect([status, messages.split('\n').slice(1, 3)]).toEqual([4, ['It said:', '  non']]);
      expect(office.state()).toBe(before);
      expect(office.git('stash', 'list')).toBe('');
    }
  });
});

describe('a commit is refused', () => {
  test('while a file is unmerged, wherever it is', async () => {
    office.commit('Un', { 'notes.txt': 'un' });
    office.git('checkout', '-q', '-b', 'side', 'HEAD~');
    office.commit('Deux', { 'notes.txt': 'deux' });
    expect(() => office.git('merge', '-q', 'main')).toThrow();
    office.edit(one, '13 mois', '25 mois');
    expect(await refused('one')).toEqual([
      3,
      'charter: notes.txt is not merged yet. Settle the merge first: edit the file, then: git add notes.txt\n',
    ]);
  });

  test.each([
    ['merge', ['merge', '-q', 'side'], 'git commit', 'git merge --abort'],
    ['merge --squash', ['merge', '-q', '--squash', 'side'], 'git commit', 'git reset --merge'],
    ['cherry-pick', ['cherry-pick', 'side'], 'git cherry-pick --continue', 'git cherry-pick --abort'],
    ['revert', ['revert', 'main~'], 'git revert --continue', 'git revert --abort'],
    ['rebase', ['rebase', '-q', 'side'], 'git rebase --continue', 'git rebase --abort'],
    ['rebase', ['rebase', '-q', '--apply', 'side'], 'git rebase --continue', 'git rebase --abort'],
    ['am', ['am', '-q', '-3', '0001-Deux.patch'], 'git am --continue', 'git am --abort'],
  ])('while a %s is under way', async (doing, words, finish, leave) => {
    office.git('checkout', '-q', '-b', 'side');
    office.commit('Deux', { 'notes.txt': 'deux' });
    office.git('format-patch', '-q', '-1');
    office.git('checkout', '-q', 'main');
    for (const text of ['un', 'un et demi']) {
      office.write({ 'notes.txt': text });
      office.git('add', 'notes.txt');
      office.record(['commit', '-q', '-m', text]);
    }
    expect(() => office.git(...words)).toThrow();
    office.write({ 'notes.txt': 'trois' });
    office.git('add', 'notes.txt');
    office.edit(one, '13 mois', '25 mois');
    const before = office.state();
    const [status, messages] = await refused('one');
    expect([status, messages]).toEqual([3, expect.stringContaining(`a git ${doing} is under way`)]);
    expect(messages).toContain(`finish it with git: ${finish}, or give it up: ${leave}.`);
    expect(office.state()).toBe(before);
    office.git(...leave.split(' ').slice(1));
    office.edit(one, office.read(one).includes('25 mois') ? '25 mois' : '13 mois', '26 mois');
    expect((await office.call(['commit', 'one'])).status).toBe(0);
  });

  test.each([
    [
      'is not canonical',
      (text: string) => text.replace('language: fr', 'language:   fr'),
      'charter fmt charters/one.yaml',
    ],
    [
      'is no charter',
      (text: string) => text.replace('body:', 'corps:'),
      'charters/one.yaml cannot be read as a charter',
    ],
    ['holds a conflict', (text: string) => `<<<<<<< HEAD\n${text}`, 'cannot be read as a charter'],
    [
      'names another file',
      (text: string) => text.replaceAll('2026-03-01', '2026-03-02'),
      'snapshots/one/2026-03-02.md',
    ],
    [
      'names a file that is no capture',
      (text: string) => text.replace(/capture: .*/, 'capture: notes.md'),
      'is not where captures are kept',
    ],
    [
      'names other bytes',
      (text: string) => text.replace(/sha256: ./, 'sha256: '.padEnd(9, 'f')),
      'its contents are others',
    ],
  ])('where a charter %s', async (_, edit, said) => {
    office.write({ [one]: edit(office.read(one)) });
    const before = office.state();
    expect(await refused()).toEqual([3, expect.stringContaining(said)]);
    expect(office.state()).toBe(before);
    await office.import('two', { captured: '2026-03-01' });
    expect((await office.call(['commit', 'two'])).status).toBe(0);
  });

  test('where a committed capture was altered, or its capture is gone', async () => {
    office.edit(one, '13 mois', '25 mois');
    office.write({ [march]: `${office.read(march)}x` });
    expect(await refused()).toEqual([
      3,
      expect.stringContaining(`${march} was changed since it was committed`),
    ]);
    office.write({ [march]: undefined });
    expect(await refused()).toEqual([
      3,
      expect.stringContaining(`${march}, the capture of one, is not there`),
    ]);
  });

  test.each([one, march])('where %s is a link', async (file) => {
    await office.import('two', { captured: '2026-03-01' });
    office.edit(one, '13 mois', '25 mois');
    renameSync(join(office.root, file), join(office.root, 'elsewhere'));
    symlinkSync(join(office.root, 'elsewhere'), join(office.root, file));
    const before = office.state();
    expect(await refused()).toEqual([3, expect.stringContaining(`${file} is a link`)]);
    expect(await refused('one')).toEqual([3, expect.stringContaining(`${file} is a link`)]);
    expect(office.state()).toBe(before);
    expect((await office.call(['commit', 'two'])).status).toBe(0);
  });

  test('where git would not keep a capture as it is', async () => {
    office.write({
      'windows.txt': 'Charte\r\n\r\nNous posons des cookies.\r\n',
      '.gitattributes': '*.txt text\n',
    });
    const words = ['import', 'windows.txt', '--portal', 'two', '--captured', '2026-03-01'];
    expect((await office.call(words)).status).toBe(0);
    const before = office.state();
    expect(await refused('two')).toEqual([4, expect.stringContaining('“snapshots/** -text”')]);
    expect(office.state()).toBe(before);
    office.write({ '.gitattributes': '*.txt text\nsnapshots/** -text\n' });
    expect((await office.call(['commit', 'two'])).status).toBe(0);
    const kept = office.git('show', 'HEAD:snapshots/two/2026-03-01.txt');
    expect(kept).toBe(office.read('windows.txt'));
  });

  test.each(['skip-worktree', 'assume-unchanged'])('where git was told to pass over it: %s', async (flag) => {
    const file = 'charters/deux é.yaml';
    await office.import('two', { captured: '2026-03-01' });
    office.git('mv', '-f', '--', one, file);
    office.commit('Ailleurs');
    office.edit(file, '13 mois', '25 mois');
    office.git('update-index', `--${flag}`, file);
    const before = office.state();
    const cure = `git update-index --no-${flag} "${file}"`;
    expect(await refused()).toEqual([4, expect.stringContaining(cure)]);
    expect(await refused('--dry-run')).toEqual([4, expect.stringContaining(cure)]);
    expect(office.state()).toBe(before);
    office.git('update-index', `--no-${flag}`, file);
    expect((await office.call(['commit'])).status).toBe(0);
  });

  test('where git does not know whose it would be', async () => {
    office.edit(one, '13 mois', '25 mois');
    for (const who of ['AUTHOR', 'COMMITTER'])
      for (const what of ['NAME', 'EMAIL']) vi.stubEnv(`GIT_${who}_${what}`, undefined);
    office.git('config', 'user.useConfigOnly', 'true');
    expect(await refused()).toEqual([4, expect.stringContaining('git config --global user.name')]);
    expect((await office.call(['commit', '--dry-run'])).status).toBe(0);
  });

  test('while another git holds the index', async () => {
    office.edit(one, '13 mois', '25 mois');
    office.write({ '.git/index.lock': '' });
    expect(await refused()).toEqual([4, expect.stringContaining('/somewhere/.git/index.lock exists')]);
    expect((await office.call(['commit', '--dry-run'])).status).toBe(0);
  });

  test('without git, without a repository, and where that has no work tree', async () => {
    office.edit(one, '13 mois', '25 mois');
    const path = process.env['PATH'];
    vi.stubEnv('PATH', '/nowhere');
    expect(await refused()).toEqual([
      4,
      'charter: git was not found, and nothing was committed. Install git.\n',
    ]);
    vi.stubEnv('PATH', path);
    office.git('clone', '-q', '--bare', '.', 'bare.git');
    rmSync(join(office.root, '.git'), { recursive: true });
    expect(await refused()).toEqual([4, expect.stringContaining('Start with: git init')]);
    rmSync(join(office.root, 'charters'), { recursive: true });
    const { status, messages } = await office.call(['commit', '--lang', 'en'], 'bare.git');
    expect([status, messages]).toEqual([4, expect.stringContaining('is a bare git repository')]);
  });

  test.each([
    [['nobody'], 'there is no charter “nobody”'],
    [['one@HEAD'], 'without @'],
    [['./charters/one.yaml'], 'is a path'],
    [['template:none'], 'there is no template “none”'],
    [['-m', ''], '-m needs a value'],
    [['-m', '-x $1'], "write: '--message=-x $1'"],
    [['-m', ' \n '], '-m needs a text'],
    [['-m', 'Durées\n\nchange : technical'], '“change : technical” is for charter itself'],
    [['-m', 'Durées\n\nRef: 1\nCapture: x'], '“Capture: x” is for charter itself'],
  ])('where %j is asked for', async (words, said) => {
    office.edit(one, '13 mois', '25 mois');
    const before = office.state();
    expect(await refused(...words)).toEqual([2, expect.stringContaining(said)]);
    expect(office.state()).toBe(before);
  });
});

describe('programs that the repository itself brings', () => {
  const trace = (name: string): string => `sh -c 'echo ${name} >>"${office.root}/ran"; cat'`;
  const configure = (name: string): void => void office.git('config', name, trace(name));

  beforeEach(() => office.edit(one, '13 mois', '25 mois'));

  test.each(['filter.own.clean', 'filter.own.process', 'filter.a=b.clean'])(
    '%s is not run on a charter: it is named, and nothing is committed',
    async (name) => {
      configure(name);
      office.write({ '.git/info/attributes': `charters/** filter=${name.split('.')[1]}\n` });
      const head = office.id('HEAD');
      const [status, message] = await refused();
      expect(status).toBe(4);
      expect(message).toContain(`a program on ${one} (${name}: sh -c`);
      expect(message).toContain(`git config --global ${name} `);
      expect(await refused('--dry-run')).toEqual([4, message]);
      expect(office.id('HEAD')).toBe(head);
      expect(office.has('ran')).toBe(false);
    },
  );

  test('are not run on what stands beside the charters either', async () => {
    office.write({ 'notes.txt': 'a' }).git('add', 'notes.txt');
    office.git('-c', 'user.name=Zoé', '-c', 'user.email=zoe@example.org', 'commit', '-qm', 'Notes');
    for (const name of ['filter.own.clean', 'filter.own.process', 'core.fsmonitor', 'gpg.program'])
      configure(name);
    office.git('config', 'filter.own.required', 'true');
    office.write({ '.git/info/attributes': 'notes.txt filter=own\n', 'notes.txt': 'b' });
    await office.commitAs();
    expect(office.changes()).toEqual([`M ${one}`]);
    expect(office.has('ran')).toBe(false);
  });

  test('do not sign', async () => {
    configure('gpg.program');
    office.git('config', 'commit.gpgSign', 'true');
    const [status, message] = await refused();
    expect([status, message]).toEqual([4, expect.stringContaining('signs your commit (gpg.program: sh -c')]);
    expect(office.has('ran')).toBe(false);
  });

  test('are run where the user has them too', async () => {
    configure('filter.own.clean');
    // Never with --global, which writes to whatever file stands in the place of the user's.
    const file = join(office.root, 'own-settings');
    office.git('config', '--file', file, 'filter.own.clean', trace('filter.own.clean'));
    vi.stubEnv('GIT_CONFIG_GLOBAL', file);
    office.write({ '.git/info/attributes': 'charters/** filter=own\n' });
    await office.commitAs();
    expect(office.has('ran')).toBe(true);
  });
});
