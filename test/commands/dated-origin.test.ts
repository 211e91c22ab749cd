/** What is said of the text that a day stands for: that it was observed, or that a hand changed it since. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Office } from './office.ts';
import { importedMessage } from './revisions.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
});
afterEach(() => office.remove());

const one = 'charters/one.yaml';
const first = { captured: '2026-03-01', duration: '13 mois' };

async function said(question: string, language = 'en'): Promise<string> {
  return office.transcript(...question.split(' '), '--lang', language);
}

describe('a text that was edited by hand before its capture was committed', () => {
  beforeEach(async () => {
    await office.import('one', first);
    office.edit(one, '13 mois', '25 mois');
    await office.commitAs();
  });

  test('is not said to be observed', async () => {
    const english = await said('show one@2026-03-15');
    expect(english).toContain('25 mois');
    expect(english).toContain('Edited by hand since the capture of 1 March, recorded the same day.');
    expect(english).not.toMatch(/observed/i);
    expect(await said('show one@2026-03-15', 'fr')).toContain(
      'Texte modifié à la main depuis le relevé du 1er mars, enregistré le même jour.',
    );
    expect(await said('show one@2026-03-15 --by commit')).toContain(
      'Version recorded on 1 March (edited by hand since the capture of 1 March).',
    );
    expect(await said('diff one@2026-03-15 one --json')).toContain('"edited": true');
  });

  test('gives way to the import of that same capture as it came', async () => {
    office.clock('2026-03-04T10:00:00+01:00');
    await office.import('one', first, '--force');
    await office.commitAs();
    const text = await said('show one@2026-03-15');
    expect(text).toContain('13 mois');
    expect(text).toContain('Observed on 1 March, recorded on 4 March.');
  });
});

test('a text that was amended since its import is not said to be observed', async () => {
  await office.import('one', first);
  await office.commitAs();
  expect(await said('show one@2026-03-15')).toContain('Observed on 1 March');
  office.edit(one, '13 mois', '25 mois');
  office.git('commit', '-qa', '--amend', '--no-edit');
  expect(await said('show one@2026-03-15')).toContain('Edited by hand since the capture of 1 March');
});

test('an edit after the import is told where the days of commits count', async () => {
  await office.import('one', first);
  await office.commitAs();
  office.clock('2026-03-04T10:00:00+01:00');
  office.edit(one, '13 mois', '25 mois');
  await office.commitAs();
  expect(await said('show one@2026-03-03 --by commit')).toContain(
    '(observed on 1 March); next version on 4 March',
  );
  expect(await said('show one@2026-03-05 --by commit')).toContain(
    '(edited by hand since the capture of 1 March)',
  );
  const observed = await said('show one@2026-03-05');
  expect(observed).toContain('13 mois');
  expect(observed).toContain('Observed on 1 March, recorded the same day.');
});

test('a page that went back to an earlier text is observed again', async () => {
  const durations = { '2026-03-01': '13 mois', '2026-03-10': '25 mois', '2026-03-20': '13 mois' };
  for (const [captured, duration] of Object.entries(durations)) {
    office.clock(`${captured}T10:00:00+01:00`);
    await office.import('one', { captured, duration });
    await office.commitAs();
  }
  expect(await said('show one@2026-03-15')).toContain('25 mois');
  const text = await said('show one@2026-03-25');
  expect(text).toContain('13 mois');
  expect(text).toContain('Observed on 20 March, recorded the same day.');
});

test('days of several years in one line all show their year', async () => {
  await office.import('one', { ...first, captured: '2025-12-31' });
  await office.commitAs();
  await office.import('one', { captured: '2026-04-02', duration: '25 mois' });
  await office.commitAs();
  expect(await said('show one@2026-03-15')).toContain(
    'Observed on 31 December 2025, recorded on 1 March 2026; next capture on 2 April 2026.',
  );
  expect(await said('show one@2026-01-02', 'fr')).toContain(
    'Relevé du 31 décembre 2025, enregistré le 1er mars 2026',
  );
});

describe('a text that its commit alone calls an import', () => {
  const second = { captured: '2026-03-05', duration: '12 mois' };

  /** With the digest of the text as it stands, which anybody can work out. */
  function commitForged(subject: string, day: string, ...more: readonly string[]): void {
    const text = readFileSync(join(office.root, one), 'utf8');
    const message = importedMessage(subject, text, 'Capture: snapshots/one/2026-03-05.txt', ...more);
    office.commit(message, {}, { date: `${day}T10:00:00+01:00` });
  }

  async function forge(): Promise<void> {
    await office.import('one', second);
    office.edit(one, '12 mois', '77 mois');
    commitForged('Relevé', '2026-03-06');
  }

  test('is not said to be observed where the capture kept gives another one', async () => {
    await forge();
    expect(await said('show one@2026-03-07')).toContain(
      'Observed on 5 March as its commit says, though that capture, read today, gives another text, recorded on 6 March.',
    );
    expect(await said('show one@2026-03-07 --by commit', 'fr')).toContain(
      "(relevé du 5 mars selon son commit, bien que ce relevé, relu aujourd'hui, donne un autre texte)",
    );
    expect(await said('diff one@2026-03-07 one --json')).toContain('"told": "contradicted"');
  });

  test('gives way to one that the capture bears out', async () => {
    await forge();
    office.edit(one, '77 mois', '12 mois');
    office.commit('Sans charter', {}, { date: '2026-03-08T10:00:00+01:00' });
    const text = await said('show one@2026-03-09');
    expect(text).toContain('12 mois');
    expect(text).toContain('Observed on 5 March, recorded on 8 March.');
  });

  test('does not take the place of an import by calling itself technical', async () => {
    await office.import('one', second);
    office.clock('2026-03-06T10:00:00+01:00');
    await office.commitAs();
    office.edit(one, '12 mois', '77 mois');
    commitForged('Mieux lu', '2026-03-07', 'Change: technical');
    const text = await said('show one@2026-03-09');
    expect(text).toContain('12 mois');
    expect(text).toContain('Observed on 5 March, recorded on 6 March.');
  });

  test('is observed on the word of its commit where the capture is not kept', async () => {
    await office.import('one', second);
    rmSync(join(office.root, 'snapshots'), { recursive: true });
    commitForged('Relevé', '2026-03-06');
    expect(await said('show one@2026-03-07', 'fr')).toContain(
      'Relevé du 5 mars selon son commit, enregistré le 6 mars.',
    );
    expect(await said('diff one@2026-03-07 one --json')).toContain('"told": "unchecked"');
  });
});

