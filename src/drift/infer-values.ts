/** Finds values that each portal has of its own where all else is equal: an e-mail address, another page, a name. */
import type { TextReader } from '../text/reader.ts';
import { type Piece, type Placement, regionsOf } from './infer-alignment.ts';

/** A value that a template must leave open, by portal. */
export interface FoundValue {
  readonly name: ValueKind;
  readonly values: ReadonlyMap<number, string>;
}

type ValueKind = 'email' | 'link' | 'name';

interface Said {
  readonly portal: number;
  readonly text: string;
}

interface Candidate extends Said {
  readonly value: string;
  /** What is left of the text. */
  readonly rest: string;
}

/** With fewer portals a value of each could as well be another wording. */
const fewestPortals = 3;

/** Each set of values once; none that could be something else. */
export function findValues(placements: readonly Placement[], reader: TextReader): FoundValue[] {
  const found = new Map<string, FoundValue>();
  for (const texts of textsByPlace(placements)) {
    const value = valuesIn(texts, reader);
    if (!value) continue;
    const key = JSON.stringify([...value.values]);
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

/** What the portals that are divided alike say in each place. */
function textsByPlace(placements: readonly Placement[]): Said[][] {
  const places = new Map<string, Said[]>();
  for (const { portal, slots, pieces } of regionsOf(placements).flat()) {
    pieces.forEach(({ plain }: Piece, index) => {
      const key = `${slots.join('+')}x${pieces.length}/${index}`;
      const texts = places.get(key);
      if (texts) texts.push({ portal, text: plain });
      else places.set(key, [{ portal, text: plain }]);
    });
  }
  return [...places.values()].filter((texts) => texts.length >= fewestPortals);
}

function valuesIn(texts: readonly Said[], reader: TextReader): FoundValue | undefined {
  for (const [name, pattern] of patterns) {
    const candidates = texts.flatMap((said) => candidateIn(said, pattern));
    const values = valuesOf(largestParty(candidates, reader), texts.length);
    if (values) return { name, values };
  }
  const values = valuesOf(namesIn(texts, reader), texts.length);
  return values && { name: 'name', values };
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

/** What stands between the beginning and the end that all have in common, where that is a name in each. */
function namesIn(texts: readonly Said[], reader: TextReader): Candidate[] {
  const cut = texts.map(({ text }) => reader.tokens(text).map((token) => token.text));
  const shortest = Math.min(...cut.map((tokens) => tokens.length));
  const [first = []] = cut;
  let head = 0;
  while (head < shortest && cut.every((tokens) => tokens[head] === first[head])) head += 1;
  let tail = 0;
  while (tail < shortest - head && cut.every((tokens) => tokens.at(-1 - tail) === first.at(-1 - tail)))
    tail += 1;
  const rest = [...first.slice(0, head), placeholder, ...first.slice(first.length - tail)].join('');
  const words = rest.match(/\p{L}{3,}/gu) ?? [];
  if (words.length < leastWords) return [];
  const names = texts.map(({ portal, text }, at): Candidate => {
    const value = (cut[at] ?? [])
      .slice(head, (cut[at] ?? []).length - tail)
      .join('')
      .trim();
    return { portal, text, value, rest };
  });
  return names.every(({ value }) => isName(value)) ? names : [];
}

/** Words of three letters or more that must stand around a name. */
const leastWords = 4;

/** Each word of it begins with a capital, but for those that join names. */
function isName(value: string): boolean {
  if (value.length < 4 || value.length > 80 || !/^[\p{L}\s'’-]+$/u.test(value)) return false;
  const words = value.split(/[\s'’-]+/);
  return words.every((word) => /^\p{Lu}/u.test(word) || joining.has(word)) && /^\p{Lu}\p{L}{2}/u.test(value);
}

const joining = new Set('de du des d la le les l et en sur sous au aux of the and'.split(' '));
