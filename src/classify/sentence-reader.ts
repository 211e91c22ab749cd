/** Reads of a sentence what it says by itself, whatever document it stands in, and keeps it for whoever meets it again. */
import { startsWithLetter } from '../text/letters.ts';
import { RecentMap } from '../text/recent.ts';
import { findCookieNames } from './cookie-names.ts';
import type { DocumentWords } from './document-words.ts';
import { type Vocabulary, vocabularyOfSentence } from './lexicon/languages.ts';
import { cookieMark, type Mark, readMarks, sortMarks } from './marks.ts';
import { findLikelyNames, isName, type LikelyName } from './names.ts';
import { type Range, type Reading, readSentence, sourceRange, type Word } from './reading.ts';

export interface ReadSentence {
  readonly vocabulary: Vocabulary;
  /** How many variables it names. */
  readonly variables: number;
  /** In the order of the sentence, without names. */
  readonly marks: readonly Mark[];
  readonly names: readonly (LikelyName & { readonly mark: Mark })[];
  readonly plain: string;
  /** As those of its reading; absent where each character of `plain` stands in its own place. */
  readonly places?: Int32Array;
}

/** Undefined for a sentence in a language whose words are not known. */
export type SentenceReader = (text: string, language: string) => ReadSentence | undefined;

/** Sentences that are kept where not said. */
const usual = 2048;

/** Keeps at least the `most` sentences that were read last. */
export function createSentenceReader(most = usual): SentenceReader {
  const kept = new RecentMap<string, ReadSentence | { readonly unknown: true }>(most);
  return (text, language) => {
    const key = `${language} ${text}`;
    let found = kept.get(key);
    if (!found) {
      found = readAlone(text, language) ?? { unknown: true };
      kept.set(key, found);
    }
    return 'unknown' in found ? undefined : found;
  };
}

function readAlone(text: string, language: string): ReadSentence | undefined {
  const reading = readSentence(text, { language });
  const plainWords = reading.words.filter(isOfLanguage).map((word) => word.key);
  const vocabulary = vocabularyOfSentence(plainWords, language);
  if (!vocabulary) return undefined;
  const { marks, taken } = readMarks(reading, vocabulary);
  return {
    vocabulary,
    variables: countVariables(reading),
    marks,
    names: findLikelyNames(reading, taken, vocabulary).map((name) => ({
      ...name,
      mark: nameMark(name.word.key, sourceRange(reading, name.word)),
    })),
    plain: reading.plain,
    ...(reading.plain === text ? {} : { places: reading.places }),
  };
}

/** Names that programs give (`OptanonConsent`, `_ga`) are of no language. */
function isOfLanguage({ key, text }: Word): boolean {
  return startsWithLetter(key) && !/[a-z][A-Z]|[_\d]/.test(text);
}

function countVariables({ atoms, targets }: Reading): number {
  return [...atoms, ...targets].filter((atom) => atom.kind === 'variable').length;
}

function nameMark(key: string, { from, to }: Range): Mark {
  return { order: 'name', rule: 'party-named', value: `name:${key}`, from, to };
}

export interface Surroundings {
  words(): DocumentWords;
  /** Cookies that a table of either document names. */
  cookies(): ReadonlySet<string>;
}

/** What the sentence says in a document, in the order of the sentence. */
export function marksIn(
  { marks, names, plain, places }: ReadSentence,
  { words, cookies }: Surroundings,
): readonly Mark[] {
  const own = names.filter((name) => isName(name, words)).map(({ mark }) => mark);
  const found = findCookieNames(plain, cookies()).map((name) =>
    cookieMark(name.name, places ? sourceRange({ places }, name) : name),
  );
  return own.length + found.length === 0 ? marks : sortMarks([...marks, ...found, ...own]);
}
