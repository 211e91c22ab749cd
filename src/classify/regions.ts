/**
 * Cuts a pair of sentences where both sides keep the same joint, so that what moved from one clause to another is
 * seen; and groups edits that only small words part, so that « A ou B » for « B ou A » is seen as no change.
 */
import { wordRuns } from '../text/letters.ts';
import type { EditSpan, PairText } from './edit-spans.ts';
import type { Vocabulary } from './lexicon/languages.ts';
import { foldWord } from './reading.ts';

export interface Regions {
  /** Number of the clause that holds this place. */
  clause(side: 'a' | 'b', at: number): number;
  /** Number of the statement: clauses joined by commas, « et », « ou » are one. */
  statement(side: 'a' | 'b', at: number): number;
}

const joint =
  /[,;:()]|[.!?](?=\s)|(?<![a-z0-9_\u00c0-\u024f])(?:et|ou|mais|and|or|but)(?![a-z0-9_\u00c0-\u024f])/gi;
const strong =
  /;|[.!?](?=\s)|(?<![a-z0-9_\u00c0-\u024f])(?:mais|but|tandis|alors que|cependant|toutefois|en revanche|contrairement|whereas|however|unlike|while)(?![a-z0-9_\u00c0-\u024f])/gi;

export function readRegions(pair: PairText): Regions {
  let clauses: Bounds | undefined;
  let statements: Bounds | undefined;
  return {
    clause: (side, at) => {
      clauses ??= bounds(pair, joint);
      return countUpTo(clauses[side], at);
    },
    statement: (side, at) => {
      statements ??= bounds(pair, strong);
      return countUpTo(statements[side], at);
    },
  };
}

type Bounds = Readonly<Record<'a' | 'b', readonly number[]>>;

function bounds(pair: PairText, pattern: RegExp): Bounds {
  const a: number[] = [];
  const b: number[] = [];
  for (const run of pair.kept) {
    for (const match of run.text.matchAll(pattern)) {
      a.push(run.a + match.index);
      b.push(run.b + match.index);
    }
  }
  return { a, b };
}

function countUpTo(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Most characters between two edits of one cluster. */
const nearEnough = 40;

/** Runs of edits with nothing but small words, commas and white space between them. */
export function clusterEdits(edits: readonly EditSpan[], vocabulary: Vocabulary): EditSpan[][] {
  const clusters: EditSpan[][] = [];
  for (const edit of edits) {
    const last = clusters.at(-1);
    if (last && isSmall(edit.before, vocabulary)) last.push(edit);
    else clusters.push([edit]);
  }
  return clusters;
}

function isSmall(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > nearEnough || /[;:.!?]/.test(text)) return false;
  return wordRuns(text).every((word) => vocabulary.functionWords.has(foldWord(word)));
}
