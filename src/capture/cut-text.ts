/**
 * Tells that a text stops in the middle of a sentence or of a table row, by certain signs only: a label, a heading, an
 * address, a date, a signature or a paragraph without a full stop may all end a page.
 */
import type { Template } from '../model/charter.ts';
import { isAddress } from '../text/addresses.ts';
import { plainText } from '../text/inline.ts';
import type { Heads } from './columns.ts';
import { stopsInRow } from './cut-rows.ts';
import { breaksWord, endsOnOpenWord, stopsInTemplate } from './cut-words.ts';
import type { Media, PageReading } from './reading.ts';
import type { DraftPiece } from './table-drafts.ts';

interface Cut {
  readonly code: 'capture-cut-sentence' | 'capture-cut-row';
  /** Where the text stops. */
  readonly line: number;
  /** Its last words. */
  readonly found: string;
}

interface Source {
  readonly text: string;
  readonly media: Media;
  readonly page: PageReading;
  readonly template: Template | undefined;
  readonly heads: Heads;
  /** The bytes stop in the middle of a character. */
  readonly cut: boolean;
}

/** A last paragraph of this many words may be a label, a date or a signature. */
export const mostLabelWords = 8;
/** A paragraph without a full stop stands out only where as many sentences before it have one. */
const fewestSentences = 3;

/** Ends a block of HTML inside Markdown too. */
const closingTag = /<\/[a-z][a-z0-9]{0,10}\s*>$/i;

export function cutOf(pieces: readonly DraftPiece[], source: Source): Cut | undefined {
  const { text, media, page } = source;
  const whole = text.trimEnd();
  const at = {
    line: whole.split('\n').length,
    found: whole.slice(-200).trim().split(/\s+/).slice(-4).join(' '),
  };
  const last = pieces.at(-1);
  const code = last?.kind === 'table' ? 'capture-cut-row' : 'capture-cut-sentence';
  if (source.cut) return { code, ...at };
  const closed = media === 'text/html' ? whole.endsWith('>') : closingTag.test(whole.slice(-20));
  if (last === undefined || last.kind === 'pairs' || closed) return undefined;
  // What was left out as no part of the charter ends the page.
  if (last.kind === 'text' && last.line < (page.pieces.at(-1)?.line ?? 0)) return undefined;
  if (media !== 'text/html' && stopsInRow(pieces, text.split('\n'), source.heads))
    return { code: 'capture-cut-row', ...at };
  // A pipe closes the last cell, whatever it ends with.
  if (last.kind === 'table' && whole.endsWith('|')) return undefined;
  const end = lastText(last);
  const words = { texts: pieces.map(textOf), language: page.language, template: source.template };
  const open =
    isOpen(end) ||
    endsOnOpenWord(end, words) ||
    breaksWord(end, words) ||
    (!text.slice(whole.length).includes('\n') &&
      ((last.kind === 'text' && stopsInTemplate(end, source.template)) || lacksStop(last, pieces)));
  return open ? { code, ...at } : undefined;
}

function lastText(last: Exclude<DraftPiece, { kind: 'pairs' }>): string {
  if (last.kind === 'text') return plainText(last.text).trim();
  const cells = last.rows.at(-1)?.cells.filter((cell) => cell.trim() !== '') ?? [];
  return plainText(cells.at(-1) ?? '').trim();
}

const sentenceEnd = /[.!?…]["'’»”)\]]*(?=\s|$)/g;
const face = /[:;]-?[([]$/;

/** What the text ends with, or has opened in its last sentence, announces more. */
function isOpen(text: string): boolean {
  if (face.test(text)) return false;
  if (/[,([{“‹„]$|\p{L}-$|(?:^|[\s(«“"])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]$/iu.test(text)) return true;
  if (/[.!?…]["'’»”)\]]*$/.test(text)) return false;
  if (/(?:^|\s)<(?:[hmw][a-z]{0,5}|(?:https?:|mailto:|www\.)[^\s<>]*)$/i.test(text)) return true;
  const sentence =
    text
      .slice(-2000)
      .split(/[.!?…]["'’»”)\]]*\s+/)
      .at(-1) ?? '';
  return (
    stillOpen(sentence, '(', ')') ||
    stillOpen(sentence, '[', ']') ||
    stillOpen(sentence, '«', '»') ||
    (!sentence.includes('„') && stillOpen(sentence, '“', '”')) ||
    opensQuote(sentence)
  );
}

/** The mark opens more often than it closes; where it closes first, as « does in German, it tells nothing. */
function stillOpen(text: string, opener: string, closer: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === opener) depth += 1;
    else if (char === closer) {
      if (depth === 0 && opener !== '(') return false;
      depth = Math.max(0, depth - 1);
    }
  }
  return depth > 0;
}

/** A straight quote right before a word, after an even number of them. */
function opensQuote(text: string): boolean {
  const at = text.lastIndexOf('"');
  const before = text.slice(0, Math.max(at, 0));
  return (
    at >= 0 &&
    /(?:^|[\s(])$/.test(before) &&
    /^"\p{L}/u.test(text.slice(at)) &&
    before.split('"').length % 2 === 1
  );
}

function textOf(piece: DraftPiece): string {
  if (piece.kind === 'text') return plainText(piece.text);
  if (piece.kind === 'pairs') return piece.pairs.map(({ head, value }) => `${head} ${value}`).join(' . ');
  return piece.rows.map((row) => row.cells.map(plainText).join(' . ')).join(' . ');
}

/** All other texts (of an item, all other items) end their last sentence; this one, which is no label, address, date or name, does not. */
function lacksStop(last: DraftPiece, pieces: readonly DraftPiece[]): boolean {
  if (last.kind !== 'text' || last.role === 'heading') return false;
  const text = plainText(last.text).trim();
  if (
    endsSentence(text) ||
    !/(?:^|[\s'’(«"])\p{Ll}+$/u.test(text) ||
    isAddress(text.split(/\s+/).at(-1) ?? '')
  )
    return false;
  if (text.split(/\s+/).length <= mostLabelWords) return false;
  const texts = pieces.flatMap((piece) => (piece.kind === 'text' && piece.role !== 'heading' ? [piece] : []));
  const sentences = texts.map(textOf).join(' ').match(sentenceEnd)?.length ?? 0;
  const others = texts
    .filter((piece) => piece !== last && (last.role === 'paragraph' || piece.role === last.role))
    .map((piece) => textOf(piece).trim())
    .filter((other) => other.split(/\s+/).length > mostLabelWords);
  // An item that holds a whole sentence needs no others beside it.
  const compared = others.length > 0 || text.search(sentenceEnd) >= 0;
  return sentences >= fewestSentences && compared && others.every(endsSentence);
}

/** Also true of what announces a list, closes a quote or is an item of a list. */
export function endsSentence(text: string): boolean {
  return /[.!?\u2026:;\u203a\u00bb\u201d"')\]\u3002\u061f\u0964]$/.test(text);
}
