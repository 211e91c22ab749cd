/** Mends what an export did to a table: rows that became paragraphs, a table cut in two, two cells fused into one. */
import type { CookieTable, InlineText } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { columnOfHead, columnsOf } from './columns.ts';
import { couldBeNames, splitNames, surelyNames } from './cookie-names.ts';
import { type GridRow, type TextPiece, warn } from './reading.ts';
import type { DraftPiece, TableContext, TableDraft } from './table-drafts.ts';

const longestCell = 300;

/** One pass over the page, each table taking in what certainly continues it. */
export function joinTables(pieces: readonly DraftPiece[], context: TableContext): DraftPiece[] {
  const out: DraftPiece[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const whole = piece.kind === 'text' ? tableFromCells(pieces, index, context) : undefined;
    if (whole !== undefined) {
      out.push(whole.table);
      index = whole.end;
      continue;
    }
    const last = out.at(-1);
    const joined =
      last?.kind === 'table' && piece.kind === 'table' ? continued(last, piece, context) : undefined;
    if (joined !== undefined) {
      out[out.length - 1] = joined;
      index += 1;
      continue;
    }
    const rows =
      last?.kind === 'table' && piece.kind === 'text' ? rowsFromCells(last, pieces, index, context) : [];
    if (last?.kind === 'table' && rows.length > 0) {
      out[out.length - 1] = { ...last, rows: [...last.rows, ...rows] };
      index += rows.length * last.width;
      continue;
    }
    out.push(piece);
    index += 1;
  }
  return out;
}

/** The table with the rows of the next one, where that has no head of its own and its cells fit. */
function continued(first: TableDraft, next: TableDraft, context: TableContext): TableDraft | undefined {
  if (first.columns === undefined || next.columns !== undefined || next.caption !== undefined)
    return undefined;
  const name = first.columns.findIndex((column) => column.key === 'name');
  const split = next.rows.map((row) => splitFused(row, first, context));
  if (split.some((row) => row === undefined || row.cells.length !== first.width))
    return refuse(first, next, context);
  const rows = split.filter((row) => row !== undefined);
  if (name >= 0 && rows.some((row) => !couldBeNames(row.cells[name] ?? '')))
    return refuse(first, next, context);
  context.log.repairs.push({ rule: 'tables-joined', line: next.line });
  rows.forEach((row, index) => {
    const before = next.rows[index];
    if (before !== undefined && before.cells.length !== row.cells.length)
      context.log.repairs.push({
        rule: 'fused-cell-split',
        line: row.line,
        subject: plainText(row.cells[name] ?? ''),
        before: before.cells.find((cell) => !row.cells.includes(cell)) ?? '',
        after: row.cells.filter((cell) => !before.cells.includes(cell)).join(' · '),
      });
  });
  return { ...first, rows: [...first.rows, ...rows] };
}

function refuse(first: TableDraft, next: TableDraft, context: TableContext): undefined {
  warn(context.log, 'table-not-joined', {
    line: next.line,
    values: { columns: first.width, cells: next.width },
  });
  return undefined;
}

/**
 * A row that lacks one cell because a name stands inside its neighbour: split only where taking away a name of the
 * template leaves the template's cell exactly. A row that lacks none comes back as it is.
 */
function splitFused(row: GridRow, table: TableDraft, context: TableContext): GridRow | undefined {
  if (row.cells.length === table.width) return row;
  if (row.cells.length !== table.width - 1) return undefined;
  const keys = table.columns?.map((column) => column.key) ?? [];
  const name = keys.indexOf('name');
  for (const other of [name - 1, name + 1]) {
    const left = Math.min(name, other);
    const fused = row.cells[left];
    const key = keys[other];
    if (name < 0 || fused === undefined || key === undefined) continue;
    const found = takeName(fused, key, context.template?.tables ?? []);
    if (found === undefined) continue;
    const pair = other < name ? [found.rest, found.name] : [found.name, found.rest];
    return { line: row.line, cells: [...row.cells.slice(0, left), ...pair, ...row.cells.slice(left + 1)] };
  }
  return undefined;
}

function takeName(
  fused: InlineText,
  key: string,
  tables: readonly CookieTable[],
): { name: string; rest: string } | undefined {
  for (const table of tables) {
    const nameAt = table.columns.findIndex((column) => column.key === 'name');
    const otherAt = table.columns.findIndex((column) => column.key === key);
    for (const row of table.rows) {
      const name = row.cells[nameAt] ?? '';
      const rest = row.cells[otherAt] ?? '';
      if (name === '' || rest === '' || fused.length < name.length + rest.length) continue;
      for (let at = fused.indexOf(name); at >= 0; at = fused.indexOf(name, at + 1)) {
        const left = fused.slice(0, at);
        const right = fused.slice(at + name.length);
        if ([left + right, `${left.trimEnd()} ${right.trimStart()}`.trim()].includes(rest))
          return { name, rest };
      }
    }
  }
  return undefined;
}

