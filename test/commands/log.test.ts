import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importedMessage } from './revisions.ts';
import { Folder } from './surroundings.ts';
import { Versions } from './versions.ts';

const first = 'Les cookies sont de petits fichiers.';
const second = 'Nous utilisons des cookies pour mesurer les visites.';
const cookies = ['name | provider | duration', '_ga | Google | 13 mois'];

let place: Versions;
beforeEach(() => {
  place = new Versions();
});
afterEach(() => place.remove());

/** The output with each commit's id as the subject of the commit that it names. */
async function log(...words: readonly string[]): Promise<string> {
  const { output = '', messages = '', status } = await place.call(['log', ...words, '--lang', 'en']);
  return masked(`${output}${messages === '' ? '' : `--- stderr\n${messages}`}--- status ${status}\n`);
}

function masked(text: string): string {
  return text.replace(/\b[0-9a-f]{8}\b/g, '########').replaceAll(place.root, '/somewhere');
}

describe('the log of a charter', () => {
  beforeEach(() => {
    place
      .charter('charters/one.yaml', { body: ['# Définition', first], tables: [cookies] })
      .commit('Premier relevé');
    place.charter('charters/one.yaml', { body: ['# Définition', first, second], tables: [cookies] });
    place.commit('Deuxième relevé', { author: 'Émile Roux' });
    place.charter('charters/one.yaml', {
      body: ['# Définition', first.replace('petits', '« petits »'), second],
      tables: [cookies],
    });
    place.commit('Guillemets');
    place.charter('charters/one.yaml', {
      body: ['# Définition', first.replace('petits', '« petits »'), second],
      tables: [['name | provider | duration', '_ga | Google | 25 mois', '_gid | Google | 1 jour']],
    });
    place.commit('Durées\n\nCapture: snapshots/one/2026-03-04.txt');
  });

  test('tells each version, and folds those of mere form', async () => {
    await expect(await log('one')).toMatchFileSnapshot('golden/log.en.txt');
    const french = await place.call(['log', 'one', '--lang', 'fr']);
    await expect(masked(french.output ?? '')).toMatchFileSnapshot('golden/log.fr.txt');
  });

  test('unfolds with --all, and shows whole differences with --patch', async () => {
    await expect(await log('one', '--all')).toMatchFileSnapshot('golden/log-all.en.txt');
    await expect(await log('one', '--patch')).toMatchFileSnapshot('golden/log-patch.en.txt');
  });

  test('is said in sentences for a voice', async () => {
    await expect(await log('one', '--accessible')).toMatchFileSnapshot('golden/log-accessible.en.txt');
    const french = await place.call(['log', 'one', '--lang', 'fr', '--accessible']);
    await expect(masked(french.output ?? '')).toMatchFileSnapshot('golden/log-accessible.fr.txt');
  });

  test.each([
    ['a class', ['--only', 'substantive'], ['Durées', 'Deuxième relevé', 'Premier relevé']],
    ['form alone', ['--only', 'typographic'], ['Guillemets']],
    ['a cookie', ['--cookie', '_gid'], ['Durées']],
    ['a cookie that was always there', ['--cookie', '_ga'], ['Durées', 'Premier relevé']],
    ['cookies by their first letters', ['--cookie', '_g*'], ['Durées', 'Premier relevé']],
    ['a section', ['--section', 'définition'], ['Durées', 'Deuxième relevé', 'Premier relevé']],
    ['a number, of those that are not folded', ['-n', '2'], ['Durées', 'Deuxième relevé']],
    ['a number, of all where all are asked for', ['-n', '2', '--all'], ['Durées', 'Guillemets']],
    ['days', ['--since', '2026-03-02', '--until', '2026-03-03', '--all'], ['Guillemets', 'Deuxième relevé']],
    ['a revision', ['--until', 'HEAD~2'], ['Deuxième relevé', 'Premier relevé']],
  ] as const)('can be narrowed to %s', async (_, words, subjects) => {
    const { output = '', status } = await place.call(['log', 'one', '--json', ...words]);
    const { versions } = JSON.parse(output);
    const fold = words.includes('--all' as never) ? 'none' : 'form';
    const shown = versions.filter((version: { fold?: string }) => version.fold !== fold);
    expect([status, shown.map(({ commit }: { commit: { subject: string } }) => commit.subject)]).toEqual([
      0,
      subjects,
    ]);
  });

  test('finds the title as it finds a section', async () => {
    place.charter('charters/one.yaml', { title: 'Charte', body: ['# Définition'] }).commit('Titre posé');
    expect(await log('one', '--section', 'title')).toContain('+  Title: Charte');
    expect(await log('one', '--section', 'titre', '-n', '1')).not.toContain('Durées');
  });

  test('begins where a revision says', async () => {
    expect(await log('one@HEAD~2')).not.toContain('Guillemets');
    expect(await log('one@HEAD~2')).toContain('Deuxième relevé');
  });

  test('follows a new name of the file and of the charter', async () => {
    place.git('mv', 'charters/one.yaml', 'charters/deux é.yaml');
    place.write(
      'charters/deux é.yaml',
      place.read('charters/deux é.yaml').replace('charter: one', 'charter: two'),
    );
    place.commit('Autre nom');
    const text = await log('two');
    expect(text).toContain(' »  renamed, was one\n »  file moved, was charters/one.yaml');
    expect(text).toContain('Premier relevé');
  });

  test('tells that a charter went and came again', async () => {
    const text = place.read('charters/one.yaml');
    place.drop('charters/one.yaml').commit('Retirée');
    expect(await log('one', '-n', '1')).toContain(' −  charter removed');
    place.write('charters/one.yaml', text).commit('De nouveau');
    const all = await log();
    expect(all).toContain(' +  charter added again: 3 paragraphs, 2 cookies');
    expect(all).toContain(' +  new charter: 2 paragraphs, 1 cookie');
    expect(await log('one')).toContain('charter added again');
  });

  test.each([
    ['in its file', 'charters/one.yaml', ''],
    ['with it', 'charters/two.yaml', ' »  file moved, now charters/two.yaml\n'],
  ])('tells that an id was renamed %s, and given to a new charter', async (_, file, moved) => {
    const text = place.read('charters/one.yaml').replace('charter: one', 'charter: two');
    place.drop('charters/one.yaml').write(file, text).commit('Autre nom');
    expect(await log('one', '-n', '1')).toContain(`Autre nom\none\n »  renamed, now two\n${moved}`);
    const french = await place.call(['log', 'one', '--lang', 'fr', '--accessible']);
    expect(french.output).toContain('\none\u00a0: renommée en two');
    const { output = '' } = await place.call(['log', 'one', '--json', '-n', '1']);
    expect(JSON.parse(output).versions[0]).toMatchObject({
      ...{ charter: 'one', status: 'renamed', later: { charter: 'two' } },
      file: 'charters/one.yaml',
    });
    place.charter('charters/new.yaml', { id: 'one', body: [second] }).commit('Neuve');
    expect(await log('one')).toContain(' +  charter added again: 1 paragraph, 0 cookies');
    expect(await log('one')).toContain('Autre nom\none\n »  renamed, now two');
    expect(await log('one')).toContain('Premier relevé');
    expect(await log('-n', '1')).toContain(' +  charter added again');
    expect(await log('two')).toContain('Autre nom\ntwo\n »  renamed, was one');
  });

  test('tells of two charters that swapped ids what each became', async () => {
    place.charter('charters/b.yaml', { body: ['# Autre', second] }).commit('Une autre');
    const [one, other] = [place.read('charters/one.yaml'), place.read('charters/b.yaml')];
    place.write('charters/one.yaml', one.replace('charter: one', 'charter: b'));
    place.write('charters/b.yaml', other.replace('charter: b', 'charter: one'));
    place.commit('Échange');
    for (const words of [['one'], ['-n', '1']]) {
      const text = await log(...words);
      expect(text).toMatch(/Échange\n(?:.*\n)*one {2}\d substantive/);
      expect(text).toContain(' »  file moved, was charters/one.yaml');
    }
    expect(await log('one')).toContain('Premier relevé');
    expect(await log('one')).not.toContain('Une autre');
  });

  test('finds a section by its name in the template also where the charter came or went', async () => {
    const template = ['template: t', 'language: fr', 'sections:', '  - id: start', '    label:'];
    const body = ['title: Charte', 'body:', '  - section: start', `    paragraph: ${first}`, ''];
    place.write('charters/templates/t.yaml', [...template, '      fr: Début', ...body].join('\n'));
    const following = (...body: readonly string[]): Versions => {
      const text = place.charter('charters/two.yaml', { body }).read('charters/two.yaml');
      place.write('charters/two.yaml', text.replace('charter: two\n', 'charter: two\nfollows: t\n'));
      return place;
    };
    following(first, '# Définition', second).commit('Deux');
    following(first).commit('Moins');
    place.drop('charters/two.yaml').commit('Sans deux');
    const subjects = async (section: string): Promise<string[]> => {
      const { output = '' } = await place.call(['log', 'two', '--json', '--section', section]);
      return JSON.parse(output).versions.map(({ commit }: { commit: { subject: string } }) => commit.subject);
    };
    expect(await subjects('start')).toEqual(['Sans deux', 'Deux']);
    expect(await subjects('début')).toEqual(['Sans deux', 'Deux']);
    expect(await subjects('définition')).toEqual(['Moins', 'Deux']);
    expect(await subjects('other')).toEqual([]);
  });

  test('finds a section by words of its heading, where the template gives it another name, and a table by its own', async () => {
    const template = ['template: t', 'language: fr', 'sections:', '  - id: what', '    label:'];
    const heading = "Qu'est-ce qu'un cookie ?";
    const opening = ['title: Charte', 'body:', '  - section: what', `    heading: ${heading}`];
    const blocks = [...opening, '    level: 1', `  - paragraph: ${first}`, ''];
    place.write('charters/templates/t.yaml', [...template, '      fr: Notion', ...blocks].join('\n'));
    const following = (text: string, months: string): Versions => {
      const row = `_ga | Google | ${months} mois`;
      place.charter('charters/two.yaml', {
        body: [`# ${heading}`, text, '# Usages', second],
        tables: [['name | provider | duration', row]],
      });
      const written = place.read('charters/two.yaml');
      return place.write(
        'charters/two.yaml',
        written.replace('charter: two\n', 'charter: two\nfollows: t\n'),
      );
    };
    following(first, '13').commit('Deux');
    following(first.replace('petits', 'longs'), '13').commit('Notion');
    following(first.replace('petits', 'longs'), '25').commit('Durée');
    for (const [section, subjects] of [
      ["qu'est-ce qu'un cookie", ['Notion', 'Deux']],
      ['notion', ['Notion', 'Deux']],
      ['Cookies', ['Durée', 'Deux']],
    ] as const) {
      const { output = '' } = await place.call(['log', 'two', '--json', '--section', section]);
      const told = JSON.parse(output).versions.map(
        ({ commit }: { commit: { subject: string } }) => commit.subject,
      );
      expect([section, told]).toEqual([section, subjects]);
    }
    const { output: ofHeading = '' } = await place.call([
      'blame',
      'two',
      '--section',
      "qu'est-ce qu'un cookie",
    ]);
    expect(ofHeading).toContain('Les cookies sont de longs');
    expect(ofHeading).not.toContain('Nous utilisons');
    expect((await place.call(['blame', 'two', '--section', 'Cookies'])).output).toContain('_ga');
  });

  test('finds the text before the first heading by what diff calls it', async () => {
    const [first, second] = ['Des cookies sont déposés.', 'Un cookie est un fichier.'];
    place.charter('charters/two.yaml', { body: [first, '# Définition', second] }).commit('Deux');
    place.charter('charters/two.yaml', { body: ['Des traceurs.', '# Définition', second] }).commit('Début');
    place.charter('charters/two.yaml', { body: ['Des traceurs.', '# Définition', 'Autre.'] }).commit('Suite');
    for (const name of ['introduction', 'Introduction']) {
      const { output = '' } = await place.call(['log', 'two', '--json', '--section', name]);
      const subjects = JSON.parse(output).versions.map(
        ({ commit }: { commit: { subject: string } }) => commit.subject,
      );
      expect(subjects).toEqual(['Début', 'Deux']);
    }
    const { output: origins = '' } = await place.call(['blame', 'two', '--section', 'introduction']);
    expect(origins).toContain('Des traceurs.');
    expect(origins).not.toContain('Autre.');
  });

  test('calls a template a template', async () => {
    const lines = [
      'template: t',
      'language: fr',
      'sections: []',
      'title: Charte',
      'body:',
      '  - paragraph: Un.',
      '',
    ];
    place.write('charters/templates/t.yaml', lines.join('\n')).commit('Modèle');
    place.drop('charters/templates/t.yaml').commit('Sans modèle');
    const text = await log('template:t');
    expect(text).toContain(' −  template removed');
    expect(text).toContain(' +  new template: 1 paragraph, 0 cookies');
    const { output } = await place.call(['log', '--lang', 'fr']);
    expect(output).toContain(' −  modèle retiré');
    expect(output).toContain(' +  nouveau modèle');
  });

  test('folds what a commit calls technical, and counts what that hides', async () => {
    place.charter('charters/one.yaml', { body: ['# Définition', first], tables: [cookies] });
    const text = place.read('charters/one.yaml');
    place.commit(importedMessage('Meilleure lecture', text, 'Change: technical'));
    expect(await log('one')).toMatch(/^⋯ 1 version folded: 1 technical \(\d substantive changes\) +--all\n/);
  });

  test.each([
    ['the word alone', 'Deux\n\nChange: technical'],
    ['two trailers', 'Deux\n\nChange: technical\nChange: content'],
    ['a squash', 'Deux\n\n    Change: content\n\n    Trois\n\nChange: technical'],
    ['an amended import', 'Deux\n\nImported: one 0123456789abcdef\nChange: technical'],
  ])('is not folded as technical with %s', async (_, message) => {
    place.charter('charters/one.yaml', { body: [second] }).commit(message);
    expect(await log('one', '-n', '1')).toMatch(/Deux\none {2}\d substantive/);
  });

  test('is not folded as technical where it was read from another capture', async () => {
    place.charter('charters/one.yaml', { body: [second] });
    const source = [
      'source:',
      '  capture: snapshots/one/2026-05-01.txt',
      '  captured: "2026-05-01"',
      '  media: text/plain',
      `  sha256: ${'0'.repeat(64)}`,
      'body:',
    ];
    const text = place.read('charters/one.yaml').replace('body:', source.join('\n'));
    expect(text).toContain('2026-05-01.txt');
    place.write('charters/one.yaml', text).commit(importedMessage('Deux', text, 'Change: technical'));
    expect(await log('one', '-n', '1')).toMatch(/Deux\none {2}\d substantive/);
  });

  test('goes on past a version that is no charter', async () => {
    place.write('charters/one.yaml', '<<<<<<< HEAD\ncharter: one\n').commit('Oups');
    place.charter('charters/one.yaml', { body: ['# Définition', first] }).commit('Réparé');
    const text = await log('one');
    expect(text).toContain(' ⋯  can be read as a charter again; what it changed is not known');
    expect(text).toContain(' ⋯  this version cannot be read as a charter; see it with: git show');
    expect(text).toContain('Premier relevé');
  });

  test('of a merge shows only what differs from every parent', async () => {
    place.git('checkout', '-q', '-b', 'side', 'HEAD~1');
    place.charter('charters/one.yaml', {
      body: ['# Définition', first.replace('petits', '« petits »'), second, 'Une autre phrase.'],
      tables: [cookies],
    });
    place.commit('À côté');
    place.git('checkout', '-q', 'main');
    place.merge('side', 'Réunion simple');
    expect(await log('one')).not.toContain('Réunion');
    place.git('checkout', '-q', '-b', 'other');
    place
      .charter('charters/one.yaml', {
        body: ['# Définition', second, 'Une autre phrase.'],
        tables: [cookies],
      })
      .commit('Autre côté');
    place.git('checkout', '-q', 'main');
    place.write('notes.txt', 'x').commit('Rien');
    place.git('merge', '-q', '--no-ff', '--no-commit', 'other');
    place.charter('charters/one.yaml', {
      body: ['# Définition', second, 'Une autre phrase.', 'Écrite dans la fusion.'],
      tables: [cookies],
    });
    place.commit('Réunion');
    const text = await log('one', '-n', '1');
    expect(text).toContain('Zoé Lefèvre · merge');
    expect(text).toContain('1 substantive');
    expect(text).toContain('Écrite dans la fusion.');
    expect(text).not.toContain('Une autre phrase');
  });
});

