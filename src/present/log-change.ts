/** One change of a version on one line: its sign, its place, and the words that changed with little around them. */
import type { HistoryMessages } from '../messages/history.ts';
import type { Change } from '../model/change.ts';
import { changeClasses } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { entriesOf, headOf, notesOf, signOf } from './diff-change.ts';
import { charterSpan, type Sheet, sheetOf } from './diff-parts.ts';
import type { DiffOptions, DiffView } from './diff-view.ts';
import { excerptRuns } from './excerpt.ts';
import { addTag, innerFrame, type Sign, withGutter } from './layout.ts';
import { cutLine } from './line-cut.ts';
import { markRuns } from './marks.ts';
import { findSections, type SectionFinder, sectionName } from './section-finder.ts';
import { type Line, lineWidth, span } from './style.ts';
import { readTableEntry } from './table-entry.ts';

/** Of an unchanged run only so many characters are kept: who reads a list wants to see what changed. */
const longestRun = 48;
const gap = 2;

export interface ChangeLineOptions {
  readonly sheet: Sheet;
  readonly finder: SectionFinder;
  readonly words: HistoryMessages;
}

export function renderChangeLine(change: Change, options: ChangeLineOptions): Line[] {
  const { sheet } = options;
  const { width } = innerFrame(sheet.frame);
  const { sign, body } = changeBody(change, options);
  const tag: Line = [span(sheet.messages.tag[change.class], change.class)];
  const flat = body.map((part) => ({ ...part, text: part.text.replace(/\s*\n\s*/g, ' ') }));
  if (width === undefined) return withGutter(sign, [[...flat, span('  '), ...tag]]);
  const room = Math.max(width - lineWidth(tag) - gap, 8);
  return withGutter(sign, addTag([cutLine(flat, room)], tag, width));
}

export interface ListOptions {
  /** Changes that are listed. */
  readonly most: number;
  readonly words: HistoryMessages;
}

/** The weightiest changes of a version that its reader wants to see, in reading order, and how many more there are. */
export function listChanges(
  comparison: DiffView,
  options: DiffOptions,
  { most, words }: ListOptions,
): { readonly lines: Line[]; readonly more: number } {
  const sheet = sheetOf(comparison, options);
  const finder = findSections(comparison.diff);
  const shown = comparison.diff.changes.filter((_, index) => sheet.selection.shown.has(index));
  const listed = strongest(shown, most);
  const lines = listed.flatMap((change) => renderChangeLine(change, { sheet, finder, words }));
  return { lines, more: shown.length - listed.length };
}

function strongest(changes: readonly Change[], most: number): readonly Change[] {
  if (changes.length <= most) return changes;
  const weight = (change: Change): number => changeClasses.indexOf(change.class);
  const kept = new Set([...changes].sort((x, y) => weight(y) - weight(x)).slice(0, most));
  return changes.filter((change) => kept.has(change));
}

interface Body {
  readonly sign: Sign;
  readonly body: Line;
}

/** The sign of a change, and its place with its words, not laid out yet. */
export function changeBody(change: Change, options: ChangeLineOptions): Body {
  const { sheet, finder } = options;
  const place = change.address.b ?? change.address.a ?? {};
  const sign = change.moved ? 'moved' : sidedSign(change);
  if (place.table !== undefined) return { sign, body: tableBody(change, options) };
  if (change.kind === 'variable') return { sign, body: entriesOf(change, sheet)[0]?.body ?? [] };
  const named = place.block === undefined ? fieldName(place.column, sheet) : undefined;
  const where = named ?? sectionName(finder.ofChange(change), sheet);
  const lead =
    where === undefined || isHeadingOf(change, where)
      ? []
      : [charterSpan(sheet.messages.accessible.place([flat(where)]), sheet)];
  return { sign, body: [...lead, ...textBody(change, sheet)] };
}

/** Whether the heading that gives the section its name is what came or went. */
function isHeadingOf({ a, b }: Change, section: string): boolean {
  const texts = a === undefined ? b : b === undefined ? a : undefined;
  return Array.isArray(texts) && texts.length === 1 && plainText(texts[0] ?? '') === section;
}

/** What has one side only came or went, whatever it is. */
function sidedSign({ a, b, kind }: Change): Sign {
  if (a === undefined && b !== undefined) return 'added';
  return b === undefined && a !== undefined ? 'removed' : signOf[kind];
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function fieldName(column: string | undefined, { messages }: Sheet): string | undefined {
  if (column === undefined) return undefined;
  return (Object.hasOwn(messages.fields, column) ? messages.fields[column] : undefined) ?? column;
}

/** What happened to the block, then its words; a block that came or went by its words alone. */
function textBody(change: Change, sheet: Sheet): Line {
  if (change.a === undefined || change.b === undefined)
    return entriesOf(change, sheet).flatMap(({ body }) => body);
  const head = headOf(change, sheet);
  const runs = excerptRuns(change, { selection: sheet.selection, longest: longestRun });
  // A block that was split, joined or moved with the same words is known by the first of them.
  if (runs.length === 0 || head !== '') {
    const [entry, words] = entriesOf(change, sheet);
    if (runs.length === 0 || !words) return entry?.body ?? [];
  }
  const lead = head === '' ? [] : [span(sheet.messages.opening(head, ''))];
  return [...lead, ...markRuns(runs, sheet.options.color), ...notesOf(change, sheet)];
}

/** `cookie _ga · Google · 13 mois`, `cookie _ga, Durée : [-13-]{+25+} mois`. */
function tableBody(change: Change, { sheet, words }: ChangeLineOptions): Line {
  const { key, head, text } = readTableEntry(change, sheet);
  if (change.kind.startsWith('column')) return [key, span('  '), ...text];
  const cookie = { ...key, text: words.cookie(key.text) };
  if (text.length === 0) return [cookie];
  if (!head) return [cookie, span(' · '), ...text];
  return [cookie, span(sheet.messages.accessible.place(['', head.text])), ...text];
}
