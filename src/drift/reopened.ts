/** Decisions whose text, or the template's, changed again: each is held beside the difference that is there now. */
import type { Change } from '../model/change.ts';
import type { Decision, Template } from '../model/charter.ts';
import { textsOf } from '../text/document-texts.ts';
import type { TextReader } from '../text/reader.ts';
import type { Rulings } from './decisions.ts';
import { decidedPlace, shortText, stillSays } from './places.ts';

/** Texts with a smaller share of words in common are not taken for versions of one another. */
const leastAlike = 0.4;

export interface Ground {
  readonly template: Template;
  readonly reader: TextReader;
}

/** The rulings, with those decisions that were left over and are about a text that is there in other words. */
export function reopen(
  changes: readonly Change[],
  { rulings, stale }: Rulings,
  { template, reader }: Ground,
): Rulings {
  const left = new Set(stale.filter(({ why }) => why === 'unmatched').map(({ decision }) => decision));
  const loose = new Set([
    ...left,
    ...rulings.flatMap(({ decision }) => (isOfRows(decision) ? [decision] : [])),
  ]);
  if (loose.size === 0) return { rulings, stale };
  const free = new Set([...changes.keys()].filter((index) => rulings[index]?.state === 'unexplained'));
  const revised = [...rulings];
  const hold = (decision: Decision, index: number): void => {
    free.delete(index);
    const same = stillSays(changes[index], decision.text);
    revised[index] = { state: 'lapsed', decision, lapse: same ? 'differs-otherwise' : 'changed' };
    left.delete(decision);
  };
  const field = { changes, free, reader };
  for (const decision of loose) for (const index of nearest(decision, field)) hold(decision, index);
  const gone = [...left].filter((decision) => isGone(decision, changes, template));
  for (const decision of gone) {
    const index = onlyOther(decision, gone, field);
    if (index !== undefined) hold(decision, index);
  }
  return {
    rulings: revised,
    stale: stale.filter(({ why, decision }) => why !== 'unmatched' || left.has(decision)),
  };
}

/** It may stand for some of its rows, while others have changed again. */
function isOfRows(decision: Decision | undefined): decision is Decision {
  return decision?.cookies !== undefined && decision.cookies.length > 1;
}

interface Field {
  readonly changes: readonly Change[];
  /** Indexes of the differences that nothing was decided about. */
  readonly free: ReadonlySet<number>;
  readonly reader: TextReader;
}

/** All cells of its rows and column; else the one text that is most like it. */
function nearest(decision: Decision, { changes, free, reader }: Field): readonly number[] {
  const there = [...free].filter((index) => isThere(decision, changes[index]));
  if (decision.cookies !== undefined || decision.column !== undefined) return there;
  const ranked = there
    .map((index) => ({ index, share: shareOf(decision.text ?? '', changes[index], reader) }))
    .filter(({ share }) => share >= leastAlike)
    .sort((one, other) => other.share - one.share);
  return ranked.slice(0, 1).map(({ index }) => index);
}

/** Whether it is about a text that neither the portal nor the template has any more. */
function isGone(
  { text, cookies, column }: Decision,
  changes: readonly Change[],
  template: Template,
): boolean {
  if (text === undefined || cookies !== undefined || column !== undefined) return false;
  return (
    !changes.some((change) => stillSays(change, text)) &&
    !textsOf(template).some((own) => stillSays({ b: own }, text))
  );
}

/** The only other text in its place that nothing was decided about, where no other decision may be about it. */
function onlyOther(decision: Decision, gone: readonly Decision[], field: Field): number | undefined {
  if (gone.some((other) => other !== decision && other.section === decision.section)) return undefined;
  const [index, another] = [...field.free].filter((at) => {
    const change = field.changes[at];
    if (change === undefined || shortText(change) === '') return false;
    // Which section an added text is of depends on what was left of them.
    return isThere(decision, textBefore(at, field.changes) ?? change);
  });
  return another === undefined ? index : undefined;
}

/** The template's text in the place of which an added one stands: what is gone is told just before what came. */
function textBefore(at: number, changes: readonly Change[]): Change | undefined {
  if (changes[at]?.kind !== 'block-added') return undefined;
  const before = changes.findLast(({ kind }, index) => index < at && kind !== 'block-added');
  return before?.kind === 'block-removed' ? before : undefined;
}

function isThere({ section, cookies, column, text }: Decision, change: Change | undefined): boolean {
  if (!change) return false;
  const here = decidedPlace([change]);
  if (here.column !== column) return false;
  if (cookies !== undefined) return here.cookies?.every((one) => cookies.includes(one)) ?? false;
  if (here.cookies !== undefined) return false;
  return column !== undefined || (text !== undefined && here.section === section);
}

/** Of the words of both, how many they have in common, from 0 to 1. */
function shareOf(text: string, change: Change | undefined, reader: TextReader): number {
  const a = reader.words(text);
  const b = reader.words(change ? shortText(change) : '');
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one = 0, other = 0] = [a[i], b[j]];
    if (one === other) common += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}
