import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../src/diff/documents.ts';
import type { Notice, RawChange } from '../../src/model/change.ts';
import { createReader } from '../../src/text/reader.ts';
import { charter, type Parts } from '../documents.ts';

const urls = { a: 'https://a.example.org', b: 'https://b.example.org' };

function compare(a: Parts, b: Parts): { changes: readonly RawChange[]; notices: readonly Notice[] } {
  return diffDocuments(
    charter({ id: 'a', variables: { url: urls.a }, ...a }),
    charter({ id: 'b', variables: { url: urls.b }, ...b }),
  );
}

/** Kind, row and both texts of each change of a table. */
function found(a: readonly string[], b: readonly string[]): unknown[] {
  return compare({ tables: [a] }, { tables: [b] })
    .changes.filter(({ kind }) => kind !== 'variable')
    .map(({ kind, address, a: was, b: is }) => [kind, address.b?.row ?? address.a?.row, was, is]);
}

describe('cells of rows that keep their place', () => {
  it('are equal where each side holds its own address', () => {
    expect(
      found(
        ['name | purpose', 'x1 | Voir a.example.org/aide'],
        ['name | purpose', 'x1 | Voir b.example.org/aide'],
      ),
    ).toEqual([]);
  });

  it('differ where both were published with the address of one', () => {
    const both = ['name | purpose', 'x1 | Voir a.example.org/aide', 'x2 | Rien'];
    expect(found(both, both)).toEqual([
      ['cell-changed', 'x1', 'Voir {{url}}/aide', 'Voir a.example.org/aide'],
    ]);
  });

  it('are another row where the name is the address of one side', () => {
    const both = ['name | purpose', 'b.example.org | Mesure de visites', 'x2 | Rien'];
    expect(found(both, both).map((change) => (change as unknown[]).slice(0, 2))).toEqual([
      ['row-renamed', '{{url}}'],
    ]);
  });

  it('are paired by equal rows where a name stands twice', () => {
    expect(
      found(['name | purpose', 'x1 | Un', 'x1 | Deux'], ['name | purpose', 'x1 | Deux', 'x1 | Un']),
    ).toEqual([['row-moved', 'x1', expect.anything(), expect.anything()]]);
  });

  it('are compared where columns stand in another order', () => {
    expect(
      found(
        ['name | purpose | duration', 'x1 | Un | 1 an'],
        ['name | duration | purpose', 'x1 | 2 ans | Un'],
      ),
    ).toEqual(expect.arrayContaining([['cell-changed', 'x1', '1 an', '2 ans']]));
  });
});

describe('the words of a cell', () => {
  it('are compared only where they are asked for', () => {
    const read: string[] = [];
    const reader = createReader();
    const listening = {
      ...reader,
      tokens: (text: string) => {
        read.push(text);
        return reader.tokens(text);
      },
    };
    const [a, b] = ['13 mois', '25 mois'].map((cell) =>
      charter({ body: ['Un texte.'], tables: [['name | duration', `x1 | ${cell}`, 'x2 | 1 an']] }),
    );
    if (!a || !b) throw new Error('Two charters are needed.');
    const { changes } = diffDocuments(a, b, { reader: listening });
    expect(read.filter((text) => text.includes('mois'))).toEqual([]);
    expect(changes[0]?.sentences.flatMap(({ words }) => words)).toContainEqual({
      op: 'insert',
      text: '25 mois',
      edit: 0,
    });
    expect(read).toContain('25 mois');
  });
});

describe('rows left over', () => {
  const rows = (side: string, count: number): string[] => [
    'name | purpose | duration',
    ...Array.from({ length: count }, (_, at) => `${side}_${at} | Mesure ${at} des visites | ${at} mois`),
  ];

  it('are renamed where their cells say the same', () => {
    const kinds = compare({ tables: [rows('a', 20)] }, { tables: [rows('b', 20)] }).changes.map(
      ({ kind }) => kind,
    );
    expect(kinds.filter((kind) => kind === 'row-renamed')).toHaveLength(20);
  });

  it('are too many to look for renames, which is said', () => {
    const { changes, notices } = compare({ tables: [rows('a', 700)] }, { tables: [rows('b', 700)] });
    expect(changes.filter(({ kind }) => kind === 'row-removed')).toHaveLength(700);
    expect(notices).toEqual([{ code: 'renames-skipped', values: { rows: 1400 } }]);
  });
});
