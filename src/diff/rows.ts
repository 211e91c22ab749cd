/** Which row of one table stands for which of another: by name and provider, by name alone, then as a rename. */
import type { TextReader } from '../text/reader.ts';
import { longestIncreasing } from './chain.ts';
import type { PlainTable } from './plain-table.ts';
import { matchRenames } from './row-renames.ts';
import {
  freeA,
  freeB,
  nameOf,
  providerOf,
  type RowSide,
  type RowWork,
  rawName,
  readSide,
  take,
} from './row-work.ts';
import { matchInPlace } from './rows-in-place.ts';
import type { ColumnMatch } from './table-pairs.ts';

export interface RowMatches {
  /** Row of `b` for each row of `a`, −1 for none. */
  readonly partner: Int32Array;
  /** Rows of `a` under another name in `b`: the cells say that it is the same cookie. */
  readonly renamed: ReadonlySet<number>;
  /** Rows of either side among which renames were not looked for, because they are too many. */
  readonly skipped: number;
  /** Rows of `a` that stand elsewhere in the order of `b`. */
  readonly moved: ReadonlySet<number>;
  /** Rows left without counterpart, by index. */
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
  /** Names that stand in several rows of one side with one provider. */
  readonly duplicates: readonly string[];
  /** Whether no name stands twice on either side. */
  readonly unique: boolean;
  /** Rows of `a` that may have unlike cells, ascending; absent where that was not looked at. */
  readonly suspects?: readonly number[];
}

export function matchRows(
  a: PlainTable,
  b: PlainTable,
  { columns, reader }: { readonly columns: readonly ColumnMatch[]; readonly reader: TextReader },
): RowMatches {
  const inPlace = matchInPlace(a, b, columns);
  if (inPlace) return inPlace;
  const work: RowWork = {
    reader,
    a: readSide(a),
    b: readSide(b),
    partner: new Int32Array(a.size).fill(-1),
    taken: new Uint8Array(b.size),
  };
  const unique = matchByUniqueName(work, rawName);
  const duplicates = matchByKey(work, (side, row) => `${nameOf(side, row)}\u0000${providerOf(side, row)}`);
  matchByKey(work, (side, row) => `${nameOf(side, row)}\u0000${reader.key(providerOf(side, row))}`);
  matchByUniqueName(work, nameOf);
  const { renamed, skipped } = matchRenames(work, columns);
  return {
    partner: work.partner,
    renamed,
    skipped,
    moved: movedRows(work, () => rowsPrecede(a, b)),
    onlyA: freeA(work),
    onlyB: freeB(work),
    duplicates,
    unique,
  };
}

/** Rows of `a` out of order; the order is looked for from one fixed side, so that the result mirrors. */
function movedRows({ partner }: RowWork, precede: () => boolean): Set<number> {
  let highest = -1;
  const ascending = partner.every((to) => {
    const rises = to < 0 || to > highest;
    if (to >= 0) highest = to;
    return rises;
  });
  if (ascending) return new Set();
  const pairs = [...partner].flatMap((to, from): [number, number][] => (to < 0 ? [] : [[from, to]]));
  const fromA = precede();
  const sorted = fromA ? pairs : pairs.sort((x, y) => x[1] - y[1]);
  const moved = new Set(pairs.map(([from]) => from));
  for (const index of longestIncreasing(sorted.map(([from, to]) => (fromA ? to : from)))) {
    moved.delete(sorted[index]?.[0] ?? -1);
  }
  return moved;
}

function rowsPrecede(a: PlainTable, b: PlainTable): boolean {
  const textOf = (table: PlainTable, row: number): string => table.cells(row).join('\u0000');
  const at = a.rows.findIndex((_, row) => textOf(a, row) !== textOf(b, row));
  return at < 0 || textOf(a, at) < textOf(b, at);
}

/** Rows of one key are a multiset: equal rows first, then in order. Gives the names that occur more than once. */
function matchByKey(work: RowWork, keyOf: (side: RowSide, row: number) => string): string[] {
  const groupsA = groupRows(work.a, freeA(work), keyOf);
  const groupsB = groupRows(work.b, freeB(work), keyOf);
  const duplicates = new Set<string>();
  for (const [side, groups] of [
    [work.a, groupsA],
    [work.b, groupsB],
  ] as const) {
    for (const rows of groups.values()) if (rows.length > 1) duplicates.add(nameOf(side, rows[0] ?? 0));
  }
  for (const [key, rowsA] of groupsA) {
    const rowsB = groupsB.get(key);
    if (!rowsB) continue;
    if (rowsA.length === 1 && rowsB.length === 1) take(work, rowsA[0] ?? 0, rowsB[0] ?? 0);
    else matchDuplicates(work, rowsA, rowsB);
  }
  return [...duplicates];
}

function groupRows(
  side: RowSide,
  rows: readonly number[],
  keyOf: (side: RowSide, row: number) => string,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    if (rawName(side, row) === '') continue;
    const key = keyOf(side, row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function matchDuplicates(work: RowWork, rowsA: readonly number[], rowsB: readonly number[]): void {
  const places = new Map<string, number[]>();
  for (const row of [...rowsB].reverse()) {
    const cells = JSON.stringify(work.b.table.cells(row));
    places.set(cells, [...(places.get(cells) ?? []), row]);
  }
  const waiting = rowsA.filter((row) => {
    const equal = places.get(JSON.stringify(work.a.table.cells(row)))?.pop();
    if (equal !== undefined) take(work, row, equal);
    return equal === undefined;
  });
  const rest = rowsB.filter((row) => work.taken[row] === 0);
  waiting.forEach((row, index) => {
    const other = rest[index];
    if (other !== undefined) take(work, row, other);
  });
}

/**
 * A name that is left once on either side is the same cookie, whatever its provider says now. Tells whether no name
 * stood twice.
 */
function matchByUniqueName(work: RowWork, name: (side: RowSide, row: number) => string): boolean {
  const places = new Map<string, number>();
  let unique = true;
  for (const row of freeB(work)) {
    const key = name(work.b, row);
    if (key === '') continue;
    const size = places.size;
    places.set(key, row);
    if (places.size > size) continue;
    places.set(key, twice);
    unique = false;
  }
  // By row of `b`; −1 for none.
  const found = new Int32Array(work.taken.length).fill(-1);
  for (const row of freeA(work)) {
    const key = name(work.a, row);
    const other = places.get(key);
    if (other === undefined || other === twice) continue;
    if (found[other] === -1) found[other] = row;
    else {
      places.set(key, twice);
      found[other] = -1;
      unique = false;
    }
  }
  let taken = 0;
  for (let other = 0; other < found.length; other += 1) {
    const row = found[other] ?? -1;
    if (row < 0) continue;
    take(work, row, other);
    taken += 1;
  }
  return unique && taken === places.size && taken === work.partner.length;
}

/** Marks a name that stands more than once. */
const twice = -1;
