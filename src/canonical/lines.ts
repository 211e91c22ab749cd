/** Writes a tree of entries as YAML lines, and tells on which line each place in the data begins. */
import { RecentMap } from '../text/recent.ts';
import type { Entry, Node, RowNode } from './layout.ts';
import { isOneLine, proseLines, proseValue } from './prose.ts';
import { formatScalar } from './scalars.ts';

/** Where the lines go: collected, or only held against lines that they should be. */
export interface Page {
  readonly put: (line: string) => void;
  /** How many lines were put. */
  count: number;
  /** Path (`/body/3`) to line, from 1; absent where nobody asks. */
  readonly marks?: Map<string, number>;
}

interface Place {
  readonly indent: string;
  /** What stands before the first line in place of the indent: the indent itself, or `- ` after a shorter one. */
  readonly lead: string;
  readonly path: string;
}

/** The root of a file: a map at no indent. */
export function writeRoot(page: Page, root: Node): void {
  if (root.kind === 'map') writeEntries(page, root.entries, { indent: '', lead: '', path: '' });
}

function writeEntries(page: Page, entries: readonly Entry[], place: Place): void {
  let lead = place.lead;
  for (const [key, node] of entries) {
    const path = mark(page, place.path, key);
    writeValue(page, node, { indent: place.indent, lead: `${lead}${writeKey(key)}:`, path });
    lead = place.indent;
  }
}

export function writeItems(page: Page, items: readonly (Node | RowNode)[], place: Place): void {
  const indent = `${place.indent}  `;
  for (const [index, node] of items.entries()) {
    const path = mark(page, place.path, index);
    if (node.kind === 'row') {
      writeRow(page, node, { indent, lead: `${place.indent}- `, path });
    } else if (node.kind === 'map' && node.entries.length > 0) {
      writeEntries(page, node.entries, { indent, lead: `${place.indent}- `, path });
    } else {
      writeValue(page, node, { indent: place.indent, lead: `${place.indent}-`, path });
    }
  }
}

/** The short way for what files hold most of: cells of one line each. */
function writeRow(page: Page, row: RowNode, place: Place): void {
  const { indent, path } = place;
  let lead = place.lead;
  for (const [index, key] of row.keys.entries()) {
    const cell = row.cells[index] ?? '';
    if (cell === '') continue;
    mark(page, path, key);
    const start = `${lead}${writeKey(key)}:`;
    if (isOneLine(cell)) put(page, `${start} ${formatScalar(cell)}`);
    else writeText(page, cell, { lead: start, indent, block: false });
    lead = indent;
  }
  if (lead === place.lead) put(page, `${lead}{}`);
}

/** After `key:` or `-`, which stand in `lead`. */
function writeValue(page: Page, node: Node, place: Place): void {
  const { lead, indent, path } = place;
  switch (node.kind) {
    case 'exact':
      put(page, `${lead} ${formatScalar(node.value)}`);
      break;
    case 'literal':
      put(page, `${lead} ${node.value}`);
      break;
    case 'text':
    case 'prose':
      writeText(page, node.value, { lead, indent, block: node.kind === 'prose' });
      break;
    case 'map':
      put(page, node.entries.length === 0 ? `${lead} {}` : lead);
      writeEntries(page, node.entries, { indent: `${indent}  `, lead: `${indent}  `, path });
      break;
    default:
      put(page, node.items.length === 0 ? `${lead} []` : lead);
      writeItems(page, node.items, { indent: `${indent}  `, lead: '', path });
  }
}

function writeText(page: Page, text: string, how: { lead: string; indent: string; block: boolean }): void {
  const lines = !how.block && isOneLine(text) ? undefined : proseLines(text);
  if (lines === undefined || (lines.length === 1 && !how.block)) {
    put(page, `${how.lead} ${formatScalar(proseValue(text))}`);
    return;
  }
  put(page, `${how.lead} |-`);
  for (const line of lines) put(page, `${how.indent}  ${line}`);
}

function put(page: Page, line: string): void {
  page.count += 1;
  page.put(line);
}

/** Keys as they are written: files and rows repeat theirs. */
const writtenKeys = new RecentMap<string, string>(256);

function writeKey(key: string): string {
  const known = writtenKeys.get(key);
  if (known !== undefined) return known;
  const written = formatScalar(key);
  writtenKeys.set(key, written);
  return written;
}

/** Notes that the next line begins this place. */
function mark(page: Page, path: string, key: string | number): string {
  if (page.marks === undefined) return '';
  const here = `${path}/${key}`;
  page.marks.set(here, page.count + 1);
  return here;
}
