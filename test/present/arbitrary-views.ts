/** Random comparisons for the laws of every output: hostile and far-off scripts, long addresses, all kinds of change. */
import { fc } from '@fast-check/vitest';
import type { Change } from '../../src/model/change.ts';
import { changeClasses } from '../../src/model/charter.ts';
import type { DiffView } from '../../src/present/diff-view.ts';
import { change, charter, cookieTable, paragraphs, view } from './views.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'cookie ',
    'une phrase entière. ',
    '日本語の文章。',
    '👨‍👩‍👧',
    '« tiers » ',
    '**gras** ',
    `https://data.example.fr/${'chemin/'.repeat(20)} `,
    '[-',
    '+}',
    '{+',
    '-]',
    '\\',
    '[lien](https://a.example) ',
    '\u001b[31m',
    '\u202e',
    '\u200b',
    '\u0007',
    '\t',
    '\n',
    '\n\n',
    '\u00a0',
    '\r',
    '\u009b',
    '\ud800',
    'e\u0301',
    'مرحبا ',
  ),
  fc.string({ maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));

const words = fc.array(fc.tuple(fc.constantFrom('equal', 'insert', 'delete'), text), {
  minLength: 1,
  maxLength: 6,
});
const level = fc.constantFrom(...changeClasses);
const rule = fc.constantFrom('text-reworded', 'quotes', 'block-split', 'negation-changed', 'emphasis');

function toChange(
  kind: Change['kind'],
  runs: readonly (readonly [string, string])[],
  classes: readonly [Change['class'], Change['rule']],
): Change {
  const edits = runs.flatMap(([op, value]) =>
    op === 'equal'
      ? []
      : [{ class: classes[0], rule: classes[1], ...(op === 'delete' ? { a: value } : { b: value }) }],
  );
  let edit = -1;
  const ops = runs.map(([op, value]) => {
    if (op === 'equal') return { op: 'equal' as const, text: value };
    edit += 1;
    return { op: op === 'insert' ? ('insert' as const) : ('delete' as const), text: value, edit };
  });
  const side = (other: string): string =>
    runs.flatMap(([op, value]) => (op === other ? [] : [value])).join('');
  const [a, b] = [side('insert'), side('delete')];
  return {
    ...change(kind, ''),
    class: classes[0],
    rule: classes[1],
    edits,
    words: ops,
    ...(kind === 'block-added' ? {} : { a: kind.startsWith('block') ? a.split('\n\n') : a }),
    ...(kind === 'block-removed' ? {} : { b: kind.startsWith('block') ? b.split('\n\n') : b }),
  };
}

const blockChange = fc
  .tuple(
    fc.constantFrom(
      'block-changed',
      'block-added',
      'block-removed',
      'block-split',
      'block-joined',
      'block-moved',
      'field',
    ),
    words,
    fc.tuple(level, rule),
  )
  .map(([kind, runs, classes]) => toChange(kind, runs, classes));

const tableChange = fc
  .tuple(
    fc.constantFrom(
      'cell-changed',
      'row-added',
      'row-removed',
      'row-renamed',
      'row-moved',
      'column-added',
      'column-renamed',
    ),
    words,
    fc.tuple(level, rule),
    text,
  )
  .map(([kind, runs, classes, name]): Change => {
    const place = { table: 'cookies', row: name, rowIndex: 0, column: 'purpose' };
    const made = { ...toChange(kind, runs, classes), address: { a: place, b: place } };
    if (!kind.startsWith('row')) return made;
    const row = { name, purpose: runs[0]?.[1] ?? '', __proto__x: name };
    return { ...made, a: row, b: row };
  });

export const arbitraryView: fc.Arbitrary<DiffView> = fc
  .record({
    blocks: fc.array(blockChange, { maxLength: 5 }),
    cells: fc.array(tableChange, { maxLength: 5 }),
    label: text,
    id: fc.constantFrom('normandie', 'un-portail-au-nom-bien-trop-long-pour-une-seule-ligne-de-terminal'),
    cell: text,
  })
  .map(({ blocks, cells, label, id, cell }) => {
    const changes = [...blocks, ...cells];
    const placed = changes.map((one, index) =>
      one.kind.startsWith('block') ? { ...one, address: { a: { block: index }, b: { block: index } } } : one,
    );
    const table = cookieTable([[cell, cell, cell, cell]]);
    return view({
      a: charter(id, { body: paragraphs(label, label), tables: [table] }),
      b: charter('b', { body: paragraphs(label, label), tables: [table] }),
      changes: placed,
      steps: placed.flatMap((one, index) =>
        one.kind.startsWith('block') ? [{ kind: 'change' as const, change: index }] : [],
      ),
      sections: [{ id: label, a: 0, b: 0 }],
      tables: [{ a: 'cookies', b: 'cookies', rowsA: 1, rowsB: 1, differing: 1 }],
      notices: [{ code: 'duplicate-rows', values: { name: cell } }],
    });
  });
