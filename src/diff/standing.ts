/** What each block stands under: the heading above it and, for a list item, the lines that lead in its list. */
import type { Link } from './chain.ts';
import type { Move } from './moves.ts';
import type { Passage } from './passages.ts';

type Side = 'a' | 'b';

/** The two texts that a pair of blocks stands under where these are not counterparts. */
export interface Contexts {
  readonly a: string;
  readonly b: string;
}

/**
 * Compares places by the counterparts of what they stand under. A passage is a heading where either side published it
 * as one: plain text cannot tell.
 */
export class Standing {
  readonly #passages: Readonly<Record<Side, readonly Passage[]>>;
  readonly #partners: Readonly<Record<Side, Partners>>;
  readonly #above: Readonly<Record<Side, readonly number[]>>;

  constructor(
    a: readonly Passage[],
    b: readonly Passage[],
    matched: { links: readonly Link[]; moves: readonly Move[] },
  ) {
    this.#passages = { a, b };
    this.#partners = { a: new Partners(a.length), b: new Partners(b.length) };
    for (const link of matched.links) this.#join(link);
    for (const move of matched.moves)
      this.#join({ aFrom: move.a, aTo: move.a + 1, bFrom: move.b, bTo: move.b + 1 });
    this.#above = { a: this.#headingsAbove('a'), b: this.#headingsAbove('b') };
  }

  /** Where a pair of passages stands under headings or lead-ins that both have their counterpart elsewhere. */
  elsewhere(a: number, b: number): Contexts | undefined {
    const items = this.#passages.a[a]?.role === 'item' && this.#passages.b[b]?.role === 'item';
    const lead = items ? this.#differ(leadIn(this.#passages.a, a), leadIn(this.#passages.b, b)) : undefined;
    return lead ?? this.#differ(this.#above.a[a] ?? -1, this.#above.b[b] ?? -1);
  }

  /** The same for two body blocks that hold no text, such as tables. */
  blocksElsewhere(a: number, b: number): Contexts | undefined {
    return this.#differ(this.#headingOver('a', a), this.#headingOver('b', b));
  }

  /** Whether two body blocks stand under one and the same heading. */
  blocksTogether(a: number, b: number): boolean {
    const x = this.#headingOver('a', a);
    const y = this.#headingOver('b', b);
    return (x < 0 && y < 0) || this.#partners.a.holds(x, y);
  }

  #join({ aFrom, aTo, bFrom, bTo }: Link): void {
    for (let at = aFrom; at < aTo; at += 1) this.#partners.a.set(at, bFrom, bTo);
    for (let at = bFrom; at < bTo; at += 1) this.#partners.b.set(at, aFrom, aTo);
  }

  #differ(x: number, y: number): Contexts | undefined {
    if (x < 0 || y < 0) return this.#differAtTop(x, y);
    const { a, b } = this.#partners;
    if (!a.has(x) || !b.has(y) || a.holds(x, y)) return undefined;
    return { a: this.#passages.a[x]?.text ?? '', b: this.#passages.b[y]?.text ?? '' };
  }

  /** Above the first heading on one side: elsewhere where the heading of the other side has its counterpart. */
  #differAtTop(x: number, y: number): Contexts | undefined {
    if (!this.#partners.a.has(x) && !this.#partners.b.has(y)) return undefined;
    return { a: this.#passages.a[x]?.text ?? '', b: this.#passages.b[y]?.text ?? '' };
  }

  #isHeading(side: Side, at: number): boolean {
    if (this.#passages[side][at]?.role === 'heading') return true;
    const other = this.#passages[side === 'a' ? 'b' : 'a'];
    return this.#partners[side].some(at, (partner) => other[partner]?.role === 'heading');
  }

  /** For each passage the nearest heading before it, −1 for none. */
  #headingsAbove(side: Side): number[] {
    let last = -1;
    return this.#passages[side].map((_, at) => {
      const above = last;
      if (this.#isHeading(side, at)) last = at;
      return above;
    });
  }

  #headingOver(side: Side, block: number): number {
    const passages = this.#passages[side];
    let at = passages.length - 1;
    while (at >= 0 && (passages[at]?.block ?? 0) > block) at -= 1;
    if (at < 0) return -1;
    return this.#isHeading(side, at) ? at : (this.#above[side][at] ?? -1);
  }
}

/** The paragraph with a colon right before a list, −1 for none. */
function leadIn(passages: readonly Passage[], item: number): number {
  let at = item - 1;
  while (at >= 0 && passages[at]?.role === 'item') at -= 1;
  return leadsIn(passages[at]?.text ?? '') ? at : -1;
}

/** Whether a list after the text stands under it. */
export function leadsIn(text: string): boolean {
  return /[:\uff1a]\s*[*_]*$/.test(text);
}

/** For each passage of a side the run of the other's that stands for it. */
class Partners {
  readonly #from: Int32Array;
  readonly #to: Int32Array;

  constructor(size: number) {
    this.#from = new Int32Array(size);
    this.#to = new Int32Array(size);
  }

  set(at: number, from: number, to: number): void {
    this.#from[at] = from;
    this.#to[at] = to;
  }

  has(at: number): boolean {
    return (this.#to[at] ?? 0) > (this.#from[at] ?? 0);
  }

  holds(at: number, partner: number): boolean {
    return this.has(at) && partner >= (this.#from[at] ?? 0) && partner < (this.#to[at] ?? 0);
  }

  some(at: number, test: (partner: number) => boolean): boolean {
    const to = this.#to[at] ?? 0;
    for (let partner = this.#from[at] ?? 0; partner < to; partner += 1) if (test(partner)) return true;
    return false;
  }
}
