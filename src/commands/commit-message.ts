/** The message of a commit: a subject that says what weighs most, a line a change, and trailers that `log` reads. */
import type { Comparer } from '../history/comparison.ts';
import {
  type ColumnEvent,
  type CommitKind,
  type SuggestionTexts,
  suggestionTexts,
} from '../messages/commit.ts';
import { diffMessages } from '../messages/diff.ts';
import { historyMessages } from '../messages/history.ts';
import type { Change } from '../model/change.ts';
import { type ChangeClass, type CharterDocument, changeClasses } from '../model/charter.ts';
import type { Language } from '../model/language.ts';
import type { VersionDiff } from '../model/log.ts';
import { type Sheet, sheetOf } from '../present/diff-parts.ts';
import { renderChangeLine } from '../present/log-change.ts';
import { findSections, sectionName } from '../present/section-finder.ts';
import { type Line, paintLines, span } from '../present/style.ts';
import { columnLabel } from '../present/table-entry.ts';
import { plainText } from '../text/inline.ts';
import { sanitise } from '../text/sanitise.ts';
import { truncate } from '../text/width.ts';
import { decisionCounts, decisionLines } from './commit-decisions.ts';
import { endsInTrailers } from './commit-trailers.ts';

/** One charter or template in a commit. */
export interface Share {
  readonly id: string;
  readonly template: boolean;
  readonly file: string;
  /** Where it was before, where that is another place. */
  readonly formerFile?: string;
  readonly before?: CharterDocument;
  readonly after?: CharterDocument;
  /** Files of captures. */
  readonly captures: number;
  readonly trailers: readonly string[];
  /** The charter that a new one was copied from. */
  readonly original?: string;
}

export interface MessageOptions {
  readonly kind: CommitKind;
  readonly language: Language;
  readonly compare: Comparer;
  /** The user's own message, in the place of the suggestion. */
  readonly text?: string;
}

const longestSubject = 72;
/** A place cut to less says nothing. */
const shortestPlace = 16;
const width = 100;
/** Changes that are listed in all; of very many charters none are, only how many there were. */
const mostChanges = 40;
const strongestFirst = [...changeClasses].reverse();

export function composeMessage(shares: readonly Share[], options: MessageOptions): string {
  const { kind, text } = options;
  const trailers = [...shares.flatMap((share) => share.trailers), `Change: ${kind}`];
  const lines = trailers.map((line) => `${flat(line)}\n`).join('');
  const joins = text !== undefined && endsInTrailers(text);
  return `${text ?? suggest(shares, options)}\n${joins ? '' : '\n'}${lines}`;
}

/** A share with what changed in it. */
interface Told {
  readonly share: Share;
  readonly comparison?: VersionDiff;
}

function suggest(shares: readonly Share[], options: MessageOptions): string {
  const told = shares.map((share): Told => {
    const { before, after, file } = share;
    if (!before || !after) return { share };
    const side = (document: CharterDocument) => ({ document, file, revision: '' });
    return { share, comparison: options.compare(side(before), side(after)) };
  });
  const body = bodyOf(told, options);
  const subject = subjectOf(told, options);
  return body === '' ? subject : `${subject}\n\n${body}`;
}

function subjectOf(told: readonly Told[], options: MessageOptions): string {
  const texts = suggestionTexts[options.language];
  const [only] = told;
  const tail = only && told.length === 1 ? whatOf(only, options) : sumOf(told, options);
  const placed = told.length === 1 && options.kind === 'content';
  const places = only && placed ? strongestPlaces(only, options) : [];
  const names = told.map(({ share }) => nameOf(share, texts));
  const all = texts.list(names);
  const templates = told.filter(({ share }) => share.template).length;
  const few = names.length === 1 ? all : texts.several(told.length - templates, templates);
  const room = longestSubject - texts.subject(all, ['', ...tail]).length;
  const cut = room < shortestPlace ? [] : places.map((place) => truncate(place, room));
  const candidates = [
    ...[...places, ...cut].map((place) => texts.subject(all, [place, ...tail])),
    texts.subject(all, tail),
    texts.subject(few, tail),
  ].map(flat);
  return candidates.find(fits) ?? cutShort(candidates.at(-1) ?? '');
}

