/**
 * Finds lengths of time in plain text and gives each its value, so that `13 mois` and `1 an et 1 mois` compare as
 * equal; months and days are never turned into one another, only reported as equivalent.
 */
import { findAmounts, wordLetters } from './numbers.ts';

export interface DurationValue {
  readonly months: number;
  readonly seconds: number;
  /** Ends with the browser's session, or never. */
  readonly kind?: 'session' | 'unbounded';
}

export interface FoundDuration {
  /** Half-open range in the text. */
  readonly from: number;
  readonly to: number;
  readonly value: DurationValue;
}

const day = 86_400;
/** Names of each unit, as a pattern, in several languages; then its length. */
const units: readonly (readonly [string, Omit<DurationValue, 'kind'>])[] = [
  ['secondes?|seconds?|secs?|sekunden?|segundos?|secondi', { months: 0, seconds: 1 }],
  ['minutes?|mins?|mn|minuten?|minutos?|minuti', { months: 0, seconds: 60 }],
  ['heures?|hours?|hrs?|h|stunden?|horas?|ore|uur|uren', { months: 0, seconds: 3600 }],
  ['jours?|journées?|days?|tage?n?|días?|giorn[io]|dagen', { months: 0, seconds: day }],
  ['semaines?|weeks?|wochen?|semanas?|settiman[ae]|weken', { months: 0, seconds: 7 * day }],
  ['mois|months?|monate?n?|mes(?:es)?|mes[ei]|maand(?:en)?', { months: 1, seconds: 0 }],
  ['trimestres?|quarters?', { months: 3, seconds: 0 }],
  ['semestres?', { months: 6, seconds: 0 }],
  ['ans?|années?|years?|yrs?|jahre?n?|años?|ann[io]|jaar', { months: 12, seconds: 0 }],
];
/** Abbreviations that mean a unit only where the text is nothing but durations. */
const shortUnits: typeof units = [
  ['s', { months: 0, seconds: 1 }],
  ['j|d', { months: 0, seconds: day }],
  ['m|mo', { months: 1, seconds: 0 }],
  ['y', { months: 12, seconds: 0 }],
];

const space = '[\\s\\u00a0\\u202f]';
const before = `(?<![${wordLetters}])`;
const after = `(?![${wordLetters}])`;

const session = new RegExp(
  `${before}(?:(?:durée|duration|temps|time|fin|end|terme)${space}(?:de|of|d['’])${space}?(?:(?:la|votre|the|your|a|une|l['’])${space}?)?(?:browser${space}|browsing${space})?session(?:${space}de${space}navigation)?` +
    `|cookies?${space}de${space}sessions?|session${space}cookies?|(?:browser|browsing)${space}session|session${space}de${space}navigation` +
    `|fermeture${space}(?:du|de${space}votre|de${space}son)${space}navigateur|(?:fermez|ferme|fermer)${space}(?:le|votre|son)${space}navigateur` +
    `|clos(?:e|es|ing|ed)${space}(?:the|your|their|its)${space}browser|browser${space}(?:is${space})?clos(?:ed|es|ure))${after}`,
  'gi',
);
const unbounded = new RegExp(
  `${before}(?:permanente?s?|persistante?s?|persistent|illimitée?s?|indéfini(?:e|es|s|ment)?|unlimited|indefinite(?:ly)?|never${space}expires?|n['’]expirent?${space}(?:pas|jamais)|sans${space}limite(?:${space}de${space}(?:durée|temps))?)${after}`,
  'gi',
);
const wholeSession = /^\s*(?:(?:de|la|durée|period|time)\s+)*sessions?\s*$/i;

const allUnits = [...units, ...shortUnits];
const prose = unitFinder(units);
const cell = unitFinder(allUnits);

/** What follows an amount: `mois`, ` (treize) mois`, `-month`; one group a unit. */
function unitFinder(names: typeof units): RegExp {
  const pattern = names.map(([name]) => `(${name})`).join('|');
  return new RegExp(`(?:${space}?\\([^()]{1,40}\\))?(?:${space}|-)?(?:${pattern})${after}`, 'iy');
}

const kindSign = /session|navigateur|browser|perman|persist|limit|ind[eé]f|expire/i;

/** All durations, in order; `cell` also reads `30 j` and a lone `Session`. */
export function findDurations(text: string, where: 'prose' | 'cell' = 'prose'): FoundDuration[] {
  if (where === 'cell' && wholeSession.test(text)) {
    return [{ from: 0, to: text.length, value: { months: 0, seconds: 0, kind: 'session' } }];
  }
  const found: FoundDuration[] = [];
  const finder = where === 'cell' ? cell : prose;
  for (const amount of findAmounts(text)) {
    finder.lastIndex = amount.to;
    const unit = finder.exec(text);
    const value = unit && lengthOf(amount.value, unit);
    if (value) found.push({ from: amount.from, to: amount.to + unit[0].length, value });
  }
  for (const [pattern, kind] of [
    [session, 'session'],
    [unbounded, 'unbounded'],
  ] as const) {
    for (const match of kindSign.test(text) ? text.matchAll(pattern) : []) {
      found.push({
        from: match.index,
        to: match.index + match[0].length,
        value: { months: 0, seconds: 0, kind },
      });
    }
  }
  return joinParts(
    text,
    found.sort((a, b) => a.from - b.from),
  );
}

function lengthOf(count: number, groups: readonly (string | undefined)[]): DurationValue | undefined {
  const length = allUnits[groups.findIndex((group, index) => index > 0 && group !== undefined) - 1]?.[1];
  return length && { months: count * length.months, seconds: count * length.seconds };
}

const joint = /^[\s\u00a0,]*(?:et|and|und|&|y|e)?[\s\u00a0]*$/i;

/** `1 an et 1 mois` is one duration: each part shorter than the one before. */
function joinParts(text: string, found: readonly FoundDuration[]): FoundDuration[] {
  const joined: FoundDuration[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    if (last && next.from < last.to) continue;
    const shorter = last && !last.value.kind && !next.value.kind && rank(next.value) < rank(last.value) / 2;
    if (last && shorter && next.from - last.to < 12 && joint.test(text.slice(last.to, next.from))) {
      joined[joined.length - 1] = {
        from: last.from,
        to: next.to,
        value: {
          months: last.value.months + next.value.months,
          seconds: last.value.seconds + next.value.seconds,
        },
      };
    } else joined.push(next);
  }
  return joined;
}

/** Mean length of a month of the Gregorian calendar. */
const monthDays = 30.436875;

function rank(value: DurationValue): number {
  return value.months * monthDays * day + value.seconds;
}

/** Equal for exactly equal durations. */
export function durationKey(value: DurationValue): string {
  return value.kind ?? `${value.months}m${value.seconds}s`;
}

/**
 * Equal but for the notation: the same months and seconds, or months against the whole number of days just below or
 * above their mean length (13 months against 395 or 396 days, 1 year against 365 or 366).
 */
export function durationsEquivalent(a: DurationValue, b: DurationValue): boolean {
  if (durationKey(a) === durationKey(b)) return true;
  if (a.kind || b.kind || (a.months === 0) === (b.months === 0)) return false;
  const [byMonths, byDays] = a.months > 0 ? [a, b] : [b, a];
  const low = Math.floor(rank(byMonths) / day);
  return byDays.seconds === low * day || byDays.seconds === (low + 1) * day;
}
