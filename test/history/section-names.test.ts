import { describe, expect, test } from 'vitest';
import { createComparer } from '../../src/history/comparison.ts';
import { createPlaceTest, placeNames } from '../../src/history/section-names.ts';
import { charter } from '../documents.ts';

const spoken = { titles: ['Titre', 'Title'], beginnings: ['Introduction', 'Beginning'], tables: ['Cookies'] };
const document = charter({
  body: ['Des traceurs.', '# Usages', 'Nous mesurons.', '## **Durées**', 'Treize mois.', '# Droits', 'Vous.'],
  tables: [['name | duration', '_ga | 13 mois']],
});
const side = { document, file: 'charters/one.yaml', revision: '' };
const self = createComparer({ template: () => undefined })(side, side);

describe('a place', () => {
  test.each([
    ['introduction', [0]],
    ['Beginning', [0]],
    ['usages', [1, 2, 3, 4]],
    ['durées', [3, 4]],
    ['DROITS', [5, 6, 7]],
    ['cookies', [7]],
    ['nowhere', []],
    ['', []],
  ] as const)('is found under “%s”, and under each heading of a higher level', (wanted, blocks) => {
    const stands = createPlaceTest(self, wanted, spoken);
    const found = document.body.flatMap((block, at) => {
      const section = at === 0 ? undefined : at < 3 ? 'Usages' : at < 5 ? 'Durées' : 'Droits';
      const table = block.role === 'table' ? { table: block.table } : {};
      return stands('b', { block: at, ...(section === undefined ? {} : { section }), ...table }) ? [at] : [];
    });
    expect(found).toEqual(blocks);
  });

  test('that is the title is found by what the outputs call it, where there is one', () => {
    const isTitle = (wanted: string): boolean =>
      createPlaceTest(self, wanted, spoken)('b', { column: 'title' });
    expect(['titre', 'Title', 'introduction', 'usages'].map(isTitle)).toEqual([true, true, false, false]);
    expect(placeNames(document, spoken)).not.toContain('Titre');
    expect(placeNames({ ...document, title: 'Charte' }, spoken)).toContain('Titre');
  });

  test('in a table is found by the caption, and then not by the word for any table', () => {
    const captioned = {
      ...document,
      tables: document.tables.map((table) => ({ ...table, id: 't', caption: 'Mesure d’audience' })),
    };
    expect(placeNames(captioned, spoken).slice(-2)).toEqual(['t', 'Mesure d’audience']);
    expect(placeNames(document, spoken)).toContain('Cookies');
  });

  test('is not sought without end in a text of headings', () => {
    const body = Array.from({ length: 20_000 }, (_, at) => `${'#'.repeat((at % 6) + 1)} Titre ${at}`);
    const long = { ...side, document: charter({ body }) };
    const { diff } = self;
    const stands = createPlaceTest(
      { diff: { ...diff, sections: [] }, a: long.document, b: long.document },
      'x',
      {},
    );
    expect(stands('a', { block: 19_999, section: 'Titre' })).toBe(false);
  });
});
