/** What holds for any history: the version given has the words, and the one before had not. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { blamePieces } from '../../src/history/blame.ts';
import { piecesOf } from '../../src/history/pieces.ts';
import { formatPrints, parsePrints } from '../../src/history/print-file.ts';
import { createHasher, createPrints, printDocument } from '../../src/history/prints.ts';
import type { Charter } from '../../src/model/charter.ts';
import { foldKey } from '../../src/text/fold.ts';
import { chainOf } from './chains.ts';

const pool = [
  'Les cookies sont de petits fichiers texte.',
  'Ils restent sur votre appareil pendant une certaine durée.',
  'Nous mesurons la fréquentation du portail.',
  'Vous pouvez refuser ces traceurs à tout moment.',
  'Aucune donnée personnelle ne quitte nos serveurs.',
  'La langue choisie est retenue entre deux visites.',
  'Votre navigateur permet de bloquer leur dépôt.',
  'Cette page décrit chacun des cookies utilisés.',
];

/** Paragraphs as lists of places in the pool; each sentence stands once. */
type Text = readonly (readonly number[])[];

type Edit = readonly [kind: 'move' | 'split' | 'join' | 'drop' | 'add' | 'quote', x: number, y: number];

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.tuple(
    fc.constantFrom('move', 'split', 'join', 'drop', 'add', 'quote') as fc.Arbitrary<Edit[0]>,
    fc.nat(7),
    fc.nat(7),
  ),
  { minLength: 1, maxLength: 8 },
);

interface State {
  readonly text: Text;
  /** Sentences in quotes. */
  readonly quoted: ReadonlySet<number>;
}

function apply({ text, quoted }: State, [kind, x, y]: Edit): State {
  const at = x % Math.max(1, text.length);
  const paragraph = text[at] ?? [];
  const others = text.filter((_, index) => index !== at);
  const to = y % (others.length + 1);
  const put = (...parts: readonly (readonly number[])[]): Text => [
    ...others.slice(0, to),
    ...parts,
    ...others.slice(to),
  ];
  const cut = paragraph.length === 0 ? 0 : y % paragraph.length;
  const same = (...parts: readonly (readonly number[])[]): Text =>
    [...text.slice(0, at), ...parts, ...text.slice(at + 1)].filter((part) => part.length > 0);
  switch (kind) {
    case 'move':
      return { quoted, text: put(paragraph) };
    case 'split':
      return { quoted, text: same(paragraph.slice(0, cut), paragraph.slice(cut)) };
    case 'join':
      return {
        quoted,
        text: text.length < 2 || at + 1 >= text.length ? text : joined(text, at),
      };
    case 'drop':
      return { quoted, text: same(paragraph.filter((_, index) => index !== cut)) };
    case 'add':
      return text.flat().includes(y) ? { text, quoted } : { quoted, text: [...text, [y]] };
    default:
      return { text, quoted: quoted.has(y) ? without(quoted, y) : new Set([...quoted, y]) };
  }
}

function joined(text: Text, at: number): Text {
  return [...text.slice(0, at), [...(text[at] ?? []), ...(text[at + 1] ?? [])], ...text.slice(at + 2)];
}

function without(set: ReadonlySet<number>, value: number): ReadonlySet<number> {
  return new Set([...set].filter((one) => one !== value));
}

function bodyOf({ text, quoted }: State): string[] {
  return text.map((paragraph) =>
    paragraph
      .map((at) => (quoted.has(at) ? (pool[at] ?? '').replace(/(\p{L}{6,})/u, '« $1 »') : pool[at]))
      .join(' '),
  );
}

/** Paragraphs as they are told apart. */
function keysOf({ body }: Charter): string[] {
  return body.flatMap((block) => (block.role === 'table' ? [] : [foldKey(block.text)]));
}

describe('blame', () => {
  test.prop([edits])(
    'names a version that has the words, where the one before had no such paragraph',
    async (list) => {
      const states: State[] = [{ text: [[0, 1], [2], [3, 4, 5]], quoted: new Set() }];
      for (const edit of list) states.push(apply(states.at(-1) ?? { text: [], quoted: new Set() }, edit));
      const chain = chainOf(
        states.map((state, index) => ({ name: `v${index}`, parts: { body: bodyOf(state) } })),
      );
      const last = `v${states.length - 1}`;
      const document = chain.document(last);
      const print = printDocument(document, createHasher());
      const pieces = piecesOf(document, print);
      const prints = createPrints(chain.documents, new Map());
      const origins = await blamePieces(
        pieces.map(({ spot }) => spot),
        { document, file: 'charters/one.yaml', print, blob: chain.blob(last), changed: false },
        { documents: chain.documents, prints, compare: chain.compare, history: chain.pages },
      );
      for (const [index, { text }] of pieces.entries()) {
        const given = Number(origins[index]?.version?.commit.subject.slice(1));
        const words = keysOf(chain.document(`v${given}`)).join(' ');
        for (const sentence of text.split(/(?<=\.) /)) expect(words).toContain(foldKey(sentence));
        if (given > 0) expect(keysOf(chain.document(`v${given - 1}`))).not.toContain(foldKey(text));
      }
      expect(parsePrints(formatPrints(prints.fresh))).toEqual(prints.fresh);
    },
  );
});

describe('kept prints', () => {
  test.prop([fc.oneof(fc.string(), fc.json())])('read as nothing where they are anything else', (text) => {
    expect(parsePrints(text).size).toBe(0);
  });
});