describe('a text that no commit vouches for', () => {
  const unproven =
    'Version recorded on 6 March, which names the capture of 5 March, though nothing proves that its text comes from it';
  const second = { captured: '2026-03-05', duration: '12 mois' };

  async function commitPlainly(from: string, to: string): Promise<void> {
    await office.import('one', first);
    await office.commitAs();
    await office.import('one', second);
    if (from !== to) office.edit(one, from, to);
    office.commit('Sans charter', {}, { date: '2026-03-06T10:00:00+01:00' });
  }

  test('is observed where its capture, read again, gives it', async () => {
    await commitPlainly('', '');
    expect(await said('show one@2026-03-07')).toContain('Observed on 5 March, recorded on 6 March.');
    expect(await said('show one@2026-03-07 --by commit')).toContain('(observed on 5 March)');
  });

  test('is not said to be observed where a hand changed it', async () => {
    await commitPlainly('12 mois', '77 mois');
    const english = await said('show one@2026-03-07');
    expect(english).toContain('77 mois');
    expect(english).toContain(`${unproven}.`);
    expect(await said('show one@2026-03-07 --by commit')).toContain(`${unproven}.`);
    expect(await said('show one@2026-03-07', 'fr')).toContain(
      'Version enregistrée le 6 mars, qui cite le relevé du 5 mars sans que rien ne prouve que son texte en vient.',
    );
    expect(await said('diff one@2026-03-07 one --json')).toContain('"unproven": true');
    expect(await said('show one@2026-03-04')).toContain(
      'Observed on 1 March, recorded the same day; next capture on 5 March.',
    );
  });

  test('is not said to be observed at the end of a shallow clone either', async () => {
    await commitPlainly('12 mois', '77 mois');
    office.git('clone', '-q', '--depth', '1', `file://${office.root}`, `${office.root}/shallow`);
    const { messages } = await office.call(['show', 'one@2026-03-07', '--lang', 'en'], 'shallow');
    expect(messages).toContain('Version recorded on or before 6 March, which names the capture of 5 March');
  });

  test('is not said to be observed where its capture is not kept', async () => {
    await office.import('one', first);
    office.write({ 'snapshots/one/2026-03-01.md': undefined });
    office.commit('Sans relevé', {}, { date: '2026-03-06T10:00:00+01:00' });
    expect(await said('show one@2026-03-07')).toContain('which names the capture of 1 March, though nothing');
  });

  test('does not take the place of the import by calling itself technical', async () => {
    await office.import('one', first);
    await office.commitAs();
    office.edit(one, '13 mois', '25 mois');
    office.commit('Meilleure lecture\n\nChange: technical', {}, { date: '2026-03-06T10:00:00+01:00' });
    const text = await said('show one@2026-03-07');
    expect(text).toContain('13 mois');
    expect(text).toContain('Observed on 1 March, recorded the same day.');
  });
});

