import { expect, test } from 'vitest';
import { sheetOf } from '../../src/present/diff-parts.ts';
import { bookOf } from '../../src/tui/book/book.ts';
import { rowCells } from '../../src/tui/view/row-cells.ts';
import { options, samplePair } from '../present/views.ts';

test('of cookies listed together those that came and went stand out beside the row', () => {
  const pair = samplePair();
  const changes = pair.diff.changes.map((change) => {
    if (change.kind !== 'row-renamed') return change;
    const { a = {}, b = {} } = change.address;
    return { ...change, address: { a: { ...a, row: '_ga, _gid' }, b: { ...b, row: '_ga, _gat' } } };
  });
  const view = { ...pair, diff: { ...pair.diff, changes } };
  const reading = { folded: false, context: 0, opened: [] };
  const book = bookOf(view, { reading, language: 'en', marks: false });
  const sheet = sheetOf(view, options({ color: true }));
  const notes = book.items.flatMap((item) => (item.kind === 'row' ? rowCells(item, book, sheet).note : []));
  expect(notes.filter(({ style }) => style !== 'dim')).toEqual([
    { text: '_gid', style: 'removed' },
    { text: '_gat', style: 'added' },
  ]);
});
