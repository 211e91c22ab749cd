/** Gathers the cookie tables of many charters into growing ones, in which each row and cell of each charter stands. */
import type { PlainTable } from '../diff/plain-table.ts';
import { matchRows } from '../diff/rows.ts';
import { type ColumnMatch, pairColumns, pairTables } from '../diff/table-pairs.ts';
import { withoutVariables } from '../diff/variables.ts';
import type { CookieTable, InlineText, Template } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import type { Ballot } from './infer-votes.ts';

export interface GrownTable {
  readonly id: string;
  /** What each portal calls its own. */
  readonly ids: Ballot<string>[];
  readonly captions: Ballot<InlineText>[];
  readonly columns: GrownColumn[];
  readonly rows: GrownRow[];
}

export interface GrownColumn {
  readonly key: string;
  /** Of every portal that has the column; `undefined` where it has no head. */
  readonly heads: Ballot<InlineText | undefined>[];
}

export interface GrownRow {
  /** Of every portal that has the row and the column. */
  readonly cells: Map<GrownColumn, Ballot<InlineText>[]>;
  readonly portals: number[];
}

/** The tables of each portal, with variables by their names, in the order in which the sequence grows. */
export function growTables(portals: readonly (readonly CookieTable[])[], reader: TextReader): GrownTable[] {
  const grown: GrownTable[] = [];
  portals.forEach((tables, portal) => {
    const shapes = plainTables(grown.map(shapeOf));
    const own = plainTables(tables);
    for (const { a, b } of pairTables(shapes, own)) {
      const table = tables[b ? own.indexOf(b) : -1];
      if (!b || !table) continue;
      const known = a && grown[shapes.indexOf(a)];
      if (!a || !known) grown.push(firstTable(table, portal, new Set(grown.map(({ id }) => id))));
      else growTable(known, table, { shape: a, plain: b, portal, reader });
    }
  });
  return grown;
}

function plainTables(tables: readonly CookieTable[]): readonly PlainTable[] {
  const template: Template = {
    kind: 'template',
    id: 'template',
    language: 'en',
    variables: [],
    sections: [],
    body: [],
    tables,
  };
  return withoutVariables(template).tables;
}

/** As its first portals have it. */
function shapeOf({ id, columns, rows }: GrownTable): CookieTable {
  return {
    id,
    columns: columns.map(({ key, heads }) => {
      const head = heads.find(({ value }) => value !== undefined)?.value;
      return head === undefined ? { key } : { key, head };
    }),
    rows: rows.map(({ cells }) => ({ cells: columns.map((column) => cells.get(column)?.[0]?.value ?? '') })),
  };
}

function firstTable(table: CookieTable, portal: number, taken: ReadonlySet<string>): GrownTable {
  const columns = table.columns.map(
    ({ key, head }): GrownColumn => ({ key, heads: [{ portal, value: head }] }),
  );
  let id = table.id;
  for (let next = 2; taken.has(id); next += 1) id = `${table.id.slice(0, 58)}-${next}`;
  return {
    id,
    ids: [{ portal, value: table.id }],
    captions: captionOf(table, portal),
    columns,
    rows: table.rows.map(({ cells }) => newRow(cells, columns, portal)),
  };
}

function captionOf({ caption }: CookieTable, portal: number): Ballot<InlineText>[] {
  return caption === undefined ? [] : [{ portal, value: caption }];
}

function newRow(
  cells: readonly InlineText[],
  columns: readonly (GrownColumn | undefined)[],
  portal: number,
): GrownRow {
  const row: GrownRow = { cells: new Map(), portals: [] };
  addRow(row, cells, { columns, portal });
  return row;
}

function addRow(
  row: GrownRow,
  cells: readonly InlineText[],
  { columns, portal }: { readonly columns: readonly (GrownColumn | undefined)[]; readonly portal: number },
): void {
  row.portals.push(portal);
  columns.forEach((column, at) => {
    if (!column) return;
    const ballots = row.cells.get(column) ?? [];
    ballots.push({ portal, value: cells[at] ?? '' });
    row.cells.set(column, ballots);
  });
}

interface Counterpart {
  readonly shape: PlainTable;
  readonly plain: PlainTable;
  readonly portal: number;
  readonly reader: TextReader;
}

function growTable(
  grown: GrownTable,
  table: CookieTable,
  { shape, plain, portal, reader }: Counterpart,
): void {
  const matches = pairColumns(shape, plain);
  const { partner } = matchRows(shape, plain, { columns: matches, reader });
  const columns = growColumns(grown, table, { matches, portal });
  grown.ids.push({ portal, value: table.id });
  grown.captions.push(...captionOf(table, portal));
  const known = new Map(
    [...partner].flatMap((to, from) => (to < 0 ? [] : [[to, grown.rows[from]] as const])),
  );
  let before: GrownRow | undefined;
  table.rows.forEach(({ cells }, at) => {
    const row = known.get(at) ?? newRow(cells, columns, portal);
    if (known.has(at)) addRow(row, cells, { columns, portal });
    else grown.rows.splice(before ? grown.rows.indexOf(before) + 1 : 0, 0, row);
    before = row;
  });
}

/** The column of each of the table's own, by index. */
function growColumns(
  grown: GrownTable,
  table: CookieTable,
  { matches, portal }: { readonly matches: readonly ColumnMatch[]; readonly portal: number },
): GrownColumn[] {
  const partners = new Map(
    matches.flatMap(({ a, b }) => (b === undefined || a === undefined ? [] : [[b, a] as const])),
  );
  const before = [...grown.columns];
  let last = -1;
  return table.columns.map(({ key, head }, at) => {
    const known = before[partners.get(at) ?? -1];
    const column = known ?? { key: freeKey(key, grown.columns), heads: [] };
    column.heads.push({ portal, value: head });
    if (!known) grown.columns.splice(last + 1, 0, column);
    last = grown.columns.indexOf(column);
    return column;
  });
}

function freeKey(key: string, columns: readonly GrownColumn[]): string {
  const taken = new Set(columns.map((column) => column.key));
  let free = key;
  for (let next = 2; taken.has(free); next += 1) free = `${key.slice(0, 58)}-${next}`;
  return free;
}
