/** What surveys have in common as it was kept in one text: each value is read when it is asked for. */
import type { Change } from '../model/change.ts';
import type { Difference } from '../model/drift.ts';

/** Places in the list of values; `none` for what is not there. */
export type PackedDifference = readonly [
  head: number,
  address: number,
  a: number,
  b: number,
  edits: number,
  words: number,
];

export const none = -1;

export class KeptValues {
  readonly #texts: string;
  readonly #starts: readonly number[];
  readonly #read: unknown[];

  /** `texts` are JSON, each as long as `lengths` says, one after the other. */
  constructor(texts: string, lengths: readonly number[]) {
    const starts = [0];
    let at = 0;
    for (const length of lengths) {
      at += length;
      starts.push(at);
    }
    if (at !== texts.length) throw new RangeError('not of these lengths');
    this.#starts = starts;
    this.#texts = texts;
    this.#read = new Array(lengths.length);
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  /** The same object each time. Throws a RangeError where there is none. */
  at<Value>(place: number): Value {
    const known = this.#read[place];
    if (known !== undefined) return known as Value;
    const [from, to] = [this.#starts[place], this.#starts[place + 1]];
    if (from === undefined || to === undefined) throw new RangeError('no such value');
    const value: unknown = JSON.parse(this.#texts.slice(from, to));
    this.#read[place] = value;
    return value as Value;
  }
}

/** What is read of a change at once: the rest is texts, of which few are shown. */
type ChangeHead = Omit<Change, 'address' | 'a' | 'b' | 'edits' | 'words'>;
type DifferenceHead = Omit<Difference, 'change'> & { readonly change: ChangeHead };

export function unpackDifference(packed: PackedDifference, values: KeptValues): Difference {
  const { change, column, alike } = values.at<DifferenceHead>(packed[0]);
  // A side that it lacks reads as undefined, as that of any other.
  const kept = new KeptChange(change, packed, values) as Change;
  return alike === undefined ? { change: kept, column } : { change: kept, column, alike };
}

class KeptChange implements ChangeHead {
  declare readonly kind: Change['kind'];
  declare readonly fingerprint: Change['fingerprint'];
  declare readonly class: Change['class'];
  declare readonly rule: Change['rule'];
  readonly #packed: PackedDifference;
  readonly #values: KeptValues;

  constructor(head: ChangeHead, packed: PackedDifference, values: KeptValues) {
    Object.assign(this, head);
    this.#packed = packed;
    this.#values = values;
  }

  get address(): Change['address'] {
    return this.#values.at(this.#packed[1]);
  }

  get a(): Change['a'] {
    return this.#side(this.#packed[2]);
  }

  get b(): Change['b'] {
    return this.#side(this.#packed[3]);
  }

  get edits(): Change['edits'] {
    return this.#values.at(this.#packed[4]);
  }

  get words(): Change['words'] {
    return this.#values.at(this.#packed[5]);
  }

  /** Written out it is as any other. */
  toJSON(): unknown {
    const { address, a, b, edits, words } = this;
    return { ...this, address, a, b, edits, words };
  }

  #side(place: number): Change['a'] {
    return place === none ? undefined : this.#values.at(place);
  }
}
