/** Which change the reader is at: what the header names, and what keys act on. */
import type { Book } from './book/book.ts';
import { groupAt } from './book/labels.ts';
import { firstFrom } from './book/visible.ts';
import type { UiState } from './state.ts';

export interface Current {
  /** Index into the diff's changes. */
  readonly change: number;
  /** Its place among the shown ones, from 0. */
  readonly rank: number;
}

/**
 * The change under the cursor; else, in its section, the last one before it or the first one after; else the last one
 * before it. Absent where none is shown.
 */
export function currentChange(state: Pick<UiState, 'screens' | 'position'>, book: Book): Current | undefined {
  if (book.shown.length === 0) return undefined;
  const { change, text, table } = state.position;
  const at = comparisonScreen(state) === 'table' ? table.at : text.at;
  if (change !== undefined && book.changeAt[change] === at) {
    const rank = book.shown.indexOf(change, firstAt(book, at));
    if (rank >= 0) return { change, rank };
  }
  const next = firstAt(book, at);
  const rank = nearestRank(next, at, book);
  const found = book.shown[rank];
  return found === undefined ? undefined : { change: found, rank };
}

function nearestRank(next: number, at: number, book: Book): number {
  const ordinal = (rank: number): number => book.shownAt[rank] ?? -1;
  if (ordinal(next) === at) return next;
  const group = groupAt(book, at)?.at ?? 0;
  const inGroup = next > 0 && ordinal(next - 1) >= group;
  const after = ordinal(next) >= 0 && (groupAt(book, ordinal(next))?.at ?? 0) === group;
  return !inGroup && after ? next : Math.max(0, next - 1);
}

/** Rank of the first shown change at or after an ordinal. */
export function firstAt({ shownAt }: Book, at: number): number {
  return firstFrom(shownAt, at);
}

/** The screen of the comparison on which, or over which, the reader is. */
export function comparisonScreen({ screens }: Pick<UiState, 'screens'>): 'text' | 'table' {
  return screens.lastIndexOf('table') > screens.lastIndexOf('text') ? 'table' : 'text';
}
