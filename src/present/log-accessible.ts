/** The text output of `log` for a voice: complete sentences, class first, no signs and no wrapping. */
import { diffMessages } from '../messages/diff.ts';
import { changeClasses } from '../model/charter.ts';
import type { LogEntry, LogItem, VersionDiff } from '../model/log.ts';
import { sanitise } from '../text/sanitise.ts';
import { describeChange } from './change-sentence.ts';
import { renderDiffAccessible } from './diff-accessible.ts';
import { sheetOf } from './diff-parts.ts';
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
import { findSections } from './section-finder.ts';

const strongestFirst = [...changeClasses].reverse();

export function createLogAccessible(options: LogOptions): LogRenderer {
  const sheet = logSheet({ ...options, width: undefined, color: false });
  let first = true;
  return {
    item: (item) => {
      const before = first ? '' : '\n';
      first = false;
      return before + paint(itemLines(item, sheet));
    },
    end: (end) => (first ? paint([nothingShown(end, sheet)]) : ''),
  };
}

function paint(lines: readonly string[]): string {
  return lines.map((line) => `${sanitise(line)}\n`).join('');
}

function itemLines(item: LogItem, sheet: LogSheet): string[] {
  const { messages, moments } = sheet;
  if (item.kind === 'folded') return [`${messages.folded(item.folded)}.`];
  const [{ commit }] = item.entries;
  const head = messages.accessible.version({
    commit: shortCommit(commit.id),
    date: moments.minute(commit.authored),
    author: commit.author.name,
    subject: commit.subject,
    merge: commit.merge,
  });
  return [head, ...item.entries.flatMap((entry) => entryLines(entry, sheet))];
}

function entryLines(entry: LogEntry, sheet: LogSheet): string[] {
  const { messages, options } = sheet;
  const { accessible } = diffMessages[options.language];
  const captured = newCapture(entry);
  const counts = strongestFirst.flatMap((level) => {
    const count = entry.summary?.[level] ?? 0;
    return count === 0 ? [] : [accessible.classCount(level, count)];
  });
  const facts = [
    ...counts,
    ...remarksOf(entry, sheet),
    ...(entry.fold === 'technical' ? [messages.technical] : []),
    ...(entry.fold === 'same' ? [messages.noTextChanged] : []),
    ...(captured === undefined ? [] : [messages.captured(captured)]),
  ];
  return [messages.accessible.charter(entry.charter, facts), ...changeLines(entry, sheet)];
}

function changeLines(entry: LogEntry, logged: LogSheet): string[] {
  return comparisonsOf(entry, logged).flatMap(({ comparison, lead }) => [
    ...(lead === undefined ? [] : [`${lead.charAt(0).toUpperCase()}${lead.slice(1)}.`]),
    ...sentences(comparison, logged),
  ]);
}

function sentences(comparison: VersionDiff, { options, messages }: LogSheet): string[] {
  if (options.patch) return renderDiffAccessible([comparison], options).trimEnd().split('\n');
  const sheet = sheetOf(comparison, options);
  const finder = findSections(comparison.diff);
  return comparison.diff.changes
    .filter((_, index) => sheet.selection.shown.has(index))
    .map((change) => `${messages.accessible.change(change.class)} ${describeChange(change, sheet, finder)}`);
}
