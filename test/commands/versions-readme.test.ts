/** The README's history is what the program prints of such a history, to the last digit of its commits. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Versions } from './versions.ts';

const project = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', project), 'utf8');
const examples = [...readme.matchAll(/<!-- example:(.+?) -->\n```text\n(.*?)```\n/gs)].map(
  ([, words = '', text = '']): [string, string] => [words, text],
);

let place: Versions;
beforeAll(() => {
  place = new Versions();
  for (const file of ['charters/normandie.yaml', 'charters/templates/opendatasoft-fr.yaml', '.charter.yaml'])
    place.write(file, readFileSync(new URL(file, project), 'utf8'));
  place.commit('Premier relevé de Normandie');
  edit('nous utilisons des cookies', 'le portail utilise des cookies');
  place.commit('Relevé de mars', { author: 'Émile Roux' });
  edit('« nécessaires »', '"nécessaires"');
  place.commit('Guillemets droits');
  const row = ['      - provider: Google', '        service: Analytics', '        name: _ga'];
  place.write(
    'charters/normandie.yaml',
    `${place.read('charters/normandie.yaml')}${row.join('\n')}\n        purpose: Mesurer l'audience du portail\n`,
  );
  place.commit("Mesure d'audience", { author: 'Émile Roux' });
});
afterAll(() => place.remove());

function edit(from: string, to: string): void {
  place.write('charters/normandie.yaml', place.read('charters/normandie.yaml').replace(from, to));
}

describe('the README', () => {
  test('shows a history', () => {
    expect(examples.map(([words]) => words.split(' ')[0])).toEqual(['log', 'blame']);
  });

  test.each(examples)('prints what `charter %s` prints', async (words, text) => {
    const { output } = await place.call(words.split(' '));
    expect(output).toBe(text);
  });
});
