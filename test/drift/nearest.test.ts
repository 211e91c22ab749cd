import { describe, expect, test } from 'vitest';
import { Generations, isChoice } from '../../src/drift/nearest.ts';
import type { Block, Charter, CookieTable, Template } from '../../src/model/charter.ts';
import { follower, portals, repositoryCharter, repositoryTemplate, saying, template } from './documents.ts';

const definition = 'Un cookie est un petit fichier que votre navigateur garde pour le site.';
const kinds = [
  'Les cookies internes sont déposés par le site que vous consultez.',
  'Les cookies tiers sont déposés par une régie publicitaire.',
  'Les cookies statistiques comptent les visites de chaque page.',
  'Les cookies publicitaires suivent votre navigation entre les sites.',
];
const settings = [
  'Votre navigateur permet de voir et de supprimer ce qui est conservé.',
  "Ses pages d'aide expliquent où se trouvent les réglages.",
  'Refuser tout peut empêcher certains services de fonctionner.',
  'Le refus reste possible à tout moment, sans justification.',
];

function table(...rows: readonly string[]): CookieTable {
  const columns = [{ key: 'name' }, { key: 'duration' }, { key: 'purpose' }];
  return {
    id: 'cookies',
    columns,
    rows: rows.map((line) => ({ cells: line.split('|').map((cell) => cell.trim()) })),
  };
}

function generation(id: string, texts: readonly string[], rows: readonly string[] = []): Template {
  const body = texts.map((text): Block => ({ role: 'paragraph', text }));
  return { ...template({ body, tables: [table(...rows)], variables: ['url'] }), id };
}

const first = generation(
  'first',
  [definition, ...kinds],
  ['sid | | Se souvenir de la session', 'lang | | Se souvenir de la langue du visiteur'],
);
const second = generation(
  'second',
  [definition, ...settings],
  ['sid | 2 semaines | Garder la session ouverte', 'lang | 12 mois | Se souvenir de la langue du visiteur'],
);
const generations = new Generations([second, first]);

function nameless(of: Template, texts?: readonly string[]): Charter {
  const { template: _, ...charter } = follower(of);
  return texts ? { ...charter, body: texts.map((text) => ({ role: 'paragraph', text })) } : charter;
}

describe('a charter that names no template', () => {
  test('is nearest to the one that it says, and what each has in common with it is counted', () => {
    expect(generations.generationOf(nameless(first))).toEqual({
      portal: 'portal',
      nearest: 'first',
      matches: [
        { template: 'first', blocks: 5, ofBlocks: 5, rows: 2, ofRows: 2 },
        { template: 'second', blocks: 1, ofBlocks: 5, rows: 1, ofRows: 2 },
      ],
    });
    expect(generations.generationOf(nameless(second)).nearest).toBe('second');
  });

  test.each([
    ['typography', 'Les COOKIES « internes » sont déposés par le site que vous consultez'],
    ['a word or two', 'Les cookies internes sont placés par le site que vous consultez.'],
    ['a sentence before it', `Il y en a plusieurs. ${kinds[0]}`],
    ['being joined with the next', `${kinds[0]} ${kinds[1]}`],
  ])('shares a block but for %s', (_, text) => {
    const { matches } = generations.generationOf(nameless(first, [text]));
    expect(matches[0]).toMatchObject({ template: 'first' });
    expect(matches[0]?.blocks).toBeGreaterThan(0);
  });

  test('is near to none where it shares less than a quarter', () => {
    const charter = { ...nameless(first, ['Ce portail ne dépose rien du tout.']), tables: [] };
    expect(generations.generationOf(charter).nearest).toBeUndefined();
  });

  test('is held against templates of its language only', () => {
    const charter = { ...nameless(first), language: 'en-GB' };
    expect(generations.generationOf(charter)).toEqual({ portal: 'portal', matches: [] });
    const others = [{ ...first, language: 'en' }, second];
    expect(new Generations(others).generationOf(charter).nearest).toBe('first');
    expect([isChoice(others, 'en'), isChoice([first, second], 'fr-CA')]).toEqual([false, true]);
  });

  test('is not nearest to a template that says little, though it says all of that', () => {
    const short = generation('short', [definition]);
    expect(new Generations([short, first]).generationOf(nameless(first)).nearest).toBe('first');
  });

  test.each(portals)('%s is nearest to the template of the five', (id) => {
    const { template: _, ...charter } = repositoryCharter(id);
    const of = new Generations([repositoryTemplate(), first, second]);
    expect(of.generationOf(charter)).toMatchObject({ nearest: 'opendatasoft-fr' });
    expect(of.generationOf(charter).between).toBeUndefined();
  });
});

