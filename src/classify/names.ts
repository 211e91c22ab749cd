/** Finds what a sentence calls by name: capitals that are no mere form, and parties known by any spelling. */
import { startsWithCapital } from '../text/letters.ts';
import type { DocumentWords } from './document-words.ts';
import type { Vocabulary } from './lexicon/languages.ts';
import { commonCapitals, knownParties } from './lexicon/names.ts';
import type { Reading, Word } from './reading.ts';

export interface NameContext {
  /** The document the sentence stands in. */
  own(): DocumentWords;
  readonly vocabulary: Vocabulary;
}

/** `taken` holds the indexes of words that a phrase already explains. */
export function findNames(
  reading: Reading,
  taken: ReadonlySet<number>,
  { own, vocabulary }: NameContext,
): Word[] {
  const allCapitals = !/[a-z]/.test(reading.plain) && !/\p{Ll}/u.test(reading.plain);
  let initial = true;
  return reading.words.filter((word, index) => {
    if (word.key === '|' || word.key === '#' || word.key === '@') {
      if (/[.!?]/.test(word.text)) initial = true;
      return false;
    }
    const first = initial || reading.plain.slice(0, word.from).endsWith('\n');
    initial = false;
    if (knownParties.has(word.key)) return true;
    if (taken.has(index) || word.text.length < 2 || allCapitals) return false;
    if (!startsWithCapital(word.text) || commonCapitals.has(word.key)) return false;
    if (vocabulary.functionWords.has(word.key) || vocabulary.negations.has(word.key)) return false;
    if (own().small.has(word.key)) return false;
    return !first || own().parties.has(word.key) || /\p{Ll}\p{Lu}/u.test(word.text);
  });
}
