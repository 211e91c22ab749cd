/** Git itself with charters: what install tells it, what git then shows, and that nothing breaks without the program. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { Place } from './transcript.ts';

const file = 'charters/normandie.yaml';
let place: Place;
let programs: string;

beforeEach(() => {
  place = new Place().withCharters();
  programs = mkdtempSync(join(tmpdir(), 'charter-programs-'));
  place.commitAll('one');
});
afterEach(() => {
  place.remove();
  rmSync(programs, { recursive: true });
});

function install(...options: string[]): string {
  const { stdout, stderr, status } = place.run(['git', 'install', '--lang', 'en', ...options]);
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

function edit(): void {
  place.write(file, place.read(file).replace('Les cookies dits', 'Les cookies nommés'));
}

/** As after `npm uninstall`: what git calls is no longer there, or is broken. */
function replaceProgram(script: string | undefined): void {
  const other = join(programs, 'charter.cjs');
  if (script !== undefined) writeFileSync(other, script);
  for (const name of ['diff.charter.textconv', 'difftool.charter.cmd']) {
    const value = place.git('config', '--get', name).trim();
    place.git('config', name, value.replaceAll(inject('program'), other));
  }
}

describe('install', () => {
  test('git diff, log -p and show print the charter as it is read, under the heading it stands in', () => {
    install();
    edit();
    const diff = place.git('diff');
    expect(diff).toMatch(/^@@ .* @@ .*Qu'est ce qu'un cookie/m);
    expect(diff).toMatch(/^-Les cookies dits « tiers »/m);
    expect(diff).toMatch(/^\+Les cookies nommés « tiers »/m);
    expect(diff).not.toContain('paragraph: |-');
    place.commitAll('two');
    for (const words of [['log', '-p', '-1'], ['show']])
      expect(place.git(...words)).toMatch(/^\+Les cookies nommés/m);
    expect(place.git('show', '--no-textconv')).toMatch(/^\+ {6}Les cookies nommés/m);
  });

  test('whole words, accents and names of cookies included', () => {
    install();
    place.write(
      file,
      place
        .read(file)
        .replace('Les cookies dits', 'Les cookies réputés')
        .replace('name: sessionid', 'name: _pk_id'),
    );
    const diff = place.git('diff', '--word-diff');
    expect(diff).toContain('Les cookies [-dits-]{+réputés+} « tiers »');
    expect(diff).toContain('| [-sessionid-]{+_pk_id+} |');
  });

  test('difftool compares with charter diff', () => {
    install();
    edit();
    const shown = place.git('difftool', '-y', '--tool=charter', '--', file);
    expect(shown).toContain('[-dits-]{+nommés+}');
    expect(shown).toMatch(/1 (?:wording|rédactionnel)/);
  });

  test('run twice, it changes nothing', () => {
    install();
    const before = [place.read('.git/config'), place.read('.gitattributes')];
    expect(install()).not.toMatch(/\bset –/);
    expect([place.read('.git/config'), place.read('.gitattributes')]).toEqual(before);
  });

  test('a dry run writes nothing', () => {
    const before = [place.read('.git/config'), place.read('.gitattributes')];
    expect(install('--dry-run')).toContain('Would be set');
    expect([place.read('.git/config'), place.read('.gitattributes')]).toEqual(before);
  });

  test('a program that went elsewhere is called there once install is run again', () => {
    const former = join(programs, 'charter.cjs');
    symlinkSync(inject('program'), former);
    execFileSync(process.execPath, [former, 'git', 'install'], { cwd: place.root });
    const name = 'diff.charter.textconv';
    expect(place.git('config', '--get', name)).toContain(former);
    expect(install()).toMatch(/diff\.charter\.textconv +renewed/);
    expect(place.git('config', '--get-all', name)).not.toContain(former);
    place.run(['git', 'uninstall']);
    expect(place.read('.git/config')).not.toContain('charter');
  });
});

describe('what is not ours stays', () => {
  test('a setting that somebody made', () => {
    place.git('config', 'diff.charter.wordregex', '[a-z]+');
    expect(install()).toMatch(/diff\.charter\.wordregex +left alone/);
    place.run(['git', 'uninstall']);
    expect(place.git('config', '--get', 'diff.charter.wordregex')).toBe('[a-z]+\n');
  });

  test('a setting that somebody changed since', () => {
    install();
    place.git('config', 'diff.charter.wordregex', '[a-z]+');
    expect(place.run(['git', 'uninstall', '--lang', 'en']).stdout).toMatch(/wordregex +left alone/);
    expect(place.git('config', '--get', 'diff.charter.wordregex')).toBe('[a-z]+\n');
  });

  test('an attribute that was there', () => {
    place.write('.gitattributes', 'charters/**/*.yaml diff=charter\n');
    install();
    place.run(['git', 'uninstall']);
    expect(place.read('.gitattributes')).toBe('charters/**/*.yaml diff=charter\n');
  });
});

describe('uninstall', () => {
  test.each([
    ['lines', '* text=auto\n'],
    ['a last line without an end', '*.png binary'],
    ['nothing', ''],
  ])('leaves the settings and .gitattributes with %s byte for byte as they were', (_, attributes) => {
    place.git('config', 'diff.tool', 'vimdiff');
    place.write('.gitattributes', attributes);
    const before = [place.read('.git/config'), place.read('.gitattributes')];
    install();
    expect(place.read('.git/config')).not.toBe(before[0]);
    expect(place.run(['git', 'uninstall']).status).toBe(0);
    expect([place.read('.git/config'), place.read('.gitattributes')]).toEqual(before);
    expect(place.run(['git', 'uninstall', '--lang', 'en']).stdout).toContain('Nothing to take back');
  });

  test('a .gitattributes that install made is gone', () => {
    rmSync(join(place.root, '.gitattributes'));
    install();
    place.run(['git', 'uninstall']);
    expect(existsSync(join(place.root, '.gitattributes'))).toBe(false);
  });

  test('git shows the file as ever', () => {
    edit();
    const before = place.git('diff');
    install();
    expect(place.git('diff', '--', file)).not.toBe(before);
    place.run(['git', 'uninstall']);
    expect(place.git('diff')).toBe(before);
  });
});

