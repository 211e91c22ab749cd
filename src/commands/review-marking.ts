/** `charter review --viewed` and `--unviewed`: marks findings and decisions for the one who reviews, and tells how many are left. */
import { reviewMessages } from '../messages/review.ts';
import { Failure } from '../model/failure.ts';
import type { Review, ReviewFinding } from '../model/review.ts';
import { jsonDocument } from '../present/json-document.ts';
import { nearestNames } from '../text/nearest.ts';
import { readClass } from './classes.ts';
import type { Context, Outcome } from './context.ts';
import { fewestDigits } from './decisions-reference.ts';
import { openViewed } from './review-viewed.ts';

/** Undefined where nothing is to be marked. A word that names nothing ends it with status 2 before anything is kept. */
export async function markAsked(
  review: Review,
  root: string,
  context: Context,
): Promise<Outcome | undefined> {
  const { viewed, unviewed } = context.options;
  const words = viewed ?? unviewed;
  if (typeof words !== 'string') return undefined;
  const ids = [...new Set(words.split(',').flatMap((word) => idsNamed(word.trim(), review)))];
  const marks = await openViewed(review, root, context);
  if (ids.length > 0 && !marks.keep(ids, viewed !== undefined)) throw new Failure('viewed-not-kept', 4);
  const all = [...review.findings, ...review.decisions].map(({ id }) => id);
  const marked = new Set(ids);
  const done = all.filter((id) => (marked.has(id) ? viewed !== undefined : marks.viewed.has(id)));
  return { status: 0, output: told({ ids, all, done, isViewed: viewed !== undefined }, context) };
}

interface Marked {
  readonly ids: readonly string[];
  readonly all: readonly string[];
  /** Of all, those that are viewed now. */
  readonly done: readonly string[];
  readonly isViewed: boolean;
}

function told({ ids, all, done, isViewed }: Marked, { format, language }: Context): string {
  if (format === 'json')
    return jsonDocument({
      ...{ schemaVersion: 1, command: 'review', action: isViewed ? 'viewed' : 'unviewed' },
      marked: ids,
      viewed: done,
      of: all.length,
    });
  const { marks } = reviewMessages[language];
  return `${[marks.marked(ids.length, isViewed), marks.count(done.length, all.length)].join(' · ')}\n`;
}

/** `*`, a charter, a file, a class, a reference or an id. */
function idsNamed(word: string, review: Review): string[] {
  const { findings, decisions } = review;
  if (word === '*') return [...findings, ...decisions].map(({ id }) => id);
  const own = [
    ...findings.filter(({ charter, place }) => charter === word || place.file === word),
    ...decisions.filter(({ portal, place }) => portal === word || place.file === word),
  ];
  if (own.length > 0) return own.map(({ id }) => id);
  const level = readClass(word);
  if (level !== undefined) return findings.filter((one) => one.class === level).map(({ id }) => id);
  return idsByReference(word, review);
}

/** One reference may stand for several findings: what portals have alike. What has none goes by its id, as JSON gives it. */
function idsByReference(word: string, { findings, decisions }: Review): string[] {
  const given = word.toLowerCase();
  const isReference = /^[0-9a-f]+$/.test(given) && given.length >= fewestDigits;
  const names: readonly (readonly [name: string, id: string])[] = [
    ...findings.map(({ reference, id }) => [reference ?? id, id] as const),
    ...decisions.map(({ decision, id }) => [decision.reference, id] as const),
  ];
  const found = isReference ? names.filter(([name]) => name.startsWith(given)) : [];
  if (found.length === 0) throw unknown(word, findings);
  const digits = Math.max(given.length, ...findings.map(({ reference = '' }) => reference.length));
  const several = new Set(found.map(([name]) => name.slice(0, digits)));
  if (several.size > 1)
    throw new Failure('review-ambiguous', 2, {
      values: { reference: word, count: several.size },
      suggestions: [...several].slice(0, mostSuggestions),
    });
  return found.map(([, id]) => id);
}

const mostSuggestions = 5;

function unknown(word: string, findings: readonly ReviewFinding[]): Failure {
  const known = findings.flatMap(({ charter, reference }) => [charter ?? [], reference ?? []].flat());
  return new Failure('review-unknown', 2, { values: { word }, suggestions: nearestNames(word, known) });
}
