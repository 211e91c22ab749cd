import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { diffDocuments } from '../../src/diff/documents.ts';
import type { RawChange } from '../../src/model/change.ts';
import type { Charter } from '../../src/model/charter.ts';
import { foldKey, typographicallyEqual } from '../../src/text/fold.ts';
import { charter } from '../documents.ts';

const word = fc.constantFrom(
  ...'les cookies de la mesure internaute consentement site tiers panier durée 13 mois ne pas peut doit _ga navigateur publicité'.split(
    ' ',
  ),
  "l'utilisateur",
  '« nom »',
  'https://a.fr/x',
  '**gras**',
  'peut-être',
  'a\u00a0b',
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 9 }), fc.constantFrom('.', ' ?', '…', ''))
  .map(([words, stop]) => `L${words.join(' ')}${stop}`);
const paragraph = fc
  .tuple(fc.constantFrom('', '', '', '# ', '## ', '- '), fc.array(sentence, { minLength: 1, maxLength: 4 }))
  .map(([mark, sentences]) => mark + sentences.join(' '));
const row = fc
  .tuple(
    fc.constantFrom('Nous', 'Matomo', 'Tiers'),
    fc.constantFrom('_ga', '_pk', 'sid', 'csrf', ''),
    sentence,
  )
  .map((cells) => cells.join(' | '));
const document = fc
  .record({
    title: fc.option(sentence, { nil: 'Charte' }),
    body: fc.array(paragraph, { maxLength: 7 }),
    rows: fc.array(row, { maxLength: 6 }),
  })
  .map(
    (parts): Charter =>
      charter({
        title: parts.title,
        body: parts.body,
        tables: [['provider | name | purpose', ...parts.rows]],
        variables: { url: 'https://a.fr' },
      }),
  );

/** A document and the same after a few edits, so that both likeness and difference occur. */
const related = fc
  .tuple(
    document,
    fc.array(fc.tuple(fc.nat(6), fc.constantFrom('drop', 'swap', 'double', 'word', 'split'), sentence), {
      maxLength: 4,
    }),
  )
  .map(([a, edits]): readonly [Charter, Charter] => {
    const body = [...a.body];
    for (const [at, how, text] of edits) {
      const block = body[at];
      if (!block || block.role === 'table') continue;
      if (how === 'drop') body.splice(at, 1);
      else if (how === 'swap') body.push(...body.splice(at, 1));
      else if (how === 'double') body.splice(at, 0, block);
      else if (how === 'word') body[at] = { ...block, text: `${block.text} ${text}` };
      else {
        const middle = block.text.indexOf(' ', block.text.length / 2);
        if (middle > 0) {
          body.splice(
            at,
            1,
            { ...block, text: block.text.slice(0, middle) },
            { ...block, text: block.text.slice(middle + 1) },
          );
        }
      }
    }
    return [a, { ...a, body }];
  });
const pairs = fc.oneof(fc.tuple(document, document), related);

function rebuilt(change: RawChange, without: 'insert' | 'delete'): string {
  return change.sentences
    .flatMap((pair) => pair.words)
    .map((wordOp) => (wordOp.op === without ? '' : wordOp.text))
    .join('');
}

function whole(value: RawChange['a']): string {
  return value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.join('\n\n')
        : '';
}

/** A change with its sides swapped, in a comparable form. */
function swapped(change: RawChange): unknown {
  const mirrorKind: Record<string, string> = {
    'block-added': 'block-removed',
    'block-removed': 'block-added',
    'block-split': 'block-joined',
    'block-joined': 'block-split',
    'row-added': 'row-removed',
    'row-removed': 'row-added',
  };
  return comparable({
    ...change,
    kind: (mirrorKind[change.kind] ?? change.kind) as RawChange['kind'],
    address: { a: change.address.b, b: change.address.a } as RawChange['address'],
    a: change.b,
    b: change.a,
    sentences: change.sentences.map((pair) => ({
      ...pair,
      a: pair.b,
      b: pair.a,
      words: pair.words.map((op) => ({
        ...op,
        op: op.op === 'insert' ? ('delete' as const) : op.op === 'delete' ? ('insert' as const) : op.op,
      })),
    })),
  } as RawChange);
}

function comparable(change: RawChange): string {
  const words = change.sentences.flatMap((pair) => pair.words);
  return JSON.stringify([
    change.kind,
    change.address.a ?? null,
    change.address.b ?? null,
    change.a ?? null,
    change.b ?? null,
    change.moved ?? false,
    change.acrossSections ?? false,
    words.filter((op) => op.op !== 'insert').map((op) => [op.op, op.text]),
    words.filter((op) => op.op !== 'delete').map((op) => [op.op, op.text]),
  ]);
}

