/** Reads the options of `log`: which versions and which changes are wanted. */
import { isDay } from '../canonical/patterns.ts';
import type { LogFilter } from '../history/filter.ts';
import type { SpokenNames } from '../history/section-names.ts';
import { diffMessages } from '../messages/diff.ts';
import { Failure } from '../model/failure.ts';
import { endOfDay, startOfDay } from '../text/zone.ts';
import { readClasses } from './classes.ts';
import type { Context } from './context.ts';
import { looksLikeDay } from './forms.ts';
import type { Past } from './past.ts';

/** Seconds since 1970, both included. */
export interface Span {
  readonly since?: number;
  readonly until?: number;
}

/** Places as the outputs call them, whatever language a reader names them in. */
export const spokenNames: SpokenNames = {
  titles: Object.values(diffMessages).flatMap(({ fields }) => fields.title ?? []),
  beginnings: Object.values(diffMessages).map(({ beginning }) => beginning),
  tables: Object.values(diffMessages).map(({ table }) => table),
};

export function readFilter({ options }: Pick<Context, 'options'>): LogFilter {
  const only = readClasses(options.only);
  const { section, cookie } = options;
  return {
    ...(only ? { only } : {}),
    ...(typeof section === 'string' ? { section, spoken: spokenNames } : {}),
    ...(typeof cookie === 'string' ? { cookie } : {}),
  };
}

/** The most commits to show; undefined where all are. */
export function readLimit({ options }: Pick<Context, 'options'>): number | undefined {
  const text = options['max-count'];
  if (typeof text !== 'string') return undefined;
  if (!/^[1-9][0-9]{0,6}$/.test(text))
    throw new Failure('bad-number', 2, { values: { option: '-n', value: text, from: 1 } });
  return Number(text);
}

/** Days in the repository's time zone, both included; a revision stands for the moment of its commit. */
export async function readSpan({ options }: Pick<Context, 'options'>, past: Past): Promise<Span> {
  const since = await readMoment('since', { options, past, ofDay: startOfDay });
  const until = await readMoment('until', { options, past, ofDay: endOfDay });
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

interface MomentReading {
  readonly options: Context['options'];
  readonly past: Past;
  readonly ofDay: (day: string, zone: string) => number;
}

async function readMoment(
  option: 'since' | 'until',
  { options, past: { repository, timezone }, ofDay }: MomentReading,
): Promise<number | undefined> {
  const text = options[option];
  if (typeof text !== 'string') return undefined;
  if (isDay(text)) return ofDay(text, timezone);
  if (looksLikeDay(text)) throw new Failure('no-such-day', 2, { values: { day: text } });
  const { resolveCommit } = await import('./states.ts');
  const { id } = await resolveCommit(repository, text);
  const { askGit } = await import('../store/git-process.ts');
  const seconds = await askGit(repository.root, ['log', '-1', '--no-show-signature', '--format=%ct', id]);
  return Number(seconds.trim());
}
