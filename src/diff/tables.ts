/** The cookie tables of two charters: columns, rows and cells as changes, whatever the order or form they came in. */

import type { Address, Notice, RawChange, RowValue, TablePair } from '../model/change.ts';
import type { CookieTable, Row } from '../model/charter.ts';
import type { Budget } from './budget.ts';
import { matchRows, nameSet, type RowMatch } from './rows.ts';
import { type ColumnMatch, nameColumn, pairColumns, pairTables, type TableMatch } from './table-pairs.ts';
import { compareTexts } from './texts.ts';

export interface TableContext {
  readonly budget: Budget;
  /** Section of a table of either side, by its id. */
  readonly sectionOf: (side: 'a' | 'b', table: string) => string | undefined;
  /** Whether two sections stand for one another. */
  readonly areCounterparts: (a: string | undefined, b: string | undefined) => boolean;
}

export interface TablesDiff {
  readonly changes: readonly RawChange[];
  readonly pairs: readonly TablePair[];
  readonly notices: readonly Notice[];
}

/** Rows of one pair of tables, still being matched. */
interface Matched {
  readonly match: TableMatch;
  readonly columns: readonly ColumnMatch[];
  readonly rows: RowMatch[];
  onlyA: number[];
  onlyB: number[];
}

/** A row that stands in a table which is not the counterpart of its own. */
interface Stray {
  readonly a: { readonly table: CookieTable; readonly row: number };
  readonly b: { readonly table: CookieTable; readonly row: number };
}

export function diffTables(
  a: readonly CookieTable[],
  b: readonly CookieTable[],
  context: TableContext,
): TablesDiff {
  const notices: Notice[] = [];
  const all = pairTables(a, b).map((match): Matched => {
    const none = { match, columns: [], rows: [] };
    if (!match.a || !match.b) {
      return {
        ...none,
        onlyA: match.a?.rows.map((_, row) => row) ?? [],
        onlyB: match.b?.rows.map((_, row) => row) ?? [],
      };
    }
    const columns = pairColumns(match.a, match.b);
    const found = matchRows(match.a, match.b, columns);
    for (const name of found.duplicates.slice(0, 10))
      notices.push({ code: 'duplicate-rows', values: { name } });
    return { match, columns, rows: [...found.matches], onlyA: [...found.onlyA], onlyB: [...found.onlyB] };
  });
  const strays = all.length > 1 ? takeStrays(all) : [];
  const changes: RawChange[] = [];
  const pairs: TablePair[] = [];
  for (const matched of all) {
    const mine = strays.filter((stray) => stray.b.table === matched.match.b);
    const own = tableChanges(matched, { ...context, strays: mine });
    changes.push(...own);
    pairs.push(tablePair(matched, own));
  }
  return { changes, pairs, notices };
}

