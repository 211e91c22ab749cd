/** Pipe tables, with or without outer pipes, with rows broken over lines or one cell a line, or a caption at the rule. */
import { columnOfHead, type Heads, isDataRow, isHeadRow } from './columns.ts';
import { type GridPiece, type GridRow, type Log, warn } from './reading.ts';

/** How the medium writes what stands in a cell. */
export interface TextCells {
  /** Source of a cell to a text of the inline dialect. */
  readonly cell: (source: string) => string;
}

interface Region {
  readonly from: number;
  readonly to: number;
}

interface PipeContext extends TextCells {
  readonly heads: Heads;
  readonly log: Log;
}

interface PipeLine {
  readonly cells: readonly string[];
  readonly opens: boolean;
  readonly closes: boolean;
  readonly line: number;
}

const ruleCell = /^:?-{1,}:?$|^[=\u2013\u2014]{2,}$/;
/** One dash may be a cell that says nothing. */
const captionedRuleCell = /^:?-{3,}:?$|^[=\u2013\u2014]{2,}$/;
const gridRule = /^\s*\+(?:[-=:]+\+)+\s*$/;

function hasPipe(line: string): boolean {
  return /(?:^|[^\\])\|/.test(line);
}

/** Cells between pipes that are not escaped, outer pipes set aside. */
function splitPipes(line: string, number: number): PipeLine {
  const trimmed = line.trim();
  const cells: string[] = [];
  let cell = '';
  for (let index = 0; index < trimmed.length; index += 1) {
    const char = trimmed.charAt(index);
    if (char === '\\' && trimmed.charAt(index + 1) === '|') {
      cell += '|';
      index += 1;
    } else if (char === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  cells.push(cell.trim());
  const opens = trimmed.startsWith('|');
  const closes = trimmed.length > 1 && trimmed.endsWith('|') && !trimmed.endsWith('\\|');
  return { cells: cells.slice(opens ? 1 : 0, closes ? -1 : undefined), opens, closes, line: number };
}

/** A rule's number of columns, and the caption that an export glued before or behind it. */
function readRule(line: string): { columns: number; caption: string } | undefined {
  if (gridRule.test(line)) return { columns: line.split('+').length - 2, caption: '' };
  if (!hasPipe(line) || !/-|=|\u2014|\u2013/.test(line)) return undefined;
  const { cells, closes } = splitPipes(line, 0);
  const dashed = cells.filter((cell) => ruleCell.test(cell)).length;
  const others = cells.filter((cell) => !captionedRuleCell.test(cell));
  const [caption = ''] = others;
  const atAnEnd = cells[0] === caption || (!closes && cells.at(-1) === caption);
  if (others.length === 1 && caption !== '' && atAnEnd && dashed >= 2) return { columns: dashed, caption };
  return dashed === cells.length && dashed >= 1 ? { columns: dashed, caption: '' } : undefined;
}

/** Whether pipes part the cells at that line beyond doubt, so that tabs in it are but space. */
export function isOfPipes(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return line.trim().startsWith('|') || (hasPipe(line) && readRule(lines[at + 1] ?? '') !== undefined);
}

/** Index after the last line of the table that begins at `from`; undefined where none begins. */
export function pipeRegion(
  lines: readonly string[],
  from: number,
  context: TextCells & { readonly heads: Heads },
): number | undefined {
  const first = lines[from] ?? '';
  if (!hasPipe(first) && !gridRule.test(first)) return undefined;
  if (!beginsTable(lines, from) && !beginsWithHeads(lines, from, context)) return undefined;
  let end = from + 1;
  while (end < lines.length) {
    const next = nextLine(lines, end);
    if (next === undefined) break;
    end = next + 1;
  }
  return end;
}

function beginsTable(lines: readonly string[], from: number): boolean {
  const first = lines[from] ?? '';
  const second = lines[from + 1] ?? '';
  if (readRule(first) !== undefined) return true;
  if (readRule(second) !== undefined) return true;
  const here = splitPipes(first, 0);
  if (here.opens) return here.cells.length >= 2 || second.trim().startsWith('|');
  const next = splitPipes(second, 0);
  return hasPipe(second) && here.cells.length >= 3 && here.cells.length === next.cells.length;
}

/** Lines of one cell each that end with a pipe, the first of them heads. */
function beginsWithHeads(
  lines: readonly string[],
  from: number,
  { cell, heads }: TextCells & { readonly heads: Heads },
): boolean {
  return [from, from + 1].every((at) => {
    const { cells, opens, closes } = splitPipes(lines[at] ?? '', at);
    return !opens && closes && cells.length === 1 && columnOfHead(cell(cells[0] ?? ''), heads) !== undefined;
  });
}

/** Where the table goes on: at `at`, or after blank lines where what follows has no rule of its own. */
function nextLine(lines: readonly string[], at: number): number | undefined {
  const line = lines[at] ?? '';
  if (hasPipe(line) || gridRule.test(line)) return at;
  if (line.trim() === '') {
    let next = at;
    while (next < lines.length && next < at + 3 && (lines[next] ?? '').trim() === '') next += 1;
    const row = lines[next] ?? '';
    if (!row.trim().startsWith('|')) return undefined;
    for (let ahead = next; ahead < next + 8; ahead += 1) {
      if (readRule(lines[ahead] ?? '') !== undefined) return undefined;
      if ((lines[ahead] ?? '').trim() === '') break;
    }
    return next;
  }
  const before = (lines[at - 1] ?? '').trim();
  return before.startsWith('|') && !before.endsWith('|') && readRule(before) === undefined ? at : undefined;
}

/** Rows of the region; each is put together again where its cells came on several lines. */
export function pipeGrid(lines: readonly string[], region: Region, context: PipeContext): GridPiece {
  const before: PipeLine[] = [];
  const after: PipeLine[] = [];
  const captions: string[] = [];
  let rule: { columns: number; caption: string } | undefined;
  for (let index = region.from; index < region.to; index += 1) {
    const line = lines[index] ?? '';
    const found = readRule(line);
    if (found !== undefined) {
      // A blank row before the first rule was no head; the row before the second one is.
      if (rule !== undefined && after.length === 1 && before.every(isBlank) && hasHead(after, context)) {
        before.splice(0, before.length, ...after.splice(0));
      }
      rule ??= found;
      if (found.caption !== '') captions.push(context.cell(found.caption));
    } else if (line.trim() !== '') (rule === undefined ? before : after).push(splitPipes(line, index + 1));
  }
  const width = rule?.columns ?? widthOf([...before, ...after], context);
  const heads = assemble(before, width, context);
  const rows = assemble(after, width, context);
  const piece = {
    kind: 'grid',
    line: region.from + 1,
    ...(captions.length === 0 ? {} : { caption: captions.join(' ') }),
  } as const;
  const [head, ...others] = heads;
  if (rule === undefined || head === undefined) return { ...piece, rows: [...heads, ...rows] };
  return { ...piece, head, rows: [...others, ...rows] };
}

function widthOf(lines: readonly PipeLine[], context: PipeContext): number {
  const first = lines[0]?.cells ?? [];
  if (first.length >= 2 && isHeadRow(first.map(context.cell), context.heads)) return first.length;
  const singles = lines.filter((line) => line.cells.length === 1).length;
  if (singles === lines.length) return headRun(lines, context);
  const counts = new Map<number, number>();
  for (const { cells } of lines)
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

/** One cell a line and no rule: as many columns as lines at the start are heads. */
function headRun(lines: readonly PipeLine[], context: PipeContext): number {
  const cells = lines.map((line) => context.cell(line.cells[0] ?? ''));
  const end = cells.findIndex((cell) => columnOfHead(cell, context.heads) === undefined);
  const count = end < 0 ? cells.length : end;
  return count >= 2 && count < cells.length && cells.length % count === 0 ? count : 1;
}

interface OpenRow {
  readonly cells: string[];
  readonly line: number;
  /** Its first line begins with a pipe, so that a line which does not begins no row. */
  readonly opens: boolean;
  /** Its last line ends with a pipe, so that its last cell is whole. */
  closes: boolean;
  /** Its last line holds one cell of several. */
  single: boolean;
  joined: boolean;
}

function hasHead([line]: readonly PipeLine[], { cell, heads }: PipeContext): boolean {
  const cells = line?.cells.map(cell) ?? [];
  return !isDataRow(cells, heads) && cells.some((one) => columnOfHead(one, heads) !== undefined);
}

function isBlank({ cells }: PipeLine): boolean {
  return cells.every((cell) => cell === '');
}

function assemble(lines: readonly PipeLine[], width: number, context: PipeContext): GridRow[] {
  const rows: GridRow[] = [];
  let open: OpenRow | undefined;
  for (const line of lines) {
    const { opens, closes } = line;
    const single = line.cells.length === 1 && width > 1;
    const way = open && goesOn(open, { ...line, single }, width);
    if (open && way) {
      const [first = '', ...rest] = line.cells;
      const cells = way === 'cell' ? [`${open.cells.pop() ?? ''} ${first}`.trim(), ...rest] : line.cells;
      for (const cell of cells) open.cells.push(cell);
      open.joined = true;
      open.closes = closes;
      open.single = single;
    } else {
      if (open) rows.push(closeRow(open, width, context));
      open = { cells: [...line.cells], line: line.line, opens, closes, single, joined: false };
    }
  }
  if (open) rows.push(closeRow(open, width, context));
  return rows;
}

/** Whether a line goes on with the last cell of a row, or with its next cells. */
function goesOn(
  open: OpenRow,
  line: PipeLine & { readonly single: boolean },
  width: number,
): 'cell' | 'row' | undefined {
  const full = open.cells.length >= width;
  if (full && (open.closes || !open.opens || open.single)) return undefined;
  const fits = !full && open.cells.length + line.cells.length <= width;
  const whole = open.closes && !open.single;
  if (line.opens) return fits && (line.single || !whole) ? 'row' : undefined;
  if (open.closes && fits && (open.opens || !whole)) return 'row';
  return whole ? undefined : 'cell';
}

function closeRow({ cells, line, joined }: OpenRow, width: number, context: PipeContext): GridRow {
  const row = { cells: cells.map(context.cell), line };
  if (joined) context.log.repairs.push({ rule: 'rows-from-lines', line, after: row.cells.join(' · ') });
  if (row.cells.length > width)
    warn(context.log, 'row-too-long', { line, values: { cells: row.cells.length, columns: width } });
  return row;
}
