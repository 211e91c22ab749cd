/** The first lines of a comparison: whether anything matters, how many changes of each class, how many cookies. */
import { versionMessages } from '../messages/versions.ts';
import { type CharterDocument, changeClasses } from '../model/charter.ts';
import type { Language } from '../model/language.ts';
import type { Sheet } from './diff-parts.ts';
import { type DiffView, sideName } from './diff-view.ts';
import { layTagged, sideBySide } from './layout.ts';
import { type Line, type Span, span } from './style.ts';

/** Two or three lines: the pair and the verdict, the counts; template and cookies at their right, or below. */
export function renderHeader(sheet: Sheet): Line[] {
  const { messages, frame } = sheet;
  const cookies = span(messages.cookies(countRows(sheet.view.a), countRows(sheet.view.b)));
  const template = span(templatesOf(sheet), 'dim');
  const [headline, counts] = [headlineOf(sheet), countsOf(sheet)];
  const first = sideBySide(headline, [template], frame);
  const second = sideBySide(counts, [cookies], frame);
  const below = versionLines(sheet).flatMap((line) => layTagged([span(line, 'dim')], undefined, frame));
  if (first && second) return [first, second, ...below];
  const rest = [...layTagged(headline, undefined, frame), ...layTagged(counts, undefined, frame)];
  return [...rest, ...layTagged([template, span(' · '), cookies], undefined, frame), ...below];
}

function headlineOf(sheet: Sheet): Line {
  const { messages, view } = sheet;
  const pair = `${sideName(view.diff.a)} → ${sideName(view.diff.b)}`;
  const { substantive } = view.diff.summary;
  const verdict = substantive === 0 ? messages.clean : messages.substantive(substantive);
  const glue = messages.verdict('', '');
  return [span(pair, 'strong'), span(glue), span(verdict, substantive === 0 ? 'strong' : 'substantive')];
}

function countsOf(sheet: Sheet): Line {
  return [...changeClasses].reverse().flatMap((level, index): Span[] => {
    const count = sheet.view.diff.summary[level];
    const style = count > 0 ? level : 'dim';
    const text: Span = { ...span(sheet.messages.count(level, count), style), whole: true };
    return index === 0 ? [text] : [span(' · ', 'dim'), text];
  });
}

function templatesOf(sheet: Sheet): string {
  const { a, b } = sheet.view.diff;
  const names = [a.template ?? sheet.messages.noTemplate, b.template ?? sheet.messages.noTemplate];
  return names[0] === names[1] ? (names[0] ?? '') : names.join(' → ');
}

/** Below the counts: about the versions; else, for two of one charter, when each was observed. */
export function versionLines({ view, options, messages }: Sheet): readonly string[] {
  const sentences = versionSentences(view, options.language);
  const days = sentences.length === 0 ? observedDays(view) : undefined;
  return days ? [messages.observed(...days)] : sentences;
}

export function hasVersionLines(view: DiffView): boolean {
  const { a, b, leftOut } = view.diff;
  const told = leftOut !== undefined || [a, b].some(({ dated, missing }) => dated || missing);
  return told || observedDays(view) !== undefined;
}

/** Which side is not there, which version a day stands for, and what a merge left out besides. */
export function versionSentences({ diff }: DiffView, language: Language): readonly string[] {
  const both = diff.a.dated !== undefined && diff.b.dated !== undefined;
  const texts = versionMessages[language];
  const sides = (['a', 'b'] as const).flatMap((which) => {
    const sentence = sideSentence(diff, which, language);
    if (sentence === undefined) return [];
    return [both ? texts.ofSide(sideName(diff[which]), sentence) : sentence];
  });
  return [...sides, ...(diff.leftOut ?? []).map(({ side, changes }) => texts.leftOut(side, changes))];
}

/** Which version a side's day stands for, or that the side is not there; absent where neither is to be said. */
export function sideSentence(
  diff: DiffView['diff'],
  which: 'a' | 'b',
  language: Language,
): string | undefined {
  const { dated, missing, revision } = diff[which];
  if (dated) return versionMessages[language].dated(dated);
  return missing ? versionMessages[language].missing(which, revision) : undefined;
}

function observedDays({ a, b, diff }: DiffView): readonly [string, string] | undefined {
  if (diff.a.charter !== diff.b.charter || a.kind !== 'charter' || b.kind !== 'charter') return undefined;
  const [before, after] = [a.source?.captured, b.source?.captured];
  if (before === undefined || after === undefined || before === after) return undefined;
  return [before, after];
}

export function countRows(document: CharterDocument): number {
  return document.tables.reduce((sum, table) => sum + table.rows.length, 0);
}
