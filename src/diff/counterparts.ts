/** Whether two texts say enough alike to stand for one another, told by the weight of the words that they share. */
import type { TextReader } from '../text/reader.ts';

/** Share of words (by weight) below which two texts are not counterparts. */
const threshold = 0.4;

/** Of words in common, and of each text. */
export function isPair(common: number, a: number, b: number): boolean {
  return common > 0 && 2 * common >= threshold * (a + b);
}

/** Of a word where none is rarer than another. */
export function weightAlone(word: number, reader: TextReader): number {
  return reader.isShort(word) ? 0.5 : 1;
}

/** Of two texts alone, in which no word is rarer than another; what the alignment of these two would give. */
export function areCounterparts(a: string, b: string, reader: TextReader): boolean {
  const [wordsA, wordsB] = [reader.words(a), reader.words(b)];
  let [common, onlyA, onlyB] = [0, 0, 0];
  let [x, y] = [0, 0];
  while (x < wordsA.length || y < wordsB.length) {
    const one = wordsA[x] ?? Number.POSITIVE_INFINITY;
    const other = wordsB[y] ?? Number.POSITIVE_INFINITY;
    if (one === other) common += weightAlone(one, reader);
    else if (one < other) onlyA += weightAlone(one, reader);
    else onlyB += weightAlone(other, reader);
    if (one <= other) x += 1;
    if (other <= one) y += 1;
  }
  return isPair(common, common + onlyA, common + onlyB) || reader.key(a) === reader.key(b);
}
