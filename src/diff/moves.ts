/** Finds, among texts that have no counterpart in order, those that only stand elsewhere. */
import type { TextReader } from '../text/reader.ts';
import { precedes } from './alignment.ts';
import { weightAlone } from './counterparts.ts';
import { commonWeight, type Item, type Items, prepareItems } from './items.ts';

/** A pair of left-overs: indexes into each side's items. */
export interface Move {
  readonly a: number;
  readonly b: number;
}

/** Share of words (by weight) above which a changed text still counts as moved. */
const threshold = 0.7;
/** Lighter texts are too common to say that one moved. */
const leastWeight = 1;
const allPairs = 40_000;

type Sides<T> = Readonly<Record<'a' | 'b', readonly T[]>>;

/** `left` are the indexes of the texts without counterpart; moves point into the texts. */
export function findMoves(texts: Sides<string>, left: Sides<number>, reader: TextReader): Move[] {
  if (left.a.length === 0 || left.b.length === 0) return [];
  const textsA = left.a.map((index) => texts.a[index] ?? '');
  const textsB = left.b.map((index) => texts.b[index] ?? '');
  const [only] = textsA;
  if (only !== undefined && textsA.length + textsB.length === 2 && only === textsB[0])
    return isHeavy(only, reader) ? [{ a: left.a[0] ?? 0, b: left.b[0] ?? 0 }] : [];
  const moves = precedes(textsA, textsB)
    ? movesInOrder(prepareItems(textsA, textsB, reader))
    : movesInOrder(prepareItems(textsB, textsA, reader)).map(({ a, b }) => ({ a: b, b: a }));
  return moves.map(({ a, b }) => ({ a: left.a[a] ?? 0, b: left.b[b] ?? 0 }));
}

/** Of a text that stands once on either side, in which no word is rarer than another. */
function isHeavy(text: string, reader: TextReader): boolean {
  let weight = 0;
  for (const word of reader.words(text)) weight += weightAlone(word, reader);
  return weight >= leastWeight;
}

function movesInOrder(items: Items): Move[] {
  const leftA = items.a.map((_, index) => index);
  const leftB = items.b.map((_, index) => index);
  const moves = equalMoves(items, leftA, leftB);
  const takenA = new Set(moves.map((move) => move.a));
  const takenB = new Set(moves.map((move) => move.b));
  const restA = leftA.filter((index) => !takenA.has(index));
  const restB = leftB.filter((index) => !takenB.has(index));
  if (restA.length * restB.length > allPairs) return moves;
  const candidates = restA.flatMap((a) =>
    restB.map((b) => ({ a, b, share: likeness(items.a[a], items.b[b], items.weights) })),
  );
  candidates.sort((x, y) => y.share - x.share || x.a - y.a || x.b - y.b);
  for (const { a, b, share } of candidates) {
    if (share < threshold || takenA.has(a) || takenB.has(b)) continue;
    takenA.add(a);
    takenB.add(b);
    moves.push({ a, b });
  }
  return moves;
}

function equalMoves(items: Items, leftA: readonly number[], leftB: readonly number[]): Move[] {
  const places = new Map<string, number[]>();
  for (const index of [...leftB].reverse()) {
    const key = items.b[index]?.key ?? '';
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  return leftA.flatMap((a): Move[] => {
    const item = items.a[a];
    if (!item || item.weight < leastWeight) return [];
    const b = places.get(item.key)?.pop();
    return b === undefined ? [] : [{ a, b }];
  });
}

function likeness(a: Item | undefined, b: Item | undefined, weights: Float64Array): number {
  if (!a || !b || a.weight < leastWeight || b.weight < leastWeight) return 0;
  return (2 * commonWeight(a.bag, b.bag, weights)) / (a.weight + b.weight);
}
