/** What only the program can do, asked for as effects, and what it answers. */
import type { Change } from '../../model/change.ts';
import type { DiffView } from '../../present/diff-view.ts';
import type { Action, Effect } from '../action.ts';
import type { Book } from '../book/book.ts';
import { copyText } from '../copy.ts';
import { currentChange } from '../current.ts';
import { loadVisible } from '../loading.ts';
import type { Entry, UiState } from '../state.ts';
import { withBook } from './book-of-state.ts';
import { atStart, goToItem } from './places.ts';

export function ask(state: UiState, effect: Effect): UiState {
  return { ...state, effects: [...state.effects, effect] };
}

export function copyChange(state: UiState): UiState {
  const current = state.book && currentChange(state, state.book);
  if (!state.book || !current) return { ...state, notice: { code: 'no-change' } };
  return ask(state, { kind: 'copy', text: copyText(current.change, state.book) });
}

/** The file of `b` at the change's line, or that of `a` where only that one is a file of the work tree. */
export function editChange(state: UiState): UiState {
  const current = state.book && currentChange(state, state.book);
  const change = current && state.book?.view.diff.changes[current.change];
  if (!state.book || !change) return { ...state, notice: { code: 'no-change' } };
  const place = placeToEdit(change, state.book.view);
  return place ? ask(state, { kind: 'edit', ...place }) : { ...state, notice: { code: 'no-file' } };
}

function placeToEdit(change: Change, { diff }: DiffView): { file: string; line?: number } | undefined {
  const sides = (['b', 'a'] as const).filter((side) => diff[side].revision === undefined);
  for (const side of sides) {
    const { file, line } = change.address[side] ?? {};
    if (file !== undefined) return { file, ...(line === undefined ? {} : { line }) };
  }
  const file = sides.map((side) => diff[side].file).find((one) => one !== undefined);
  return file === undefined ? undefined : { file };
}

/** Shows the comparison the other way round, at once where it is known. */
export function swapSides(state: UiState): UiState {
  const entry = state.session.entries[state.entry];
  if (!entry?.view || !state.book) return state;
  const wanted = !state.swapped;
  if (wanted ? entry.mirror : entry.view) return flip(state);
  if (state.swapping) return { ...state, notice: { code: 'loading' } };
  return ask(
    { ...state, swapping: true, notice: { code: 'loading' } },
    { kind: 'load', entry: state.entry, swapped: wanted },
  );
}

/** Keeps the place: the item that stands for the same blocks or rows. */
function flip(state: UiState): UiState {
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
  const places = new Map<string, number>();
  book.items.forEach((_, at) => {
    for (const key of keysOf(book, at, false)) if (!places.has(key)) places.set(key, at);
  });
  const find = (at: number): number =>
    keysOf(last, at, true)
      .map((key) => places.get(key))
      .find((found) => found !== undefined) ?? at;
  const { text, table, change } = state.position;
  const wanted = change === undefined ? undefined : changeKey(last.view.diff.changes[change], true);
  const found =
    wanted === undefined ? -1 : book.view.diff.changes.findIndex((one) => changeKey(one, false) === wanted);
  return { text: find(text.at), table: find(table.at), ...(found < 0 ? {} : { change: found }) };
}

/** What an item is known by on either side; `swap` names it as the other way round does. */
function keysOf(book: Book, at: number, swap: boolean): string[] {
  const item = book.items[at];
  const [a, b] = swap ? (['b', 'a'] as const) : (['a', 'b'] as const);
  switch (item?.kind) {
    case 'change': {
      const key = changeKey(book.view.diff.changes[item.change], swap);
      return key === undefined ? [] : [key];
    }
    case 'same':
      return [`same ${item[a]} ${item[b]}`];
    case 'row':
      return [`row ${item.pair} ${item[a] ?? '-'} ${item[b] ?? '-'}`];
    case 'heading':
      return [`heading ${item.group}`];
    case 'table':
    case 'notice':
      return [`${item.kind} ${at}`];
    default:
      return [];
  }
}

function changeKey(change: Change | undefined, swap: boolean): string | undefined {
  if (!change) return undefined;
  const { a, b } = change.address;
  const sides = (swap ? [b, a] : [a, b]).map((side) =>
    side ? [side.block, side.table, side.rowIndex, side.column] : null,
  );
  return JSON.stringify(sides);
}

export function takeLoaded(state: UiState, action: Action & { type: 'loaded' }): UiState {
  const { entry, swapped, view } = action;
  const answered = mapEntry(state, entry, ({ loading: _loading, ...rest }) =>
    swapped ? { ...rest, mirror: view } : { ...rest, view },
  );
  if (entry !== state.entry) return loadVisible(answered);
  if (state.swapping && swapped !== state.swapped) return flip(withoutNotice(answered));
  const ready = withBook(answered);
  return ready.book && !state.book ? loadVisible(atStart(ready, ready.book)) : loadVisible(ready);
}

export function takeFailure(state: UiState, action: Action & { type: 'load-failed' }): UiState {
  const { entry, swapped, message } = action;
  // A comparison that was there before, as of a file that was edited since, stays.
  if (swapped || state.session.entries[entry]?.view) {
    const { swapping: _swapping, ...rest } = state;
    return { ...rest, notice: { code: 'message', text: message } };
  }
  return mapEntry(state, entry, ({ loading: _loading, ...rest }) => ({ ...rest, failure: message }));
}

const editFailures = {
  'no-editor': 'no-editor',
  'no-file': 'no-file',
  failed: 'editor-failed',
} as const;

/** What was edited is compared anew, the shown way round last; any other comparison may have the same file. */
export function takeEdited(state: UiState, { reason }: Action & { type: 'edited' }): UiState {
  if (reason !== undefined) return { ...state, notice: { code: editFailures[reason] } };
  const { view, mirror } = state.session.entries[state.entry] ?? {};
  const ways = [...(view ? [false] : []), ...(mirror ? [true] : [])];
  const loads = ways
    .sort((one) => (one === state.swapped ? 1 : -1))
    .map((swapped): Effect => ({ kind: 'load', entry: state.entry, swapped }));
  const entries = state.session.entries.map((entry, index): Entry => {
    if (index === state.entry) return entry;
    const { view: _view, mirror: _mirror, failure: _failure, ...rest } = entry;
    return rest;
  });
  return {
    ...state,
    session: { ...state.session, entries },
    effects: [...state.effects, ...loads],
  };
}

function withoutNotice(state: UiState): UiState {
  const { notice: _notice, ...rest } = state;
  return rest;
}

function mapEntry(state: UiState, index: number, change: (entry: Entry) => Entry): UiState {
  const entries = state.session.entries.map((entry, at) => (at === index ? change(entry) : entry));
  return { ...state, session: { ...state.session, entries } };
}
