/** The cookie tables of a comparison: the rows and cells that differ, beside the cookie's name. */
import type { Change, TablePair } from '../model/change.ts';
import { charterSpan, type Sheet, tagOf } from './diff-parts.ts';
import { addTag, type Frame, innerFrame, layColumns, layTagged, sideBySide, withGutter } from './layout.ts';
import { type Line, lineWidth, span } from './style.ts';
import { readTableEntry, type TableEntry, tableName } from './table-entry.ts';

/** Cells narrower than this are stacked under the cookie's name. */
const narrowestCell = 30;
const widestKey = 24;
const widestHead = 18;
const gap = 2;

export function renderTables(sheet: Sheet): Line[] {
  const shown = sheet.view.diff.changes.filter(
    (change, index) => sheet.selection.shown.has(index) && tablesOf(change).length > 0,
  );
  return sheet.view.diff.tables.flatMap((pair) => {
    const own = shown.filter((change) => tablesOf(change).some(([side, id]) => pair[side] === id));
    return own.length === 0 ? [] : renderTable(pair, own, sheet);
  });
}

/** The table of a change, by its side; that of `b` where it has one, so that a change stands once. */
function tablesOf(change: Change): (readonly ['a' | 'b', string])[] {
  const { a, b } = change.address;
  if (b?.table !== undefined) return [['b', b.table]];
  return a?.table === undefined ? [] : [['a', a.table]];
}

function renderTable(pair: TablePair, changes: readonly Change[], sheet: Sheet): Line[] {
  const entries = changes.map((change) => readTableEntry(change, sheet));
  const columns = columnsOf(entries, innerFrame(sheet.frame));
  const parts = [renderTitle(pair, changes[0], sheet)];
  let last: string | undefined;
  for (const entry of entries) {
    const repeated =
      sheet.frame.width !== undefined &&
      entry.key.text !== '' &&
      entry.key.text === last &&
      entry.head !== undefined;
    parts.push(renderEntry(repeated ? { ...entry, key: span('') } : entry, columns, sheet));
    last = entry.key.text;
  }
  return parts.flat();
}

function renderTitle(pair: TablePair, first: Change | undefined, sheet: Sheet): Line[] {
  const { messages, frame } = sheet;
  const title = charterSpan(first ? tableName(first, sheet) : messages.table, sheet, 'strong');
  if (pair.differing === 0) return [[], ...layTagged([title], undefined, frame)];
  const differ = span(messages.rowsDiffer(pair.differing, Math.max(pair.rowsA, pair.rowsB)));
  const both = sideBySide([title], [differ], frame);
  return [[], ...(both ? [both] : layTagged([title, span('  '), differ], undefined, frame))];
}

/** Widths of the pinned columns; absent where entries are stacked. */
interface Columns {
  readonly key: number;
  readonly head: number;
  readonly cell: number;
}

function columnsOf(entries: readonly TableEntry[], frame: Frame): Columns | undefined {
  if (frame.width === undefined) return undefined;
  const keys = entries
    .filter((entry) => entry.head !== undefined || !entry.wide)
    .map((entry) => lineWidth([entry.key]));
  const heads = entries.map((entry) => lineWidth([entry.head ?? span('')]));
  const key = Math.min(
    widestKey,
    keys.reduce((most, width) => Math.max(most, width), 0),
  );
  const head = Math.min(
    widestHead,
    heads.reduce((most, width) => Math.max(most, width), 0),
  );
  const cell = frame.width - key - gap - (head > 0 ? head + gap : 0);
  return cell < narrowestCell ? undefined : { key, head, cell };
}

function renderEntry(entry: TableEntry, columns: Columns | undefined, sheet: Sheet): Line[] {
  const tag = tagOf(entry.change, sheet);
  const { width } = innerFrame(sheet.frame);
  if (columns === undefined || width === undefined) return renderStacked(entry, sheet);
  if (entry.wide) {
    const line = entry.text.length === 0 ? [entry.key] : [entry.key, span('   '), ...entry.text];
    return withGutter(entry.sign, layTagged(line, tag, { width }));
  }
  const pinned = [{ line: [entry.key], width: columns.key }];
  const rest = width - columns.key - gap;
  const cells = entry.head
    ? [...pinned, { line: [entry.head], width: columns.head }, { line: entry.text, width: columns.cell }]
    : [...pinned, { line: entry.text, width: rest }];
  return withGutter(entry.sign, addTag(layColumns(cells), tag, width));
}

/** For narrow terminals, and one change a line where lines are not wrapped. */
function renderStacked(entry: TableEntry, sheet: Sheet): Line[] {
  const frame = innerFrame(sheet.frame);
  const tag = tagOf(entry.change, sheet);
  const head = entry.head ? [entry.head, span('  ')] : [];
  if (frame.width === undefined) {
    const text = [...head, ...entry.text];
    const line = text.length === 0 ? [entry.key] : [entry.key, span('  '), ...text];
    return withGutter(entry.sign, layTagged(line, tag, frame));
  }
  const lines = entry.key.text === '' ? [] : layTagged([entry.key], undefined, frame);
  return withGutter(entry.sign, [...lines, ...layTagged([...head, ...entry.text], tag, frame)]);
}
