/** One row of a cookie table, ready for a grid or a card: its sign, its name, its cells with changed words marked. */
import type { Change } from '../../model/change.ts';
import { type CookieTable, changeClasses } from '../../model/charter.ts';
import { charterSpan, type Sheet, tagOf } from '../../present/diff-parts.ts';
import { readableText } from '../../present/excerpt.ts';
import type { Sign } from '../../present/layout.ts';
import { knownName, readTableEntry, tableOf } from '../../present/table-entry.ts';
import { plainText } from '../../text/inline.ts';
import type { Book } from '../book/book.ts';
import type { RowItem } from '../book/items.ts';
import { signOfChange } from '../book/signs.ts';
import type { FrameLine, UiStyle } from '../frame-types.ts';
import { flatRun, run } from './lines.ts';

export interface Cell {
  readonly key: string;
  readonly head: string;
  readonly text: FrameLine;
  /** The change of this cell. */
  readonly change?: Change;
}

export interface RowCells {
  readonly sign?: Sign;
  readonly name: FrameLine;
  /** Without the pinned one. */
  readonly cells: readonly Cell[];
  /** What happened to the row as a whole. */
  readonly note: FrameLine;
  /** The strongest class with its reasons, and alone. */
  readonly tag: FrameLine;
  readonly class: FrameLine;
  /** The change of the row as a whole. */
  readonly change?: Change;
}

export function rowCells(item: RowItem, book: Book, sheet: Sheet): RowCells {
  const changes = item.changes.flatMap((index) => {
    const change = book.view.diff.changes[index];
    return change && book.classes.has(change.class) ? [change] : [];
  });
  const whole = changes.find(({ kind }) => kind !== 'cell-changed');
  const cells = cellsOf(item, { book, sheet, changes, whole });
  const pinned = book.widths[item.pair]?.columns[book.widths[item.pair]?.pinned ?? 0]?.key;
  const name = cells.find(({ key }) => key === pinned);
  const strongest = strongestOf(changes);
  return {
    name: nameOf(item, name, whole),
    cells: cells.filter((cell) => cell !== name),
    note: noteOf(whole, sheet),
    tag: strongest ? tagOf(strongest, sheet) : [],
    class: strongest ? [run(sheet.messages.tag[strongest.class], strongest.class)] : [],
    ...(whole ? { sign: signOfChange(whole), change: whole } : changes.length > 0 ? { sign: 'changed' } : {}),
  };
}

function strongestOf(changes: readonly Change[]): Change | undefined {
  const strength = (one: Change): number => changeClasses.indexOf(one.class);
  return changes.reduce<Change | undefined>(
    (best, one) => (best && strength(best) >= strength(one) ? best : one),
    undefined,
  );
}

interface Reading {
  readonly book: Book;
  readonly sheet: Sheet;
  readonly changes: readonly Change[];
  readonly whole: Change | undefined;
}

function cellsOf(item: RowItem, { book, sheet, changes, whole }: Reading): Cell[] {
  const ids = book.view.diff.tables[item.pair];
  const side = item.b === undefined ? 'a' : 'b';
  const table = tableOf(book.view[side], ids?.[side]);
  const style = styleOf(whole);
  return (book.widths[item.pair]?.columns ?? []).map(({ key, head }): Cell => {
    const change = changes.find(
      ({ kind, address }) => kind === 'cell-changed' && (address.b ?? address.a)?.column === key,
    );
    const text = readableText(cellText(table, item[side], key), sheet.selection);
    return {
      key,
      head: plainText(head ?? knownName(key, sheet)).replace(/\s+/g, ' '),
      text: change ? readTableEntry(change, sheet).text : text === '' ? [] : [styled(text, sheet, style)],
      ...(change ? { change } : {}),
    };
  });
}

function styled(text: string, sheet: Sheet, style: UiStyle | undefined): FrameLine[number] {
  const safe = charterSpan(text, sheet);
  return style ? { ...safe, style } : safe;
}

function styleOf(whole: Change | undefined): UiStyle | undefined {
  if (whole?.kind === 'row-added') return 'new';
  return whole?.kind === 'row-removed' ? 'gone' : undefined;
}

function cellText(table: CookieTable | undefined, row: number | undefined, key: string): string {
  const column = table?.columns.findIndex((one) => one.key === key) ?? -1;
  return row === undefined || column < 0 ? '' : (table?.rows[row]?.cells[column] ?? '');
}

function nameOf(item: RowItem, cell: Cell | undefined, whole: Change | undefined): FrameLine {
  if (whole?.kind === 'row-renamed') {
    const { a, b } = whole.address;
    return [flatRun(plainText(a?.row ?? ''), 'gone'), run(' → '), flatRun(plainText(b?.row ?? ''), 'new')];
  }
  if (!cell || cell.text.length === 0) return [run(`#${(item.b ?? item.a ?? 0) + 1}`, 'dim')];
  return cell.change ? cell.text : cell.text.map((part) => ({ ...part, style: part.style ?? 'strong' }));
}

function noteOf(whole: Change | undefined, sheet: Sheet): FrameLine {
  if (whole?.kind !== 'row-renamed' && whole?.kind !== 'row-moved') return [];
  return readTableEntry(whole, sheet).text.map((part): FrameLine[number] => ({
    ...part,
    style: part.style ?? 'dim',
  }));
}
