/** A text that stops in the middle is refused, with its line; one that ends as pages end is not. */
import { describe, expect, test } from 'vitest';
import { decodeCapture } from '../../src/capture/bytes.ts';
import { readCapture } from '../../src/capture/read-capture.ts';
import type { Template } from '../../src/model/charter.ts';
import { portals, sharedTemplate, snapshot } from '../present/charter-examples.ts';
import { captureBytes, captureFiles, readString, refusal, warningsOf } from './examples.ts';

const french = `Charte cookies

Un cookie est un petit fichier que le site dépose sur votre appareil. Votre navigateur le conserve pendant un an.

Ce portail compte ses visiteurs sans les reconnaître.

`;
const english = `Cookie policy

A cookie is a small file. Your browser keeps it for a year.

This portal counts its visitors and does not recognise any of them.

`;
const tabs = 'Nom\tFinalité\tDurée\na_b\tMesure\t1 an\nc_d\tLangue\t2 ans';
const pipes = '| Nom | Finalité | Durée |\n|---|---|---|\n| a_b | Mesure | 1 an |\n';

describe('a text that stops in the middle', () => {
  test.each<[string, string, string]>([
    ['on a comma', `${french}Les cookies internes, nécessaires,`, 'capture-cut-sentence'],
    ['on an article', `${french}Les cookies internes servent à mesurer la`, 'capture-cut-sentence'],
    ['on two such words', `${french}Les cookies servent au fonctionnement de la\n`, 'capture-cut-sentence'],
    ['on an elision', `${french}Les cookies internes servent l'`, 'capture-cut-sentence'],
    ['in a word with a hyphen', `${french}Les cookies first-`, 'capture-cut-sentence'],
    ['in a bracket', `${french}Les cookies internes (voir plus bas`, 'capture-cut-sentence'],
    ['in a quotation', `${french}Les cookies « internes`, 'capture-cut-sentence'],
    ['in straight quotes', `${french}Les cookies dits "internes`, 'capture-cut-sentence'],
    ['in an address', `${french}Voir la page <https://data.ex`, 'capture-cut-sentence'],
    ['in a link', `${french}## Suite\n\nVoir la [page des coo`, 'capture-cut-sentence'],
    ['in a word used before', `${french}Ce portail compte ses visit`, 'capture-cut-sentence'],
    [
      'in a word without a vowel',
      `${french}La plateforme est ouverte.\n\nLes cookies de cette pl`,
      'capture-cut-sentence',
    ],
    [
      'where all others have a full stop',
      `${french}Les cookies dits internes sont posés par ce seul portail et permettent`,
      'capture-cut-sentence',
    ],
    ['in English', `${english}These cookies are set by the`, 'capture-cut-sentence'],
    ['in an item', `${french}- Les cookies internes et\n`, 'capture-cut-sentence'],
    ['in a heading', `# Cookies\n\n${french}## A quoi servent les cookies sur la\n`, 'capture-cut-sentence'],
    ['in a row of tabs', `${french}${tabs}\ne_f\tStat`, 'capture-cut-row'],
    ['in the first cell of a row', `${french}${tabs.replace('a_b', 'a_bcd')}\na_b`, 'capture-cut-row'],
    ['in the last cell', `${french}${tabs}\ne_f\tCompter\tjusqu'à la`, 'capture-cut-row'],
    ['in a head row', `${french}Nom du cookie\tFinalité\tDur`, 'capture-cut-row'],
    ['in the rule of a table', `${french}Nom\tFinalité\tDurée\n----`, 'capture-cut-row'],
    ['in a row of pipes', `${french}${pipes}| c_d | Lang\n`, 'capture-cut-row'],
    ['in a row of pipes that closes a cell', `${french}${pipes}| c_d | Langue |`, 'capture-cut-row'],
    ['in the rule of pipes', `${french}| Nom | Finalité |\n|---|--`, 'capture-cut-row'],
    ['in the cells below a table', `${french}${tabs}\n\na_b\n\nMesu`, 'capture-cut-row'],
  ])('%s', async (_, text, code) => {
    expect(await refusal(text)).toBe(code);
    expect(warningsOf(await readString(text, { force: true }))).toContain(code);
  });

  test('is told with its last line and its last words', async () => {
    const reading = await readCapture(Buffer.from(`${french}Les cookies servent à compter les\n`));
    expect(reading).toEqual({
      ok: false,
      problems: [
        {
          code: 'capture-cut-sentence',
          severity: 'error',
          path: [],
          line: 7,
          values: { found: 'servent à compter les' },
        },
      ],
    });
  });

  test('in the middle of a letter', async () => {
    const bytes = Buffer.from(`${french}Les cookies internes sont déposés`);
    const cut = bytes.subarray(0, bytes.length - 2);
    expect(decodeCapture(cut)).toMatchObject({ encoding: 'utf-8', cut: true });
    expect(await refusal(cut)).toBe('capture-cut-sentence');
    const wide = Buffer.from(`\ufeff${french}Les cookies.`, 'utf16le').subarray(0, -1);
    expect(await refusal(wide)).toBe('capture-cut-sentence');
  });

  test('an accent that ends a text of one byte a letter is whole', () => {
    const bytes = Buffer.from('The page of the café', 'latin1');
    expect(decodeCapture(bytes)).toMatchObject({ encoding: 'windows-1252', text: 'The page of the café' });
  });
});

