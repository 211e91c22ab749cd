/** A charter as plain text to paste where no markup goes: no word is lost, tables are parted by tabs. */
import type { Block, CharterDocument, CookieTable, InlineText } from '../model/charter.ts';
import { type InlineNode, parseInline } from '../text/inline.ts';

/** Blocks are parted by blank lines; ends in a newline. */
export function renderCharterText(charter: CharterDocument): string {
  const tables = new Map(charter.tables.map((table) => [table.id, table]));
  const blocks = charter.title === undefined ? [] : [plain(charter.title, ' ')];
  let before: Block | undefined;
  const counts: number[] = [];
  for (const block of charter.body) {
    const text = blockText(block, tables, countItem(block, counts));
    const last = blocks.at(-1);
    if (block.role === 'item' && before?.role === 'item' && last !== undefined)
      blocks[blocks.length - 1] = `${last}\n${text}`;
    else if (text !== '') blocks.push(text);
    before = block;
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** The number of an ordered item among those of its depth; what is no item ends all lists. */
function countItem(block: Block, counts: number[]): number {
  const depth = block.role === 'item' ? block.depth : 0;
  counts.length = Math.min(counts.length, depth);
  while (counts.length < depth) counts.push(0);
  if (block.role !== 'item') return 0;
  const number = block.ordered ? (counts[depth - 1] ?? 0) + 1 : 0;
  counts[depth - 1] = number;
  return number;
}

function blockText(block: Block, tables: ReadonlyMap<string, CookieTable>, number: number): string {
  switch (block.role) {
    case 'heading':
      return plain(block.text, ' ');
    case 'paragraph':
      return plain(block.text, '\n');
    case 'item': {
      const mark = `${'  '.repeat(block.depth - 1)}${block.ordered ? `${number}.` : '-'} `;
      return mark + plain(block.text, `\n${' '.repeat(mark.length)}`);
    }
    case 'table': {
      const table = tables.get(block.table);
      return table === undefined ? '' : tableText(table);
    }
  }
}

function tableText(table: CookieTable): string {
  const row = (cells: readonly InlineText[]): string => cells.map((cell) => plain(cell, ' ')).join('\t');
  const heads = table.columns.map((column) => column.head ?? '');
  const lines = [
    ...(heads.some((head) => head !== '') ? [row(heads)] : []),
    ...table.rows.map(({ cells }) => row(cells)),
  ];
  return [...(table.caption === undefined ? [] : [`${plain(table.caption, ' ')}\n`]), ...lines].join('\n');
}

/** The words without emphasis, and without tabs: those of the output part cells. A link's target follows its label where the two differ. */
function plain(text: InlineText, lineBreak: string): string {
  const words = /[*`[<\\\n]/.test(text) ? nodesText(parseInline(text), lineBreak) : text;
  return words.replace(/\t/g, ' ');
}

function nodesText(nodes: readonly InlineNode[], lineBreak: string): string {
  return nodes.map((node) => nodeText(node, lineBreak)).join('');
}

function nodeText(node: InlineNode, lineBreak: string): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.value;
    case 'break':
      return lineBreak;
    case 'link': {
      if (node.auto) return `<${node.target}>`;
      const label = nodesText(node.children, lineBreak);
      return label === node.target ? label : `${label} <${node.target}>`;
    }
    default:
      return nodesText(node.children, lineBreak);
  }
}
