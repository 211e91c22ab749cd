/** Finds words put in the place of others that only together say a change: a word and its contrary, we and you. */
import { wordRuns } from '../text/letters.ts';
import { stemWord } from './content-words.ts';
import type { EditSpan } from './edit-spans.ts';
import type { Vocabulary } from './lexicon/languages.ts';
import { falseContraries, negatingPrefixes } from './lexicon/prefixes.ts';
import { foldWord, type Range } from './reading.ts';
import type { ChangedMark } from './signature.ts';

/** A prefix before fewer letters makes no contrary (`vent`, `invent`; `put`, `input`). */
const shortestStem = 4;
/** In longer edits who does what is no longer told by the pronoun alone. */
const longestSwap = 4;

export function findSwaps(edits: readonly EditSpan[], vocabulary: Vocabulary): ChangedMark[] {
  return edits.flatMap((edit) => {
    if (edit.textA === '' || edit.textB === '') return [];
    const [a, b] = [wordsOf(edit.textA), wordsOf(edit.textB)];
    if (isContrary(a, b) || isContrary(b, a)) return swapMarks(edit, 'negation-changed');
    return swapsPerson(a, b, vocabulary) ? swapMarks(edit, 'party-changed') : [];
  });
}

/** Folded; a hyphen inside a word is set aside. */
function wordsOf(text: string): string[] {
  return wordRuns(text.replace(/(?<=\S)[-\u2010\u2011](?=\S)/g, '')).map(foldWord);
}

/** Whether one list holds a word that the other holds with a negating prefix, neither holding both. */
function isContrary(plain: readonly string[], prefixed: readonly string[]): boolean {
  const stems = new Set(prefixed.map(stemWord));
  const own = new Set(plain.map(stemWord));
  return plain.some((word) => {
    const stem = stemWord(word);
    if (word.length < shortestStem || stems.has(stem)) return false;
    return negatingPrefixes.some((prefix) => {
      const contrary = prefix + stem;
      return stems.has(contrary) && !own.has(contrary) && !falseStems().has(contrary);
    });
  });
}

let stemsOfFalse: ReadonlySet<string> | undefined;

function falseStems(): ReadonlySet<string> {
  stemsOfFalse ??= new Set(falseContraries.split(' ').map(stemWord));
  return stemsOfFalse;
}

function swapsPerson(a: readonly string[], b: readonly string[], { we, you }: Vocabulary): boolean {
  if (a.length > longestSwap || b.length > longestSwap) return false;
  const person = (words: readonly string[]): string =>
    `${words.some((word) => we.has(word)) ? 'we' : ''}${words.some((word) => you.has(word)) ? 'you' : ''}`;
  const persons = [person(a), person(b)];
  return persons.includes('we') && persons.includes('you');
}

function swapMarks({ a, b }: EditSpan, rule: ChangedMark['rule']): ChangedMark[] {
  const mark = (side: 'a' | 'b', ranges: readonly Range[]): ChangedMark => ({
    side,
    rule,
    mark: {
      order: 'count',
      rule,
      value: 'swap',
      from: ranges[0]?.from ?? 0,
      to: ranges.at(-1)?.to ?? 0,
    },
  });
  return [mark('a', a), mark('b', b)];
}
