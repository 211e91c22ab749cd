/** Reads each text of a comparison once: its tokens and typographic keys are kept for whoever asks again. */
import { foldTokens } from './fold.ts';
import { RecentMap } from './recent.ts';
import { type Token, tokenise } from './tokens.ts';

export interface TextReader {
  tokens(text: string): readonly Token[];
  /** As `foldKey`. */
  key(text: string): string;
  /** Numbers of the words and atoms of a text, ascending, one an occurrence; a number stands for one key. */
  words(text: string): Uint32Array;
  /** Numbers given so far are below this. */
  wordCount(): number;
  /** Whether the word of that number has few letters, as most that tell little. */
  isShort(word: number): boolean;
  /** Whether many comparisons share it, so that what one of them works out is worth keeping for the others. */
  readonly shared: boolean;
}

/** Texts that a shared reader keeps, and those of which it keeps the tokens, which are large; any other keeps all. */
const mostTexts = 2048;
const mostCut = 256;

/** For a token of which nothing is left once it is folded. */
const none = -1;
/** Words of up to this many letters are short; atoms never are. */
const shortLetters = 3;

export interface ReaderOptions {
  readonly shared?: boolean;
  /** Texts to keep where it is not shared: all where absent. */
  readonly recent?: number;
}

/** `shared` by many comparisons, one after the other: it keeps what was read lately only. */
export function createReader({ shared = false, recent }: ReaderOptions = {}): TextReader {
  const most = shared ? mostTexts : (recent ?? Number.POSITIVE_INFINITY);
  const cut = new RecentMap<string, readonly Token[]>(shared ? mostCut : most);
  const keys = new RecentMap<string, string>(most);
  const bags = new RecentMap<string, Uint32Array>(most);
  const numbers = { word: new Map<string, number>(), atom: new Map<string, number>() };
  const byKey = new Map<string, number>();
  const short: boolean[] = [];
  const folded = new Map<string, string>();
  function tokens(text: string): readonly Token[] {
    let found = cut.get(text);
    if (found === undefined) {
      found = tokenise(text);
      cut.set(text, found);
    }
    return found;
  }
  function numberOf(token: Token, kind: 'word' | 'atom'): number {
    const known = numbers[kind].get(token.text);
    if (known !== undefined) return known;
    const key = foldTokens(token.text, [token], folded);
    const number = key === '' ? none : (byKey.get(key) ?? short.length);
    if (number === short.length) {
      byKey.set(key, number);
      short.push(kind === 'word' && key.length <= shortLetters);
    }
    numbers[kind].set(token.text, number);
    return number;
  }
  function numberWords(all: readonly Token[]): Uint32Array {
    const bag: number[] = [];
    for (let index = 0; index < all.length; index += 1) {
      const token = all[index];
      if (token === undefined || (token.kind !== 'word' && token.kind !== 'atom')) continue;
      const number = numberOf(token, token.kind);
      if (number !== none) bag.push(number);
    }
    return new Uint32Array(bag).sort();
  }
  return {
    tokens,
    key(text) {
      let key = keys.get(text);
      if (key === undefined) {
        key = foldTokens(text, tokens(text), folded);
        keys.set(text, key);
      }
      return key;
    },
    words(text) {
      let bag = bags.get(text);
      if (bag === undefined) {
        bag = numberWords(tokens(text));
        bags.set(text, bag);
      }
      return bag;
    },
    wordCount: () => short.length,
    isShort: (word) => short[word] ?? false,
    shared,
  };
}
