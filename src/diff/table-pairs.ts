/** Which table, and which column, of one side stands for which of the other. */
import type { Column } from '../model/charter.ts';
import { foldKey } from '../text/fold.ts';
import type { PlainTable } from './plain-table.ts';

/** Index of the column whose cells name the row: the cookie's name, else the first column. */
export function nameColumn(table: PlainTable): number {
  return Math.max(
    0,
    table.columns.findIndex((column) => column.key === 'name'),
  );
}

export interface TableMatch {
  readonly a?: PlainTable;
  readonly b?: PlainTable;
}

/** Pairs by most shared row names, then by id; the rest stand alone. In the order of `a`, then of `b`. */
export function pairTables(a: readonly PlainTable[], b: readonly PlainTable[]): TableMatch[] {
  if (a.length === 1 && b.length === 1)
    return [{ ...(a[0] ? { a: a[0] } : {}), ...(b[0] ? { b: b[0] } : {}) }];
  const namesB = b.map(rowNames);
  const candidates = a.flatMap((table, x) => {
    const names = rowNames(table);
    return b.map((other, y) => ({
      x,
      y,
      shared: sharedNames(names, namesB[y]),
      sameId: table.id === other.id,
    }));
  });
  candidates.sort(
    (p, q) => q.shared - p.shared || Number(q.sameId) - Number(p.sameId) || p.x + p.y - q.x - q.y,
  );
  const partner = new Map<number, number>();
  const takenB = new Set<number>();
  for (const { x, y, shared, sameId } of candidates) {
    if (partner.has(x) || takenB.has(y) || (shared === 0 && !sameId)) continue;
    partner.set(x, y);
    takenB.add(y);
  }
  return [
    ...a.map((table, x): TableMatch => {
      const other = b[partner.get(x) ?? -1];
      return other ? { a: table, b: other } : { a: table };
    }),
    ...b.filter((_, y) => !takenB.has(y)).map((table): TableMatch => ({ b: table })),
  ];
}

function rowNames(table: PlainTable): Set<string> {
  const at = nameColumn(table);
  return new Set(columnOf(table, at).filter((name) => name !== ''));
}

function sharedNames(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): number {
  let shared = 0;
  for (const name of a) if (b?.has(name)) shared += 1;
  return shared;
}

export interface ColumnMatch {
  /** Index in each table; absent where that side lacks the column. */
  readonly a?: number;
  readonly b?: number;
}

/** Pairs by key, then by an equal head, then by mostly equal cells; in the order of `b`, columns of `a` alone first. */
export function pairColumns(a: PlainTable, b: PlainTable): readonly ColumnMatch[] {
  // Versions of one table: no key stands twice in it.
  if (a.columns === b.columns) return a.columns.map((_, at) => ({ a: at, b: at }));
  return pairUnlike(a, b);
}

function pairUnlike(a: PlainTable, b: PlainTable): ColumnMatch[] {
  const partner = new Map<number, number>();
  const takenA = new Set<number>();
  function take(test: (x: Column, y: Column, at: readonly [number, number]) => boolean): void {
    b.columns.forEach((y, atB) => {
      if (partner.has(atB)) return;
      const atA = a.columns.findIndex((x, at) => !takenA.has(at) && test(x, y, [at, atB]));
      if (atA < 0) return;
      partner.set(atB, atA);
      takenA.add(atA);
    });
  }
  take((x, y) => x.key === y.key);
  take((x, y) => x.head !== undefined && y.head !== undefined && foldKey(x.head) === foldKey(y.head));
  take((_x, _y, [atA, atB]) => mostlyEqualCells(a, b, [atA, atB]));
  return [
    ...a.columns.flatMap((_, atA): ColumnMatch[] => (takenA.has(atA) ? [] : [{ a: atA }])),
    ...b.columns.map((_, atB): ColumnMatch => {
      const atA = partner.get(atB);
      return atA === undefined ? { b: atB } : { a: atA, b: atB };
    }),
  ];
}

/** A column under another head: at least half of the rows, and two, hold the same filled cell at the same place or name. */
function mostlyEqualCells(a: PlainTable, b: PlainTable, [atA, atB]: readonly [number, number]): boolean {
  const nameA = nameColumn(a);
  const nameB = nameColumn(b);
  if (atA === nameA || atB === nameB) return false;
  const [cellsA, cellsB] = [columnOf(a, atA), columnOf(b, atB)];
  const named = new Map(columnOf(a, nameA).map((name, row) => [name, cellsA[row]]));
  const equal = columnOf(b, nameB).filter(
    (name, row) => cellsB[row] !== '' && named.get(name) === cellsB[row],
  ).length;
  return equal >= 2 && 2 * equal >= Math.max(filled(cellsA), filled(cellsB));
}

function columnOf(table: PlainTable, column: number): string[] {
  return table.rows.map((_, row) => table.cell(row, column));
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length;
}
