/** The timeline: one line a version, with its changes by class; what is folded counted on lines of its own. */
import { historyMessages } from '../../messages/history.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { Language } from '../../model/language.ts';
import { signs } from '../../present/layout.ts';
import { displayWidth } from '../../text/width.ts';
import type { FrameLine, FrameRun, UiStyle } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { markMatches } from '../search.ts';
import type { Terminal, UiState } from '../state.ts';
import { rowHere, type Timeline, type TimelineLine, type VersionRow } from '../timeline/timeline.ts';
import { queryOf } from './drawing.ts';
import { blank, cells, cut, fill, flatRun, gutter, justify, run, withGutter, wrap } from './lines.ts';
import { shades, strongestFirst } from './overview.ts';

const between = 2;
/** From here on the classes are named, authors have more room, and times stand with the days. */
const roomForWords = 100;
const roomForTimes = 130;
/** From here on charters and authors; the header has the author of the version under the cursor. */
const roomForBoth = 80;
const dayCells = 10;
const momentCells = 16;
/** Cells of a subject that say enough, that still say something, and of counts. */
const enoughSubject = 30;
const leastSubject = 14;
const leastCounts = 12;
const markedSign = '●';

/** Whether signs alone may stand for the classes, which the header then names. */
export function hasShortCounts({ columns }: Terminal): boolean {
  return columns < roomForWords;
}

interface Columns {
  readonly moment: number;
  /** None where there is no room for it beside the charter. */
  readonly author: number;
  /** None where all versions are of one charter. */
  readonly charter: number;
  readonly width: number;
}

export function timelineBlocks(state: UiState, timeline: Timeline): Blocks {
  const { shown, failure, rows } = timeline;
  if (failure !== undefined) return notes([flatRun(failure, 'failure')], state);
  const words = tuiMessages[state.settings.language].history;
  if (shown.length === 0) return notes([run(rows.length === 0 ? words.none : words.hidden)], state);
  const columns = columnsOf(state, timeline);
  return makeBlocks(
    shown.length,
    (index) => shown[index]?.at ?? 0,
    (index) => {
      const line = shown[index];
      return line ? [layLine(line, shown[index - 1], { state, timeline, columns })] : [];
    },
  );
}

function notes(line: FrameLine, { terminal }: UiState): Blocks {
  const rows = wrap(line, terminal.columns - 1 - gutter).map((row): FrameLine => [blank(gutter), ...row]);
  return makeBlocks(
    1,
    () => 0,
    () => rows,
  );
}

function columnsOf({ terminal }: UiState, { charters, rows }: Timeline): Columns {
  const width = terminal.columns - 1;
  const names = rows.slice(0, most).map((row) => displayWidth(row.charter));
  const isOfOne = charters.length === 1;
  const author = Math.max(8, Math.min(24, Math.floor(width / 6)));
  return {
    moment: terminal.columns < roomForTimes ? dayCells : momentCells,
    author: isOfOne || terminal.columns >= roomForBoth ? author : 0,
    charter: isOfOne ? 0 : Math.min(Math.max(8, ...names), Math.max(16, Math.floor(width / 5) + 2)),
    width,
  };
}

/** Rows measured: names are much alike. */
const most = 200;

interface Laying {
  readonly state: UiState;
  readonly timeline: Timeline;
  readonly columns: Columns;
}

function layLine(line: TimelineLine, before: TimelineLine | undefined, laying: Laying): FrameLine {
  const { language } = laying.state.settings;
  const messages = tuiMessages[language].history;
  const { width } = laying.columns;
  switch (line.kind) {
    case 'row':
      return rowLine(line.row, isOfCommit(before, line.row), laying);
    case 'folded':
      return note(`${signs.rest} ${historyMessages[language].folded(line.folded)}`, width);
    case 'seen':
      return rule(line.fresh ? messages.lastSeen : messages.nothingNew, width);
    case 'reading':
      return note(laying.timeline.rows.length === 0 ? messages.reading : messages.readOn, width);
    case 'shallow':
      return note(messages.shallow, width);
  }
}

function note(text: string, width: number): FrameLine {
  return cut([blank(gutter), run(text, 'dim')], width);
}

/** `── last seen here ──────`. */
function rule(text: string, width: number): FrameLine {
  const left = `── ${text} `;
  return cut(
    [blank(gutter), run(left + '─'.repeat(Math.max(2, width - gutter - displayWidth(left))), 'key')],
    width,
  );
}

function isOfCommit(line: TimelineLine | undefined, { version }: VersionRow): boolean {
  const other = line?.kind === 'row' ? line.row.version : undefined;
  return other !== undefined && other.commit.id === version?.commit.id;
}

