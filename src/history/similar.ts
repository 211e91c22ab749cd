/**
 * Reads a canonical charter beside one that is already read: most versions change one paragraph, and what stands in
 * both is not read twice. Whatever is not so plain is left to the full reader.
 */
import { readCanonical } from '../canonical/read.ts';
import type { Block, Charter, CharterDocument } from '../model/charter.ts';

export interface ReadText {
  readonly text: string;
  /** What the full reader made of it, as it is canonical. */
  readonly document: CharterDocument;
}

/** The parts of a canonical file; joined, they are the file. */
interface Parts {
  /** Up to and with `body:`. */
  readonly head: string;
  readonly items: readonly string[];
  /** Tables and decisions. */
  readonly rest: string;
}

const bodyLine = '\nbody:\n';
const tableItem = '  - table: ';

/** Equal to what the full reader gives; undefined where that has to be asked. */
export function readSimilar(text: string, known: ReadText): CharterDocument | undefined {
  if (known.document.kind !== 'charter') return undefined;
  const [now, then] = [cutParts(text), cutParts(known.text)];
  if (!now || !then || then.items.length !== known.document.body.length) return undefined;
  if (now.rest === then.rest) return readBody(now, then, known.document);
  return isSameBody(now, then) ? readRest(now, known.document) : undefined;
}

const itemStart = '\n  - ';

/** No text of a paragraph stands so far to the left as an item or a key does. */
function cutParts(text: string): Parts | undefined {
  const at = text.indexOf(bodyLine);
  if (at < 0) return undefined;
  const start = at + bodyLine.length;
  const end = /\n[^ \n]/g;
  end.lastIndex = start - 1;
  const found = end.exec(text);
  const to = found ? found.index + 1 : text.length;
  if (!text.startsWith(itemStart, start - 1)) return undefined;
  const items: string[] = [];
  for (let from = start; from < to; ) {
    const next = text.indexOf(itemStart, from) + 1;
    const until = next === 0 || next > to ? to : next;
    items.push(text.slice(from, until));
    from = until;
  }
  return { head: text.slice(0, start), items, rest: text.slice(to) };
}

function isSameBody(now: Parts, then: Parts): boolean {
  return now.items.length === then.items.length && now.items.every((item, at) => item === then.items[at]);
}

/** The body's changed items alone are read, under the file's own head. */
function readBody(now: Parts, then: Parts, known: Charter): Charter | undefined {
  const shorter = Math.min(now.items.length, then.items.length);
  let first = 0;
  while (first < shorter && now.items[first] === then.items[first]) first += 1;
  let last = 0;
  while (last < shorter - first && now.items.at(-1 - last) === then.items.at(-1 - last)) last += 1;
  const changed = now.items.slice(first, now.items.length - last);
  const gone = then.items.slice(first, then.items.length - last);
  // Where tables came or went, the whole must be checked.
  if (changed.length === 0 || [...changed, ...gone].some((item) => item.startsWith(tableItem)))
    return undefined;
  const document = readCanonical(now.head + changed.join(''))?.document;
  if (document?.kind !== 'charter' || document.body.length !== changed.length) return undefined;
  const body: Block[] = [
    ...known.body.slice(0, first),
    ...document.body,
    ...known.body.slice(known.body.length - last),
  ];
  return { ...document, body, tables: known.tables, decisions: known.decisions };
}

/** Tables and decisions are read under the file's own head, with no more of the body than the places of the tables. */
function readRest(now: Parts, known: Charter): Charter | undefined {
  const places = now.items.filter((item) => item.startsWith(tableItem));
  if (places.length === 0) return undefined;
  const document = readCanonical(now.head + places.join('') + now.rest)?.document;
  return document?.kind === 'charter' ? { ...document, body: known.body } : undefined;
}
