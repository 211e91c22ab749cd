/** An HTML table as a grid: spans are filled and recorded, several head rows are one, a cell keeps its own breaks. */
import type * as Hast from 'hast';
import { isStruck, noteStruck } from './html-chrome.ts';
import { type GridPiece, type GridRow, type Log, warn } from './reading.ts';

const mostColumns = 64;
/** Characters that spans may add to one table. */
const mostFilled = 500_000;

interface Cell {
  readonly node: Hast.Element;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

interface Span {
  readonly text: string;
  left: number;
}

interface Laying {
  readonly spans: (Span | undefined)[];
  readonly log: Log;
  readonly line: number;
  readonly budget: { left: number };
  readonly head: boolean;
  /** A head row above another one: what it spans, it heads. */
  readonly grouped: boolean;
}

interface SourceRow {
  readonly node: Hast.Element;
  readonly head: boolean;
}

/** Undefined where the element holds no row of at least two cells: such a table only lays out the page. */
export function tableGrid(
  table: Hast.Element,
  log: Log,
  cellText: (cell: Hast.Element) => string,
): GridPiece | undefined {
  const sources = rowsOf(table).filter(({ node }) => !isStruck(node));
  const cells = sources.map(({ node }) => cellsOf(node));
  if (!cells.some((row) => row.length > 1)) return undefined;
  for (const { node } of rowsOf(table)) if (isStruck(node)) noteStruck(node, log);
  const spans: (Span | undefined)[] = [];
  const others = sources.findIndex(({ head, node }) => !head && !allHeads(node));
  const headRows = others < 0 ? Math.min(1, sources.length) : others;
  const budget = { left: mostFilled };
  const rows: GridRow[] = [];
  cells.forEach((row, index) => {
    const read = row.map((node) => readCell(node, cellText));
    const line = lineOf(sources[index]?.node ?? table);
    const head = index < headRows;
    if (!head) warnOfSpans(read, { heads: joinHeads(rows.slice(0, Math.max(headRows, 1))).cells, line, log });
    rows.push(layRow(read, { spans, log, budget, line, head, grouped: index < headRows - 1 }));
  });
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  const captionText = caption?.type === 'element' ? cellText(caption) : '';
  return {
    kind: 'grid',
    line: lineOf(table),
    ...(captionText === '' ? {} : { caption: captionText }),
    ...(headRows > 0 ? { head: joinHeads(rows.slice(0, headRows)) } : {}),
    rows: rows.slice(headRows),
  };
}

function lineOf(node: Hast.Element): number {
  return node.position?.start.line ?? 1;
}

function rowsOf(table: Hast.Element): SourceRow[] {
  const rows: SourceRow[] = [];
  for (const part of table.children) {
    if (part.type !== 'element') continue;
    if (part.tagName === 'tr') rows.push({ node: part, head: false });
    if (!['thead', 'tbody', 'tfoot'].includes(part.tagName)) continue;
    for (const row of part.children)
      if (row.type === 'element' && row.tagName === 'tr')
        rows.push({ node: row, head: part.tagName === 'thead' });
  }
  return rows;
}

function cellsOf(row: Hast.Element): Hast.Element[] {
  return row.children.filter(
    (cell): cell is Hast.Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName),
  );
}

function allHeads(row: Hast.Element): boolean {
  const cells = cellsOf(row);
  return cells.length > 1 && cells.every((cell) => cell.tagName === 'th');
}

function readCell(node: Hast.Element, cellText: (cell: Hast.Element) => string): Cell {
  return {
    node,
    text: cellText(node),
    columns: spanOf(node, 'colSpan', mostColumns),
    rows: spanOf(node, 'rowSpan', 65_534),
  };
}

/** A `rowspan` of 0 reaches down to the end of the table. */
function spanOf(node: Hast.Element, property: string, most: number): number {
  const value = Number(node.properties[property] ?? 1);
  if (property === 'rowSpan' && value === 0) return most;
  return Number.isInteger(value) && value > 1 ? Math.min(value, most) : 1;
}

/** Words over several columns belong to all of them or to none; a row of one cell alone is a banner. */
function warnOfSpans(
  cells: readonly Cell[],
  { heads, line, log }: { readonly heads: readonly string[]; readonly line: number; readonly log: Log },
): void {
  if (cells.filter(({ text }) => text !== '').length < 2) return;
  let column = 0;
  for (const { text, columns } of cells) {
    const names = heads.slice(column, column + columns).filter((head) => head !== '');
    if (columns > 1 && text !== '')
      warn(log, 'cell-spans-columns', { line, values: { cell: text, columns, heads: names.join(', ') } });
    column += columns;
  }
}

/** A spanned cell's text is filled down every row it covers, but stands only in the first of its columns. */
function layRow(cells: readonly Cell[], at: Laying): GridRow {
  const { spans, log, line, budget } = at;
  const out: string[] = [];
  const takeSpans = (): void => {
    for (let span = spans[out.length]; span !== undefined && span.left > 0; span = spans[out.length]) {
      span.left -= 1;
      budget.left -= span.text.length;
      const text = budget.left > 0 ? span.text : '';
      if (text !== '' && !at.head) log.repairs.push({ rule: 'spanned-cell-filled', line, after: text });
      out.push(text);
    }
  };
  for (const cell of cells) {
    takeSpans();
    for (let column = 0; column < cell.columns && (column === 0 || out.length < mostColumns); column += 1) {
      const text = column === 0 || at.grouped ? cell.text : '';
      // Beyond the last column that a table may have, rows that span would widen every row below them.
      const left = out.length < mostColumns ? cell.rows - 1 : 0;
      spans[out.length] = left > 0 ? { text, left } : undefined;
      out.push(text);
    }
  }
  takeSpans();
  return { cells: out, line };
}

function joinHeads(rows: readonly GridRow[]): GridRow {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const cells = Array.from({ length: width }, (_, index) => {
    const parts = rows.map((row) => row.cells[index] ?? '').filter((text) => text !== '');
    return [...new Set(parts)].join(' ');
  });
  return { cells, line: rows[0]?.line ?? 1 };
}
