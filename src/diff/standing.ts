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
  readonly #partners: Readonly<Record<Side, ReadonlyMap<number, ReadonlySet<number>>>>;
  readonly #above: Readonly<Record<Side, readonly number[]>>;

  constructor(
    a: readonly Passage[],
    b: readonly Passage[],
    matched: { links: readonly Link[]; moves: readonly Move[] },
  ) {
    this.#passages = { a, b };
    this.#partners = partnersOf(matched.links, matched.moves);
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
    return (x < 0 && y < 0) || (this.#partners.a.get(x)?.has(y) ?? false);
  }

  #differ(x: number, y: number): Contexts | undefined {
    if (x < 0 || y < 0) return this.#differAtTop(x, y);
    const partnersA = this.#partners.a.get(x);
    if (!partnersA || !this.#partners.b.has(y) || partnersA.has(y)) return undefined;
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
    for (const partner of this.#partners[side].get(at) ?? [])
      if (other[partner]?.role === 'heading') return true;
    return false;
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
  return /[:\uff1a]\s*[*_]*$/.test(passages[at]?.text ?? '') ? at : -1;
}

function partnersOf(
  links: readonly Link[],
  moves: readonly Move[],
): Record<Side, ReadonlyMap<number, ReadonlySet<number>>> {
  const partners = { a: new Map<number, Set<number>>(), b: new Map<number, Set<number>>() };
  function join(a: number, b: number): void {
    partners.a.set(a, (partners.a.get(a) ?? new Set()).add(b));
    partners.b.set(b, (partners.b.get(b) ?? new Set()).add(a));
  }
  for (const link of links) {
    for (let a = link.aFrom; a < link.aTo; a += 1) for (let b = link.bFrom; b < link.bTo; b += 1) join(a, b);
  }
  for (const move of moves) join(move.a, move.b);
  return partners;
}
