/** The last look at a table's rows: cells that stand for the one above, rows that go on from the one above, banners. */
import type { Column, CookieTable, InlineText, Row } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { warn } from './reading.ts';
import { inferColumns, type TableContext, type TableDraft } from './table-drafts.ts';

interface MutableRow {
  cells: InlineText[];
  line: number;
}

/** Every row gets as many cells as there are columns; each mended cell is recorded. */
export function finishTable(draft: TableDraft, id: string, context: TableContext): CookieTable {
  const padded = draft.rows.map((row) => pad(row, draft.width, context));
  const { rows, banners } = takeBanners(padded, draft);
  const known = draft.columns ?? headless({ ...draft, rows }, context);
  const whole = fillBlanks(joinContinuations(rows, known, context), known, context);
  const columns = banners.size === 0 ? known : [...known, { key: 'category' }];
  const finished = whole.map((row): Row => {
    const banner = banners.get(row.line);
    return { cells: banners.size === 0 ? row.cells : [...row.cells, banner ?? ''] };
  });
  recordBanners(banners, context);
  const caption = draft.caption === undefined ? {} : { caption: draft.caption };
  return { id, ...caption, columns, rows: finished };
}

function headless(draft: TableDraft, context: TableContext): readonly Column[] {
  const columns = inferColumns(draft, context);
  context.log.repairs.push({
    rule: 'head-inferred',
    line: draft.line,
    subject: columns.map((c) => c.key).join(', '),
  });
  warn(context.log, 'table-without-head', {
    line: draft.line,
    values: { columns: columns.map((c) => c.key).join(', ') },
  });
  return columns;
}

function pad(row: TableDraft['rows'][number], width: number, context: TableContext): MutableRow {
  if (row.cells.length < width && row.cells.length > 1)
    warn(context.log, 'row-too-short', {
      line: row.line,
      values: { cells: row.cells.length, columns: width },
    });
  const cells = row.cells.map((cell) => (cell.trim() === '' ? '' : cell));
  while (cells.length < width) cells.push('');
  return { cells, line: row.line };
}

/** Rows with nothing but a first cell, above others, name what follows: a category, where the table has no such column. */
function takeBanners(
  rows: readonly MutableRow[],
  draft: TableDraft,
): { rows: MutableRow[]; banners: Map<number, string> } {
  const banners = new Map<number, string>();
  const isBanner = (row: MutableRow | undefined): boolean =>
    row?.cells.every((cell, index) => (index === 0) === (cell !== '')) === true;
  const has = draft.columns?.some((column) => column.key === 'category') ?? true;
  const first = rows[0];
  if (has || draft.width < 3 || !isBanner(first) || isBanner(rows.at(-1)))
    return { rows: [...rows], banners };
  const kept: MutableRow[] = [];
  let current = '';
  for (const row of rows) {
    if (isBanner(row)) current = row.cells[0] ?? '';
    else {
      kept.push(row);
      banners.set(row.line, current);
    }
  }
  return { rows: kept, banners };
}

function recordBanners(banners: ReadonlyMap<number, string>, context: TableContext): void {
  let last: string | undefined;
  for (const [line, banner] of banners) {
    if (banner !== last)
      context.log.repairs.push({ rule: 'spanned-cell-filled', line, subject: 'category', after: banner });
    last = banner;
  }
}

/** A row without its first cell and without a name goes on with the cells of the row above. */
function joinContinuations(
  rows: readonly MutableRow[],
  columns: readonly Column[],
  context: TableContext,
): MutableRow[] {
  const name = columns.findIndex((column) => column.key === 'name');
  const out: MutableRow[] = [];
  for (const row of rows) {
    const above = out.at(-1);
    const filled = row.cells.filter((cell) => cell !== '').length;
    const open =
      row.cells[0] === '' &&
      filled > 0 &&
      (name <= 0 ? filled === 1 && columns.length > 2 : row.cells[name] === '');
    if (above === undefined || !open) {
      out.push(row);
      continue;
    }
    row.cells.forEach((cell, index) => {
      if (cell !== '') above.cells[index] = `${above.cells[index] ?? ''} ${cell}`.trim();
    });
    context.log.repairs.push({ rule: 'rows-from-lines', line: row.line, after: above.cells.join(' · ') });
  }
  return out;
}

/** A blank first cell is the same as the one above. */
function fillBlanks(
  rows: readonly MutableRow[],
  columns: readonly Column[],
  context: TableContext,
): MutableRow[] {
  let above = '';
  return rows.map((row) => {
    const [first = '', ...rest] = row.cells;
    if (first !== '' || above === '' || rest.every((cell) => cell === '')) {
      above = first === '' ? above : first;
      return row;
    }
    context.log.repairs.push({
      rule: 'blank-cell-filled',
      line: row.line,
      subject: columns[0]?.key ?? '',
      after: plainText(above),
    });
    return { cells: [above, ...rest], line: row.line };
  });
}