describe('the log of all charters', () => {
  test('gathers what one commit made of several', async () => {
    place
      .charter('charters/one.yaml', { body: [first] })
      .charter('charters/two.yaml', { body: [first] })
      .commit('Départ');
    place
      .charter('charters/one.yaml', { body: [first, second] })
      .charter('charters/two.yaml', { body: [first, second] });
    place.commit('Partout');
    const text = await log();
    expect(text.match(/Partout/g)).toHaveLength(1);
    expect(text).toMatch(/Partout\none {2}1 substantive\n.*\ntwo {2}1 substantive\n/);
    expect(await log('one', 'two')).toBe(text);
  });

  test('cannot be forged by what a commit says', async () => {
    place.charter('charters/one.yaml', { body: [first] });
    const hostile =
      'Sujet ò \u0001 %H%x00 \u001b[31mrouge\u202e\n\n2026-01-01 10:00  Personne   ffffffff\nFaux\n\nChange: technique';
    place.commit(hostile, { author: 'Z \u001b[2J %an' });
    const { output = '' } = await place.call(['log']);
    expect(output.split('\n')).toHaveLength(5);
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('counts days in the time zone of the repository', async () => {
    place
      .write('.charter.yaml', 'timezone: Pacific/Auckland\n')
      .charter('charters/one.yaml', { body: [first] });
    place.commit('Loin', { date: '2026-03-09T23:30:00+01:00' });
    expect(await log()).toContain('2026-03-10 11:30  Zoé');
    expect(await log('--since', '2026-03-10')).toContain('Loin');
    expect(await log('--until', '2026-03-09')).toBe('No version to show.\n--- status 0\n');
  });

  test('says where a shallow clone ends', async () => {
    for (const text of ['un', 'deux', 'trois'])
      place.charter('charters/one.yaml', { body: [text] }).commit(text);
    const clone = new Versions();
    clone.git('fetch', '-q', '--depth', '2', `file://${place.root}`, 'main');
    clone.git('checkout', '-q', 'FETCH_HEAD');
    const { output, messages } = await clone.call(['log']);
    expect(output).toContain('the oldest version in this shallow clone');
    expect(output).not.toContain('new charter');
    expect(messages).toContain('fetch-depth: 0');
    clone.remove();
  });

  test('takes what a partial clone lacks for unknown, not for unreadable', async () => {
    for (const text of ['un', 'deux']) place.charter('charters/one.yaml', { body: [text] }).commit(text);
    place.git('config', 'uploadpack.allowFilter', 'true');
    const clone = new Versions();
    clone.git('remote', 'add', 'origin', `file://${place.root}`);
    clone.git('fetch', '-q', '--filter=blob:none', 'origin', 'main');
    clone.git('checkout', '-q', 'FETCH_HEAD');
    const { output } = await clone.call(['log', 'one']);
    expect(output?.match(/git does not have all the contents here/g)).toHaveLength(2);
    expect(output).not.toContain('read as a charter');
    expect(await clone.call(['blame', 'one'])).toMatchObject({
      status: 4,
      messages: expect.stringContaining('git fetch --refetch --no-filter'),
    });
    clone.remove();
  });

  test('needs a commit, and a charter that is or was in it', async () => {
    expect(await place.call(['log', '--lang', 'en'])).toMatchObject({
      status: 2,
      messages:
        'charter: there is no commit here yet, so there are no versions. Make the first one: charter commit\n',
    });
    place.charter('charters/one.yaml', { body: [first] }).commit('Départ');
    const { status, messages } = await place.call(['log', 'onn']);
    expect([status, messages]).toEqual([2, expect.stringContaining('Did you mean one?')]);
    for (const [words, said] of [
      [['--since', '2026-02-30'], 'there is no day 2026-02-30 in the calendar'],
      [['-n', '0'], '-n needs a whole number from 1'],
    ] as const)
      expect(await place.call(['log', ...words, '--lang', 'en'])).toMatchObject({
        status: 2,
        messages: expect.stringContaining(said),
      });
    expect(await place.call(['log', 'one@--help'])).toMatchObject({ status: 2 });
    expect(await place.call(['log', '--since=-x'])).toMatchObject({ status: 2 });
  });
});

describe('what is new since the last look', () => {
  const state = (): string => join(place.root, '.git/state/charter/seen.json');

  test('is remembered for each charter, outside of the repository', async () => {
    place
      .charter('charters/one.yaml', { body: [first] })
      .charter('charters/two.yaml', { body: [first] })
      .commit('Départ');
    expect(await log('one', '--new')).toContain('Départ');
    expect(await log('one', '--new')).toBe('Nothing new since you last looked.\n--- status 0\n');
    expect(await log('two', '--new')).toContain('Départ');
    place.charter('charters/one.yaml', { body: [first, second] }).commit('Suite');
    const text = await log('--new');
    expect([text.includes('Suite'), text.includes('Départ')]).toEqual([true, true]);
    expect(await log('one', '--new')).toContain('Nothing new');
    expect(place.git('status', '--porcelain')).toBe('');
  });

  test('is everything where the memory is broken, lost or of another history', async () => {
    place.charter('charters/one.yaml', { body: [first] }).commit('Départ');
    mkdirSync(dirname(state()), { recursive: true });
    for (const broken of ['{', '[]', '{"version":1,"repositories":{"x":{"*":"--all"}}}', '\u0000']) {
      writeFileSync(state(), broken);
      const text = await log('--new');
      expect(text).toContain('Départ');
      expect(text).toContain('cannot be read and was ignored');
      expect(await log('--new')).toContain('Nothing new');
    }
    writeFileSync(state(), readFileSync(state(), 'utf8').replace(/[0-9a-f]{40}/, 'a'.repeat(40)));
    expect(await log('--new')).toContain('is not in this history');
  });

  test('is not taken for seen where only some of it was shown', async () => {
    for (const text of ['un', 'deux', 'trois'])
      place.charter('charters/one.yaml', { body: [text] }).commit(text);
    expect(await log('--new', '-n', '1')).toContain('trois');
    expect(await log('--new')).toContain('deux');
  });

  test.each([
    ['--only', 'typographic'],
    ['--cookie', 'x'],
    ['--section', 'x'],
    ['--until', '2025-01-01'],
    ['--since', '2027-01-01'],
  ])('is not taken for seen where %s left it out', async (...words) => {
    for (const text of ['un', 'deux']) place.charter('charters/one.yaml', { body: [text] }).commit(text);
    expect(await log('--new', ...words)).toContain('Nothing new that matches');
    expect(await log('--new')).toContain('deux');
  });

  test('is not what a range leaves out', async () => {
    for (const text of ['un', 'deux', 'trois'])
      place.charter('charters/one.yaml', { body: [text] }).commit(text);
    expect(await log('HEAD~1..HEAD', '--new')).toContain('trois');
    expect(await log('HEAD..HEAD', '--new')).toContain('Nothing new that matches');
    expect(await log('--new')).toMatch(/trois.*deux.*un/s);
  });

  test('is not taken back by a look at an older version or another branch', async () => {
    for (const text of ['un', 'deux', 'trois'])
      place.charter('charters/one.yaml', { body: [text] }).commit(text);
    expect(await log('one', '--new')).toContain('trois');
    expect(await log('one@HEAD~2', '--new')).toContain('Nothing new');
    expect(await log('one', '--new')).toContain('Nothing new');
    place.git('checkout', '-q', '-b', 'side', 'HEAD~1');
    place.charter('charters/one.yaml', { body: ['quatre'] }).commit('quatre');
    expect(await log('one', '--new')).not.toContain('trois');
    place.git('checkout', '-q', 'main');
    expect(await log('one', '--new')).toContain('Nothing new');
    expect(await log('one@side', '--new')).toContain('Nothing new');
  });

  test('of an older version is what that version held', async () => {
    for (const text of ['un', 'deux', 'trois'])
      place.charter('charters/one.yaml', { body: [text] }).commit(text);
    expect(await log('one@HEAD~1', '--new')).toContain('deux');
    expect(await log('one', '--new')).toMatch(/trois/);
    expect(readFileSync(state(), 'utf8').match(/[0-9a-f]{40}/g)).toEqual([
      place.git('rev-parse', 'HEAD').trim(),
    ]);
  });

  test('is said not to be remembered where there is no folder for it', async () => {
    place.charter('charters/one.yaml', { body: [first] }).commit('Départ');
    place.env = {};
    for (const _ of [1, 2]) {
      const text = await log('--new');
      expect(text).toContain('Départ');
      expect(text).toContain('Nothing is remembered');
    }
  });
});

describe('where the log begins and ends', () => {
  beforeEach(() => {
    for (const text of ['un', 'deux', 'trois'])
      place.charter('charters/one.yaml', { body: [text] }).commit(text);
  });

  test.each([
    ['a range of all charters', ['HEAD~2..HEAD'], ['trois', 'deux']],
    ['a range of one', ['one@HEAD~2..HEAD~1'], ['deux']],
    ['a day', ['one@2026-03-02'], ['deux', 'un']],
  ] as const)('is told by %s', async (_, words, subjects) => {
    const { output = '' } = await place.call(['log', '--json', ...words]);
    const { versions } = JSON.parse(output);
    expect(versions.map(({ commit }: { commit: { subject: string } }) => commit.subject)).toEqual(subjects);
  });

  test('is refused where it cannot be one place', async () => {
    place.charter('charters/two.yaml', { body: ['un'] });
    for (const words of [
      ['one@HEAD', 'two@HEAD~1'],
      ['HEAD~1...HEAD'],
      ['one@2026-02-30'],
      ['one@2020-01-01'],
      ['./charters/one.yaml'],
    ])
      expect(await place.call(['log', ...words])).toMatchObject({ status: 2 });
    expect(await place.call(['log', 'two', '--lang', 'en'])).toMatchObject({
      status: 0,
      messages: 'two is not committed yet: it has no versions.\n',
    });
  });

  test('is the same in a bare repository, in a folder of a repository and beside a lock', async () => {
    const bare = new Folder();
    place.git('clone', '-q', '--bare', '.', `${bare.root}/bare`);
    const wanted = (await place.call(['log'])).output;
    expect((await bare.call(['log', '-C', 'bare'])).output).toBe(wanted);
    expect((await bare.call(['blame', 'one@HEAD', '-C', 'bare'])).status).toBe(0);
    expect((await bare.call(['blame', 'one', '-C', 'bare'])).status).toBe(0);
    bare.remove();
    place.write('.git/index.lock', '');
    expect((await place.call(['log', '-C', 'charters'])).output).toBe(wanted);
  });
});
