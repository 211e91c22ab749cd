/** Folding, against the plainest way of doing it; and search, whatever was read ahead of it. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { bookOf } from '../../src/tui/book/book.ts';
import { changesOf, type ItemList } from '../../src/tui/book/items.ts';
import { type Visible, type VisibleOptions, visibleItems } from '../../src/tui/book/visible.ts';
import { samplePair } from '../present/views.ts';

const view = samplePair();
const reading = { folded: true, context: 0, opened: [] };
const wishes = { reading, language: 'en', marks: true } as const;
const book = bookOf(view, wishes);

/** Item by item: shown where a shown change, an opened item or one that is never folded is near enough. */
function plainly(list: ItemList, [from, to]: readonly [number, number], options: VisibleOptions): Visible[] {
  const isOpen = (at: number): boolean =>
    !options.folded ||
    options.shown.some((one) => Math.abs(one - at) <= options.context) ||
    options.opened.some(([first, last]) => first <= at && at <= last) ||
    list.lone.includes(at);
  const visible: Visible[] = [];
  for (let at = from; at < to; at += 1) {
    const last = visible.at(-1);
    const hidden = changesOf(list.items[at]).length;
    if (list.items[at]?.kind === 'heading' || isOpen(at)) visible.push({ kind: 'item', at });
    else if (last && last.kind !== 'item' && last.to === at - 1)
      visible[visible.length - 1] = { ...last, to: at, hidden: last.hidden + hidden };
    else visible.push({ kind: 'fold', at, to: at, hidden });
  }
  return visible.flatMap((entry, index): Visible[] => {
    const [before, next] = [visible[index - 1], visible[index + 1]];
    const ends = (one: Visible | undefined): boolean =>
      one === undefined || list.items[one.at]?.kind === 'heading';
    const isHeading = (one: Visible | undefined): one is Visible =>
      one !== undefined && one.kind === 'item' && ends(one);
    if (entry.kind === 'fold' && isHeading(before) && ends(next)) return [];
    if (isHeading(entry) && next?.kind === 'fold' && ends(visible[index + 2]))
      return [{ ...next, kind: 'quiet', at: entry.at }];
    return [entry];
  });
}

const ordinal = fc.nat({ max: book.items.length - 1 });
const anyOptions = fc.record({
  shown: fc.uniqueArray(ordinal).map((list) => list.sort((x, y) => x - y)),
  folded: fc.boolean(),
  context: fc.nat({ max: 4 }),
  opened: fc.array(fc.tuple(ordinal, fc.nat({ max: 3 })).map(([from, more]) => [from, from + more] as const)),
});

describe('what is folded', () => {
  test.prop([anyOptions])('is what the plainest way folds', (options) => {
    const hasChange = (at: number): boolean => changesOf(book.items[at]).length > 0;
    const shown = options.shown.filter(hasChange);
    // All changes of an item are shown or none is, so that those in a fold are all hidden.
    for (const range of [
      [0, book.tablesAt],
      [book.tablesAt, book.items.length],
    ] as const) {
      const list = visibleItems(book, range, { ...options, shown });
      const entries = Array.from({ length: list.count }, (_, index) => list.entry(index));
      expect(entries).toEqual(plainly(book, range, { ...options, shown }));
      expect(entries.map((entry) => entry?.at)).toEqual(entries.map((_, index) => list.at(index)));
    }
  });
});

describe('a search', () => {
  test.prop([fc.array(fc.nat({ max: 9 })), fc.constantFrom('cookie', 'E', 'mois', 'zzz', "'")])(
    'finds the same whatever was read ahead',
    (steps, query) => {
      const [one, other] = [bookOf(view, wishes), bookOf(view, wishes)];
      for (const count of steps) other.texts.readAhead(count);
      const range = [0, book.items.length] as const;
      expect(other.texts.find(range, query)).toEqual(one.texts.find(range, query));
    },
  );
});

describe('a book', () => {
  test('is kept for the way back when the sides are swapped', () => {
    const mirror = samplePair();
    const swapped = bookOf(mirror, wishes, book);
    const back = bookOf(view, wishes, swapped);
    expect(back.items).toBe(book.items);
    expect(back.memo).toBe(book.memo);
    expect(bookOf(mirror, wishes, back).items).toBe(swapped.items);
    expect(back.twin?.twin).toBeUndefined();
  });
});
