import { describe, expect, test } from 'vitest';
import type { BlamedUnit } from '../../src/model/log.ts';
import { cellsApart, rowText } from '../../src/present/blame-view.ts';
import { charter } from '../documents.ts';

const document = charter({
  tables: [['provider | name | purpose | duration', 'Google | _ga | Mesure | 25 mois']],
});

/** A row and its cells, each with the first digit of its version. */
function units(row: string, cells: Readonly<Record<string, string>>): BlamedUnit[] {
  const at = { table: 'cookies', row: 0 };
  return [
    { kind: 'row', text: '_ga', ...at, ...givenBy(row) },
    ...Object.entries(cells).map(
      ([column, id]): BlamedUnit => ({ kind: 'cell', text: 'x', column, ...at, ...givenBy(id) }),
    ),
    { kind: 'row', text: 'next', table: 'cookies', row: 1, ...givenBy('9') },
    { kind: 'cell', text: 'x', table: 'cookies', row: 1, column: 'provider', ...givenBy('8') },
  ];
}

function givenBy(id: string): Pick<BlamedUnit, 'state' | 'commit'> {
  const person = { name: 'Zoé', email: 'z@example.org' };
  const when = '2026-03-01T10:00:00+01:00';
  return {
    state: 'committed',
    commit: {
      ...{ id, parents: [], author: person, authored: when, committed: when },
      ...{ subject: '', trailers: [], merge: false },
    },
  };
}

describe('the line of a row beside its version', () => {
  test.each([
    ['all of one version', { provider: '1', name: '1', duration: '1' }, '_ga · Google · Mesure · 25 mois'],
    ['a cell of another', { provider: '1', name: '1', duration: '2' }, '_ga · Google · Mesure · …'],
    ['cells beside one another', { purpose: '3', duration: '2' }, '_ga · Google · …'],
    ['cells apart', { provider: '3', duration: '2' }, '_ga · … · Mesure · …'],
    ['its name', { name: '2' }, '… · Google · Mesure · 25 mois'],
    ['every cell', { provider: '2', name: '2', purpose: '2', duration: '2' }, '…'],
  ] as const)('holds no words of another version: %s', (_, cells, line) => {
    const given = units('1', cells);
    expect(rowText(given[0] ?? expect.fail(), document, cellsApart(given, 0))).toBe(line);
  });
});
