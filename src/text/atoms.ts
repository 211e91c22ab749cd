/**
 * Finds the tokens that are never taken apart: addresses, cookie names, dates, durations, numbers, variables. Each
 * kind has a pattern of its own, tried only where a sign of it stands, so that a run readies no more than it meets.
 * Repetitions that another token could begin inside are bounded, so that scanning stays linear.
 */

import { superscripts, wordCharacters } from './letters.ts';

const months = new Set(
  (
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre ' +
    'january february march april may june july august september october november december'
  ).split(' '),
);
const units = new Set(
  (
    'seconde secondes minute minutes heure heures jour jours semaine semaines mois an ans année années trimestre ' +
    'trimestres semestre semestres second seconds min mins hour hours day days week weeks month months year years ' +
    'sekunde sekunden minuten stunde stunden tag tage tagn tagen woche wochen monat monate monatn monaten jahr jahre ' +
    'jahrn jahren segundo segundos minuto minutos hora horas día días semana semanas mes meses año años secondi or ' +
    'ore giorni giorno settimana settimane mesi mese anni anno dagen weken maand maanden jaar uur'
  ).split(' '),
);
/** Last labels of host names that are read without a scheme; any other host needs `www.`, a scheme or a path. */
const domains =
  'com|org|net|info|biz|io|app|dev|eu|fr|be|ch|de|at|nl|lu|it|es|pt|uk|ie|us|ca|re|gp|mq|pf|nc|bzh|paris|alsace|gov|edu|int|cloud|tech|online|site|ai|tv|me|co|se|no|dk|fi|pl|cz';

const space = '[ \\u00a0\\u202f\\u2009]';
const anySpace = new RegExp(space);
const wordCharacter = new RegExp(`[${wordCharacters}_]`);

/** A `{{name}}` variable. */
const variable = /\{\{[a-z][a-z0-9-]*\}\}/y;
/** With a scheme, a `www.`, a known last label, or an e-mail address; trailing sentence punctuation is left out. */
const address = new RegExp(
  '(?:https?|ftp|mailto):[^\\s<>"«»“”]*[^\\s<>"«»“”.,;:!?)\\]\'’*]' +
    `|[${wordCharacters}.+-]{1,64}@[${wordCharacters}-]{1,63}(?:\\.[${wordCharacters}-]{1,63}){1,8}` +
    `|(?:www\\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}(?:${domains})(?![${wordCharacters}_-])(?:/[^\\s<>"«»“”]*[^\\s<>"«»“”.,;:!?)\\]'’*])?`,
  'y',
);
/** Anything with an underscore, a wildcard after a letter, or a placeholder. */
const cookieName = new RegExp(
  `[${wordCharacters}$#.-]{0,64}_(?:[${wordCharacters}_$#%-]|[.*](?=[${wordCharacters}_*.])|\\*|<[${wordCharacters}_ -]+>|\\{[${wordCharacters}_-]+\\}|\\[[${wordCharacters}_-]+\\])*`,
  'y',
);
const numericDate = /\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})/y;
const dayBeforeMonth = new RegExp(`\\d{1,2}(?:er|st|nd|rd|th)?${space}(?=[a-z])`, 'y');
const letterRun = /[a-zéíñû]+/y;
const yearAfterMonth = new RegExp(`${space}\\d{4}`, 'y');
const dayAfterMonth = new RegExp(`${space}\\d{1,2}(?:st|nd|rd|th)?,?${space}\\d{4}`, 'y');
const number = new RegExp(
  `(?:\\d{1,3}(?:${space}\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*)[${superscripts}]*`,
  'y',
);

/** What every atom that begins in a stretch without white space holds, if no digit follows it. */
const anySign = /[\d_@{]|[.:/]\S/;
const digitAhead = /\s+\d/y;
const longestMonth = 9;

/** A stretch without white space in which an atom may begin; its text in small letters. */
export interface Stretch {
  readonly small: string;
  readonly to: number;
  /** The last places from which an address, or a cookie name, can still be read. */
  readonly lastAddress: number;
  readonly lastName: number;
}

/** Absent where no atom begins in the stretch without white space from `from` to `to`. */
export function atomStretch(small: string, from: number, to: number): Stretch | undefined {
  const text = small.slice(from, to);
  if (!anySign.test(text) && endOf(digitAhead, small, to) === 0) return undefined;
  const last = (sign: string): number => text.lastIndexOf(sign, text.length - 2);
  const lastAddress = from + Math.max(last('.'), last(':'), last('@'));
  return { small, to, lastAddress, lastName: from + text.lastIndexOf('_') };
}

/** Where the atom that begins at `at` ends, 0 where none does. */
export function atomEnd({ small, to, lastAddress, lastName }: Stretch, at: number): number {
  const first = small.charCodeAt(at);
  if (first === 0x7b) return endOf(variable, small, at);
  const name =
    (at < lastAddress && endOf(address, small, at)) || (at <= lastName && endOf(cookieName, small, at));
  if (name) return name;
  if (first >= 0x30 && first <= 0x39) return dateEnd(small, at) || amountEnd(small, at);
  if (isMinus(first) && standsAlone(small, at)) return amountEnd(small, at + 1);
  const month = to - at <= longestMonth && months.has(small.slice(at, to));
  return month ? wholeEnd(small, endOf(dayAfterMonth, small, to)) : 0;
}

/** Where the pattern, sticky, ends if it begins at `at`; 0 where it does not. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** The same end where no word goes on there, else 0. */
function wholeEnd(small: string, end: number): number {
  return end > 0 && !wordCharacter.test(small.charAt(end)) ? end : 0;
}

function dateEnd(small: string, at: number): number {
  const numeric = wholeEnd(small, endOf(numericDate, small, at));
  if (numeric) return numeric;
  const from = endOf(dayBeforeMonth, small, at);
  const end = from && wordEnd(small, from, months);
  return end && (wholeEnd(small, endOf(yearAfterMonth, small, end)) || end);
}

/** Hyphens, dashes and the mathematical sign. */
function isMinus(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2013) || code === 0x2212;
}

/** A sign right before a digit, with no word and no other sign before it, belongs to the number. */
function standsAlone(small: string, at: number): boolean {
  const next = small.charCodeAt(at + 1);
  if (!(next >= 0x30 && next <= 0x39)) return false;
  return at === 0 || !(wordCharacter.test(small.charAt(at - 1)) || isMinus(small.charCodeAt(at - 1)));
}

/** A number with its unit or per cent sign. */
function amountEnd(small: string, at: number): number {
  const end = endOf(number, small, at);
  const spaced = anySpace.test(small.charAt(end)) ? end + 1 : end;
  const from = small.charAt(end) === '-' ? end + 1 : spaced;
  return wordEnd(small, from, units) || (small.charAt(spaced) === '%' ? spaced + 1 : end);
}

function wordEnd(small: string, from: number, words: ReadonlySet<string>): number {
  const end = wholeEnd(small, endOf(letterRun, small, from));
  return end && words.has(small.slice(from, end)) ? end : 0;
}
