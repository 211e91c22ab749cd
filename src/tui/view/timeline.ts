/** The timeline: one line a version, with its changes by class; what is folded counted on lines of its own. */
import { historyMessages } from '../../messages/history.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { Language } from '../../model/language.ts';
import { signs } from '../../present/layout.ts';
import { displayWidth } from '../../text/width.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { markMatches } from '../search.ts';
import type { Settings, Terminal, UiState } from '../state.ts';
import type { Timeline, TimelineLine, VersionRow } from '../timeline/timeline.ts';
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
/** Cells of a subject that still say something, and of counts. */
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
      return line ? [layLine(line, { state, timeline, columns })] : [];
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
    charter: isOfOne ? 0 : Math.min(Math.max(8, ...names), Math.max(16, Math.floor(width / 5))),
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

function layLine(line: TimelineLine, laying: Laying): FrameLine {
  const { language } = laying.state.settings;
  const messages = tuiMessages[language].history;
  const { width } = laying.columns;
  switch (line.kind) {
    case 'row':
      return rowLine(line.row, line.at === laying.timeline.place.at, laying);
    case 'folded':
      return note(`${signs.rest} ${historyMessages[language].folded(line.folded)}`, width);
    case 'seen':
      return rule(messages.lastSeen, width);
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

function rowLine(row: VersionRow, current: boolean, { state, timeline, columns }: Laying): FrameLine {
  const { width, moment, author, charter } = columns;
  const { language } = state.settings;
  const marks = (part: FrameLine): FrameLine =>
    markMatches(part, queryOf(state), current ? 'current' : 'other');
  const commit = row.version?.commit;
  const messages = tuiMessages[language].history;
  const style = current ? 'strong' : undefined;
  const subject = commit ? commit.subject : messages.uncommitted;
  const left: FrameLine = [
    ...fill([run(row.moment.slice(0, moment), 'dim')], moment),
    blank(between),
    ...(charter > 0 ? [...fill(marks([flatRun(row.charter, style)]), charter), blank(between)] : []),
    ...(commit && author > 0 ? [...fill(marks([flatRun(commit.author.name)]), author), blank(between)] : []),
    ...marks([flatRun(subject, commit ? style : 'notice')]),
  ];
  const used = [moment, charter, commit ? author : 0].filter((one) => one > 0);
  const fixed = used.reduce((sum, one) => sum + one + between, gutter + between);
  const room = Math.max(leastCounts, Math.min(Math.floor(width / 2), width - fixed - leastSubject));
  const right = cut(countsOf(row, state.settings, width), room);
  const body = justify(left, right, { width: width - gutter });
  return withGutter(signOf(row, timeline), [body])[0] ?? [];
}

function signOf({ key, status, remark }: VersionRow, { marked }: Timeline): FrameRun | undefined {
  if (key === marked) return run(markedSign, 'notice');
  if (status === 'added' || status === 'added-again') return run(signs.added, 'new');
  if (status === 'removed') return run(signs.removed, 'gone');
  if (status === 'unreadable') return run('!', 'failure');
  return remark === undefined ? undefined : run(signs.moved, 'dim');
}

/** `█ 1 subst.  ▓ 2 wording`, without words where they would take a third of the line; or what else happened. */
function countsOf(row: VersionRow, { language }: Settings, width: number): FrameLine {
  const words = partsOf(row, language, true);
  return cells(words) * 3 <= width || row.summary === undefined ? words : partsOf(row, language, false);
}

function partsOf(
  { summary, remark, status, fold }: VersionRow,
  language: Language,
  named: boolean,
): FrameLine {
  const counts = strongestFirst.flatMap((level): FrameLine[] => {
    const count = summary?.[level] ?? 0;
    const word = named ? ` ${tuiMessages[language].classes[level]}` : '';
    return count === 0 ? [] : [[run(`${shades[level]} ${count}${word}`, level)]];
  });
  const words = historyMessages[language];
  const style = status === 'unreadable' ? 'failure' : 'dim';
  const said: FrameLine[] = [
    ...(remark === undefined ? [] : [[flatRun(remark, style)]]),
    ...(fold === 'technical' ? [[run(words.technical, 'dim')]] : []),
    ...counts,
    ...(fold === 'same' ? [[run(words.noTextChanged, 'dim')]] : []),
  ];
  return said.flatMap((part, index): FrameRun[] => (index === 0 ? [...part] : [blank(between), ...part]));
}
