/** Writes a tree of entries as YAML lines, and tells on which line each place in the data begins. */
import type { Entry, Node } from './layout.ts';
import { isOneLine, proseLines, proseValue } from './prose.ts';
import { formatScalar } from './scalars.ts';

export interface Page {
  readonly lines: string[];
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
    writeValue(page, node, { indent: place.indent, lead: `${lead}${formatScalar(key)}:`, path });
    lead = place.indent;
  }
}

function writeItems(page: Page, items: readonly Node[], place: Place): void {
  const indent = `${place.indent}  `;
  for (const [index, node] of items.entries()) {
    const path = mark(page, place.path, index);
    if (node.kind === 'map' && node.entries.length > 0) {
      writeEntries(page, node.entries, { indent, lead: `${place.indent}- `, path });
    } else {
      writeValue(page, node, { indent: place.indent, lead: `${place.indent}-`, path });
    }
  }
}

/** After `key:` or `-`, which stand in `lead`. */
function writeValue(page: Page, node: Node, place: Place): void {
  const { lead, indent, path } = place;
  switch (node.kind) {
    case 'exact':
      page.lines.push(`${lead} ${formatScalar(node.value)}`);
      break;
    case 'literal':
      page.lines.push(`${lead} ${node.value}`);
      break;
    case 'text':
    case 'prose':
      writeText(page, node.value, { lead, indent, block: node.kind === 'prose' });
      break;
    case 'map':
      page.lines.push(node.entries.length === 0 ? `${lead} {}` : lead);
      writeEntries(page, node.entries, { indent: `${indent}  `, lead: `${indent}  `, path });
      break;
    default:
      page.lines.push(node.items.length === 0 ? `${lead} []` : lead);
      writeItems(page, node.items, { indent: `${indent}  `, lead: '', path });
  }
}

function writeText(page: Page, text: string, how: { lead: string; indent: string; block: boolean }): void {
  const lines = !how.block && isOneLine(text) ? undefined : proseLines(text);
  if (lines === undefined || (lines.length === 1 && !how.block)) {
    page.lines.push(`${how.lead} ${formatScalar(proseValue(text))}`);
    return;
  }
  page.lines.push(`${how.lead} |-`);
  for (const line of lines) page.lines.push(`${how.indent}  ${line}`);
}

/** Notes that the next line begins this place. */
function mark(page: Page, path: string, key: string | number): string {
  if (page.marks === undefined) return '';
  const here = `${path}/${key}`;
  page.marks.set(here, page.lines.length + 1);
  return here;
}
