/** Which version the reader is at: in the timeline, and over a comparison that was opened from it. */
import { historyMessages } from '../../messages/history.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { Language } from '../../model/language.ts';
import { shortCommit } from '../../present/log-view.ts';
import { unitHere } from '../blame/origins.ts';
import type { FrameLine } from '../frame-types.ts';
import type { UiState } from '../state.ts';
import { lineIndex, type Rank, rankOf, rowHere, type Timeline } from '../timeline/timeline.ts';
import { cells, cut, flatRun, justify, run } from './lines.ts';
import { shades, strongestFirst } from './overview.ts';
import { hasShortCounts } from './timeline.ts';

const gap = 2;

/** ` version 3 of 12 · 2026-03-09 14:05 · Zoé Lefèvre · 1a2b3c4d`. */
export function timelinePosition(state: UiState): FrameLine {
  const { timeline, settings, terminal } = state;
  if (!timeline) return [];
  const { language } = settings;
  const legend = strongestFirst.map((level) => `${shades[level]} ${tuiMessages[language].classes[level]}`);
  const right = hasShortCounts(terminal) ? [run(`${legend.join('  ')} `, 'dim')] : [];
  const forms = positionForms(timeline, language);
  const left = forms.find((form) => cells(form) <= terminal.columns) ?? forms.at(-1) ?? [];
  const fits = cells(left) + gap + cells(right) <= terminal.columns;
  return justify(left, fits ? right : [], { width: terminal.columns });
}

/** Which version of how many, and whose; longest form first. Between versions, which one stands above. */
function positionForms(timeline: Timeline, language: Language): FrameLine[] {
  const { history } = tuiMessages[language];
  const here = rowHere(timeline);
  const above = timeline.shown.findLast((line) => line.kind === 'row' && line.at <= timeline.place.at);
  const known = here ?? (above?.kind === 'row' ? above.row : undefined);
  const { index, count, open } = rankOf(timeline, known?.key);
  if (here && !here.version) return [[run(` ${history.uncommitted}`, 'strong')]];
  if (index === undefined) return [];
  const start = run(` ${history.version(index, count, open)}`, 'strong');
  if (!here?.version) return [[start]];
  const { author, id, merge } = here.version.commit;
  const day = here.moment.slice(0, dayCells);
  const last = merge ? [historyMessages[language].merge] : [];
  const forms = [
    [here.moment, author.name, shortCommit(id), ...last],
    [day, author.name, shortCommit(id), ...last],
    [day, shortCommit(id), ...last],
    [day, author.name],
    [day],
  ];
  return forms.map((facts) => [start, ...facts.map((fact) => flatRun(` · ${fact}`))]);
}

const dayCells = 10;

/** The longer and the shorter form of which version is compared; absent where none is. */
export function versionForms(state: UiState): readonly [string, string] | undefined {
  if (!state.visit) return undefined;
  const { to } = state.visit.pair;
  const { history } = tuiMessages[state.settings.language];
  const day = to.moment.slice(0, 10);
  const name = to.version ? `${day} · ${to.version.commit.author.name}` : history.uncommitted;
  const short = to.version ? day : history.uncommitted;
  const { index, count, open } = versionRank(state) ?? {};
  if (index === undefined || count === undefined) return [name, short];
  return [
    `${history.version(index, count, open === true)} · ${name}`,
    `${history.shortVersion(index, count, open === true)} · ${short}`,
  ];
}

/** Absent where two chosen versions are compared, or one that the timeline does not show. */
export function versionRank({ visit, timeline }: Pick<UiState, 'visit' | 'timeline'>): Rank | undefined {
  if (!visit || !timeline || visit.pair.from) return undefined;
  const { key } = visit.pair.to;
  return lineIndex(timeline, key) < 0 ? undefined : rankOf(timeline, key);
}

/** ` 2026-03-09 14:05 · Zoé Lefèvre · 1a2b3c4d · its subject`, of the piece under the cursor. */
export function originPosition({ origins, settings, terminal }: UiState): FrameLine {
  const here = unitHere(origins);
  if (!here) return [];
  const { unit, row } = here;
  const { history } = tuiMessages[settings.language];
  const words = historyMessages[settings.language].blame;
  if (!row?.version || !unit.commit) return [run(` ${history.uncommitted}`, 'strong')];
  const { former } = unit;
  const names = [former?.charter, former?.file].flatMap((name) => (name === undefined ? [] : [name]));
  const facts = [
    `${shortCommit(unit.commit.id)}${unit.state === 'boundary' ? ` ${words.boundary}` : ''}`,
    ...(names.length > 0 ? [words.formerly(names)] : []),
    unit.commit.subject,
  ];
  const line: FrameLine = [
    run(` ${row.moment}`, 'strong'),
    flatRun(` · ${unit.commit.author.name}`),
    ...facts.map((fact) => flatRun(` · ${fact}`)),
  ];
  return cut(line, terminal.columns);
}

/** The revision by few digits. */
export function originsName({ origins }: UiState): string {
  return (origins?.charter ?? '').replace(/@([0-9a-f]{40,64})$/, (_, id: string) => `@${shortCommit(id)}`);
}