describe('a page that ends as pages end', () => {
  test.each([
    ['an item', `${french}- les cookies qui permettent de se souvenir du choix fait`],
    ['an item that ends a list', `${french}- les cookies internes ;\n- les cookies tiers ;`],
    ['what announces a list', `${french}Les cookies internes servent à :`],
    ['a heading', `${french}## Les cookies tiers\n`],
    ['a label', `${french}Nous contacter`],
    ['a signature', `${french}Direction de l'information et des services publics de la Région Exemple`],
    ['a date', `${french}Dernière mise à jour de cette page par nos services le 3 mai 2024`],
    ['a date alone', `${french}2024-05-03`],
    ['an address', `${french}Pour en savoir plus sur les cookies, voyez ici la page https://a.example/x`],
    ['a mail address', `${french}Contact : x@y.fr`],
    ['a telephone number', `${french}Vous pouvez nous appeler tous les jours ouvrés au +33 1 23 45 67 89`],
    [
      'a paragraph without full stop',
      `${french}Vous pouvez refuser ces cookies dans les réglages de votre navigateur\n`,
    ],
    ['a short paragraph without full stop', `${french}Vous pouvez refuser ces cookies`],
    ['a plural written as a singular', `${french}Ces visiteurs refusent un cookie\n`],
    ['a menu of languages', `${french}fr en de`],
    ['a sign for a person', `${french}Merci de votre visite :(`],
    ['a closed bracket', `${french}Cookies internes (posés par ce portail)`],
    ['a numbered letter', `${french}Cookies internes, voir a) et b)`],
    ['a German quotation', 'Cookies\n\nEin Cookie ist eine kleine Datei.\n\nWir nennen sie »Kekse«'],
    ['inches', `${french}Un écran de 15"`],
    ['an annex', `${french}Voir la liste des cookies de l'annexe a`],
    ['an abbreviation', `${french}Un code est envoyé par sms`],
    ['a table', `${french}${tabs}`],
    ['a table with an empty last cell', `${french}${tabs}\ne_f\tLangue\t`],
    ['a table with a short last row and a line end', `${french}${tabs}\ne_f\tLangue\n`],
    ['a table whose rows end on small words', `${french}${tabs}\ne_f\tSession\tun an`],
    ['a table of pipes', `${french}${pipes}`],
    ['a row of pipes whose last cell is open', `${french}${pipes}| c_d | Langue | (un\u00a0an, |\n`],
    ['a table of pipes without the outer ones', `${french}Nom | Durée\n---|---\na_b | 1 an\nc_d | 2 ans`],
    ['a table of pipes, a broken row', `${french}${pipes}| c_d | Langue du\nvisiteur | 1 an |`],
    ['a provider below the table', `${french}Prestataire\tNom\nVille de Lyon\ta_b\n\nVille de Lyon`],
    ['a notice that is left out', `${french}Un cookie nommé le\n\n© Portail`],
    ['a page of HTML', `<p>${'Ce portail compte ses visiteurs. '.repeat(4)}</p><p>Les cookies de la</p>`],
    [
      'a whole page of HTML',
      `<html><body><p>${'Ce portail compte ses visiteurs. '.repeat(4)}<p>Les cookies de la</body></html>`,
    ],
    [
      'Markdown with a table of HTML',
      `# T\n\n${french}<table><tr><th>Nom<th>Rôle</tr>\n<tr><td>a_b<td>« c</td></tr></table>\n`,
    ],
    ['records', `${french}Nom : a_b\nFinalité : mesure\n\nNom : c_d\nFinalité : langue`],
  ])('%s', async (_, text) => {
    expect(await refusal(text)).toBeUndefined();
  });

  test.each(captureFiles)('%s', async (file) => {
    expect(await refusal(captureBytes(file))).toBeUndefined();
    const bare = new TextDecoder().decode(captureBytes(file)).trimEnd();
    if (!file.includes('1252')) expect(await refusal(bare)).toBeUndefined();
  });

  test.each(portals)('%s, with the template and without', async (portal) => {
    const template = await sharedTemplate();
    for (const end of ['', '\n', '\r\n\r\n']) {
      const bytes = Buffer.concat([snapshot(portal), Buffer.from(end)]);
      expect(await refusal(bytes)).toBeUndefined();
      expect(await refusal(bytes, { template })).toBeUndefined();
    }
  });
});

