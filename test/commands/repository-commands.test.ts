/** init, lint, fmt and diff on repositories of their own: what they find, write and leave alone. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureMessages } from '../../src/messages/failures.ts';
import { Folder } from './surroundings.ts';

const page = readFileSync(new URL('../../snapshots/normandie/2026-11-21.txt', import.meta.url));

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

function git(...words: readonly string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...words], { cwd: folder.root, stdio: 'ignore' });
}

async function start(): Promise<void> {
  await folder.call(['init', '--lang', 'fr']);
  folder.write('page.txt', page);
  await folder.call(['import', 'page.txt', '--portal', 'one']);
}

function commit(): void {
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'one');
}

function change(portal: string, from: string, to: string): void {
  const file = `charters/${portal}.yaml`;
  folder.write(file, folder.read(file).replace(from, to));
}

describe('init', () => {
  test('leaves to another run the file that it is writing', async () => {
    folder.write('.gitattributes', '*.png binary\n');
    folder.write('..gitattributes.lock', '');
    const { status, messages } = await folder.call(['init', '--lang', 'en']);
    expect([status, messages]).toEqual([4, expect.stringContaining('.gitattributes was changed while')]);
    expect(folder.read('.gitattributes')).toBe('*.png binary\n');
  });

  test('makes a repository that lint finds nothing in, and twice changes nothing', async () => {
    const first = await folder.call(['init', 'new', '--lang', 'fr']);
    expect(first.status).toBe(0);
    expect(Object.keys(folder.files())).toEqual([
      'new/.charter.yaml',
      'new/.gitattributes',
      'new/charters/charter.schema.json',
      'new/charters/templates/depart-fr.yaml',
    ]);
    const before = folder.files();
    const second = await folder.call(['init', 'new', '--lang', 'en']);
    expect(second.output).toContain('nothing was changed');
    expect(folder.files()).toEqual(before);
    expect(await folder.call(['-C', 'new', 'lint'])).toMatchObject({ status: 0, output: '' });
  });

  test.each(['en', 'fr'])('starts from a template in canonical form, in %s', async (language) => {
    await folder.call(['init', '--lang', language]);
    expect(await folder.call(['fmt', '--check'])).toMatchObject({ status: 0, output: '' });
  });

  test('starts from the templates that are named, which are those of the five charters and of the newer generation', async () => {
    const names = ['opendatasoft-fr', 'opendatasoft-en'];
    await folder.call(['init', '--template', names.join(',')]);
    for (const name of names) {
      const file = `charters/templates/${name}.yaml`;
      const shipped = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
      expect(folder.read(file)).toBe(shipped);
    }
    expect(await folder.call(['fmt', '--check'])).toMatchObject({ status: 0, output: '' });
    expect(await folder.call(['lint'])).toMatchObject({ status: 0, output: '' });
  });

  test('adds a template that is named to those that are there, and overwrites none', async () => {
    await folder.call(['init']);
    await folder.call(['init', '--template', 'opendatasoft-fr']);
    const file = 'charters/templates/opendatasoft-fr.yaml';
    folder.write(file, folder.read(file).replace('Charte cookies', 'Charte des cookies'));
    const before = folder.files();
    expect(Object.keys(before).filter((name) => name.includes('templates/'))).toHaveLength(2);
    await folder.call(['init', '--template', 'opendatasoft-fr']);
    expect(folder.files()).toEqual(before);
  });

  test('refuses a template that does not come with it, naming those that do', async () => {
    const refused = await folder.call(['init', '--template', 'opendatasoft-fr,opendatasoft', '--lang', 'en']);
    expect(refused).toMatchObject({ status: 2 });
    expect(refused.messages).toContain('opendatasoft-en, opendatasoft-fr');
    expect(folder.files()).toEqual({});
  });

  test('adds only the missing lines, and shows on a dry run what it would make', async () => {
    folder.write('.gitattributes', '* text=auto\nsnapshots/**   -text');
    const before = folder.files();
    expect((await folder.call(['init', '--dry-run'])).output).toContain('would make .gitattributes');
    expect(folder.files()).toEqual(before);
    await folder.call(['init']);
    expect(folder.read('.gitattributes')).toBe(
      '* text=auto\nsnapshots/**   -text\ncharters/** text eol=lf\n',
    );
  });

  test('refuses a file in its place', async () => {
    folder.write('file', '');
    expect(await folder.call(['init', 'file'])).toMatchObject({ status: 4 });
  });
});

describe('lint', () => {
  test('names a lost capture, a missing template, a twin and a bad setting, each with its place', async () => {
    await start();
    folder.write(
      'charters/west/two.yaml',
      folder.read('charters/one.yaml').replace('$schema=', '$schema=../'),
    );
    folder.write('snapshots/one/2026-11-21.txt', 'altered');
    change('one', 'language: fr', 'follows: nowhere\nlanguage: fr');
    folder.write('.charter.yaml', 'langage: fr\n');
    const { status, output, messages } = await folder.call(['lint']);
    expect(status).toBe(1);
    for (const line of [
      /^charters\/one\.yaml:\d+:\d+: .*SHA-256 differs/m,
      /^charters\/one\.yaml:\d+:\d+: .*"nowhere"/m,
      /^charters\/one\.yaml:1:1: error: .*charters\/west\/two\.yaml/m,
      /^\.charter\.yaml:1:1: error: .*"language"/m,
    ])
      expect(output).toMatch(line);
    expect(messages).toMatch(/\d errors?, \d warnings? in 4 files/);
    const json = await folder.call(['lint', '--json']);
    expect(JSON.parse(json.output ?? '')).toMatchObject({ schemaVersion: 1, command: 'lint', files: 4 });
  });
});

describe('fmt', () => {
  test('keeps comments, writes once, and checks without writing', async () => {
    await start();
    const canonical = folder.read('charters/one.yaml');
    const loose = canonical.replace(/^title: (.*)$/m, '# seen by the DPO\ntitle:   "$1"');
    folder.write('charters/one.yaml', loose);
    expect(await folder.call(['fmt', '--check'])).toMatchObject({ status: 1 });
    expect(await folder.call(['fmt', '--dry-run'])).toMatchObject({ status: 0 });
    expect(folder.read('charters/one.yaml')).toBe(loose);
    expect((await folder.call(['fmt', 'one'])).output).toBe('charters/one.yaml: formatted\n');
    expect(folder.read('charters/one.yaml')).toBe(canonical.replace(/^title:/m, '# seen by the DPO\ntitle:'));
    expect(await folder.call(['fmt', '--check'])).toMatchObject({ status: 0 });
  });
});

describe('diff', () => {
  async function summaries(...words: readonly string[]): Promise<readonly unknown[]> {
    const { output } = await folder.call(['diff', ...words, '--json']);
    return JSON.parse(output ?? '{}').diffs;
  }

  test('of one charter is with HEAD, of a revision with now, of a range between its ends', async () => {
    await start();
    commit();
    change('one', 'petite taille', 'toute petite taille');
    git('commit', '-qam', 'two');
    change('one', 'internaute', 'visiteur');
    expect(await summaries('one')).toMatchObject([{ a: { revision: 'HEAD' }, summary: { variable: 0 } }]);
    expect((await folder.call(['diff', 'one'])).output).not.toContain('toute petite');
    const both = (await folder.call(['diff', 'one@HEAD~1', '--all'])).output;
    expect(both).toContain('toute');
    expect(both).toContain('visiteur');
    const range = (await folder.call(['diff', 'one@HEAD~1..HEAD'])).output;
    expect(range).toContain('toute');
    expect(range).not.toContain('visiteur');
    expect((await folder.call(['diff', 'HEAD~1..', '--name-only'])).output).toContain('one');
  });

  test('of everything tells what is new and what is gone, and opens only what changed', async () => {
    await start();
    await folder.call(['import', 'page.txt', '--portal', 'gone']);
    commit();
    expect((await folder.call(['diff'])).output).toBe('No charter differs from HEAD.\n');
    await folder.call(['import', 'page.txt', '--portal', 'new']);
    folder.write(
      'charters/new.yaml',
      folder.read('charters/new.yaml').replace(/^ {2}url: .*$/m, '  url: https://new.example'),
    );
    git('rm', '-q', '--cached', 'charters/gone.yaml');
    execFileSync('rm', [join(folder.root, 'charters/gone.yaml')]);
    const { output, messages } = await folder.call(['diff', '--name-only']);
    expect(messages).toBe('');
    expect(output).toBe('gone\nnew\n');
  });

  test('of everything goes on past a charter that cannot be read, which is not called gone', async () => {
    await start();
    await folder.call(['import', 'page.txt', '--portal', 'two']);
    commit();
    change('one', 'title:', 'titel:');
    change('two', 'petite taille', 'toute petite taille');
    const { status, output, messages } = await folder.call(['diff', '--name-only']);
    expect([status, output]).toEqual([3, 'two\n']);
    expect(messages).toContain('charters/one.yaml');
    expect(messages).not.toContain('gone');
  });

  test('of everything does not call a charter gone or new that cannot be read in another file', async () => {
    await start();
    commit();
    git('mv', 'charters/one.yaml', 'charters/moved.yaml');
    change('moved', 'title:', '<<<<<<< HEAD\ntitle:');
    const there = await folder.call(['diff', '--name-only']);
    expect([there.status, there.output]).toEqual([3, undefined]);
    git('commit', '-qam', 'two');
    git('mv', 'charters/moved.yaml', 'charters/one.yaml');
    change('one', '<<<<<<< HEAD\ntitle:', 'title:');
    const back = await folder.call(['diff', '--name-only']);
    expect([back.status, back.output]).toEqual([3, undefined]);
  });

  test('of everything says which command tells of a template that differs too', async () => {
    await start();
    commit();
    const template = 'charters/templates/depart-fr.yaml';
    const notes = async (...words: readonly string[]): Promise<string | undefined> =>
      (await folder.call(['diff', '--name-only', ...words])).messages;
    expect(await notes()).toBe('');
    folder.write(template, folder.read(template).replace('indique quels cookies', 'dit quels cookies'));
    expect(await notes()).toBe('A template differs: charter diff template:depart-fr\n');
    expect(await notes('--staged')).toBe('');
    git('commit', '-qam', 'two');
    expect(await notes('HEAD~1..HEAD')).toBe(
      'A template differs: charter diff template:depart-fr@HEAD~1..HEAD\n',
    );
    git('rm', '-q', template);
    expect(await notes('--staged', '--lang', 'fr')).toBe(
      'Un modèle diffère\u00a0: charter diff --staged template:depart-fr\n',
    );
  });

  test('says where a name is a portal and a file at once', async () => {
    await start();
    folder.write('one', page);
    const { status, messages } = await folder.call(['diff', 'one', './page.txt', '--stat']);
    expect(status).toBe(0);
    expect(messages).toContain('./one');
  });

  test('mixes portals, templates, files and captures', async () => {
    await start();
    for (const other of ['./page.txt', './charters/one.yaml', 'snapshots/one/2026-11-21.txt'])
      expect(await folder.call(['diff', 'one', other, '-q'])).toMatchObject({ status: 0 });
    expect(await folder.call(['diff', 'one', 'template:depart-fr', '-q'])).toMatchObject({ status: 1 });
  });

  test('finds a charter by the id inside its file, and refuses two of one id', async () => {
    await start();
    folder.write(
      'charters/west/other-name.yaml',
      folder.read('charters/one.yaml').replace('charter: one', 'charter: two'),
    );
    expect(await folder.call(['diff', 'one', 'two', '-q'])).toMatchObject({ status: 0 });
    folder.write('charters/west/one.yaml', folder.read('charters/one.yaml'));
    expect(await folder.call(['diff', 'one', 'two'])).toMatchObject({ status: 3 });
  });

  test('counts for --exit-code only the classes of --only, and never a variable alone', async () => {
    await start();
    folder.write('other.txt', page.toString('utf8').replaceAll('data.normandie', 'data.autre'));
    await folder.call(['import', 'other.txt', '--portal', 'other']);
    expect(await folder.call(['diff', 'one', 'other', '--exit-code'])).toMatchObject({ status: 0 });
    change('other', 'petite taille', 'toute petite taille');
    expect(await folder.call(['diff', 'one', 'other', '--exit-code'])).toMatchObject({ status: 1 });
    expect(await folder.call(['diff', 'one', 'other', '--exit-code', '--only', 'typographic'])).toMatchObject(
      {
        status: 0,
      },
    );
  });
});

test('every failure that the code can throw has its sentence, in both languages', () => {
  const source = fileURLToPath(new URL('../../src', import.meta.url));
  const codes = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(source, file), 'utf8').matchAll(
        /new Failure\(\s*(?:[^'(),]*\?)?\s*'([a-z0-9-]+)'(?:\s*:\s*'([a-z0-9-]+)')?/g,
      ),
    ])
    .flatMap((match) => [match[1], match[2]])
    .filter((code) => code !== undefined);
  expect(new Set(codes).size).toBeGreaterThan(30);
  for (const { sentences } of Object.values(failureMessages))
    expect([...new Set(codes)].filter((code) => !Object.hasOwn(sentences, code))).toEqual([]);
  expect(Object.keys(failureMessages.fr.sentences)).toEqual(Object.keys(failureMessages.en.sentences));
});
