/** The languages whose words the tool knows, made ready for search. */
import { english } from './english.ts';
import { french } from './french.ts';
import type { Lexicon } from './lexicon.ts';
import { indexPhrases, type PhraseIndex, splitList } from './phrases.ts';

export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly phrases: PhraseIndex;
  readonly negations: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly partners: ReadonlySet<string>;
  readonly restrictive: ReadonlySet<string>;
  readonly we: ReadonlySet<string>;
  readonly you: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
  readonly lightWords: ReadonlySet<string>;
  readonly revisions: readonly string[];
}

const lexicons: Readonly<Record<string, Lexicon>> = { fr: french, en: english };
/** Each is made from constants when first needed: most runs meet one language. */
const prepared = new Map<string, Vocabulary>();

function prepare(lexicon: Lexicon): Vocabulary {
  return {
    lexicon,
    phrases: indexPhrases(lexicon),
    negations: new Set(splitList(lexicon.negation.words)),
    particles: new Set(splitList(lexicon.negation.particles)),
    partners: new Set(splitList(lexicon.negation.partners)),
    restrictive: new Set(splitList(lexicon.negation.restrictive)),
    we: new Set(splitList(lexicon.persons.we)),
    you: new Set(splitList(lexicon.persons.you)),
    functionWords: new Set(lexicon.functionWords.split(' ')),
    lightWords: new Set(lexicon.lightWords.split(' ')),
    revisions: splitList(lexicon.revision),
  };
}

/** By BCP 47 tag; undefined for a language without word list. */
export function vocabularyOf(language: string): Vocabulary | undefined {
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? '';
  if (!Object.hasOwn(lexicons, primary)) return undefined;
  const known = prepared.get(primary);
  if (known) return known;
  const lexicon = lexicons[primary];
  const vocabulary = lexicon && prepare(lexicon);
  if (vocabulary) prepared.set(primary, vocabulary);
  return vocabulary;
}

/** The vocabulary of the language a sentence is written in: the document's, unless its small words say another. */
export function vocabularyOfSentence(words: readonly string[], language: string): Vocabulary | undefined {
  const own = vocabularyOf(language);
  if (!own) return undefined;
  if (words.length < 4 || countKnown(words, own) > 0) return own;
  for (const other of Object.keys(lexicons)) {
    const vocabulary = vocabularyOf(other);
    if (vocabulary && vocabulary !== own && countKnown(words, vocabulary) >= 2) return vocabulary;
  }
  return words.length < 10 ? own : undefined;
}

function countKnown(words: readonly string[], vocabulary: Vocabulary): number {
  let count = 0;
  for (const word of words) if (vocabulary.functionWords.has(word)) count += 1;
  return count;
}
