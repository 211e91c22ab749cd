/** Where a piece stood before that has no equal there: only what differs in form alone has a counterpart. */
import type { Change, CharterDiff } from '../model/change.ts';
import { cellPrint, rangeOf, type Spot, textAt } from './places.ts';
import { headKey, type Print, titleBlock } from './prints.ts';

type TextSpot = Spot & { readonly kind: 'text' };

export type Counterparts = (spot: Spot) => Spot | undefined;

/** `diff` is from the version of `before` to that of `now`. */
export function findCounterparts(diff: CharterDiff, before: Print, now: Print): Counterparts {
  const around = { diff, before, now };
  return (spot) => {
    switch (spot.kind) {
      case 'text':
        return findText(spot, around);
      case 'row':
        return findRow(spot, around);
      case 'cell':
        return findCell(spot, around);
      case 'field':
        return findHead(spot.key, around);
    }
  };
}

interface Around {
  readonly diff: CharterDiff;
  readonly before: Print;
  readonly now: Print;
}

function isForm(change: Change): boolean {
  return change.class === 'typographic';
}

/** A piece that stands in several texts has a counterpart where all of them have, one after the other. */
function findText({ start, length }: TextSpot, around: Around): Spot | undefined {
  const { now } = around;
  const end = start + length;
  let found: TextSpot | undefined;
  for (let text = textAt(now, start); text <= textAt(now, end - 1); text += 1) {
    const [from, to] = rangeOf(now, text);
    const own: TextSpot = { kind: 'text', start: Math.max(from, start), length: 0 };
    const pair = findBlock(now.texts[text]?.[1], around);
    const part = pair && within(pair, { ...own, length: Math.min(to, end) - own.start });
    const follows =
      !found || (part && (part.start === found.start + found.length || part.start === found.start));
    if (!part || !follows) return undefined;
    // Texts that were one before have one counterpart.
    const first = found?.start ?? part.start;
    found = { kind: 'text', start: first, length: Math.max(part.start + part.length, endOf(found)) - first };
  }
  return found;
}

function endOf(spot: TextSpot | undefined): number {
  return spot ? spot.start + spot.length : 0;
}

/** Texts that stand for one another. */
interface Pair {
  readonly before: TextSpot;
  readonly now: TextSpot;
}

/** Sentence by sentence where both sides have as many, else the whole. */
function within({ before, now }: Pair, part: TextSpot): TextSpot {
  if (before.length !== now.length) return before;
  return { kind: 'text', start: before.start + part.start - now.start, length: part.length };
}

function findBlock(block: number | undefined, { diff, before, now }: Around): Pair | undefined {
  if (block === undefined) return undefined;
  const change = diff.changes.find((candidate) => covers(candidate, 'b', block));
  if (change)
    return isForm(change) ? pairOf(spotOfSide(change, 'a', before), spotOfSide(change, 'b', now)) : undefined;
  const same = diff.steps.find((step) => step.kind === 'same' && step.b === block);
  if (same?.kind !== 'same') return undefined;
  return pairOf(spotOfBlocks(same.a, 1, before), spotOfBlocks(block, 1, now));
}

function pairOf(before: TextSpot | undefined, now: TextSpot | undefined): Pair | undefined {
  return before && now ? { before, now } : undefined;
}

/** Whether one side of a change holds the block, or the title. */
function covers({ address, a, b, kind }: Change, side: 'a' | 'b', block: number): boolean {
  const place = address[side];
  if (!place || place.table !== undefined || kind === 'variable') return false;
  if (place.block === undefined) return place.column === 'title' && block === titleBlock;
  const texts = side === 'a' ? a : b;
  const count = Array.isArray(texts) ? texts.length : 1;
  return block >= place.block && block < place.block + count;
}

function spotOfSide(change: Change, side: 'a' | 'b', print: Print): TextSpot | undefined {
  const place = change.address[side];
  if (!place) return undefined;
  if (place.block === undefined) return spotOfBlocks(titleBlock, 1, print);
  const texts = change[side];
  return spotOfBlocks(place.block, Array.isArray(texts) ? texts.length : 1, print);
}

function spotOfBlocks(block: number, count: number, print: Print): TextSpot | undefined {
  const first = print.texts.findIndex(([, at]) => at === block);
  if (first < 0) return undefined;
  let last = first;
  while (last + 1 < print.texts.length && (print.texts[last + 1]?.[1] ?? 0) < block + count) last += 1;
  const [from] = rangeOf(print, first);
  const [, to] = rangeOf(print, last);
  return to > from ? { kind: 'text', start: from, length: to - from } : undefined;
}

/** A row whose name only changed in form; one that has another name now came with it. */
function findRow(spot: Spot & { readonly kind: 'row' }, around: Around): Spot | undefined {
  const pair = pairOfRow(spot.table, spot.row, around);
  return pair && pair.change.kind !== 'row-renamed' ? pair.spot : undefined;
}

/** A cell whose form only changed, or whose column or row is called otherwise. */
function findCell(spot: Spot & { readonly kind: 'cell' }, around: Around): Spot | undefined {
  const { diff, before, now } = around;
  const table = now.tables[spot.table]?.id;
  const own = diff.changes.find(
    ({ kind, address: { b } }) =>
      kind === 'cell-changed' && b?.table === table && b?.rowIndex === spot.row && b?.column === spot.column,
  );
  if (own) return isForm(own) ? cellOfSide(own, before) : undefined;
  const row = pairOfRow(spot.table, spot.row, around)?.spot;
  if (row?.kind !== 'row') return undefined;
  const column = earlierColumn(spot.column, table, diff);
  const found: Spot = { kind: 'cell', table: row.table, row: row.row, column };
  return cellPrint(before, found) === cellPrint(now, spot) ? found : undefined;
}

function earlierColumn(column: string, table: string | undefined, { changes }: CharterDiff): string {
  const renamed = changes.find(
    ({ kind, address: { b } }) => kind === 'column-renamed' && b?.table === table && b?.column === column,
  );
  return renamed?.address.a?.column ?? column;
}

function cellOfSide({ address: { a } }: Change, before: Print): Spot | undefined {
  const table = before.tables.findIndex(({ id }) => id === a?.table);
  if (table < 0 || a?.rowIndex === undefined || a.column === undefined) return undefined;
  return { kind: 'cell', table, row: a.rowIndex, column: a.column };
}

/** Rows are paired by any change that both sides of them stand in. */
function pairOfRow(
  at: number,
  row: number,
  { diff, before, now }: Around,
): { readonly change: Change; readonly spot: Spot } | undefined {
  const id = now.tables[at]?.id;
  const change = diff.changes.find(
    ({ kind, address: { a, b } }) =>
      (kind.startsWith('row') || kind === 'cell-changed') &&
      a?.rowIndex !== undefined &&
      b?.table === id &&
      b?.rowIndex === row,
  );
  const place = change?.address.a;
  const table = before.tables.findIndex((candidate) => candidate.id === place?.table);
  if (!change || place?.rowIndex === undefined || table < 0) return undefined;
  return { change, spot: { kind: 'row', table, row: place.rowIndex } };
}

function findHead(key: string, { diff, before }: Around): Spot | undefined {
  const change = diff.changes.find(
    ({ kind, address: { b } }) =>
      kind === 'column-renamed' && headKey(b?.table ?? '', b?.column ?? '') === key,
  );
  const place = change && isForm(change) ? change.address.a : undefined;
  const found = headKey(place?.table ?? '', place?.column ?? '');
  return place && before.fields.some(([known]) => known === found)
    ? { kind: 'field', key: found }
    : undefined;
}
