/** What is said of the text that a day stands for: that it was observed, or that a hand changed it since. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Office } from './office.ts';

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
