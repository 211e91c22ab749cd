/** What one comparison and its reader's wishes give, worked out when either changes, so that a key costs no more for a longer charter. */
import { diffMessages } from '../../messages/diff.ts';
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import type { Language } from '../../model/language.ts';
import { type Sheet, sheetOf } from '../../present/diff-parts.ts';
import type { DiffView } from '../../present/diff-view.ts';
import type { Reading } from '../state.ts';
import { type ItemList, itemsOf } from './items.ts';
import { RowMemo } from './row-memo.ts';
import { SearchTexts } from './search-texts.ts';
import { type TableWidths, tableWidths } from './table-widths.ts';
import { type VisibleList, visibleItems } from './visible.ts';

export interface Book extends ItemList {
  readonly view: DiffView;
  readonly wishes: Wishes;
  /** The reader's options for the parts that the plain text shares; its width is set for each frame. */
  readonly sheet: Sheet;
  /** Classes shown as changes where the reader chose none. */
  readonly usual: ReadonlySet<ChangeClass>;
  /** Classes shown as changes. */
  readonly classes: ReadonlySet<ChangeClass>;
  /** Indexes of the shown changes in reading order. */
  readonly shown: readonly number[];
  /** Their ordinals. */
  readonly shownAt: readonly number[];
  readonly text: VisibleList;
  readonly table: VisibleList;
  /** Rows of this book laid out lately; a memory, not a state. */
  readonly memo: RowMemo;
  /** Its words as they are searched, read when they are wanted; a memory too. */
  readonly texts: SearchTexts;
  /** Its lists as they were with nothing opened, by fold and context; a memory too. */
  readonly lists: Map<string, Lists>;
  /** What was worked out for other choices of classes; the last memory. */
  readonly picks: Map<string, Picked>;
  /** By pair of tables. */
  readonly widths: readonly TableWidths[];
  /** The book of the comparison the other way round, where that was read before. */
  readonly twin?: Book;
}

/** What the book depends on besides the comparison. */
export interface Wishes {
  readonly reading: Reading;
  readonly language: Language;
  /** Changed words stand between marks. */
  readonly marks: boolean;
}

/** The book for these wishes; parts of `last` are kept where what they depend on is the same. */
export function bookOf(view: DiffView, wishes: Wishes, last?: Book): Book {
  const [same, twin] = last && last.view !== view ? [last.twin, alone(last)] : [last, last?.twin];
  const known = same?.view === view ? same : undefined;
  if (known && known === last && known.wishes.reading === wishes.reading && isAlike(known.wishes, wishes))
    return known;
  const list = known ?? listOf(view);
  const chosen = known && isAlike(known.wishes, wishes) ? known : chosenOf(list, wishes, known);
  return { ...list, ...chosen, wishes, ...listsOf(list, chosen, wishes.reading), ...(twin ? { twin } : {}) };
}

type Lists = Pick<Book, 'text' | 'table'>;

function listsOf(list: List, { shownAt, lists }: Chosen, reading: Reading): Lists {
  const { items, tablesAt } = list;
  const options = { ...reading, shown: shownAt };
  const key = `${reading.folded} ${reading.context}`;
  const known = reading.opened.length === 0 ? lists.get(key) : undefined;
  if (known) return known;
  const made: Lists = {
    text: visibleItems(list, [0, tablesAt], options),
    table: visibleItems(list, [tablesAt, items.length], options),
  };
  if (reading.opened.length === 0) lists.set(key, made);
  return made;
}

function alone({ twin: _twin, ...book }: Book): Book {
  return book;
}

/** Whether the same changes are shown in the same words. */
function isAlike(one: Wishes, other: Wishes): boolean {
  return (
    one.reading.classes === other.reading.classes &&
    one.language === other.language &&
    one.marks === other.marks
  );
}

type List = ItemList & Pick<Book, 'view' | 'sheet' | 'usual' | 'widths' | 'picks'>;
/** What follows from the classes alone. */
type Picked = Pick<Book, 'classes' | 'shown' | 'shownAt' | 'lists'>;
type Chosen = Picked & Pick<Book, 'sheet' | 'memo' | 'texts'>;

function listOf(view: DiffView): List {
  const sheet = sheetOf(view, { language: 'en', width: undefined, color: true, all: false, context: 0 });
  // Typographic changes are folded where something weightier is there, as in the plain text.
  const usual = changeClasses.filter((level) => sheet.selection.typography || level !== 'typographic');
  return {
    ...itemsOf(view),
    view,
    sheet,
    usual: new Set(usual),
    widths: view.diff.tables.map((_, pair) => tableWidths(view, pair)),
    picks: new Map(),
  };
}

function chosenOf(list: List, wishes: Wishes, last: Book | undefined): Chosen {
  const picked = pickedOf(list, wishes.reading.classes ?? list.usual);
  const sheet = sheetWith(list, picked.classes, wishes);
  return {
    ...picked,
    sheet,
    memo: new RowMemo(),
    texts: last && readsAlike(last.sheet, sheet) ? last.texts : new SearchTexts(list, sheet),
  };
}

/** There are as many choices as sets of four classes. */
function pickedOf({ picks, order, changeAt, view }: List, classes: ReadonlySet<ChangeClass>): Picked {
  const key = changeClasses.filter((level) => classes.has(level)).join(' ');
  const known = picks.get(key);
  if (known) return known;
  const shown = order.filter((index) => classes.has(view.diff.changes[index]?.class ?? 'variable'));
  const shownAt = shown.map((change) => changeAt[change] ?? 0);
  const made: Picked = { classes, shown, shownAt, lists: new Map() };
  picks.set(key, made);
  return made;
}

function sheetWith({ sheet }: List, classes: ReadonlySet<ChangeClass>, { language, marks }: Wishes): Sheet {
  return {
    ...sheet,
    messages: diffMessages[language],
    options: { ...sheet.options, language, color: !marks, only: classes },
    selection: { ...sheet.selection, typography: classes.has('typographic') },
  };
}

/** Whether the same words stand on the screen, whatever marks them. */
function readsAlike(one: Sheet, other: Sheet): boolean {
  return (
    one.selection.typography === other.selection.typography && one.options.language === other.options.language
  );
}
