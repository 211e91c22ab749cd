/** The README's commit is what the program would make of such a change. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Office } from './office.ts';

const project = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', project), 'utf8');
const examples = [...readme.matchAll(/<!-- commit:(.+?) -->\n```text\n(.*?)```\n/gs)].map(
  ([, words = '', text = '']): [string, string] => [words, text],
);

let office: Office;
beforeEach(async () => {
  office = new Office();
  const page = 'snapshots/normandie/2026-11-21.txt';
  for (const file of [
    'charters/normandie.yaml',
    'charters/templates/opendatasoft-fr.yaml',
    '.charter.yaml',
    page,
  ])
    office.write({ [file]: readFileSync(new URL(file, project)) });
  office.commit('Premier relevé de Normandie');
  const text = office.read(page);
  office.write({
    'page.txt': text
      .replace('nous utilisons des cookies', 'le portail utilise des cookies')
      .replace('Se souvenir du choix', 'Se souvenir pendant 6 mois du choix'),
  });
  const words = ['import', 'page.txt', '--portal', 'normandie', '--captured', '2026-11-21'];
  expect((await office.call(words)).status).toBe(0);
});
afterEach(() => office.remove());

test('the README shows a commit', () => {
  expect(examples).toHaveLength(1);
});

test.each(examples)('`charter %s` prints what the README says', async (words, text) => {
  const { output } = await office.call(words.split(' '));
  expect(output).toBe(text);
});
