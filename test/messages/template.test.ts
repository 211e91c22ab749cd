import { expect, test } from 'vitest';
import { templateMessages } from '../../src/messages/template.ts';

test.each([
  [1, 4, '1 table with 4 rows ', '1 tableau de 4 lignes '],
  [4, 1, '4 tables with 1 row in all ', '4 tableaux de 1 ligne en tout '],
])('rows of several tables are counted together: %i of %i', (tables, rows, english, french) => {
  const counts = { portals: 2, blocks: 3, sections: 1, tables, rows, variants: 0, variables: [] };
  expect(templateMessages.en.counts(counts)).toContain(english);
  expect(templateMessages.fr.counts(counts)).toContain(french);
});
