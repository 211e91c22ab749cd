/** Finds numbers in plain text, in digits and in French and English words, and gives each its value. */
import { smallLetters, superscripts } from './letters.ts';

export interface FoundNumber {
  /** Half-open range in the text. */
  readonly from: number;
  readonly to: number;
  /** Equal for equal numbers: `13` for `13` and `treize`, `50%` for `50 %`. */
  readonly value: string;
}

const words: Readonly<Record<string, number>> = {
  zéro: 0,
  zero: 0,
  un: 1,
  une: 1,
  one: 1,
  a: 1,
  an: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  neuf: 9,
  nine: 9,
  dix: 10,
  ten: 10,
  onze: 11,
  eleven: 11,
  douze: 12,
  twelve: 12,
  treize: 13,
  thirteen: 13,
  quatorze: 14,
  fourteen: 14,
  quinze: 15,
  fifteen: 15,
  seize: 16,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  vingt: 20,
  vingts: 20,
  twenty: 20,
  trente: 30,
  thirty: 30,
  quarante: 40,
  forty: 40,
  cinquante: 50,
  fifty: 50,
  soixante: 60,
  sixty: 60,
  seventy: 70,
  septante: 70,
  eighty: 80,
  huitante: 80,
  ninety: 90,
  nonante: 90,
  cent: 100,
  cents: 100,
  hundred: 100,
  mille: 1000,
  thousand: 1000,
};

/** Latin letters are enough beside these words, and patterns without Unicode classes are ready much sooner. */
export const wordLetters = 'a-z0-9_\\u00c0-\\u024f';

const token = new RegExp(
  `(?:\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*)[${superscripts}]*|[${wordLetters}]+`,
  'g',
);
/** A sign that no word, number or other sign precedes. */
const minus = new RegExp(`(?<![-\\u2010-\\u2013\\u2212${wordLetters}])[-\\u2010-\\u2013\\u2212]$`);
const raised = new RegExp(`[${superscripts}]+$`);
const wordJoint = /^(?:[ \u00a0-]|[ -](?:et|and)[ -])$/;
const articles = new Set(['un', 'une', 'one', 'a', 'an']);
/** Most words in one number. */
const longest = 8;

export interface FoundAmount {
  /** Half-open range in the text. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** One word that is an article too. */
  readonly article: boolean;
  /** Raised digits that follow: a power, or the number of a note. */
  readonly raised?: string;
}

/** Every run of digits, a minus sign included, and every number in words, articles included. */
export function findAmounts(text: string): FoundAmount[] {
  const small = smallLetters(text);
  const found: FoundAmount[] = [];
  let run: string[] = [];
  let from = 0;
  let to = 0;
  function close(): void {
    const value = run.length > 0 ? readWords(run) : undefined;
    if (value !== undefined) {
      found.push({ from, to, value, article: run.length === 1 && articles.has(run[0] ?? '') });
    }
    run = [];
  }
  for (const match of small.matchAll(token)) {
    const word = match[0];
    if (digit.test(word)) {
      close();
      const amount = readDigits(small, match.index, word);
      if (amount) found.push(amount);
      continue;
    }
    if (!Object.hasOwn(words, word)) continue;
    const joined = run.length > 0 && run.length < longest && match.index - to < 6;
    if (!joined || !wordJoint.test(small.slice(to, match.index)) || articles.has(run[0] ?? '')) {
      close();
      from = match.index;
    }
    run.push(word);
    to = match.index + word.length;
  }
  close();
  return found;
}

function readDigits(small: string, at: number, word: string): FoundAmount | undefined {
  const power = raised.exec(word)?.[0] ?? '';
  const value = readNumber(word.slice(0, word.length - power.length));
  if (value === undefined) return undefined;
  const negative = minus.test(small.slice(Math.max(0, at - 2), at));
  return {
    from: negative ? at - 1 : at,
    to: at + word.length,
    value: negative ? -value : value,
    article: false,
    ...(power === '' ? {} : { raised: power }),
  };
}

const digit = /^\d/;
const afterDigits = new RegExp(
  `[ \\u00a0\\u202f]?%|(?:er|ere|ère|e|ème|eme|st|nd|rd|th)?(?![${wordLetters}])`,
  'y',
);
const listNumber = /^[\s*]*\d{1,3}(?:\.\d{1,3})*\s?[.)°–-]\s/;

/**
 * Of the amounts of the text: articles (`un`, `one`) are no numbers, nor is a number that only counts the sentence in a
 * list (`2. `).
 */
export function findNumbers(text: string, amounts: readonly FoundAmount[]): FoundNumber[] {
  const skip = listNumber.exec(text)?.[0].length ?? 0;
  const small = smallLetters(text);
  return amounts.flatMap(({ from, to, value, article, raised: power = '' }) => {
    if (article || from < skip) return [];
    afterDigits.lastIndex = to;
    const end = afterDigits.exec(small);
    if (!end) return [];
    return [{ from, to: to + end[0].length, value: `${value}${power}${end[0].endsWith('%') ? '%' : ''}` }];
  });
}

/** The value of `13`, `1 000`, `1,5`, `treize`, `vingt-cinq`; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  if (/^\d/.test(text)) {
    const compact = text.replace(/[ \u00a0\u202f]/g, '');
    const plain = /^\d{1,3}(?:[.,]\d{3})+$/.test(compact) ? compact.replace(/[.,]/g, '') : compact;
    const value = Number(plain.replace(',', '.'));
    return Number.isFinite(value) ? value : undefined;
  }
  return readWords(text.toLowerCase().split(/[^\p{L}]+/u));
}

function readWords(parts: readonly string[]): number | undefined {
  let total = 0;
  let group = 0;
  for (const part of parts) {
    if (part === 'et' || part === 'and') continue;
    const value = Object.hasOwn(words, part) ? words[part] : undefined;
    if (value === undefined) return undefined;
    if (value === 1000) {
      total += Math.max(group, 1) * 1000;
      group = 0;
    } else if (value === 100 || (value === 20 && group === 4)) group = Math.max(group, 1) * value;
    else group += value;
  }
  return total + group;
}
