/** Counts what a sentence denies: `ne … pas` once, `ne … que` as « only », a lone `ne` by itself. */
import type { Vocabulary } from './lexicon/languages.ts';
import type { Mark } from './marks.ts';
import { type Reading, sourceRange, type Word } from './reading.ts';

/** How many words on a particle finds its partner. */
const reach = 9;

/** `taken` holds the indexes of words that a phrase already explains. */
export function findNegations(reading: Reading, vocabulary: Vocabulary, taken: ReadonlySet<number>): Mark[] {
  const { words } = reading;
  const marks: Mark[] = [];
  const closed = new Set<number>();
  words.forEach((word, index) => {
    if (taken.has(index) || !isParticle(reading, word, vocabulary)) return;
    const partner = findPartner(words, index, { vocabulary, taken });
    const near = partner === undefined ? undefined : words[partner];
    if (partner === undefined || !near) {
      if (!deniedBefore(words, index, vocabulary)) marks.push(mark(reading, word, 'particle'));
      return;
    }
    closed.add(partner);
    const only = vocabulary.restrictive.has(near.key);
    marks.push({
      ...mark(reading, near, only ? 'scope:only' : 'negation'),
      ...(only ? { rule: 'scope-changed' as const, also: sourceRange(reading, word) } : {}),
    });
  });
  words.forEach((word, index) => {
    if (taken.has(index) || closed.has(index) || !vocabulary.negations.has(word.key)) return;
    marks.push(mark(reading, word, 'negation'));
  });
  return marks;
}

function mark(reading: Reading, word: Word, value: string): Mark {
  return { order: 'count', rule: 'negation-changed', value, ...sourceRange(reading, word) };
}

/** `n` only before an apostrophe: `n° 5` denies nothing. */
function isParticle(reading: Reading, word: Word, vocabulary: Vocabulary): boolean {
  if (!vocabulary.particles.has(word.key)) return false;
  return word.key.length > 1 || /['’]/.test(reading.plain.charAt(word.to));
}

function findPartner(
  words: readonly Word[],
  from: number,
  { vocabulary, taken }: { vocabulary: Vocabulary; taken: ReadonlySet<number> },
): number | undefined {
  for (let index = from + 1; index < Math.min(words.length, from + reach); index += 1) {
    const key = words[index]?.key ?? '';
    if (key === '|') return undefined;
    if (taken.has(index)) continue;
    if (vocabulary.partners.has(key) || vocabulary.restrictive.has(key)) return index;
  }
  return undefined;
}

/** « Aucun cookie n'est déposé »: the denial stands before its particle. */
function deniedBefore(words: readonly Word[], index: number, vocabulary: Vocabulary): boolean {
  for (let at = index - 1; at >= Math.max(0, index - reach); at -= 1) {
    const key = words[at]?.key ?? '';
    if (key === '|') return false;
    if (vocabulary.negations.has(key) && vocabulary.partners.has(key)) return true;
  }
  return false;
}
