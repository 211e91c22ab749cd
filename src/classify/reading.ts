/**
 * A sentence as it is read aloud: its text without markup, its words, and what is no word (addresses, names of
 * cookies, dates, durations, numbers), each with its place in the source.
 */

import { type FoundDate, findDates } from '../text/dates.ts';
import { type FoundDuration, findDurations } from '../text/durations.ts';
import { isLatin, latinWord } from '../text/letters.ts';
import { type FoundNumber, findAmounts, findNumbers } from '../text/numbers.ts';
import { tokenise } from '../text/tokens.ts';
import { type FoundReference, findReferences } from './legal-references.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Word extends Range {
  /** Lower case, without accents; `#` for a number, `|` for a stop, `@` for an address, a name or a variable. */
  readonly key: string;
  /** As written. */
  readonly text: string;
}

export interface Atom extends Range {
  readonly kind: 'address' | 'cookie' | 'variable';
  readonly text: string;
}

/** Ranges in `plain` unless told. */
export interface Reading {
  readonly plain: string;
  /** Place in the source of each character of `plain`, and of its end. */
  readonly places: Int32Array;
  readonly words: readonly Word[];
  readonly atoms: readonly Atom[];
  /** Link targets, with ranges in the source. */
  readonly targets: readonly Atom[];
  readonly durations: readonly FoundDuration[];
  readonly dates: readonly FoundDate[];
  readonly numbers: readonly FoundNumber[];
  readonly references: readonly FoundReference[];
}

export interface ReadingOptions {
  readonly language: string;
  readonly cell?: boolean;
}

export function readSentence(source: string, options: ReadingOptions): Reading {
  const { plain, places, targets, atoms } = withoutMarkup(source);
  const taken = new Uint8Array(plain.length);
  claim(taken, atoms);
  const references = claim(taken, /\d/.test(plain) ? findReferences(plain) : []);
  const dates = claim(taken, /\d/.test(plain) ? findDates(plain, options.language) : []);
  const amounts = findAmounts(plain);
  const durations = claim(taken, findDurations(plain, options.cell ? 'cell' : 'prose', amounts));
  const numbers = claim(taken, findNumbers(plain, amounts));
  const words = cutWords(plain, { atoms, references, counted: [...dates, ...durations, ...numbers] });
  return { plain, places, words, atoms, targets, durations, dates, numbers, references };
}

/** Keeps what overlaps nothing that was found before, and takes its place. */
function claim<T extends Range>(taken: Uint8Array, found: readonly T[]): T[] {
  return found.filter(({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  });
}

function withoutMarkup(source: string): Pick<Reading, 'plain' | 'places' | 'targets' | 'atoms'> {
  const places = new Int32Array(source.length + 1);
  const targets: Atom[] = [];
  const atoms: Atom[] = [];
  let plain = '';
  let at = 0;
  let linkOpen = false;
  for (const token of tokenise(source)) {
    const target = linkOpen && token.kind === 'atom';
    linkOpen = token.kind === 'markup' && token.text.endsWith('](');
    if (target) {
      const kind = token.text.startsWith('{{') ? 'variable' : 'address';
      targets.push({ kind, text: token.text, from: at, to: at + token.text.length });
    } else if (token.kind !== 'markup') {
      const escaped = token.kind === 'punctuation' && token.text.length === 2 && token.text.startsWith('\\');
      const text = escaped ? token.text.slice(1) : token.text;
      for (let index = 0; index < text.length; index += 1) places[plain.length + index] = at + index;
      const kind = token.kind === 'atom' ? atomKind(text) : undefined;
      if (kind) atoms.push({ kind, text, from: plain.length, to: plain.length + text.length });
      plain += text;
    }
    at += token.text.length;
  }
  places[plain.length] = source.length;
  return { plain, places: places.slice(0, plain.length + 1), targets, atoms };
}

const scheme = /^(?:https?|ftp|mailto):/i;
const host = /^[^\s/]*\.[a-z]{2,}(?:[/:?#]|$)/i;

/** Of an atom that is no number, date or duration. */
function atomKind(text: string): Atom['kind'] | undefined {
  if (text.startsWith('{{')) return 'variable';
  if (text.startsWith('`')) return 'cookie';
  if (scheme.test(text) || text.includes('@')) return 'address';
  const slash = text.indexOf('/');
  if (text.slice(0, slash < 0 ? text.length : slash).includes('_')) return 'cookie';
  return host.test(text) ? 'address' : undefined;
}

/** Compounds whose hyphen makes another word of them stand whole. */
const compound = '[Pp]eut[-\\u2010\\u2011]être';
const latinFinder = new RegExp(`${compound}|[${latinWord}]+|[;:.!?]`, 'g');
const wordFinder = (): RegExp => new RegExp(`${compound}|[\\p{L}\\p{M}\\p{N}]+|[;:.!?]`, 'gu');

interface Claims {
  readonly atoms: readonly Range[];
  readonly references: readonly Range[];
  readonly counted: readonly Range[];
}

function cutWords(plain: string, claims: Claims): Word[] {
  const apart = [
    ...claims.atoms.map((range) => ({ ...range, key: '@' })),
    ...claims.references.map((range) => ({ ...range, key: '@' })),
    ...claims.counted.map((range) => ({ ...range, key: '#' })),
  ].sort((x, y) => x.from - y.from);
  const words: Word[] = [];
  let next = 0;
  for (const match of plain.matchAll(isLatin(plain) ? latinFinder : wordFinder())) {
    const from = match.index;
    for (; next < apart.length && (apart[next]?.from ?? 0) <= from; next += 1) {
      const range = apart[next];
      if (range) words.push({ ...range, text: plain.slice(range.from, range.to) });
    }
    if (from < (apart[next - 1]?.to ?? 0)) continue;
    addWord(words, { plain, text: match[0], from });
  }
  for (const range of apart.slice(next)) words.push({ ...range, text: plain.slice(range.from, range.to) });
  return words;
}

function addWord(words: Word[], { plain, text, from }: { plain: string; text: string; from: number }): void {
  const to = from + text.length;
  if (/^[;:.!?]$/.test(text)) {
    words.push({ key: '|', text, from, to });
    return;
  }
  const key = foldWord(text);
  if (key === 'cannot') {
    words.push({ key: 'can', text, from, to }, { key: 'not', text, from, to });
    return;
  }
  const contracted = key === 't' && /n['’]$/i.test(plain.slice(Math.max(0, from - 2), from));
  words.push({ key: contracted ? 'not' : key, text, from, to });
}

/** Lower case, without accents, ligatures apart. */
export function foldWord(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  const apart = lower.replace(/œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFD');
  return apart.replace(isLatin(lower) ? /[\u0300-\u036f]/g : /\p{M}/gu, '');
}

/** A range of the reading as a range of its source. */
export function sourceRange(reading: Pick<Reading, 'places'>, range: Range): Range {
  const last = reading.places[Math.max(range.from, range.to - 1)] ?? 0;
  return { from: reading.places[range.from] ?? 0, to: last + 1 };
}
