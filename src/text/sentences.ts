/** Cuts a text into sentences without losing a character: the pieces, joined, are the text. */

import { wordCharacters } from './letters.ts';

/** Words after which a full stop does not end a sentence, in lower case and without the stop. */
const abbreviations = new Set(
  [
    'v m mm mme mmes mlle dr pr me mgr st ste art al n no num cf p pp ex vol chap éd env tél av bd',
    'mr mrs ms jr sr vs fig sec para approx incl dept inc ltd co corp eg ie e.g i.e u.s u.k p.ex c.-à-d',
    'bzw z.b d.h u.a ca nr str abs sig sr sra ecc pag núm pág',
  ]
    .join(' ')
    .split(' '),
);

const closers = /[»”’"')\]*_`]/;
const spaces = /[\s\u00a0\u202f\u2009\ufeff]/;
const openers = /[\d«“‘"'([{*_`<¿¡–—-]/;
const wordCharacter = new RegExp(`[${wordCharacters}]`);
const beforeStop = new RegExp(`[${wordCharacters}.’'-]`);
/** A run of stops counts as one. */
const stops = /[.!?…]+|[؟।。！？]/g;
const wideStops = /[。！？]/;

/**
 * Splits at `.`, `!`, `?`, `…` (closing quotes and marks included) before white space and what can open a
 * sentence; abbreviations, initials and ordinals do not end one. Each piece keeps its trailing white space.
 */
export function splitSentences(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const match of text.matchAll(stops)) {
    const end = match.index < start ? 0 : sentenceEnd(text, start, match);
    if (end === 0) continue;
    pieces.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

/** Where the piece ends if a sentence ends at this run of stops, else 0. */
function sentenceEnd(text: string, start: number, { 0: run, index }: RegExpMatchArray): number {
  const at = index ?? 0;
  const behind = at + run.length;
  if (wideStops.test(run)) return skip(text, skip(text, behind, closers), spaces);
  const after = closingQuote(text, behind);
  const next = skip(text, after, spaces);
  if (next === after || next >= text.length) return 0;
  if (!opensSentence(text.charAt(next))) return 0;
  return run === '.' && endsInAbbreviation(text, start, at) ? 0 : next;
}

/** A capital, a letter of a script without capitals, a digit, or a mark that can stand first. */
function opensSentence(char: string): boolean {
  if (openers.test(char)) return true;
  const isSmall = char !== char.toUpperCase() && char === char.toLowerCase();
  return !isSmall && wordCharacter.test(char);
}

/** Past closing marks, including `»` set off by a space. */
function closingQuote(text: string, from: number): number {
  const after = skip(text, from, closers);
  const spaced = skip(text, after, spaces);
  return spaced > after && text.charAt(spaced) === '»' ? skip(text, spaced, closers) : after;
}

function endsInAbbreviation(text: string, start: number, stop: number): boolean {
  let from = stop;
  while (from > start && beforeStop.test(text.charAt(from - 1))) from -= 1;
  const word = text.slice(from, stop).toLowerCase();
  const last = word.slice(Math.max(word.lastIndexOf("'"), word.lastIndexOf('’')) + 1);
  const initial = last.length === 1 && text.charAt(stop - 1) !== last;
  const listNumber = from === start && /^\d{1,3}$/.test(last);
  return initial || listNumber || abbreviations.has(last);
}

function skip(text: string, from: number, what: RegExp): number {
  let index = from;
  while (index < text.length && what.test(text.charAt(index))) index += 1;
  return index;
}
