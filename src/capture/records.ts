/** Reads `Key: value` records and definition lists as the rows of a table. */
import type { Column, InlineText } from '../model/charter.ts';
import { columnOfHead, columnsOf, foldHead } from './columns.ts';
import type { Pair, PairsPiece, TextPiece } from './reading.ts';
import { type DraftPiece, paragraph, type TableContext } from './table-drafts.ts';

type Record = readonly Pair[];

/** Runs of records become one table each; anything else is left as it stands. */
export function readRecords(pieces: readonly DraftPiece[], context: TableContext): DraftPiece[] {
  const out: DraftPiece[] = [];
  let run: { records: Pair[]; pieces: DraftPiece[] } = { records: [], pieces: [] };
  const flush = (): void => {
    for (const piece of run.records.length === 0 ? run.pieces : tableOrPieces(run, context)) out.push(piece);
    run = { records: [], pieces: [] };
  };
  for (const piece of pieces) {
    const pairs = pairsOf(piece, context);
    if (pairs === undefined) {
      flush();
      out.push(piece);
      continue;
    }
    for (const pair of pairs) run.records.push(pair);
    run.pieces.push(piece);
  }
  flush();
  return out;
}

/** The pairs of a piece of which every line is one, the first under a known head. */
function pairsOf(piece: DraftPiece, context: TableContext): readonly Pair[] | undefined {
  if (piece.kind === 'pairs') return piece.pairs;
  if (piece.kind !== 'text' || piece.role === 'heading') return undefined;
  const pairs: Pair[] = [];
  for (const [index, text] of piece.lines.entries()) {
    const line = piece.line + index;
    const pair = pairOf(text, line);
    const read = pairsInLine(text, line, context) ?? (pair === undefined ? undefined : [pair]);
    if (read === undefined) return undefined;
    for (const one of read) pairs.push(one);
  }
  const known = pairs.filter((pair) => columnOfHead(pair.head, context.heads) !== undefined);
  return known.length * 2 > pairs.length ? pairs : undefined;
}

/** A whole record in one line, parted by semicolons: each part under a known head of its own. */
function pairsInLine(text: InlineText, line: number, { heads }: TableContext): Pair[] | undefined {
  const parts = text.split(/;\s+/);
  const pairs = parts.map((part) => pairOf(part, line)).filter((pair) => pair !== undefined);
  const keys = new Set(pairs.map(({ head }) => columnOfHead(head, heads)));
  const known = keys.size === parts.length && !keys.has(undefined);
  return parts.length >= 2 && pairs.length === parts.length && known ? pairs : undefined;
}

function pairOf(text: InlineText, line: number): Pair | undefined {
  const match = /^(\**)([^:*\n]{1,60}?)(\**)[\s]*[:：](?!\/\/)(\**)\s*(.*)$/su.exec(text);
  if (match === null) return undefined;
  const [, open = '', head = '', early = '', late = '', value = ''] = match;
  const closed = open === '' || early === open || late === open;
  if (!closed || value.trim() === '') return undefined;
  return { head: head.trim(), value: open !== '' && early === '' ? value : late + value, line };
}

function tableOrPieces(
  run: { records: readonly Pair[]; pieces: readonly DraftPiece[] },
  context: TableContext,
): DraftPiece[] {
  const records = cutRecords(run.records);
  const keys = new Set(
    run.records.map((pair) => columnOfHead(pair.head, context.heads)).filter((key) => key !== undefined),
  );
  const first = run.records[0];
  if (first === undefined || keys.size < 2 || !keys.has('name')) return run.pieces.flatMap(asText);
  const heads = new Map<string, InlineText>();
  for (const pair of run.records)
    if (!heads.has(foldHead(pair.head))) heads.set(foldHead(pair.head), pair.head);
  const columns: Column[] = columnsOf([...heads.values()], context.heads);
  const order = [...heads.keys()];
  const rows = records.map((record) => ({
    line: record[0]?.line ?? first.line,
    cells: order.map((key) =>
      record
        .filter((pair) => foldHead(pair.head) === key)
        .map((pair) => pair.value)
        .join('\n'),
    ),
  }));
  noteHeads(run.records, heads, context);
  return [{ kind: 'table', columns, width: columns.length, rows, line: first.line }];
}

/** A record ends where the head that began the first one comes again, or else any head of its own. */
function cutRecords(pairs: readonly Pair[]): Record[] {
  const records: Pair[][] = [];
  const opener = foldHead(pairs[0]?.head ?? '');
  const repeats = pairs.filter((pair) => foldHead(pair.head) === opener).length > 1;
  let seen = new Set<string>();
  for (const pair of pairs) {
    const key = foldHead(pair.head);
    if (records.length === 0 || key === opener || (!repeats && seen.has(key))) {
      records.push([]);
      seen = new Set();
    }
    seen.add(key);
    records.at(-1)?.push(pair);
  }
  return records;
}

/** One repair a table, and one for each head that was spelt otherwise further down. */
function noteHeads(
  pairs: readonly Pair[],
  heads: ReadonlyMap<string, InlineText>,
  context: TableContext,
): void {
  const { repairs } = context.log;
  repairs.push({ rule: 'records-read-as-table', line: pairs[0]?.line ?? 1 });
  for (const pair of pairs) {
    const kept = heads.get(foldHead(pair.head));
    if (kept !== undefined && kept !== pair.head)
      repairs.push({ rule: 'records-read-as-table', line: pair.line, before: pair.head, after: kept });
  }
}

function asText(piece: DraftPiece): DraftPiece[] {
  if (piece.kind !== 'pairs') return [piece];
  return flatten(piece);
}

function flatten(piece: PairsPiece): TextPiece[] {
  return piece.pairs.flatMap(({ head, value, line }) =>
    [head, value].filter((text) => text.trim() !== '').map((text) => paragraph(text, line)),
  );
}
