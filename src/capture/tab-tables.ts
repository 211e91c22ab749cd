/** Tab-separated tables: blank lines between rows, dashed rules and rows broken over lines are read as what they are. */
import { type Heads, isHeadRow } from './columns.ts';
import type { TextCells } from './pipe-tables.ts';
import { type GridPiece, type GridRow, type Log, warn } from './reading.ts';

interface Region {
  readonly from: number;
  readonly to: number;
}

interface TabContext extends TextCells {
  readonly heads: Heads;
}

const dashes = /^[\s\u2014\u2013_=+:-]+$/;

function isRule(line: string): boolean {
  return dashes.test(line) && /[-=\u2013\u2014_]{2,}/.test(line) && line.includes('\t');
}

function cellsOf(line: string): string[] {
  return line
    .replace(/[ \t]+$/, '')
    .split('\t')
    .map((cell) => cell.trim());
}

function filled(line: string): number {
  return line.split('\t').filter((cell) => cell.trim() !== '').length;
}

/** Index after the last line of the table that begins at `from`; undefined where none begins. */
export function tabRegion(lines: readonly string[], from: number, context: TabContext): number | undefined {
  const first = lines[from] ?? '';
  if (!first.includes('\t') || filled(first) < 2 || /^\s*(?:[-*+•]|\d+[.)])\t/.test(first)) return undefined;
  let end = from + 1;
  let rows = 1;
  while (end < lines.length) {
    const next = nextRow(lines, end, context);
    if (next === undefined) break;
    rows += 1;
    end = next + 1;
  }
  if (rows >= 2 || filled(first) >= 3) return lastContinuation(lines, end);
  return undefined;
}

/** Where the next row stands: at `at`, after blank lines, or after one line that continues the row before. */
function nextRow(lines: readonly string[], at: number, context: TabContext): number | undefined {
  const line = lines[at] ?? '';
  if (line.includes('\t') && (filled(line) >= 1 || isRule(line))) return at;
  if (line.trim() === '') {
    let next = at;
    while (next < lines.length && next < at + 3 && (lines[next] ?? '').trim() === '') next += 1;
    const row = lines[next] ?? '';
    if (!row.includes('\t') || filled(row) < 2) return undefined;
    return isHeadRow(cellsOf(row).map(context.cell), context.heads) ? undefined : next;
  }
  const following = lines[at + 1] ?? '';
  return following.includes('\t') && filled(following) >= 1 ? at + 1 : undefined;
}

/** A line right under the last row that begins in lower case ends its last cell. */
function lastContinuation(lines: readonly string[], end: number): number {
  const line = lines[end] ?? '';
  const before = lines[end - 1] ?? '';
  return /^\s*\p{Ll}/u.test(line) && !/[.:!?]\s*$/.test(before) && !line.includes('|') ? end + 1 : end;
}

/** Rows of the region, put together again where the page broke them. */
export function tabGrid(
  lines: readonly string[],
  region: Region,
  context: TabContext & { log: Log },
): GridPiece {
  const physical: GridRow[] = [];
  let rule = -1;
  for (let index = region.from; index < region.to; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    if (isRule(line)) {
      if (physical.length === 1 && rule < 0) rule = index;
      continue;
    }
    physical.push({ cells: cellsOf(line), line: index + 1 });
  }
  const width = widthOf(physical, rule >= 0, context);
  const rows = joinBroken(physical, width, context);
  const [first, ...rest] = rows;
  const piece = { kind: 'grid', line: region.from + 1 } as const;
  return rule >= 0 && first !== undefined ? { ...piece, head: first, rows: rest } : { ...piece, rows };
}

/** As many columns as the head has where there is one, else as most rows. */
function widthOf(rows: readonly GridRow[], ruled: boolean, context: TabContext): number {
  const first = rows[0]?.cells ?? [];
  if (ruled || isHeadRow(first.map(context.cell), context.heads)) return first.length;
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function joinBroken(
  physical: readonly GridRow[],
  width: number,
  context: TabContext & { log: Log },
): GridRow[] {
  const rows: GridRow[] = [];
  let open: { cells: string[]; line: number; joined: boolean } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const row = { cells: open.cells.map(context.cell), line: open.line };
    if (open.joined)
      context.log.repairs.push({ rule: 'rows-from-lines', line: open.line, after: row.cells.join(' · ') });
    rows.push(row);
    open = undefined;
  };
  physical.forEach((row, index) => {
    const [first = '', ...rest] = row.cells;
    const total = (open?.cells.length ?? 0) + row.cells.length - 1;
    const continues = open !== undefined && row.cells.length < width && total <= width && first !== '';
    if (open !== undefined && continues && (open.cells.length < width || row.cells.length === 1)) {
      const last = open.cells.pop() ?? '';
      for (const cell of [`${last} ${first}`.trim(), ...rest]) open.cells.push(cell);
      open.joined = true;
      return;
    }
    close();
    open = { cells: [...row.cells], line: row.line, joined: false };
    if (row.cells.length > width && index > 0) {
      warn(context.log, 'row-too-long', {
        line: row.line,
        values: { cells: row.cells.length, columns: width },
      });
    }
  });
  close();
  return rows;
}
