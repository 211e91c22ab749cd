/**
 * Reads the one byte form straight from its lines, without a YAML library. It accepts nothing but what formatting
 * its result gives back byte for byte, so whatever else a file holds is left to the full reader.
 */
import type { Block, CharterDocument, Row } from '../model/charter.ts';
import { RecentMap } from '../text/recent.ts';
import { checkDocument } from './checks.ts';
import { isWrittenAs, locateDocument, readSchemaComment } from './format.ts';
import { type Cut, KnownParts, ownText, putBack, remainderOf, shareTexts } from './parts.ts';
import { readScalar } from './scalars.ts';
import { toDocument } from './shape.ts';

export interface Located {
  readonly document: CharterDocument;
  /** Path in the file's data (`/tables/0/rows/2/name`) to line, from 1. */
  readonly lines: ReadonlyMap<string, number>;
}

/** The lines of the file and the one read next. */
interface Cursor {
  readonly lines: readonly string[];
  at: number;
  readonly pool: Pool | undefined;
}

/** What files that are to be compared hold in common, held once: equal texts are one string, equal rows and blocks one object. */
export interface Pool {
  readonly text: (text: string) => string;
  readonly row: (row: Row) => Row;
  readonly block: (block: Block) => Block;
  readonly parts: KnownParts;
}

/** What was met lately is held; more than tables of some ten thousand rows hold. */
const mostTexts = 100_000;
const mostRows = 50_000;
const mostBlocks = 10_000;

/** Equal rows of two large tables, read with one of these, are compared without a look at their cells. */
export function createPool(): Pool {
  const rows = new RecentMap<string, Row>(mostRows);
  const blocks = new RecentMap<string, Block>(mostBlocks);
  return {
    parts: new KnownParts(),
    text: shareTexts(mostTexts),
    row: (row) => {
      const key = row.cells.join('\u0000');
      const known = rows.get(key);
      if (known !== undefined && sameCells(known, row)) return known;
      rows.set(key, row);
      return row;
    },
    block: (block) => {
      // A template's says more; there are few of them.
      if (block.role === 'table' || block.section !== undefined || block.variants) return block;
      const known = blocks.get(block.text);
      if (known && isSameBlock(known, block)) return known;
      const own = { ...block, text: ownText(block.text) };
      blocks.set(own.text, own);
      return own;
    },
  };
}

function sameCells({ cells: a }: Row, { cells: b }: Row): boolean {
  return a.length === b.length && a.every((cell, at) => cell === b[at]);
}

function isSameBlock(one: Block, other: Block): boolean {
  if (one.role === 'heading') return other.role === 'heading' && one.level === other.level;
  if (one.role !== 'item') return one.role === other.role;
  return other.role === 'item' && one.depth === other.depth && one.ordered === other.ordered;
}

/** What the lines hold; undefined where they are not the canonical form. */
export type Data = string | number | boolean | Data[] | { [key: string]: Data } | undefined;

/** Values further to the left are mostly the file's own. */
const leastShared = 4;
/** The form needs five levels. */
const deepest = 16;

export function readCanonical(text: string, pool?: Pool): Located | undefined {
  const cut = pool?.parts.cut(text);
  const read = (cut && readRemainder(cut, pool)) ?? readWritten(text, pool);
  if (read === undefined || checkDocument(read.document).length > 0) return undefined;
  const { document, schema } = read;
  if (cut && document.kind === 'charter') pool?.parts.learn(cut, document);
  return new ReadDocument(document, schema);
}

/** Its lines are told when they are asked for, which is seldom. */
class ReadDocument implements Located {
  readonly document: CharterDocument;
  readonly #schema: string;
  #lines: ReadonlyMap<string, number> | undefined;

  constructor(document: CharterDocument, schema: string) {
    this.document = document;
    this.#schema = schema;
  }

  get lines(): ReadonlyMap<string, number> {
    this.#lines ??= locateDocument(this.document, { schema: this.#schema }).marks;
    return this.#lines;
  }
}

interface Written {
  readonly document: CharterDocument;
  readonly schema: string;
}

