/** One change of the text as lines: its sign, what happened to the block, the words that changed, its class. */
import type { Change, ChangeKind, SideValue } from '../model/change.ts';
import { truncate } from '../text/width.ts';
import { charterSpan, type Sheet, sectionLabel, tagOf } from './diff-parts.ts';
import { excerptRuns, readableText } from './excerpt.ts';
import { describeUnseen } from './inaudible.ts';
import { type Entry, layEntry, type Sign } from './layout.ts';
import { markRuns } from './marks.ts';
import { isQuiet } from './selection.ts';
import { type Line, lineWidth, type Span, span } from './style.ts';

/** Sentences longer than this are cut in the middle of what did not change. */
const longestInText = 480;
const gutterAndGap = 6;

export const signOf: Readonly<Record<ChangeKind, Sign>> = {
  variable: 'changed',
  field: 'changed',
  'block-added': 'added',
  'block-removed': 'removed',
  'block-moved': 'moved',
  'block-changed': 'changed',
  'block-split': 'split',
  'block-joined': 'joined',
  'column-added': 'added',
  'column-removed': 'removed',
  'column-moved': 'moved',
  'column-renamed': 'changed',
  'row-added': 'added',
  'row-removed': 'removed',
  'row-moved': 'moved',
  'row-renamed': 'moved',
  'cell-changed': 'changed',
};

/** The lines of a change of a variable, a field or a block; its class stands at the end of the last one. */
export function renderChange(change: Change, sheet: Sheet): Line[] {
  const entries = entriesOf(change, sheet);
  return entries.flatMap((entry, index) =>
    layEntry(index === entries.length - 1 ? { ...entry, tag: tagOf(change, sheet) } : entry, sheet.frame),
  );
}

/** What is said of a change, before it is laid out: one entry a sign, the last one with its words. */
export function entriesOf(change: Change, sheet: Sheet): Entry[] {
  if (change.kind === 'variable') return [{ sign: 'changed', body: variableBody(change, sheet) }];
  if (change.a === undefined)
    return [{ sign: 'added', body: [charterSpan(wholeText(change.b, sheet), sheet, 'new')] }];
  if (change.b === undefined) {
    return [{ sign: 'removed', body: [charterSpan(wholeText(change.a, sheet), sheet, 'gone')] }];
  }
  const words = hasChangedWords(change, sheet)
    ? [{ sign: signOf[change.kind], body: changedBody(change, sheet) }]
    : [];
  const head = headOf(change, sheet);
  if (!head)
    return words.length > 0 ? words : [{ sign: signOf[change.kind], body: openingBody(change, '', sheet) }];
  const sign = change.moved || change.kind === 'block-moved' ? 'moved' : signOf[change.kind];
  if (words.length === 0) return [{ sign, body: openingBody(change, head, sheet) }];
  return [{ sign, body: [span(head)] }, ...words.map((entry): Entry => ({ ...entry, sign: 'changed' }))];
}

/** What happened to the block as a whole, or nothing where only its words changed. */
export function headOf(change: Change, sheet: Sheet): string {
  const { messages } = sheet;
  const same = !hasChangedWords(change, sheet);
  if (change.kind === 'block-split' || change.kind === 'block-joined') {
    const what =
      change.kind === 'block-split' ? messages.split(count(change.b)) : messages.joined(count(change.a));
    return same ? messages.withSameWords(what) : what;
  }
  if (change.kind === 'block-moved' || change.moved) {
    const from = sectionNames(change, sheet);
    return from === undefined ? messages.moved : messages.movedFrom(from);
  }
  return '';
}

/** The section a block left, where it is not the one it came to. */
function sectionNames(change: Change, sheet: Sheet): string | undefined {
  const from = change.address.a?.section;
  if (from === undefined || from === change.address.b?.section) return undefined;
  const ref = sheet.view.diff.sections.find((one) => one.id === from);
  return ref ? sectionLabel(ref, sheet.options.language) : from;
}

function count(side: SideValue | undefined): number {
  return Array.isArray(side) ? side.length : 1;
}

/** Whether a shown edit changes more than where paragraphs begin and end. */
function hasChangedWords(change: Change, sheet: Sheet): boolean {
  return change.edits.some(
    (edit) =>
      !isQuiet(edit, sheet.selection) &&
      edit.rule !== 'block-split' &&
      edit.rule !== 'block-joined' &&
      differs(edit),
  );
}

function differs(edit: { readonly a?: string; readonly b?: string }): boolean {
  return (edit.a ?? '') !== (edit.b ?? '');
}

function changedBody(change: Change, sheet: Sheet): Line {
  const runs = excerptRuns(change, {
    selection: sheet.selection,
    longest: sheet.options.all || sheet.options.whole ? Infinity : longestInText,
    ...(sheet.options.whole ? { whole: true } : {}),
  });
  return [...markRuns(runs, sheet.options.color), ...notesOf(change, sheet)];
}

/** The first words of a block whose words did not change. */
function openingBody(change: Change, head: string, sheet: Sheet): Line {
  const notes = notesOf(change, sheet);
  const text = wholeText(change.b, sheet).replace(/\s+/g, ' ');
  const lead = head === '' ? '' : sheet.messages.opening(head, '');
  const used = lineWidth([span(lead), ...notes, ...tagOf(change, sheet)]) + gutterAndGap;
  const room = Math.max(16, Math.min(64, (sheet.frame.width ?? 120) - used));
  return [span(lead), charterSpan(truncate(text, room), sheet, head === '' ? undefined : 'dim'), ...notes];
}

/** What cannot be seen in the words: roles, and differences that an eye may miss. */
export function notesOf(change: Change, sheet: Sheet): Span[] {
  if (!sheet.selection.typography) return [];
  const roles = (change.roles ?? [])
    .filter((role) => role.a !== '' && role.b !== '')
    .map(sheet.messages.role);
  const names = change.edits.map((edit) => describeUnseen(edit.a ?? '', edit.b ?? '', sheet.messages));
  const notes = [...new Set([...roles, ...names.filter((name) => name !== undefined)])];
  return notes.length === 0 ? [] : [span(` (${notes.join(' ; ')})`, 'dim')];
}

function variableBody(change: Change, sheet: Sheet): Line {
  const name = (change.address.b ?? change.address.a)?.column ?? '';
  const [a, b] = [wholeText(change.a, sheet), wholeText(change.b, sheet)];
  const values: Span[] = [];
  if (a !== '') values.push(charterSpan(a, sheet, 'gone'));
  if (a !== '' && b !== '') values.push(span(' → '));
  if (b !== '') values.push(charterSpan(b, sheet, 'new'));
  return [charterSpan(`${name}  `, sheet), ...values];
}

/** All text of one side, blocks joined. */
export function wholeText(side: SideValue | undefined, sheet: Sheet): string {
  if (side === undefined) return '';
  if (typeof side === 'string') return readableText(side, sheet.selection);
  return Array.isArray(side) ? readableText(side.join('\n\n'), sheet.selection) : '';
}
