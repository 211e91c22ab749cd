/** The text output of `log`: for each version when, who, why, how much it matters, and what changed, one line each. */
import { diffMessages } from '../messages/diff.ts';
import { changeClasses } from '../model/charter.ts';
import type { Folded, LogEntry, LogItem } from '../model/log.ts';
import { renderDiffText } from './diff-text.ts';
import { frameOf, layTagged, sideBySide, signs, withGutter } from './layout.ts';
import { listChanges } from './log-change.ts';
import {
  comparisonsOf,
  type LogOptions,
  type LogRenderer,
  type LogSheet,
  logSheet,
  newCapture,
  nothingShown,
  remarksOf,
  shortCommit,
} from './log-view.ts';
import { type Line, lineWidth, paintLines, type Span, span } from './style.ts';

/** Changes of one charter that are listed; `--all` lists every one. */
const mostChanges = 10;
const strongestFirst = [...changeClasses].reverse();

export function createLogText(options: LogOptions): LogRenderer {
  const sheet = logSheet(options);
  let first = true;
  function apart(text: string): string {
    const before = first ? '' : '\n';
    first = false;
    return before + text;
  }
  return {
    item: (item) => apart(renderItem(item, sheet)),
    end: (end) => (first ? paintLines(lay([span(nothingShown(end, sheet))], sheet), options.color) : ''),
  };
}

/** Most lines fit, and need no wrapping. */
function lay(line: Line, { options }: LogSheet, tag?: Line): Line[] {
  const frame = frameOf(options.width);
  const { width } = frame;
  const whole = tag ? sideBySide(line, tag, frame) : lineWidth(line) <= (width ?? 0) ? line : undefined;
  return width !== undefined && whole ? [whole] : layTagged(line, tag, frame);
}

function renderItem(item: LogItem, sheet: LogSheet): string {
  if (item.kind === 'folded') return paintLines(foldedLines(item.folded, sheet), sheet.options.color);
  const parts = item.entries.map((entry) => renderEntry(entry, sheet));
  return paintLines(headLines(item.entries[0], sheet), sheet.options.color) + parts.join('');
}

function foldedLines(folded: Folded, sheet: LogSheet): Line[] {
  const text = [span(`${signs.rest} ${sheet.messages.folded(folded)}`, 'dim')];
  return lay(text, sheet, [span('--all', 'dim')]);
}

/** `2026-03-09 14:05  Zoé Lefèvre      1a2b3c4d`, then the subject. */
function headLines({ commit }: LogEntry, sheet: LogSheet): Line[] {
  const { messages, moments } = sheet;
  const who = `  ${commit.author.name}${commit.merge ? ` · ${messages.merge}` : ''}`;
  const line = [span(moments.minute(commit.authored), 'strong'), span(flat(who))];
  const subject = flat(commit.subject);
  return [
    ...lay(line, sheet, [span(shortCommit(commit.id), 'dim')]),
    ...(subject === '' ? [] : lay([span(subject)], sheet)),
  ];
}

function flat(text: string): string {
  return text.replace(/\n/g, ' ');
}

function renderEntry(entry: LogEntry, sheet: LogSheet): string {
  const { options } = sheet;
  const lines = [...entryHead(entry, sheet), ...remarkLines(entry, sheet)];
  const parts = comparisonsOf(entry, sheet).map(({ comparison, lead }) => {
    const head =
      lead === undefined ? [] : withGutter('rest', layTagged([span(lead)], undefined, inner(sheet)));
    return options.patch
      ? `${paintLines([...head, []], options.color)}${renderDiffText([comparison], options)}`
      : paintLines([...head, ...changeLines(comparison, sheet)], options.color);
  });
  return paintLines(lines, options.color) + parts.join('');
}

/** ` normandie  1 substantive · 2 wording · capture of 2026-02-24`. */
function entryHead(entry: LogEntry, sheet: LogSheet): Line[] {
  const captured = newCapture(entry);
  const facts: Span[][] = [
    ...countSpans(entry, sheet),
    ...(entry.fold === 'technical' ? [[span(sheet.messages.technical, 'dim')]] : []),
    ...(entry.fold === 'same' ? [[span(sheet.messages.noTextChanged, 'dim')]] : []),
    ...(captured === undefined ? [] : [[span(sheet.messages.captured(captured), 'dim')]]),
  ];
  const rest = facts.flatMap((fact, index) => (index === 0 ? fact : [span(' · '), ...fact]));
  return lay([span(flat(entry.charter), 'strong'), span('  '), ...rest], sheet);
}

function countSpans({ summary }: LogEntry, { options }: LogSheet): Span[][] {
  const { count } = diffMessages[options.language];
  return strongestFirst.flatMap((level): Span[][] => {
    const changes = summary?.[level] ?? 0;
    return changes === 0 ? [] : [[{ ...span(count(level, changes), level), whole: true }]];
  });
}

function remarkLines(entry: LogEntry, sheet: LogSheet): Line[] {
  const sign =
    entry.status === 'removed'
      ? 'removed'
      : entry.status === 'added' || entry.status === 'added-again'
        ? 'added'
        : entry.former || entry.later
          ? 'moved'
          : 'rest';
  return remarksOf(entry, sheet).flatMap((remark) =>
    withGutter(sign, layTagged([span(remark)], undefined, inner(sheet))),
  );
}

function inner({ options }: LogSheet): { readonly width: number | undefined } {
  const { width } = frameOf(options.width);
  return { width: width === undefined ? undefined : width - 4 };
}

function changeLines(comparison: NonNullable<LogEntry['comparison']>, logged: LogSheet): Line[] {
  const { lines, more } = listChanges(comparison, logged.options, {
    most: logged.options.all ? Number.POSITIVE_INFINITY : mostChanges,
    words: logged.messages,
  });
  if (more === 0) return lines;
  const text = [span(logged.messages.more(more), 'dim')];
  return [...lines, ...withGutter('rest', layTagged(text, [span('--all', 'dim')], inner(logged)))];
}
