/** The two lines at the top: what is compared and what it counts; which change of how many, of which class, where. */
import { diffMessages } from '../../messages/diff.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { Summary } from '../../model/change.ts';
import type { ChangeClass } from '../../model/charter.ts';
import { sideName } from '../../present/diff-view.ts';
import type { Book } from '../book/book.ts';
import { placeOf } from '../book/labels.ts';
import { currentChange } from '../current.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { isReview } from '../review/screens.ts';
import type { ScreenName, UiState } from '../state.ts';
import { shownEntry } from '../timeline/visit.ts';
import { driftCounts, driftPosition, driftSubject } from './drift-header.ts';
import { keyLabel } from './help.ts';
import { blank, cells, cut, flatRun, justify, run } from './lines.ts';
import { hasShortHeads, shades, strongestFirst } from './overview.ts';
import { reviewPosition, reviewSubject, reviewVerdict } from './review-header.ts';
import { originPosition, originsName, timelinePosition, versionForms } from './version-header.ts';

export function headerLines(state: UiState): FrameLine[] {
  return [titleLine(state), positionLine(state)];
}

/** ` charter  a → b          0 substantive · 6 wording · (3 typographic) · 1 variable    FR  ? help ` */
function titleLine(state: UiState): FrameLine {
  const { columns } = state.terminal;
  const subject = flatRun(subjectOf(state), 'bar-strong');
  const named: FrameLine = [run(' charter  '), subject];
  const bare: FrameLine = [run(' '), subject];
  const [words = [], some = [], signs = []] = countForms(state);
  const help = helpOf(state);
  const last: Title = { left: bare, right: [...signs, run(' ')] };
  const wishes: readonly Title[] = [
    { left: named, right: [...words, ...help] },
    { left: named, right: [...words, run(' ')] },
    { left: named, right: [...some, ...help] },
    { left: named, right: [...some, run(' ')] },
    { left: bare, right: [...some, run(' ')] },
    { left: named, right: [...signs, run(' ')] },
  ];
  const fits = ({ left, right }: Title): boolean => cells(left) + leastGap + cells(right) <= columns;
  const { left, right } = wishes.find(fits) ?? last;
  return justify(left, right, { width: columns, style: 'bar' }).map(inBar);
}

interface Title {
  readonly left: FrameLine;
  readonly right: FrameLine;
}

const leastGap = 2;

function helpOf({ settings: { language } }: UiState): FrameLine {
  const { hint } = tuiMessages[language].keys.help;
  return [run(`   ${language.toUpperCase()}  ${keyLabel(['?'], language)} ${hint} `)];
}

function inBar(part: FrameRun): FrameRun {
  return part.style ? part : { ...part, style: 'bar' };
}

function subjectOf(state: UiState): string {
  const { screens, settings, book, timeline } = state;
  const messages = tuiMessages[settings.language];
  const screen = screens.at(-1);
  if (screen === 'help') return messages.help.title;
  if (screen === 'overview') return messages.overview.title;
  if (screen === 'history') return messages.history.title(timeline?.charters ?? []);
  if (screen === 'blame') return messages.history.origins(originsName(state));
  if (isDrift(screen)) return driftSubject(state);
  if (isReview(state)) return reviewSubject(state);
  if (!book) return shownEntry(state)?.name ?? '';
  return `${sideName(book.view.diff.a)} → ${sideName(book.view.diff.b)}`;
}

function isDrift(screen: ScreenName | undefined): boolean {
  return screen === 'drift' || screen === 'findings';
}

/** With the word for it, and the name alone; empty where the template is what is compared, which the title says. */
function templateOf({ book, settings }: UiState): readonly [whole: string, short: string] {
  const messages = tuiMessages[settings.language];
  const [a, b] = [book?.view.diff.a.template, book?.view.diff.b.template];
  if (a === undefined && b === undefined) return [messages.noTemplate, messages.noTemplate];
  const sides = [book?.view.diff.a.charter, book?.view.diff.b.charter];
  if (a === b && sides.includes(`template:${a}`)) return ['', ''];
  const name = a === b ? (a ?? '') : `${a ?? '–'} → ${b ?? '–'}`;
  return [messages.template(name), name];
}

