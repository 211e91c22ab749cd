/** Finds a lexicon's phrases in a row of words: longest first, no word in two phrases, in time linear in the words. */
import { type ConceptGroup, conceptGroups, type Lexicon } from './lexicon.ts';

export interface PhraseMatch {
  /** Absent for a phrase that says nothing by itself. */
  readonly group?: ConceptGroup;
  readonly concept: string;
  /** Allows the concept on the other side without asking for it. */
  readonly soft: boolean;
  /** Half-open range of word indexes. */
  readonly from: number;
  readonly to: number;
}

interface Phrase {
  readonly group?: ConceptGroup;
  readonly concept: string;
  readonly soft: boolean;
  /** Must stand up to eight words before. */
  readonly context: readonly string[];
  readonly words: readonly string[];
  readonly score: number;
}

/** A phrase as the lexicon writes it, read when a text first holds its first word. */
interface Draft {
  readonly text: string;
  readonly concept: string;
  readonly group: ConceptGroup | undefined;
  phrase: Phrase | undefined;
}

export interface PhraseIndex {
  readonly byWord: ReadonlyMap<string, readonly Draft[]>;
  /** By the first letters that all stems have. */
  readonly byStem: ReadonlyMap<string, readonly Draft[]>;
}

/** No stem is shorter. */
const prefix = 3;

const reach = 8;

interface Drafts {
  readonly byWord: Map<string, Draft[]>;
  readonly byStem: Map<string, Draft[]>;
}

export function indexPhrases(lexicon: Lexicon): PhraseIndex {
  const drafts: Drafts = { byWord: new Map(), byStem: new Map() };
  addPhrases(drafts, lexicon.neutral, { group: undefined, concept: '' });
  for (const group of conceptGroups) {
    const concepts = lexicon.groups[group];
    for (const concept of Object.keys(concepts))
      addPhrases(drafts, concepts[concept] ?? '', { group, concept });
  }
  return drafts;
}

function addPhrases(
  { byWord, byStem }: Drafts,
  list: string,
  { group, concept }: Pick<Draft, 'group' | 'concept'>,
): void {
  for (const text of splitList(list)) {
    const start = Math.max(text.indexOf('~') + 1, text.startsWith('?') ? 1 : 0);
    const words = start === 0 ? text : text.slice(start).trimStart();
    const space = words.indexOf(' ');
    const first = space < 0 ? words : words.slice(0, space);
    const stem = first.endsWith('*');
    const key = stem ? first.slice(0, prefix) : first;
    const map = stem ? byStem : byWord;
    const draft: Draft = { text, concept, group, phrase: undefined };
    const found = map.get(key);
    if (found) found.push(draft);
    else map.set(key, [draft]);
  }
}

export function splitList(list: string): string[] {
  return list === '' ? [] : list.split(', ');
}

function readPhrase({ text, group, concept }: Draft): Phrase {
  const soft = text.startsWith('?');
  const gap = text.indexOf('~');
  const context = gap < 0 ? [] : splitWords(text.slice(0, gap));
  const words = splitWords(gap >= 0 ? text.slice(gap + 1) : soft ? text.slice(1) : text);
  return { ...(group ? { group } : {}), concept, soft, context, words, score: scoreWords(words, context) };
}

function splitWords(text: string): string[] {
  return text.trim().split(' ');
}

/** `words` are folded; `#` stands for a number, `|` for a stop that no phrase crosses. */
export function matchPhrases(words: readonly string[], index: PhraseIndex): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  let at = 0;
  while (at < words.length) {
    const phrase = bestPhrase(words, at, index);
    const to = at + (phrase?.words.length ?? 1);
    if (phrase) {
      const { group, concept, soft } = phrase;
      matches.push({ ...(group ? { group } : {}), concept, soft, from: at, to });
    }
    at = to;
  }
  return matches;
}

function bestPhrase(words: readonly string[], at: number, index: PhraseIndex): Phrase | undefined {
  const word = words[at] ?? '';
  let best: Phrase | undefined;
  let bestScore = 0;
  function consider(list: readonly Draft[] | undefined): void {
    for (const draft of list ?? []) {
      draft.phrase ??= readPhrase(draft);
      const { phrase } = draft;
      if (phrase.score > bestScore && stands(phrase, words, at)) {
        best = phrase;
        bestScore = phrase.score;
      }
    }
  }
  consider(index.byWord.get(word));
  consider(index.byStem.get(word.slice(0, prefix)));
  return best;
}

/** More words first, then one with a context, then the longer stem. */
function scoreWords(words: readonly string[], context: readonly string[]): number {
  const letters = words.reduce((total, word) => total + word.length, 0);
  return words.length * 1000 + (context.length > 0 ? 500 : 0) + letters;
}

function stands(phrase: Phrase, words: readonly string[], at: number): boolean {
  if (!wordsStand(phrase.words, words, at)) return false;
  if (phrase.context.length === 0) return true;
  for (let start = at - phrase.context.length; start >= Math.max(0, at - reach); start -= 1) {
    if (words[start] === '|') return false;
    if (wordsStand(phrase.context, words, start)) return true;
  }
  return false;
}

function wordsStand(pattern: readonly string[], words: readonly string[], at: number): boolean {
  return pattern.every((part, offset) => {
    const word = words[at + offset] ?? '';
    return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
  });
}
