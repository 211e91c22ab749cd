/** The cookie tables of two charters: columns, rows and cells as changes, whatever the order or form they came in. */
import type { Notice, RawChange, TablePair } from '../model/change.ts';
import type { CookieTable } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { columnChanges } from './column-changes.ts';
import type { PlainTable } from './plain-table.ts';
import { rowChanges, type Stray } from './row-changes.ts';
import { nameSet } from './row-work.ts';
import { matchRows, type RowMatches } from './rows.ts';
import { namesEachRowOnce } from './rows-in-place.ts';
import type { TableContext } from './table-context.ts';
import { type ColumnMatch, nameColumn, pairColumns, pairTables, type TableMatch } from './table-pairs.ts';

export interface TablesDiff {
  readonly changes: readonly RawChange[];
  readonly pairs: readonly TablePair[];
  readonly notices: readonly Notice[];
}

/** Rows of one pair of tables, left-overs still to be looked for in other tables. */
interface Matched {
  readonly match: TableMatch;
  readonly columns: readonly ColumnMatch[];
  readonly rows?: RowMatches;
  onlyA: readonly number[];
  onlyB: readonly number[];
}

export function diffTables(
  a: readonly PlainTable[],
  b: readonly PlainTable[],
  context: TableContext,
): TablesDiff {
  const all = pairTables(a, b).map((match) => matchTables(match, context.budget.reader));
  const strays = all.length > 1 ? takeStrays(all) : [];
  const compared = all.map((matched) => {
    const mine = strays.filter((stray) => stray.b.table === matched.match.b);
    const { match, columns } = matched;
    const heads = match.a && match.b ? columnChanges(match.a, match.b, { columns, context }) : [];
    const changes = [...heads, ...rowChanges({ ...matched, strays: mine }, context)];
    return { changes, pair: tablePair(matched, changes) };
  });
  return {
    changes: compared.flatMap(({ changes }) => changes),
    pairs: compared.map(({ pair }) => pair),
    notices: all.flatMap(({ rows }) => (rows ? rowNotices(rows) : [])),
  };
}

function rowNotices({ duplicates, skipped }: RowMatches): Notice[] {
  return [
    ...duplicates
      .slice(0, duplicatesNamed)
      .map((name): Notice => ({ code: 'duplicate-rows', values: { name } })),
    ...(skipped > 0 ? [{ code: 'renames-skipped', values: { rows: skipped } } as const] : []),
  ];
}

/** More duplicate names than this in one table are not named. */
const duplicatesNamed = 10;

function matchTables(match: TableMatch, reader: TextReader): Matched {
  if (!match.a || !match.b) {
    const every = (table: PlainTable | undefined): number[] => table?.rows.map((_, row) => row) ?? [];
    return { match, columns: [], onlyA: every(match.a), onlyB: every(match.b) };
  }
  const columns = pairColumns(match.a, match.b);
  const rows = matchRows(match.a, match.b, { columns, reader });
  return { match, columns, rows, onlyA: rows.onlyA, onlyB: rows.onlyB };
}

function tablePair({ match }: Matched, changes: readonly RawChange[]): TablePair {
  let differing = 0;
  let last: RawChange['address'] | undefined;
  for (const { kind, address, acrossSections } of changes) {
    if (kind.startsWith('column-') || (kind === 'row-moved' && !acrossSections)) continue;
    // The changes of a row stand together.
    const same = last?.a?.rowIndex === address.a?.rowIndex && last?.b?.rowIndex === address.b?.rowIndex;
    if (!last || !same) differing += 1;
    last = address;
  }
  return {
    ...(match.a ? { a: match.a.id } : {}),
    ...(match.b ? { b: match.b.id } : {}),
    rowsA: match.a?.size ?? 0,
    rowsB: match.b?.size ?? 0,
    differing,
  };
}

/** Of two versions that share their tables as objects; undefined where rows must be looked at all the same. */
export function sameTables(a: readonly CookieTable[], b: readonly CookieTable[]): TablesDiff | undefined {
  const same = a.length === b.length && a.every((table, at) => table === b[at]);
  if (!same || !a.every(namesEachRowOnce)) return undefined;
  const pairs = a.map(({ id, rows }) => ({
    a: id,
    b: id,
    rowsA: rows.length,
    rowsB: rows.length,
    differing: 0,
  }));
  return { changes: [], pairs, notices: [] };
}

/** Pairs rows left over in different tables by their name, and takes them out of the left-overs. */
function takeStrays(all: readonly Matched[]): Stray[] {
  const waiting = new Map<string, { matched: Matched; row: number }[]>();
  for (const matched of all) {
    for (const row of matched.onlyB) {
      const name = rowName(matched.match.b, row);
      if (name !== '') waiting.set(name, [...(waiting.get(name) ?? []), { matched, row }]);
    }
  }
  const strays: Stray[] = [];
  for (const matched of all) {
    for (const row of [...matched.onlyA]) {
      const found = waiting.get(rowName(matched.match.a, row))?.shift();
      if (!found || !matched.match.a || !found.matched.match.b) continue;
      strays.push({
        a: { table: matched.match.a, row },
        b: { table: found.matched.match.b, row: found.row },
      });
      matched.onlyA = matched.onlyA.filter((other) => other !== row);
      found.matched.onlyB = found.matched.onlyB.filter((other) => other !== found.row);
    }
  }
  return strays;
}

function rowName(table: PlainTable | undefined, row: number): string {
  return table ? nameSet(table.cell(row, nameColumn(table))) : '';
}