/** A document that is written just so; what must hold between its parts is not looked at. */
function readWritten(text: string, pool: Pool | undefined): Written | undefined {
  const lines = text.split('\n');
  const schema = readSchemaComment(lines[0] ?? '');
  if (schema === undefined || lines.pop() !== '') return undefined;
  const cursor: Cursor = { lines, at: 1, pool };
  const data = readMap(cursor, 0, '');
  if (data === undefined || cursor.at !== lines.length) return undefined;
  const document = toDocument(data, pool);
  return document && isWrittenAs(document, lines, { schema }) ? { document, schema } : undefined;
}

/** Undefined where nothing of it was read before, and for what is not written just so. */
function readRemainder(cut: Cut, pool: Pool | undefined): Written | undefined {
  const remainder = remainderOf(cut);
  const left = remainder === undefined ? undefined : readWritten(remainder, pool);
  if (left?.document.kind !== 'charter') return undefined;
  const document = putBack(cut, left.document);
  return document && { document, schema: left.schema };
}

/** At least one entry at `indent`; the first stands after `lead`, the indent itself or `- ` in its last place. */
function readMap(cursor: Cursor, indent: number, lead: string): Data {
  const data: { [key: string]: Data } = {};
  const start = ' '.repeat(indent);
  for (let before = lead, found = false; ; before = start, found = true) {
    const line = cursor.lines[cursor.at];
    const colon = line?.startsWith(before) ? keyEnd(line, indent) : 0;
    if (line === undefined || colon <= indent) return found ? data : undefined;
    const key = readScalar(line.slice(indent, colon));
    if (key === undefined || key === '__proto__' || Object.hasOwn(data, key)) return undefined;
    const value = readValue(cursor, line.slice(colon + 1), indent);
    if (value === undefined) return undefined;
    data[key] = value;
  }
}

/** Where the colon after a key stands; not after `from` where there is none. */
function keyEnd(line: string, from: number): number {
  if (line.charAt(from) === ' ') return 0;
  return line.charAt(from) === '"' ? line.indexOf('":', from) + 1 : line.indexOf(':', from);
}

/** What follows `key:` or `-` on the line under the cursor, and on the deeper lines after it. */
function readValue(cursor: Cursor, rest: string, indent: number): Data {
  cursor.at += 1;
  if (rest === '') return indent < deepest ? readNested(cursor, indent + 2) : undefined;
  if (rest === ' |-') return readLiteral(cursor, indent + 2);
  if (rest === ' []') return [];
  if (rest === ' {}') return {};
  if (!rest.startsWith(' ')) return undefined;
  if (rest === ' true') return true;
  if (isDigit(rest.charCodeAt(1)) && /^ [0-9]{1,10}$/.test(rest)) return Number(rest);
  const scalar = readScalar(rest.slice(1));
  return scalar === undefined || indent < leastShared || !cursor.pool ? scalar : cursor.pool.text(scalar);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function readNested(cursor: Cursor, indent: number): Data {
  const line = cursor.lines[cursor.at] ?? '';
  return line.startsWith('-', indent)
    ? readList(cursor, indent)
    : readMap(cursor, indent, ' '.repeat(indent));
}

export function readList(cursor: Cursor, indent: number): Data {
  const items: Data[] = [];
  const dash = `${' '.repeat(indent)}-`;
  while (true) {
    const line = cursor.lines[cursor.at];
    if (line === undefined || !line.startsWith(dash)) return items;
    const item = isEntry(line, indent + 2)
      ? readMap(cursor, indent + 2, `${dash} `)
      : readValue(cursor, line.slice(indent + 1), indent);
    if (item === undefined) return undefined;
    items.push(item);
  }
}

/** Whether `key:` stands at `from`, rather than a value with a colon inside. */
function isEntry(line: string, from: number): boolean {
  return /^(?:[a-z][a-z0-9-]*|"[^"\\]*"):(?: |$)/.test(line.slice(from, from + 80));
}

function readLiteral(cursor: Cursor, indent: number): Data {
  const start = ' '.repeat(indent);
  const from = cursor.at;
  while (cursor.lines[cursor.at]?.startsWith(start)) cursor.at += 1;
  return cursor.at === from
    ? undefined
    : cursor.lines
        .slice(from, cursor.at)
        .map((line) => line.slice(indent))
        .join('\n');
}
