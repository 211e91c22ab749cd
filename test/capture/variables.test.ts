import { expect, test } from 'vitest';
import { charterFromReading } from '../../src/capture/charter.ts';
import { findAddress } from '../../src/capture/variables.ts';
import type { Block, Charter } from '../../src/model/charter.ts';
import { sharedTemplate } from '../present/charter-examples.ts';
import { readString, warningsOf } from './examples.ts';

const paragraph = (text: string): Block => ({ role: 'paragraph', text });
const heading = (text: string): Block => ({ role: 'heading', text });

test.each([
  ['alone in a paragraph', [paragraph('<https://a.example/>')], 'https://a.example/'],
  ['without a scheme', [paragraph('data.a.example')], 'data.a.example'],
  ['in a heading', [heading('Les cookies sur https://a.example')], 'https://a.example'],
  ['behind its own name', [heading('Cookies sur [a.example](https://a.example)')], 'https://a.example'],
  [
    'twice, once with a final slash',
    [paragraph('<https://a.example>'), heading('Sur <https://A.example/>')],
    'https://a.example',
  ],
  ['in a sentence', [paragraph('Voir https://a.example.')], undefined],
  ['an e-mail address', [paragraph('<dpo@a.example>')], undefined],
] as const)('the address %s', (_, body, url) => {
  expect(findAddress(body, {}).url).toBe(url);
});

const rivals = [
  heading('A quoi servent les cookies sur la plateforme'),
  paragraph('<https://a.example>'),
  paragraph('<https://www.cnil.fr>'),
];

test('of several, none is taken where nothing tells', () => {
  expect(findAddress(rivals, {})).toEqual({ rivals: ['https://a.example', 'https://www.cnil.fr'] });
});

test("of several, the one in the template's place is taken", async () => {
  expect(findAddress(rivals, { template: await sharedTemplate() }).url).toBe('https://a.example');
});

test("of several, the one of the page's host is taken, even inside a sentence", () => {
  const body = [...rivals, paragraph('Le portail https://data.b.example/ vous informe.')];
  expect(findAddress(body, { page: 'https://DATA.b.example/pages/cookies/' }).url).toBe(
    'https://data.b.example/',
  );
});

test('rivals are told in a warning', async () => {
  const reading = await readString('# Cookies\n\nDes mots.\n\n<https://a.example>\n\n<https://b.example>');
  expect(reading.variables).toEqual({});
  expect(warningsOf(reading)).toContain('addresses-rival');
});

test.each([
  ['<html lang="fr-FR"><body><p>Mots rares.</p></body></html>', 'fr'],
  ['Wir verwenden Cookies, und diese werden nach der Sitzung gelöscht.', 'de'],
  ['Utilizamos cookies para que el sitio funcione y no se puede desactivar lo que es necesario.', 'es'],
  ['Il sito usa i cookie per la sessione e non può fare a meno di questi, che sono necessari.', 'it'],
  ['Wij plaatsen cookies om de website te laten werken en dit kan niet worden uitgezet.', 'nl'],
  ['Ω ψ ω.', 'und'],
])('the language of %s', async (text, language) => {
  expect((await readString(text)).language).toBe(language);
});

test('a page that names another language than its words have is not believed, with a warning', async () => {
  const words = 'Les cookies sont déposés par le site et ne sont pas utilisés pour la publicité. '.repeat(5);
  const reading = await readString(`<html lang="en"><body><p>${words}</p></body></html>`);
  expect(reading.language).toBe('fr');
  expect(warningsOf(reading)).toContain('language-contradicted');
});

test('decisions survive a new capture, and so do variables that it does not give', async () => {
  const reading = await readString('# Cookies\n\nDes mots.\n\n<https://new.example>');
  const source = { capture: 'x', captured: '2026-11-21', media: reading.media, sha256: 'x' } as const;
  const first = charterFromReading(reading, { id: 'a', source });
  const previous: Charter = {
    ...first,
    variables: { url: 'https://old.example', owner: 'La ville' },
    decisions: [{ reference: '3f9a1c', status: 'agreed', class: 'wording', on: '2026-11-21' }],
  };
  const next = charterFromReading(reading, { id: 'a', source, template: 'shared', previous });
  expect(next.decisions).toEqual(previous.decisions);
  expect(next.variables).toEqual({ url: 'https://new.example', owner: 'La ville' });
  expect(next.template).toBe('shared');
});