describe('laws of the diff', () => {
  test.prop([document])('a document against itself gives nothing', (a) => {
    const diff = diffDocuments(a, a);
    expect(diff.changes).toEqual([]);
    expect(diff.steps.every((step) => step.kind === 'same')).toBe(true);
  });

  test.prop([pairs], { numRuns: 400 })('both sides rebuild byte for byte from the words', ([a, b]) => {
    for (const change of diffDocuments(a, b).changes) {
      if (change.sentences.length === 0) continue;
      expect(rebuilt(change, 'insert')).toBe(whole(change.a));
      expect(rebuilt(change, 'delete')).toBe(whole(change.b));
      for (const pair of change.sentences) {
        expect(
          pair.words
            .filter((op) => op.op !== 'insert')
            .map((op) => op.text)
            .join(''),
        ).toBe(pair.a ?? '');
        expect(
          pair.words
            .filter((op) => op.op !== 'delete')
            .map((op) => op.text)
            .join(''),
        ).toBe(pair.b ?? '');
        for (const op of pair.words) expect(op.op === 'equal').toBe(op.edit === undefined);
      }
    }
  });

  test.each([
    ['Un mot.', 'Un mot. '],
    ['Un mot. ', 'Un mot.'],
    ['*', '* '],
    ['Un mot. Deux mots.', 'Un mot. Deux mots.\n'],
  ])('also where only white space at the very end differs: %j, %j', (a, b) => {
    const [one, other] = [a, b].map((text) => charter({ body: [text] }));
    const [change] = one && other ? diffDocuments(one, other).changes : [];
    if (!change) throw new Error('no change');
    expect([rebuilt(change, 'insert'), rebuilt(change, 'delete')]).toEqual([a, b]);
    expect(change.sentences.flatMap((pair) => pair.words).filter((op) => op.edit !== undefined)).toHaveLength(
      1,
    );
  });

  test.prop([pairs], { numRuns: 400 })('swapping the sides mirrors the changes', ([a, b]) => {
    const forth = diffDocuments(a, b).changes.map(swapped).sort();
    const back = diffDocuments(b, a).changes.map(comparable).sort();
    expect(back).toEqual(forth);
  });

  test.prop([pairs], { numRuns: 400 })('every text block stands in exactly one step', ([a, b]) => {
    const diff = diffDocuments(a, b);
    const seen = { a: new Map<number, number>(), b: new Map<number, number>() };
    const count = (side: 'a' | 'b', from: number | undefined, size: number): void => {
      if (from !== undefined)
        for (let at = from; at < from + size; at += 1) seen[side].set(at, (seen[side].get(at) ?? 0) + 1);
    };
    for (const step of diff.steps) {
      if (step.kind === 'same') {
        count('a', step.a, 1);
        count('b', step.b, 1);
        continue;
      }
      const change = diff.changes[step.change];
      for (const side of ['a', 'b'] as const) {
        const value = change?.[side];
        count(side, change?.address[side]?.block, Array.isArray(value) ? value.length : 0);
      }
    }
    const texts = (document: Charter): number[] =>
      document.body.flatMap((block, at) => (block.role === 'table' ? [] : [at]));
    expect([...seen.a.keys()].sort((x, y) => x - y)).toEqual(texts(a));
    expect([...seen.b.keys()].sort((x, y) => x - y)).toEqual(texts(b));
    expect(new Set([...seen.a.values(), ...seen.b.values()]).size).toBeLessThanOrEqual(1);
  });

  test.prop([pairs], { numRuns: 400 })(
    'no equal sentence is both removed and added without being marked as moved',
    ([a, b]) => {
      const lone = diffDocuments(a, b)
        .changes.filter((change) => change.kind.startsWith('block-') && !change.moved)
        .flatMap((change) => change.sentences)
        .filter((pair) => !pair.moved && (pair.a === undefined) !== (pair.b === undefined));
      const gone = lone.flatMap((pair) => (pair.a === undefined ? [] : [pair.a.trim()]));
      for (const pair of lone)
        if (pair.b !== undefined && foldKey(pair.b) !== '') {
          const come = pair.b.trim();
          expect(gone.filter((text) => typographicallyEqual(text, come))).toEqual([]);
        }
    },
  );
});
