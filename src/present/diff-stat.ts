/** The `--stat` output: one line a comparison with its counts by class and a bar, as git's; a last line sums up. */
import { type DiffMessages, diffMessages } from '../messages/diff.ts';
import type { Summary } from '../model/change.ts';
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import { displayWidth, truncate } from '../text/width.ts';
import { renderAllEqual } from './diff-text.ts';
import { type DiffOptions, type DiffView, sideName } from './diff-view.ts';
import { frameOf, layTagged } from './layout.ts';
import { type Line, paintLines, type Span, span } from './style.ts';

/** The stronger the class, the darker. */
const shades: Readonly<Record<ChangeClass, string>> = {
  substantive: '█',
  wording: '▓',
  typographic: '▒',
  variable: '░',
};
const strongestFirst = [...changeClasses].reverse();
const longestBar = 40;
const shortestName = 12;
/** A shorter bar says nothing. */
const shortestBar = 4;

interface Row {
  readonly view: DiffView;
  readonly summary: Summary;
}

/** Comparisons without changes are left out, as git leaves out files; where all are, no sums of nothing are told. */
export function renderDiffStat(views: readonly DiffView[], options: DiffOptions): string {
  const equal = renderAllEqual(views, options);
  if (equal !== undefined) return equal;
  const messages = diffMessages[options.language];
  const rows = views
    .map((view) => ({ view, summary: shownSummary(view.diff.summary, options) }))
    .filter((row) => total(row.summary) > 0);
  const sum = sumLine(rows, views.length, options);
  if (options.accessible)
    return paintLines([...rows.map((row) => [span(sentenceOf(row, messages))]), sum], false);
  const { width } = frameOf(options.width);
  const lines = layTagged(sum, undefined, { width: width === undefined ? undefined : width - 1 }).map(
    (line) => [span(' '), ...line],
  );
  return paintLines([...layRows(rows, options), ...lines], options.color);
}

function shownSummary(summary: Summary, { only }: DiffOptions): Summary {
  const count = (level: ChangeClass): number => (only && !only.has(level) ? 0 : summary[level]);
  return {
    variable: count('variable'),
    typographic: count('typographic'),
    wording: count('wording'),
    substantive: count('substantive'),
  };
}

function total(summary: Summary): number {
  return changeClasses.reduce((sum, level) => sum + summary[level], 0);
}

/** The sums by class, which say at once what each shade stands for. */
function sumLine(rows: readonly Row[], comparisons: number, options: DiffOptions): Line {
  const messages = diffMessages[options.language];
  const counts = strongestFirst.flatMap((level, index): Span[] => {
    const sum = rows.reduce((count, row) => count + row.summary[level], 0);
    const text = `${options.accessible ? '' : `${shades[level]} `}${messages.count(level, sum)}`;
    const style = sum === 0 ? 'dim' : level;
    const before = index === 0 ? [] : [span(options.accessible ? ', ' : ' · ')];
    return [...before, { ...span(text, style), whole: true }];
  });
  const end = options.accessible ? [span('.')] : [];
  return [span(messages.statSum(rows.length, comparisons)), ...counts, ...end];
}

function sentenceOf({ view, summary }: Row, messages: DiffMessages): string {
  const counts = strongestFirst.map((level) => messages.accessible.classCount(level, summary[level]));
  const pair = messages.accessible.compared(sideName(view.diff.a), sideName(view.diff.b));
  return `${pair} ${messages.accessible.counts(counts)}`;
}

/** ` normandie → loire  █ 0  ▓ 6  ▒ 3  ░ 1  ▓▓▓▓▓▓▒▒▒░` */
function layRows(rows: readonly Row[], options: DiffOptions): Line[] {
  const { width } = frameOf(options.width);
  const names = rows.map(({ view }) => pairName(view));
  const digits = strongestFirst.map((level) =>
    rows.reduce((most, row) => Math.max(most, String(row.summary[level]).length), 1),
  );
  const countWidth = digits.reduce((sum, count) => sum + count + 4, 0);
  const longestName = names.reduce((most, name) => Math.max(most, displayWidth(name)), 0);
  const most = rows.reduce((sum, row) => Math.max(sum, total(row.summary)), 0);
  const room = width === undefined ? longestName + longestBar + 2 : width - countWidth - 3;
  const nameWidth = Math.max(shortestName, Math.min(longestName, room));
  const bar = Math.min(longestBar, room - nameWidth);
  return rows.map(({ summary }, index) => {
    const name = truncate(names[index] ?? '', nameWidth);
    const counts = strongestFirst.flatMap((level, at) => countOf(summary[level], level, digits[at] ?? 1));
    const pad = ' '.repeat(nameWidth - displayWidth(name));
    return [span(` ${name}${pad}`), ...counts, span('  '), ...barOf(summary, { room: bar, most })];
  });
}

function pairName({ diff }: DiffView): string {
  const [a, b] = [sideName(diff.a), sideName(diff.b)];
  return a === b ? a : `${a} → ${b}`;
}

function countOf(count: number, level: ChangeClass, digits: number): Span[] {
  const text = `  ${shades[level]} ${String(count).padStart(digits)}`;
  return [span(text, count === 0 ? 'dim' : level)];
}

/** At least one cell for every class that has changes, so that one substantive change is not lost in a crowd. */
function barOf(summary: Summary, { room, most }: { readonly room: number; readonly most: number }): Span[] {
  const present = strongestFirst.filter((level) => summary[level] > 0);
  const scale = most <= room ? 1 : Math.max(0, room - present.length) / most;
  if (room < Math.max(present.length, shortestBar)) return [];
  return present.map((level) => {
    const cells = scale === 1 ? summary[level] : 1 + Math.floor((summary[level] - 1) * scale);
    return span(shades[level].repeat(cells), level);
  });
}
