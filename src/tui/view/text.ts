/** The text screen: sections with their paragraphs, changed words marked, in one column or side by side. */

import { versionLines } from '../../present/diff-header.ts';
import { signs } from '../../present/layout.ts';
import type { Item } from '../book/items.ts';
import { groupLabel, noticeText, pairLabel } from '../book/labels.ts';
import { blockText } from '../book/search-texts.ts';
import type { Visible } from '../book/visible.ts';
import type { FrameLine, UiStyle } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { markMatches } from '../search.ts';
import { changeRows } from './change-rows.ts';
import { type Drawing, isWhole, remembered } from './drawing.ts';
import { cut, flatRun, gutter, justify, run, withGutter, wrap } from './lines.ts';
import { sidesOf } from './sides.ts';

/** The cell that the cursor's bar takes. */
export const barWidth = 1;
/** Stands before a table where it is only named. */
export const tableSign = '▦';

export function textBlocks(drawing: Drawing): Blocks {
  const { text } = drawing.book;
  return makeBlocks(text.count, text.at, (index) => {
    const entry = text.entry(index);
    if (!entry) return [];
    const { kind, at } = entry;
    // Sections folded as a whole stand close together.
    const close = index === 0 || (kind === 'quiet' && text.entry(index - 1)?.kind === 'quiet');
    const apart = isApart(entry, text.entry(index + 1), drawing);
    const form = [kind, kind === 'item' ? isWhole(drawing, at) : entry.to, close, apart];
    return remembered(drawing, { at, name: 'text', form }, () => {
      const rows = layVisible(entry, close, drawing);
      return apart ? [...rows, []] : rows;
    });
  });
}

/** Paragraphs stand apart where they are read one after the other; headings bring their own blank row. */
function isApart(entry: Visible, next: Visible | undefined, { folded, book }: Drawing): boolean {
  const isHeading = ({ at }: Visible): boolean => book.items[at]?.kind === 'heading';
  return !folded && next !== undefined && !isHeading(entry) && !isHeading(next);
}

/** Cells of a line of the text screen without the cursor's bar. */
export function textWidth({ layout }: Drawing): number {
  return (layout.split ? layout.main : layout.text) - barWidth;
}

function layVisible(entry: Visible, first: boolean, drawing: Drawing): FrameLine[] {
  const { book } = drawing;
  switch (entry.kind) {
    case 'fold':
      return [foldLine(entry, drawing)];
    case 'quiet':
      return headingRows(book.items[entry.at], {
        first,
        note: foldText(entry, entry.at + 1, drawing),
        drawing,
      });
    case 'item': {
      const item = book.items[entry.at];
      return item ? layItem(item, { at: entry.at, first, drawing }) : [];
    }
  }
}

interface ItemPlace {
  readonly at: number;
  readonly first: boolean;
  readonly drawing: Drawing;
}

function layItem(item: Item, { at, first, drawing }: ItemPlace): FrameLine[] {
  switch (item.kind) {
    case 'heading':
      return headingRows(item, { first, note: '', drawing });
    case 'versions':
      return versionRows(at, drawing, textWidth(drawing));
    case 'notice':
      return withGutter(undefined, wrap([run(noticeText(item.notice, drawing.book.sheet))], room(drawing)));
    case 'change':
      return changeRows(item.change, { at, drawing, width: textWidth(drawing) });
    case 'same':
      return sameRows(item, at, drawing);
    case 'table':
      return tableRows(item.pair, drawing);
    case 'row':
      return [];
  }
}

/** From so many rows on, what is said of the versions stands there whole; below, on one line until it is opened. */
const roomForSentences = 18;

/** Which versions are compared, as the plain text says it above its comparison. */
export function versionRows(at: number, drawing: Drawing, width: number): FrameLine[] {
  const sentences = versionLines(drawing.book.sheet);
  const own = Math.min(width, drawing.layout.text) - gutter;
  const isShort = drawing.layout.body < roomForSentences && !isWhole(drawing, at);
  const lines = isShort
    ? [cut([flatRun(sentences.join(' · '), 'dim')], own)]
    : sentences.flatMap((sentence) => wrap([flatRun(sentence, 'dim')], own));
  return withGutter(undefined, lines);
}

function room(drawing: Drawing): number {
  return textWidth(drawing) - gutter;
}

/** A blank line, the section's name, and at the right what is folded in it. */
export function headingRows(
  item: Item | undefined,
  { first, note, drawing }: { readonly first: boolean; readonly note: string; readonly drawing: Drawing },
): FrameLine[] {
  const group = item?.kind === 'heading' ? drawing.book.groups[item.group] : undefined;
  if (!group) return [];
  const label = [flatRun(groupLabel(group, drawing.book.sheet), 'heading')];
  const marked = markMatches(label, drawing.query, group.at === drawing.cursor ? 'current' : 'other');
  const right = note === '' ? [] : [run(note, 'dim')];
  const width = textWidth(drawing);
  const line = right.length === 0 ? cut(marked, width) : justify(marked, right, { width });
  return first ? [line] : [[], line];
}

export function foldLine(entry: Visible & { kind: 'fold' }, drawing: Drawing): FrameLine {
  const text = `${signs.rest} ${foldText(entry, entry.at, drawing)}`;
  return withGutter(undefined, [cut([run(text, 'dim')], room(drawing))])[0] ?? [];
}

/** `3 paragraphs unchanged`, `1 change not shown`. */
export function foldText(
  { to, hidden }: { readonly to: number; readonly hidden: number },
  from: number,
  drawing: Drawing,
): string {
  const { book, messages } = drawing;
  const onTable = from >= book.tablesAt;
  let equal = to - from + 1;
  for (let at = from; at <= to; at += 1) {
    const item = book.items[at];
    if (item?.kind === 'change' || (item?.kind === 'row' && item.changes.length > 0)) equal -= 1;
  }
  const parts: string[] = [];
  if (equal > 0) parts.push(onTable ? messages.rowsUnchanged(equal) : book.sheet.messages.unchanged(equal));
  if (hidden > 0) parts.push(messages.notShown(hidden));
  return parts.join(' · ');
}

function sameRows(item: Item & { kind: 'same' }, at: number, drawing: Drawing): FrameLine[] {
  const { book, layout, query, cursor } = drawing;
  const block = book.view.b.body[item.b];
  const style: UiStyle | undefined = block?.role === 'heading' ? 'strong' : undefined;
  const kind = at === cursor ? 'current' : 'other';
  const line = (side: 'a' | 'b'): FrameLine =>
    markMatches(
      [run(blockText(book.view, side, { index: item[side], sheet: book.sheet }), style)],
      query,
      kind,
    );
  if (!layout.split) return withGutter(undefined, wrap(line('b'), room(drawing)));
  return withGutter(undefined, sidesOf(line('a'), line('b'), { width: room(drawing) }));
}

/** The place of a table in the text. */
function tableRows(pair: number, drawing: Drawing): FrameLine[] {
  const { book, messages } = drawing;
  const table = book.view.diff.tables[pair];
  if (!table) return [];
  const label = flatRun(pairLabel(pair, book.sheet), 'strong');
  const rows = Math.max(table.rowsA, table.rowsB);
  const what =
    table.differing > 0
      ? run(`  ${book.sheet.messages.rowsDiffer(table.differing, rows)}`)
      : run(`  ${messages.rowsUnchanged(rows)}`, 'dim');
  return withGutter(run(tableSign, 'dim'), [
    justify([label, what], [run(messages.openTable, 'dim')], { width: room(drawing) }),
  ]);
}
