/**
 * The print of a document: fingerprints of its sentences, cells and fields after variables. Two pieces with equal
 * fingerprints have equal texts, so that a history is followed without parsing and without any text.
 */
import { createHash } from 'node:crypto';
import { type PlainDocument, withoutVariables } from '../diff/variables.ts';
import type { CharterDocument } from '../model/charter.ts';
import { splitSentences } from '../text/sentences.ts';
import { charterName } from './comparison.ts';
import type { Documents } from './documents.ts';

/** Goes up with every change of what is fingerprinted: prints of another version are worthless. */
export const printVersion = 1;

export interface TablePrint {
  readonly id: string;
  /** Column keys. */
  readonly columns: readonly string[];
  /** One fingerprint a cell, in column order; `''` for an empty one. */
  readonly rows: readonly (readonly string[])[];
}

export interface Print {
  readonly charter: string;
  /** The sentences of title and body, in reading order. */
  readonly sentences: readonly string[];
  /** The texts that they stand in: where the first sentence stands, and the index in the body, -1 for the title. */
  readonly texts: readonly (readonly [start: number, block: number])[];
  readonly tables: readonly TablePrint[];
  /** Variables and column heads: a key for the place, a fingerprint for the text. */
  readonly fields: readonly (readonly [key: string, print: string])[];
}

export interface Prints {
  /** Undefined where the blob is no valid charter. */
  get(blob: string): Promise<Print | undefined>;
  /** What was not known before. */
  readonly fresh: ReadonlyMap<string, Print>;
}

/** Texts whose fingerprints are kept at hand. */
const mostTexts = 20_000;

export function createPrints(documents: Documents, known: ReadonlyMap<string, Print>): Prints {
  const fresh = new Map<string, Print>();
  const hash = createHasher();
  return {
    fresh,
    get: async (blob) => {
      const print = known.get(blob) ?? fresh.get(blob);
      if (print) return print;
      const { document } = await documents.open(blob);
      if (!document) return undefined;
      const made = printDocument(document, hash);
      fresh.set(blob, made);
      return made;
    },
  };
}

type Hasher = (text: string) => string;

export function createHasher(): Hasher {
  const kept = new Map<string, string>();
  return (text) => {
    if (text === '') return '';
    let print = kept.get(text);
    if (print === undefined) {
      print = createHash('sha1').update(text).digest('base64url').slice(0, 16);
      if (kept.size >= mostTexts) kept.clear();
      kept.set(text, print);
    }
    return print;
  };
}

export function printDocument(document: CharterDocument, hash: Hasher): Print {
  const plain = withoutVariables(document);
  const sentences: string[] = [];
  const texts: [number, number][] = [];
  for (const [text, block] of textsOf(plain)) {
    texts.push([sentences.length, block]);
    for (const sentence of splitSentences(text)) sentences.push(hash(sentence.trim()));
  }
  return {
    charter: charterName(document),
    sentences,
    texts,
    tables: plain.tables.map(({ id, columns, rows }) => ({
      id,
      columns: columns.map(({ key }) => key),
      rows: rows.map(({ cells }) => columns.map((_, at) => hash(cells[at] ?? ''))),
    })),
    fields: fieldsOf(document, plain).map(([key, text]) => [key, hash(text)]),
  };
}

/** Title and text blocks with their places in the body. */
function textsOf({ title, body }: PlainDocument): (readonly [text: string, block: number])[] {
  const texts = body.flatMap((block, at): (readonly [string, number])[] =>
    block.role === 'table' ? [] : [[block.text, at]],
  );
  return title === undefined ? texts : [[title, titleBlock], ...texts];
}

export const titleBlock = -1;

function fieldsOf(document: CharterDocument, plain: PlainDocument): [key: string, text: string][] {
  const variables = document.kind === 'charter' ? Object.entries(document.variables) : [];
  return [
    ...variables.map(([name, value]): [string, string] => [variableKey(name), value]),
    ...plain.tables.flatMap(({ id, columns }) =>
      columns.flatMap(({ key, head }): [string, string][] =>
        head === undefined ? [] : [[headKey(id, key), head]],
      ),
    ),
  ];
}

export function variableKey(name: string): string {
  return `variable ${name}`;
}

/** Neither ids nor column keys hold a space. */
export function headKey(table: string, column: string): string {
  return `head ${table} ${column}`;
}
