/**
 * Files that are read one after the other have most blocks and tables in common: those that were read before, letter
 * for letter, are left out of the text to read and put back in the document. As every part is written the same
 * wherever it stands, the whole is in the one byte form if what is left is.
 */
import type { Block, Charter, CookieTable } from '../model/charter.ts';
import { RecentMap } from '../text/recent.ts';

/** A charter's file, its parts as written, each to the end of its last line. */
export interface Parts {
  /** Up to the body. */
  readonly head: string;
  readonly blocks: readonly string[];
  readonly tables: readonly string[];
  /** After the tables. */
  readonly tail: string;
}

/** What a charter is told by in its second line. */
const opening = /^#[^\n]*\ncharter: /;
const body = '\nbody:\n';
const tables = 'tables:\n';
const item = '  - ';
/** Longer parts are hardly met again. */
const longest = 8000;
const mostBlocks = 4096;
const mostTables = 1024;

/** Undefined for what is no charter with a body as it is usually written. */
export function cutParts(text: string): Parts | undefined {
  const from = text.indexOf(body);
  if (from < 0 || !opening.test(text)) return undefined;
  const start = from + body.length;
  const end = endOfItems(text, start);
  const blocks = cutItems(text, start, end);
  if (!blocks) return undefined;
  const head = text.slice(0, from + 1);
  if (!text.startsWith(tables, end)) return { head, blocks, tables: [], tail: text.slice(end) };
  const tablesStart = end + tables.length;
  const tablesEnd = endOfItems(text, tablesStart);
  const cut = cutItems(text, tablesStart, tablesEnd);
  return cut && { head, blocks, tables: cut, tail: text.slice(tablesEnd) };
}

/** Where the next line begins that is not indented. */
function endOfItems(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}

function cutItems(text: string, start: number, end: number): string[] | undefined {
  if (!text.startsWith(item, start)) return undefined;
  const items: string[] = [];
  for (let at = start; at < end; ) {
    const next = text.indexOf(`\n${item}`, at);
    const to = next < 0 || next >= end ? end : next + 1;
    items.push(text.slice(at, to));
    at = to;
  }
  return items;
}

/** What is not known of a charter, as a file of its own, and what is. */
export interface Remainder {
  readonly text: string;
  readonly blocks: readonly (Block | undefined)[];
  readonly tables: readonly (CookieTable | undefined)[];
}

export class KnownParts {
  readonly #blocks = new RecentMap<string, Block>(mostBlocks);
  readonly #tables = new RecentMap<string, CookieTable>(mostTables);

  /** Undefined where nothing of it is known. */
  without(parts: Parts): Remainder | undefined {
    const blocks = parts.blocks.map((part) => this.#blocks.get(part));
    const known = parts.tables.map((part) => this.#tables.get(part));
    if (!blocks.some(Boolean) && !known.some(Boolean)) return undefined;
    // A second list of tables would be taken for the first.
    if (parts.tail !== '' && !parts.tail.startsWith('decisions:\n')) return undefined;
    const leftBlocks = parts.blocks.filter((_, at) => blocks[at] === undefined).join('');
    const leftTables = parts.tables.filter((_, at) => known[at] === undefined).join('');
    const bodyText = leftBlocks === '' ? 'body: []\n' : `body:\n${leftBlocks}`;
    const tablesText = leftTables === '' ? '' : `${tables}${leftTables}`;
    return { text: `${parts.head}${bodyText}${tablesText}${parts.tail}`, blocks, tables: known };
  }

  /** Of a charter that was read from these parts. */
  learn({ blocks, tables: cut }: Parts, { body: made, tables: madeTables }: Charter): void {
    if (blocks.length !== made.length || cut.length !== madeTables.length) return;
    for (const [at, part] of blocks.entries()) keep(this.#blocks, part, made[at]);
    for (const [at, part] of cut.entries()) keep(this.#tables, part, madeTables[at]);
  }
}

function keep<Part>(known: RecentMap<string, Part>, text: string, part: Part | undefined): void {
  if (part !== undefined && text.length <= longest && known.get(text) === undefined)
    known.set(ownText(text), part);
}

/** The charter with everything in its place; undefined where the remainder has another number of parts. */
export function putBack({ blocks, tables: known }: Remainder, left: Charter): Charter | undefined {
  const made = { body: fill(blocks, left.body), tables: fill(known, left.tables) };
  return made.body && made.tables && { ...left, body: made.body, tables: made.tables };
}

function fill<Part>(known: readonly (Part | undefined)[], left: readonly Part[]): Part[] | undefined {
  let next = 0;
  const filled: Part[] = [];
  for (const part of known) {
    const one = part ?? left[next];
    if (part === undefined) next += 1;
    if (one === undefined) return undefined;
    filled.push(one);
  }
  return next === left.length ? filled : undefined;
}

/** A part of a text keeps the whole of it in memory; its copy does not. */
export function ownText(text: string): string {
  // Most texts need one byte a letter.
  const form = /[^\u0000-\u00ff]/.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, form).toString(form);
}
