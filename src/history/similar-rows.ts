/** Reads the tables of a canonical file beside similar ones where only rows that stand together in one table differ. */
import type { Buffer } from 'node:buffer';
import { readRows } from '../canonical/read-items.ts';
import type { CookieTable } from '../model/charter.ts';
import type { CommonEnds } from '../text/common-ends.ts';
import { decode, placedText } from './bytes.ts';

export interface KnownTables {
  /** Those of the file that was read. */
  readonly tables: readonly CookieTable[];
  /** What the two files have in common. */
  readonly ends: CommonEnds;
}

const rowMark = '\n      - ';
const rowsLine = '\n    rows:';
const tableMark = '\n  - id: ';
/** Stands to the left of all that a row holds. */
const outside = /\n {0,5}[^ \n]/;

/** `now` and `then` are two files from `tables:` on; undefined where more than such rows may differ. */
export function readSimilarRows(
  bytes: Buffer,
  bytesThen: Buffer,
  known: KnownTables,
): CookieTable[] | undefined {
  const { head, tail } = known.ends;
  const [now, then] = [placedText(bytes), placedText(bytesThen)];
  const from = now.lastIndexOf(rowMark, head - rowMark.length);
  const rows = now.lastIndexOf(rowsLine, from);
  const table = now.lastIndexOf(tableMark, from);
  if (from < 0 || table < 0 || rows < table) return undefined;
  const [end, endThen] = [endOfRow(now, now.length - tail), endOfRow(then, then.length - tail)];
  const changed = now.slice(from, end);
  const gone = then.slice(from, endThen);
  const before = now.slice(rows + rowsLine.length, from);
  if (
    now.length - end !== then.length - endThen ||
    [before, changed, gone].some((part) => outside.test(part))
  )
    return undefined;
  const index = count(now.slice(0, table), tableMark);
  const old = known.tables[index];
  const text = decode(bytes, from + 1, end + 1);
  const read =
    old && text !== undefined
      ? readRows(
          text,
          old.columns.map(({ key }) => key),
        )
      : undefined;
  if (!old || read?.length !== count(changed, rowMark)) return undefined;
  const first = count(before, rowMark);
  const result = [...old.rows.slice(0, first), ...read, ...old.rows.slice(first + count(gone, rowMark))];
  return known.tables.map((one, at) => (at === index ? { ...one, rows: result } : one));
}

/** Where the line break before the next row, or before what follows the rows, stands; the last one where nothing does. */
function endOfRow(text: string, from: number): number {
  const next = /\n {0,6}[^ \n]/g;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length - 1;
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}
