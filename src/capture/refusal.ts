/** Refuses captures that hold no charter: empty, a heading and nothing else, cut short, an error or a login page. */
import type { CaptureProblemCode } from '../messages/capture.ts';
import { plainText } from '../text/inline.ts';
import type { PageReading } from './reading.ts';
import { errorSigns, gateSigns, loginSigns } from './refusal-signs.ts';
import type { DraftPiece } from './table-drafts.ts';

type RefusalCode = Extract<
  CaptureProblemCode,
  | 'capture-empty'
  | 'capture-only-heading'
  | 'capture-truncated'
  | 'capture-error-page'
  | 'capture-login-page'
  | 'capture-gate-page'
  | 'capture-cut-sentence'
  | 'capture-cut-row'
>;

/** A charter has more words than this, or a table. */
const fewWords = 120;

export interface Refusal {
  readonly code: RefusalCode;
  /** The words that gave the page away. */
  readonly found?: string;
  /** The capture's; absent where the whole page is meant. */
  readonly line?: number;
}

/** Why the page is no charter; undefined where it may be one. */
export function refusalOf(page: PageReading, pieces: readonly DraftPiece[]): Refusal | undefined {
  const texts = pieces.map((piece) => (piece.kind === 'text' ? plainText(piece.text).trim() : ''));
  const words = texts.join(' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const table = pieces.some((piece) => piece.kind !== 'text');
  const wall = !table && words < fewWords ? signOf(page, pieces, texts) : undefined;
  if (wall !== undefined) return wall;
  if (page.cut || (page.open && words < 20 && !table)) return { code: 'capture-truncated' };
  if (words === 0 && !table) return { code: 'capture-empty' };
  const heading = pieces.every((piece) => piece.kind === 'text' && piece.role === 'heading');
  const single = pieces.length === 1 && !table && words <= 12 && !/[.!?…]$/.test(texts[0] ?? '');
  return heading || single ? { code: 'capture-only-heading' } : undefined;
}

function signOf(
  page: PageReading,
  pieces: readonly DraftPiece[],
  texts: readonly string[],
): Refusal | undefined {
  const headings = texts.filter((text, index) => {
    const piece = pieces[index];
    return text !== '' && (index === 0 || (piece?.kind === 'text' && piece.role === 'heading'));
  });
  const titles = [...headings.map((text) => text.slice(0, 200)), page.windowTitle ?? ''];
  const all = texts.join(' ');
  const gate = gateSigns.exec(all) ?? gateSigns.exec(page.windowTitle ?? '');
  if (gate !== null) return { code: 'capture-gate-page', found: gate[0] };
  for (const title of titles) {
    const error = errorSigns.exec(title);
    if (error !== null) return { code: 'capture-error-page', found: title };
    if (loginSigns.test(title.trim())) return { code: 'capture-login-page', found: title };
  }
  if (page.asksPassword) return { code: 'capture-login-page', found: titles[0] ?? '' };
  const error = texts.length <= 4 ? errorSigns.exec(all) : null;
  return error === null ? undefined : { code: 'capture-error-page', found: error[0] };
}
