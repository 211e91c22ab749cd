/**
 * Patterns of the tokens that are never taken apart: addresses, cookie names, dates, durations, numbers, variables.
 * Repetitions that another token could begin inside are bounded, so that scanning stays linear.
 */

import { wordCharacters } from './letters.ts';

const months =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre' +
  '|january|february|march|april|may|june|july|august|september|october|november|december';
const units =
  'secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|trimestres?|semestres?' +
  '|seconds?|mins?|hours?|days?|weeks?|months?|years?' +
  '|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?' +
  '|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?' +
  '|secondi|ore?|giorn[io]|settiman[ae]|mes[ei]|ann[io]|dagen|weken|maand(?:en)?|jaar|uur';
/** Last labels of host names that are read without a scheme; any other host needs `www.`, a scheme or a path. */
const domains =
  'com|org|net|info|biz|io|app|dev|eu|fr|be|ch|de|at|nl|lu|it|es|pt|uk|ie|us|ca|re|gp|mq|pf|nc|bzh|paris|alsace|gov|edu|int|cloud|tech|online|site|ai|tv|me|co|se|no|dk|fi|pl|cz';

const space = '[ \\u00a0\\u202f\\u2009]';
const notWord = `(?![${wordCharacters}_])`;

/** A `{{name}}` variable. */
export const variablePattern = '\\{\\{[a-z][a-z0-9-]*\\}\\}';
/** With a scheme, a `www.`, a known last label, or an e-mail address; trailing sentence punctuation is left out. */
export const addressPattern =
  '(?:https?|ftp|mailto):[^\\s<>"«»“”]*[^\\s<>"«»“”.,;:!?)\\]\'’*]' +
  `|[${wordCharacters}.+-]{1,64}@[${wordCharacters}-]{1,63}(?:\\.[${wordCharacters}-]{1,63}){1,8}` +
  `|(?:www\\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}(?:${domains})(?![${wordCharacters}_-])(?:/[^\\s<>"«»“”]*[^\\s<>"«»“”.,;:!?)\\]'’*])?`;
/** Anything with an underscore, a wildcard after a letter, or a placeholder. */
export const cookieNamePattern = `[${wordCharacters}$#.-]{0,64}_(?:[${wordCharacters}_$#%-]|[.*](?=[${wordCharacters}_*.])|\\*|<[${wordCharacters}_ -]+>|\\{[${wordCharacters}_-]+\\}|\\[[${wordCharacters}_-]+\\])*`;
export const datePattern =
  `\\d{4}-\\d{2}-\\d{2}${notWord}|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})${notWord}` +
  `|\\d{1,2}(?:er|st|nd|rd|th)?${space}(?:${months})(?:${space}\\d{4})?${notWord}` +
  `|(?:${months})${space}\\d{1,2}(?:st|nd|rd|th)?,?${space}\\d{4}${notWord}`;
export const numberPattern = `\\d{1,3}(?:${space}\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*`;

/** Every atom, most particular first. */
export const atomPattern = [
  variablePattern,
  addressPattern,
  cookieNamePattern,
  datePattern,
  `(?:${numberPattern})(?:(?:${space}?|-)(?:${units})${notWord}|${space}?%)?`,
].join('|');
