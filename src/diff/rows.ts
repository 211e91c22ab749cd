/** Which row of one table stands for which of another: by name and provider, by name alone, then as a rename. */
import type { CookieTable } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { longestIncreasing } from './chain.ts';
import { commonWeight, prepareItems } from './items.ts';
import { type ColumnMatch, nameColumn } from './table-pairs.ts';

/** Two cells count as telling the same cookie from this share on (weighted). */
const renameThreshold = 0.65;
const purposeThreshold = 0.6;
/** More left-over pairs than this are not weighed for renames. */
const allPairs = 40_000;
const columnWeight: Readonly<Record<string, number>> = { purpose: 3, service: 2 };

/** Cookie names in a cell, in one order, folded only in quotes and spaces: a name is an atom. */
export function nameSet(cell: string): string {
  if (!/[\s,;|/\\*[<`]/.test(cell)) return cell;
  return cell
    .split(/[\s,;|]+|(?:^|\s)(?:et|and|or|ou|und|y|e)(?=\s|$)/u)
    .map((name) => name.replace(/^[*`]+|[`.]+$/g, ''))
    .filter((name) => name !== '')
    .sort()
    .join(' ');
}

interface Side {
  readonly table: CookieTable;
  /** Index of the name column. */
  readonly at: number;
  /** Index of the provider column, −1 for none. */
  readonly providerAt: number;
}

function readSide(table: CookieTable): Side {
  return {
    table,
    at: nameColumn(table),
    providerAt: table.columns.findIndex((column) => column.key === 'provider'),
  };
}

function rawName({ table, at }: Side, row: number): string {
  return table.rows[row]?.cells[at] ?? '';
}

function nameOf(side: Side, row: number): string {
  return nameSet(rawName(side, row));
}

function providerOf({ table, providerAt }: Side, row: number): string {
  return table.rows[row]?.cells[providerAt] ?? '';
}

export interface RowMatches {
  /** Row of `b` for each row of `a`, −1 for none. */
  readonly partner: Int32Array;
  /** Rows of `a` under another name in `b`: the cells say that it is the same cookie. */
  readonly renamed: ReadonlySet<number>;
  /** Rows of `a` that stand elsewhere in the order of `b`. */
  readonly moved: ReadonlySet<number>;
  /** Rows left without counterpart, by index. */
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
  /** Names that stand in several rows of one side with one provider. */
  readonly duplicates: readonly string[];
  /** Whether no name stands twice on either side. */
  readonly unique: boolean;
}

export function matchRows(
  a: CookieTable,
  b: CookieTable,
  { columns, reader }: { readonly columns: readonly ColumnMatch[]; readonly reader: TextReader },
): RowMatches {
  const work: Work = {
    reader,
    a: readSide(a),
    b: readSide(b),
    partner: new Int32Array(a.rows.length).fill(-1),
    taken: new Uint8Array(b.rows.length),
  };
  const unique = matchByUniqueName(work, rawName);
  const duplicates = matchByKey(work, (side, row) => `${nameOf(side, row)}\u0000${providerOf(side, row)}`);
  matchByKey(work, (side, row) => `${nameOf(side, row)}\u0000${reader.key(providerOf(side, row))}`);
  matchByUniqueName(work, nameOf);
  const renamed = matchRenames(work, columns);
  return {
    partner: work.partner,
    renamed,
    moved: movedRows(work, () => rowsPrecede(a, b)),
    onlyA: freeA(work),
    onlyB: freeB(work),
    duplicates,
    unique,
  };
}

/** Rows of `a` out of order; the order is looked for from one fixed side, so that the result mirrors. */
function movedRows({ partner }: Work, precede: () => boolean): Set<number> {
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

function rowsPrecede(a: CookieTable, b: CookieTable): boolean {
  const textOf = (table: CookieTable, row: number): string => table.rows[row]?.cells.join('\u0000') ?? '';
  const at = a.rows.findIndex((_, row) => textOf(a, row) !== textOf(b, row));
  return at < 0 || textOf(a, at) < textOf(b, at);
}

interface Work {
  readonly reader: TextReader;
  readonly a: Side;
  readonly b: Side;
  readonly partner: Int32Array;
  readonly taken: Uint8Array;
}

function take(work: Work, a: number, b: number): void {
  work.partner[a] = b;
  work.taken[b] = 1;
}

function freeA({ partner }: Work): number[] {
  const free: number[] = [];
  for (let row = 0; row < partner.length; row += 1) if ((partner[row] ?? 0) < 0) free.push(row);
  return free;
}

function freeB({ taken }: Work): number[] {
  const free: number[] = [];
  for (let row = 0; row < taken.length; row += 1) if (taken[row] === 0) free.push(row);
  return free;
}

/** Rows of one key are a multiset: equal rows first, then in order. Gives the names that occur more than once. */
function matchByKey(work: Work, keyOf: (side: Side, row: number) => string): string[] {
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
  side: Side,
  rows: readonly number[],
  keyOf: (side: Side, row: number) => string,
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

function matchDuplicates(work: Work, rowsA: readonly number[], rowsB: readonly number[]): void {
  const places = new Map<string, number[]>();
  for (const row of [...rowsB].reverse()) {
    const cells = JSON.stringify(work.b.table.rows[row]?.cells);
    places.set(cells, [...(places.get(cells) ?? []), row]);
  }
  const waiting = rowsA.filter((row) => {
    const equal = places.get(JSON.stringify(work.a.table.rows[row]?.cells))?.pop();
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
function matchByUniqueName(work: Work, name: (side: Side, row: number) => string): boolean {
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

function matchRenames(work: Work, columns: readonly ColumnMatch[]): Set<number> {
  const rowsA = freeA(work);
  const rowsB = freeB(work);
  const renamed = new Set<number>();
  if (rowsA.length * rowsB.length > allPairs) return renamed;
  const likeness = cellLikeness(work, columns, [rowsA, rowsB]);
  const candidates = rowsA.flatMap((a, x) => rowsB.map((b, y) => ({ a, b, share: likeness(x, y) })));
  candidates.sort((p, q) => q.share - p.share || p.a + p.b - q.a - q.b || p.a - q.a);
  for (const { a, b, share } of candidates) {
    if (share < renameThreshold || (work.partner[a] ?? 0) >= 0 || work.taken[b] === 1) continue;
    take(work, a, b);
    if (nameOf(work.a, a) !== nameOf(work.b, b)) renamed.add(a);
  }
  return renamed;
}

/** Weighted share of like cells, the name left out; 0 where the purposes say that it is another cookie. */
function cellLikeness(
  work: Work,
  columns: readonly ColumnMatch[],
  [rowsA, rowsB]: readonly [readonly number[], readonly number[]],
): (x: number, y: number) => number {
  const shared = columns.flatMap((match) => {
    if (match.a === undefined || match.b === undefined || match.a === nameColumn(work.a.table)) return [];
    const { a, b } = { a: match.a, b: match.b };
    const key = work.a.table.columns[a]?.key ?? '';
    const items = prepareItems(
      rowsA.map((row) => work.a.table.rows[row]?.cells[a] ?? ''),
      rowsB.map((row) => work.b.table.rows[row]?.cells[b] ?? ''),
      work.reader,
    );
    return [{ key, items, weight: columnWeight[key] ?? 1 }];
  });
  return (x, y) => {
    let likes = 0;
    let total = 0;
    for (const { key, items, weight } of shared) {
      const itemA = items.a[x];
      const itemB = items.b[y];
      if (!itemA || !itemB || (itemA.text === '' && itemB.text === '')) continue;
      const common = commonWeight(itemA.bag, itemB.bag, items.weights);
      const like = itemA.key === itemB.key ? 1 : (2 * common) / Math.max(itemA.weight + itemB.weight, 1e-9);
      if (key === 'purpose' && like < purposeThreshold) return 0;
      likes += like * weight;
      total += weight;
    }
    return total < 2 ? 0 : likes / total;
  };
}
