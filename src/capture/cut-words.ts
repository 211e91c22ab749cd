/** Tells by words that a text stops inside a sentence: on a word that none ends with, or in the middle of a word. */
import type { Template } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { splitSentences } from '../text/sentences.ts';
import { languageOf } from './language.ts';
import { commonWords } from './language-words.ts';
import { bareWords, openWords } from './open-words.ts';

/** Words that stand before a broken one, together at least as long, tell which word it was. */
const contextLetters = 8;
const longestRead = 100_000;

export interface Words {
  /** The page's other texts and this one. */
  readonly texts: readonly string[];
  readonly language: string | undefined;
  readonly template: Template | undefined;
}

/** An article, a preposition or a conjunction of the page's own language, behind a word. */
export function endsOnOpenWord(text: string, { texts, language }: Words): boolean {
  const [raw = '', before = '', third = ''] = text.slice(-100).trim().split(/\s+/).reverse();
  const word = /[.!?]$/.test(before) ? raw.toLowerCase() : raw;
  const languages = Object.keys(openWords).filter((key) => openWords[key]?.has(word) === true);
  if (languages.length === 0) return false;
  const log = { repairs: [], warnings: [] };
  const shown = texts.join(' ').slice(0, longestRead);
  const own = languageOf(shown, { declared: language, template: undefined, log });
  // Codes of languages, as « fr en de » in a menu, are words of two letters.
  const small = commonWords[own]?.split(' ').includes(before) === true && isWord(third);
  return languages.includes(own) && (isWord(before) || small);
}

function isWord(text: string): boolean {
  return /\p{L}{3}|\p{L}['’]\p{L}/u.test(text);
}

/**
 * The last word is the beginning of one that stands, behind the same words, elsewhere in the page or in the template;
 * or it is a beginning that is no word at all. An end that lacks one letter may be a singular.
 */
export function breaksWord(text: string, { texts, template }: Words): boolean {
  const stump = /\p{Ll}+$/u.exec(text.slice(-100))?.[0] ?? '';
  const words = wordsOf(text.slice(-400));
  if (stump === '' || words.at(-1) !== stump) return false;
  const known = ` . ${[...texts.map(joinedWords), ...templateWords(template)].join(' . ')} . `;
  // A single letter is what elision leaves of a word.
  if (stump.length > 1 && known.split(` ${stump} `).length > 2) return false;
  let context = '';
  let index = words.length - 2;
  for (; index >= 0 && context.length < contextLetters; index -= 1)
    context = ` ${words[index] ?? ''}${context}`;
  const whole = index < 0 && text.length < 400 && words.length > 1;
  if (whole) context = ` .${context}`;
  if ((whole || context.length >= contextLetters) && goesOn(known, `${context} ${stump}`)) return true;
  const bare = /^[bcdfghjklmnpqrstvwxz]{2,4}$/.test(stump) && !bareWords.has(stump);
  return bare && /^\p{L}+$/u.test(words.at(-2) ?? '') && goesOn(known, ` ${stump}`);
}

/** The last sentence is the beginning of one of the template's, which ends with a full stop. */
export function stopsInTemplate(text: string, template: Template | undefined): boolean {
  if (template === undefined || text.length > longestRead) return false;
  const last = splitSentences(text).at(-1) ?? '';
  const start = wordsOf(last).join(' ');
  if (start.length < contextLetters || !start.includes(' ')) return false;
  return templateTexts(template)
    .flatMap((known) => splitSentences(known))
    .some((known) => /[.!?…]\s*$/.test(known) && wordsOf(known).join(' ').startsWith(`${start} `));
}

/** Whether the words go on, at some place, by two letters, or by one that makes no other form of the same word. */
function goesOn(known: string, start: string): boolean {
  for (let at = known.indexOf(start); at >= 0; at = known.indexOf(start, at + 1))
    if (/^(?:\p{L}\p{L}|[^\P{L}aeinorstxy])/u.test(known.slice(at + start.length, at + start.length + 4)))
      return true;
  return false;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}

function joinedWords(text: string): string {
  return wordsOf(text).join(' ');
}

/** Worked out once for each template; hundreds of pages may follow it. */
const ofTemplates = new WeakMap<Template, readonly string[]>();

function templateWords(template: Template | undefined): readonly string[] {
  const known = template ? ofTemplates.get(template) : [];
  if (known) return known;
  const words = templateTexts(template).map(joinedWords);
  if (template) ofTemplates.set(template, words);
  return words;
}

function templateTexts(template: Template | undefined): string[] {
  if (template === undefined) return [];
  const { title, body, tables } = template;
  const blocks = body.map((block) => (block.role === 'table' ? '' : plainText(block.text)));
  const cells = tables.flatMap(({ columns, rows }) => [
    ...columns.map(({ head }) => head ?? ''),
    ...rows.flatMap((row) => row.cells.map(plainText)),
  ]);
  return [title ?? '', ...blocks, ...cells];
}
