/** What a charter cannot hold is recorded, and what may be missing is said. */
import { describe, expect, test } from 'vitest';
import type { Media } from '../../src/capture/reading.ts';
import { readString, rulesOf, warningsOf } from './examples.ts';

describe('numbers of a list', () => {
  test.each<[string, Media, string, string[]]>([
    ['Markdown from 3', 'text/markdown', '3. Premier\n4. Deuxième\n', ['1 list-renumbered']],
    ['Markdown from 1', 'text/markdown', '1. Premier\n2. Deuxième\n', []],
    ['HTML from 3', 'text/html', '<ol start=3><li>Premier<li>Deuxième</ol>', ['1 list-renumbered']],
    [
      'HTML with a value',
      'text/html',
      '<ol>\n<li>Un\n<li value=7>Deux\n<li>Trois</ol>',
      ['3 list-renumbered'],
    ],
    ['HTML with lists inside', 'text/html', '<ol><li>Un<ul><li>a<li>b</ul><li>Deux</ol>', []],
    ['HTML bullets', 'text/html', '<ul start=3><li>Un<li>Deux</ul>', []],
    ['plain text from 3', 'text/plain', '3. Premier\n4. Deuxième\n', ['1 list-renumbered']],
    ['plain text with a gap', 'text/plain', '1. Premier\n3. Deuxième\n4. Troisième\n', ['2 list-renumbered']],
  ])('%s', async (_, as, text, rules) => {
    expect(rulesOf(await readString(text, { as, force: true }))).toEqual(rules);
  });
});

describe('targets that no charter may hold', () => {
  test.each<[string, Media, string, string[]]>([
    ['HTML', 'text/html', '<p>Un <a href="javascript:x()">lien</a>.</p>', ['1 link-dropped']],
    [
      'Markdown',
      'text/markdown',
      'Un [lien](javascript:x).\n\nUn [autre](https://a.example/).',
      ['1 link-dropped'],
    ],
    ['a definition', 'text/markdown', 'Un [lien][1].\n\n[1]: javascript:x\n', ['3 link-dropped']],
    ['HTML in Markdown', 'text/markdown', 'Un <a href="javascript:x">lien</a>.', ['1 link-dropped']],
    [
      'a cell',
      'text/markdown',
      '| Nom | Lien |\n|---|---|\n| a_b | [x](javascript:x) |\n',
      ['0 link-dropped'],
    ],
    ['no target', 'text/html', '<p>Un <a name=x href="">lien</a>.</p>', []],
  ])('%s', async (_, as, text, rules) => {
    expect(rulesOf(await readString(text, { as, force: true }))).toEqual(rules);
  });
});

describe('a cell over several columns', () => {
  const head = '<tr><th>Prestataire<th>Nom<th>Durée</tr>';
  test.each([
    ['that has words beside others', '<tr><td colspan=2>Google<td>1 an</tr>', ['cell-spans-columns']],
    ['that is a banner', '<tr><td colspan=3>Statistiques</tr><tr><td>A<td>a_b<td>1 an</tr>', []],
    ['that is empty', '<tr><td>A<td colspan=2></tr>', []],
    ['in the head', '', ['table-without-names']],
  ])('%s', async (_, rows, expected) => {
    const top = rows === '' ? '<tr><th colspan=2>Qui<th>Durée</tr>' : head;
    const reading = await readString(`<table>${top}<tr><td>A<td>b_c<td>1 an</tr>${rows}</table>`);
    expect(warningsOf(reading)).toEqual(expected);
  });
});

describe('the end of a text', () => {
  const before = 'Charte cookies\n\nUn cookie est un petit fichier.\n\n';
  const table = 'Nom\tFinalité\na_b\tMesure\n\n';
  test.each([
    [
      'that breaks off',
      `${table}Les cookies dits nécessaires permettent de se souvenir du choix du visi`,
      ['end-uncertain'],
    ],
    [
      'that ends its sentence',
      `${table}Les cookies dits nécessaires permettent de se souvenir du choix du visiteur.`,
      [],
    ],
    [
      'that ends in quotes',
      `${table}Les cookies dits nécessaires permettent de se souvenir du « choix du visiteur »`,
      [],
    ],
    ['that is a short label', `${table}Mis à jour le 3 mai 2024`, []],
    [
      'that is an address',
      `${table}Pour en savoir plus sur les cookies, voyez ici la page suivante https://a.example/x`,
      [],
    ],
    [
      'that is an item',
      `${table}- les cookies dits nécessaires qui permettent de se souvenir du choix fait`,
      [],
    ],
    ['that is a table', table, []],
  ])('%s', async (_, rest, expected) => {
    expect(warningsOf(await readString(before + rest, { as: 'text/plain' }))).toEqual(expected);
  });
});

describe('markup beyond any text', () => {
  test.each<[string, Media, string]>([
    ['brackets', 'text/markdown', '['.repeat(2_000)],
    ['quotations', 'text/markdown', `${'> '.repeat(100)}x`],
    ['elements', 'text/html', `<p>${'<b>x</b> '.repeat(3_000)}</p>`],
    ['nesting', 'text/html', '<div>'.repeat(1_000)],
    ['attributes', 'text/html', `<p class="${'x'.repeat(5_000)}">x</p>`],
  ])('%s are said', async (_, as, text) => {
    const reading = await readString(`Words that stay.\n\n${text}\n`, { as, force: true });
    expect(warningsOf(reading)).toContain('markup-too-dense');
  });
});
