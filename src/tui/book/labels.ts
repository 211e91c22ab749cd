/** What the reader calls the places of a comparison: groups, tables, the place of a change. */
import { tuiMessages } from '../../messages/tui.ts';
import { noticeSentence, type Sheet, sectionLabel } from '../../present/diff-parts.ts';
import { columnLabel, tableOf } from '../../present/table-entry.ts';
import { plainText } from '../../text/inline.ts';
import type { Book } from './book.ts';
import type { Group } from './items.ts';
import { findVisible } from './visible.ts';

export function groupLabel(group: Group, sheet: Sheet): string {
  switch (group.kind) {
    case 'values':
      return tuiMessages[sheet.options.language].values;
    case 'field':
      return fieldLabel(group.field, sheet);
    case 'section': {
      const ref = sheet.view.diff.sections[group.section];
      return ref ? sectionLabel(ref, sheet.options.language) : sheet.messages.beginning;
    }
    case 'table':
      return pairLabel(group.pair, sheet);
  }
}

function fieldLabel(field: string, { messages }: Sheet): string {
  return (Object.hasOwn(messages.fields, field) ? messages.fields[field] : undefined) ?? field;
}

/** The table's caption, its id where there are several, else simply the word for cookies. */
export function pairLabel(pair: number, sheet: Sheet): string {
  const { diff, a, b } = sheet.view;
  const ids = diff.tables[pair];
  const table = tableOf(b, ids?.b) ?? tableOf(a, ids?.a);
  const caption = table?.caption === undefined ? undefined : flat(plainText(table.caption));
  return caption ?? (diff.tables.length > 1 ? table?.id : undefined) ?? sheet.messages.table;
}

/** A sentence about the comparison itself. */
export function noticeText(index: number, sheet: Sheet): string {
  const notice = sheet.view.diff.notices[index];
  return notice ? noticeSentence(notice, sheet.options.language) : '';
}

/** The group in which an item stands. */
export function groupAt({ groups }: Pick<Book, 'groups'>, at: number): Group | undefined {
  const group = groups[findVisible(groups, at)];
  return group && group.at <= at ? group : undefined;
}

/** Section; or table, row and column. */
export function placeOf(index: number, book: Book): string[] {
  const { sheet } = book;
  const at = book.changeAt[index] ?? -1;
  const change = book.view.diff.changes[index];
  if (!change) return [];
  const group = groupAt(book, at);
  const label = group ? [groupLabel(group, sheet)] : [];
  const address = change.address.b ?? change.address.a;
  if (change.kind === 'variable') return address?.column === undefined ? label : [...label, address.column];
  if (address?.table === undefined) return label;
  const row = address.row === undefined ? [] : [flat(plainText(address.row))];
  const column = address.column === undefined ? [] : [flat(plainText(columnLabel(change, sheet)))];
  return [...label, ...row, ...column];
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
