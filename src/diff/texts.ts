/** Two texts, sentence by sentence and word by word; both rebuild byte for byte from the words. */
import type { SentencePair, WordOp } from '../model/change.ts';
import type { TextReader } from '../text/reader.ts';
import { RecentMap } from '../text/recent.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { alignTexts } from './alignment.ts';
import type { Budget } from './budget.ts';
import type { Link } from './chain.ts';
import { presentableRuns } from './presentable.ts';
import { matchTokens } from './words.ts';

/** What stands between two blocks of one side. */
export const blockJoint = '\n\n';

interface Piece {
  readonly core: string;
  /** White space or the joint that follows it. */
  readonly gap: string;
}

interface Compared {
  readonly pairs: readonly SentencePair[];
  /** What it took of the budget. */
  readonly steps: number;
}

/** Of the comparisons that share a reader; an edit that many portals made is compared once. */
const compared = new WeakMap<TextReader, RecentMap<string, Compared>>();
const mostCompared = 2048;

/**
 * Compares the blocks of either side as one text; a side without blocks gives one-sided pairs. Of one shared reader
 * equal texts give one and the same list.
 */
export function compareTexts(
  a: readonly string[],
  b: readonly string[],
  budget: Budget,
): readonly SentencePair[] {
  const { reader } = budget;
  if (!reader.shared) return compareAnew(a, b, budget);
  let known = compared.get(reader);
  if (!known) {
    known = new RecentMap(mostCompared);
    compared.set(reader, known);
  }
  const key = JSON.stringify([a, b]);
  const found = known.get(key);
  // As much is spent as if it were compared, so that nothing depends on what was compared before.
  if (found && found.steps <= budget.steps) {
    budget.steps -= found.steps;
    return found.pairs;
  }
  const before = budget.steps;
  const pairs = compareAnew(a, b, budget);
  if (!pairs.some(({ coarse }) => coarse)) known.set(key, { pairs, steps: before - budget.steps });
  return pairs;
}

function compareAnew(a: readonly string[], b: readonly string[], budget: Budget): SentencePair[] {
  const piecesA = cutPieces(a);
  const piecesB = cutPieces(b);
  const pairs: SentencePair[] = [];
  let atA = 0;
  let atB = 0;
  let carried: WordOp | undefined;
  function oneSided(piece: Piece, op: 'insert' | 'delete'): void {
    const text = piece.core + piece.gap;
    const whole = (carried?.op === op ? carried.text : '') + text;
    carried = undefined;
    pairs.push({ [op === 'delete' ? 'a' : 'b']: whole, words: [{ op, text: whole, edit: 0 }] });
  }
  const end = { aFrom: piecesA.length, aTo: piecesA.length, bFrom: piecesB.length, bTo: piecesB.length };
  for (const link of [...alignPieces(piecesA, piecesB, budget.reader), end]) {
    for (const piece of piecesA.slice(atA, link.aFrom)) oneSided(piece, 'delete');
    for (const piece of piecesB.slice(atB, link.bFrom)) oneSided(piece, 'insert');
    if (link === end) break;
    const compared = comparePieces(piecesA.slice(link.aFrom, link.aTo), piecesB.slice(link.bFrom, link.bTo), {
      budget,
      endsA: link.aTo === piecesA.length,
      endsB: link.bTo === piecesB.length,
    });
    pairs.push(compared.pair);
    carried = compared.carried;
    atA = link.aTo;
    atB = link.bTo;
  }
  return carried ? endWith(pairs, carried) : pairs;
}

/** What follows the last sentence on one side only is a change of that sentence. */
function endWith(pairs: readonly SentencePair[], { op, text }: WordOp): SentencePair[] {
  return pairs.map((pair, at): SentencePair => {
    if (at < pairs.length - 1) return pair;
    const edit = 1 + Math.max(-1, ...pair.words.map((word) => word.edit ?? -1));
    const side = op === 'delete' ? 'a' : 'b';
    return { ...pair, [side]: (pair[side] ?? '') + text, words: [...pair.words, { op, text, edit }] };
  });
}

