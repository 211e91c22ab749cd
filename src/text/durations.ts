/**
 * Finds lengths of time in plain text and gives each its value, so that `13 mois` and `1 an et 1 mois` compare as
 * equal; months and days are never turned into one another, only reported as equivalent.
 */
import { smallLetters } from './letters.ts';
import { type FoundAmount, findAmounts, wordLetters } from './numbers.ts';

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
/** Names of each unit in several languages; then its length. */
const units: readonly (readonly [string, Omit<DurationValue, 'kind'>])[] = [
  [
    'seconde secondes second seconds sec secs sekunde sekunden segundo segundos secondi',
    { months: 0, seconds: 1 },
  ],
  ['minute minutes min mins mn minuten minuto minutos minuti', { months: 0, seconds: 60 }],
  ['heure heures hour hours hr hrs h stunde stunden hora horas ore uur uren', { months: 0, seconds: 3600 }],
  [
    'jour jours journée journées day days tag tage tagn tagen día días giorni giorno dagen',
    { months: 0, seconds: day },
  ],
  [
    'semaine semaines week weeks woche wochen semana semanas settimana settimane weken',
    { months: 0, seconds: 7 * day },
  ],
  [
    'mois month months monat monate monatn monaten mes meses mese mesi maand maanden',
    { months: 1, seconds: 0 },
  ],
  ['trimestre trimestres quarter quarters', { months: 3, seconds: 0 }],
  ['semestre semestres', { months: 6, seconds: 0 }],
  [
    'an ans année années year years yr yrs jahr jahre jahrn jahren año años anni anno jaar',
    { months: 12, seconds: 0 },
  ],
];
/** Abbreviations that mean a unit only where the text is nothing but durations. */
const shortUnits: typeof units = [
  ['s', { months: 0, seconds: 1 }],
  ['j d', { months: 0, seconds: day }],
  ['m mo', { months: 1, seconds: 0 }],
  ['y', { months: 12, seconds: 0 }],
];

const space = '[\\s\\u00a0\\u202f]';
const before = `(?<![${wordLetters}])`;
const after = `(?![${wordLetters}])`;

/** Made where a text holds a sign of it, as both patterns are slow to ready and seldom wanted. */
function sessionPattern(): RegExp {
  return new RegExp(
    `${before}(?:(?:durée|duration|temps|time|fin|end|terme)${space}(?:de|of|d['’])${space}?(?:(?:la|votre|the|your|a|une|l['’])${space}?)?(?:browser${space}|browsing${space})?session(?:${space}de${space}navigation)?` +
      `|cookies?${space}de${space}sessions?|session${space}cookies?|(?:browser|browsing)${space}session|session${space}de${space}navigation` +
      `|fermeture${space}(?:du|de${space}votre|de${space}son)${space}navigateur|(?:fermez|ferme|fermer)${space}(?:le|votre|son)${space}navigateur` +
      `|clos(?:e|es|ing|ed)${space}(?:the|your|their|its)${space}browser|browser${space}(?:is${space})?clos(?:ed|es|ure))${after}`,
    'g',
  );
}

function unboundedPattern(): RegExp {
  return new RegExp(
    `${before}(?:permanente?s?|persistante?s?|persistent|illimitée?s?|indéfini(?:e|es|s|ment)?|unlimited|indefinite(?:ly)?|never${space}expires?|n['’]expirent?${space}(?:pas|jamais)|sans${space}limite(?:${space}de${space}(?:durée|temps))?|pour${space}toujours|à${space}(?:tout${space})?jamais|for${space}?ever|perpetual(?:ly)?|perpétuel(?:le|les|s|lement)?)${after}`,
    'g',
  );
}

const wholeSession = /^\s*(?:(?:de|la|durée|period|time)\s+)*sessions?\s*$/i;

const prose = lengthsByName(units);
const cell = lengthsByName([...units, ...shortUnits]);
/** What may stand between an amount and its unit: ` `, ` (treize) `, `-`. */
const joiner = new RegExp(`(?:${space}?\\([^()]{1,40}\\))?(?:${space}|-)?`, 'y');
const unitName = new RegExp(`[${wordLetters}]+`, 'y');

type Lengths = ReadonlyMap<string, (typeof units)[number][1]>;

function lengthsByName(names: typeof units): Lengths {
  return new Map(names.flatMap(([list, length]) => list.split(' ').map((name) => [name, length] as const)));
}

/** All durations, in order; `cell` also reads `30 j` and a lone `Session`. */
export function findDurations(
  text: string,
  where: 'prose' | 'cell' = 'prose',
  amounts: readonly FoundAmount[] = findAmounts(text),
): FoundDuration[] {
  if (where === 'cell' && wholeSession.test(text)) {
    return [{ from: 0, to: text.length, value: { months: 0, seconds: 0, kind: 'session' } }];
  }
  const small = smallLetters(text);
  const found = findLengths(small, amounts, where === 'cell' ? cell : prose);
  const has = (sign: string): boolean => small.includes(sign);
  const closes = (has('navigateur') && has('ferm')) || (has('browser') && has('clos'));
  if (has('session') || closes) findKind(small, { pattern: sessionPattern(), kind: 'session' }, found);
  if (unboundedSign.test(small)) findKind(small, { pattern: unboundedPattern(), kind: 'unbounded' }, found);
  return joinParts(
    text,
    found.sort((a, b) => a.from - b.from),
  );
}

const unboundedSign =
  /perman|persist|limit|ind[eé]f|expire|pour\stoujours|à\s(?:tout\s)?jamais|for\s?ever|perp[eé]t/;

/** Amounts before a unit of time. */
function findLengths(small: string, amounts: readonly FoundAmount[], lengths: Lengths): FoundDuration[] {
  const found: FoundDuration[] = [];
  for (const { from, to, value } of amounts) {
    joiner.lastIndex = to;
    const start = to + (joiner.exec(small)?.[0].length ?? 0);
    unitName.lastIndex = start;
    const name = unitName.exec(small)?.[0] ?? '';
    const length = lengths.get(name);
    if (!length) continue;
    const { months, seconds } = length;
    found.push({
      from,
      to: start + name.length,
      value: { months: value * months, seconds: value * seconds },
    });
  }
  return found;
}

function findKind(
  small: string,
  { pattern, kind }: { readonly pattern: RegExp; readonly kind: 'session' | 'unbounded' },
  found: FoundDuration[],
): void {
  for (const match of small.matchAll(pattern)) {
    const to = match.index + match[0].length;
    found.push({ from: match.index, to, value: { months: 0, seconds: 0, kind } });
  }
}

/** An abbreviation that stands for a unit alone: in brackets, or after a small word. */
const shortUnit = /(?:\s\(|\s(?:en|in)\s)([a-z]{1,2})(?=[)\s]|$)/g;

/** The units of time that a column's head names, each once, in a fixed order: `1m0s` for months. */
export function findUnits(head: string): readonly string[] {
  const small = smallLetters(head);
  const names = [
    ...(small.match(new RegExp(unitName.source, 'g')) ?? []).map((name) => prose.get(name)),
    ...[...small.matchAll(shortUnit)].map(([, name = '']) => cell.get(name)),
  ];
  return [...new Set(names.flatMap((length) => (length ? durationKey(length) : [])))].sort();
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
