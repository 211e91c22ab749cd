/** What every output of `log` is given, and what it gives back: a piece of text for each thing to show. */
import { type HistoryMessages, historyMessages } from '../messages/history.ts';
import type { LogEntry, LogItem, VersionDiff } from '../model/log.ts';
import type { DiffOptions } from './diff-view.ts';
import { createMomentWriter, type MomentWriter } from './moments.ts';

export interface LogOptions extends DiffOptions {
  /** In which days and times are told. */
  readonly timezone: string;
  /** Shows the whole difference of each version. */
  readonly patch: boolean;
}

/** What is known once the walk has ended. */
export interface LogEnd {
  /** Whether a shallow clone hides what is older. */
  readonly shallow: boolean;
  /** Where only what is new to the reader was asked for: all of it, or what matches. */
  readonly fresh?: 'whole' | 'narrowed';
}

/** Texts to be written one after the other. */
export interface LogRenderer {
  item(item: LogItem): string;
  end(end: LogEnd): string;
}

/** Said where nothing was shown. */
export function nothingShown({ fresh }: LogEnd, { messages }: LogSheet): string {
  if (fresh === undefined) return messages.noVersion;
  return fresh === 'whole' ? messages.noNewVersion : messages.noNewMatch;
}

export interface LogSheet {
  readonly options: LogOptions;
  readonly messages: HistoryMessages;
  readonly moments: MomentWriter;
}

export function logSheet(options: LogOptions): LogSheet {
  return {
    options,
    messages: historyMessages[options.language],
    moments: createMomentWriter(options.timezone),
  };
}

const idDigits = 8;

export function shortCommit(id: string): string {
  return id.slice(0, idDigits);
}

/** What is said of an entry besides its changes: that it came, went, is called otherwise, or cannot be read. */
export function remarksOf(entry: LogEntry, { messages }: LogSheet): string[] {
  const { status, former, later, document } = entry;
  const template = entry.charter.startsWith('template:');
  const [paragraphs, cookies] = sizeOf(document);
  const names = [
    ...(former?.charter === undefined ? [] : [messages.renamed(former.charter)]),
    ...(former?.file === undefined ? [] : [messages.moved(former.file)]),
    ...(entry.removedIn ?? []).map((side) => messages.kept(side, template)),
    ...(entry.renamedIn ?? []).map(({ charter, side }) => messages.renamedAside(charter, side)),
    ...(entry.movedIn ?? []).map(({ file, side }) => messages.movedAside(file, side)),
  ];
  switch (status) {
    case 'added':
      return [messages.added(paragraphs, cookies, template)];
    case 'added-again':
      return [messages.addedAgain(paragraphs, cookies, template)];
    case 'removed':
      return [messages.removed(template)];
    case 'renamed':
      return [
        messages.renamedTo(later?.charter ?? '', template),
        ...(later?.file === undefined ? [] : [messages.movedTo(later.file)]),
      ];
    case 'earliest':
      return [messages.earliest];
    case 'unreadable':
      if (lacksContents(entry)) return [messages.contentsMissing];
      return [
        isReadableAgain(entry)
          ? messages.readableAgain
          : messages.unreadable(shortCommit(entry.commit.id), entry.file),
      ];
    default:
      return names;
  }
}

/** Whether only the version before it cannot be read as a charter. */
export function isReadableAgain(entry: LogEntry): boolean {
  return entry.unreadable?.side === 'before' && !lacksContents(entry);
}

function lacksContents({ unreadable }: LogEntry): boolean {
  return unreadable?.problems.some(({ code }) => code === 'blob-missing') ?? false;
}

export interface ShownComparison {
  readonly comparison: VersionDiff;
  /** What is said before its changes. */
  readonly lead?: string;
}

/** Those that hold changes, each with what it is where that is not plain. */
export function comparisonsOf(
  { comparison, dropped = [] }: LogEntry,
  { messages }: LogSheet,
): ShownComparison[] {
  return [
    ...(comparison ? [{ comparison }] : []),
    ...dropped.map((other) => ({ comparison: other, lead: messages.dropped(other.diff.a.revision ?? '') })),
  ].filter((shown) => shown.comparison.diff.changes.length > 0);
}

function sizeOf(document: LogEntry['document']): readonly [paragraphs: number, cookies: number] {
  if (!document) return [0, 0];
  return [
    document.body.filter(({ role }) => role !== 'table').length,
    document.tables.reduce((sum, { rows }) => sum + rows.length, 0),
  ];
}

/** The day of the capture that the version brought; absent where it brought none. */
export function newCapture({ status, comparison, document }: LogEntry): string | undefined {
  if (status === 'removed' || status === 'renamed') return undefined;
  const day = capturedOn(comparison?.b ?? document);
  return day === capturedOn(comparison?.a) ? undefined : day;
}

function capturedOn(document: LogEntry['document']): string | undefined {
  return document?.kind === 'charter' ? document.source?.captured : undefined;
}
