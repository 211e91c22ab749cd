/**
 * Reads a canonical charter beside one that is already read: most versions change one paragraph or one row, and what
 * stands in both is not even decoded twice. Whatever is not so plain is left to the full reader.
 */
import { readCanonical } from '../canonical/read.ts';
import { readBlocks } from '../canonical/read-items.ts';
import type { Charter, CharterDocument } from '../model/charter.ts';
import { commonEnds } from '../text/common-ends.ts';
import { type Bytes, decode } from './bytes.ts';
import { readSimilarRows } from './similar-rows.ts';

export interface ReadText {
  readonly bytes: Bytes;
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

/** Two files of which the first is read: where they begin to differ and from where on they are the same again. */
interface Difference {
  readonly then: Bytes;
  readonly now: Bytes;
  readonly places: Places;
  /** In the file that is read; what stands before `body:` is not looked at. */
  readonly from: number;
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
const tableItem = '  - table: ';

/** A document's places stand as long as it does; it is read beside others more than once. */
const knownPlaces = new WeakMap<CharterDocument, Places>();

/** Equal to what the full reader gives; undefined where that has to be asked. */
export function readSimilar(bytes: Bytes, known: ReadText): CharterDocument | undefined {
  const { document } = known;
  if (document.kind !== 'charter') return undefined;
  const found = difference(bytes, known);
  const read = found && readDifference(found, document);
  if (read) knownPlaces.set(read.document, read.places);
  return read?.document;
}

function difference(now: Bytes, { bytes: then, document }: ReadText): Difference | undefined {
  const places = knownPlaces.get(document) ?? placesIn(then);
  const start = startOfBody(now);
  const startThen = places?.items[0];
  if (!places || startThen === undefined || start === undefined) return undefined;
  knownPlaces.set(document, places);
  const whole = commonEnds(then, now);
  const sameHead = start === startThen && whole.head >= start;
  const [from, { head, tail }] = sameHead
    ? [0, whole]
    : [startThen, commonEnds(then.slice(startThen), now.slice(start))];
  const lengths = { before: start - startThen, after: now.length - then.length };
  return { then, now, places, from: from + head, to: then.length - tail, ...lengths, sameHead };
}

function placesIn(bytes: Bytes): Places | undefined {
  const start = startOfBody(bytes);
  if (start === undefined || !bytes.startsWith(itemMark, start)) return undefined;
  // No text of a paragraph stands so far to the left as an item or a key does.
  const end = /\n[^ \n]/g;
  end.lastIndex = start - 1;
  const rest = (end.exec(bytes)?.index ?? bytes.length - 1) + 1;
  return { items: itemsIn(bytes, start, rest), rest };
}

function startOfBody(bytes: Bytes): number | undefined {
  const line = bytes.indexOf(bodyLine);
  return line < 0 ? undefined : line + bodyLine.length;
}

function itemsIn(bytes: Bytes, from: number, to: number): number[] {
  const items = [from];
  for (let next = from; ; ) {
    next = bytes.indexOf(`\n${itemMark}`, next) + 1;
    if (next === 0 || next >= to) return items;
    items.push(next);
  }
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
const anyItem = '  - paragraph: |-\n      x\n';

function readHead({ now, places, before }: Difference): Charter | undefined {
  return readCharter(`${now.slice(0, (places.items[0] ?? 0) + before)}${anyItem}`);
}

function readCharter(bytes: Bytes): Charter | undefined {
  const text = decode(bytes);
  const document = text === undefined ? undefined : readCanonical(text)?.document;
  return document?.kind === 'charter' ? document : undefined;
}

/** Reads the changed items of the body alone. Where tables came or went, the whole must be checked. */
function readBody(found: Difference, known: Charter): Read | undefined {
  const { from, to, before, after, then, now, places } = found;
  const { items, rest } = places;
  const endOf = (item: number): number => items[item + 1] ?? rest;
  let first = 0;
  // An item that goes on is another item.
  while (first < items.length && endOf(first) + itemMark.length <= from) first += 1;
  let last = items.length;
  while (last > first && (items[last - 1] ?? 0) > to) last -= 1;
  const start = (items[first] ?? rest) + before;
  const end = (items[last] ?? rest) + after;
  const text = decode(now.slice(start, end));
  const blocks = text === undefined ? undefined : readBlocks(text);
  const gone = items.slice(first, last);
  if (!blocks || gone.some((item) => then.startsWith(tableItem, item))) return undefined;
  if (blocks.some(({ role }) => role === 'table')) return undefined;
  return {
    document: { ...known, body: [...known.body.slice(0, first), ...blocks, ...known.body.slice(last)] },
    places: {
      items: [
        ...items.slice(0, first).map((item) => item + before),
        ...itemsIn(now, start, end),
        ...items.slice(last).map((item) => item + after),
      ],
      rest: rest + after,
    },
  };
}

/** The changed rows of one table, else tables and decisions under the file's own head with the places of the tables. */
function readRest({ now, then, from, to, before, places }: Difference, known: Charter): Charter | undefined {
  const { items, rest } = places;
  const tables = readSimilarRows(now.slice(rest + before), then.slice(rest), {
    tables: known.tables,
    ends: { head: from - rest, tail: then.length - to },
  });
  if (tables) return { ...known, tables };
  const held = items.flatMap((item, at) =>
    then.startsWith(tableItem, item) ? [then.slice(item, items[at + 1] ?? rest)] : [],
  );
  if (held.length === 0) return undefined;
  const head = now.slice(0, (items[0] ?? 0) + before);
  const read = readCharter(`${head}${held.join('')}${now.slice(rest + before)}`);
  return read && { ...read, body: known.body };
}
