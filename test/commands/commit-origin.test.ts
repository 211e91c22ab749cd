import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Office, type Page, pageText } from './office.ts';

const one = 'charters/one.yaml';
const first: Page = { captured: '2026-03-01' };
const second: Page = { captured: '2026-03-02', duration: '25 mois' };
const capture = 'snapshots/one/2026-03-01.md';

let office: Office;
beforeEach(() => {
  office = new Office();
});
afterEach(() => office.remove());

/** Commits the capture with a charter as a poorer importer would have read it. */
async function beginPoorly(message?: string): Promise<string> {
  await office.import('one', first);
  const well = office.read(one);
  office.edit(one, 'petit fichier gardé', 'petitfichier gardé');
  office.commit(message ?? office.imported('one', capture));
  return well;
}

describe('what a better importer reads otherwise', () => {
  test('is a technical commit of its own, folded by the log', async () => {
    const well = await beginPoorly();
    office.write({ [one]: well });
    expect(await office.transcript('commit', '--lang', 'en')).toMatch(
      /one: same capture, read anew; \d \w+ \(1 file\)/,
    );
    expect(office.trailers()).toEqual([
      'Capture: snapshots/one/2026-03-01.md',
      'Imported: one',
      'Change: technical',
    ]);
    expect(office.changes()).toEqual([`M ${one}`]);
    const { output } = await office.call(['log', 'one', '--lang', 'en']);
    expect(output).toContain('1 version folded: 1 technical');
  });

  test('is apart from what a new capture changed', async () => {
    await beginPoorly();
    await office.import('one', second, '--force');
    const text = office.read(one);
    office.hook('pre-commit', 'git diff --cached --name-only >>ran; cat charters/one.yaml >>seen');
    const plan = await office.transcript('commit', '--dry-run', '--lang', 'fr');
    await expect(plan).toMatchFileSnapshot('golden/commit-technical.fr.txt');
    expect(
      (await office.call(['commit', '-m', 'Nouvelle durée'])).output?.trimEnd().split('\n'),
    ).toHaveLength(2);
    expect(office.read(one)).toBe(text);
    expect(office.read('ran')).toBe(`${one}\n${one}\nsnapshots/one/2026-03-02.md\n`);
    expect(office.read('seen')).toBe(text + text);
    expect(office.trailers('HEAD~')).toEqual([
      'Capture: snapshots/one/2026-03-01.md',
      'Imported: one',
      'Change: technical',
    ]);
    expect(office.trailers()).toEqual([
      'Capture: snapshots/one/2026-03-02.md',
      'Imported: one',
      'Change: content',
    ]);
    expect(office.git('show', `HEAD~:${one}`)).toContain('petit fichier gardé');
    expect(office.git('show', `HEAD~:${one}`)).toContain('13 mois');
    const { output = '' } = await office.call(['log', 'one', '--lang', 'en']);
    expect(output).toContain('Nouvelle durée\none  1 substantive · capture of 2026-03-02\n');
    expect(output).toContain('1 version folded: 1 technical');
    expect(office.git('status', '--porcelain', 'charters', 'snapshots')).toBe('');
  });

  test('keeps decisions, and variables set by hand', async () => {
    await office.import('one', first);
    const well = office.read(one);
    office.write({
      [one]: well
        .replace('language: fr\n', 'language: fr\nvariables:\n  owner: Région\n')
        .replace('petit fichier gardé', 'petitfichier gardé'),
    });
    await office.call(['fmt']);
    office.commit(office.imported('one', capture));
    await office.import('one', second, '--force');
    await office.commitAs();
    const technical = office.git('show', `HEAD~:${one}`);
    expect(technical).toContain('owner: Région');
    expect(technical).toContain('petit fichier gardé');
    expect(office.git('show', `HEAD:${one}`)).toContain('owner: Région');
  });

  test('leaves what else is staged as it is, in both commits', async () => {
    await beginPoorly();
    await office.import('one', second, '--force');
    office.write({ 'notes.txt': 'staged' });
    office.git('add', 'notes.txt');
    office.edit(one, 'Nous posons', 'Nous utilisons');
    office.git('add', one);
    office.edit(one, 'Nous utilisons', 'Nous employons');
    await office.commitAs();
    expect(office.changes('HEAD~')).toEqual([`M ${one}`]);
    expect(office.changes()).toEqual([`M ${one}`, 'A snapshots/one/2026-03-02.md']);
    expect(office.trailers()).toEqual(['Edited: one', 'Change: content']);
    expect(office.git('status', '--porcelain')).toBe('A  notes.txt\n');
  });

  test('stands in one commit for several charters', async () => {
    await beginPoorly();
    await office.import('two', first);
    office.edit('charters/two.yaml', 'petit fichier gardé', 'petitfichier gardé');
    office.commit(office.imported('two', 'snapshots/two/2026-03-01.md'));
    for (const portal of ['one', 'two']) await office.import(portal, second, '--force');
    await office.commitAs();
    expect(office.changes('HEAD~')).toEqual([`M ${one}`, 'M charters/two.yaml']);
    expect(office.trailers('HEAD~')).toEqual([
      'Capture: snapshots/one/2026-03-01.md',
      'Imported: one',
      'Capture: snapshots/two/2026-03-01.md',
      'Imported: two',
      'Change: technical',
    ]);
  });
});

