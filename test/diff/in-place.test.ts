/** Versions that share their blocks as objects differ just as if each had been read by itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { readCanonical } from '../../src/canonical/read.ts';
import { type DiffOptions, diffDocuments } from '../../src/diff/documents.ts';
import { diffInPlace } from '../../src/diff/prose-in-place.ts';
import { withoutVariables } from '../../src/diff/variables.ts';
import type { RawDiff } from '../../src/model/change.ts';
import type { Block, Charter, CharterDocument, Template } from '../../src/model/charter.ts';
import { createReader } from '../../src/text/reader.ts';
import { charter } from '../documents.ts';

const text = fc.constantFrom(
  'Les cookies sont de petits fichiers.',
  'Nous déposons les cookies suivants :',
  'Ils restent pendant 13 mois. Vous pouvez les refuser.',
  'Vous pouvez les refuser. Ils restent pendant 13 mois.',
  'https://a.fr',
  'https://b.fr',
  'Vos choix',
  'Rien de tel ici',
);
const line = fc.tuple(fc.constantFrom('', '', '# ', '- ', '- '), text).map(([mark, words]) => mark + words);
const row = fc
  .tuple(fc.constantFrom('_ga', '_pk', 'sid', ''), fc.constantFrom('13 mois', 'session'), text)
  .map((cells) => cells.join(' | '));
const document = fc
  .record({
    title: fc.option(text, { nil: 'Charte' }),
    body: fc.array(line, { maxLength: 6 }),
    tables: fc.array(
      fc.array(row, { maxLength: 4 }).map((rows) => ['name | duration | purpose', ...rows]),
      { maxLength: 2 },
    ),
    variables: fc.constantFrom({ url: 'https://a.fr' }, { url: 'https://b.fr' }, { url: 'https://c.fr' }),
  })
  .map(charter);

type Edit = (one: Charter, at: number, other: Charter) => Charter;

function withBlock(one: Charter, at: number, blocks: readonly Block[]): Charter {
  return { ...one, body: [...one.body.slice(0, at), ...blocks, ...one.body.slice(at + 1)] };
}

const edits: Readonly<Record<string, Edit>> = {
  nothing: (one) => ({ ...one, repairs: [] }),
  words: (one, at, other) => {
    const [block, come] = [one.body[at], other.body[0]];
    if (!block || block.role === 'table' || !come || come.role === 'table') return one;
    return withBlock(one, at, [{ ...block, text: come.text }]);
  },
  sentence: (one, at) => {
    const block = one.body[at];
    if (!block || block.role === 'table') return one;
    return withBlock(one, at, [{ ...block, text: `${block.text} Encore une phrase.` }]);
  },
  colon: (one, at) => {
    const block = one.body[at];
    if (!block || block.role === 'table') return one;
    const text = block.text.endsWith(' :') ? block.text.slice(0, -2) : `${block.text} :`;
    return withBlock(one, at, [{ ...block, text }]);
  },
  block: (one, at, other) => {
    const come = other.body[0];
    return one.body[at]?.role === 'table' || !come || come.role === 'table'
      ? one
      : withBlock(one, at, [come]);
  },
  more: (one, at, other) => {
    const [block, come] = [one.body[at], other.body[0]];
    return !block || !come || come.role === 'table' ? one : withBlock(one, at, [block, come]);
  },
  order: (one) => ({ ...one, body: [...one.body].reverse() }),
  title: (one, _, other) => {
    const { title: _title, ...rest } = one;
    return other.title === undefined ? rest : { ...rest, title: other.title };
  },
  variables: (one, _, other) => ({ ...one, variables: other.variables }),
  rows: (one, at, other) => ({
    ...one,
    tables: one.tables.map((table, index) =>
      index === at % one.tables.length ? { ...table, rows: other.tables[0]?.rows ?? [] } : table,
    ),
  }),
};

const versions = fc
  .tuple(document, document, fc.nat(8), fc.array(fc.constantFrom(...Object.keys(edits)), { maxLength: 2 }))
  .map(([one, other, at, names]): readonly [Charter, Charter] => [
    one,
    names.reduce((edited, name) => edits[name]?.(edited, at, other) ?? edited, one),
  ]);

/** Sections that begin in its second and fourth block. */
const template: Template = {
  kind: 'template',
  id: 'modele',
  language: 'fr',
  variables: ['url'],
  sections: [
    { id: 'un', label: { fr: 'Un' } },
    { id: 'deux', label: {} },
  ],
  body: [
    { role: 'paragraph', text: 'Les cookies sont de petits fichiers.' },
    { role: 'heading', level: 1, text: 'Vos choix', section: 'un' },
    { role: 'paragraph', text: 'Vous pouvez les refuser. Ils restent pendant 13 mois.' },
    { role: 'paragraph', text: 'Nous déposons les cookies suivants :', section: 'deux' },
  ],
  tables: [],
};

/** The words of cells are compared when they are asked for. */
function whole(diff: RawDiff): RawDiff {
  const changes = diff.changes.map(({ sentences, ...change }) => ({ ...change, sentences }));
  return JSON.parse(JSON.stringify({ ...diff, changes }));
}

/** The charters of this repository, and the template of most of them. */
const folder = new URL('../../charters/', import.meta.url);
const real = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => openReal(file));
const followed = openReal('templates/opendatasoft-fr.yaml') as Template;

function openReal(file: string): CharterDocument {
  const document = readCanonical(readFileSync(new URL(file, folder), 'utf8'))?.document;
  if (!document) throw new Error(file);
  return document;
}

function expectAlike(a: CharterDocument, b: CharterDocument, templates: DiffOptions['templates'] = {}): void {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const)
    expect(whole(diffDocuments(x, y, { templates }))).toEqual(
      whole(diffDocuments(x, structuredClone(y), { templates })),
    );
}

describe('versions that share their blocks', () => {
  test.prop([fc.constantFrom(...real), fc.nat(60), text, fc.constantFrom(...Object.keys(edits))], {
    numRuns: 60,
  })('differ as if they were read apart, real ones too', (one, at, words, name) => {
    const edited = edits[name]?.(one as Charter, at % one.body.length, charter({ body: [words] }));
    if (edited) expectAlike(one, edited, { a: followed, b: followed });
  });

  for (const templates of [{}, { a: template, b: template }])
    test.prop([versions], { numRuns: 400 })(
      `differ as if they were read apart, ${templates.a ? 'under a template' : 'by themselves'}`,
      ([one, other]) => expectAlike(one, other, templates),
    );

  test('need no alignment where one block is reworded', () => {
    const one = charter({
      body: ['# Titre', 'Les cookies durent 13 mois.', '- Un.'],
      tables: [['name', '_ga']],
    });
    const other = withBlock(one, 1, [{ role: 'paragraph', text: 'Les cookies durent 25 mois.' }]);
    const [a, b] = [one, other].map((document) => ({ document, plain: withoutVariables(document) }));
    if (!a || !b) throw new Error('two versions');
    const settings = { templates: { a: undefined, b: undefined }, reader: createReader() };
    expect(diffInPlace(a, b, settings)?.changes).toMatchObject([
      { kind: 'block-changed', address: { a: { block: 1 } } },
    ]);
    const apart = structuredClone(other);
    expect(diffInPlace(a, { document: apart, plain: withoutVariables(apart) }, settings)).toBeUndefined();
  });
});