function tablePair({ match }: Matched, changes: readonly RawChange[]): TablePair {
  const rows = new Set(
    changes
      .filter((change) => change.kind.startsWith('row-') || change.kind === 'cell-changed')
      .filter((change) => change.kind !== 'row-moved' || change.acrossSections)
      .map((change) => `${change.address.a?.rowIndex ?? ''}:${change.address.b?.rowIndex ?? ''}`),
  );
  return {
    ...(match.a ? { a: match.a.id } : {}),
    ...(match.b ? { b: match.b.id } : {}),
    rowsA: match.a?.rows.length ?? 0,
    rowsB: match.b?.rows.length ?? 0,
    differing: rows.size,
  };
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

function rowName(table: CookieTable | undefined, row: number): string {
  return table ? nameSet(table.rows[row]?.cells[nameColumn(table)] ?? '') : '';
}

/** In reading order: columns, then rows as they stand in `b`, rows of `a` alone where they stood. */
function tableChanges(matched: Matched, context: TableContext & { strays: readonly Stray[] }): RawChange[] {
  const changes = columnChanges(matched, context);
  const { a, b } = matched.match;
  const labels = { a: labelRows(a), b: labelRows(b) };
  const byB = [...matched.rows].sort((x, y) => x.b - y.b);
  const steps: { at: number; tie: number; add: () => RawChange[] }[] = [];
  for (const row of byB)
    steps.push({ at: row.b, tie: 1, add: () => matchedRow(matched, row, { ...context, labels }) });
  for (const row of matched.onlyB) {
    if (b)
      steps.push({ at: row, tie: 1, add: () => [loneRow('b', b, { row, label: labels.b(row), context })] });
  }
  for (const stray of context.strays)
    steps.push({ at: stray.b.row, tie: 1, add: () => strayRow(stray, context) });
  const placed = [...matched.rows].sort((x, y) => x.a - y.a);
  let next = 0;
  for (const row of matched.onlyA) {
    while (next < placed.length && (placed[next]?.a ?? 0) < row) next += 1;
    const at = placed[next - 1]?.b ?? -1;
    if (a) steps.push({ at, tie: 2, add: () => [loneRow('a', a, { row, label: labels.a(row), context })] });
  }
  steps.sort((x, y) => x.at - y.at || x.tie - y.tie);
  for (const step of steps) changes.push(...step.add());
  return changes;
}

/** The name as published, `#n` from the second of that name on; a row without name goes by its place. */
function labelRows(table: CookieTable | undefined): (row: number) => string {
  if (!table) return String;
  const at = nameColumn(table);
  const labels = new Map<number, string>();
  const seen = new Map<string, number>();
  return (row) => {
    for (let index = labels.size; index <= row; index += 1) {
      const name = table.rows[index]?.cells[at] ?? '';
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      labels.set(index, name === '' ? `#${index + 1}` : nth === 1 ? name : `${name}#${nth}`);
    }
    return labels.get(row) ?? '';
  };
}

type Labels = Readonly<Record<'a' | 'b', (row: number) => string>>;

function tableAddress(side: 'a' | 'b', table: CookieTable, context: TableContext): Address {
  const section = context.sectionOf(side, table.id);
  return { ...(section === undefined ? {} : { section }), table: table.id };
}

function rowValue(table: CookieTable, row: Row | undefined): RowValue {
  return Object.fromEntries(
    table.columns.flatMap((column, index) => {
      const cell = row?.cells[index] ?? '';
      return cell === '' ? [] : [[column.key, cell]];
    }),
  );
}

function loneRow(
  side: 'a' | 'b',
  table: CookieTable,
  { row, label, context }: { row: number; label: string; context: TableContext },
): RawChange {
  return {
    kind: side === 'a' ? 'row-removed' : 'row-added',
    address: { [side]: { ...tableAddress(side, table, context), rowIndex: row, row: label } },
    [side]: rowValue(table, table.rows[row]),
    sentences: [],
  };
}

function strayRow(stray: Stray, context: TableContext): RawChange[] {
  const labels = { a: labelRows(stray.a.table), b: labelRows(stray.b.table) };
  const address = rowAddresses(stray.a.table, stray.b.table, {
    a: stray.a.row,
    b: stray.b.row,
    labels,
    context,
  });
  const across = !context.areCounterparts(address.a.section, address.b.section);
  const rowA = stray.a.table.rows[stray.a.row];
  const rowB = stray.b.table.rows[stray.b.row];
  const columns = pairColumns(stray.a.table, stray.b.table);
  return [
    {
      kind: 'row-moved',
      address,
      a: rowValue(stray.a.table, rowA),
      b: rowValue(stray.b.table, rowB),
      sentences: [],
      moved: true,
      ...(across ? { acrossSections: true as const } : {}),
    },
    ...cellChanges(
      { a: stray.a.table, b: stray.b.table, rowA, rowB, columns },
      { address, budget: context.budget },
    ),
  ];
}

function rowAddresses(
  a: CookieTable,
  b: CookieTable,
  at: { a: number; b: number; labels: Labels; context: TableContext },
): { a: Address; b: Address } {
  return {
    a: { ...tableAddress('a', a, at.context), rowIndex: at.a, row: at.labels.a(at.a) },
    b: { ...tableAddress('b', b, at.context), rowIndex: at.b, row: at.labels.b(at.b) },
  };
}

function matchedRow(
  matched: Matched,
  row: RowMatch,
  context: TableContext & { labels: Labels },
): RawChange[] {
  const { a, b } = matched.match;
  const rowA = a?.rows[row.a];
  const rowB = b?.rows[row.b];
  if (!a || !b || !rowA || !rowB) return [];
  const equal = !row.renamed && !row.moved && matched.columns.every((column) => sameCell(rowA, rowB, column));
  if (equal) return [];
  const address = rowAddresses(a, b, { a: row.a, b: row.b, labels: context.labels, context });
  const cells = cellChanges(
    { a, b, rowA, rowB, columns: matched.columns, ...(row.renamed ? { withoutName: true } : {}) },
    { address, budget: context.budget },
  );
  const whole = { address, a: rowValue(a, rowA), b: rowValue(b, rowB), sentences: [] };
  const own: RawChange[] = [];
  if (row.renamed) {
    const compared = matched.columns.filter(
      (column) => column.a !== undefined && column.b !== undefined,
    ).length;
    own.push({
      kind: 'row-renamed',
      ...whole,
      ...(row.moved ? { moved: true as const } : {}),
      equalCells: [compared - 1 - cells.length, compared],
    });
  } else if (row.moved) own.push({ kind: 'row-moved', ...whole, moved: true });
  return [...own, ...cells];
}

function sameCell(a: Row, b: Row, column: ColumnMatch): boolean {
  if (column.a === undefined || column.b === undefined) return true;
  return (a.cells[column.a] ?? '') === (b.cells[column.b] ?? '');
}

interface RowPair {
  readonly a: CookieTable;
  readonly b: CookieTable;
  readonly rowA: Row | undefined;
  readonly rowB: Row | undefined;
  readonly columns: readonly ColumnMatch[];
  readonly withoutName?: boolean;
}

function cellChanges(
  pair: RowPair,
  { address, budget }: { address: { a: Address; b: Address }; budget: Budget },
): RawChange[] {
  const name = nameColumn(pair.b);
  return pair.columns.flatMap((column): RawChange[] => {
    if (column.a === undefined || column.b === undefined || (pair.withoutName && column.b === name))
      return [];
    const a = pair.rowA?.cells[column.a] ?? '';
    const b = pair.rowB?.cells[column.b] ?? '';
    if (a === b) return [];
    return [
      {
        kind: 'cell-changed',
        address: {
          a: { ...address.a, column: pair.a.columns[column.a]?.key ?? '' },
          b: { ...address.b, column: pair.b.columns[column.b]?.key ?? '' },
        },
        a,
        b,
        sentences: compareTexts(a === '' ? [] : [a], b === '' ? [] : [b], budget),
      },
    ];
  });
}

/** A head that only one side published is not compared: its table came without a head row. */
function columnChanges({ match, columns }: Matched, context: TableContext): RawChange[] {
  const { a, b } = match;
  if (!a || !b) return [];
  const changes = columns.flatMap((column): RawChange[] => {
    const x = column.a === undefined ? undefined : a.columns[column.a];
    const y = column.b === undefined ? undefined : b.columns[column.b];
    const address = {
      ...(x ? { a: { ...tableAddress('a', a, context), column: x.key } } : {}),
      ...(y ? { b: { ...tableAddress('b', b, context), column: y.key } } : {}),
    };
    if (x && y) {
      if (x.head === undefined || y.head === undefined || x.head === y.head) return [];
      const sentences = compareTexts([x.head], [y.head], context.budget);
      return [{ kind: 'column-renamed', address, a: x.head, b: y.head, sentences }];
    }
    const kind = x ? 'column-removed' : 'column-added';
    const text = (x ?? y)?.head ?? (x ?? y)?.key ?? '';
    const side = x ? 'a' : 'b';
    const sentences = x ? compareTexts([text], [], context.budget) : compareTexts([], [text], context.budget);
    return [{ kind, address, [side]: text, sentences }];
  });
  return [...changes, ...columnMoves(a, b, { columns, context })];
}

function columnMoves(
  a: CookieTable,
  b: CookieTable,
  { columns, context }: { columns: readonly ColumnMatch[]; context: TableContext },
): RawChange[] {
  let highest = -1;
  return columns.flatMap((column): RawChange[] => {
    if (column.a === undefined || column.b === undefined) return [];
    if (column.a > highest) {
      highest = column.a;
      return [];
    }
    const x = a.columns[column.a];
    const y = b.columns[column.b];
    return [
      {
        kind: 'column-moved',
        address: {
          a: { ...tableAddress('a', a, context), column: x?.key ?? '' },
          b: { ...tableAddress('b', b, context), column: y?.key ?? '' },
        },
        a: x?.head ?? x?.key ?? '',
        b: y?.head ?? y?.key ?? '',
        sentences: [],
      },
    ];
  });
}
