/** Tables of which an export dropped every separator: cut only where the template's rows fit exactly, else kept as text. */
import type { CookieTable } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { columnOfHead, columnsOf, type Heads } from './columns.ts';
import { type GridRow, type TextPiece, warn } from './reading.ts';
import type { DraftPiece, TableContext, TableDraft } from './table-drafts.ts';

const seam = /(?<=[\p{Ll})])(?=\p{Lu})/u;
/** Where the cells became words of one line. */
const spacedSeam = / (?=\p{Lu})/u;

interface GluedHeads {
  readonly parts: readonly string[];
  /** What stands between two cells. */
  readonly joint: '' | ' ';
}

/** Runs behind every other reading, on what is still text. */
export function readGlued(pieces: readonly DraftPiece[], context: TableContext): DraftPiece[] {
  const out: DraftPiece[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    const heads = piece?.kind === 'text' ? gluedHeads(piece, context.heads) : undefined;
    if (piece?.kind !== 'text' || heads === undefined) {
      if (piece !== undefined) out.push(piece);
      continue;
    }
    let end = index + 1;
    while (isGluedRow(pieces[end], piece, context)) end += 1;
    const lines = pieces.slice(index + 1, end).filter((line) => line.kind === 'text');
    const table = cutRows(heads, { head: piece, lines }, context);
    if (table === undefined) {
      warn(context.log, 'glued-cells', { line: piece.line });
      for (const line of [piece, ...lines]) out.push({ ...line, fixed: true });
    } else out.push(table);
    index = end - 1;
  }
  return out;
}

/** Three heads or more with nothing, or no more than a space, between them. */
function gluedHeads(piece: TextPiece, heads: Heads): GluedHeads | undefined {
  const plain = plainText(piece.text);
  if (plain.length > 400) return undefined;
  for (const joint of ['', ' '] as const) {
    const parts = plain.split(joint === '' ? seam : spacedSeam);
    const keys = parts.map((part) => columnOfHead(part, heads));
    const known = keys.every((key) => key !== undefined) && new Set(keys).size === keys.length;
    if (parts.length >= 3 && keys.includes('name') && known) return { parts, joint };
  }
  return undefined;
}

function isGluedRow(piece: DraftPiece | undefined, head: TextPiece, { names }: TableContext): boolean {
  if (piece?.kind !== 'text' || piece.role !== 'paragraph') return false;
  if (piece.chunk !== undefined && piece.chunk === head.chunk) return true;
  const plain = plainText(piece.text);
  return seam.test(plain) || [...names].some((name) => plain.includes(name));
}

function cutRows(
  { parts, joint }: GluedHeads,
  { head, lines }: { head: TextPiece; lines: readonly TextPiece[] },
  context: TableContext,
): TableDraft | undefined {
  const columns = columnsOf(parts, context.heads);
  const rows: GridRow[] = [];
  for (const line of lines) {
    const cells = cutRow(
      { line: plainText(line.text), joint },
      columns.map((column) => column.key),
      context.template?.tables ?? [],
    );
    if (cells === undefined) return undefined;
    rows.push({ cells, line: line.line });
  }
  if (rows.length === 0) return undefined;
  for (const [index, row] of rows.entries())
    context.log.repairs.push({
      rule: 'fused-cell-split',
      line: row.line,
      before: lines[index]?.text ?? '',
      after: row.cells.join(' · '),
    });
  return { kind: 'table', columns, width: parts.length, rows, line: head.line };
}

/** The cells of the one template row that, joined, are the line. */
function cutRow(
  { line, joint }: Pick<GluedHeads, 'joint'> & { readonly line: string },
  keys: readonly string[],
  tables: readonly CookieTable[],
): readonly string[] | undefined {
  const found = tables.flatMap((table) =>
    table.rows
      .map((row) =>
        keys.map((key) => row.cells[table.columns.findIndex((column) => column.key === key)] ?? ''),
      )
      .filter((cells) => cells.every((cell) => cell !== '') && cells.join(joint) === line),
  );
  return found[0];
}