describe('a page of HTML that does not close', () => {
  test.each([
    [
      'in a container',
      '<html><body><div><p>Cookies are small files.</p><p>More of them.</p>',
      'capture-truncated',
    ],
    ['in a list', '<html><body><ul><li>Cookies are small files.', 'capture-truncated'],
    ['in its sentence', '<html><body><p>Cookies are small files. A file of the', 'capture-cut-sentence'],
    ['in the sentence of a part', '<p>Cookies are small files. They keep the', 'capture-cut-sentence'],
  ])('%s', async (_, text, code) => {
    const words = 'The visitors of this portal are counted, and that is all that we do with them. ';
    expect(await refusal(text.replace('Cookies are', `${words.repeat(3)}Cookies are`))).toBe(code);
  });
});

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Of forty cuts at chance places of a capture, those inside a paragraph or cell, and how many of them are seen. */
async function countCuts(bytes: Uint8Array, template: Template | undefined): Promise<[number, number]> {
  const next = chance(11);
  let inside = 0;
  let seen = 0;
  for (let count = 0; count < 40; count += 1) {
    const at = 200 + next(bytes.length - 200);
    const before = new TextDecoder().decode(bytes.subarray(0, at));
    if (bytes[at] === 10 || /[\n.:] ?$/.test(before)) continue;
    inside += 1;
    const code = await refusal(bytes.subarray(0, at), template ? { template } : {});
    if (code !== undefined) seen += 1;
  }
  return [seen, inside];
}

describe('the published captures, each cut at forty places', () => {
  test.each(portals)('%s: half of the cuts are seen, with the template three in four', async (portal) => {
    const bytes = snapshot(portal);
    const [alone, inside] = await countCuts(bytes, undefined);
    const [templated] = await countCuts(bytes, await sharedTemplate());
    expect(inside).toBeGreaterThan(30);
    expect(alone / inside).toBeGreaterThan(0.5);
    expect(templated / inside).toBeGreaterThan(0.75);
  });
});
