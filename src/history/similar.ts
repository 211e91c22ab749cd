/**
 * Reads a canonical charter beside one that is already read: most versions change one paragraph or one row, and what
 * stands in both is not even decoded twice. Whatever is not so plain is left to the full reader.
 */
import { Buffer } from 'node:buffer';
import { readCanonical } from '../canonical/read.ts';
import { readBlocks } from '../canonical/read-items.ts';
import type { Charter, CharterDocument } from '../model/charter.ts';
import { commonEnd, commonStart, decode, placedText } from './bytes.ts';
import { readSimilarRows } from './similar-rows.ts';

export interface ReadText {
  readonly bytes: Buffer;
  /** What the full reader made of it, as it is canonical. */
  readonly document: CharterDocument;
}

/** Where the parts of a canonical file stand. */
interface Places {
  /** Of each item of the body; the first is right after `body:`. */
  readonly items: readonly number[];
  /** Of tables and decisions. */
  readonly rest: number;
}

/** What a file has in common with one that is read. */
interface Difference {
  readonly then: Buffer;
  readonly now: Buffer;
  readonly places: Places;
  /** Where they begin to differ from `body:` on, in the file that is read. */
  readonly from: number;
  /** The items of the body that stand before the difference, or would but for their end. */
  readonly first: number;
  /** From where on they are the same again; not before the end of those items. */
  readonly to: number;
  /** What to add to a place before and after the difference to have that in the other file. */
  readonly before: number;
  readonly after: number;
  readonly sameHead: boolean;
}

interface Read {
  readonly document: Charter;
  readonly places: Places;
}

const bodyLine = '\nbody:\n';
const itemMark = '  - ';

/** A document's places stand as long as it does; it is read beside others more than once. */
const knownPlaces = new WeakMap<CharterDocument, Places>();

/** Equal to what the full reader gives; undefined where that has to be asked. */
export function readSimilar(bytes: Buffer, known: ReadText): CharterDocument | undefined {
  const { document } = known;
  if (document.kind !== 'charter') return undefined;
  const found = difference(bytes, known);
  const read = found && readDifference(found, document);
  if (read) knownPlaces.set(read.document, read.places);
  return read?.document;
}

function difference(now: Buffer, { bytes: then, document }: ReadText): Difference | undefined {
  const places = knownPlaces.get(document) ?? placesIn(then);
  const startThen = places?.items[0];
  if (!places || startThen === undefined) return undefined;
  knownPlaces.set(document, places);
  const head = commonStart(then, now, [0, 0]);
  const sameHead = head >= startThen;
  const start = sameHead ? startThen : startOfBody(now);
  if (start === undefined) return undefined;
  const from = sameHead ? head : startThen + commonStart(then, now, [startThen, start]);
  const before = start - startThen;
  const after = now.length - then.length;
  const first = itemsBefore(from, places);
  // What is the same may be so twice over, such as the end of a sentence that follows another.
  const shared = Math.min(from, places.items[first] ?? places.rest);
  const most = Math.min(then.length - shared, now.length - shared - before);
  const to = then.length - commonEnd(then, now, most);
  return { then, now, places, from, first, to, before, after, sameHead };
}

/** How many items end before a place, together with the mark that says so: an item that goes on is another item. */
function itemsBefore(from: number, { items, rest }: Places): number {
  let count = 0;
  while (count < items.length && (items[count + 1] ?? rest) + itemMark.length <= from) count += 1;
  return count;
}

function placesIn(bytes: Buffer): Places | undefined {
  const text = placedText(bytes);
  const start = startOfBody(bytes);
  if (start === undefined || !text.startsWith(itemMark, start)) return undefined;
  // No text of a paragraph stands so far to the left as an item or a key does.
  const end = /\n[^ \n]/g;
  end.lastIndex = start - 1;
  const rest = (end.exec(text)?.index ?? text.length - 1) + 1;
  return { items: itemsIn(text.slice(start, rest), start), rest };
}

function startOfBody(bytes: Buffer): number | undefined {
  const line = bytes.indexOf(bodyLine);
  return line < 0 ? undefined : line + bodyLine.length;
}

/** The places of the items of a text that begins with one and stands at `start`. */
function itemsIn(text: string, start: number): number[] {
  const items: number[] = [];
  for (let at = 0; at >= 0; ) {
    items.push(start + at);
    const next = text.indexOf(`\n${itemMark}`, at);
    at = next < 0 ? next : next + 1;
  }
  return items;
}

function readDifference(found: Difference, document: Charter): Read | undefined {
  const { from, to, before, after, then, places, sameHead } = found;
  const own = sameHead ? document : readHead(found);
  if (!own) return undefined;
  const known = { ...own, body: document.body, tables: document.tables, decisions: document.decisions };
  const moved = { items: places.items.map((place) => place + before), rest: places.rest + before };
  if (from === then.length && before === after) return { document: known, places: moved };
  if (from > places.rest) {
    const read = readRest(found, known);
    return read && { document: read, places: moved };
  }
  return to < places.rest || places.rest === then.length ? readBody(found, known) : undefined;
}

/** A body that is none, so that the lines before it can be read. */
const anyItem = Buffer.from('  - paragraph: |-\n      x\n');

function readHead({ now, places, before }: Difference): Charter | undefined {
  return readCharter([now.subarray(0, (places.items[0] ?? 0) + before), anyItem]);
}

function readCharter(parts: readonly Buffer[]): Charter | undefined {
  const text = decode(Buffer.concat(parts));
  const document = text === undefined ? undefined : readCanonical(text)?.document;
  return document?.kind === 'charter' ? document : undefined;
}

/** Reads the changed items of the body alone. Where tables came or went, the whole must be checked. */
function readBody({ now, places, first, to, before, after }: Difference, known: Charter): Read | undefined {
  const { items, rest } = places;
  let last = items.length;
  while (last > first && (items[last - 1] ?? 0) > to) last -= 1;
  const start = (items[first] ?? rest) + before;
  const end = (items[last] ?? rest) + after;
  const text = decode(now, start, end);
  const blocks = text === undefined ? undefined : readBlocks(text);
  const gone = known.body.slice(first, last);
  if (!blocks || [...blocks, ...gone].some(({ role }) => role === 'table')) return undefined;
  return {
    document: { ...known, body: [...known.body.slice(0, first), ...blocks, ...known.body.slice(last)] },
    places: {
      items: [
        ...items.slice(0, first).map((item) => item + before),
        ...itemsIn(placedText(now, start, end), start),
        ...items.slice(last).map((item) => item + after),
      ],
      rest: rest + after,
    },
  };
}

/** The changed rows of one table, else tables and decisions under the file's own head with the places of the tables. */
function readRest({ now, then, from, to, before, places }: Difference, known: Charter): Charter | undefined {
  const { items, rest } = places;
  const left = Math.min(then.length - from, now.length - before - from);
  const tables = readSimilarRows(now.subarray(rest + before), then.subarray(rest), {
    tables: known.tables,
    ends: { head: from - rest, tail: Math.min(left, then.length - to) },
  });
  if (tables) return { ...known, tables };
  const held = items.flatMap((item, at) =>
    known.body[at]?.role === 'table' ? [then.subarray(item, items[at + 1] ?? rest)] : [],
  );
  if (held.length === 0) return undefined;
  const head = now.subarray(0, (items[0] ?? 0) + before);
  const read = readCharter([head, ...held, now.subarray(rest + before)]);
  return read && { ...read, body: known.body };
}
