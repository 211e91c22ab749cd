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
  /** By ordinal; the texts of an item on lines of their own, which no query goes over. */
  readonly #texts: string[] = [];
  readonly #list: ItemList;
  readonly #sheet: Sheet;

  constructor(list: ItemList, sheet: Sheet) {
    this.#list = list;
    this.#sheet = sheet;
  }

  /** Reads so many more items; false where none is left. */
  readAhead(count: number): boolean {
    const { items } = this.#list;
    const end = Math.min(items.length, this.#texts.length + count);
    for (let at = this.#texts.length; at < end; at += 1) {
      const texts = textsOf(items[at], this.#list, this.#sheet);
      this.#texts.push(texts.map(foldForSearch).join('\n'));
    }
    return end < items.length;
  }

  /** Ordinals of the items in the range that hold the query, in reading order. */
  find([from, to]: Range, query: string): number[] {
    const wanted = foldForSearch(query);
    const found: number[] = [];
    if (wanted === '') return found;
    this.readAhead(Number.POSITIVE_INFINITY);
    for (let at = from; at < to; at += 1) if (this.#texts[at]?.includes(wanted)) found.push(at);
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
