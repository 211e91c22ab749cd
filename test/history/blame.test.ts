import { describe, expect, test } from 'vitest';
import { blamePieces } from '../../src/history/blame.ts';
import { charterName } from '../../src/history/comparison.ts';
import { blamedUnits, piecesOf } from '../../src/history/pieces.ts';
import { createHasher, createPrints, type Print, printDocument } from '../../src/history/prints.ts';
import type { BlamedUnit } from '../../src/model/log.ts';
import type { Parts } from '../documents.ts';
import { type Chain, chainOf, type Step } from './chains.ts';

const a = 'Les cookies sont de petits fichiers. Ils restent sur votre appareil.';
const b = 'Nous utilisons des cookies pour mesurer les visites du portail.';
const c = 'Vous pouvez refuser les cookies à tout moment.';

async function blame(
  chain: Chain,
  last: string,
  known: ReadonlyMap<string, Print> = new Map(),
): Promise<readonly BlamedUnit[]> {
  const document = chain.document(last);
  const print = printDocument(document, createHasher());
  const pieces = piecesOf(document, print);
  const version = chain.versions.find(({ commit }) => commit.subject === last);
  const file = version?.file ?? '';
  const origins = await blamePieces(
    pieces.map(({ spot }) => spot),
    { document, file, print, blob: chain.blob(last), changed: false },
    {
      documents: chain.documents,
      prints: createPrints(chain.documents, known),
      compare: chain.compare,
      history: chain.pages,
    },
  );
  return blamedUnits(pieces, origins, { charter: charterName(document), file });
}

/** Each piece as `text: commit`; cells with their row. */
async function told(steps: readonly Step[]): Promise<string[]> {
  const units = await blame(chainOf(steps), steps.at(-1)?.name ?? '');
  const shown = units.filter(({ kind }) => kind !== 'head' && kind !== 'variable');
  return shown.map(
    ({ kind, text, commit, state, column }) =>
      `${kind === 'cell' ? `  ${column} ` : ''}${text.slice(0, 12)}: ${state === 'boundary' ? '^' : ''}${commit?.subject ?? state}`,
  );
}

function body(...lines: readonly string[]): Parts {
  return { body: lines };
}

function rows(...lines: readonly string[]): Parts {
  return { tables: [['name | provider | duration', ...lines]] };
}

describe('the version that gave a paragraph its present words', () => {
  const table: readonly (readonly [string, readonly Parts[], readonly string[]])[] = [
    ['is the one that brought it', [body(a), body(a, b)], ['Les cookies : v1', 'Nous utiliso: v2']],
    [
      'is the one that changed it',
      [body(a, b), body(a, b.replace('mesurer', 'compter'))],
      ['Les cookies : v1', 'Nous utiliso: v2'],
    ],
    [
      'is not the one that moved it',
      [body(a, b, c), body(c, a, b)],
      ['Vous pouvez : v1', 'Les cookies : v1', 'Nous utiliso: v1'],
    ],
    [
      'is not the one that split it',
      [body(`${a} ${b}`), body(a, b)],
      ['Les cookies : v1', 'Nous utiliso: v1'],
    ],
    ['is not the one that joined it', [body(a, b), body(`${a} ${b}`)], ['Les cookies : v1']],
    [
      'is not the one that changed quotes, spaces or emphasis',
      [body(`« ${c} »`), body(`"**${c}**"`)],
      ['"**Vous pouv: v1'],
    ],
    ['is the one that struck a sentence off its end', [body(`${a} ${c}`), body(a)], ['Les cookies : v2']],
    [
      'is the one that struck a sentence out of its middle',
      [body(`${b} ${c} ${a}`), body(`${b} ${a}`)],
      ['Nous utiliso: v2'],
    ],
    ['is the one that added a sentence', [body(a), body(`${a} ${c}`)], ['Les cookies : v2']],
    [
      'is the one that put it back',
      [body(a, b), body(a), body(a, b)],
      ['Les cookies : v1', 'Nous utiliso: v3'],
    ],
    [
      'is older than an edit of the other half before the split',
      [
        body(`${a} ${b}`),
        body(`${a} ${b.replace('mesurer', 'compter')}`),
        body(a, b.replace('mesurer', 'compter')),
      ],
      ['Les cookies : v1', 'Nous utiliso: v2'],
    ],
    [
      'is the one that dropped an accent of a small letter',
      [body(c), body(c.replace('à', 'a'))],
      ['Vous pouvez : v2'],
    ],
  ];
  test.each(table)('%s', async (_, versions, wanted) => {
    expect(await told(versions.map((parts, index) => ({ name: `v${index + 1}`, parts })))).toEqual(wanted);
  });

  test('is followed through a new id and a new file name', async () => {
    const chain = chainOf([
      { name: 'v1', parts: { id: 'old', ...body(a) }, file: 'charters/old.yaml' },
      { name: 'v2', parts: { id: 'new', ...body(a, b) }, file: 'charters/new.yaml' },
    ]);
    expect(await blame(chain, 'v2')).toMatchObject([
      { text: a, commit: { subject: 'v1' }, former: { charter: 'old', file: 'charters/old.yaml' } },
      { text: b, commit: { subject: 'v2' } },
    ]);
  });

  test('is followed into whichever parent of a merge has it', async () => {
    const base = { name: 'base', parts: body(a) };
    const left = { name: 'left', parents: ['base'], parts: body(a, b) };
    const right = { name: 'right', parents: ['base'], parts: body(c, a) };
    const merge = { name: 'merge', parents: ['left', 'right'], parts: body(c, a, b, 'Une phrase de plus.') };
    expect(await told([base, left, right, merge])).toEqual([
      'Vous pouvez : right',
      'Les cookies : base',
      'Nous utiliso: left',
      'Une phrase d: merge',
    ]);
  });

  test('passes through a version that was no charter', async () => {
    expect(
      await told([
        { name: 'v1', parts: body(a, b) },
        { name: 'v2', raw: '<<<<<<< HEAD\n' },
        { name: 'v3', parts: body(a, c) },
      ]),
    ).toEqual(['Les cookies : v1', 'Vous pouvez : v3']);
  });

  test('is said to be older where a shallow clone ends', async () => {
    expect(
      await told([
        { name: 'v1', parts: body(a), boundary: true },
        { name: 'v2', parts: body(a, b) },
      ]),
    ).toEqual(['Les cookies : ^v1', 'Nous utiliso: v2']);
  });
});

