/** Finds the tables that stand in lines of text, tab-separated or with pipes, and lays them out as grids. */

import type { Heads } from './columns.ts';
import { isOfPipes, pipeGrid, pipeRegion, type TextCells } from './pipe-tables.ts';
import type { GridPiece, Log, Piece } from './reading.ts';
import { tabGrid, tabRegion } from './tab-tables.ts';

interface TextTables {
  /** Line indexes from 0, `to` not included, that belong to tables. */
  readonly regions: readonly { readonly from: number; readonly to: number }[];
  readonly pieces: Piece[];
}

interface TextTableOptions extends TextCells {
  readonly heads: Heads;
  /** Lines between fences are code, never tables. */
  readonly fences: boolean;
}

/** Reads each line once, but for the few that a table looks ahead at. */
export function findTextTables(lines: readonly string[], log: Log, options: TextTableOptions): TextTables {
  const regions: { from: number; to: number }[] = [];
  const pieces: GridPiece[] = [];
  let fence = '';
  for (let index = 0; index < lines.length; index += 1) {
    const mark = options.fences ? (/^ {0,3}(`{3,}|~{3,})/.exec(lines[index] ?? '')?.[1] ?? '') : '';
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    if (fence !== '') continue;
    const tabs = isOfPipes(lines, index) ? undefined : tabRegion(lines, index, options);
    const pipes = tabs === undefined ? pipeRegion(lines, index, options) : undefined;
    if (tabs !== undefined) pieces.push(tabGrid(lines, { from: index, to: tabs }, { ...options, log }));
    if (pipes !== undefined) pieces.push(pipeGrid(lines, { from: index, to: pipes }, { ...options, log }));
    const to = tabs ?? pipes;
    if (to === undefined) continue;
    regions.push({ from: index, to });
    index = to - 1;
  }
  return { regions, pieces };
}
