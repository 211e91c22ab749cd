/** What one comparison and its reader's wishes give, worked out when either changes, so that a key costs no more for a longer charter. */
import type { Change } from '../../model/change.ts';
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import type { Language } from '../../model/language.ts';
import { type Sheet, sheetOf } from '../../present/diff-parts.ts';
import type { DiffView } from '../../present/diff-view.ts';
import type { Sign } from '../../present/layout.ts';
import { selectChanges } from '../../present/selection.ts';
import type { Reading } from '../state.ts';
import { changesOf, type Group, type ItemList, itemsOf } from './items.ts';
import { RowMemo } from './row-memo.ts';
import { signOfChange } from './signs.ts';
import { type TableWidths, tableWidths } from './table-widths.ts';
import { openInVisible, type Range, type Visible, type VisibleOptions, visibleItems } from './visible.ts';

export interface Book extends ItemList {
  readonly view: DiffView;
  readonly wishes: Wishes;
  /** The reader's options for the parts that the plain text shares; its width is set for each frame. */
  readonly sheet: Sheet;
  /** Classes shown as changes. */
  readonly classes: ReadonlySet<ChangeClass>;
  /** Indexes of the shown changes in reading order. */
  readonly shown: readonly number[];
  readonly isShown: ReadonlySet<number>;
  readonly text: readonly Visible[];
  readonly table: readonly Visible[];
  readonly outline: readonly OutlineEntry[];
  /** Rows of this book laid out lately; a memory, not a state. */
  readonly memo: RowMemo;
  /** By pair of tables. */
  readonly widths: readonly TableWidths[];
}

/** What the book depends on besides the comparison. */
export interface Wishes {
  readonly reading: Reading;
  readonly language: Language;
  /** Changed words stand between marks. */
  readonly marks: boolean;
}

export interface OutlineEntry {
  readonly at: number;
  readonly group: Group;
  readonly changes: number;
  /** The strongest of its shown changes. */
  readonly class?: ChangeClass;
  readonly sign?: Sign;
}

/** The book for these wishes; parts of `last` are kept where what they depend on is the same. */
export function bookOf(view: DiffView, wishes: Wishes, last?: Book): Book {
  const same = last?.view === view ? last : undefined;
  if (same && same.wishes.reading === wishes.reading && isAlike(same.wishes, wishes)) return same;
  const list = same ?? listOf(view);
  const chosen = same && isAlike(same.wishes, wishes) ? same : chosenOf(list, wishes);
  const lists = same === chosen ? openedLists(same, wishes.reading) : undefined;
  return {
    ...list,
    sheet: chosen.sheet,
    classes: chosen.classes,
    shown: chosen.shown,
    isShown: chosen.isShown,
    outline: chosen.outline,
    memo: chosen.memo,
    wishes,
    ...(lists ?? visibleLists(list, { ...wishes.reading, shown: chosen.isShown })),
  };
}

type Lists = Pick<Book, 'text' | 'table'>;

function visibleLists(list: ItemList, options: VisibleOptions): Lists {
  const { text, table } = rangesOf(list);
  return { text: visibleItems(list, text, options), table: visibleItems(list, table, options) };
}

function rangesOf({ tablesAt, items }: ItemList): Readonly<Record<'text' | 'table', Range>> {
  return { text: [0, tablesAt], table: [tablesAt, items.length] };
}

/** The lists of a book with one more span opened; absent where more than that has changed. */
function openedLists(book: Book, reading: Reading): Lists | undefined {
  const last = book.wishes.reading;
  const { opened } = reading;
  const span = opened.at(-1);
  const isOneMore =
    opened.length === last.opened.length + 1 && last.opened.every((one, index) => one === opened[index]);
  if (!span || !isOneMore || reading.folded !== last.folded || reading.context !== last.context)
    return undefined;
  const options = { ...reading, shown: book.isShown };
  const { text, table } = rangesOf(book);
  return {
    text: openInVisible(book, book.text, { span, range: text, options }),
    table: openInVisible(book, book.table, { span, range: table, options }),
  };
}

/** Whether the same changes are shown in the same words. */
function isAlike(one: Wishes, other: Wishes): boolean {
  return (
    one.reading.classes === other.reading.classes &&
    one.language === other.language &&
    one.marks === other.marks
  );
}

type List = ItemList & Pick<Book, 'view' | 'widths'>;
type Chosen = Pick<Book, 'sheet' | 'classes' | 'shown' | 'isShown' | 'outline' | 'memo'>;

function listOf(view: DiffView): List {
  return { ...itemsOf(view), view, widths: view.diff.tables.map((_, pair) => tableWidths(view, pair)) };
}

function chosenOf(list: List, wishes: Wishes): Chosen {
  const { view, changeAt } = list;
  const classes = wishes.reading.classes ?? defaultClasses(view);
  const chosen = view.diff.changes.flatMap((change, index) => (classes.has(change.class) ? [index] : []));
  const isShown = new Set(chosen);
  return {
    sheet: makeSheet(view, classes, wishes),
    classes,
    shown: chosen.sort((x, y) => (changeAt[x] ?? 0) - (changeAt[y] ?? 0) || x - y),
    isShown,
    outline: outlineOf(list, view.diff.changes, isShown),
    memo: new RowMemo(),
  };
}

/** Typographic changes are folded where something weightier is there, as in the plain text. */
function defaultClasses(view: DiffView): ReadonlySet<ChangeClass> {
  const { typography } = selectChanges(view.diff, { all: false });
  return new Set(changeClasses.filter((level) => typography || level !== 'typographic'));
}

function makeSheet(view: DiffView, classes: ReadonlySet<ChangeClass>, wishes: Wishes): Sheet {
  const sheet = sheetOf(view, {
    language: wishes.language,
    width: undefined,
    color: !wishes.marks,
    all: false,
    context: 0,
    only: classes,
  });
  return { ...sheet, selection: { ...sheet.selection, typography: classes.has('typographic') } };
}

function outlineOf(
  { items, groups }: ItemList,
  changes: readonly Change[],
  shown: ReadonlySet<number>,
): OutlineEntry[] {
  return groups.map((group, index) => {
    const end = groups[index + 1]?.at ?? items.length;
    const own: Change[] = [];
    for (let at = group.at; at < end; at += 1) {
      for (const change of changesOf(items[at])) {
        const found = changes[change];
        if (found && shown.has(change)) own.push(found);
      }
    }
    const signs = new Set(own.map(signOfChange));
    const [only] = signs;
    const level = [...changeClasses].reverse().find((one) => own.some((change) => change.class === one));
    return {
      at: group.at,
      group,
      changes: own.length,
      ...(level === undefined ? {} : { class: level }),
      ...(only === undefined ? {} : { sign: signs.size === 1 ? only : 'changed' }),
    };
  });
}
