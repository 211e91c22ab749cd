/**
 * Typographic equality: case, accents on capitals, quotes, apostrophes, spaces, hyphens and markup set aside, never
 * inside atoms. Works on copies; no stored text is ever changed by it.
 */
import { wordCharacters } from './letters.ts';
import { type Token, tokenise } from './tokens.ts';

/** Spellings that differ in meaning from what is left when their hyphen or apostrophe is set aside. */
const exceptions = new RegExp(
  `(?<![${wordCharacters}])(?:peut-être|re-sign|re-cover|re-lease|l[’']as?|m[’']a|t[’']a|n[’']y|s[’']en|d[’']ont` +
    `|we[’']re|we[’']ll|i[’']ll)(?![${wordCharacters}])`,
  'g',
);
/** What each of them holds. */
const exceptionSign = /['’-]/;
const setAside = /[\s\u00ad\u200b\u2060"'‘’‚‛“”„‟«»‹›`´ʼ′″\u2010-\u2012\u2212-]/g;
/** What decomposition leaves of accents. */
const marks = /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670]/g;

/**
 * What is equal for all typographically equal texts (and for a few more: accents on small letters are dropped too,
 * which `typographicallyEqual` then checks). Punctuation counts.
 */
export function foldKey(text: string): string {
  return foldTokens(text, tokenise(text));
}

/** The same for a text already cut into its tokens; `known` keeps what words and marks fold to. */
export function foldTokens(
  text: string,
  tokens: readonly Token[],
  known: Map<string, string> = new Map(),
): string {
  let key = '';
  let atom = false;
  // Not `for … of`, which allocates for each token where nothing is compiled yet.
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'markup' || token.kind === 'space') continue;
    if (token.kind === 'atom') {
      key += `\u0001${foldAtom(token.text)}`;
      atom = true;
      continue;
    }
    let folded = known.get(token.text);
    if (folded === undefined) {
      folded = stripAccents(foldLetters(token.text)).toLowerCase();
      known.set(token.text, folded);
    }
    if (folded === '') continue;
    key += atom && startsWord.test(folded) ? `\u0001${folded}` : folded;
    atom = false;
  }
  return protectExceptions(text, key);
}

/** Equal but for what readers see as form: the key, then accents on small letters one by one. */
export function typographicallyEqual(a: string, b: string): boolean {
  if (a === b) return true;
  const tokensA = tokenise(a);
  const tokensB = tokenise(b);
  return (
    foldTokens(a, tokensA) === foldTokens(b, tokensB) && accentsAgree(letters(tokensA), letters(tokensB))
  );
}

/** Accented and plain letters agree only where one of them is a capital. */
function accentsAgree(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    const x = a.charAt(index);
    const y = b.charAt(index);
    if (x === y || x.toLowerCase() === y.toLowerCase()) continue;
    const capital = x !== x.toLowerCase() || y !== y.toLowerCase();
    if (!capital) return false;
  }
  return true;
}

function letters(tokens: readonly Token[]): string {
  let out = '';
  for (const token of tokens) {
    if (token.kind === 'word' || token.kind === 'punctuation') out += foldLetters(token.text);
  }
  return out;
}

function foldLetters(text: string): string {
  const plain = text.startsWith('\\') && text.length > 1 ? text.slice(1) : text;
  return plain
    .normalize('NFC')
    .replace(setAside, '')
    .replace(/[œŒæÆ…]/g, (letter) => ligatures[letter] ?? letter);
}

const startsWord = new RegExp(`^[${wordCharacters}]`);
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', '…': '...' };

function stripAccents(text: string): string {
  return /[^\u0000-\u007f]/.test(text) ? text.normalize('NFD').replace(marks, '') : text;
}

/** Atoms keep every letter; only kinds of space and, in hosts, the case are set aside. */
function foldAtom(text: string): string {
  const spaced = text.replace(/\s+/g, ' ');
  if (/^\d/.test(spaced)) return spaced.replace(/-/g, ' ').toLowerCase();
  return spaced.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/_]+(?=\/|$)/i, (host) =>
    host.includes('.') ? host.toLowerCase() : host,
  );
}

/** Where a text holds such spellings, they are counted into the key. */
function protectExceptions(text: string, key: string): string {
  if (!exceptionSign.test(text)) return key;
  const found = text.toLowerCase().match(exceptions);
  return found === null ? key : `${key}\u0002${found.join(' ').replaceAll('’', "'")}`;
}
