/** Finds calendar dates in plain French and English text and gives each its day, so that notations compare. */

import { smallLetters } from './letters.ts';
import { wordLetters } from './numbers.ts';

export interface FoundDate {
  /** Half-open range in the text. */
  readonly from: number;
  readonly to: number;
  /** `2018-05-25`; `2018-05` or `05-25` where the day or the year is left out. */
  readonly value: string;
}

const months: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'january', 'jan'],
  ['février', 'fevrier', 'févr', 'february', 'feb'],
  ['mars', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['août', 'aout', 'august', 'aug'],
  ['septembre', 'sept', 'september', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['décembre', 'decembre', 'déc', 'december', 'dec'],
];
const monthNumbers = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const month = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|');
const space = '[ \\u00a0\\u202f]';
const end = `(?![${wordLetters}])`;

const finder = new RegExp(
  `(?<![${wordLetters}/.-])(?:` +
    [
      `(?<y1>\\d{4})-(?<m1>\\d{2})-(?<d1>\\d{2})${end}`,
      `(?<d2>\\d{1,2})[/.-](?<m2>\\d{1,2})[/.-](?<y2>\\d{4}|\\d{2})${end}`,
      `(?<d3>\\d{1,2})(?:er|st|nd|rd|th)?${space}(?:of${space})?(?<m3>${month})\\.?(?:,?${space}(?<y3>\\d{4}))?${end}`,
      `(?<m4>${month})\\.?${space}(?:(?<d4>\\d{1,2})(?:st|nd|rd|th)?,?${space})?(?<y4>\\d{4})${end}`,
    ].join('|') +
    ')',
  'g',
);

/** All dates, in order. `language` decides what `05/06/2018` means: in English it stays as written. */
export function findDates(text: string, language: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of smallLetters(text).matchAll(finder)) {
    const groups = match.groups ?? {};
    const numeric = groups['d2'] !== undefined;
    const day = Number(groups['d1'] ?? groups['d2'] ?? groups['d3'] ?? groups['d4'] ?? 0);
    const monthText = groups['m1'] ?? groups['m2'] ?? groups['m3'] ?? groups['m4'] ?? '';
    const monthNumber = monthNumbers.get(monthText) ?? Number(monthText);
    const year = fullYear(groups['y1'] ?? groups['y2'] ?? groups['y3'] ?? groups['y4'] ?? '');
    const ambiguous = numeric && !language.startsWith('fr') && day <= 12 && monthNumber <= 12;
    const value = ambiguous
      ? text.slice(match.index, match.index + match[0].length)
      : [year, pad(monthNumber), day === 0 ? '' : pad(day)].filter(Boolean).join('-');
    found.push({ from: match.index, to: match.index + match[0].length, value });
  }
  return found;
}

function fullYear(text: string): string {
  return text.length === 2 ? `20${text}` : text;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
