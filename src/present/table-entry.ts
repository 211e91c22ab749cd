/** One change of a cookie table in reader's words: the cookie, the column, and what it says now. */
import type { Change, RowValue, SideValue } from '../model/change.ts';
import { type CharterDocument, type CookieTable, knownColumns } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { signOf, wholeText } from './diff-change.ts';
import { charterSpan, type Sheet } from './diff-parts.ts';
import { excerptRuns, readableText } from './excerpt.ts';
import { describeUnseen } from './inaudible.ts';
import type { Sign } from './layout.ts';
import { markRuns } from './marks.ts';
import { showJoints } from './shown-spaces.ts';
import { type Line, type Span, span } from './style.ts';

/** Unchanged runs of a cell longer than this are cut in their middle. */
const longestInCell = 120;

export interface TableEntry {
  readonly change: Change;
  readonly sign: Sign;
  readonly key: Span;
  /** The column of a changed cell. */
  readonly head?: Span;
  readonly text: Line;
  /** Stands on its own, not in the columns of cells. */
  readonly wide: boolean;
}

export function readTableEntry(change: Change, sheet: Sheet): TableEntry {
  const base = { change, sign: signOf[change.kind], wide: false };
  if (change.kind === 'cell-changed') {
    return {
      ...base,
      key: keySpan(change, sheet),
      head: headSpan(change, sheet),
      text: changedText(change, sheet),
    };
  }
  if (change.kind === 'row-added' || change.kind === 'row-removed') {
    return { ...base, key: keySpan(change, sheet), text: [rowSpan(change, sheet)] };
  }
  if (change.kind === 'row-renamed')
    return { ...base, wide: true, key: renamedKey(change, sheet), text: renamedText(change, sheet) };
  if (change.kind === 'row-moved')
    return { ...base, key: keySpan(change, sheet), text: [span(movedText(change, sheet))] };
  return { ...base, wide: true, ...columnTexts(change, sheet) };
}

/** The row's name as published, or its place where it has none. */
function keySpan(change: Change, sheet: Sheet): Span {
  const address = change.address.b ?? change.address.a;
  const style = change.kind === 'row-added' ? 'new' : change.kind === 'row-removed' ? 'gone' : undefined;
  const name = address?.row ?? '';
  return charterSpan(name === '' ? `#${(address?.rowIndex ?? 0) + 1}` : plainText(name), sheet, style);
}

function headSpan(change: Change, sheet: Sheet): Span {
  return charterSpan(columnLabel(change, sheet), sheet, 'dim');
}

/** A column's head as published, that of `b` first; the usual name where it came without one. */
export function columnLabel(change: Change, sheet: Sheet): string {
  const { a, b } = change.address;
  const key = b?.column ?? a?.column ?? '';
  return (
    headOf(tableOf(sheet.view.b, b?.table), b?.column) ??
    headOf(tableOf(sheet.view.a, a?.table), a?.column) ??
    knownName(key, sheet)
  );
}

export function knownName(key: string, sheet: Sheet): string {
  const known = knownColumns.find((one) => one === key);
  return known ? sheet.messages.columns[known] : key;
}

/** The table's caption, its id where there are several, else simply the word for cookies. */
export function tableName(change: Change, sheet: Sheet): string {
  const { a, b } = change.address;
  const table = tableOf(sheet.view.b, b?.table) ?? tableOf(sheet.view.a, a?.table);
  const several = sheet.view.diff.tables.length > 1;
  const caption = table?.caption === undefined ? undefined : plainText(table.caption);
  return caption ?? (several ? table?.id : undefined) ?? sheet.messages.table;
}

export function tableOf(document: CharterDocument, id: string | undefined): CookieTable | undefined {
  return id === undefined ? undefined : document.tables.find((table) => table.id === id);
}

function headOf(table: CookieTable | undefined, key: string | undefined): string | undefined {
  const head = table?.columns.find((column) => column.key === key)?.head;
  return head === undefined || head === '' ? undefined : plainText(head).replace(/\s+/g, ' ');
}

function changedText(change: Change, sheet: Sheet): Line {
  const whole = sheet.options.whole === true;
  const longest = sheet.options.all || whole ? Number.POSITIVE_INFINITY : longestInCell;
  const runs = excerptRuns(change, { selection: sheet.selection, longest, whole });
  const shown = sheet.selection.typography ? change.edits : [];
  const notes = shown.map((edit) => describeUnseen(edit.a ?? '', edit.b ?? '', sheet.messages));
  const named = [...new Set(notes.filter((note) => note !== undefined))];
  const words =
    runs.length > 0 ? markRuns(runs, sheet.options.color) : [charterSpan(wholeText(change.b, sheet), sheet)];
  return named.length === 0 ? words : [...words, span(` (${named.join(' ; ')})`, 'dim')];
}

