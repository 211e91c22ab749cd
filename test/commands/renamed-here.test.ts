import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Office } from './office.ts';

describe.each([
  ['in its file', 'charters/old.yaml'],
  ['with a new file', 'charters/new.yaml'],
])('a charter that is given another id %s, before that is committed', (_, file) => {
  let office: Office;
  beforeEach(async () => {
    office = new Office();
    await office.import('old', { captured: '2026-03-01' });
    await office.commitAs();
    if (file !== 'charters/old.yaml') office.git('mv', 'charters/old.yaml', file);
    office.edit(file, 'charter: old', 'charter: new');
  });
  afterEach(() => office.remove());

  const said = async (line: string): Promise<string> => office.transcript(...line.split(' '), '--lang', 'en');

  test.each(['diff new@HEAD', 'diff new', 'diff new@HEAD old@HEAD', 'show new@HEAD'])(
    '%s finds it under the id that it had',
    async (line) => {
      const text = await said(line);
      expect(text).toContain('new was called old in HEAD.');
      expect(text).toContain('--- status 0');
      expect(text).not.toContain('New charter');
    },
  );

  test('a day stands for what it was then', async () => {
    expect(await said('show new@2026-03-15')).toContain('Observed on 1 March');
    expect(await said('diff new@2026-03-15')).toContain('are equal in words and form');
  });

  test('log and blame go on to its versions', async () => {
    expect(await said('log new')).toContain('new charter: 3 paragraphs');
    const blamed = await said('blame new');
    expect(blamed).toContain('2026-03-01  A ');
    expect(blamed).not.toContain('not committed');
  });

  test('another charter that took its file is not taken for it', async () => {
    if (file !== 'charters/old.yaml') return;
    office.write({ 'charters/kept.yaml': office.read(file).replace('charter: new', 'charter: old') });
    expect(await said('show new@HEAD')).toContain('there is no charter “new” in HEAD');
  });
});

test('a template that is given another id is found under the one that it had', async () => {
  const office = new Office();
  const file = 'charters/templates/common.yaml';
  const text =
    'template: common\nlanguage: fr\nvariables:\n  - url\ntitle: Charte\nbody:\n  - paragraph: Un.\n';
  office.commit('Modèle', { [file]: text });
  office.edit(file, 'template: common', 'template: shared');
  const said = await office.transcript('diff', 'template:shared@HEAD', '--lang', 'en');
  expect(said).toContain('are equal in words and form');
  office.remove();
});
