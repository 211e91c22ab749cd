/**
 * Files that are read one after the other have most blocks and tables in common: those that were read before, letter
 * for letter, are left out of the text to read and put back in the document. As every part is written the same
 * wherever it stands, the whole is in the one byte form if what is left is.
 */
import type { Block, Charter, CookieTable } from '../model/charter.ts';
import { RecentMap } from '../text/recent.ts';

/** As written, to the end of its last line; `part` is what was read of it before. */
interface Piece<Part> {
  readonly text: string;
  readonly part?: Part;
}

/** A charter's file in pieces. */
export interface Cut {
  /** Up to the body. */
  readonly head: string;
  readonly blocks: readonly Piece<Block>[];
  readonly tables: readonly Piece<CookieTable>[];
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
/** Shorter values stand in texts that say something else. */
const leastTelling = 8;
/** Pieces that are looked for right after one, without being cut out first. */
const mostLikely = 4;

/** What is not known of a charter, as a file of its own; undefined where nothing of it is known. */
export function remainderOf({ head, blocks, tables: cut, tail }: Cut): string | undefined {
  if (!blocks.some(isKnown) && !cut.some(isKnown)) return undefined;
  // A second list of tables would be taken for the first.
  if (tail !== '' && !tail.startsWith('decisions:\n')) return undefined;
  const leftBlocks = unknownText(blocks);
  const leftTables = unknownText(cut);
  const bodyText = leftBlocks === '' ? 'body: []\n' : `body:\n${leftBlocks}`;
  return `${head}${bodyText}${leftTables === '' ? '' : tables + leftTables}${tail}`;
}

function isKnown({ part }: Piece<unknown>): boolean {
  return part !== undefined;
}

function unknownText(pieces: readonly Piece<unknown>[]): string {
  let text = '';
  for (const piece of pieces) if (piece.part === undefined) text += piece.text;
  return text;
}

/** The charter with everything in its place; undefined where the remainder has another number of parts. */
export function putBack({ blocks, tables: known }: Cut, left: Charter): Charter | undefined {
  const made = { body: fill(blocks, left.body), tables: fill(known, left.tables) };
  return made.body && made.tables && { ...left, body: made.body, tables: made.tables };
}

function fill<Part>(pieces: readonly Piece<Part>[], left: readonly Part[]): Part[] | undefined {
  let next = 0;
  const filled: Part[] = [];
  for (const { part } of pieces) {
    const one = part ?? left[next];
    if (part === undefined) next += 1;
    if (one === undefined) return undefined;
    filled.push(one);
  }
  return next === left.length ? filled : undefined;
}

/** The parts that were read so far. */
export class KnownParts {
  readonly #blocks = new KnownPieces<Block>(mostBlocks);
  readonly #tables = new KnownPieces<CookieTable>(mostTables);

  /** Undefined for what is no charter with a body as it is usually written. */
  cut(text: string): Cut | undefined {
    const from = text.indexOf(body);
    if (from < 0 || !opening.test(text)) return undefined;
    const start = from + body.length;
    const blocks = this.#blocks.cut(text, start);
    if (!blocks) return undefined;
    const head = text.slice(0, from + 1);
    const { end } = blocks;
    if (!text.startsWith(tables, end))
      return { head, blocks: blocks.pieces, tables: [], tail: text.slice(end) };
    const cut = this.#tables.cut(text, end + tables.length);
    return cut && { head, blocks: blocks.pieces, tables: cut.pieces, tail: text.slice(cut.end) };
  }

  /** Of a charter that was read from these pieces. */
  learn({ blocks, tables: cut }: Cut, { body: made, tables: madeTables, variables }: Charter): void {
    if (blocks.length !== made.length || cut.length !== madeTables.length) return;
    const own = Object.values(variables).filter((value) => value.length >= leastTelling);
    this.#blocks.learn(blocks, made, own);
    this.#tables.learn(cut, madeTables, own);
  }
}

interface KnownPiece<Part> extends Piece<Part> {
  /** Those that stood right after it, the latest first. */
  readonly likely: KnownPiece<Part>[];
}

/** Pieces of one list; where there are too many all are forgotten, as what is common is soon met again. */
class KnownPieces<Part> {
  readonly #most: number;
  readonly #byText = new Map<string, KnownPiece<Part>>();
  #first: KnownPiece<Part>[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** The items from `start` on, and where the next line begins that is not indented. */
  cut(text: string, start: number): { readonly pieces: Piece<Part>[]; readonly end: number } | undefined {
    if (!text.startsWith(item, start)) return undefined;
    const pieces: Piece<Part>[] = [];
    let likely = this.#first;
    let at = start;
    while (text.startsWith(item, at)) {
      const known = likelyAt(text, at, likely) ?? this.#find(text, at, likely);
      const piece = known ?? { text: text.slice(at, endOfItem(text, at)) };
      likely = known?.likely ?? [];
      pieces.push(piece);
      at += piece.text.length;
    }
    return { pieces, end: at };
  }

  #find(text: string, at: number, likely: KnownPiece<Part>[]): KnownPiece<Part> | undefined {
    const known = this.#byText.get(text.slice(at, endOfItem(text, at)));
    if (!known) return undefined;
    likely.unshift(known);
    if (likely.length > mostLikely) likely.pop();
    return known;
  }

  /** What holds one of the file's `own` values is met in no other. */
  learn(pieces: readonly Piece<Part>[], parts: readonly Part[], own: readonly string[]): void {
    for (let at = 0; at < pieces.length; at += 1) {
      const [piece, part] = [pieces[at], parts[at]];
      if (!piece || piece.part !== undefined || part === undefined) continue;
      const { text } = piece;
      if (text.length > longest || own.some((value) => text.includes(value))) continue;
      if (this.#byText.size >= this.#most) {
        this.#byText.clear();
        this.#first = [];
      }
      const kept = ownText(text);
      this.#byText.set(kept, { text: kept, part, likely: [] });
    }
  }
}

function likelyAt<Part>(
  text: string,
  at: number,
  likely: readonly KnownPiece<Part>[],
): KnownPiece<Part> | undefined {
  for (const piece of likely) {
    const end = at + piece.text.length;
    // Two whole texts are compared many times faster than a part is looked for.
    if (endsItem(text, end) && text.slice(at, end) === piece.text) return piece;
  }
  return undefined;
}

/** Whether no item goes on there. */
function endsItem(text: string, at: number): boolean {
  return text.charCodeAt(at) !== space || text.startsWith(item, at);
}

const space = 32;

function endOfItem(text: string, start: number): number {
  let at = start;
  do {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    at = next + 1;
  } while (!endsItem(text, at));
  return at;
}

/** Shorter parts are copies already. */
const leastShared = 13;

/** A part of a text keeps the whole of it in memory; its copy does not. */
export function ownText(text: string): string {
  if (text.length < leastShared) return text;
  // Most texts need one byte a letter.
  const form = /[^\u0000-\u00ff]/.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, form).toString(form);
}

/** Gives equal texts as one, which is no part of another; what was met lately is held. */
export function shareTexts(most: number): (text: string) => string {
  const known = new RecentMap<string, string>(most);
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const own = ownText(text);
    known.set(own, own);
    return own;
  };
}
