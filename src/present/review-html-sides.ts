/** Both sides of one change in HTML, beside one another where there is room: the words that went and came marked, and named to a voice. */
import { driftPageMessages } from '../messages/drift-html.ts';
import { reviewPageMessages } from '../messages/review-html.ts';
import type { Change } from '../model/change.ts';
import type { VersionDiff } from '../model/log.ts';
import { plainText } from '../text/inline.ts';
import { headOf, notesOf } from './diff-change.ts';
import { type Sheet, sheetOf } from './diff-parts.ts';
import { readableText } from './excerpt.ts';
import { htmlText, unseen } from './html-page.ts';
import type { Marked } from './marks.ts';
import type { ReviewOptions } from './review-view.ts';
import { sideRuns } from './side-runs.ts';
import { asRow, columnLabel, knownName, readTableEntry, tableOf } from './table-entry.ts';

/** Of a text whose words are the same only so many characters are shown. */
const longestOpening = 240;

/** One comparison as it is read: with and without marks on its typography. */
export interface ReviewSheets {
  readonly plain: Sheet;
  readonly full: Sheet;
  /** Of its texts, where that is not the page's. */
  readonly foreign?: string;
}

export function openSheets(comparison: VersionDiff, options: ReviewOptions): ReviewSheets {
  const { language } = options;
  const shared = { language, width: undefined, color: true, context: 0 };
  const full = sheetOf(comparison, { ...shared, all: true });
  const own = comparison.b.language;
  return {
    plain: options.all ? full : sheetOf(comparison, { ...shared, all: false }),
    full,
    ...(own === language ? {} : { foreign: own }),
  };
}

/** What a change shows: a side is absent where it has none. */
export interface Sides {
  readonly a?: readonly Marked[];
  readonly b?: readonly Marked[];
  /** What happened to the whole, and what an eye may miss. */
  readonly notes: readonly string[];
}

/** Of a change of one of its comparison's texts; runs longer than `longest` characters are cut. */
export function sidesOf(change: Change, sheets: ReviewSheets, longest: number): Sides {
  const sheet = change.class === 'typographic' ? sheets.full : sheets.plain;
  switch (change.kind) {
    case 'row-added':
      return { b: [{ op: 'insert', text: cellsText(change, 'b', sheet) }], notes: [] };
    case 'row-removed':
      return { a: [{ op: 'delete', text: cellsText(change, 'a', sheet) }], notes: [] };
    case 'row-renamed':
      return { ...namesOf(change), notes: [entryText(change, sheet)] };
    case 'row-moved':
    case 'column-moved':
      return { notes: [entryText(change, sheet)] };
    case 'column-added':
      return { b: [{ op: 'insert', text: columnLabel(change, sheet) }], notes: [] };
    case 'column-removed':
      return { a: [{ op: 'delete', text: columnLabel(change, sheet) }], notes: [] };
    default:
      return textSides(change, sheet, longest);
  }
}

function textSides(change: Change, sheet: Sheet, longest: number): Sides {
  const told = [headOf(change, sheet), ...notesOf(change, sheet).map(({ text }) => text)];
  return {
    ...bothRuns(change, { selection: sheet.selection, longest }),
    notes: told.map((note) => note.trim().replace(/^\(|\)$/g, '')).filter((note) => note !== ''),
  };
}

/** Of a change whose comparison is not at hand. */
export function bothRuns(change: Change, options: Parameters<typeof sideRuns>[2]): Pick<Sides, 'a' | 'b'> {
  if (change.kind === 'row-renamed') return namesOf(change);
  const [a, b] = [sideRuns(change, 'a', options), sideRuns(change, 'b', options)];
  return { ...(a ? { a } : {}), ...(b ? { b } : {}) };
}

function namesOf({ address: { a, b } }: Change): Pick<Sides, 'a' | 'b'> {
  return {
    a: [{ op: 'delete', text: plainText(a?.row ?? '') }],
    b: [{ op: 'insert', text: plainText(b?.row ?? '') }],
  };
}

function entryText(change: Change, sheet: Sheet): string {
  return readTableEntry(change, sheet)
    .text.map(({ text }) => text)
    .join('');
}

/** One line a cell, under its head. */
function cellsText(change: Change, side: 'a' | 'b', sheet: Sheet): string {
  const row = asRow(change[side]);
  const table = tableOf(sheet.view[side], change.address[side]?.table);
  const { cell } = sheet.messages.accessible;
  const keys = table?.columns.map(({ key }) => key) ?? Object.keys(row);
  return keys
    .flatMap((key) => {
      const text = Object.hasOwn(row, key) ? (row[key] ?? '') : '';
      const head = table?.columns.find((column) => column.key === key)?.head ?? knownName(key, sheet);
      return text === '' ? [] : [cell(head.replace(/\s+/g, ' '), readableText(text, sheet.selection))];
    })
    .join('\n');
}

export interface PairOptions {
  readonly options: ReviewOptions;
  /** What stands over each side. */
  readonly labels: readonly [string, string];
  /** Of the texts, where that is not the page's. */
  readonly foreign?: string | undefined;
  /** A text whose words are the same is shown to its end. */
  readonly whole?: true;
}

export function pairLabels({ language }: Pick<ReviewOptions, 'language'>): readonly [string, string] {
  const { before, after } = reviewPageMessages[language];
  return [before, after];
}

/** The sides beside one another, or one text where nothing in it is marked; then the notes. */
export function pairHtml({ a, b, notes }: Sides, pair: PairOptions): string {
  const told = notes.map((note) => `<p class="note">${htmlText(note)}</p>`).join('');
  const marked = [...(a ?? []), ...(b ?? [])].some(({ op }) => op !== 'equal');
  if (marked) {
    const [before, after] = pair.labels;
    return `<div class="pair">${sideHtml(before, a, pair)}${sideHtml(after, b, pair)}</div>${told}`;
  }
  const whole = (b ?? a ?? []).map(({ text }) => text).join('');
  if (whole.trim() === '') return told;
  const opening = whole.slice(0, longestOpening).replace(/\s+\S*$/, '');
  const shown = pair.whole || whole.length <= longestOpening ? whole : `${opening} …`;
  return `<p class="words same"${spoken(pair)}>${htmlText(shown)}</p>${told}`;
}

function sideHtml(label: string, runs: readonly Marked[] | undefined, pair: PairOptions): string {
  const { absent } = reviewPageMessages[pair.options.language];
  const text = runs
    ? `<p class="words"${spoken(pair)}>${runsHtml(runs, pair)}</p>`
    : `<p class="words quiet">${htmlText(absent)}</p>`;
  return `<div><p class="label">${htmlText(label)}</p>${text}</div>`;
}

export function spoken({ foreign }: Pick<PairOptions, 'foreign'>): string {
  return foreign === undefined ? '' : ` lang="${htmlText(foreign)}"`;
}

/** Struck and underlined for the eye, named for a voice. */
export function runsHtml(runs: readonly Marked[], { options, foreign }: Omit<PairOptions, 'labels'>): string {
  const { removed, added } = driftPageMessages[options.language];
  const own = foreign === undefined ? undefined : options.language;
  const marked = (name: 'del' | 'ins', text: string, [before, after]: readonly [string, string]): string =>
    `${unseen(before, own)}<${name}>${htmlText(text)}</${name}>${unseen(after, own)}`;
  return runs
    .map(({ op, text }) => {
      if (op === 'equal') return htmlText(text);
      return op === 'delete' ? marked('del', text, removed) : marked('ins', text, added);
    })
    .join('');
}
