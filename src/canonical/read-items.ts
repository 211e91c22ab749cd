/**
 * Reads blocks of a body, or rows of a table, that stand by themselves as a charter's file holds them: for whoever
 * knows the rest of the file. As strict as the reading of a whole file.
 */
import type { Block, Row } from '../model/charter.ts';
import { layOutBlock, type Node, type RowNode } from './layout.ts';
import { writeItems } from './lines.ts';
import { type Data, readList } from './read.ts';
import { toBlocks, toRows } from './shape.ts';

const bodyIndent = 2;
const rowIndent = 6;

/** Undefined where the text is anything but blocks of a charter, written just so. */
export function readBlocks(text: string): Block[] | undefined {
  const lines = linesOf(text);
  const blocks = lines && toBlocks(readItems(lines, bodyIndent));
  return blocks && areWrittenAs(blocks.map(layOutBlock), lines, bodyIndent) ? blocks : undefined;
}

/** The same of rows of a table whose columns have these keys. */
export function readRows(text: string, keys: readonly string[]): Row[] | undefined {
  const lines = linesOf(text);
  const rows = lines && toRows(readItems(lines, rowIndent), keys);
  const nodes = rows?.map(({ cells }): RowNode => ({ kind: 'row', keys, cells }));
  return lines && nodes && areWrittenAs(nodes, lines, rowIndent) ? rows : undefined;
}

function linesOf(text: string): string[] | undefined {
  const lines = text.split('\n');
  return lines.pop() === '' ? lines : undefined;
}

function readItems(lines: readonly string[], indent: number): Data {
  const cursor = { lines, at: 0, pool: undefined };
  const data = readList(cursor, indent);
  return cursor.at === lines.length ? data : undefined;
}

/** Whether writing the items gives exactly these lines. */
function areWrittenAs(items: readonly (Node | RowNode)[], lines: readonly string[], indent: number): boolean {
  let next = 0;
  let same = true;
  const put = (line: string): void => {
    same &&= lines[next] === line;
    next += 1;
  };
  writeItems({ put, count: 0 }, items, { indent: ' '.repeat(indent), lead: '', path: '' });
  return same && next === lines.length;
}