function fits(subject: string): boolean {
  return [...subject].length <= longestSubject;
}

function cutShort(subject: string): string {
  return `${[...subject].slice(0, longestSubject - 1).join('')}…`;
}

function nameOf({ id, template }: Share, texts: SuggestionTexts): string {
  return template ? texts.template(id) : id;
}

function flat(text: string): string {
  return sanitise(text.replace(/\s*\n\s*/g, ' ')).trim();
}

/** What happened to one charter besides the place of its weightiest change. */
function whatOf({ share, comparison }: Told, { kind, language }: MessageOptions): string[] {
  const texts = suggestionTexts[language];
  const { before, after, template, original } = share;
  if (!before && !after) return share.captures > 0 ? [texts.captures(share.captures)] : [];
  if (!after) return [texts.removed(template)];
  if (!before) return [original === undefined ? texts.added(template) : texts.copied(original)];
  const counts = countsOf(comparison ? [comparison] : [], language);
  const renamed = before.id === after.id ? [] : [texts.renamed(before.id)];
  if (kind === 'technical') return [texts.readAnew, ...renamed, ...counts];
  const decided = decisionCounts([share], language);
  if (counts.length > 0) return [...renamed, ...counts, ...decided];
  const captured = capturedOn(after);
  const observed =
    captured === undefined || captured === capturedOn(before) ? [] : [texts.captured(captured)];
  const moved = isMoved(share) ? [texts.moved] : [];
  const what = [...observed, ...moved, ...decided];
  return [texts.list(decided.length > 0 ? what : [...what, texts.sameText]), ...renamed];
}

/** With a new name a file is where one looks for it. */
function isMoved({ formerFile, before, after }: Share): boolean {
  return formerFile !== undefined && before?.id === after?.id;
}

function capturedOn(document: CharterDocument): string | undefined {
  return document.kind === 'charter' ? document.source?.captured : undefined;
}

/** Of several charters: how many came and went, and how many changes of each class. */
function sumOf(told: readonly Told[], { kind, language }: MessageOptions): string[] {
  const texts = suggestionTexts[language];
  const added = told.filter(({ share }) => !share.before && share.after).length;
  const removed = told.filter(({ share }) => share.before && !share.after).length;
  const moved = told.filter(({ share }) => isMoved(share)).length;
  const comparisons = told.flatMap(({ comparison }) => comparison ?? []);
  const sum = [
    ...(added > 0 ? [texts.addedOf(added)] : []),
    ...(removed > 0 ? [texts.removedOf(removed)] : []),
    ...(moved > 0 ? [texts.movedOf(moved)] : []),
    ...countsOf(comparisons, language),
    ...decisionCounts(
      told.map(({ share }) => share),
      language,
    ),
  ];
  return [
    ...(kind === 'technical' ? [texts.readAnew] : []),
    ...(sum.length > 0 ? [texts.list(sum)] : [texts.sameText]),
  ];
}

/** `2 de fond, 1 rédactionnelle`, or nothing. */
function countsOf(comparisons: readonly VersionDiff[], language: Language): string[] {
  const count = (level: ChangeClass): number =>
    comparisons.reduce((sum, { diff }) => sum + diff.summary[level], 0);
  const counts = strongestFirst.flatMap((level) =>
    count(level) === 0 ? [] : [diffMessages[language].count(level, count(level))],
  );
  return counts.length === 0 ? [] : [suggestionTexts[language].list(counts)];
}

function sheetFor(comparison: VersionDiff, language: Language): Sheet {
  return sheetOf(comparison, { language, width, color: false, all: false, context: 0 });
}

