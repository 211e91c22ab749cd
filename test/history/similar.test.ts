/** What is read beside a similar text is what the full reader makes of it, or is left to the full reader. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { formatDocument } from '../../src/canonical/format.ts';
import { readCanonical } from '../../src/canonical/read.ts';
import { readSimilar } from '../../src/history/similar.ts';
import type { Block, CharterDocument, Decision, Row } from '../../src/model/charter.ts';
import { document, fileEdit } from '../canonical/arbitraries.ts';
import { charter } from '../documents.ts';

function readBeside(
  text: string,
  known: { readonly text: string; readonly document: CharterDocument },
): CharterDocument | undefined {
  return readSimilar(Buffer.from(text), { bytes: Buffer.from(known.text), document: known.document });
}

function format(one: CharterDocument): string {
  return formatDocument(one, { schema: 'charter.schema.json' });
}

const newText: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    role: fc.constant('paragraph' as const),
    text: fc.constantFrom('Un.', '  - x', 'a\n\nb', 'body:', '- b'),
  }),
  fc.record({ role: fc.constant('heading' as const), level: fc.constant(2), text: fc.constant('Titre') }),
);

function nextRow({ cells }: Row, place: number): Row {
  return { cells: cells.map((cell, at) => (at === 0 ? `${cell}${place}` : cell)) };
}

function reasoned(reason: string): Decision {
  return { reference: 'a'.repeat(64), status: 'agreed', class: 'wording', reason, on: '2026-01-01' };
}

/** Another version: some blocks replaced, the title or a cell changed. */
const version: fc.Arbitrary<readonly [CharterDocument, CharterDocument]> = fc
  .tuple(
    document,
    fc.nat(20),
    fc.nat(3),
    fc.array(newText, { maxLength: 3 }),
    fc.constantFrom('body', 'title', 'cell', 'rows', 'both'),
  )
  .map(([one, at, gone, come, what]) => {
    const from = at % (one.body.length + 1);
    const kept = one.body.slice(from, from + gone).filter(({ role }) => role === 'table');
    const body = [...one.body.slice(0, from), ...come, ...kept, ...one.body.slice(from + gone)];
    const tables = one.tables.map((table) => ({
      ...table,
      rows: table.rows.map(({ cells }) => ({
        cells: cells.map((cell, place) => (place === 0 ? `${cell}x` : cell)),
      })),
    }));
    const some = one.tables.map((table) => {
      const rows = [...table.rows];
      const [row] = rows.splice(at % (rows.length + 1), gone);
      if (row) rows.splice(from % (rows.length + 1), 0, ...come.map((_, place) => nextRow(row, place)));
      return { ...table, rows };
    });
    return [
      one,
      {
        ...one,
        ...(what === 'rows' ? { tables: some } : {}),
        ...(what === 'title' ? { title: 'Autre titre' } : {}),
        ...(what === 'cell' || what === 'both' ? { tables } : {}),
        ...(what === 'cell' || what === 'rows' ? {} : { body }),
      },
    ] as const;
  });

describe('a text beside a similar one', () => {
  test.prop([version])('is read as by itself', ([one, other]) => {
    const [text, known] = [format(other), format(one)];
    const full = readCanonical(text)?.document;
    if (!readCanonical(known)) return;
    const similar = readBeside(text, { text: known, document: one });
    if (similar) expect(similar).toEqual(full);
  });

  test.prop([document, fileEdit])('is left to the full reader wherever that refuses it', (one, edit) => {
    const known = format(one);
    // Halves of pairs are no bytes.
    const text = Buffer.from(edit(known)).toString();
    if (!readCanonical(known)) return;
    const similar = readBeside(text, { text: known, document: one });
    if (similar) expect(similar).toEqual(readCanonical(text)?.document);
  });

  test('is left to the full reader where what changed is no UTF-8', () => {
    const [one, other] = ['Un.', 'É.'].map((text) => charter({ title: 'Été', body: [text, 'Deux.'] }));
    if (!one || !other) throw new Error('two versions');
    const known = { bytes: Buffer.from(format(one)), document: one };
    const whole = Buffer.from(format(other));
    expect(readSimilar(whole, known)).toEqual(other);
    const at = whole.indexOf(0x89, whole.indexOf('body'));
    const cut = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]);
    expect(readSimilar(cut, known)).toBeUndefined();
  });

  test('is read so where a paragraph, a cell or the day of the capture changed', () => {
    const table = ['name | duration', '_ga | 13 mois', 'b | c'];
    const parts = { title: 'T', variables: { url: 'https://x.example' }, tables: [table] };
    const one = charter({ ...parts, body: ['# A', 'Un.', 'Deux.', '# B', 'Trois.'] });
    for (const other of [
      charter({ ...parts, body: ['# A', 'Un, deux.', '# C', 'Quatre.', '# B', 'Trois.'] }),
      charter({
        ...parts,
        body: ['# A', 'Un.', 'Deux.', '# B', 'Trois.'],
        tables: [['name | duration', '_ga | 25 mois']],
      }),
      charter({ ...parts, title: 'U', body: ['# A', 'Un.', '# B', 'Trois'] }),
    ])
      expect(readBeside(format(other), { text: format(one), document: one })).toEqual(other);
  });

  test('shares all blocks but the one that gained or lost a sentence like its last', () => {
    const [short, long] = ['Un.', 'Un. Un.'].map((text) =>
      charter({ title: 'T', body: ['A.', text, 'Un.'] }),
    );
    if (!short || !long) throw new Error('two versions');
    for (const [one, other] of [
      [short, long],
      [long, short],
    ] as const) {
      const read = readBeside(format(other), { text: format(one), document: one });
      expect(read).toEqual(other);
      expect(read?.body.map((block, at) => block === one.body[at])).toEqual([true, false, true]);
    }
  });

  test('is read so where rows of one table came, went or changed', () => {
    const rows = ['name | duration', '_ga | 13 mois', 'b | c', 'd | e'];
    const other = ['name | duration', 'x | y'];
    const parts = { title: 'T', body: ['Un.'] };
    const one = charter({ ...parts, tables: [rows, other] });
    const versions = [
      [rows.slice(0, 3), other],
      [[...rows, 'f | g'], other],
      [[rows[0] ?? '', ...rows.slice(2)], other],
      [[rows[0] ?? '', 'n | m', ...rows.slice(1)], other],
      [rows, ['name | duration', 'x | z']],
      [rows, [...other, 'n | m']],
    ].map((tables) => charter({ ...parts, tables }));
    for (const next of versions) {
      const read = readBeside(format(next), { text: format(one), document: one });
      expect(read).toEqual(next);
      expect(read?.body).toBe(one.body);
    }
  });

  test('a decision is not read as a row, whatever its reason says', () => {
    const table = ['name | duration', '_ga | 13 mois'];
    const made = charter({ title: 'T', body: ['Un.'], tables: [table] });
    const one = { ...made, decisions: [reasoned('Un\n- a\n- b')] };
    const other = { ...made, decisions: [reasoned('Un\n- a\n- name: c')] };
    expect(readBeside(format(other), { text: format(one), document: one })).toEqual(other);
  });
});