describe('a charter that names its template', () => {
  test('is told to be nearer to another where it has clearly more of that', () => {
    const charter = { ...nameless(second), template: 'first' };
    expect(generations.generationOf(charter)).toMatchObject({ named: 'first', nearest: 'second' });
  });

  test('stays with it where another has as much, or one block more', () => {
    const twin = { ...first, id: 'a-twin' };
    const longer = generation('longer', [definition, ...kinds, settings[0] ?? ''], []);
    const charter = { ...follower(first), template: 'first' };
    expect(new Generations([twin, first]).generationOf(charter).nearest).toBe('first');
    const more = { ...charter, body: follower(longer).body };
    expect(new Generations([{ ...longer, tables: first.tables }, first]).generationOf(more).nearest).toBe(
      'first',
    );
  });

  test('uses an approved wording of it', () => {
    const [block] = first.body;
    const variants = ['Ce que le site range chez vous s’appelle un témoin de connexion.'];
    const open: Template = {
      ...first,
      body: [{ role: 'paragraph', text: '', ...block, variants } as Block, ...first.body.slice(1)],
    };
    const charter = saying(follower(first), 0, variants[0] ?? '');
    const matches = new Generations([open, second]).generationOf(charter).matches;
    expect(matches[0]).toMatchObject({ template: 'first', blocks: 5 });
  });
});

describe('between two templates', () => {
  test.each([
    ['half of each', [definition, ...kinds.slice(0, 2), ...settings.slice(0, 2)], true],
    ['most of the one, some of the other', [definition, ...kinds, ...settings.slice(0, 2)], true],
    ['one block of the other alone', [definition, ...kinds, ...settings.slice(0, 1)], false],
    ['what both have in common', [definition], false],
  ])('stands a charter with %s: %#', (_, texts, stands) => {
    const charter = { ...follower(first), tables: [], body: nameless(first, texts).body };
    expect(generations.generationOf(charter).between !== undefined).toBe(stands);
  });

  test('it is told how much it has of what only the one says, and only the other', () => {
    const charter = { ...nameless(first, [definition, ...kinds, ...settings.slice(0, 2)]), tables: [] };
    expect(generations.generationOf(charter).between).toEqual([
      { template: 'first', has: 4, of: 4 },
      { template: 'second', has: 2, of: 4 },
    ]);
  });
});

describe('a charter that is but a table', () => {
  const texts = Array.from(
    { length: 20 },
    (_, at) => `Le paragraphe ${kinds[at % 4]} de rang ${at} dit ceci.`,
  );
  const old = generation('old', texts, [
    'a | 1 an | Un',
    'b | 2 ans | Deux',
    'c | 3 ans | Trois',
    'd | 4 ans | Quatre',
  ]);
  const young = generation(
    'young',
    [...settings, ...texts.slice(4)],
    ['e | 1 an | Un', 'f | 2 ans | Deux', 'c | 9 mois | Voir', 'd | 8 mois | Dire'],
  );
  const both = new Generations([old, young]);
  const only = (...rows: readonly string[]): Charter => ({
    ...nameless(old, []),
    tables: [table(...rows)],
  });

  test('is nearest to the template whose rows it has', () => {
    const { nearest } = both.generationOf(only('e | 1 an | Un', 'f | 2 ans | Deux', 'x | 1 an | Un'));
    expect(nearest).toBe('young');
  });

  test('stands between two where it has rows of both, and not for one row', () => {
    const rows = ['a | 1 an | Un', 'b | 2 ans | Deux', 'c | 9 mois | Voir', 'd | 8 mois | Dire'];
    expect(both.generationOf(only(...rows)).between).toEqual([
      { template: 'old', has: 2, of: 4 },
      { template: 'young', has: 2, of: 4 },
    ]);
    expect(both.generationOf(only(...rows.slice(0, 3))).between).toBeUndefined();
  });
});

test('thousands of sentences that share their words with all others are read in bounded work', () => {
  const texts = Array.from({ length: 3000 }, (_, at) => `Le cookie de la page du site numéro ${at} est là.`);
  const large = generation('large', texts);
  const { matches } = new Generations([large]).generationOf(nameless(large));
  expect(matches[0]).toMatchObject({ blocks: 3000, ofBlocks: 3000 });
});