function byWeight(changes: readonly Change[]): readonly Change[] {
  const weight = (change: Change): number => strongestFirst.indexOf(change.class);
  return [...changes].sort((one, other) => weight(one) - weight(other));
}

/** Where the weightiest change is, the most exact words first. */
function strongestPlaces({ comparison }: Told, { language }: MessageOptions): readonly string[] {
  const [change] = byWeight(comparison?.diff.changes ?? []);
  if (!comparison || !change) return [];
  const places = placesOf(change, sheetFor(comparison, language));
  return places.map((place) => place.replace(/\s+/g, ' '));
}

/** `durée de _pk_id.*`, `cookie _ga ajouté`, or the section's name. */
function placesOf(change: Change, sheet: Sheet): readonly string[] {
  const texts = suggestionTexts[sheet.options.language];
  const { a, b } = change.address;
  const address = b ?? a ?? {};
  const row = plainText(address.row ?? '');
  const column = (what: ColumnEvent): string[] => {
    const label = columnLabel(change, sheet);
    return [texts.column(label, what), texts.column(label)];
  };
  switch (change.kind) {
    case 'column-added':
      return column('added');
    case 'column-removed':
      return column('removed');
    case 'column-moved':
      return column('moved');
    case 'column-renamed':
      return column('renamed');
    case 'cell-changed':
      return [texts.cell(uncapital(columnLabel(change, sheet)), row), texts.row(row)];
    case 'row-added':
      return [texts.rowAdded(row)];
    case 'row-removed':
      return [texts.rowRemoved(row)];
    case 'row-renamed':
      return [texts.rowRenamed(plainText(a?.row ?? ''), row), texts.row(row)];
    case 'row-moved':
      return [texts.rowMoved(row), texts.row(row)];
    case 'variable':
      return [texts.variable(address.column ?? '')];
    default:
      return [textPlace(change, sheet)];
  }
}

function textPlace(change: Change, sheet: Sheet): string {
  const { block, column } = change.address.b ?? change.address.a ?? {};
  const { fields } = sheet.messages;
  if (block === undefined && column !== undefined)
    return uncapital((Object.hasOwn(fields, column) ? fields[column] : undefined) ?? column);
  const name = sectionName(findSections(sheet.view.diff).ofChange(change), sheet);
  return name ?? suggestionTexts[sheet.options.language].text;
}

/** A head in capitals stays so. */
function uncapital(text: string): string {
  return /^.\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function bodyOf(told: readonly Told[], options: MessageOptions): string {
  const { language } = options;
  const several = told.length > 1;
  const room = Math.floor(mostChanges / told.length);
  return told
    .map((one) => {
      const changed = one.comparison && room > 0 ? changeLines(one.comparison, language, room) : '';
      const lines = changed + decisionLines(one.share, language, room);
      if (!several) return lines;
      const texts = suggestionTexts[language];
      return `${flat(texts.subject(nameOf(one.share, texts), whatOf(one, options)))}\n${lines}`;
    })
    .join('')
    .trimEnd();
}

/** The weightiest first, each on one line, then how many there are besides. */
function changeLines(comparison: VersionDiff, language: Language, most: number): string {
  const sheet = sheetFor(comparison, language);
  const words = historyMessages[language];
  const finder = findSections(comparison.diff);
  const { changes } = comparison.diff;
  const shown = byWeight(changes.filter((_, index) => sheet.selection.shown.has(index))).slice(0, most);
  const lines = shown
    .flatMap((change) => renderChangeLine(change, { sheet, finder, words }))
    .map(drawTogether);
  const more = changes.length - shown.length;
  return paintLines(lines, false) + (more === 0 ? '' : ` ⋯  ${words.more(more)}\n`);
}

/** A message has no right edge for a class to stand at. */
function drawTogether(line: Line): Line {
  return line.map((part) => (/^ {3,}$/.test(part.text) ? span('  ') : part));
}
