/** Finds where texts that otherwise agree say another thing each: the same words stand before and behind. */
import type { TextReader } from '../text/reader.ts';
import type { Token } from '../text/tokens.ts';

/** What one portal says in a place. */
export interface Said {
  readonly portal: number;
  readonly text: string;
}

/** What stands between words that all of them have. */
export interface Gap {
  readonly values: ReadonlyMap<number, string>;
  /** Words of three letters or more that all of them have in the whole text. */
  readonly words: number;
}

/** Longer texts are not aligned. */
const mostCells = 60_000;
/** Of the first text's words, the others must have so many. */
const commonShare = 0.6;

interface Line {
  readonly portal: number;
  readonly text: string;
  readonly signs: readonly Sign[];
}

interface Sign {
  readonly text: string;
  readonly word: boolean;
  readonly from: number;
  readonly to: number;
}

/** In reading order; none unless most of the texts agree with the first. */
export function gapsOf(texts: readonly Said[], reader: TextReader): Gap[] {
  const [first, ...rest] = texts.map((said): Line => ({ ...said, signs: signsOf(reader.tokens(said.text)) }));
  if (!first) return [];
  const all = first.signs.filter(({ word }) => word).length;
  const alike = rest.flatMap((line) => {
    const places = align(first.signs, line.signs);
    const common = first.signs.filter(({ word }, at) => word && (places[at] ?? -1) >= 0).length;
    return common > 0 && common >= commonShare * all ? [{ line, places }] : [];
  });
  if (2 * (alike.length + 1) <= texts.length) return [];
  const party = [{ line: first, places: first.signs.map((_, at) => at) }, ...alike];
  const anchors = first.signs.map((_, at) => party.every(({ places }) => (places[at] ?? -1) >= 0));
  return gapsBetween(first.signs, standing(anchors, first.signs), party);
}

function signsOf(tokens: readonly Token[]): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (const { kind, text } of tokens) {
    const from = at;
    at += text.length;
    if (kind !== 'space') signs.push({ text, word: kind === 'word' || kind === 'atom', from, to: at });
  }
  return signs;
}

/** For each sign of the one the index of its counterpart, −1 where it has none: a longest common sequence. */
function align(one: readonly Sign[], other: readonly Sign[]): number[] {
  const places = new Array<number>(one.length).fill(-1);
  const least = Math.min(one.length, other.length);
  let head = 0;
  while (head < least && one[head]?.text === other[head]?.text) places[head] = head++;
  let tail = 0;
  while (tail < least - head && one.at(-1 - tail)?.text === other.at(-1 - tail)?.text) {
    tail += 1;
    places[one.length - tail] = other.length - tail;
  }
  const [rows, columns] = [one.length - head - tail, other.length - head - tail];
  if (rows * columns > mostCells) return places;
  const width = columns + 1;
  const best = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1)
      best[i * width + j] =
        one[head + i]?.text === other[head + j]?.text
          ? (best[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (one[head + i]?.text === other[head + j]?.text) places[head + i++] = head + j++;
    else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return places;
}

/** A lone word that all have, such as one inside names, does not part two values. */
function standing(anchors: readonly boolean[], signs: readonly Sign[]): boolean[] {
  const kept = [...anchors];
  for (let from = 0; from < anchors.length; ) {
    let to = from;
    while (to < anchors.length && anchors[to] === true) to += 1;
    const words = signs.slice(from, to).filter(({ word }) => word);
    const edge = from === 0 || to === anchors.length;
    const telling = words.length >= 2 && words.some(({ text }) => text.length > 3);
    if (!edge && !telling) kept.fill(false, from, to);
    from = Math.max(to, from + 1);
  }
  return kept;
}

interface Member {
  readonly line: Line;
  readonly places: readonly number[];
}

function gapsBetween(signs: readonly Sign[], anchors: readonly boolean[], party: readonly Member[]): Gap[] {
  const words = signs.filter(({ text }, at) => anchors[at] === true && /^\p{L}{3}/u.test(text)).length;
  const stops = [-1, ...anchors.flatMap((anchor, at) => (anchor ? [at] : [])), signs.length];
  return stops.slice(1).flatMap((right, index): Gap[] => {
    const left = stops[index] ?? -1;
    const values = party.map(({ line, places }): [number, string] => {
      const from = left < 0 ? 0 : (line.signs[places[left] ?? -1]?.to ?? 0);
      const to = right >= signs.length ? line.text.length : (line.signs[places[right] ?? -1]?.from ?? 0);
      return [line.portal, line.text.slice(from, to).trim()];
    });
    return values.every(([, value]) => value === '') ? [] : [{ values: new Map(values), words }];
  });
}
