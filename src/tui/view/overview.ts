/** The overview: one line a charter or comparison, with its changes by class. */
import { diffMessages } from '../../messages/diff.ts';
import { type TuiMessages, tuiMessages } from '../../messages/tui.ts';
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import { displayWidth } from '../../text/width.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { markMatches } from '../search.ts';
import type { Entry, UiState } from '../state.ts';
import { queryOf } from './drawing.ts';
import { blank, cut, fill, flatRun, gutter, run } from './lines.ts';

export const strongestFirst: readonly ChangeClass[] = [...changeClasses].reverse();
/** The stronger the class, the darker; the same as in `--stat`. */
export const shades: Readonly<Record<ChangeClass, string>> = {
  substantive: '█',
  wording: '▓',
  typographic: '▒',
  variable: '░',
};

const gap = 2;
const widestName = 48;
const leastName = 16;
const dateWidth = 11;
const widestTemplate = 24;

interface Columns {
  readonly name: number;
  /** By class, the strongest first. */
  readonly counts: readonly number[];
  /** Shades in place of class names over the counts. */
  readonly short: boolean;
  readonly template: number;
  readonly captured: number;
  readonly cookies: number;
}

export function overviewBlocks(state: UiState): Blocks {
  const { entries } = state.session;
  const columns = columnsOf(state);
  return makeBlocks(
    entries.length,
    (index) => index,
    (index) => {
      const entry = entries[index];
      return entry ? [entryLine(entry, { index, columns, state })] : [];
    },
  );
}

/** Sheds what matters least until the rest fits. */
function columnsOf({ session, terminal, settings }: UiState): Columns {
  const { overview } = tuiMessages[settings.language];
  const measured = session.entries.slice(0, most);
  const names = measured.map(({ name }) => displayWidth(name));
  const name = Math.min(widestName, Math.max(leastName, ...names));
  const templates = measured.map((entry) => displayWidth(entry.template ?? ''));
  const template = Math.min(widestTemplate, Math.max(displayWidth(overview.template), ...templates));
  const cookies = displayWidth(overview.cookies);
  const words = strongestFirst.map((level) => displayWidth(label(level, settings.language)));
  const digits = words.map(() => shortCount);
  const room = terminal.columns - 1 - gutter;
  const forms: readonly Omit<Columns, 'name'>[] = [
    { short: false, counts: words, template, captured: dateWidth, cookies },
    { short: false, counts: words, template, captured: dateWidth, cookies: 0 },
    { short: false, counts: words, template, captured: 0, cookies: 0 },
    { short: false, counts: words, template: 0, captured: 0, cookies: 0 },
    { short: true, counts: digits, template, captured: dateWidth, cookies },
    { short: true, counts: digits, template, captured: 0, cookies: 0 },
  ];
  const last: Omit<Columns, 'name'> = { short: true, counts: digits, template: 0, captured: 0, cookies: 0 };
  const form = forms.find((one) => name + usedBy(one) <= room) ?? last;
  return { ...form, name: Math.max(1, Math.min(name, room - usedBy(form))) };
}

/** Entries measured: names are much alike. */
const most = 500;
const shortCount = 4;

function usedBy({ counts, template, captured, cookies }: Omit<Columns, 'name'>): number {
  const others = [...counts, template, captured, cookies].filter((width) => width > 0);
  return others.reduce((sum, width) => sum + width + gap, 0);
}

export function hasShortHeads(state: UiState): boolean {
  return columnsOf(state).short;
}

function label(level: ChangeClass, language: UiState['settings']['language']): string {
  return `${shades[level]} ${diffMessages[language].tag[level]}`;
}

export function overviewHeads(state: UiState): FrameLine {
  const { language } = state.settings;
  const { overview } = tuiMessages[language];
  const columns = columnsOf(state);
  const heads = strongestFirst.map((level, at) =>
    right(columns.short ? shades[level] : label(level, language), columns.counts[at] ?? 1),
  );
  const name = state.session.kind === 'diff' ? overview.comparison : overview.charter;
  const parts: FrameLine[] = [
    fill([run(name, 'dim')], columns.name),
    ...heads.map((text) => [run(text, 'dim')]),
  ];
  if (columns.template > 0) parts.push(fill([run(overview.template, 'dim')], columns.template));
  if (columns.captured > 0) parts.push(fill([run(overview.captured, 'dim')], columns.captured));
  if (columns.cookies > 0) parts.push([run(overview.cookies, 'dim')]);
  return [blank(gutter + 1), ...joined(parts)];
}

function right(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

function joined(parts: readonly FrameLine[]): FrameRun[] {
  return parts.flatMap((part, index): FrameRun[] => (index === 0 ? [...part] : [blank(gap), ...part]));
}

interface EntryOf {
  readonly index: number;
  readonly columns: Columns;
  readonly state: UiState;
}

function entryLine(entry: Entry, { index, columns, state }: EntryOf): FrameLine {
  const messages = tuiMessages[state.settings.language];
  const current = index === state.overview.at;
  const name = markMatches(
    [flatRun(entry.name, current ? 'strong' : undefined)],
    queryOf(state),
    current ? 'current' : 'other',
  );
  const parts: FrameLine[] = [fill(name, columns.name), countsOf(entry, columns, messages)];
  if (columns.template > 0) parts.push(fill([flatRun(entry.template ?? '–', 'dim')], columns.template));
  if (columns.captured > 0) parts.push(fill([flatRun(entry.captured ?? '–', 'dim')], columns.captured));
  if (columns.cookies > 0)
    parts.push([
      run(right(entry.cookies === undefined ? '–' : String(entry.cookies), columns.cookies), 'dim'),
    ]);
  return cut([blank(gutter), ...joined(parts)], state.terminal.columns - 1);
}

/** Four counts, or in their place what hinders them. */
function countsOf(entry: Entry, { counts }: Columns, messages: TuiMessages): FrameLine {
  const width = counts.reduce((sum, count) => sum + count, 0) + (counts.length - 1) * gap;
  const instead = (text: string, style: 'dim' | 'failure'): FrameLine => fill([flatRun(text, style)], width);
  if (entry.failure !== undefined) return instead(entry.failure, 'failure');
  if (!entry.comparable) return instead(messages.overview.noTemplate, 'dim');
  if (!entry.view) return instead(messages.loading, 'dim');
  const { summary, changes } = entry.view.diff;
  if (changes.length === 0) return instead(messages.overview.same, 'dim');
  return strongestFirst.flatMap((level, at): FrameRun[] => {
    const text = run(
      right(summary[level] === 0 ? '·' : String(summary[level]), counts[at] ?? 1),
      summary[level] === 0 ? 'dim' : level,
    );
    return at === 0 ? [text] : [blank(gap), text];
  });
}
