/** Finds in a comparison the change that gave a piece of a charter its words. */
import type { Change } from '../../model/change.ts';
import type { BlamedUnit } from '../../model/log.ts';
import { plainText } from '../../text/inline.ts';
import type { UiState } from '../state.ts';
import { goToItem } from './places.ts';

/** The place stays where no change is of that piece. */
export function goToPiece(state: UiState, piece: BlamedUnit): UiState {
  const { book } = state;
  if (!book) return state;
  const { changes } = book.view.diff;
  let best: { readonly change: number; readonly weight: number } | undefined;
  for (const change of book.shown) {
    const found = changes[change];
    const weight = found ? likeness(found, piece, state) : 0;
    if (weight > (best?.weight ?? 0)) best = { change, weight };
  }
  const at = best && book.changeAt[best.change];
  return best && at !== undefined ? goToItem(state, at, best.change) : state;
}

function likeness(change: Change, piece: BlamedUnit, { book }: UiState): number {
  const { b } = change.address;
  if (!b) return 0;
  if (piece.table === undefined) return b.table === undefined ? ofText(change, piece) : 0;
  if (b.table !== piece.table) return 0;
  if (piece.row === undefined) return b.column === piece.column ? 3 : 0;
  const table = book?.view.b.tables.find(({ id }) => id === b.table);
  const cells = table?.rows[b.rowIndex ?? -1]?.cells ?? [];
  const at = table?.columns.findIndex(({ key }) => key === piece.column) ?? -1;
  const wanted = plain(piece.text);
  if (piece.column === undefined) return cells.some((cell) => plain(cell) === wanted) ? 2 : 0;
  if (plain(cells[at] ?? '') !== wanted) return 0;
  return b.column === piece.column ? 3 : 1;
}

/** The same text weighs most; else how much of the piece's words the change has. */
function ofText({ b, address, kind }: Change, { text, kind: piece, column }: BlamedUnit): number {
  if (piece === 'variable') return kind === 'variable' && address.b?.column === column ? 3 : 0;
  const given = typeof b === 'string' ? plain(b) : Array.isArray(b) ? plain(b.join(' ')) : '';
  const wanted = plain(text);
  if (given === '') return 0;
  if (given === wanted) return 3;
  return wanted.includes(given) || given.includes(wanted) ? 2 : 0;
}

function plain(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