function cutPieces(texts: readonly string[]): Piece[] {
  return texts.flatMap((text, index) =>
    splitSentences(text).map((sentence, place, all) => {
      const core = sentence.trimEnd();
      const joint = place === all.length - 1 && index < texts.length - 1 ? blockJoint : '';
      return { core, gap: sentence.slice(core.length) + joint };
    }),
  );
}

/** A lone sentence on both sides is always a pair: its block was already found to be the counterpart. */
function alignPieces(a: readonly Piece[], b: readonly Piece[], reader: TextReader): Link[] {
  if (a.length === 1 && b.length === 1) return [{ aFrom: 0, aTo: 1, bFrom: 0, bTo: 1 }];
  if (a.length === 0 || b.length === 0) return [];
  const texts = [a, b].map((side) => side.map((piece) => piece.core));
  return alignTexts(texts[0] ?? [], texts[1] ?? [], { reader, maxGroup: 3 });
}

/** One pair; where one side ends here, what follows on the other (`carried`) belongs to its next sentence. */
function comparePieces(
  a: readonly Piece[],
  b: readonly Piece[],
  where: { budget: Budget; endsA: boolean; endsB: boolean },
): { pair: SentencePair; carried: WordOp | undefined } {
  const gapA = a.at(-1)?.gap ?? '';
  const gapB = b.at(-1)?.gap ?? '';
  const { words, coarse } = compareWords(joinPieces(a), joinPieces(b), where.budget);
  let carried: WordOp | undefined;
  if (gapA === gapB) {
    if (gapA !== '') words.push({ op: 'equal', text: gapA });
  } else if (gapA === '' && where.endsA) carried = { op: 'insert', text: gapB };
  else if (gapB === '' && where.endsB) carried = { op: 'delete', text: gapA };
  else {
    const edit = 1 + Math.max(-1, ...words.map((word) => word.edit ?? -1));
    if (gapA !== '') words.push({ op: 'delete', text: gapA, edit });
    if (gapB !== '') words.push({ op: 'insert', text: gapB, edit });
  }
  const sides = { a: side(words, 'insert'), b: side(words, 'delete') };
  return {
    pair: { ...sides, words: joinEqual(words), ...(coarse ? { coarse: true as const } : {}) },
    carried,
  };
}

function joinPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece, index) => (index < pieces.length - 1 ? piece.core + piece.gap : piece.core))
    .join('');
}

/** The text that words rebuild when the other side's are left out. */
function side(words: readonly WordOp[], without: 'insert' | 'delete'): string {
  return words.map((word) => (word.op === without ? '' : word.text)).join('');
}

function joinEqual(words: readonly WordOp[]): WordOp[] {
  const joined: WordOp[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last?.op === 'equal' && word.op === 'equal')
      joined[joined.length - 1] = { op: 'equal', text: last.text + word.text };
    else joined.push(word);
  }
  return joined;
}

/** Word operations of two sentences; mirrors, because the two are always compared in one fixed order. */
export function compareWords(a: string, b: string, budget: Budget): { words: WordOp[]; coarse: boolean } {
  if (a === b) return { words: a === '' ? [] : [{ op: 'equal', text: a }], coarse: false };
  const swapped = a > b;
  const tokensA = budget.reader.tokens(swapped ? b : a);
  const tokensB = budget.reader.tokens(swapped ? a : b);
  const match = matchTokens(tokensA, tokensB, budget);
  const words: WordOp[] = [];
  let edit = 0;
  let atA = 0;
  let atB = 0;
  const end = { a: tokensA.length, b: tokensB.length, length: 0 };
  for (const run of [...presentableRuns(match.runs, tokensA, tokensB), end]) {
    const gone = textOf(tokensA, atA, run.a);
    const come = textOf(tokensB, atB, run.b);
    const [deleted, inserted] = swapped ? [come, gone] : [gone, come];
    if (deleted !== '') words.push({ op: 'delete', text: deleted, edit });
    if (inserted !== '') words.push({ op: 'insert', text: inserted, edit });
    if (deleted !== '' || inserted !== '') edit += 1;
    if (run.length > 0) words.push({ op: 'equal', text: textOf(tokensA, run.a, run.a + run.length) });
    atA = run.a + run.length;
    atB = run.b + run.length;
  }
  return { words, coarse: match.coarse };
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index += 1) text += tokens[index]?.text ?? '';
  return text;
}
