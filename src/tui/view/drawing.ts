/** What every part of a screen is drawn from: the comparison, the room there is, what is searched for. */
import { type TuiMessages, tuiMessages } from '../../messages/tui.ts';
import type { Sheet } from '../../present/diff-parts.ts';
import type { Book } from '../book/book.ts';
import type { FrameLine } from '../frame-types.ts';
import { type Layout, layoutOf } from '../layout.ts';
import type { Span, UiState } from '../state.ts';

export interface Drawing {
  readonly book: Book;
  readonly layout: Layout;
  readonly messages: TuiMessages;
  /** What is searched for, as far as it is typed. */
  readonly query: string;
  /** Ordinal under the cursor. */
  readonly cursor: number;
  readonly opened: readonly Span[];
  readonly folded: boolean;
}

export function drawingOf(state: UiState, book: Book): Drawing {
  const onTable = state.screens.at(-1) === 'table';
  return {
    book,
    layout: layoutOf(state),
    messages: tuiMessages[state.settings.language],
    query: queryOf(state),
    cursor: (onTable ? state.position.table : state.position.text).at,
    opened: state.reading.opened,
    folded: state.reading.folded,
  };
}

export interface Remembered {
  /** Ordinal of the first item, or whatever stands for it. */
  readonly at: number;
  /** The screen. */
  readonly name: string;
  /** What else the rows depend on. */
  readonly form: readonly (string | number | boolean)[];
}

/** Rows as they were laid out before, where nothing that they depend on has changed. */
export function remembered(
  drawing: Drawing,
  { at, name, form }: Remembered,
  lay: () => readonly FrameLine[],
): readonly FrameLine[] {
  const { book, layout, query, cursor } = drawing;
  const scope = JSON.stringify([name, layout, query]);
  // Only what was searched for looks different under the cursor.
  const here = query !== '' && at === cursor;
  const key = [at, here, ...form].join(' ');
  return book.memo.rows(scope, key, lay);
}

export function queryOf({ prompt, search }: Pick<UiState, 'prompt' | 'search'>): string {
  return prompt?.kind === 'search' ? prompt.text : (search?.query ?? '');
}

/** Whether an item is shown in full, not only its changed sentences. */
export function isWhole({ folded, opened }: Pick<Drawing, 'folded' | 'opened'>, at: number): boolean {
  return !folded || opened.some(([from, to]) => from <= at && at <= to);
}

/** The options of the plain text, for lines of this width. */
export function sheetFor({ sheet }: Book, width: number, whole: boolean): Sheet {
  return { ...sheet, options: { ...sheet.options, width, whole }, frame: { width } };
}