/** `repeated`: of the commit of the line above, whose words are not to be read again. */
function rowLine(row: VersionRow, repeated: boolean, { state, timeline, columns }: Laying): FrameLine {
  const { width, moment, author, charter } = columns;
  const current = rowHere(timeline) === row;
  const marks = (part: FrameLine): FrameLine =>
    markMatches(part, queryOf(state), current ? 'current' : 'other');
  const commit = row.version?.commit;
  const style = current ? 'strong' : undefined;
  const shade = repeated && !current ? 'dim' : style;
  const subject = marks([subjectOf(row, state.settings.language, shade)]);
  const left: FrameLine = [
    ...fill([run(row.moment.slice(0, moment), 'dim')], moment),
    blank(between),
    ...(charter > 0 ? [...fill(marks([flatRun(row.charter, style)]), charter), blank(between)] : []),
    ...(commit && author > 0
      ? [...fill(marks([flatRun(commit.author.name, repeated ? 'dim' : undefined)]), author), blank(between)]
      : []),
    ...subject,
  ];
  const used = [moment, charter, commit ? author : 0].filter((one) => one > 0);
  const room = width - used.reduce((sum, one) => sum + one + between, gutter + between);
  const right = rightOf(row, state, { room, subject: cells(subject) });
  return withGutter(signOf(row, timeline), [justify(left, right, { width: width - gutter })])[0] ?? [];
}

function subjectOf({ version }: VersionRow, language: Language, style: UiStyle | undefined): FrameRun {
  const messages = tuiMessages[language].history;
  if (!version) return run(messages.uncommitted, 'notice');
  const { subject } = version.commit;
  return subject.trim() === '' ? run(messages.noSubject, 'dim') : flatRun(subject, style);
}

interface Room {
  /** Cells for the subject and what stands at its right. */
  readonly room: number;
  readonly subject: number;
}

/** `█ 1 subst.  ▓ 2 wording`, or what else happened: the longest form that leaves room for the subject. */
function rightOf(row: VersionRow, { settings, terminal }: UiState, { room, subject }: Room): FrameLine {
  const { language } = settings;
  const wide = !hasShortCounts(terminal);
  const forms = [
    partsOf(row, language, { named: true, brief: false, wide }),
    partsOf(row, language, { named: false, brief: false, wide }),
    partsOf(row, language, { named: true, brief: true, wide }),
    partsOf(row, language, { named: false, brief: true, wide: false }),
  ];
  const fits = (form: FrameLine): boolean => cells(form) <= room - Math.min(subject, enoughSubject);
  const last = forms.at(-1) ?? [];
  return forms.find(fits) ?? cut(last, Math.max(leastCounts, room - Math.min(subject, leastSubject)));
}

function signOf(
  { key, status, remark, readableAgain }: VersionRow,
  { marked }: Timeline,
): FrameRun | undefined {
  if (key === marked) return run(markedSign, 'notice');
  if (status === 'added' || status === 'added-again') return run(signs.added, 'new');
  if (status === 'removed') return run(signs.removed, 'gone');
  if (status === 'unreadable' && readableAgain !== true) return run('!', 'failure');
  return remark === undefined || readableAgain === true ? undefined : run(signs.moved, 'dim');
}

interface Form {
  /** The classes in words, not by their signs alone. */
  readonly named: boolean;
  /** A word in place of a remark. */
  readonly brief: boolean;
  /** Says that a version is a merge. */
  readonly wide: boolean;
}

function partsOf(row: VersionRow, language: Language, { named, brief, wide }: Form): FrameLine {
  const { summary, status, fold, version, readableAgain } = row;
  const counts = strongestFirst.flatMap((level): FrameLine[] => {
    const count = summary?.[level] ?? 0;
    const word = named ? ` ${tuiMessages[language].classes[level]}` : '';
    return count === 0 ? [] : [[run(`${shades[level]} ${count}${word}`, level)]];
  });
  const words = historyMessages[language];
  const style = status === 'unreadable' && readableAgain !== true ? 'failure' : 'dim';
  const remark = remarkOf(row, language, brief);
  const said: FrameLine[] = [
    ...(wide && version?.commit.merge === true ? [[run(words.merge, 'dim')]] : []),
    ...(remark === undefined ? [] : [[flatRun(remark, style)]]),
    ...(fold === 'technical' ? [[run(words.technical, 'dim')]] : []),
    ...counts,
    ...(fold === 'same' ? [[run(words.noTextChanged, 'dim')]] : []),
  ];
  return said.flatMap((part, index): FrameRun[] => (index === 0 ? [...part] : [blank(between), ...part]));
}

/** In one word where it is to be brief and there is one. */
function remarkOf(
  { remark, status, readableAgain }: VersionRow,
  language: Language,
  brief: boolean,
): string | undefined {
  if (!brief || remark === undefined || status === 'uncommitted') return remark;
  const { deeds } = tuiMessages[language].history;
  if (readableAgain === true) return deeds['readable-again'];
  return deeds[status === 'changed' ? 'renamed' : status];
}
