/** Finds what a sentence calls by name: capitals that are no mere form, and parties known by any spelling. */
import { startsWithCapital } from '../text/letters.ts';
import type { DocumentWords } from './document-words.ts';
import type { Vocabulary } from './lexicon/languages.ts';
import { commonCapitals, knownParties } from './lexicon/names.ts';
import type { Reading, Word } from './reading.ts';

/** A word that is a name as far as its sentence tells. */
export interface LikelyName {
  readonly word: Word;
  /** `inner`, but for a document that says it in small letters; `first`, only for one where a party is called so. */
  readonly place: 'anywhere' | 'inner' | 'first';
}

/** `taken` holds the indexes of words that a phrase already explains. */
export function findLikelyNames(
  reading: Reading,
  taken: ReadonlySet<number>,
  vocabulary: Vocabulary,
): LikelyName[] {
  const allCapitals = !/[a-z]/.test(reading.plain) && !/\p{Ll}/u.test(reading.plain);
  const found: LikelyName[] = [];
  let initial = true;
  reading.words.forEach((word, index) => {
    if (word.key === '|' || word.key === '#' || word.key === '@') {
      if (/[.!?]/.test(word.text)) initial = true;
      return;
    }
    const first = initial || reading.plain.charAt(word.from - 1) === '\n';
    initial = false;
    if (knownParties.has(word.key)) found.push({ word, place: 'anywhere' });
    else if (!allCapitals && !taken.has(index) && mayBeName(word, vocabulary))
      found.push({ word, place: first && !/\p{Ll}\p{Lu}/u.test(word.text) ? 'first' : 'inner' });
  });
  return found;
}

function mayBeName({ key, text }: Word, { functionWords, negations }: Vocabulary): boolean {
  if (text.length < 2 || !startsWithCapital(text) || commonCapitals.has(key)) return false;
  return !functionWords.has(key) && !negations.has(key);
}

/** Whether it is a name in the document the sentence stands in. */
export function isName({ word, place }: LikelyName, own: () => DocumentWords): boolean {
  if (place === 'anywhere') return true;
  return !own().small.has(word.key) && (place === 'inner' || own().parties.has(word.key));
}