/** ` change 3 of 7 · wording · Cookie ?          template opendatasoft-fr` */
function positionLine(state: UiState): FrameLine {
  const { columns } = state.terminal;
  const screen = state.screens.at(-1);
  if (screen === 'help') return [];
  if (screen === 'overview') return overviewPosition(state);
  if (screen === 'history') return timelinePosition(state);
  if (screen === 'blame') return originPosition(state);
  if (isDrift(screen)) return driftPosition(state);
  if (isReview(state)) return reviewPosition(state);
  // A version that cannot be compared is named all the same.
  if (!state.book) return cut([run(' '), flatRun(versionForms(state)?.[0] ?? '', 'strong')], columns);
  const { here, place } = positionOf(state, state.book);
  const [whole, short] = (versionForms(state) ?? templateOf(state)).map((text) => [
    flatRun(text, 'dim'),
    blank(1),
  ]);
  const used = cells(here) + cells(place) + leastGap;
  const right = cut((used + cells(whole ?? []) <= columns ? whole : short) ?? [], Math.floor(columns / 2));
  const room = columns - cells(here) - cells(right) - leastGap;
  const isReadable = room >= Math.min(leastPlace, cells(place));
  return justify(isReadable ? [...here, ...place] : here, right, { width: columns });
}

/** Cells of a place, with the dot before it, that still say something. */
const leastPlace = 11;

interface Position {
  /** Which change of how many, of which class. */
  readonly here: FrameLine;
  readonly place: FrameLine;
}

function positionOf(state: UiState, book: Book): Position {
  const messages = tuiMessages[state.settings.language];
  if (book.view.diff.changes.length === 0) return { here: [run(` ${messages.equal}`, 'strong')], place: [] };
  const current = currentChange(state, book);
  const change = current && book.view.diff.changes[current.change];
  if (!change) return { here: [run(` ${messages.noChange}`, 'strong')], place: [] };
  const place = placeOf(current.change, book).join(' › ');
  return {
    here: [
      run(` ${messages.change(current.rank + 1, book.shown.length)}`, 'strong'),
      run(' · '),
      run(book.sheet.messages.tag[change.class], change.class),
    ],
    place: place === '' ? [] : [run(' · '), flatRun(place)],
  };
}

/** Changes by class, longest form first; classes that are not shown stand in brackets. */
function countForms(state: UiState): FrameLine[] {
  if (isDrift(state.screens.at(-1))) return driftCounts(state);
  if (isReview(state)) return reviewVerdict(state);
  const summary = summaryOf(state);
  const { language } = state.settings;
  if (!summary) return [[]];
  const shown = state.screens.at(-1) === 'overview' ? undefined : state.book?.classes;
  const line = (text: (level: ChangeClass) => string, between: string): FrameLine =>
    strongestFirst.flatMap((level, index): FrameRun[] => {
      const hidden = shown?.has(level) === false && summary[level] > 0;
      const said = hidden ? `(${text(level)})` : text(level);
      const style = level === 'substantive' && summary[level] > 0 ? 'bar-strong' : 'bar';
      return [...(index === 0 ? [] : [run(between, 'bar')]), run(said, style)];
    });
  const words = line((level) => diffMessages[language].count(level, summary[level]), ' · ');
  const some = line((level) => `${summary[level]} ${tuiMessages[language].classes[level]}`, ' · ');
  const partly = partlyOf(state);
  if (partly) return [[...partly, run(' · '), ...words], [...partly, run(' · '), ...some], partly];
  return [words, some, line((level) => `${shades[level]} ${summary[level]}`, '  ')];
}

/** In an overview of which not all is compared yet: how much is, since its counts are of no more. */
function partlyOf({ screens, session, settings }: UiState): FrameLine | undefined {
  if (screens.at(-1) !== 'overview') return undefined;
  const wanted = session.entries.filter(({ comparable, failure }) => comparable && failure === undefined);
  const done = wanted.filter(({ view }) => view !== undefined).length;
  if (done === wanted.length) return undefined;
  return [run(tuiMessages[settings.language].compared(done, wanted.length))];
}

/** Of the comparison, or of all of the overview; absent where nothing is compared. */
function summaryOf({ screens, session, book }: UiState): Summary | undefined {
  const screen = screens.at(-1);
  if (screen === 'help' || screen === 'history' || screen === 'blame') return undefined;
  if (screen !== 'overview') return book?.view.diff.summary;
  const sum = { variable: 0, typographic: 0, wording: 0, substantive: 0 };
  for (const { view } of session.entries) {
    for (const level of strongestFirst) sum[level] += view?.diff.summary[level] ?? 0;
  }
  return sum;
}

/** Where the columns have no room for words, the signs over them are told here. */
function overviewPosition(state: UiState): FrameLine {
  const { entries } = state.session;
  const { language } = state.settings;
  const messages = tuiMessages[language];
  if (entries.length === 0) return [run(` ${messages.overview.empty}`)];
  const left = [run(` ${messages.comparison(state.overview.at + 1, entries.length)}`, 'strong')];
  const legend = strongestFirst.map((level) => `${shades[level]} ${diffMessages[language].tag[level]}`);
  const { columns } = state.terminal;
  const right = hasShortHeads(state) ? [run(`${legend.join('  ')} `, 'dim')] : [];
  return justify(left, cut(right, columns - cells(left) - leastGap), { width: columns });
}