describe('a program that is', () => {
  test.each([
    ['gone', undefined],
    ['broken', 'process.stdout.write("half"); process.exit(1);'],
    ['no program', 'this is no script'],
  ])('%s breaks neither diff, log -p, show, difftool nor a merge', (_, script) => {
    install();
    replaceProgram(script);
    place.git('switch', '-qc', 'side');
    place.write(
      'charters/noisylegrand.yaml',
      place.read('charters/noisylegrand.yaml').replace('title: Charte', 'title: Une charte'),
    );
    place.commitAll('side');
    place.git('switch', '-q', 'main');
    edit();
    expect(place.git('diff')).toMatch(/^\+ {6}Les cookies nommés/m);
    expect(place.git('difftool', '-y', '--tool=charter', '--', file)).toMatch(/^\+ {6}Les cookies nommés/m);
    place.commitAll('two');
    expect(place.git('log', '-p')).toMatch(/^\+ {6}Les cookies nommés/m);
    expect(place.git('show')).toMatch(/^\+ {6}Les cookies nommés/m);
    place.git('merge', '-q', '--no-edit', 'side');
    expect(place.read('charters/noisylegrand.yaml')).toContain('title: Une charte');
  });
});

test('a charter with conflict marks, or none at all, is shown as the file it is', () => {
  install();
  place.write(
    file,
    place.read(file).replace('body:\n', '<<<<<<< ours\nbody:\n=======\nbody:\n>>>>>>> theirs\n'),
  );
  expect(place.git('diff', '--', file)).toContain('+<<<<<<< ours');
});

describe('doctor', () => {
  test('says what is to be done, and that all is well once it is', () => {
    const before = place.run(['git', 'doctor', '--lang', 'en']);
    expect(before.status).toBe(1);
    expect(before.stdout).toContain('to do: diff.charter.textconv is not set. Next: charter git install');
    install();
    const after = place.run(['git', 'doctor', '--lang', 'en']);
    expect([after.status, after.stdout.split('\n').at(-2)]).toEqual([0, 'All is well.']);
  });

  test('names a program that is gone, and a line that takes charters away', () => {
    install();
    replaceProgram(undefined);
    place.write('.gitattributes', `${place.read('.gitattributes')}*.yaml -diff\n`);
    const { status, stdout } = place.run(['git', 'doctor', '--lang', 'en']);
    expect(status).toBe(1);
    expect(stdout).toContain('to do: diff.charter.textconv names a program that is gone');
    expect(stdout).toMatch(/to do: git does not know charters\/\S+ as a charter/);
  });
});

test('--global sets and takes back the user’s own', () => {
  const config = join(place.root, 'user.gitconfig');
  writeFileSync(config, '[user]\n\tname = Zoé\n');
  const env = { GIT_CONFIG_GLOBAL: config, HOME: place.root, XDG_CONFIG_HOME: join(place.root, 'xdg') };
  expect(place.run(['git', 'install', '--global'], { env }).status).toBe(0);
  expect(place.read('user.gitconfig')).toContain('[diff "charter"]');
  expect(place.read('xdg/git/attributes')).toBe('charters/**/*.yaml diff=charter\n');
  expect(place.run(['git', 'uninstall', '--global'], { env }).status).toBe(0);
  expect(place.read('user.gitconfig')).toBe('[user]\n\tname = Zoé\n');
  expect(existsSync(join(place.root, 'xdg/git/attributes'))).toBe(false);
});

test('--global leaves a device in peace that stands for no settings', () => {
  const device = join(programs, 'device');
  execFileSync('sh', ['-c', 'mkfifo "$0"', device]);
  const { status, stderr } = place.run(['git', 'install', '--global'], {
    env: { GIT_CONFIG_GLOBAL: device },
  });
  expect([status, stderr]).toEqual([4, expect.stringContaining(device)]);
  expect(statSync(device).isFIFO()).toBe(true);
});

test('a program that a shell finds by its name is called by its name', () => {
  symlinkSync(inject('program'), join(programs, 'charter'));
  const path = (folder: string): { env: { PATH: string } } => ({
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  place.run(['git', 'install'], path(programs));
  expect(place.git('config', '--get', 'diff.charter.textconv')).toContain('{ charter git textconv');
  // Another program of that name is not this one.
  writeFileSync(join(place.root, 'charter'), '');
  place.run(['git', 'install'], path(place.root));
  expect(place.git('config', '--get', 'diff.charter.textconv')).toContain(inject('program'));
});

test.each([
  [['git'], 2],
  [['git', 'instal'], 2],
  [['git', 'install', 'x'], 2],
  [['git', 'textconv'], 2],
  [['git', 'textconv', 'missing.yaml'], 4],
  [['git', 'textconv', '.gitattributes'], 3],
])('charter %j ends with %d and says why', (words, status) => {
  const ran = place.run([...words]);
  expect(ran.status).toBe(status);
  expect(ran.stderr).not.toBe('');
});
