/**
 * Typographic equality: case, accents on capitals, quotes, apostrophes, spaces, hyphens and markup set aside, never
 * inside atoms. Works on copies; no stored text is ever changed by it.
 */
import { ideographs, wordCharacters } from './letters.ts';
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

/** The whole texts that two excerpts stand in: only there can an acronym be told from a word in a line of capitals. */
export interface Around {
  readonly a: string;
  readonly b: string;
}

/**
 * Equal but for what readers see as form: the key, then, place by place, accents on small letters, white space inside
 * words, and the capitals of acronyms.
 */
export function typographicallyEqual(a: string, b: string, around: Around = { a, b }): boolean {
  if (a === b) return true;
  const tokensA = tokenise(a);
  const tokensB = tokenise(b);
  if (foldTokens(a, tokensA) !== foldTokens(b, tokensB)) return false;
  const x = readShape(tokensA);
  const y = readShape(tokensB);
  return (
    accentsAgree(x.letters, y.letters) &&
    wordsAgree(x, y) &&
    (!holdsSmall(around.a) || acronymsAgree(x, y)) &&
    (!holdsSmall(around.b) || acronymsAgree(y, x))
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

/** What stands before a letter: nothing, a hyphen or apostrophe, white space, an atom or the beginning. */
const nothing = 0;
const joint = 1;
const space = 2;
const bound = 3;

/** The letters and marks that count, and what was set aside before each. */
interface Shape {
  readonly letters: string;
  readonly gaps: readonly number[];
}

function readShape(tokens: readonly Token[]): Shape {
  let letters = '';
  const gaps: number[] = [];
  let gap = bound;
  for (const token of tokens) {
    if (token.kind === 'markup') continue;
    if (token.kind === 'space' || token.kind === 'atom') {
      gap = Math.max(gap, token.kind === 'space' ? space : bound);
      continue;
    }
    for (const char of withoutEscape(token.text).normalize('NFC')) {
      const kept = foldLetters(char);
      if (kept === '') {
        if (!invisible.test(char)) gap = Math.max(gap, /\s/.test(char) ? space : joint);
        continue;
      }
      for (let index = 0; index < kept.length; index += 1) gaps.push(index === 0 ? gap : nothing);
      letters += kept;
      gap = nothing;
    }
  }
  return { letters, gaps };
}

const invisible = /[\u00ad\u200b\u2060]/;

/** A hyphen may be white space or nothing; white space is never nothing between two letters, or words run together. */
function wordsAgree(a: Shape, b: Shape): boolean {
  for (let index = 1; index < a.letters.length; index += 1) {
    const [x, y] = [a.gaps[index] ?? bound, b.gaps[index] ?? bound];
    if (Math.min(x, y) !== nothing || Math.max(x, y) !== space) continue;
    if (inWords.test(a.letters.slice(index - 1, index + 1))) return false;
  }
  return true;
}

/** Words of two to five capitals in `a` are in capitals in `b` too: « l'UE » is not « lue ». */
function acronymsAgree(a: Shape, b: Shape): boolean {
  let from = 0;
  for (let index = 1; index <= a.letters.length; index += 1) {
    const parted =
      (a.gaps[index] ?? bound) !== nothing || !inWords.test(a.letters.slice(index - 1, index + 1));
    if (!parted) continue;
    const length = index - from;
    const short = length >= 2 && length <= longestAcronym;
    if (short && isCapital(a.letters.slice(from, index)) && !isCapital(b.letters.slice(from, index)))
      return false;
    from = index;
  }
  return true;
}

const longestAcronym = 5;

function isCapital(text: string): boolean {
  for (const char of text) if (char === char.toLowerCase()) return false;
  return true;
}

function holdsSmall(text: string): boolean {
  return /[a-zß-öø-ÿ]/.test(text) || text !== text.toUpperCase();
}

function foldLetters(text: string): string {
  return withoutEscape(text)
    .normalize('NFC')
    .replace(setAside, '')
    .replace(/[œŒæÆ…]/g, (letter) => ligatures[letter] ?? letter);
}

function withoutEscape(text: string): string {
  return text.startsWith('\\') && text.length > 1 ? text.slice(1) : text;
}

/** Two letters of scripts that part their words by white space. */
const inWords = new RegExp(`^(?:(?![${ideographs}])[${wordCharacters}]){2}$`);
const startsWord = new RegExp(`^[${wordCharacters}]`);
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', '…': '...' };

function stripAccents(text: string): string {
  return /[^\u0000-\u007f]/.test(text) ? text.normalize('NFD').replace(marks, '') : text;
}

/** Atoms keep every letter; only kinds of space and, in hosts, the case are set aside. */
function foldAtom(text: string): string {
  const spaced = text.replace(/\s+/g, ' ');
  const sign = minus.test(spaced) ? '-' : '';
  const amount = spaced.slice(sign.length);
  if (/^\d/.test(amount)) return sign + amount.replace(/-/g, ' ').toLowerCase();
  return spaced.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/_]+(?=\/|$)/i, (host) =>
    host.includes('.') ? host.toLowerCase() : host,
  );
}

const minus = /^[-\u2010-\u2013\u2212]/;

/** Where a text holds such spellings, they are counted into the key. */
function protectExceptions(text: string, key: string): string {
  if (!exceptionSign.test(text)) return key;
  const found = text.toLowerCase().match(exceptions);
  return found === null ? key : `${key}\u0002${found.join(' ').replaceAll('’', "'")}`;
}
