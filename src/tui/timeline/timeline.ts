/** The versions of a charter, or of all of them, as the timeline shows them: folded, filtered, and read as far as needed. */
import type { Summary } from '../../model/change.ts';
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import type { Version } from '../../model/history.ts';
import type { Folded, FoldReason, LogStatus } from '../../model/log.ts';
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
  readonly fold?: FoldReason;
  /** Made after the reader last looked. */
  readonly unseen?: true;
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
  readonly shown: readonly TimelineLine[];
}

/** `at` is the line's ordinal: twice the index of its first row, one more for the row itself. */
export type TimelineLine =
  | { readonly kind: 'row'; readonly at: number; readonly row: VersionRow }
  | { readonly kind: 'folded'; readonly at: number; readonly first: string; readonly folded: Folded }
  | { readonly kind: 'seen' | 'reading' | 'shallow'; readonly at: number };

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
  });
}

/** To be called after every change of what is shown. */
export function withShown(timeline: Timeline): Timeline {
  return { ...timeline, shown: linesOf(timeline) };
}

function linesOf(timeline: Timeline): TimelineLine[] {
  const { rows, state, shallow, failure } = timeline;
  const lines: TimelineLine[] = [];
  const seenAt = seenBefore(timeline);
  let isOpen = false;
  rows.forEach((row, index) => {
    if (index === seenAt) lines.push({ kind: 'seen', at: 2 * index });
    if (!isWanted(row, timeline)) return;
    const reason = foldOf(row, timeline);
    isOpen = reason !== undefined && (isOpen || timeline.opened.has(row.key));
    if (reason === undefined || isOpen) lines.push({ kind: 'row', at: 2 * index + 1, row });
    else addFolded(lines, { row, reason, at: 2 * index + 1 });
  });
  const end = 2 * rows.length;
  if (seenAt === rows.length) lines.push({ kind: 'seen', at: end });
  if (failure !== undefined) return lines;
  if (state !== 'done') lines.push({ kind: 'reading', at: end + 1 });
  else if (shallow) lines.push({ kind: 'shallow', at: end + 1 });
  return lines;
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

/** The version under the cursor. */
export function lineHere(timeline: Timeline | undefined): VersionRow | undefined {
  const line = timeline?.shown.find(({ at }) => at === timeline.place.at);
  return line?.kind === 'row' ? line.row : undefined;
}

/** The versions that can be stepped through, without what only stands between them. */
export function shownRows({ shown }: Timeline): (TimelineLine & { readonly kind: 'row' })[] {
  return shown.flatMap((line) => (line.kind === 'row' ? [line] : []));
}

/** Which committed version of how many that are shown; no index for what is not committed. */
export function rankOf(
  timeline: Timeline,
  key: string | undefined,
): { readonly index: number | undefined; readonly count: number; readonly open: boolean } {
  const committed = shownRows(timeline).filter(({ row }) => row.version !== undefined);
  const index = committed.findIndex(({ row }) => row.key === key);
  return {
    index: index < 0 ? undefined : index + 1,
    count: committed.length,
    open: timeline.state !== 'done',
  };
}
