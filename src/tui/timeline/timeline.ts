/** The versions of a charter, or of all of them, as the timeline shows them: folded, filtered, and read as far as needed. */
import type { Summary } from '../../model/change.ts';
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import type { Version } from '../../model/history.ts';
import type { Folded, FoldReason, LogStatus } from '../../model/log.ts';
import type { DiffView } from '../../present/diff-view.ts';
import { findLast } from '../book/visible.ts';
import type { Place } from '../state.ts';

/** What one commit made of one charter, or what is not committed of it yet. */
export interface VersionRow {
  /** Unlike that of any other row. */
  readonly key: string;
  readonly charter: string;
  readonly status: LogStatus | 'uncommitted';
  /** Absent where it is not committed. */
  readonly version?: Version;
  /** `2026-03-09 14:05` in the repository's time zone; empty where it is not committed. */
  readonly moment: string;
  readonly summary?: Summary;
  /** Other than by its changes: that it came, went, was renamed. */
  readonly remark?: string;
  /** Only the version before it cannot be read. */
  readonly readableAgain?: true;
  readonly fold?: FoldReason;
  /** Made after the reader last looked. */
  readonly unseen?: true;
}

/** What the version under the cursor changed; of one version at a time. */
export interface Preview {
  readonly key: string;
  /** Absent while it is awaited, and where it cannot be compared. */
  readonly view?: DiffView;
  readonly failure?: string;
  /** True while an answer is awaited. */
  readonly asked?: true;
}

export interface Timeline {
  /** As a command names them, `normandie` or `normandie@v1`; none where it is of all charters. */
  readonly charters: readonly string[];
  /** Tells the answers for this one from those for another. */
  readonly serial: number;
  /** Newest first. */
  readonly rows: readonly VersionRow[];
  /** `reading`: an answer is awaited. */
  readonly state: 'reading' | 'more' | 'done';
  readonly shallow: boolean;
  /** Whether it is known what the reader looked at before. */
  readonly looked: boolean;
  readonly failure?: string;
  readonly place: Place;
  readonly folded: boolean;
  /** Keys of the first rows of folded runs that are shown all the same. */
  readonly opened: ReadonlySet<string>;
  readonly classes: ReadonlySet<ChangeClass>;
  /** Key of the version to compare another with. */
  readonly marked?: string;
  /** Reads on: to the end, or until the query that was asked for is found. */
  readonly towards?: 'end' | 'match';
  readonly preview?: Preview;
  readonly shown: readonly TimelineLine[];
  /** Committed versions that are shown. */
  readonly count: number;
}

/** `at` is the line's ordinal: twice the index of its first row, one more for the row itself. */
export type TimelineLine =
  | {
      readonly kind: 'row';
      readonly at: number;
      readonly row: VersionRow;
      /** Its number among the committed ones that are shown, from 1; none where it is not committed. */
      readonly rank?: number;
    }
  | { readonly kind: 'folded'; readonly at: number; readonly first: string; readonly folded: Folded }
  /** `fresh`: newer ones stand above it. */
  | { readonly kind: 'seen'; readonly at: number; readonly fresh: boolean }
  | { readonly kind: 'reading' | 'shallow'; readonly at: number };

export function emptyTimeline(
  charters: readonly string[],
  serial: number,
  classes: ReadonlySet<ChangeClass> = new Set(changeClasses),
): Timeline {
  return withShown({
    charters,
    serial,
    rows: [],
    state: 'more',
    shallow: false,
    looked: false,
    place: { at: 0, portion: 0, lead: 0 },
    folded: true,
    opened: new Set(),
    classes,
    shown: [],
    count: 0,
  });
}

/** To be called after every change of what is shown. */
export function withShown(timeline: Timeline): Timeline {
  const shown = linesOf(timeline);
  return { ...timeline, shown, count: shown.findLast(isRanked)?.rank ?? 0 };
}

type RowLine = TimelineLine & { readonly kind: 'row' };

function isRanked(line: TimelineLine): line is RowLine & { readonly rank: number } {
  return line.kind === 'row' && line.rank !== undefined;
}

function linesOf(timeline: Timeline): TimelineLine[] {
  const { rows, state, shallow, failure } = timeline;
  const lines: TimelineLine[] = [];
  const seenAt = seenBefore(timeline);
  const fresh = rows.some(({ unseen }) => unseen === true);
  let isOpen = false;
  let rank = 0;
  for (const [index, row] of rows.entries()) {
    if (index === seenAt) lines.push({ kind: 'seen', at: 2 * index, fresh });
    if (!isWanted(row, timeline)) continue;
    const at = 2 * index + 1;
    const reason = foldOf(row, timeline);
    isOpen = reason !== undefined && (isOpen || timeline.opened.has(row.key));
    if (reason !== undefined && !isOpen) {
      addFolded(lines, { row, reason, at });
      continue;
    }
    if (row.version) rank += 1;
    const line: RowLine = { kind: 'row', at, row, ...(row.version ? { rank } : {}) };
    lines.push(sameLine(timeline.shown[lines.length], line));
  }
  const end = 2 * rows.length;
  if (seenAt === rows.length) lines.push({ kind: 'seen', at: end, fresh });
  if (failure !== undefined) return lines;
  if (state !== 'done') lines.push({ kind: 'reading', at: end + 1 });
  else if (shallow) lines.push({ kind: 'shallow', at: end + 1 });
  return lines;
}

