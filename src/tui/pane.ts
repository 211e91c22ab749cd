/**
 * A list of blocks of rows seen through a window. Only blocks in or near the window are laid out, whatever the list's
 * length, and a place in it holds when rows are wrapped anew.
 */
import { findLast } from './book/visible.ts';
import type { FrameLine } from './frame-types.ts';
import type { Place } from './state.ts';

export interface Blocks {
  readonly count: number;
  /** Ordinal at which a block begins; rising. */
  readonly at: (index: number) => number;
  /** At least one row. */
  rows(index: number): readonly FrameLine[];
}

export interface Spot {
  readonly index: number;
  readonly row: number;
}

/** What the window shows. */
export interface Glimpse {
  readonly spots: readonly Spot[];
  /** Row of the window in which the cursor stands. */
  readonly cursor: number;
}

/** Lays out each block once, as long as this lives. */
export function makeBlocks(
  count: number,
  at: (index: number) => number,
  lay: (index: number) => readonly FrameLine[],
): Blocks {
  const known = new Map<number, readonly FrameLine[]>();
  return {
    count,
    at,
    rows: (index) => {
      const found = known.get(index);
      if (found) return found;
      const rows = lay(index);
      const some = rows.length > 0 ? rows : [[]];
      known.set(index, some);
      return some;
    },
  };
}

/** The last block that begins at or before the ordinal. */
export function findBlock(blocks: Blocks, at: number): number {
  return findLast(blocks.count, blocks.at, at);
}

/** Where the cursor stands now. */
export function spotOf(blocks: Blocks, place: Place): Spot {
  if (blocks.count === 0) return { index: 0, row: 0 };
  const index = findBlock(blocks, place.at);
  if (blocks.at(index) !== place.at) return { index, row: 0 };
  const rows = blocks.rows(index).length;
  return { index, row: Math.min(rows - 1, Math.max(0, Math.floor(place.portion * rows))) };
}

export function placeAt(blocks: Blocks, spot: Spot, lead: number): Place {
  if (blocks.count === 0) return { at: 0, portion: 0, lead: 0 };
  const rows = blocks.rows(spot.index).length;
  // The first row stays the first one, however many there are.
  const portion = spot.row === 0 ? 0 : (spot.row + 0.5) / rows;
  return { at: blocks.at(spot.index), portion, lead };
}

/** The spot `by` rows further (back where negative), or the end of the list, with the rows really gone. */
export function walk(blocks: Blocks, from: Spot, by: number): { readonly spot: Spot; readonly gone: number } {
  let { index, row } = from;
  let left = Math.abs(by);
  if (blocks.count === 0) return { spot: from, gone: 0 };
  while (left > 0) {
    const room = by > 0 ? blocks.rows(index).length - 1 - row : row;
    if (left <= room) {
      row += by > 0 ? left : -left;
      left = 0;
      break;
    }
    const next = by > 0 ? index + 1 : index - 1;
    if (next < 0 || next >= blocks.count) {
      row += by > 0 ? room : -room;
      left -= room;
      break;
    }
    left -= room + 1;
    index = next;
    row = by > 0 ? 0 : blocks.rows(index).length - 1;
  }
  return { spot: { index, row }, gone: (Math.abs(by) - left) * Math.sign(by) };
}

/** The rows of a window of this height; it is filled to its end where the list is long enough. */
export function glimpse(blocks: Blocks, place: Place, height: number): Glimpse {
  if (blocks.count === 0 || height <= 0) return { spots: [], cursor: 0 };
  const cursor = spotOf(blocks, place);
  const lead = Math.max(0, Math.min(Math.floor(place.lead), height - 1));
  const above = walk(blocks, cursor, -lead);
  const below = -walk(blocks, above.spot, height - 1).gone + height - 1;
  const start = below > 0 ? walk(blocks, above.spot, -below) : { spot: above.spot, gone: 0 };
  const spots: Spot[] = [];
  let { index, row } = start.spot;
  while (spots.length < height && index < blocks.count) {
    spots.push({ index, row });
    row += 1;
    if (row < blocks.rows(index).length) continue;
    index += 1;
    row = 0;
  }
  return { spots, cursor: -above.gone - start.gone };
}

/** Rows kept in sight around the cursor. */
function marginOf(height: number): number {
  return Math.max(0, Math.min(2, Math.floor((height - 1) / 2)));
}

/** The cursor by rows; the window follows where it must. */
export function moveBy(blocks: Blocks, place: Place, { height, by }: { height: number; by: number }): Place {
  const { cursor } = glimpse(blocks, place, height);
  const { spot, gone } = walk(blocks, spotOf(blocks, place), by);
  const margin = marginOf(height);
  const lead = Math.max(margin, Math.min(cursor + gone, height - 1 - margin));
  return placeAt(blocks, spot, lead);
}

/** The window by rows, and the cursor with it. */
export function scrollBy(
  blocks: Blocks,
  place: Place,
  { height, by }: { height: number; by: number },
): Place {
  const { cursor } = glimpse(blocks, place, height);
  const { spot } = walk(blocks, spotOf(blocks, place), by);
  return placeAt(blocks, spot, cursor);
}

export interface Target {
  readonly height: number;
  readonly index: number;
  /** On its last row, as for headings with a blank row above. */
  readonly last?: boolean;
}

/** Puts the cursor on a block; the window stays where the whole block is in it, else the block comes near its top. */
export function goTo(blocks: Blocks, place: Place, { height, index: wanted, last }: Target): Place {
  if (blocks.count === 0) return place;
  const index = Math.max(0, Math.min(wanted, blocks.count - 1));
  const { spots } = glimpse(blocks, place, height);
  const shown = spots.findIndex((spot) => spot.index === index && spot.row === 0);
  const size = blocks.rows(index).length;
  const margin = marginOf(height);
  const row = last ? size - 1 : 0;
  const start = shown >= 0 && shown + size <= height ? shown : size + margin > height ? 0 : margin;
  return placeAt(blocks, { index, row }, start + row);
}

export function goToEnd(blocks: Blocks, height: number): Place {
  const index = Math.max(0, blocks.count - 1);
  const row = blocks.count === 0 ? 0 : blocks.rows(index).length - 1;
  return placeAt(blocks, { index, row }, height - 1);
}
