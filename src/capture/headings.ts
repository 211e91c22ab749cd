/** Infers the headings of plain text by general rules, and finds a page's title. */
import { isAddress } from '../text/addresses.ts';
import { plainText } from '../text/inline.ts';
import type { TextPiece } from './reading.ts';
import type { DraftPiece } from './table-drafts.ts';

const longestHeading = 120;
const mostWords = 18;
/** More one-line blocks in a row than this are a menu or an address, not headings. */
const longestRun = 4;

/**
 * A short line that begins like a title, does not end like a sentence or announce a list, and has something
 * below it, is a heading without level. Works from the end, so that a heading may stand above another.
 */
export function inferHeadings(pieces: readonly DraftPiece[]): DraftPiece[] {
  const out = [...pieces];
  let run = 0;
  let content = false;
  for (let index = out.length - 1; index >= 0; index -= 1) {
    const piece = out[index];
    if (piece === undefined) continue;
    if (!couldBeHeading(piece)) {
      content = true;
      run = 0;
      continue;
    }
    run += 1;
    if (content && run <= longestRun) out[index] = { ...piece, role: 'heading' };
  }
  return out;
}

function couldBeHeading(piece: DraftPiece): piece is TextPiece {
  if (piece.kind !== 'text' || piece.role !== 'paragraph' || piece.fixed || piece.lines.length > 1)
    return false;
  const plain = plainText(piece.text).trim();
  if (plain.length > longestHeading || plain.split(/\s+/).length > mostWords) return false;
  if (/[.:;,…!][»”"')\]]*$/.test(plain) || /[.:;,…!][\s\u00a0\u202f]*[»”"']$/.test(plain)) return false;
  if (isAddress(plain) || /^[\d\s/.:-]+$/.test(plain)) return false;
  return /^[«“"'(¿¡[\s\u00a0\u202f]*[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(plain) && /\p{L}{2}/u.test(plain);
}

/** The heading at the very top: a first-level one, one without level, or one that stands above all others. */
export function takeTitle(pieces: readonly DraftPiece[]): { title?: string; rest: readonly DraftPiece[] } {
  const [first, ...rest] = pieces;
  if (first?.kind !== 'text' || first.role !== 'heading') return { rest: pieces };
  const level = first.level ?? 1;
  const others = rest.filter((piece) => piece.kind === 'text' && piece.role === 'heading');
  const top = others.every((piece) => piece.kind !== 'text' || (piece.level ?? 2) > level);
  return level === 1 || top ? { title: first.text, rest } : { rest: pieces };
}
