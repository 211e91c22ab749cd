/** The rows of one pair of tables as items: those of `b` in their order, removed ones where they stood. */
import type { Address, Change, TablePair } from '../../model/change.ts';
import type { CharterDocument } from '../../model/charter.ts';
import type { DiffView } from '../../present/diff-view.ts';
import type { Item } from './items.ts';

interface Found {
  /** Changes of columns and of the table itself. */
  readonly whole: number[];
  /** By row of `b`: its row in `a`, and its changes. */
  readonly rows: Map<number, { a?: number; readonly changes: number[] }>;
  /** Rows that only `a` has. */
  readonly removed: Map<number, number[]>;
  /** Rows of `a` that some change names. */
  readonly named: Set<number>;
}

export function rowItems(view: DiffView, pair: number): Item[] {
  const table = view.diff.tables[pair];
  if (!table) return [];
  const found = readChanges(view.diff.changes, table);
  const rowsA = countRows(view.a, table.a);
  const rowsB = countRows(view.b, table.b);
  pairUnnamed(found, rowsA, rowsB);
  const items: Item[] = found.whole.map((change) => ({ kind: 'change', change }));
  const removed = [...found.removed].sort(([x], [y]) => x - y);
  let next = 0;
  const addRemoved = (before: number): void => {
    for (let entry = removed[next]; entry && entry[0] < before; entry = removed[next]) {
      items.push({ kind: 'row', pair, a: entry[0], changes: entry[1] });
      next += 1;
    }
  };
  for (let b = 0; b < rowsB; b += 1) {
    const row = found.rows.get(b);
    if (row?.a !== undefined) addRemoved(row.a);
    items.push({
      kind: 'row',
      pair,
      b,
      changes: row?.changes ?? [],
      ...(row?.a === undefined ? {} : { a: row.a }),
    });
  }
  addRemoved(Number.POSITIVE_INFINITY);
  return items;
}

function countRows({ tables }: CharterDocument, id: string | undefined): number {
  return tables.find((table) => table.id === id)?.rows.length ?? 0;
}

function readChanges(changes: readonly Change[], table: TablePair): Found {
  const found: Found = { whole: [], rows: new Map(), removed: new Map(), named: new Set() };
  changes.forEach((change, index) => {
    const { a, b } = change.address;
    const [inA, inB] = [isIn(a, table.a), isIn(b, table.b)];
    if (inA && a?.rowIndex !== undefined) found.named.add(a.rowIndex);
    if (inB) addToB(found, index, { a: inA ? a?.rowIndex : undefined, b: b?.rowIndex });
    else if (inA && b?.table === undefined) addToA(found, index, a?.rowIndex);
  });
  return found;
}

function isIn(address: Address | undefined, id: string | undefined): boolean {
  return id !== undefined && address?.table === id;
}

function addToB(
  found: Found,
  change: number,
  rows: { readonly a: number | undefined; readonly b: number | undefined },
): void {
  if (rows.b === undefined) {
    found.whole.push(change);
    return;
  }
  const row = found.rows.get(rows.b) ?? { changes: [] };
  row.changes.push(change);
  if (rows.a !== undefined) row.a = rows.a;
  found.rows.set(rows.b, row);
}

function addToA(found: Found, change: number, row: number | undefined): void {
  if (row === undefined) found.whole.push(change);
  else found.removed.set(row, [...(found.removed.get(row) ?? []), change]);
}

/** Rows that no change names stand in the same order on both sides. */
function pairUnnamed(found: Found, rowsA: number, rowsB: number): void {
  let a = 0;
  for (let b = 0; b < rowsB; b += 1) {
    if (found.rows.has(b)) continue;
    while (found.named.has(a)) a += 1;
    if (a >= rowsA) return;
    found.rows.set(b, { a, changes: [] });
    a += 1;
  }
}
