/** Importing keeps every byte, every decision and every edit made by hand, and says what it did. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Folder } from './surroundings.ts';

const page = readFileSync(new URL('../../snapshots/normandie/2026-11-21.txt', import.meta.url));
const later = Buffer.from(
  page.toString('utf8').replace('une suite', 'un fichier texte qui contient une suite'),
);

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  folder.write('charters/.keep', '').write('page.txt', page).write('later.txt', later);
});
afterEach(() => folder.remove());

async function importPage(...more: readonly string[]): Promise<Awaited<ReturnType<Folder['call']>>> {
  return folder.call(['import', 'page.txt', '--portal', 'normandie', ...more]);
}

test('a page that is shown as YAML is a charter that can be shown again', async () => {
  folder.write('Évry été 2.txt', page);
  const shown = await folder.call(['show', './Évry été 2.txt', '--format', 'yaml']);
  expect(shown.output).toContain('\ncharter: evry-ete-2\n');
  expect(shown.output).not.toContain('\nsource:');
  folder.write('page.yaml', shown.output ?? '');
  expect(await folder.call(['show', './page.yaml', '--format', 'yaml'])).toMatchObject({
    status: 0,
    output: shown.output,
  });
});

describe('a first import', () => {
  test('writes the charter and keeps the bytes under their day', async () => {
    const { status, output } = await importPage(
      '--captured',
      '2026-11-02',
      '--url',
      'https://x.example/cookies/',
    );
    expect(status).toBe(0);
    expect(output).toContain('normandie: made charters/normandie.yaml');
    expect(output).toContain('capture kept in snapshots/normandie/2026-11-02.txt');
    expect(folder.files()['snapshots/normandie/2026-11-02.txt']).toBe(page.toString('latin1'));
    const yaml = folder.read('charters/normandie.yaml');
    expect(yaml).toMatch(/^# yaml-language-server: \$schema=charter\.schema\.json\ncharter: normandie\n/);
    expect(yaml).toContain(createHash('sha256').update(page).digest('hex'));
    expect(yaml).toContain('captured: "2026-11-02"');
    expect(yaml).toContain('page: https://x.example/cookies/');
  });

  test('takes today where no day is given', async () => {
    await importPage();
    expect(Object.keys(folder.files())).toContain('snapshots/normandie/2026-11-21.txt');
  });

  test('on a dry run shows the diff and writes nothing', async () => {
    const before = folder.files();
    const { status, output } = await importPage('--dry-run');
    expect(status).toBe(0);
    expect(output).toContain('would make charters/normandie.yaml');
    expect(output).toContain('django_language');
    expect(folder.files()).toEqual(before);
  });

  test('reads a pasted text, and asks for it on a terminal', async () => {
    const pasted = await folder.call(['import', '-', '--portal', 'normandie', '--lang', 'fr'], page, true);
    expect(pasted.told).toBe('Collez le texte, puis Ctrl-D\n');
    expect(pasted.status).toBe(0);
    expect((await folder.call(['import', '-', '--portal', 'normandie'], page, false)).told).toBe('');
  });
});

describe('a second import', () => {
  test('of the same bytes changes nothing and says so, whatever day is given', async () => {
    await importPage();
    const before = folder.files();
    folder.today = '2026-12-24';
    for (const more of [[], ['--captured', '2026-12-01']]) {
      const { status, output } = await importPage(...more);
      expect(status).toBe(0);
      expect(output).toContain('nothing changed');
      expect(folder.files()).toEqual(before);
    }
  });

  test('of other bytes on one day gets the next number', async () => {
    await importPage();
    const { status, output } = await folder.call(['import', 'later.txt', '--portal', 'normandie']);
    expect(status).toBe(0);
    expect(output).toContain('normandie: updated charters/normandie.yaml');
    expect(folder.files()['snapshots/normandie/2026-11-21-2.txt']).toBe(later.toString('latin1'));
    expect(folder.read('charters/normandie.yaml')).toContain('un fichier texte qui contient une suite');
    await importPage();
    expect(folder.read('charters/normandie.yaml')).not.toContain('un fichier texte qui contient');
    expect(Object.keys(folder.files()).filter((file) => file.startsWith('snapshots/'))).toHaveLength(2);
  });

  test('of a page that went back to an earlier text is a new observation of the same bytes', async () => {
    await importPage('--captured', '2026-03-01');
    await folder.call(['import', 'later.txt', '--portal', 'normandie', '--captured', '2026-03-10']);
    const { status, output } = await importPage('--captured', '2026-03-20');
    expect(status).toBe(0);
    expect(output).toContain('capture kept in snapshots/normandie/2026-03-20.txt');
    const { 'snapshots/normandie/2026-03-01.txt': first, 'snapshots/normandie/2026-03-20.txt': again } =
      folder.files();
    expect(again).toBe(first);
    expect(folder.read('charters/normandie.yaml')).toContain('captured: "2026-03-20"');
    expect((await importPage('--captured', '2026-03-25')).output).toContain('nothing changed');
  });

  test('of the same bytes after the charter was removed is a new observation', async () => {
    await importPage('--captured', '2026-03-01');
    folder.drop('charters/normandie.yaml');
    const { output } = await importPage('--captured', '2026-03-20');
    expect(output).toContain('capture kept in snapshots/normandie/2026-03-20.txt');
    expect(folder.read('charters/normandie.yaml')).toContain('captured: "2026-03-20"');
  });

  test('of a capture that is kept already is of its own day', async () => {
    await importPage('--captured', '2026-03-01');
    folder.drop('charters/normandie.yaml');
    const kept = 'snapshots/normandie/2026-03-01.txt';
    await folder.call(['import', 'later.txt', '--portal', 'normandie', '--captured', '2026-02-01']);
    const { output } = await folder.call(['import', kept, '--portal', 'normandie']);
    expect(output).toContain(`capture already kept in ${kept}, 2026-03-01`);
  });

  test('keeps decisions, hand-set variables, page and template', async () => {
    await importPage('--url', 'https://x.example/cookies/');
    const decision = [
      'decisions:',
      '  - reference: 3f9a1c',
      '    status: agreed',
      '    class: wording',
      '    reason: chosen',
      '    on: "2026-11-21"',
      '',
    ].join('\n');
    const yaml = folder.read('charters/normandie.yaml');
    folder.write(
      'charters/normandie.yaml',
      `${yaml.replace('variables:\n', 'variables:\n  contact: dpo@example.org\n')}${decision}`,
    );
    const { status } = await folder.call(['import', 'later.txt', '--portal', 'normandie']);
    expect(status).toBe(0);
    const after = folder.read('charters/normandie.yaml');
    expect(after).toContain('reference: 3f9a1c');
    expect(after).toContain('contact: dpo@example.org');
    expect(after).toContain('page: https://x.example/cookies/');
  });
});

describe('a capture that is older than the present one', () => {
  const older = ['import', 'later.txt', '--portal', 'normandie', '--captured', '2026-02-01'];

  test('is refused before anything is written', async () => {
    await importPage('--captured', '2026-03-01');
    const before = folder.files();
    const { status, output, messages } = await folder.call(older);
    expect(status).toBe(3);
    expect(output).toBeUndefined();
    expect(messages).toContain('the capture of 1 March 2026, and this one is older, of 1 February 2026');
    expect(folder.files()).toEqual(before);
    const dry = await folder.call([...older, '--dry-run', '--lang', 'fr']);
    expect(dry.output).toContain(
      "sans --force, l'import refusera de lui faire remplacer celui du 1er mars 2026",
    );
    expect(folder.files()).toEqual(before);
  });

  test('takes its place with --force, which is said', async () => {
    await importPage('--captured', '2026-03-01');
    const { status, output } = await folder.call([...older, '--force']);
    expect(status).toBe(0);
    expect(output).toContain('took the place of the later one of 1 March 2026, as --force asked');
    expect(folder.read('charters/normandie.yaml')).toContain('captured: "2026-02-01"');
    const back = await importPage();
    expect(back.output).toContain('capture already kept in snapshots/normandie/2026-03-01.txt');
  });
});

describe('an edit made by hand', () => {
  async function edited(change: (yaml: string) => string): Promise<void> {
    await importPage();
    folder.write('charters/normandie.yaml', change(folder.read('charters/normandie.yaml')));
  }

  test.each([
    ['a word', (yaml: string): string => yaml.replace('petite taille', 'toute petite taille')],
    ['a cell', (yaml: string): string => yaml.replace('name: sessionid', 'name: sessionid2')],
    ['a comment', (yaml: string): string => yaml.replace('title:', '# checked\ntitle:')],
    ['the source taken out', (yaml: string): string => yaml.replace(/^source:\n(?: .*\n)+/m, '')],
  ])('such as %s is not overwritten', async (_name, change) => {
    await edited(change);
    const before = folder.files();
    const { status, messages, output } = await folder.call(['import', 'later.txt', '--portal', 'normandie']);
    expect(status).toBe(3);
    expect(output).toBeUndefined();
    expect(messages).toContain('charters/normandie.yaml');
    expect(folder.files()).toEqual(before);
  });

  test('is shown on a dry run, and overwritten with --force', async () => {
    await edited((yaml) => yaml.replace('petite taille', 'toute petite taille'));
    const dry = await folder.call(['import', 'later.txt', '--portal', 'normandie', '--dry-run']);
    expect(dry).toMatchObject({ status: 0 });
    expect(dry.output).toContain('edited by hand');
    const forced = await folder.call(['import', 'later.txt', '--portal', 'normandie', '--force']);
    expect(forced.status).toBe(0);
    expect(folder.read('charters/normandie.yaml')).not.toContain('toute petite');
  });

  test('cannot be told where the recorded capture is altered, so nothing is overwritten', async () => {
    await importPage();
    folder.write('snapshots/normandie/2026-11-21.txt', 'other');
    const { status, messages } = await folder.call(['import', 'later.txt', '--portal', 'normandie']);
    expect(status).toBe(3);
    expect(messages).toContain('gone or altered');
  });

  test('that the portal has published since is no obstacle', async () => {
    await edited((yaml) => yaml.replace('est une suite', 'est un fichier texte qui contient une suite'));
    const { status, output } = await folder.call(['import', 'later.txt', '--portal', 'normandie']);
    expect(status).toBe(0);
    expect(output).toContain('updated');
  });
});

describe('a folder', () => {
  test('goes on past what is refused, sums up, and ends with status 3', async () => {
    folder
      .write('in/normandie/2026-10-01.txt', page)
      .write('in/normandie/2026-11-01.txt', later)
      .write('in/noisy.txt', page)
      .write('in/broken.html', '<html><body><h1>404 Not Found</h1></body></html>')
      .write('in/Bad Name.txt', page);
    const { status, output, messages } = await folder.call(['import', 'in']);
    expect(status).toBe(3);
    expect(output).toContain('2 made, 0 updated, 0 unchanged, 2 refused');
    expect(messages).toContain('in/broken.html');
    expect(messages).toContain('Bad Name');
    expect(Object.keys(folder.files()).filter((file) => /^(charters|snapshots)\/[^.]/.test(file))).toEqual([
      'charters/noisy.yaml',
      'charters/normandie.yaml',
      'snapshots/noisy/2026-11-21.txt',
      'snapshots/normandie/2026-11-01.txt',
    ]);
  });

  test('with several files for one portal refuses them together', async () => {
    folder.write('pages/two/1.txt', page).write('pages/two/2.txt', later);
    folder.write('pages/zeta.html', '<p>x</p>').write('pages/zeta.txt', page);
    folder.write('pages/three/2026-11-01.txt', page).write('pages/three/2026-11-02.txt', later);
    const { status, output, messages } = await folder.call(['import', 'pages']);
    expect(status).toBe(3);
    expect(messages).toContain('“two”: pages/two/1.txt, pages/two/2.txt.');
    expect(messages).toContain('“zeta”: pages/zeta.html, pages/zeta.txt.');
    expect(output).toContain('1 made, 0 updated, 0 unchanged, 2 refused');
    expect(folder.read('charters/three.yaml')).toContain('captured: "2026-11-02"');
  });

  test('that holds nothing is refused', async () => {
    folder.write('in/.hidden', '');
    expect(await folder.call(['import', 'in'])).toMatchObject({ status: 3 });
  });

  test('takes neither --portal nor --url', async () => {
    folder.write('in/a.txt', page);
    expect(await folder.call(['import', 'in', '--portal', 'x'])).toMatchObject({ status: 2 });
  });
});

describe('what is refused writes nothing', () => {
  test.each([
    [['import', 'page.txt'], 2, '--portal'],
    [['import', 'page.txt', '--portal', 'No'], 2, '“No”'],
    [['import', 'page.txt', '--portal', '__proto__'], 2, '__proto__'],
    [['import', 'page.txt', '--portal', 'p', '--captured', '2026-02-30'], 2, '2026-02-30'],
    [['import', 'page.txt', '--portal', 'p', '--url', 'javascript:x'], 2, 'javascript:x'],
    [['import', 'page.txt', '--portal', 'p', '--template', 'nope'], 2, 'nope'],
    [['import', 'gone.txt', '--portal', 'p'], 4, 'gone.txt'],
    [['import', 'empty.txt', '--portal', 'p'], 3, 'empty.txt'],
    [['import', 'login.html', '--portal', 'p'], 3, 'login.html'],
    [['import', 'picture.png', '--portal', 'p'], 3, 'picture.png'],
  ])('%j', async (words, status, told) => {
    folder
      .write('empty.txt', ' \n')
      .write(
        'login.html',
        '<html><title>Connexion</title><body><h1>Connexion</h1><form action="/login"><input name="user"><input type="password"></form></body></html>',
      )
      .write('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
    const before = folder.files();
    const outcome = await folder.call(words);
    expect(outcome.status).toBe(status);
    expect(outcome.messages).toContain(told);
    expect(outcome.output).toBeUndefined();
    expect(folder.files()).toEqual(before);
  });
});

test('a charter is no page', async () => {
  await importPage();
  for (const file of ['charters/normandie.yaml', 'copy.txt']) {
    folder.write('copy.txt', folder.read('charters/normandie.yaml'));
    const { status, messages } = await folder.call(['import', file, '--portal', 'other']);
    expect([status, messages]).toEqual([3, expect.stringContaining(`${file} is a charter already`)]);
  }
  expect(Object.keys(folder.files())).not.toContain('charters/other.yaml');
});

describe('a dry run', () => {
  test('of a new portal says what the charter would hold', async () => {
    const { output } = await importPage('--dry-run', '--lang', 'fr');
    expect(output).toContain('Nouvelle charte\u00a0: ');
    expect(output).toContain('4 lignes de cookies');
    expect(output).not.toContain('de fond');
  });

  test('of an edited charter names both sides, and what --force would do', async () => {
    await importPage();
    const yaml = folder.read('charters/normandie.yaml');
    folder.write('charters/normandie.yaml', yaml.replace('une suite', 'une longue suite'));
    const { output } = await importPage('--dry-run', '--force');
    expect(output).toContain('edits made by hand would be overwritten, as --force asks');
    expect(output).toContain('normandie now → after the import');
  });
});
