/** Texts made ready for alignment: a typographic key and a weighted bag of words shared by both sides. */
import type { TextReader } from '../text/reader.ts';

export interface Item {
  readonly text: string;
  /** Equal for typographically equal texts. */
  readonly key: string;
  /** Word numbers, ascending, one an occurrence. */
  readonly bag: Uint32Array;
  /** Sum of the bag's word weights. */
  readonly weight: number;
  /** Something else stands before it, so that it is not one text with the item before. */
  readonly apart?: boolean;
}

export interface Items {
  readonly a: readonly Item[];
  readonly b: readonly Item[];
  /** Weight of each word number: rare words tell more than common or short ones. */
  readonly weights: Float64Array;
}

/** Weights are multiples of 1/1024, so that sums do not depend on the order of the words. */
const exact = 1024;

/** Prepares both sides at once, because a word's weight depends on how many texts of either side hold it. */
export function prepareItems(a: readonly string[], b: readonly string[], reader: TextReader): Items {
  const { bagOf, wordOf, count } = numberWords([...a, ...b].map(reader.words), reader);
  const drafts = [a, b].map((texts) =>
    texts.map((text) => ({
      text,
      key: reader.key(text),
      bag: bagOf(reader.words(text)),
    })),
  );
  const spread = new Uint32Array(count);
  for (const side of drafts) for (const { bag } of side) countOnce(bag, spread);
  const weights = new Float64Array(count);
  for (let number = 0; number < count; number += 1) {
    const rarity = 1 / (1 + Math.log2(Math.max(spread[number] ?? 0, 2) / 2));
    weights[number] = Math.round((reader.isShort(wordOf(number)) ? rarity / 2 : rarity) * exact) / exact;
  }
  const [sideA = [], sideB = []] = drafts.map((side) =>
    side.map((draft) => ({ ...draft, weight: sum(draft.bag, weights) })),
  );
  return { a: sideA, b: sideB, weights };
}

interface Numbering {
  readonly bagOf: (words: Uint32Array) => Uint32Array;
  /** The reader's number. */
  readonly wordOf: (number: number) => number;
  readonly count: number;
}

/**
 * A few texts get numbers of their own, in the same order, so that what is kept for each number is no larger than
 * they are; many keep the reader's.
 */
function numberWords(bags: readonly Uint32Array[], reader: TextReader): Numbering {
  const total = bags.reduce((sum, bag) => sum + bag.length, 0);
  const count = reader.wordCount();
  if (count <= 4 * total) return { bagOf: (words) => words, wordOf: (number) => number, count };
  const words = distinctWords(bags, total);
  return {
    bagOf: (bag) => renumber(bag, words),
    wordOf: (number) => words[number] ?? 0,
    count: words.length,
  };
}

/** Each word once, ascending. */
function distinctWords(bags: readonly Uint32Array[], total: number): Uint32Array {
  const all = new Uint32Array(total);
  let filled = 0;
  for (const bag of bags) {
    all.set(bag, filled);
    filled += bag.length;
  }
  all.sort();
  let count = 0;
  for (let index = 0; index < all.length; index += 1) {
    const word = all[index] ?? 0;
    if (index > 0 && word === all[count - 1]) continue;
    all[count] = word;
    count += 1;
  }
  return all.subarray(0, count);
}

/** Both ascend, so that one walk through the words finds those of a bag. */
function renumber(bag: Uint32Array, words: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(bag.length);
  let at = 0;
  for (let index = 0; index < bag.length; index += 1) {
    const word = bag[index] ?? 0;
    while ((words[at] ?? word) < word) at += 1;
    numbers[index] = at;
  }
  return numbers;
}

/** Counts each word of a bag once. */
function countOnce(bag: Uint32Array, spread: Uint32Array): void {
  for (let index = 0; index < bag.length; index += 1) {
    const word = bag[index] ?? 0;
    if (index === 0 || word !== bag[index - 1]) spread[word] = (spread[word] ?? 0) + 1;
  }
}

function sum(bag: Uint32Array, weights: Float64Array): number {
  let total = 0;
  for (let index = 0; index < bag.length; index += 1) total += weights[bag[index] ?? 0] ?? 0;
  return total;
}

/** How many items both sides begin and end with, told by their keys. */
export function commonEnds({ a, b }: Items): { head: number; tail: number } {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head]?.key === b[head]?.key) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail]?.key === b[b.length - 1 - tail]?.key) tail += 1;
  return { head, tail };
}

/** Weight of the words two bags share, by occurrence. */
export function commonWeight(a: Uint32Array, b: Uint32Array, weights: Float64Array): number {
  let total = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      total += weights[x] ?? 0;
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return total;
}

/** What is left of `a` after taking away the occurrences in `b`. */
export function withoutWords(a: Uint32Array, b: Uint32Array): Uint32Array {
  const left: number[] = [];
  let j = 0;
  for (const number of a) {
    while (j < b.length && (b[j] ?? 0) < number) j += 1;
    if (j < b.length && b[j] === number) j += 1;
    else left.push(number);
  }
  return Uint32Array.from(left);
}