describe('the version of a row and of its cells', () => {
  const table: readonly (readonly [string, readonly Parts[], readonly string[]])[] = [
    [
      'are told apart',
      [rows('_ga | Google | 13 mois'), rows('_ga | Google | 25 mois')],
      ['_ga: v1', '  name _ga: v1', '  provider Google: v1', '  duration 25 mois: v2'],
    ],
    [
      'are not those that put rows in another order',
      [rows('_ga | Google | 13 mois', 'x | y | z'), rows('x | y | z', '_ga | Google | 13 mois')],
      [
        'x: v1',
        '  name x: v1',
        '  provider y: v1',
        '  duration z: v1',
        '_ga: v1',
        '  name _ga: v1',
        '  provider Google: v1',
        '  duration 13 mois: v1',
      ],
    ],
    [
      'follow a cookie that was renamed, but for its name',
      [rows('csrftoken | Portail | 12 mois'), rows('XSRF | Portail | 12 mois')],
      ['XSRF: v2', '  name XSRF: v2', '  provider Portail: v1', '  duration 12 mois: v1'],
    ],
    [
      'are not those that changed the form of a cell',
      [rows('_ga | Google | « 13 mois »'), rows('_ga | Google | "13 mois"')],
      ['_ga: v1', '  name _ga: v1', '  provider Google: v1', '  duration "13 mois": v1'],
    ],
    [
      'are those that put the row back',
      [
        rows('_ga | Google | 13 mois', 'x | y | z'),
        rows('x | y | z'),
        rows('_ga | Google | 13 mois', 'x | y | z'),
      ],
      [
        '_ga: v3',
        '  name _ga: v3',
        '  provider Google: v3',
        '  duration 13 mois: v3',
        'x: v1',
        '  name x: v1',
        '  provider y: v1',
        '  duration z: v1',
      ],
    ],
  ];
  test.each(table)('%s', async (_, versions, wanted) => {
    expect(await told(versions.map((parts, index) => ({ name: `v${index + 1}`, parts })))).toEqual(wanted);
  });
});

describe('known fingerprints', () => {
  test('spare the reading of every version that is not compared', async () => {
    const steps = ['un', 'deux', 'trois', 'quatre'].map((word, index) => ({
      name: `v${index + 1}`,
      parts: body(a, `${b} Elle compte ${word} visites.`),
    }));
    const cold = chainOf(steps);
    const prints = createPrints(cold.documents, new Map());
    for (const { blob } of cold.versions) await prints.get(blob ?? '');
    const asked: string[] = [];
    const chain = chainOf(steps);
    const watched: Chain = {
      ...chain,
      documents: {
        prepare: chain.documents.prepare,
        open: (id) => {
          asked.push(id);
          return chain.documents.open(id);
        },
      },
    };
    const units = await blame(watched, 'v4', prints.fresh);
    expect(units.map(({ commit }) => commit?.subject)).toEqual(['v1', 'v4']);
    expect(new Set(asked)).toEqual(new Set([chain.blob('v3')]));
  });
});
