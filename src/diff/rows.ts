/** Which row of one table stands for which of another: by name and provider, by name alone, then as a rename. */
import type { CookieTable } from '../model/charter.ts';
import { foldKey } from '../text/fold.ts';
import { longestIncreasing } from './chain.ts';
import { commonWeight, prepareItems } from './items.ts';
import { type ColumnMatch, nameColumn } from './table-pairs.ts';

export interface RowMatch {
  /** Row indexes. */
  readonly a: number;
  readonly b: number;
  /** The name differs; the cells say that it is the same cookie. */
  readonly renamed?: true;
  /** Stands elsewhere in the order. */
  readonly moved?: true;
}

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
  readonly names: readonly string[];
  readonly providers: readonly string[];
}

function readSide(table: CookieTable): Side {
  const name = nameColumn(table);
  const provider = table.columns.findIndex((column) => column.key === 'provider');
  return {
    table,
    names: table.rows.map((row) => nameSet(row.cells[name] ?? '')),
    providers: table.rows.map((row) => (provider < 0 ? '' : (row.cells[provider] ?? ''))),
  };
}

export interface RowMatches {
  readonly matches: readonly RowMatch[];
  /** Rows left without counterpart, by index. */
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
  /** Names that stand in several rows of one side with one provider. */
  readonly duplicates: readonly string[];
}

export function matchRows(a: CookieTable, b: CookieTable, columns: readonly ColumnMatch[]): RowMatches {
  const sideA = readSide(a);
  const sideB = readSide(b);
  const partner = new Map<number, number>();
  const takenB = new Set<number>();
  const work: Work = { a: sideA, b: sideB, partner, takenB };
  const duplicates = matchByKey(work, (side, row) => `${side.names[row]}\u0000${side.providers[row]}`);
  matchByKey(work, (side, row) => `${side.names[row]}\u0000${foldKey(side.providers[row] ?? '')}`);
  matchByUniqueName(work);
  const renamed = matchRenames(work, columns);
  const pairs = [...partner].sort((x, y) => x[0] - y[0]);
  const inOrder = rowsInOrder(pairs, () => rowsPrecede(a, b));
  return {
    matches: pairs.map(([from, to]) => ({
      a: from,
      b: to,
      ...(renamed.has(from) ? { renamed: true as const } : {}),
      ...(inOrder.has(from) ? {} : { moved: true as const }),
    })),
    onlyA: left(a, (row) => partner.has(row)),
    onlyB: left(b, (row) => takenB.has(row)),
    duplicates,
  };
}

/** Rows of `a` that keep their order; looked for from one fixed side, so that the result mirrors. */
function rowsInOrder(pairs: readonly [number, number][], precede: () => boolean): Set<number> {
  const ascending = pairs.every(([, to], index) => index === 0 || to > (pairs[index - 1]?.[1] ?? 0));
  if (ascending) return new Set(pairs.map(([from]) => from));
  const fromA = precede();
  const sorted = fromA ? [...pairs] : [...pairs].sort((x, y) => x[1] - y[1]);
  const run = longestIncreasing(sorted.map(([from, to]) => (fromA ? to : from)));
  return new Set(run.map((index) => sorted[index]?.[0] ?? 0));
}

function rowsPrecede(a: CookieTable, b: CookieTable): boolean {
  const texts = (table: CookieTable): string[] => table.rows.map((row) => row.cells.join('\u0000'));
  const other = texts(b);
  const at = texts(a).findIndex((text, row) => text !== other[row]);
  return at < 0 || (texts(a)[at] ?? '') < (other[at] ?? '');
}

function left(table: CookieTable, taken: (row: number) => boolean): number[] {
  return table.rows.map((_, row) => row).filter((row) => !taken(row));
}

interface Work {
  readonly a: Side;
  readonly b: Side;
  readonly partner: Map<number, number>;
  readonly takenB: Set<number>;
}

function take(work: Work, a: number, b: number): void {
  work.partner.set(a, b);
  work.takenB.add(b);
}

/** Rows of one key are a multiset: equal rows first, then in order. Gives the names that occur more than once. */
function matchByKey(work: Work, keyOf: (side: Side, row: number) => string): string[] {
  const groupsA = groupRows(work.a, (row) => work.partner.has(row), keyOf);
  const groupsB = groupRows(work.b, (row) => work.takenB.has(row), keyOf);
  const duplicates = new Set<string>();
  for (const [side, groups] of [
    [work.a, groupsA],
    [work.b, groupsB],
  ] as const) {
    for (const rows of groups.values()) if (rows.length > 1) duplicates.add(side.names[rows[0] ?? 0] ?? '');
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
  taken: (row: number) => boolean,
  keyOf: (side: Side, row: number) => string,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  side.names.forEach((name, row) => {
    if (name === '' || taken(row)) return;
    const key = keyOf(side, row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  });
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
  const rest = rowsB.filter((row) => !work.takenB.has(row));
  waiting.forEach((row, index) => {
    const other = rest[index];
    if (other !== undefined) take(work, row, other);
  });
}

/** A name that is left once on either side is the same cookie, whatever its provider says now. */
function matchByUniqueName(work: Work): void {
  const placesA = uniqueNames(work.a, (row) => work.partner.has(row));
  const placesB = uniqueNames(work.b, (row) => work.takenB.has(row));
  for (const [name, row] of placesA) {
    const other = placesB.get(name);
    if (row >= 0 && other !== undefined && other >= 0) take(work, row, other);
  }
}

function uniqueNames(side: Side, taken: (row: number) => boolean): Map<string, number> {
  const places = new Map<string, number>();
  side.names.forEach((name, row) => {
    if (name === '' || taken(row)) return;
    places.set(name, places.has(name) ? -1 : row);
  });
  return places;
}

function matchRenames(work: Work, columns: readonly ColumnMatch[]): Set<number> {
  const rowsA = left(work.a.table, (row) => work.partner.has(row));
  const rowsB = left(work.b.table, (row) => work.takenB.has(row));
  const renamed = new Set<number>();
  if (rowsA.length * rowsB.length > allPairs) return renamed;
  const likeness = cellLikeness(work, columns, [rowsA, rowsB]);
  const candidates = rowsA.flatMap((a, x) => rowsB.map((b, y) => ({ a, b, share: likeness(x, y) })));
  candidates.sort((p, q) => q.share - p.share || p.a + p.b - q.a - q.b || p.a - q.a);
  for (const { a, b, share } of candidates) {
    if (share < renameThreshold || work.partner.has(a) || work.takenB.has(b)) continue;
    take(work, a, b);
    if (work.a.names[a] !== work.b.names[b]) renamed.add(a);
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
