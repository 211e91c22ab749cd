/** Which differences from the template stand where the request changed a text. */
import type { Address, Change, SideValue } from '../model/change.ts';
import type { Finding } from '../model/drift.ts';
import type { TextReader } from '../text/reader.ts';

/**
 * Of the drift afterwards, what stands in the place of the change. In both `b` is the text afterwards; of what was
 * taken out, the drift that lacks the same words, else that lacks something there.
 */
export function driftAt(change: Change, drift: readonly Finding[], reader: TextReader): Finding[] {
  const { b } = change.address;
  if (b) return drift.filter((finding) => finding.change.address.b && overlaps(change, finding.change));
  const gone = keysOf(change.a, reader);
  const lacking = drift.filter(
    ({ change: other }) => other.address.b === undefined && isAlike(change, other),
  );
  const same = lacking.filter(({ change: other }) => sharesKey(gone, keysOf(other.a, reader)));
  return same.length > 0 ? same : lacking.filter((finding) => isThere(change, finding.change, reader));
}

/** What stood there in other words than the template's: the same row or field, or a part of the same section. */
function isThere({ address: { a: one = {} } }: Change, { address }: Change, { key }: TextReader): boolean {
  const other = address.a ?? {};
  if (one.table !== undefined)
    return one.rowIndex === undefined
      ? one.column === other.column
      : key(one.row ?? '') === key(other.row ?? '');
  return one.block === undefined ? one.column === other.column : one.section === other.section;
}

function overlaps(one: Change, other: Change): boolean {
  const [here, there] = [one.address.b ?? {}, other.address.b ?? {}];
  if (here.table !== there.table) return false;
  if (here.table !== undefined) return sharesCells(here, there);
  if (here.block === undefined || there.block === undefined)
    return here.block === there.block && here.column === there.column;
  return here.block < there.block + spanOf(other.b) && there.block < here.block + spanOf(one.b);
}

/** A row as a whole has all its cells in common with each of them. */
function sharesCells(here: Address, there: Address): boolean {
  if (here.rowIndex !== there.rowIndex) return false;
  return here.column === undefined || there.column === undefined || here.column === there.column;
}

/** How many blocks a side covers. */
function spanOf(side: SideValue | undefined): number {
  return Array.isArray(side) ? Math.max(1, side.length) : 1;
}

function isAlike(one: Change, other: Change): boolean {
  const [here, there] = [one.address.a ?? {}, other.address.a ?? {}];
  const inTable = here.table !== undefined;
  if (inTable !== (there.table !== undefined)) return false;
  if (inTable) return (here.rowIndex === undefined) === (there.rowIndex === undefined);
  return (here.block === undefined) === (there.block === undefined);
}

function keysOf(side: SideValue | undefined, { key }: TextReader): ReadonlySet<string> {
  const texts = side === undefined ? [] : typeof side === 'string' ? [side] : Object.values(side);
  return new Set(texts.map(key).filter((text) => text !== ''));
}

function sharesKey(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...others].some((key) => some.has(key));
}
