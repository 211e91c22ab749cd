/** Versions that share what did not change compare as versions that share nothing, whatever was compared before. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { classifyDiff } from '../../src/classify/documents.ts';
import { diffDocuments } from '../../src/diff/documents.ts';
import { createComparer, type NamedVersion } from '../../src/history/comparison.ts';
import type { CharterDiff } from '../../src/model/change.ts';
import type { Block, Charter, Row, Template } from '../../src/model/charter.ts';
import { charter } from '../documents.ts';

const sentence = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        ...'cookies mesure CNIL internaute consentement sans tiers panier Matomo session 13 mois 6 pas peut doit _ga abcdef'.split(
          ' ',
        ),
        "l'utilisateur",
        '« nom »',
        'https://a.fr/x',
        '**gras**',
      ),
      { minLength: 1, maxLength: 8 },
    ),
    fc.constantFrom('.', ' ?', ' :'),
  )
  .map(([words, stop]) => `Les ${words.join(' ')}${stop}`);
const line = fc
  .tuple(fc.constantFrom('', '', '', '# ', '- ', '- '), fc.array(sentence, { minLength: 1, maxLength: 3 }))
  .map(([mark, sentences]) => mark + sentences.join(' '));
const row = fc
  .tuple(fc.constantFrom('Nous', 'Matomo'), fc.constantFrom('_ga', 'abcdef', 'sid', ''), sentence)
  .map((cells) => cells.join(' | '));

const first = fc
  .record({
    body: fc.array(line, { minLength: 1, maxLength: 8 }),
    rows: fc.array(row, { maxLength: 4 }),
    others: fc.array(row, { maxLength: 3 }),
  })
  .map(({ body, rows, others }) =>
    charter({
      title: 'Charte',
      body,
      tables: ['provider | name | purpose', 'provider | name | duration'].map((head, at) => [
        head,
        ...(at === 0 ? rows : others),
      ]),
      variables: { url: 'https://a.fr' },
    }),
  );

const edit = fc.record({
  how: fc.constantFrom(
    'reword',
    'add',
    'drop',
    'double',
    'move',
    'cell',
    'row',
    'lose',
    'shift',
    'address',
    'title',
  ),
  at: fc.nat(20),
  to: fc.nat(20),
  text: sentence,
});

type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

/** The next version; what the edit leaves alone is the same object. */
function edited(one: Charter, { how, at, to, text }: Edit): Charter {
  const body = [...one.body];
  const place = at % Math.max(1, body.length);
  const block = body[place];
  if (how === 'title') return { ...one, title: text };
  if (how === 'address')
    return { ...one, variables: { url: at % 2 === 0 ? 'https://b.fr' : 'https://a.fr' } };
  if (['cell', 'row', 'lose', 'shift'].includes(how))
    return { ...one, tables: editedTables(one, { how, at, to, text }) };
  if (!block || block.role === 'table') return one;
  if (how === 'reword') body[place] = { ...block, text: to % 2 === 0 ? text : `${block.text} ${text}` };
  if (how === 'add') body.splice(place, 0, { role: 'paragraph', text });
  if (how === 'drop' || how === 'move') body.splice(place, 1);
  if (how === 'double' || how === 'move') body.splice(to % (body.length + 1), 0, block satisfies Block);
  return { ...one, body };
}

function editedTables({ tables }: Charter, { how, at, to, text }: Edit): Charter['tables'] {
  return tables.map((table, index) => {
    if (index !== at % tables.length) return table;
    const rows = [...table.rows];
    const from = to % Math.max(1, rows.length);
    const row = rows[from];
    const other: Row = { cells: ['Nous', at % 3 === 0 ? 'sid' : `c${at}`, text] };
    if (how === 'row' || !row) rows.splice(from, 0, other);
    else if (how === 'lose') rows.splice(from, 1);
    else if (how === 'shift') rows.unshift(...rows.splice(from, 1));
    else rows[from] = { cells: row.cells.map((cell, column) => (column === at % 3 ? text : cell)) };
    return { ...table, rows };
  });
}

const template: Template = {
  ...charter({ body: ['# Mesure', 'Les cookies mesure internaute.'] }),
  kind: 'template',
  id: 'modele',
  variables: ['url'],
  sections: [{ id: 'mesure', label: { fr: 'Mesure' } }],
  body: [
    { role: 'heading', level: 1, text: 'Mesure', section: 'mesure' },
    { role: 'paragraph', text: 'Les cookies mesure internaute.' },
  ],
};

function named(document: Charter, revision: string): NamedVersion {
  return { document, file: 'charters/one.yaml', revision };
}

/** Without anything that was read or kept before. */
function compareAlone(
  a: Charter,
  b: Charter,
  templates: { a?: Template; b?: Template },
): Partial<CharterDiff> {
  const [one, other] = [structuredClone(a), structuredClone(b)];
  const raw = diffDocuments(one, other, { templates });
  return { ...raw, ...classifyDiff(raw, one, other, { comparison: 'versions' }) };
}

describe('a chain of versions', () => {
  test.prop([
    first,
    fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
    fc.boolean(),
  ])('is compared as each pair of it is by itself', (start, steps, follows) => {
    const compare = createComparer({ template: (id) => (id === template.id ? template : undefined) });
    const templates = follows ? { a: template, b: template } : {};
    let now: Charter = follows ? { ...start, template: template.id } : start;
    for (const edits of steps) {
      const then = now;
      now = edits.reduce(edited, now);
      const { a: _a, b: _b, ...diff } = compare(named(then, '1'), named(now, '2')).diff;
      expect(JSON.parse(JSON.stringify(diff))).toEqual(
        JSON.parse(JSON.stringify(compareAlone(then, now, templates))),
      );
    }
  });
});
