/** What can be told of a file before any YAML is read: too large, empty, binary, a Git LFS pointer, unmerged. */
import type { Problem } from '../model/problem.ts';
import { makeProblem } from './problem.ts';
import { conflictMark } from './prose.ts';

/** In MiB of UTF-16 code units: far above any charter, far below what could stall a reader. */
const mostMebibytes = 8;
const mostMarkers = 12;

/** Any of these problems means that reading on is of no use. */
export function scanText(text: string): Problem[] {
  if (text.length > mostMebibytes * 2 ** 20)
    return [makeProblem('file-too-large', {}, { limit: mostMebibytes })];
  if (text.includes('\u0000')) return [makeProblem('binary-file', {})];
  if (text.startsWith('version https://git-lfs.github.com/spec/')) return [makeProblem('lfs-pointer', {})];
  if (!/^[ \t\r]*[^#\s]/m.test(text)) return [makeProblem('empty-file', {})];
  return findConflicts(text);
}

/** Also within block literals, where YAML itself would take a marker for words. */
function findConflicts(text: string): Problem[] {
  const found: Problem[] = [];
  if (!/[<>|=]{7}/.test(text)) return found;
  for (const [index, line] of text.split('\n').entries()) {
    const match = conflictMark.exec(line);
    const marker = match?.[1] ?? match?.[2];
    if (match === null || marker === undefined) continue;
    const column = line.search(/[^ \t]/) + 1;
    found.push(makeProblem('conflict-marker', { line: index + 1, column }, { marker }));
    if (found.length === mostMarkers) break;
  }
  return found;
}
