/** Reads what a sentence has in the places that a shared sentence leaves open, by aligning their words. */

import { isAddress } from '../text/addresses.ts';
import { foldKey } from '../text/fold.ts';
import { tokenise } from '../text/tokens.ts';

/** A word, atom or mark that counts, as it is compared. */
interface Sign {
  readonly key: string;
  /** How much it tells: marks nothing to speak of, short words little. */
  readonly weight: number;
  readonly word: boolean;
  /** Where it stands in its text. */
  readonly from: number;
  readonly to: number;
}

/** A sentence of a page, cut into what is compared. */
export interface Cut {
  readonly text: string;
  readonly signs: readonly Sign[];
}

/** A sentence of a template: its own words, and the variables that stand before each of them or at the end. */
export interface Pattern {
  readonly signs: readonly Sign[];
  /** The name of the variable before the sign of that index; the number of signs for the end. */
  readonly holes: ReadonlyMap<number, string>;
  /** Of its own words, marks apart. */
  readonly weight: number;
  readonly words: number;
}

export interface PlacedValue {
  readonly name: string;
  readonly value: string;
}

/** Elided words, and articles that follow the value, count as the same. */
const forms: Readonly<Record<string, string>> = { d: 'de', l: 'le', la: 'le', qu: 'que', an: 'a' };

export function cut(text: string): Cut {
  const signs: Sign[] = [];
  let at = 0;
  for (const { kind, text: own } of tokenise(text)) {
    const from = at;
    at += own.length;
    if (kind === 'space' || kind === 'markup') continue;
    const folded = foldKey(own);
    if (folded === '') continue;
    const word = kind !== 'punctuation';
    const key = Object.hasOwn(forms, folded) ? (forms[folded] ?? folded) : folded;
    signs.push({ key, weight: !word ? 1 : folded.length > 3 ? 4 : 2, word, from, to: at });
  }
  return { text, signs };
}

/** Undefined where nothing is left open, nothing else is said, or two variables stand side by side. */
export function patternOf(sentence: string): Pattern | undefined {
  const parts = sentence.split(/\{\{([a-z][a-z0-9-]{0,62})\}\}/);
  const signs: Sign[] = [];
  const holes = new Map<number, string>();
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) signs.push(...cut(part).signs);
    else if (holes.has(signs.length)) return undefined;
    else holes.set(signs.length, part);
  }
  const own = signs.filter(({ word }) => word);
  if (holes.size === 0 || own.length === 0 || signs.length > mostSigns) return undefined;
  return { signs, holes, words: own.length, weight: own.reduce((sum, { weight }) => sum + weight, 0) };
}

/** Work is bounded: of longer sentences nothing is read. */
const mostSigns = 500;
const mostCells = 200_000;
/** Longer than any value. */
const longestValue = 200;
/** With fewer words of its own, a sentence must be found again as it is. */
const tellingWords = 3;

/** None where the sentence is another one, or where what surrounds a value leaves its ends open. */
export function valuesAt(pattern: Pattern, sentence: Cut): PlacedValue[] {
  if (pattern.signs.length * sentence.signs.length > mostCells) return [];
  const places = align(pattern, sentence.signs);
  if (!isSame(pattern, sentence, places)) return [];
  return [...pattern.holes].flatMap(([hole, name]) => {
    const value = valueIn(sentence, { places, hole });
    return value === undefined ? [] : [{ name, value }];
  });
}

/** For each sign of the pattern the index of its counterpart, −1 where it has none. */
type Places = readonly number[];

/** The heaviest common sequence; of equal ones that in which words stay with their neighbours. */
function align({ signs: own, holes }: Pattern, signs: readonly Sign[]): Places {
  const width = signs.length + 1;
  const best = new Int32Array((own.length + 1) * width);
  for (let i = 1; i <= own.length; i += 1) {
    const { key = '', weight = 0 } = own[i - 1] ?? {};
    for (let j = 1; j <= signs.length; j += 1) {
      const at = i * width + j;
      const matched = signs[j - 1]?.key === key ? (best[at - width - 1] ?? 0) + weight : 0;
      best[at] = Math.max(best[at - 1] ?? 0, best[at - width] ?? 0, matched);
    }
  }
  const places = new Array<number>(own.length).fill(-1);
  for (let i = own.length, j = signs.length; i > 0 && j > 0; ) {
    const at = i * width + j;
    if (best[at] === best[at - 1]) j -= 1;
    else if (best[at] === best[at - width]) i -= 1;
    else {
      i -= 1;
      j -= 1;
      places[i] = j;
    }
  }
  return gathered(places, { own, signs, holes });
}