/** A text piece that may have been one cell. */
function asCell(piece: DraftPiece | undefined): TextPiece | undefined {
  return piece?.kind === 'text' && piece.role === 'paragraph' && piece.text.length <= longestCell
    ? piece
    : undefined;
}

/** Breaks inside a cell that was put together again are the export's layout. */
function rowOf(group: readonly TextPiece[]): GridRow {
  return { cells: group.map((piece) => piece.text.replaceAll('\n', ' ')), line: group[0]?.line ?? 1 };
}

function groupAt(pieces: readonly DraftPiece[], at: number, width: number): TextPiece[] | undefined {
  const group: TextPiece[] = [];
  for (let index = at; index < at + width; index += 1) {
    const cell = asCell(pieces[index]);
    if (cell === undefined) return undefined;
    group.push(cell);
  }
  return group;
}

/** Rows right under a table that came as one paragraph a cell: a certain name, and a value the column already has. */
function rowsFromCells(
  table: TableDraft,
  pieces: readonly DraftPiece[],
  at: number,
  context: TableContext,
): GridRow[] {
  const name = table.columns?.findIndex((column) => column.key === 'name') ?? -1;
  const rows: GridRow[] = [];
  if (name < 0 || table.width < 2) return rows;
  const known = knownValues(table, context);
  for (let start = at; ; start += table.width) {
    const group = groupAt(pieces, start, table.width);
    const row = group === undefined ? undefined : rowOf(group);
    if (row === undefined || !surelyNames(row.cells[name] ?? '', context.names)) return rows;
    const others = row.cells.filter((_, index) => index !== name);
    if (
      !others.some((cell) => known.has(plainText(cell))) ||
      others.some((cell) => surelyNames(cell, new Set()))
    )
      return rows;
    rows.push(row);
    context.log.repairs.push({
      rule: 'rows-from-paragraphs',
      line: row.line,
      subject: plainText(row.cells[name] ?? ''),
    });
  }
}

/** Values of the columns in which values recur (provider, category, service), here and in the template. */
function knownValues(table: TableDraft, context: TableContext): Set<string> {
  const known = new Set<string>();
  const add = (keys: readonly string[], rows: readonly { readonly cells: readonly string[] }[]): void => {
    keys.forEach((key, index) => {
      if (!['provider', 'category', 'service', 'party', 'domain', 'duration'].includes(key)) return;
      for (const row of rows)
        if ((row.cells[index] ?? '') !== '') known.add(plainText(row.cells[index] ?? ''));
    });
  };
  add(table.columns?.map((column) => column.key) ?? [], table.rows);
  for (const other of context.template?.tables ?? [])
    add(
      other.columns.map((column) => column.key),
      other.rows,
    );
  return known;
}

/** A whole table that came as one paragraph a cell: its heads in a row, then cells as many, names where names belong. */
function tableFromCells(
  pieces: readonly DraftPiece[],
  at: number,
  context: TableContext,
): { table: TableDraft; end: number } | undefined {
  const heads: TextPiece[] = [];
  const keys: string[] = [];
  for (let index = at; ; index += 1) {
    const cell = asCell(pieces[index]);
    const key = cell === undefined ? undefined : columnOfHead(cell.text, context.heads);
    if (cell === undefined || key === undefined || keys.includes(key)) break;
    heads.push(cell);
    keys.push(key);
  }
  const name = keys.indexOf('name');
  if (heads.length < 2 || name < 0) return undefined;
  const rows: GridRow[] = [];
  for (let start = at + heads.length; ; start += heads.length) {
    const group = groupAt(pieces, start, heads.length);
    const row = group === undefined ? undefined : rowOf(group);
    const certain = row !== undefined && surelyNames(row.cells[name] ?? '', context.names);
    const likely = row !== undefined && couldBeNames(row.cells[name] ?? '') && rows.length > 0;
    if (row === undefined || !(certain || likely)) break;
    rows.push(row);
  }
  if (rows.length === 0) return undefined;
  const first = heads[0];
  const line = first?.line ?? 1;
  const lines = heads.some((head) => head.chunk !== undefined);
  context.log.repairs.push({ rule: lines ? 'rows-from-lines' : 'rows-from-paragraphs', line });
  const columns = columnsOf(
    heads.map((head) => head.text),
    context.heads,
  );
  const table: TableDraft = { kind: 'table', columns, width: heads.length, rows, line };
  return { table, end: at + heads.length * (rows.length + 1) };
}

/** Cookie names of a template, for places that only they can settle. */
export function templateNames(tables: readonly CookieTable[]): Set<string> {
  const names = new Set<string>();
  for (const table of tables) {
    const at = table.columns.findIndex((column) => column.key === 'name');
    if (at >= 0)
      for (const row of table.rows) for (const name of splitNames(row.cells[at] ?? '')) names.add(name);
  }
  return names;
}
