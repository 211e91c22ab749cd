/** Columns that come, go, move or are called otherwise. */
import type { RawChange } from '../model/change.ts';
import type { PlainTable } from './plain-table.ts';
import { type TableContext, tableAddress } from './table-context.ts';
import type { ColumnMatch } from './table-pairs.ts';
import { compareTexts } from './texts.ts';

/** A head that only one side published is not compared: its table came without a head row. */
export function columnChanges(
  a: PlainTable,
  b: PlainTable,
  { columns, context }: { columns: readonly ColumnMatch[]; context: TableContext },
): RawChange[] {
  const changes = columns.flatMap((column): RawChange[] => {
    const x = column.a === undefined ? undefined : a.columns[column.a];
    const y = column.b === undefined ? undefined : b.columns[column.b];
    if (x && y && (x.head === undefined || y.head === undefined || x.head === y.head)) return [];
    const address = {
      ...(x ? { a: { ...tableAddress('a', a, context), column: x.key } } : {}),
      ...(y ? { b: { ...tableAddress('b', b, context), column: y.key } } : {}),
    };
    if (x?.head !== undefined && y?.head !== undefined) {
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
  a: PlainTable,
  b: PlainTable,
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
