/** What `init --ci` writes: well formed, as safe as it says, the same in both languages, and never over other files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { type CiHost, ciFiles, ciHosts } from '../../src/commands/ci-files.ts';
import { commandTable, isCommandName, takesOption } from '../../src/commands/command-table.ts';
import type { Language } from '../../src/model/language.ts';
import { Folder } from './surroundings.ts';

const languages: readonly Language[] = ['en', 'fr'];
const cases = ciHosts.flatMap((host) => languages.map((language) => [host, language] as const));

async function read(host: CiHost, file: string, language: Language = 'en', folder = '.'): Promise<string> {
  const found = (await ciFiles(host, { language, folder })).find(
    (written) => basename(written.file) === file,
  );
  if (found === undefined) throw new Error(`${host} has no ${file}`);
  return found.text;
}

/** Every value of that key, at any depth. */
function valuesOf(key: string, tree: unknown): unknown[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(key, value),
  ]);
}

async function workflow(file: string): Promise<ReturnType<typeof parse>> {
  return parse(await read('github', file));
}

describe('the files', () => {
  test.each(cases)('of %s are YAML without a doubtful place, in %s', async (host, language) => {
    for (const { text } of await ciFiles(host, { language, folder: '.' })) {
      const { errors, warnings } = parseDocument(text);
      expect([...errors, ...warnings]).toEqual([]);
      expect(text).not.toMatch(/\{[a-z]\w*[A-Z]\w*\}$/m);
      expect(text.endsWith('\n')).toBe(true);
      expect(text.split('\n').filter((line) => /^ *#/.test(line) && line.length > 110)).toEqual([]);
    }
  });

  test.each(ciHosts)('of %s do the same in both languages', async (host) => {
    const [english, french] = await Promise.all(
      languages.map((language) => ciFiles(host, { language, folder: '.' })),
    );
    const deeds = (files: typeof english): unknown =>
      files?.map(({ file, text }) => [
        file,
        parse(text.replace(/const says = \{.*?\n *\};/gs, '').replace(/^ *#.*\n/gm, '')),
      ]);
    expect(deeds(french)).toEqual(deeds(english));
    expect(french).not.toEqual(english);
  });
});

describe('the workflows of GitHub', () => {
  const both = ['charter-review.yml', 'charter-comment.yml'];

  test.each(both)('%s never runs a request with the rights of the main branch', async (file) => {
    expect(await read('github', file)).not.toContain('pull_request_target');
  });

  test.each(both)('%s puts no expression into what is run', async (file) => {
    const scripts = valuesOf('run', await workflow(file)).filter((value) => typeof value === 'string');
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });

  test.each(both)(
    '%s takes only what GitHub itself made from a request into its expressions',
    async (file) => {
      const expressions = [...(await read('github', file)).matchAll(/\$\{\{ (.+?) \}\}/g)].map(
        ([, name]) => name,
      );
      const numbers = [
        'pull_request.number',
        'pull_request.head.sha',
        'workflow_run.head_sha',
        'workflow_run.id',
      ];
      expect([...new Set(expressions)].sort()).toEqual(
        expressions.includes('github.base_ref')
          ? [
              '!cancelled()',
              'github.base_ref',
              `github.event.${numbers[1]}`,
              `github.event.${numbers[0]}`,
              'runner.temp',
            ]
          : [`github.event.${numbers[2]}`, `github.event.${numbers[3]}`, 'github.token', 'runner.temp'],
      );
    },
  );

  test.each(both)('%s names every action by a whole commit', async (file) => {
    const uses = valuesOf('uses', await workflow(file));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(String(action)))).toEqual([]);
  });

  test('the review may read and nothing else, keeps no token, and has the whole history', async () => {
    const review = await workflow('charter-review.yml');
    expect(review.permissions).toEqual({ contents: 'read' });
    expect(valuesOf('permissions', review.jobs)).toEqual([]);
    expect(review.jobs.review.steps[0].with).toMatchObject({
      'fetch-depth': 0,
      'persist-credentials': false,
    });
    expect(review.on.pull_request.types).toContain('edited');
  });

  test('the comment may write comments and nothing else, has no files of the request, and needs no shell', async () => {
    const comment = await workflow('charter-comment.yml');
    expect(Object.keys(comment.on)).toEqual(['workflow_run']);
    expect(comment.on.workflow_run.workflows).toEqual([(await workflow('charter-review.yml')).name]);
    expect(comment.permissions).toEqual({});
    expect(comment.jobs.comment.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
    const uses = valuesOf('uses', comment).map((action) => String(action).split('@')[0]);
    expect(uses).toEqual(['actions/download-artifact']);
    expect(valuesOf('shell', comment)).toEqual(['node {0}']);
  });
});

describe('the template of GitLab', () => {
  test('needs no token, shows the report, and measures quality on the main branch too', async () => {
    const jobs = parse(await read('gitlab', 'charter.gitlab-ci.yml'));
    const { artifacts } = jobs['charter-review'];
    expect(artifacts).toMatchObject({
      expose_as: 'Charter review',
      paths: ['charter-review.html'],
      when: 'always',
    });
    expect(jobs['charter-quality'].artifacts.reports).toEqual(artifacts.reports);
    expect(jobs['charter-quality'].rules).toEqual([{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
    expect(jobs['.charter'].variables.GIT_DEPTH).toBe('0');
    expect(JSON.stringify(jobs['charter-review'].script)).not.toContain('TOKEN');
  });

  test('is taken in by the file that GitLab reads', async () => {
    const { include } = parse(await read('gitlab', '.gitlab-ci.yml'));
    const files = (await ciFiles('gitlab', { language: 'en', folder: '.' })).map(({ file }) => file);
    expect(files).toContain(include[0].local);
  });
});

describe('scripts', () => {
  test.each(languages)('are written in their own languages without mistake, in %s', async (language) => {
    const comment = parse(await read('github', 'charter-comment.yml', language));
    const gitlab = parse(await read('gitlab', 'charter.gitlab-ci.yml', language));
    const [after] = gitlab['charter-review'].after_script;
    const [, noted] = /<<'SCRIPT'\n(.*?)\nSCRIPT\n/s.exec(after) ?? [];
    for (const script of [comment.jobs.comment.steps[1].run, noted]) {
      expect(() => new Script(script)).not.toThrow();
      const said = [...script.matchAll(/says\.(\w+)/g)].map(([, name]) => name);
      const known = JSON.parse(/const says = (\{.*?\});/s.exec(script)?.[1] ?? '{}');
      expect(Object.keys(known).sort()).toEqual([...new Set(said)].sort());
    }
    const review = parse(await read('github', 'charter-review.yml', language));
    const shells = [
      ...valuesOf('run', review.jobs),
      ...valuesOf('before_script', gitlab),
      ...valuesOf('script', gitlab),
      after,
    ];
    for (const script of shells.flat())
      execFileSync('bash', ['-n'], { input: String(script), stdio: ['pipe', 'inherit', 'inherit'] });
  });
});

describe('hooks of pre-commit', () => {
  const shared = parse(readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8'));

  test('are the same from this repository and from the program', async () => {
    const [{ hooks }] = parse(await read('pre-commit', '.pre-commit-config.yaml')).repos;
    const plain = (hook: Readonly<Record<string, unknown>>): unknown => ({
      ...hook,
      language: '',
      description: '',
    });
    expect(hooks.map(plain)).toEqual(shared.map(plain));
  });

  test('are those that the README shows, as it names the files and variables of the hosts', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, block = ''] = /```yaml\n(repos:\n.*?)```/s.exec(readme) ?? [];
    const [{ hooks }] = parse(block).repos;
    expect(hooks).toEqual(shared.map(({ id }: { id: string }) => ({ id })));
    const names = readme.match(
      /CHARTER_(?!LANG)[A-Z]+|charter-(?:review|comment)\.yml|\.gitlab\/charter\S+?\.yml/g,
    );
    const written = await Promise.all(ciHosts.map((host) => ciFiles(host, { language: 'en', folder: '.' })));
    const all = written.flat().map(({ file, text }) => `${file}\n${text}`);
    expect([...new Set(names)].filter((name) => !all.some((text) => text.includes(name)))).toEqual([]);
    expect(new Set(names).size).toBe(6);
  });

  test('call commands that there are', () => {
    for (const { entry } of shared) {
      const [program, command, option] = String(entry).split(' ');
      expect(program).toBe('charter');
      if (command === undefined || !isCommandName(command)) throw new Error(`no command: ${entry}`);
      expect(commandTable[command]).toBeDefined();
      expect(['--check', '--staged', undefined]).toContain(option);
      if (option === '--check') expect(takesOption(command, 'check')).toBe(true);
      if (option === '--staged') expect(takesOption(command, 'staged')).toBe(true);
    }
  });

  test.each([
    ['charters/one.yaml', ['lint', 'fmt', 'review']],
    ['data/charters/two/one.yaml', ['lint', 'fmt', 'review']],
    ['snapshots/one/2026-11-21.html', ['review']],
    ['.charter.yaml', ['review']],
    ['README.md', []],
    ['other-charters/one.yaml', []],
  ])('look at %s with %j', (file, wanted) => {
    const ids = shared.filter(({ files }: { files: string }) => new RegExp(files).test(file));
    expect(ids.map(({ id }: { id: string }) => id.replace('charter-', ''))).toEqual(wanted);
  });
});

describe('charter init --ci', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = new Folder();
    await folder.call(['init', '--lang', 'fr']);
  });
  afterEach(() => folder.remove());

  test.each(ciHosts)(
    'writes what %s needs, in the language of the repository, and twice changes nothing',
    async (host) => {
      const before = folder.files();
      const first = await folder.call(['init', '--ci', host]);
      expect(first.status).toBe(0);
      const expected = await ciFiles(host, { language: 'fr', folder: '.' });
      for (const { file, text } of expected) expect(folder.read(file)).toBe(text);
      expect(Object.keys(folder.files()).length).toBe(Object.keys(before).length + expected.length);
      const after = folder.files();
      expect((await folder.call(['init', '--ci', host])).output).toContain('nothing was changed');
      expect(folder.files()).toEqual(after);
    },
  );

  test('leaves a file that says something else, and says so', async () => {
    folder.write('.github/workflows/charter-review.yml', 'on: push\n');
    const { output } = await folder.call(['init', '--ci', 'github', '--lang', 'en']);
    expect(output).toMatch(
      /^\.github\/workflows\/charter-review\.yml is there already and\s+says something\s+else/m,
    );
    expect(folder.read('.github/workflows/charter-review.yml')).toBe('on: push\n');
    expect(folder.read('.github/workflows/charter-comment.yml')).toContain('workflow_run');
  });

  test.each([
    ['pre-commit', '.pre-commit-config.yaml', 'repos: []\n', '        entry: charter review --staged'],
    ['gitlab', '.gitlab-ci.yml', 'stages: [test]\n', '      - local: .gitlab/charter.gitlab-ci.yml'],
  ] as const)(
    'leaves what others wrote for %s, and shows what to add to it',
    async (host, file, theirs, part) => {
      folder.write(file, theirs);
      const { output } = await folder.call(['init', '--ci', host, '--lang', 'en']);
      expect(output).toContain(`${file} is there already: left as it is. Add to it:\n`);
      expect(output?.split('\n')).toContain(part.replace(/^ {8}/, ' '.repeat(12)));
      expect(folder.read(file)).toBe(theirs);
      folder.write(file, `${theirs}# ${part.trim()}\n`);
      expect((await folder.call(['init', '--ci', host, '--lang', 'en'])).output).not.toContain('Add to it');
    },
  );

  test('shows what it would write, and writes nothing', async () => {
    const before = folder.files();
    const { output } = await folder.call(['init', '--ci', 'github', '--dry-run', '--lang', 'en']);
    expect(output).toContain('would make .github/workflows/charter-comment.yml');
    expect(folder.files()).toEqual(before);
  });

  test('writes to the top of the work tree, for the folder that holds the charters', async () => {
    const outer = new Folder();
    mkdirSync(join(outer.root, '.git'));
    await outer.call(['init', "les chartes d'ici"]);
    for (const host of ciHosts) await outer.call(['-C', "les chartes d'ici", 'init', '--ci', host]);
    const review = parse(outer.read('.github/workflows/charter-review.yml'));
    expect(review.jobs.review.env.CHARTER_FOLDER).toBe("les chartes d'ici");
    expect(parse(outer.read('.gitlab/charter.gitlab-ci.yml'))['.charter'].variables.CHARTER_FOLDER).toBe(
      "les chartes d'ici",
    );
    const [{ hooks }] = parse(outer.read('.pre-commit-config.yaml')).repos;
    expect(hooks[2].entry).toBe(`charter -C "les chartes d'ici" review --staged`);
    outer.remove();
  });

  test('is refused where there are no charters, for another host, and beside a template', async () => {
    const empty = new Folder();
    expect(await empty.call(['init', '--ci', 'github'])).toMatchObject({ status: 2 });
    expect(Object.keys(empty.files())).toEqual([]);
    empty.remove();
    expect((await folder.call(['init', '--ci', 'jenkins'])).messages).toContain('github, gitlab');
    const both = await folder.call([
      'init',
      '--ci',
      'github',
      '--template',
      'opendatasoft-fr',
      '--lang',
      'en',
    ]);
    expect(both).toMatchObject({
      status: 2,
      messages: expect.stringContaining('--ci and --template cannot go together'),
    });
  });
});
