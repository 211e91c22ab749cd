/** What a purpose says, apart from small words and the verbs that only carry it: stems as a multiset. */
import { startsWithLetter } from '../text/letters.ts';
import { type Vocabulary, vocabularyOfSentence } from './lexicon/languages.ts';
import { readSentence } from './reading.ts';

const endings = /(?:ees|ee|es|ent|ant|ers|er|ez|ed|ing|e|s|x)$/;

/** A word without its inflection; words of four letters and less are left alone but for a plural. */
export function stemWord(word: string): string {
  const stem = word.replace(endings, '');
  return stem.length >= 4 ? stem : word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

/** Stems of a text; undefined in a language without word list. */
export function contentStems(text: string, language: string): string[] | undefined {
  const words = readSentence(text, { language }).words;
  const keys = words.map((word) => (word.key === '#' || word.key === '@' ? word.text : word.key));
  const vocabulary = vocabularyOfSentence(keys.filter(startsWithLetter), language);
  return vocabulary && keys.filter((key) => isContent(key, vocabulary)).map(stemWord);
}

function isContent(key: string, vocabulary: Vocabulary): boolean {
  return key !== '|' && !vocabulary.functionWords.has(key) && !vocabulary.lightWords.has(key);
}

/** The stems that one side holds more often than the other. */
export function differingStems(a: readonly string[], b: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const stem of a) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  for (const stem of b) counts.set(stem, (counts.get(stem) ?? 0) - 1);
  return new Set([...counts].filter(([, count]) => count !== 0).map(([stem]) => stem));
}
