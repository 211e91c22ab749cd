/** What is odd in a repository is told in words that help, and does not hide the rest. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Folder } from './surroundings.ts';

const page = readFileSync(new URL('../../snapshots/normandie/2026-11-21.txt', import.meta.url));

let folder: Folder;
beforeEach(async () => {
  folder = new Folder();
  await folder.call(['init', '--lang', 'fr']);
  folder.write('page.txt', page);
  await folder.call(['import', 'page.txt', '--portal', 'one']);
});
afterEach(() => folder.remove());

function git(...words: readonly string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...words], { cwd: folder.root, stdio: 'ignore' });
}

function commit(): void {
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'one');
}

function copyOneOf(file: string, id: string): void {
  folder.write(file, folder.read(file).replace('charter: one', `charter: ${id}`));
}

function copyOne(file: string, id: string): void {
  folder.write(file, folder.read('charters/one.yaml').replace('charter: one', `charter: ${id}`));
}

describe('a charter that is only on one side', () => {
  test('gone from the work tree, is shown as removed', async () => {
    commit();
    rmSync(join(folder.root, 'charters/one.yaml'));
    const { status, output, messages } = await folder.call(['diff', 'one']);
    expect({ status, messages }).toEqual({ status: 0, messages: '' });
    expect(output).toContain('cookies: 4 → 0\nCharter gone: it is not in the work tree\n');
  });

  test('not committed yet, is shown as new', async () => {
    commit();
    copyOne('charters/two.yaml', 'two');
    const { status, output, messages } = await folder.call(['diff', 'two']);
    expect({ status, messages }).toEqual({ status: 0, messages: '' });
    expect(output).toContain('cookies: 0 → 4\nNew charter: it is not in HEAD\n');
    expect((await folder.call(['diff', 'two@HEAD'])).output).toBe(output);
    expect(await folder.call(['show', 'two@HEAD'])).toMatchObject({ status: 2 });
  });

  test('with another id on the other side, is one charter', async () => {
    commit();
    git('mv', 'charters/one.yaml', 'charters/two.yaml');
    copyOneOf('charters/two.yaml', 'two');
    git('add', '-A');
    for (const words of [['one'], ['one@HEAD'], ['one', 'one@HEAD'], ['two']]) {
      const { status, output, messages } = await folder.call(['diff', ...words, '--exit-code', '--json']);
      expect({ words, status, messages }).toEqual({
        words,
        status: 0,
        messages: 'two was called one in HEAD.\n',
      });
      expect(output).toContain('"changes": []');
    }
    expect(await folder.call(['diff', 'one', '--staged', '--exit-code'])).toMatchObject({
      status: 0,
      messages: 'one was called two in the index.\n',
    });
    git('commit', '-qm', 'two');
    for (const words of [['one@HEAD~1'], ['one@HEAD~1..HEAD'], ['two@HEAD~1']]) {
      const { status, messages } = await folder.call(['diff', ...words, '--exit-code']);
      expect({ words, status, messages }).toEqual({
        words,
        status: 0,
        messages: 'two was called one in HEAD~1.\n',
      });
    }
    for (const words of [
      ['diff', 'one'],
      ['diff', 'one@HEAD'],
      ['blame', 'one'],
    ]) {
      const { status, messages } = await folder.call(words);
      expect([status, messages]).toEqual([2, expect.stringContaining('it was renamed two on')]);
    }
    expect((await folder.call(['log', 'two@HEAD~1'])).output).toContain('new charter');
    expect((await folder.call(['blame', 'two@HEAD~1'])).output).toContain('one@HEAD~1 (charters/one.yaml)');
    const early = await folder.call(['show', 'one@2020-01-01']);
    expect([early.status, early.messages]).toEqual([2, expect.stringContaining('no version of one as old')]);
  });

  test('removed and committed, is said to be', async () => {
    commit();
    git('rm', '-q', 'charters/one.yaml');
    git('commit', '-qm', 'gone');
    for (const words of [
      ['diff', 'one'],
      ['blame', 'one'],
    ]) {
      const { status, messages } = await folder.call(words);
      expect([status, messages]).toEqual([2, expect.stringContaining('“one” any more: it was removed on')]);
    }
    expect(await folder.call(['log', 'two@HEAD~1'])).toMatchObject({ status: 2 });
  });

  test('came later, is not called uncommitted where it was not yet', async () => {
    commit();
    copyOne('charters/two.yaml', 'two');
    git('add', '-A');
    git('commit', '-qm', 'two');
    const { status, messages } = await folder.call(['log', 'two@HEAD~1']);
    expect([status, messages]).toEqual([2, expect.stringContaining('no charter “two” in HEAD~1')]);
  });

  test('on neither side, is unknown', async () => {
    commit();
    const { status, messages } = await folder.call(['diff', 'onf']);
    expect(status).toBe(2);
    expect(messages).toContain('Did you mean one?');
  });
});

describe('git', () => {
  test('without a commit is said to have none', async () => {
    git('init', '-q', '-b', 'main');
    for (const words of [['diff'], ['diff', 'one'], ['diff', 'one@HEAD']]) {
      const { status, messages } = await folder.call(words);
      expect([status, messages]).toEqual([2, expect.stringContaining('no commit here yet')]);
    }
  });

  test('in a bare repository says how to go on', async () => {
    commit();
    const bare = new Folder();
    git('clone', '-q', '--bare', '.', bare.root);
    for (const words of [['list'], ['show', 'one'], ['diff'], ['diff', '--staged'], ['diff', 'one@HEAD']]) {
      const { status, messages } = await bare.call(words);
      expect([status, messages]).toEqual([4, expect.stringMatching(/bare git repository.*git clone/)]);
    }
    bare.remove();
  });
});

describe('from outside of the folder of charters', () => {
  const commands = [
    ['diff', '--exit-code'],
    ['diff', '-q'],
    ['diff', '--staged', '--exit-code'],
    ['diff', 'HEAD..HEAD', '--exit-code'],
    ['diff', '--json'],
    ['log'],
    ['log', '--json'],
    ['log', 'one'],
    ['blame', 'one'],
  ];

  test.each(commands)('“%s %s %s” does not take finding nothing for no change', async (...words) => {
    const outer = new Folder();
    const given = words.filter((word) => word !== undefined);
    for (const file of ['.charter.yaml', 'charters/one.yaml']) outer.write(`sub/${file}`, folder.read(file));
    const inOuter = { cwd: outer.root, stdio: 'ignore' } as const;
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    for (const line of [
      ['init', '-q'],
      ['add', '-A'],
      [...identity, 'commit', '-qm', 'one'],
    ])
      execFileSync('git', line, inOuter);
    const { status, output, messages } = await outer.call(given);
    expect({ status, output }).toEqual({ status: 2, output: undefined });
    expect(messages).toContain('there is no folder “charters” in');
    outer.remove();
  });

  test('a history that once had charters is told, and nothing is refused', async () => {
    commit();
    git('rm', '-rq', 'charters');
    git('commit', '-qm', 'gone');
    const streamed = await folder.call(['log', '-n', '1']);
    expect(streamed.status).toBe(0);
    expect(await folder.call(['diff', 'HEAD~1..HEAD', '--exit-code'])).toMatchObject({ status: 1 });
    expect(await folder.call(['diff', '--exit-code'])).toMatchObject({ status: 2 });
  });
});

describe('an id', () => {
  test('other than the name of its file is named, and never suggested for itself', async () => {
    copyOne('charters/nine.yaml', 'ten');
    const { status, messages } = await folder.call(['show', 'nine']);
    expect(status).toBe(2);
    expect(messages).toBe(
      'charter: charters/nine.yaml holds “ten”, not “nine”. Name it ten, or change the id at its top.\n',
    );
    expect(await folder.call(['show', 'ten'])).toMatchObject({ status: 0 });
  });

  test('in two files is refused before anything is compared', async () => {
    commit();
    copyOne('charters/a.yaml', 'one');
    const { status, output, messages } = await folder.call(['diff']);
    expect({ status, output }).toEqual({ status: 3, output: undefined });
    expect(messages).toContain('charters/a.yaml and charters/one.yaml');
    expect(await folder.call(['list'])).toMatchObject({
      status: 3,
      messages: expect.stringContaining('two files hold “one”'),
    });
  });
});

describe('a folder named like a charter', () => {
  beforeEach(() => {
    commit();
    mkdirSync(join(folder.root, 'charters/folder.yaml'));
    copyOne('charters/two.yaml', 'two');
  });

  test('is a finding of lint, which goes on', async () => {
    folder.write('charters/wrong.yaml', 'charter: wrong\n');
    const { status, output } = await folder.call(['lint']);
    expect(status).toBe(1);
    expect(output).toContain('charters/folder.yaml:1:1: error: This is a folder');
    expect(output).toContain('charters/wrong.yaml');
    expect(await folder.call(['lint', 'charters/folder.yaml'])).toMatchObject({ status: 4 });
  });

  test('does not hide the others from diff and list', async () => {
    for (const command of ['diff', 'list']) {
      const { status, output, messages } = await folder.call([command]);
      expect(status).toBe(4);
      expect(output).toContain('two');
      expect(messages).toContain('charters/folder.yaml is a folder');
    }
  });
});

describe('a capture', () => {
  test('beside its own charter differs in nothing: its address is the portal’s', async () => {
    const { output } = await folder.call(['show', 'one', '--format', 'markdown']);
    folder.write('one.md', output ?? '');
    for (const words of [
      ['one', './one.md'],
      ['./one.md', 'one'],
    ])
      expect(await folder.call(['diff', ...words, '--json', '--exit-code'])).toMatchObject({ status: 0 });
  });

  test('with an address that is not alone in its paragraph is still the portal’s', async () => {
    folder.write(
      'charters/two.yaml',
      [
        'charter: two',
        'language: fr',
        'variables:',
        '  url: https://two.example',
        'title: Charte',
        'body:',
        '  - paragraph: Le site <https://two.example> et le site <https://other.example> posent des cookies.',
        '',
      ].join('\n'),
    );
    folder.write('two.md', (await folder.call(['show', 'two', '--format', 'markdown'])).output ?? '');
    const { output } = await folder.call(['diff', 'two', './two.md', '--json']);
    expect(JSON.parse(output ?? '')).toMatchObject({ diffs: [{ changes: [] }] });
  });

  test('tells its doubts', async () => {
    folder.write('dense.md', `# T\n\nWords.\n\n${'['.repeat(3_000)}${']'.repeat(3_000)}.\n`);
    for (const words of [
      ['show', './dense.md'],
      ['diff', './dense.md', 'one'],
    ])
      expect((await folder.call(words)).messages).toContain('dense.md:5:1: warning: There is more markup');
  });

  test('written as plain text gives its table back', async () => {
    folder.write('one.txt', (await folder.call(['show', 'one'])).output ?? '');
    expect(folder.read('one.txt')).toContain('\tsessionid\t');
    await folder.call(['import', 'one.txt', '--portal', 'again']);
    const tables = (yaml: string): string => yaml.slice(yaml.indexOf('\ntables:'));
    expect(tables(folder.read('charters/again.yaml'))).toBe(tables(folder.read('charters/one.yaml')));
  });
});

describe('a bare charter', () => {
  test('lists the charters and says where help is', async () => {
    const { output, status } = await folder.call([]);
    const list = await folder.call(['list']);
    expect(status).toBe(0);
    expect(output).toBe(`${list.output}\nWhat can be done with them: charter --help\n`);
  });
});

describe('a mistake', () => {
  test.each<[readonly string[], number, string]>([
    [['diff', '-U', '-1'], 2, '-U needs a whole number from 0, not “-1”.\nSee: charter diff --help'],
    [['diff', '-U'], 2, 'See: charter diff --help'],
    [['show', 'template:'], 2, '“template:” names no template.'],
    [['show', 'one@'], 2, '“one@”: after @ comes a git revision'],
    [['show', '@HEAD'], 2, '“@HEAD” names no charter.'],
    [['help', 'constructor'], 2, 'See: charter --help'],
    [
      ['import', 'page.txt', '--portal', 'x', '--captured', '2027-01-01'],
      2,
      'still to come: today is 2026-11-21',
    ],
  ])('%j', async (words, status, sentence) => {
    const outcome = await folder.call(words);
    expect(outcome.status).toBe(status);
    expect(outcome.messages).toContain(sentence);
  });

  test.each(['fond', 'de fond', 'rédactionnelle', 'Redactionnelle', 'forme,propre', 'propre au portail'])(
    '--only %s is none',
    async (word) => {
      copyOne('charters/two.yaml', 'two');
      expect(await folder.call(['diff', 'one', 'two', '--only', word])).toMatchObject({ status: 0 });
    },
  );
});
