/** Finds values that each portal has of its own where all else is equal: an address, a name, a date, and what returns. */
import { findDates } from '../text/dates.ts';
import { findDurations } from '../text/durations.ts';
import { foldKey } from '../text/fold.ts';
import type { TextReader } from '../text/reader.ts';
import { type Gap, gapsOf, type Said } from './infer-gaps.ts';

/** A value that a template must leave open, by portal. */
export interface FoundValue {
  readonly name: ValueKind;
  readonly values: Values;
}

/** `value` has no form that would name it. */
export type ValueKind = 'email' | 'link' | 'name' | 'date' | 'phone' | 'value';

type Values = ReadonlyMap<number, string>;

interface Candidate extends Said {
  readonly value: string;
  /** What is left of the text. */
  readonly rest: string;
}

/** With fewer portals a value of each could as well be another wording. */
const fewestPortals = 3;

/** `places`: what portals say in each. Each set of values once; none that could be something else. */
export function findValues(places: readonly (readonly Said[])[], reader: TextReader): FoundValue[] {
  const found = new Map<string, FoundValue>();
  const gaps: Gap[] = [];
  const add = (value: FoundValue): unknown => found.set(JSON.stringify([...value.values].sort()), value);
  for (const texts of places) {
    if (texts.length < fewestPortals) continue;
    const written = patternValue(texts, reader);
    if (written) add(written);
    else gaps.push(...gapsOf(texts, reader).filter(isOpen));
  }
  const named = gaps.flatMap((gap) => namedGap(gap) ?? []);
  for (const value of named) add(value);
  if (found.size > 0) return [...found.values()];
  // What has no form of its own is looked for once all that has is named.
  for (const value of returning(gaps)) add(value);
  return [...found.values()];
}

function patternValue(texts: readonly Said[], reader: TextReader): FoundValue | undefined {
  for (const [name, pattern] of patterns) {
    const candidates = texts.flatMap((said) => candidateIn(said, pattern));
    const values = valuesOf(largestParty(candidates, reader), texts.length);
    if (values) return { name, values };
  }
  return undefined;
}

const patterns: readonly (readonly [ValueKind, RegExp])[] = [
  ['email', /(?<![\w.+%@-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g],
  ['link', /\bhttps?:\/\/[^\s<>()[\]{}"«»]{1,300}[^\s<>()[\]{}"«».,;:!?]/gi],
];

/** A text that holds one value, however often, and says something besides. */
function candidateIn({ portal, text }: Said, pattern: RegExp): Candidate[] {
  const [value, other] = new Set(text.match(pattern));
  if (value === undefined || other !== undefined) return [];
  const rest = text.replaceAll(value, placeholder);
  return /\p{L}{3}/u.test(rest.replaceAll(placeholder, '')) ? [{ portal, text, value, rest }] : [];
}

/** Stands for the value where the rest is compared. */
const placeholder = '{{value}}';

function largestParty(candidates: readonly Candidate[], reader: TextReader): readonly Candidate[] {
  const parties = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = reader.key(candidate.rest);
    const party = parties.get(key);
    if (party) party.push(candidate);
    else parties.set(key, [candidate]);
  }
  return [...parties.values()].reduce<readonly Candidate[]>(
    (largest, party) => (party.length > largest.length ? party : largest),
    [],
  );
}

/** Only where most of those who say anything there agree in the rest, and no two have one value. */
function valuesOf(candidates: readonly Candidate[], of: number): ReadonlyMap<number, string> | undefined {
  if (candidates.length < fewestPortals || 2 * candidates.length <= of) return undefined;
  const distinct = new Set(candidates.map(({ value }) => value.toLowerCase()));
  if (distinct.size < candidates.length) return undefined;
  return new Map(candidates.map(({ portal, value }) => [portal, value]));
}

/** Whether each of three portals or more has something there that can stand for a value. */
function isOpen({ values }: Gap): boolean {
  return values.size >= fewestPortals && [...values.values()].every(isValue);
}

const longestValue = 80;

function isValue(text: string): boolean {
  return text.length >= 3 && text.length <= longestValue && !/[{}*`<>[\]\\]|[.!?:;]\s/.test(text);
}

/** By the form that all its values have; each portal has another one. */
function namedGap({ values, words }: Gap): FoundValue | undefined {
  if (words < leastWords || distinct(values) < values.size) return undefined;
  for (const [name, is] of forms) if ([...values.values()].every(is)) return { name, values };
  return undefined;
}

const forms: readonly (readonly [ValueKind, (value: string) => boolean])[] = [
  ['name', isName],
  ['phone', (value) => /^\+?\d[\d ().\u00a0-]{7,20}$/.test(value)],
  ['date', (value) => ['fr', 'en'].some((language) => isDate(value, language))],
];

function isDate(value: string, language: string): boolean {
  const [date] = findDates(value, language);
  return date?.from === 0 && date.to === value.length;
}

/** Words of three letters or more that must stand around a value. */
const leastWords = 4;
/** More places are not compared with one another. */
const mostGaps = 300;

/** What most portals have another one of, and each has again in another place. */
function returning(gaps: readonly Gap[]): FoundValue[] {
  const open = gaps.filter((gap) => gap.words >= 2 && isVaried(gap)).slice(0, mostGaps);
  const found: FoundValue[] = [];
  const taken = new Set<Gap>();
  for (const [index, gap] of open.entries()) {
    if (taken.has(gap)) continue;
    const again = open.slice(index + 1).filter((other) => !taken.has(other) && agree(gap, other));
    if (again.length === 0) continue;
    for (const other of again) taken.add(other);
    const values = new Map(again.flatMap((other) => [...other.values]));
    found.push({ name: 'value', values: new Map([...values, ...gap.values]) });
  }
  return found;
}

/** Two thirds of the values are different ones, and none is so short that it stands everywhere. */
function isVaried({ values }: Gap): boolean {
  const count = distinct(values);
  const telling = [...values.values()].every(
    (value) => (/\s/.test(value) || value.length >= 6) && !isDuration(value),
  );
  return telling && count >= fewestPortals && 3 * count >= 2 * values.size;
}

/** How long a cookie stays is never left open. */
function isDuration(value: string): boolean {
  const [duration] = findDurations(value);
  return duration?.from === 0 && duration.to === value.length;
}

function agree(one: Gap, other: Gap): boolean {
  let common = 0;
  for (const [portal, value] of one.values) {
    const again = other.values.get(portal);
    if (again === undefined) continue;
    if (foldKey(again) !== foldKey(value)) return false;
    common += 1;
  }
  return common >= fewestPortals && 2 * common > Math.max(one.values.size, other.values.size);
}

function distinct(values: Values): number {
  return new Set([...values.values()].map((value) => foldKey(value))).size;
}

/** Each word of it begins with a capital, but for those that join names. */
function isName(value: string): boolean {
  if (value.length < 4 || value.length > 80 || !/^[\p{L}\s'’-]+$/u.test(value)) return false;
  const words = value.split(/[\s'’-]+/);
  return words.every((word) => /^\p{Lu}/u.test(word) || joining.has(word)) && /^\p{Lu}\p{L}{2}/u.test(value);
}

const joining = new Set('de du des d la le les l et en sur sous au aux of the and'.split(' '));