interface Sides {
  readonly own: readonly Sign[];
  readonly signs: readonly Sign[];
  readonly holes: Pattern['holes'];
}

/** Words before the first value stay with those before them, words behind a value with those behind them. */
function gathered(places: readonly number[], { own, signs, holes }: Sides): Places {
  const found = [...places];
  const first = Math.min(...holes.keys());
  for (let i = 1; i < first; i += 1) {
    const next = (found[i - 1] ?? -1) + 1;
    if (next > 0 && signs[next]?.key === own[i]?.key) found[i] = next;
  }
  for (let i = own.length - 2; i >= first; i -= 1) {
    const before = (found[i + 1] ?? -1) - 1;
    const last = Math.max(-1, ...found.slice(0, i));
    if (!holes.has(i + 1) && before > last && signs[before]?.key === own[i]?.key) found[i] = before;
  }
  return found;
}

/** Two thirds of its own words, and at least half of what is said beside the values; all where it has few. */
function isSame({ signs, weight, words, holes }: Pattern, sentence: Cut, places: Places): boolean {
  let matched = 0;
  signs.forEach((sign, at) => {
    if (sign.word && (places[at] ?? -1) >= 0) matched += sign.weight;
  });
  if (words < tellingWords) return matched === weight && strays(sentence, places, holes) === 0;
  return 3 * matched >= 2 * weight && matched >= strays(sentence, places, holes);
}

/** The weight of the words that are neither the pattern's nor stand where it leaves a place open. */
function strays({ signs }: Cut, places: Places, holes: Pattern['holes']): number {
  const known = new Set(places);
  for (const hole of holes.keys()) {
    const { from, to } = gapAt(hole, places, signs.length);
    for (let at = from; at < to; at += 1) known.add(at);
  }
  return signs.reduce((sum, { word, weight }, at) => sum + (word && !known.has(at) ? weight : 0), 0);
}

/** The signs between the nearest counterparts on both sides of a hole, and whether those are its neighbours. */
function gapAt(
  hole: number,
  places: Places,
  length: number,
): { readonly from: number; readonly to: number; readonly left: boolean; readonly right: boolean } {
  const before = places.slice(0, hole).findLastIndex((place) => place >= 0);
  const after = places.slice(hole).findIndex((place) => place >= 0);
  return {
    from: before < 0 ? 0 : (places[before] ?? -1) + 1,
    to: after < 0 ? length : (places[hole + after] ?? length),
    left: before === hole - 1,
    right: after === 0 || hole === places.length,
  };
}

/** What stands between the neighbours; where one was reworded, a name or an address that stands out. */
function valueIn(
  { text, signs }: Cut,
  { places, hole }: { readonly places: Places; readonly hole: number },
): string | undefined {
  const { from, to, left, right } = gapAt(hole, places, signs.length);
  const gap = signs.slice(from, to);
  const told = left && right ? gap : standingOut(gap, { text, left, right });
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return undefined;
  const value = text.slice(first.from, last.to);
  const fit = value.length <= longestValue && !/[\n{}]/.test(value);
  return fit && told.some(({ word }) => word) ? value : undefined;
}

interface Gap {
  readonly text: string;
  readonly left: boolean;
  readonly right: boolean;
}

/** Among words in small letters, the only address, or the run of names beside the neighbour that was found. */
function standingOut(gap: readonly Sign[], { text, left, right }: Gap): readonly Sign[] {
  const words = gap.map(({ from, to }) => text.slice(from, to));
  const addresses = gap.filter((_, at) => isAddress(words[at] ?? ''));
  const others = words.filter((word) => !isAddress(word));
  if (addresses.length === 1 && !others.some(isName)) return addresses;
  if (left === right || addresses.length > 0) return [];
  const names = words.map(isName);
  const first = names.indexOf(true);
  const last = names.lastIndexOf(true);
  const beside = left ? first === 0 : last === gap.length - 1;
  const joined = words.slice(first, last + 1).every((word) => isName(word) || joining.test(word));
  return first >= 0 && beside && joined && last - first + 1 < gap.length ? gap.slice(first, last + 1) : [];
}

function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Words that join the parts of a name. */
const joining = /^(?:d[eu]s?|les?|las?|[dl]['’]|et|en|sur|sous|aux?|of|the|and|-)$/;
