/** Aligns the bodies of many charters with one growing sequence of places, in which each text of each charter stands. */
import { alignTexts } from '../diff/alignment.ts';
import type { Link } from '../diff/chain.ts';
import { findMoves } from '../diff/moves.ts';
import type { TextBlock } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import type { Wording } from './infer-votes.ts';

/** A text block of one charter. */
export interface Piece extends Wording {
  readonly block: TextBlock;
  /** Index in its body. */
  readonly at: number;
  /** A table stands right before it. */
  readonly apart: boolean;
}

/** A place in the sequence, known by the first text that was found for it. */
interface Slot {
  readonly plain: string;
  readonly apart: boolean;
}

/** What one portal has in one place or, where its texts are split or joined otherwise, in a run of places. */
export interface Placement {
  readonly portal: number;
  /** Ascending; indexes into the whole sequence. */
  readonly slots: readonly number[];
  readonly pieces: readonly Piece[];
}

interface Draft {
  readonly portal: number;
  readonly slots: readonly Slot[];
  readonly pieces: readonly Piece[];
}

/** Most blocks in one split or join. */
const maxGroup = 8;

/** The bodies in the order in which the sequence grows; the first one shapes it. */
export function alignBodies(bodies: readonly (readonly Piece[])[], reader: TextReader): Placement[] {
  let slots: readonly Slot[] = [];
  const drafts: Draft[] = [];
  bodies.forEach((pieces, portal) => {
    slots = grow(slots, pieces, { reader, place: (draft) => drafts.push({ portal, ...draft }) });
  });
  const positions = new Map(slots.map((slot, at) => [slot, at]));
  return drafts.map(
    ({ slots: own, ...draft }): Placement => ({
      ...draft,
      slots: own.map((slot) => positions.get(slot) ?? 0).sort((x, y) => x - y),
    }),
  );
}

interface Growth {
  readonly reader: TextReader;
  readonly place: (draft: Omit<Draft, 'portal'>) => void;
}

/** The places with those that this charter alone has so far, set where it has them. */
function grow(slots: readonly Slot[], pieces: readonly Piece[], { reader, place }: Growth): Slot[] {
  const texts = { a: slots.map(({ plain }) => plain), b: pieces.map(({ plain }) => plain) };
  const apart = { a: indexesApart(slots), b: indexesApart(pieces) };
  const links = alignTexts(texts.a, texts.b, { reader, maxGroup, apart });
  const moves = findMoves(texts, leftOver(links, slots.length, pieces.length), reader);
  const moved = new Map(moves.map(({ a, b }) => [b, a]));
  const grown: Slot[] = [];
  let atA = 0;
  let atB = 0;
  const end = { aFrom: slots.length, aTo: slots.length, bFrom: pieces.length, bTo: pieces.length };
  for (const link of [...links, end]) {
    grown.push(...slots.slice(atA, link.aFrom));
    pieces.slice(atB, link.bFrom).forEach((piece, index) => {
      const known = slots[moved.get(atB + index) ?? -1];
      const slot = known ?? { plain: piece.plain, apart: piece.apart };
      if (!known) grown.push(slot);
      place({ slots: [slot], pieces: [piece] });
    });
    const own = slots.slice(link.aFrom, link.aTo);
    grown.push(...own);
    if (link !== end) place({ slots: own, pieces: pieces.slice(link.bFrom, link.bTo) });
    atA = link.aTo;
    atB = link.bTo;
  }
  return grown;
}

function indexesApart(texts: readonly { readonly apart: boolean }[]): Set<number> {
  return new Set(texts.flatMap(({ apart }, at) => (apart ? [at] : [])));
}

function leftOver(links: readonly Link[], a: number, b: number): Readonly<Record<'a' | 'b', number[]>> {
  const takenA = new Set(links.flatMap(({ aFrom, aTo }) => range(aFrom, aTo)));
  const takenB = new Set(links.flatMap(({ bFrom, bTo }) => range(bFrom, bTo)));
  return {
    a: range(0, a).filter((at) => !takenA.has(at)),
    b: range(0, b).filter((at) => !takenB.has(at)),
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Runs of places that some portal splits or joins otherwise are one; every other place stands alone. In order. */
export function regionsOf(placements: readonly Placement[]): Placement[][] {
  const sorted = [...placements].sort((x, y) => (x.slots[0] ?? 0) - (y.slots[0] ?? 0) || x.portal - y.portal);
  const regions: Placement[][] = [];
  let last = -1;
  for (const placement of sorted) {
    const [from = 0] = placement.slots;
    const region = regions.at(-1);
    if (region && from <= last) region.push(placement);
    else regions.push([placement]);
    last = Math.max(last, placement.slots.at(-1) ?? from);
  }
  return regions;
}
