/** Finds the line and column of places in the data, and of words in them, in the text of a file. */
import type { Position } from './positions.ts';
import { type Path, pathKey } from './problem.ts';

/** `word` is looked for from the place's first line to where the next place begins. */
export type FindInFile = (path: Path, word?: string) => Partial<Position>;

export function findInFile(text: string, lines: ReadonlyMap<string, number>): FindInFile {
  const rows = text.split('\n');
  let starts: readonly number[] | undefined;
  return (path, word) => {
    const line = lineOf(path, lines);
    if (line === undefined) return {};
    starts ??= [...new Set(lines.values()), rows.length + 1].sort((a, b) => a - b);
    const end = word === undefined ? line : nextStart(starts, line);
    for (let row = line; row < end; row += 1) {
      const at = rows[row - 1]?.indexOf(word ?? '') ?? -1;
      if (at >= 0) return { line: row, column: at + 1 };
    }
    return { line, column: keyColumn(rows[line - 1] ?? '', path) };
  };
}

/** Of the path itself, else of the nearest place that holds it. */
function lineOf(path: Path, lines: ReadonlyMap<string, number>): number | undefined {
  if (path.length === 0) return undefined;
  return lines.get(pathKey(path)) ?? lineOf(path.slice(0, -1), lines);
}

function nextStart(starts: readonly number[], line: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return starts[low] ?? line + 1;
}

/** Where the key stands in its line, else where the line's contents begin. */
function keyColumn(row: string, path: Path): number {
  const key = path.at(-1);
  const at = typeof key === 'string' ? row.indexOf(`${key}:`) : -1;
  return (at < 0 ? row.search(/[^ -]|$/) : at) + 1;
}