/** The line that stood there before, where it is the same: a long list is not held twice whenever it grows. */
function sameLine(before: TimelineLine | undefined, line: RowLine): RowLine {
  const isSame = before?.kind === 'row' && before.row === line.row && before.rank === line.rank;
  return isSame ? before : line;
}

/** Index of the first row that the reader has seen; -1 where none is known to be. */
function seenBefore({ rows, looked, state }: Timeline): number {
  if (!looked) return -1;
  const index = rows.findIndex(({ unseen, status }) => unseen !== true && status !== 'uncommitted');
  return index < 0 && state === 'done' && rows.length > 0 ? rows.length : index;
}

/** What came, went or cannot be read weighs as much as any change. */
function isWanted({ summary, status }: VersionRow, { classes }: Timeline): boolean {
  if (classes.size === changeClasses.length || status === 'unreadable') return true;
  if (!summary) return classes.has('substantive');
  return changeClasses.some((level) => classes.has(level) && summary[level] > 0);
}

/** Who asks for changes of form alone is shown them. */
function foldOf({ fold }: VersionRow, { folded, classes }: Timeline): FoldReason | undefined {
  if (!folded) return undefined;
  const formOnly = !classes.has('wording') && !classes.has('substantive');
  return fold === 'form' && formOnly ? undefined : fold;
}

interface Folding {
  readonly row: VersionRow;
  readonly reason: FoldReason;
  readonly at: number;
}

const none: Folded = { reasons: { technical: 0, form: 0, same: 0 }, wording: 0, substantive: 0 };

function addFolded(lines: TimelineLine[], { row, reason, at }: Folding): void {
  const last = lines.at(-1);
  const known = last?.kind === 'folded' ? last : undefined;
  const { reasons, wording, substantive } = known?.folded ?? none;
  const folded: Folded = {
    reasons: { ...reasons, [reason]: reasons[reason] + 1 },
    wording: wording + (row.summary?.wording ?? 0),
    substantive: substantive + (row.summary?.substantive ?? 0),
  };
  if (known) lines[lines.length - 1] = { ...known, folded };
  else lines.push({ kind: 'folded', at, first: row.key, folded });
}

/** The line under the cursor; absent where none stands there. */
export function lineHere(timeline: Timeline | undefined): TimelineLine | undefined {
  if (!timeline) return undefined;
  const line = timeline.shown[indexHere(timeline)];
  return line?.at === timeline.place.at ? line : undefined;
}

/** Index of the last line that is not below the cursor. */
export function indexHere({ shown, place }: Timeline): number {
  return findLast(shown.length, (index) => shown[index]?.at ?? 0, place.at);
}

/** The version under the cursor. */
export function rowHere(timeline: Timeline | undefined): VersionRow | undefined {
  const line = lineHere(timeline);
  return line?.kind === 'row' ? line.row : undefined;
}

/** Index of a version's line; -1 where it is not shown. */
export function lineIndex({ shown }: Timeline, key: string | undefined): number {
  return shown.findIndex((line) => line.kind === 'row' && line.row.key === key);
}

/** The next shown version on that side of one, the older one where `by` is positive. */
export function rowBeside(timeline: Timeline, key: string, by: -1 | 1): VersionRow | undefined {
  const { shown } = timeline;
  const from = lineIndex(timeline, key);
  if (from < 0) return undefined;
  for (let index = from + by; index >= 0 && index < shown.length; index += by) {
    const line = shown[index];
    if (line?.kind === 'row') return line.row;
  }
  return undefined;
}

/** The versions that can be stepped through, without what only stands between them. */
export function shownRows({ shown }: Timeline): RowLine[] {
  return shown.flatMap((line) => (line.kind === 'row' ? [line] : []));
}

export interface Rank {
  /** None where it is not committed, or not shown. */
  readonly index: number | undefined;
  readonly count: number;
  /** Whether older ones are still to be read. */
  readonly open: boolean;
}

/** Which committed version of how many that are shown. */
export function rankOf(timeline: Timeline, key: string | undefined): Rank {
  const { shown, count, state } = timeline;
  const line = shown[lineIndex(timeline, key)];
  return { index: line?.kind === 'row' ? line.rank : undefined, count, open: state !== 'done' };
}