describe('captures that are kept', () => {
  const second = { captured: '2026-03-05', duration: '12 mois' };
  const third = { captured: '2026-03-09', duration: '25 mois' };

  test('though no version holds them are named, and told when they are committed', async () => {
    await office.import('one', first);
    await office.commitAs();
    await office.import('one', second);
    await office.import('one', third, '--force');
    office.clock('2026-03-10T10:00:00+01:00');
    expect((await office.call(['commit', '--lang', 'en'])).messages).toContain(
      'snapshots/one/2026-03-05.md is kept, but one comes from another capture: no version will show the text of this one.',
    );
    expect(await said('show one@2026-03-06')).toContain(
      'Observed on 1 March, recorded the same day; a capture of 5 March is kept, but no version holds it; the next that a version holds is of 9 March.',
    );
    expect(await said('show one@2026-03-06', 'fr')).toContain(
      "\u00a0; un relevé du 5 mars est gardé, mais aucune version ne le contient\u00a0; le suivant qu'une version contient est du 9 mars.",
    );
    expect(await said('diff one@2026-03-06 one --json')).toContain('"unheld": [\n');
    expect(await said('show one@2026-03-10')).toContain('Observed on 9 March, recorded on 10 March.');
  });

  test('on a branch of which a merge kept nothing still answer for their days', async () => {
    await office.import('one', first);
    await office.commitAs();
    office.git('checkout', '-q', '-b', 'aside');
    await office.import('one', second);
    office.clock('2026-03-06T10:00:00+01:00');
    await office.commitAs();
    office.git('checkout', '-q', 'main');
    await office.import('one', third);
    office.clock('2026-03-09T10:00:00+01:00');
    await office.commitAs();
    office.record(['merge', '-q', '-s', 'ours', '--no-commit', 'aside'], {
      date: '2026-03-10T10:00:00+01:00',
    });
    office.git('checkout', 'aside', '--', 'snapshots/one/2026-03-05.md');
    office.record(['commit', '-q', '-m', 'Fusion'], { date: '2026-03-10T10:00:00+01:00' });
    const text = await said('show one@2026-03-06');
    expect(text).toContain('12 mois');
    expect(text).toContain('Observed on 5 March, recorded on 6 March; next capture on 9 March.');
  });

  test('by a copy of a charter that still stands are told as that one’s', async () => {
    await office.import('one', first);
    await office.commitAs();
    office.write({ 'charters/two.yaml': office.read(one).replace('charter: one', 'charter: two') });
    await office.commitAs();
    expect(office.trailers()).toEqual(['Edited: two', 'Change: content']);
    expect(office.message().replaceAll('\u00a0', ' ')).toMatch(/^two : nouvelle charte, copiée de one\n/);
    expect(await said('show two@2026-03-07')).toContain(
      'Copied from one (capture of 1 March), recorded the same day.',
    );
    expect(await said('show two@2026-03-07 --by commit', 'fr')).toContain(
      'Copiée de one (relevé du 1er mars), enregistrée le même jour.',
    );
    expect(await said('diff two@2026-03-07 two --json')).toContain('"copied": "one"');
    office.edit('charters/two.yaml', 'charter: two', 'charter: three');
    office.git('mv', 'charters/two.yaml', 'charters/three.yaml');
    office.commit('Copie', {}, { date: '2026-03-08T10:00:00+01:00' });
    expect(await said('show three@2026-03-09')).toContain('Copied from one (capture of 1 March)');
  });
});

test('settings with an unknown time zone are refused where days count', async () => {
  await office.import('one', first);
  await office.commitAs();
  office.write({ '.charter.yaml': 'timezone: Mars/Base\n' });
  for (const line of ['show one@2026-03-07', 'log one']) {
    const text = await said(line);
    expect(text).toContain('The settings in .charter.yaml cannot be used:');
    expect(text).toMatch(/\.charter\.yaml:1:11.*Mars\/Base/);
    expect(text).toContain('--- status 3');
  }
});

describe('the list of charters', () => {
  async function listed(): Promise<string> {
    return (await said('list')).split('\n').find((line) => line.startsWith('one ')) ?? '';
  }

  test('says that one was observed only while it is what its capture gives', async () => {
    await office.import('one', first);
    expect(await listed()).toContain(' 2026-03-01 ');
    office.edit(one, '13 mois', '25 mois');
    expect(await listed()).toContain('(2026-03-01)');
    expect(await said('list', 'fr')).toContain('(…) La charte cite le relevé de ce jour');
    expect(await said('list --json')).toContain('"observed": false');
    office.edit(one, '25 mois', '13 mois');
    expect(await listed()).toContain(' 2026-03-01 ');
    rmSync(join(office.root, 'snapshots'), { recursive: true });
    expect(await listed()).toContain('(2026-03-01)');
  });

  test('remembers what was proven, of that text and with that capture alone', async () => {
    await office.import('one', first);
    const env = { XDG_CACHE_HOME: join(office.root, 'cache') };
    const list = async (): Promise<string> =>
      (await office.call(['list', '--lang', 'en'], '.', env)).output ?? '';
    expect(await list()).toContain(' 2026-03-01 ');
    expect(readdirSync(join(office.root, 'cache/charter'))).toHaveLength(1);
    expect(await list()).toContain(' 2026-03-01 ');
    office.edit(one, '13 mois', '25 mois');
    expect(await list()).toContain('(2026-03-01)');
    office.edit(one, '25 mois', '13 mois');
    rmSync(join(office.root, 'snapshots'), { recursive: true });
    expect(await list()).toContain('(2026-03-01)');
  });
});

test('the list reads from git the captures that a sparse checkout leaves out', async () => {
  await office.import('one', first);
  await office.commitAs();
  office.git('sparse-checkout', 'set', '--no-cone', '/charters/');
  expect(office.has('snapshots')).toBe(false);
  expect(await said('list')).toContain(' 2026-03-01 ');
});
