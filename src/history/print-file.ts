/** Prints by blob id as one text, for keeping between runs; whatever is not such a text reads as nothing. */
import { type Print, printVersion, type TablePrint } from './prints.ts';

/** Fingerprints once in a list, prints as places in it: versions of one charter have most in common. */
interface PrintFile {
  readonly version: number;
  readonly words: readonly string[];
  readonly prints: Readonly<Record<string, PackedPrint>>;
}

type PackedTable = readonly [id: number, columns: readonly number[], rows: readonly (readonly number[])[]];

type PackedPrint = readonly [
  charter: number,
  sentences: readonly number[],
  texts: readonly number[],
  tables: readonly PackedTable[],
  fields: readonly number[],
];

export function formatPrints(prints: ReadonlyMap<string, Print>): string {
  const words: string[] = [];
  const places = new Map<string, number>();
  const place = (word: string): number => {
    let at = places.get(word);
    if (at === undefined) {
      at = words.push(word) - 1;
      places.set(word, at);
    }
    return at;
  };
  const packed = [...prints].map(([blob, print]): [string, PackedPrint] => [
    blob,
    [
      place(print.charter),
      print.sentences.map(place),
      print.texts.flat(),
      print.tables.map(
        ({ id, columns, rows }): PackedTable => [
          place(id),
          columns.map(place),
          rows.map((cells) => cells.map(place)),
        ],
      ),
      print.fields.flat().map(place),
    ],
  ]);
  const file: PrintFile = { version: printVersion, words, prints: Object.fromEntries(packed) };
  return JSON.stringify(file);
}

/** Empty for a text of another version or kind. */
export function parsePrints(text: string): ReadonlyMap<string, Print> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return new Map();
  }
  if (!isPrintFile(data)) return new Map();
  const { words } = data;
  try {
    return new Map(Object.entries(data.prints).map(([blob, packed]) => [blob, unpack(packed, words)]));
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) return new Map();
    throw cause;
  }
}

function isPrintFile(data: unknown): data is PrintFile {
  if (typeof data !== 'object' || data === null) return false;
  const { version, words, prints } = data as Partial<Record<keyof PrintFile, unknown>>;
  return (
    version === printVersion &&
    Array.isArray(words) &&
    words.every((word) => typeof word === 'string') &&
    typeof prints === 'object' &&
    prints !== null
  );
}

/** Throws a RangeError or TypeError for what is no print. */
function unpack(packed: PackedPrint, words: readonly string[]): Print {
  const word = (at: number): string => {
    const found = words[at];
    if (found === undefined) throw new RangeError('no such word');
    return found;
  };
  const [charter, sentences, texts, tables, fields] = packed;
  return {
    charter: word(charter),
    sentences: sentences.map(word),
    texts: pairs(texts, (start, block) => [start, block]),
    tables: tables.map(
      ([id, columns, rows]): TablePrint => ({
        id: word(id),
        columns: columns.map(word),
        rows: rows.map((cells) => cells.map(word)),
      }),
    ),
    fields: pairs(fields, (key, print) => [word(key), word(print)]),
  };
}

function pairs<T>(list: readonly number[], make: (first: number, second: number) => T): T[] {
  const made: T[] = [];
  for (let at = 0; at + 1 < list.length; at += 2) made.push(make(list[at] ?? 0, list[at + 1] ?? 0));
  return made;
}
