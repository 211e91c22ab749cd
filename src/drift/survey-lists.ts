/** Lists of what surveys have in common, each entry as the text that is kept of it. */
import type { Difference } from '../model/drift.ts';
import { none, type PackedDifference } from './survey-values.ts';

/** In signs of one byte each, which are read fastest. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escapeOf);
}

/** By character; texts hold few that are beyond ASCII, again and again. */
const escapes = new Map<string, string>();

function escapeOf(character: string): string {
  const known = escapes.get(character);
  if (known !== undefined) return known;
  const made = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  escapes.set(character, made);
  return made;
}

/** Places of values, equal ones having one place. */
export class ValueList {
  readonly #from: number;
  readonly #texts: string[] = [];
  readonly #known = new Map<string, number>();
  /** What is one object has one place without being written out again. */
  readonly #objects = new Map<object, number>();

  /** Places below `from` are taken. */
  constructor(from: number) {
    this.#from = from;
  }

  place(value: unknown): number {
    if (value === undefined) return none;
    const object = typeof value === 'object' && value !== null ? value : undefined;
    const known = object && this.#objects.get(object);
    if (known !== undefined) return known;
    const text = asciiJson(value);
    const equal = this.#known.get(text);
    if (equal !== undefined) return equal;
    const at = this.#from + this.#texts.push(text) - 1;
    this.#known.set(text, at);
    if (object) this.#objects.set(object, at);
    return at;
  }

  get texts(): readonly string[] {
    return this.#texts;
  }
}

/** Places of differences, equal ones having one place and one object. */
export class DifferenceList {
  readonly #values: ValueList;
  readonly #from: number;
  readonly #packed: string[] = [];
  readonly #known = new Map<string, Difference>();
  readonly #places: Map<Difference, number>;

  /** What is `kept` has its places already. */
  constructor(values: ValueList, kept: readonly Difference[]) {
    this.#values = values;
    this.#from = kept.length;
    this.#places = new Map(kept.map((difference, at) => [difference, at]));
  }

  share(difference: Difference): Difference {
    if (this.#places.has(difference)) return difference;
    const packed = JSON.stringify(packDifference(difference, this.#values));
    const known = this.#known.get(packed);
    if (known) return known;
    this.#known.set(packed, difference);
    this.#places.set(difference, this.#from + this.#packed.push(packed) - 1);
    return difference;
  }

  place(difference: Difference): number {
    return this.#places.get(this.share(difference)) ?? none;
  }

  get texts(): readonly string[] {
    return this.#packed;
  }
}

function packDifference(difference: Difference, values: ValueList): PackedDifference {
  const { address, a, b, edits, words, ...rest } = difference.change;
  return [
    values.place({ ...difference, change: rest }),
    values.place(address),
    values.place(a),
    values.place(b),
    values.place(edits),
    values.place(words),
  ];
}