describe('a change is one of content', () => {
  test.each<[string, (truth: string) => string]>([
    ['says nothing of a capture', () => 'Relevé'],
    ['names another capture', (truth) => truth.replace('2026-03-01', '2026-02-01')],
    ['says that its text was edited', (truth) => `${truth}\nEdited: one`],
    ['says so anywhere but in its trailers', (truth) => `${truth}\n\nEncore\n\nEt encore`],
    ['gives no digest of the text', (truth) => truth.replace(/Imported: .*\n/, '')],
    [
      'gives the digest of another text',
      (truth) => truth.replace(/(Imported: one ).*/, `$1${'0'.repeat(16)}`),
    ],
  ])('where the last commit of the charter %s', async (_, tell) => {
    const well = await beginPoorly('À venir');
    office.git('commit', '-q', '--amend', '-m', tell(office.imported('one', capture)));
    office.write({ [one]: well });
    await office.commitAs();
    expect(office.trailers()).toEqual([
      'Capture: snapshots/one/2026-03-01.md',
      'Imported: one',
      'Change: content',
    ]);
  });

  test('where the charter was edited by hand after its import', async () => {
    const well = await beginPoorly();
    office.edit(one, 'Nous posons', 'Nous utilisons');
    office.commit('À la main');
    office.write({ [one]: well });
    await office.commitAs();
    expect(office.trailers().at(-1)).toBe('Change: content');
    await office.import('one', second);
    await office.commitAs();
    expect(office.git('rev-list', '--count', 'HEAD').trim()).toBe('4');
  });

  test('where the commit of an import was amended by hand', async () => {
    const well = await beginPoorly();
    office.edit(one, 'Nous posons', 'Nous utilisons');
    office.git('commit', '-q', '-a', '--amend', '--no-edit');
    office.write({ [one]: well });
    await office.commitAs();
    expect(office.trailers().at(-1)).toBe('Change: content');
  });

  test('where a person edits besides', async () => {
    const well = await beginPoorly();
    office.write({ [one]: well.replace('13 mois', '6 mois') });
    await office.commitAs();
    expect(office.trailers()).toEqual(['Edited: one', 'Change: content']);
    expect(office.git('rev-list', '--count', 'HEAD').trim()).toBe('2');
  });

  test.each([
    ['variable', 'language: fr\n', 'language: fr\nvariables:\n  owner: Région\n'],
    ['day of observation', 'captured: "2026-03-01"', 'captured: "2026-02-01"'],
  ])('where a %s was set by hand: the charter is told as edited', async (_, from, to) => {
    await office.import('one', first);
    office.edit(one, from, to);
    await office.commitAs();
    expect(office.trailers()).toEqual(['Edited: one', 'Change: content']);
  });

  test.each([
    ['id', 'charter: one', 'charter: uno'],
    ['page', '  capture:', '  page: https://one.example/cookies\n  capture:'],
  ])('where the %s is another', async (_, from, to) => {
    const well = await beginPoorly();
    office.write({ [one]: well.replace(from, to) });
    await office.commitAs();
    expect(office.trailers().at(-1)).toBe('Change: content');
  });

  test('where the committed file held comments, which no reading would bring back', async () => {
    await office.import('one', first);
    office.write({
      [one]: office.read(one).replace('petit fichier', 'petitfichier').replace('title:', '# voir\ntitle:'),
    });
    office.commit(office.imported('one', capture));
    await office.import('one', second, '--force');
    await office.commitAs();
    expect(office.git('rev-list', '--count', 'HEAD').trim()).toBe('2');
    expect(office.trailers()).toEqual([
      'Capture: snapshots/one/2026-03-02.md',
      'Imported: one',
      'Change: content',
    ]);
  });

  test('where a shallow clone does not tell which commit changed the charter last', async () => {
    const well = await beginPoorly();
    office.commit('Autre\n\nCapture: snapshots/one/2026-03-01.md', { 'notes.txt': 'x' });
    office.git('clone', '-q', '--depth', '1', `file://${office.root}`, 'clone');
    office.write({ [`clone/${one}`]: well });
    expect((await office.call(['commit'], 'clone')).status).toBe(0);
    expect(office.git('-C', 'clone', 'log', '-1', '--format=%(trailers:key=Change)').trim()).toBe(
      'Change: content',
    );
  });

  test('where the old capture is not in the last commit, or not the one recorded', async () => {
    await office.import('one', first);
    office.edit(one, 'petit fichier gardé', 'petitfichier gardé');
    office.write({ 'snapshots/one/2026-03-01.md': `${pageText(first)}\nAltéré.\n` });
    office.commit(office.imported('one', capture));
    await office.import('one', second, '--force');
    await office.commitAs();
    expect(office.git('rev-list', '--count', 'HEAD').trim()).toBe('2');
  });
});

test('a new capture with the same text is told as such', async () => {
  await office.import('one', first);
  await office.commitAs();
  office.write({ 'page.md': `${pageText(first)}\n\n` });
  await office.call(['import', 'page.md', '--portal', 'one', '--captured', '2026-03-05']);
  await office.commitAs();
  expect(office.message().replace(/ [0-9a-f]{16}$/m, '')).toBe(
    [
      'one\u00a0: relevé du 5 mars 2026, texte inchangé',
      '',
      'Capture: snapshots/one/2026-03-05.md',
      'Imported: one',
      'Change: content',
    ].join('\n'),
  );
});
