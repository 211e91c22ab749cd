import { describe, expect, test } from 'vitest';
import { readCapture } from '../../src/capture/read-capture.ts';
import type { CaptureRead } from '../../src/capture/reading.ts';
import { type Portal, portals, sharedTemplate, snapshot } from '../present/charter-examples.ts';
import { tableLines, warningsOf } from './examples.ts';

const table = [
  'provider | service | name | purpose',
  "Opendatasoft | Authentification (front et back office) | sessionid | Se souvenir de l'utilisateur d'une page à une autre.",
  'Opendatasoft | Sélection de la langue (front et back office) | django_language | Se souvenir de la langue du visiteur',
  'Opendatasoft | API (CSRF) (front et back office) | csrftoken | Récupérer des données via des appels API',
  'Opendatasoft | Choix concernant vos préférences sur les cookies | cookies_preferences | Se souvenir du choix opéré par le visiteur concernant les cookies',
];
const heads = ['Nom du prestataire', 'Service et emplacement', 'Nom du cookies', 'Finalités'];

async function read(portal: Portal, templated = true): Promise<CaptureRead> {
  const reading = await readCapture(snapshot(portal), templated ? { template: await sharedTemplate() } : {});
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
}

function headings({ body }: CaptureRead): string[] {
  return body.flatMap((block) => (block.role === 'heading' ? [block.text] : []));
}

const definition = "Qu'est ce qu'un cookie ?";
const use = 'A quoi servent les cookies sur la plateforme';
const functional = 'Cookies nécessaires au bon fonctionnement de la plateforme / cookies fonctionnels';

test.each(portals)(
  '%s is French, has the four columns as published, and no doubt is left',
  async (portal) => {
    const reading = await read(portal);
    expect(reading.language).toBe('fr');
    expect(reading.encoding).toBe('utf-8');
    expect(reading.tables.map(({ columns }) => columns.map((column) => column.head))).toEqual([heads]);
    expect(warningsOf(reading)).toEqual([]);
  },
);

test.each(['normandie', 'cooracenormandie', 'noisylegrand', 'pays-de-la-loire'] as const)(
  'the table of %s is the shared one',
  async (portal) => {
    expect(tableLines((await read(portal)).tables[0])).toEqual(table);
    expect(tableLines((await read(portal, false)).tables[0])).toEqual(table);
  },
);

test('performance-dataunedic lacks a full stop and says « Permet de »', async () => {
  const { tables } = await read('performance-dataunedic');
  expect(tableLines(tables[0])).toEqual([
    ...table.slice(0, 1),
    table[1]?.slice(0, -1),
    ...table.slice(2, 4),
    table[4]?.replace('Se souvenir', 'Permet de se souvenir'),
  ]);
});

describe('headings', () => {
  test.each([
    ['normandie', 'Charte cookies', [definition, use, functional]],
    ['cooracenormandie', 'Charte cookies', [definition, use, functional]],
    ['performance-dataunedic', 'Charte cookies', ["Qu'est-ce qu'un cookie ?", use, functional]],
    ['noisylegrand', 'Charte cookies', [definition, `${use} <https://opendata.noisylegrand.fr>`, functional]],
    [
      'pays-de-la-loire',
      undefined,
      [
        definition,
        'A quoi servent les cookies sur le portail [data.pays-de-la-loire.education.gouv.fr](https://data.pays-de-la-loire.education.gouv.fr) ?',
      ],
    ],
  ] as const)('%s: title %s', async (portal, title, expected) => {
    const reading = await read(portal);
    expect(reading.title).toBe(title);
    expect(headings(reading)).toEqual(expected);
  });

  test('those of plain text have no level, those of Markdown have theirs', async () => {
    const levels = async (portal: Portal): Promise<unknown[]> =>
      (await read(portal)).body.flatMap((block) => (block.role === 'heading' ? [block.level] : []));
    expect(await levels('normandie')).toEqual([undefined, undefined, undefined]);
    expect(await levels('pays-de-la-loire')).toEqual([2, 2]);
  });
});

test.each([
  ['normandie', 'https://data.normandie.education.gouv.fr'],
  ['cooracenormandie', 'https://cooracenormandie.opendatasoft.com'],
  ['noisylegrand', 'https://opendata.noisylegrand.fr'],
  ['pays-de-la-loire', 'https://data.pays-de-la-loire.education.gouv.fr'],
  ['performance-dataunedic', 'https://performance-dataunedic.opendatasoft.com/'],
] as const)('the address of %s is found as published, template or not', async (portal, url) => {
  expect((await read(portal)).variables).toEqual({ url });
  expect((await read(portal, false)).variables).toEqual({ url });
});

describe('repairs', () => {
  test.each(['normandie', 'cooracenormandie', 'noisylegrand'] as const)('%s needs none', async (portal) => {
    expect((await read(portal)).repairs).toEqual([]);
  });

  test('the last row of pays-de-la-loire is put together from its paragraphs', async () => {
    expect((await read('pays-de-la-loire')).repairs).toEqual([
      { rule: 'rows-from-paragraphs', line: 25, subject: 'cookies_preferences' },
    ]);
  });

  test('the second table of performance-dataunedic is joined, its fused cell split as the template has it', async () => {
    expect((await read('performance-dataunedic')).repairs).toEqual([
      { rule: 'tables-joined', line: 35 },
      {
        rule: 'fused-cell-split',
        line: 37,
        subject: 'cookies_preferences',
        before: 'Choix concernant vos préférencescookies_preferences sur les cookies',
        after: 'Choix concernant vos préférences sur les cookies · cookies_preferences',
      },
    ]);
  });

  test('without the template the fused cell is kept as it is, apart, with a warning', async () => {
    const reading = await read('performance-dataunedic', false);
    expect(warningsOf(reading).sort()).toEqual([
      'table-not-joined',
      'table-without-head',
      'table-without-names',
    ]);
    expect(reading.tables[1]?.rows[0]?.cells[1]).toBe(
      'Choix concernant vos préférencescookies_preferences sur les cookies',
    );
  });
});
