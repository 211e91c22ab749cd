/** One change in complete sentences, place first, with what cannot be heard named. */
import type { Change, Edit, SideValue } from '../model/change.ts';
import { plainText } from '../text/inline.ts';
import { truncate } from '../text/width.ts';
import { headOf } from './diff-change.ts';
import type { Sheet } from './diff-parts.ts';
import { excerptRuns, readableText } from './excerpt.ts';
import { describeInaudible } from './inaudible.ts';
import { type SectionFinder, sectionName } from './section-finder.ts';
import { isQuiet } from './selection.ts';
import { asRow, columnLabel, knownName, movedText, tableName, tableOf } from './table-entry.ts';

/** Values up to this length are read out whole, before and after. */
const shortValue = 80;
/** Unchanged runs longer than this are cut when a sentence is read again. */
const longest = 600;

/** Place, then what changed; ends in a full stop. */
export function describeChange(change: Change, sheet: Sheet, finder: SectionFinder): string {
  const place = [...placeOf(change, sheet, finder), ...oneSided(change, sheet)];
  const text = tell(change, sheet).trim();
  const said = place.length > 0 ? sheet.messages.accessible.place(place) + text : capital(text);
  return /[.!?…]["»”]?$/.test(said) ? said : sheet.messages.accessible.sentence(said);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Says before a text that has no counterpart whether it came or went. */
function oneSided(change: Change, sheet: Sheet): string[] {
  if (change.kind.startsWith('row') || change.kind.startsWith('column')) return [];
  const { addition, removal } = sheet.messages.accessible;
  if (rawText(change.a) === '') return [addition];
  return rawText(change.b) === '' ? [removal] : [];
}

/** Table, row and column, or the section, or the field's name. */
function placeOf(change: Change, sheet: Sheet, finder: SectionFinder): string[] {
  const { messages } = sheet;
  const address = change.address.b ?? change.address.a ?? {};
  if (address.table !== undefined) {
    const row =
      address.row === undefined || change.kind === 'row-renamed' ? [] : [flat(plainText(address.row))];
    const column = change.kind.startsWith('column') ? [messages.column(columnLabel(change, sheet))] : [];
    const cell = change.kind === 'cell-changed' ? [columnLabel(change, sheet)] : [];
    return [tableName(change, sheet), ...row, ...column, ...cell];
  }
  if (address.column !== undefined) return [messages.fields[address.column] ?? address.column];
  const section = sectionName(finder.ofChange(change), sheet);
  return section === undefined ? [] : [section];
}

function tell(change: Change, sheet: Sheet): string {
  const { messages } = sheet;
  const { accessible } = messages;
  switch (change.kind) {
    case 'row-added':
      return accessible.rowAdded(cellsOf(change, 'b', sheet));
    case 'row-removed':
      return accessible.rowRemoved(cellsOf(change, 'a', sheet));
    case 'row-renamed':
      return accessible.rowRenamed(
        flat(plainText(change.address.a?.row ?? '')),
        flat(plainText(change.address.b?.row ?? '')),
      );
    case 'row-moved':
      return movedText(change, sheet);
    case 'column-added':
      return accessible.columnAdded;
    case 'column-removed':
      return accessible.columnRemoved;
    case 'column-moved':
      return accessible.columnMoved;
    default:
      return tellTexts(change, sheet);
  }
}

/** Texts of one or both sides: what came, went or replaced what, then how the sentence reads now. */
function tellTexts(change: Change, sheet: Sheet): string {
  const { accessible } = sheet.messages;
  const [a, b] = [flatText(change.a), flatText(change.b)];
  if (a === '' || b === '') return a + b;
  const whole = change.kind === 'variable' || change.kind === 'field' || change.kind === 'cell-changed';
  if (whole && a.length <= shortValue && b.length <= shortValue) return tellValues(change, [a, b], sheet);
  const head = headOf(change, sheet);
  const roles = (change.roles ?? [])
    .filter((role) => role.a !== '' && role.b !== '')
    .map(sheet.messages.role);
  const edits = change.edits.filter((edit) => isTold(edit, sheet)).map((edit) => tellEdit(edit, sheet));
  const parts = [...new Set([...(head === '' ? [] : [head]), ...roles, ...edits])];
  const after = edits.length > 0 ? nowReads(change, sheet) : accessible.begins(truncate(b, shortValue));
  return [accessible.list(parts), after].filter((part) => part !== '').join('. ');
}

function isTold(edit: Edit, sheet: Sheet): boolean {
  if (edit.rule === 'block-split' || edit.rule === 'block-joined') return false;
  return !isQuiet(edit, sheet.selection) && (edit.a ?? '') !== (edit.b ?? '');
}

function tellValues(change: Change, [a, b]: readonly [string, string], sheet: Sheet): string {
  const { accessible } = sheet.messages;
  const named = describeInaudible(rawText(change.a), rawText(change.b), sheet.messages);
  return accessible.becomes(a, b) + (named === undefined ? '' : accessible.named(named));
}

function tellEdit(edit: Edit, sheet: Sheet): string {
  const { accessible } = sheet.messages;
  const [a, b] = [quoted(edit.a, sheet), quoted(edit.b, sheet)];
  const named = describeInaudible(edit.a ?? '', edit.b ?? '', sheet.messages);
  const wordless = !/[\p{L}\p{N}]/u.test(`${edit.a ?? ''}${edit.b ?? ''}`);
  if (named !== undefined && (wordless || a === undefined || b === undefined)) return named;
  const said =
    a === undefined
      ? accessible.added(b ?? '')
      : b === undefined
        ? accessible.removed(a)
        : accessible.becomes(a, b);
  return named === undefined ? said : said + accessible.named(named);
}

/** The words in quotes; absent where there are none. */
function quoted(text: string | undefined, sheet: Sheet): string | undefined {
  const words = flat(text ?? '');
  return words === '' ? undefined : sheet.messages.accessible.quote(words);
}

/** The changed sentences as `b` has them. */
function nowReads(change: Change, sheet: Sheet): string {
  const runs = excerptRuns(change, { selection: sheet.selection, longest });
  const text = runs.flatMap((run) => (run.op === 'delete' ? [] : [run.text])).join('');
  const said = flat(text).replace(/^… | …$/g, '');
  return said === '' ? '' : sheet.messages.accessible.nowReads(said);
}

/** Where a link leads is told with its marks, as in the text. */
function cellsOf(change: Change, side: 'a' | 'b', sheet: Sheet): string {
  const row = asRow(change[side]);
  const table = tableOf(sheet.view[side], change.address[side]?.table);
  const keys = (table?.columns.map((column) => column.key) ?? Object.keys(row)).filter((key) =>
    Object.hasOwn(row, key),
  );
  const cells = keys.map((key) => {
    const head = table?.columns.find((column) => column.key === key)?.head;
    const cell = row[key] ?? '';
    const told = sheet.selection.typography ? cell : plainText(cell);
    return sheet.messages.accessible.cell(flat(plainText(head ?? knownName(key, sheet))), flat(told));
  });
  return sheet.messages.accessible.list(cells);
}

function rawText(side: SideValue | undefined): string {
  if (side === undefined) return '';
  return typeof side === 'string' ? side : Array.isArray(side) ? side.join('\n\n') : '';
}

function flatText(side: SideValue | undefined): string {
  return flat(rawText(side));
}

/** On one line, without markup; the signs for breaks and spaces are for the eye, their names are said instead. */
function flat(text: string): string {
  return readableText(text, { typography: false })
    .replace(/[⍽␣]/g, ' ')
    .replace(/[\s¶↵]+/g, ' ')
    .trim();
}
