/** A charter as an HTML fragment, ready to paste into an editor; importing it back gives the same charter. */
import type { Block, CharterDocument, CookieTable, InlineText, TextBlock } from '../model/charter.ts';
import { type InlineNode, parseInline } from '../text/inline.ts';

const safeTarget = /^(?:(?:https?|mailto|tel|ftp):|\{\{|[^:]*$|[^:]*[/?#])/i;

/** The title is the only `h1`; ends in a newline. */
export function renderCharterHtml(charter: CharterDocument): string {
  const tables = new Map(charter.tables.map((table) => [table.id, table]));
  const lines = charter.title === undefined ? [] : [`<h1>${inlineHtml(charter.title)}</h1>`];
  let index = 0;
  while (index < charter.body.length) {
    const block = charter.body[index];
    if (block === undefined) break;
    if (block.role === 'item') {
      const end = endOfItems(charter.body, index);
      lines.push(...listHtml(charter.body.slice(index, end).filter((item) => item.role === 'item')));
      index = end;
      continue;
    }
    lines.push(...blockHtml(block, tables));
    index += 1;
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function blockHtml(
  block: Exclude<Block, { role: 'item' }>,
  tables: ReadonlyMap<string, CookieTable>,
): string[] {
  switch (block.role) {
    case 'heading': {
      // Without a published level a heading stands right below the title.
      const name = `h${block.level ?? 2}`;
      return [`<${name}>${inlineHtml(block.text)}</${name}>`];
    }
    case 'paragraph':
      return [`<p>${inlineHtml(block.text)}</p>`];
    case 'table': {
      const table = tables.get(block.table);
      return table === undefined ? [] : tableHtml(table);
    }
  }
}

function endOfItems(body: readonly Block[], from: number): number {
  let end = from;
  while (body[end]?.role === 'item') end += 1;
  return end;
}

type Item = Extract<TextBlock, { role: 'item' }>;

/** Nested lists stand inside the item above them. */
function listHtml(items: readonly Item[]): string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let listItem = false;
  for (const item of items) {
    const name = item.ordered ? 'ol' : 'ul';
    while (open.length > item.depth || (open.length === item.depth && open.at(-1) !== name)) {
      if (listItem) lines.push('</li>');
      lines.push(`</${open.pop()}>`);
      listItem = open.length > 0;
    }
    if (open.length === item.depth && listItem) lines.push('</li>');
    while (open.length < item.depth) {
      // A level that no item fills needs none of its own.
      const missing = open.length + 1 < item.depth;
      lines.push(missing ? `<${name}><li>` : `<${name}>`);
      open.push(name);
    }
    lines.push(`<li>${inlineHtml(item.text)}`);
    listItem = true;
  }
  while (open.length > 0) lines.push('</li>', `</${open.pop()}>`);
  return lines;
}

/** The head row has `th` cells with a scope; a table without heads has none. */
export function tableHtml(table: CookieTable): string[] {
  const lines = ['<table>'];
  if (table.caption !== undefined) lines.push(`<caption>${inlineHtml(table.caption)}</caption>`);
  if (table.columns.some((column) => column.head !== undefined)) {
    const heads = table.columns.map((column) => `<th scope="col">${inlineHtml(column.head ?? '')}</th>`);
    lines.push('<thead>', `<tr>${heads.join('')}</tr>`, '</thead>');
  }
  lines.push('<tbody>');
  for (const row of table.rows)
    lines.push(`<tr>${row.cells.map((cell) => `<td>${inlineHtml(cell)}</td>`).join('')}</tr>`);
  lines.push('</tbody>', '</table>');
  return lines;
}

/** One text of the dialect as HTML; a target that would run a program is left out. */
export function inlineHtml(text: InlineText): string {
  return /[*`[<\\&>"\n]/.test(text) ? nodesHtml(parseInline(text)) : text;
}

function nodesHtml(nodes: readonly InlineNode[]): string {
  return nodes.map(nodeHtml).join('');
}

function nodeHtml(node: InlineNode): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.value);
    case 'break':
      return '<br>';
    case 'code':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'emphasis':
      return `<em>${nodesHtml(node.children)}</em>`;
    case 'strong':
      return `<strong>${nodesHtml(node.children)}</strong>`;
    case 'link': {
      const mail = node.auto && !/^[a-z][a-z0-9+.-]*:/i.test(node.target) && node.target.includes('@');
      const target = mail ? `mailto:${node.target}` : node.target;
      if (!safeTarget.test(target)) return nodesHtml(node.children);
      return `<a href="${escapeHtml(target)}">${nodesHtml(node.children)}</a>`;
    }
  }
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
