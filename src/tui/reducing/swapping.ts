/** Swapping the sides of a comparison, with the place kept: the item that stands for the same blocks or rows. */
import type { Address, Change } from '../../model/change.ts';
import type { Book } from '../book/book.ts';
import { changesOf } from '../book/items.ts';
import type { UiState } from '../state.ts';
import { shownEntry } from '../timeline/visit.ts';
import { ask } from './asking.ts';
import { withBook } from './book-of-state.ts';
import { goToItem } from './places.ts';

/** Shows the comparison the other way round, at once where it is known. */
export function swapSides(state: UiState): UiState {
  const entry = shownEntry(state);
  if (!entry?.view || !state.book) return state;
  const wanted = !state.swapped;
  if (wanted ? entry.mirror : entry.view) return flip(state);
  if (state.swapping) return { ...state, notice: { code: 'loading' } };
  const { visit } = state;
  return ask(
    { ...state, swapping: true, notice: { code: 'loading' } },
    visit
      ? { kind: 'compare', pair: visit.pair, swapped: wanted }
      : { kind: 'load', entry: state.entry, swapped: wanted },
  );
}

/** Keeps the place: the item that stands for the same blocks or rows. */
export function flip(state: UiState): UiState {
  const { swapping: _swapping, ...rest } = state;
  const last = state.book;
  const next = withBook({
    ...rest,
    swapped: !state.swapped,
    reading: { ...state.reading, opened: [] },
  });
  const { book } = next;
  if (!book || !last) return next;
  const { search: _search, ...plain } = next;
  const at = mirrored(state, last, book);
  const placed = goToItem({ ...plain, position: { ...state.position } }, at.text);
  const { text } = placed.position;
  return {
    ...plain,
    position: {
      ...state.position,
      text: { ...state.position.text, at: text.at },
      table: { ...state.position.table, at: at.table },
      ...(at.change === undefined ? {} : { change: at.change }),
    },
  };
}

interface Mirrored {
  readonly text: number;
  readonly table: number;
  readonly change?: number;
}

function mirrored(state: UiState, last: Book, book: Book): Mirrored {
  const { text, table, change } = state.position;
  const own = change === undefined ? undefined : last.view.diff.changes[change];
  const at = change === undefined ? -1 : findTwin([last, last.changeAt[change] ?? -1], book);
  const twin = changesOf(book.items[at]).find((index) => {
    const other = book.view.diff.changes[index];
    return own && other && isSameChange(own, other);
  });
  return {
    text: findTwin([last, text.at], book),
    table: findTwin([last, table.at], book),
    ...(twin === undefined ? {} : { change: twin }),
  };
}

/** The item that stands for the same; it is seldom far from the place that it had, where the search begins. */
function findTwin([last, at]: ItemPlace, book: Book): number {
  const furthest = Math.max(at, book.items.length - at);
  for (let distance = 0; distance <= furthest; distance += 1) {
    if (isTwin([last, at], [book, at - distance])) return at - distance;
    if (isTwin([last, at], [book, at + distance])) return at + distance;
  }
  return at;
}

type ItemPlace = readonly [book: Book, at: number];

/** Whether two items of a comparison and of the one the other way round stand for the same blocks or rows. */
function isTwin([last, lastAt]: ItemPlace, [book, at]: ItemPlace): boolean {
  const [one, other] = [last.items[lastAt], book.items[at]];
  switch (one?.kind) {
    case 'change': {
      const own = last.view.diff.changes[one.change];
      const twin = other?.kind === 'change' ? book.view.diff.changes[other.change] : undefined;
      return own !== undefined && twin !== undefined && isSameChange(own, twin);
    }
    case 'same':
      return other?.kind === 'same' && one.a === other.b && one.b === other.a;
    case 'row':
      return other?.kind === 'row' && one.pair === other.pair && one.a === other.b && one.b === other.a;
    case 'heading':
      return other?.kind === 'heading' && one.group === other.group;
    default:
      return other?.kind === one?.kind && lastAt === at;
  }
}

function isSameChange({ address: one }: Change, { address: other }: Change): boolean {
  return isSameAddress(one.a, other.b) && isSameAddress(one.b, other.a);
}

function isSameAddress(one: Address | undefined, other: Address | undefined): boolean {
  return (
    (one === undefined) === (other === undefined) &&
    one?.block === other?.block &&
    one?.table === other?.table &&
    one?.rowIndex === other?.rowIndex &&
    one?.column === other?.column
  );
}