/** The cells of a row that came or went, without its name; where a link leads is told with its marks. */
function rowSpan(change: Change, sheet: Sheet): Span {
  const side = change.b === undefined ? 'a' : 'b';
  const address = change.address[side];
  const row = asRow(change[side]);
  const table = tableOf(sheet.view[side], address?.table);
  const keys = table ? table.columns.map((column) => column.key) : Object.keys(row);
  const cells = keys.flatMap((key) => {
    const cell = Object.hasOwn(row, key) ? row[key] : undefined;
    if (key === 'name' || cell === undefined || cell === '') return [];
    return [sheet.selection.typography ? readableText(cell, sheet.selection) : showJoints(plainText(cell))];
  });
  return charterSpan(cells.join(' · ').replace(/↵\n/g, '↵ '), sheet, side === 'a' ? 'gone' : 'new');
}

export function asRow(side: SideValue | undefined): RowValue {
  return side === undefined || typeof side === 'string' || isTexts(side) ? {} : side;
}

function isTexts(side: SideValue): side is readonly string[] {
  return Array.isArray(side);
}

function renamedKey(change: Change, sheet: Sheet): Span {
  const { a, b } = change.address;
  const { kept } = nameLists(change);
  const some = kept.length > 1 ? `${kept[0]}, …` : kept[0];
  return charterSpan(some ?? `${plainText(a?.row ?? '')} → ${plainText(b?.row ?? '')}`, sheet);
}

function renamedText(change: Change, sheet: Sheet): Line {
  const { messages, options } = sheet;
  const [equal, compared] = change.equalCells ?? [0, 0];
  const told = span(compared === 0 ? messages.renamed : messages.renamedRow(equal, compared));
  const { kept, gone, come } = nameLists(change);
  if (kept.length === 0) return [told];
  const runs = [
    { op: 'delete', text: gone.join(', ') },
    { op: 'insert', text: come.join(', ') },
  ] as const;
  const words = markRuns(
    runs.filter(({ text }) => text !== ''),
    options.color,
  );
  return [...words, span(' · '), told];
}

interface NameLists {
  /** None where the two names have nothing in common. */
  readonly kept: readonly string[];
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** A cell may list many cookies: of such names, those that came and went are told. */
function nameLists({ address: { a, b } }: Change): NameLists {
  const old = listedNames(a?.row);
  const now = listedNames(b?.row);
  const gone = [...old].filter((name) => !now.has(name));
  const come = [...now].filter((name) => !old.has(name));
  return {
    kept: gone.length + come.length === 0 ? [] : [...now].filter((name) => old.has(name)),
    gone,
    come,
  };
}

function listedNames(row = ''): ReadonlySet<string> {
  const names = plainText(row)
    .replace(/#\d+$/, '')
    .split(/[,;|\n]/);
  return new Set(names.map((name) => name.trim()).filter((name) => name !== ''));
}

export function movedText(change: Change, sheet: Pick<Sheet, 'messages'>): string {
  const { a, b } = change.address;
  if (change.acrossSections || a?.table === undefined || b?.table === undefined)
    return sheet.messages.movedTable;
  return sheet.messages.movedRow((a.rowIndex ?? 0) + 1, (b.rowIndex ?? 0) + 1);
}

function columnTexts(change: Change, sheet: Sheet): Pick<TableEntry, 'key' | 'text'> {
  const label = columnLabel(change, sheet);
  if (change.kind === 'column-renamed') {
    const runs = excerptRuns(change, { selection: sheet.selection, longest: Number.POSITIVE_INFINITY });
    const words = markRuns(runs, sheet.options.color);
    return {
      key: span(sheet.messages.columnWord),
      text: words.length > 0 ? words : [charterSpan(label, sheet)],
    };
  }
  const style =
    change.kind === 'column-added' ? 'new' : change.kind === 'column-removed' ? 'gone' : undefined;
  const text = change.kind === 'column-moved' ? [span(sheet.messages.columnMoved)] : [];
  return { key: charterSpan(sheet.messages.column(label), sheet, style), text };
}
