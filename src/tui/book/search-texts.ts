/** The words of a comparison as they are searched: read item by item, ahead of the search where there is time, and kept. */
import { wholeText } from '../../present/diff-change.ts';
import type { Sheet } from '../../present/diff-parts.ts';
import type { DiffView } from '../../present/diff-view.ts';
import { readableText } from '../../present/excerpt.ts';
import { foldForSearch } from '../search.ts';
import type { Item, ItemList, RowItem } from './items.ts';
import { groupLabel } from './labels.ts';
import type { Range } from './visible.ts';

/** The same answers whether anything was read ahead or not. */
export class SearchTexts {
  /** By ordinal, until all are read; the texts of an item on lines of their own, which no query goes over. */
  #texts: string[] = [];
  /** All of them, one after the other: gone through at once, and not item by item. */
  #whole: string | undefined;
  /** By ordinal, where its texts begin in the whole; then where the last ends. */
  readonly #starts: number[] = [0];
  readonly #list: ItemList;
  readonly #sheet: Sheet;

  constructor(list: ItemList, sheet: Sheet) {
    this.#list = list;
    this.#sheet = sheet;
  }

  /** Reads so many more items; false where none is left. */
  readAhead(count: number): boolean {
    const { items } = this.#list;
    if (this.#whole !== undefined) return false;
    const end = Math.min(items.length, this.#texts.length + count);
    for (let at = this.#texts.length; at < end; at += 1) {
      const texts = textsOf(items[at], this.#list, this.#sheet);
      const text = `${texts.map(foldForSearch).join('\n')}\n`;
      this.#texts.push(text);
      this.#starts.push((this.#starts[at] ?? 0) + text.length);
    }
    if (end < items.length) return true;
    this.#whole = this.#texts.join('');
    this.#texts = [];
    return false;
  }

  /** Ordinals of the items in the range that hold the query, in reading order. */
  find([from, to]: Range, query: string): number[] {
    const wanted = foldForSearch(query);
    const found: number[] = [];
    if (wanted === '') return found;
    this.readAhead(Number.POSITIVE_INFINITY);
    const whole = this.#whole ?? '';
    const starts = this.#starts;
    const end = starts[to] ?? whole.length;
    let at = from;
    for (let hit = whole.indexOf(wanted, starts[from]); hit >= 0 && hit < end; ) {
      while ((starts[at + 1] ?? end) <= hit) at += 1;
      found.push(at);
      at += 1;
      hit = whole.indexOf(wanted, starts[at] ?? end);
    }
    return found;
  }
}

/** What an item shows, each side for itself. */
function textsOf(item: Item | undefined, { groups }: ItemList, sheet: Sheet): string[] {
  const { view } = sheet;
  switch (item?.kind) {
    case 'heading': {
      const group = groups[item.group];
      return group ? [groupLabel(group, sheet)] : [];
    }
    case 'change': {
      const change = view.diff.changes[item.change];
      if (!change) return [];
      const name = change.kind === 'variable' ? [(change.address.b ?? change.address.a)?.column ?? ''] : [];
      return [...name, wholeText(change.a, sheet), wholeText(change.b, sheet)];
    }
    case 'same':
      return [blockText(view, 'b', { index: item.b, sheet })];
    case 'row':
      return [...rowTexts(view, 'a', item), ...rowTexts(view, 'b', item)].map((text) =>
        readableText(text, sheet.selection),
      );
    default:
      return [];
  }
}

export function blockText(
  view: DiffView,
  side: 'a' | 'b',
  { index, sheet }: { readonly index: number; readonly sheet: Sheet },
): string {
  const block = view[side].body[index];
  return !block || block.role === 'table' ? '' : readableText(block.text, sheet.selection);
}

function rowTexts({ diff, ...sides }: DiffView, side: 'a' | 'b', item: RowItem): readonly string[] {
  const row = item[side];
  const id = diff.tables[item.pair]?.[side];
  if (row === undefined || id === undefined) return [];
  return sides[side].tables.find((table) => table.id === id)?.rows[row]?.cells ?? [];
}
