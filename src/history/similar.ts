/**
 * Reads a canonical charter beside one that is already read: most versions change one paragraph or one row, and what
 * stands in both is not read twice. Whatever is not so plain is left to the full reader.
 */
import { readCanonical } from '../canonical/read.ts';
import type { Block, Charter, CharterDocument } from '../model/charter.ts';
import { readSimilarRows } from './similar-rows.ts';

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
const itemMark = '  - ';
const tableItem = '  - table: ';

/** A document's parts stand as long as it does; it is read beside others more than once. */
const knownParts = new WeakMap<CharterDocument, Parts>();

/** Equal to what the full reader gives; undefined where that has to be asked. */
export function readSimilar(text: string, known: ReadText): CharterDocument | undefined {
  const { document } = known;
  if (document.kind !== 'charter') return undefined;
  const then = partsOf(document, known.text);
  const start = text.indexOf(bodyLine) + bodyLine.length;
  if (!then || start < bodyLine.length || then.items.length !== document.body.length) return undefined;
  const head = text.slice(0, start);
  const same = sameEnds(text, start, then);
  if (!same) return undefined;
  // Cut from this text even where they are the same, so that no longer text is kept than is needed.
  const items = cutItems(text.slice(start, same.end));
  const changed = items.slice(same.first, items.length - same.last);
  const now: Parts = { head, items, rest: text.slice(same.end) };
  const read =
    now.rest === then.rest
      ? readBody(now, { parts: then, document }, { ...same, changed })
      : changed.length === 0 && items.length === then.items.length
        ? readRest(now, { parts: then, document })
        : undefined;
  if (read) knownParts.set(read, now);
  return read;
}

function partsOf(document: Charter, text: string): Parts | undefined {
  const found = knownParts.get(document);
  if (found) return found;
  const start = text.indexOf(bodyLine) + bodyLine.length;
  if (start < bodyLine.length || !text.startsWith(itemMark, start)) return undefined;
  const to = endOfBody(text, start);
  const parts = { head: text.slice(0, start), items: cutItems(text.slice(start, to)), rest: text.slice(to) };
  knownParts.set(document, parts);
  return parts;
}

/** No text of a paragraph stands so far to the left as an item or a key does. */
function endOfBody(text: string, from: number): number {
  const end = /\n[^ \n]/g;
  end.lastIndex = from - 1;
  const found = end.exec(text);
  return found ? found.index + 1 : text.length;
}

function cutItems(body: string): string[] {
  const items: string[] = [];
  for (let from = 0; from < body.length; ) {
    const next = body.indexOf(`\n${itemMark}`, from) + 1;
    const until = next === 0 ? body.length : next;
    items.push(body.slice(from, until));
    from = until;
  }
  return items;
}

/** How many items a body begins and ends with that another has too, and where it ends. */
interface SameEnds {
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

/** Undefined where what stands between them is no run of items. */
function sameEnds(text: string, start: number, then: Parts): SameEnds | undefined {
  const { items, rest } = then;
  const end =
    text.endsWith(rest) && text.length - rest.length >= start
      ? text.length - rest.length
      : endOfBody(text, start);
  let first = 0;
  let from = start;
  for (
    let item = items[0];
    item !== undefined && from + item.length <= end && text.startsWith(item, from);
    item = items[first]
  ) {
    from += item.length;
    first += 1;
  }
  // An item that goes on is another item.
  if (from < end && first > 0 && !text.startsWith(itemMark, from)) {
    first -= 1;
    from -= items[first]?.length ?? 0;
  }
  let last = 0;
  let to = end;
  for (
    let item = items.at(-1);
    last < items.length - first && item !== undefined && to - item.length >= from && text.endsWith(item, to);
    item = items.at(-1 - last)
  ) {
    to -= item.length;
    last += 1;
  }
  const between = text.slice(from, to);
  const isRun =
    between === '' || (between.startsWith(itemMark) && between.endsWith('\n') && !/\n[^ \n]/.test(between));
  return isRun && text.charAt(end - 1) === '\n' ? { first, last, end } : undefined;
}

interface Known {
  readonly parts: Parts;
  readonly document: Charter;
}

/** The body's changed items alone are read; the file's own head too where it is another. */
function readBody(
  now: Parts,
  { parts, document }: Known,
  { first, last, changed }: SameEnds & { readonly changed: readonly string[] },
): Charter | undefined {
  const gone = parts.items.slice(first, parts.items.length - last);
  // Where tables came or went, the whole must be checked.
  if (now.items.length === 0 || [...changed, ...gone].some((item) => item.startsWith(tableItem)))
    return undefined;
  const sameHead = now.head === parts.head;
  const read =
    changed.length > 0
      ? changed
      : sameHead
        ? []
        : now.items.filter((item) => !item.startsWith(tableItem)).slice(0, 1);
  if (read.length === 0 && !sameHead) return undefined;
  const found = read.length === 0 ? undefined : readPart((sameHead ? plainHead : now.head) + read.join(''));
  if (read.length > 0 && found?.body.length !== read.length) return undefined;
  const body: Block[] = [
    ...document.body.slice(0, first),
    ...(changed.length > 0 ? (found?.body ?? []) : []),
    ...document.body.slice(document.body.length - last),
  ];
  const own = sameHead || !found ? document : found;
  return { ...own, body, tables: document.tables, decisions: document.decisions };
}

/** The head of a file that says nothing of its own. */
const plainHead = '# yaml-language-server: $schema=charter.schema.json\ncharter: x\nlanguage: fr\nbody:\n';

function readPart(text: string): Charter | undefined {
  const document = readCanonical(text)?.document;
  return document?.kind === 'charter' ? document : undefined;
}

/** The changed rows of one table, else tables and decisions under the file's own head with the places of the tables. */
function readRest(now: Parts, { parts, document }: Known): Charter | undefined {
  if (now.head === parts.head) {
    const tables = readSimilarRows(now.rest, parts.rest, {
      tables: document.tables,
      read: (end, name) => readPart(`${plainHead}${tableItem}${name}\n${end}`)?.tables[0],
    });
    if (tables) return { ...document, tables };
  }
  const places = now.items.filter((item) => item.startsWith(tableItem));
  if (places.length === 0) return undefined;
  const read = readPart(now.head + places.join('') + now.rest);
  return read && { ...read, body: document.body };
}
