/** Reads each text of a comparison once: its tokens and typographic keys are kept for whoever asks again. */
import { foldTokens } from './fold.ts';
import { type Token, tokenise } from './tokens.ts';

export interface TextReader {
  tokens(text: string): readonly Token[];
  /** As `foldKey`. */
  key(text: string): string;
  /** The key of one token by itself. */
  tokenKey(token: Token): string;
}

export function createReader(): TextReader {
  const cut = new Map<string, readonly Token[]>();
  const keys = new Map<string, string>();
  const tokenKeys = { atom: new Map<string, string>(), other: new Map<string, string>() };
  const folded = new Map<string, string>();
  function tokens(text: string): readonly Token[] {
    let found = cut.get(text);
    if (found === undefined) {
      found = tokenise(text);
      cut.set(text, found);
    }
    return found;
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
    tokenKey(token) {
      const known = tokenKeys[token.kind === 'atom' ? 'atom' : 'other'];
      let key = known.get(token.text);
      if (key === undefined) {
        key = foldTokens(token.text, [token], folded);
        known.set(token.text, key);
      }
      return key;
    },
  };
}
