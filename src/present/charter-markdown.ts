/** A charter as Markdown with pipe tables, escaped so that importing it back gives the same charter. */
import type { Block, CharterDocument, CookieTable, InlineText } from '../model/charter.ts';
import { type InlineNode, parseInline } from '../text/inline.ts';
import { tableHtml } from './charter-html.ts';

/** Blocks are parted by blank lines, items of one list are not; ends in a newline. */
export function renderCharterMarkdown(charter: CharterDocument): string {
  const tables = new Map(charter.tables.map((table) => [table.id, table]));
  const blocks = charter.title === undefined ? [] : [`# ${oneLine(charter.title)}`];
  let before: Block | undefined;
  for (const block of charter.body) {
    const text = blockMarkdown(block, tables);
    const last = blocks.at(-1);
    if (block.role === 'item' && before?.role === 'item' && last !== undefined)
      blocks[blocks.length - 1] = `${last}\n${text}`;
    else if (text !== '') blocks.push(text);
    before = block;
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function blockMarkdown(block: Block, tables: ReadonlyMap<string, CookieTable>): string {
  switch (block.role) {
    case 'heading':
      // Without a published level a heading stands right below the title.
      return `${'#'.repeat(block.level ?? 2)} ${oneLine(block.text)}`;
    case 'paragraph':
      return lines(block.text, '');
    case 'item': {
      const indent = '   '.repeat(block.depth - 1);
      return `${indent}${block.ordered ? '1.' : '- '} ${lines(block.text, `${indent}   `)}`;
    }
    case 'table': {
      const table = tables.get(block.table);
      return table === undefined ? '' : tableMarkdown(table);
    }
  }
}

/** A pipe table; an HTML table where pipes cannot hold it: a caption, a pipe in code. */
function tableMarkdown(table: CookieTable): string {
  const piped = table.rows.some(({ cells }) => cells.some((cell) => /`[^`]*\|/.test(cell)));
  if (piped || table.caption !== undefined || table.columns.length < 2) return tableHtml(table).join('\n');
  const row = (cells: readonly InlineText[]): string => `| ${cells.map(oneLine).join(' | ')} |`;
  const heads = table.columns.map((column) => column.head ?? '');
  return [row(heads), `|${' --- |'.repeat(heads.length)}`, ...table.rows.map(({ cells }) => row(cells))].join(
    '\n',
  );
}

/** Breaks as `<br>`, where a line end would end the block. */
function oneLine(text: InlineText): string {
  return nodesMarkdown(parseInline(text), '<br>').replace(/#+$/, (marks) => marks.replace(/#/g, '\\#'));
}

/** Breaks as a backslash at the end of the line; no line begins like another kind of block. */
function lines(text: InlineText, indent: string): string {
  const source = nodesMarkdown(parseInline(text), '\\\n');
  return source.split('\n').map(guardLine).join(`\n${indent}`);
}

function guardLine(line: string): string {
  return line.replace(/^([#>+=~-])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** What may stand beside a run of stars: nothing, a space or a mark that has no meaning with them or in names. */
const neighbour = /^[^\p{L}\p{M}\p{N}\p{Cs}*_\\`]?$/u;

/** `around` holds the characters before and after the run. */
function nodesMarkdown(
  nodes: readonly InlineNode[],
  lineBreak: string,
  around: { before: string; after: string } = { before: '', after: '' },
): string {
  let out = '';
  nodes.forEach((node, index) => {
    const next = nodes[index + 1];
    const before = out === '' ? around.before : out.slice(-1);
    const after =
      next === undefined ? around.after : nodeMarkdown(next, lineBreak, { before: '', after: '' }).charAt(0);
    out += nodeMarkdown(node, lineBreak, { before, after });
  });
  return out;
}

function nodeMarkdown(
  node: InlineNode,
  lineBreak: string,
  around: { readonly before: string; readonly after: string },
): string {
  switch (node.kind) {
    case 'text':
      return escapeMarkdown(node.value);
    case 'break':
      return lineBreak;
    case 'code':
      return codeMarkdown(node.value);
    case 'emphasis':
    case 'strong': {
      // Beside letters or other marks, stars may read as something else.
      const plain =
        neighbour.test(around.before) && !/[.$#%-]/.test(around.before) && neighbour.test(around.after);
      const mark = node.kind === 'strong' ? '**' : '*';
      if (plain) return mark + nodesMarkdown(node.children, lineBreak, { before: '*', after: '*' }) + mark;
      const tag = node.kind === 'strong' ? 'strong' : 'em';
      return `<${tag}>${nodesMarkdown(node.children, lineBreak, { before: '>', after: '<' })}</${tag}>`;
    }
    case 'link': {
      if (node.auto) return `<${node.target.replace(/\|/g, '%7C')}>`;
      const target = node.target.replace(/[()\\|*_<>&]/g, '\\$&');
      return `[${nodesMarkdown(node.children, lineBreak, { before: '[', after: ']' })}](${target})`;
    }
  }
}

/** Underscores inside a word mean nothing in Markdown; the others are escaped for readers other than ours. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*`[\]<|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?[a-z0-9]{1,32};)/gi, '\\&')
    .replace(/~~/g, '\\~\\~');
}

/** Code keeps its marks. */
function codeMarkdown(value: string): string {
  const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
  const pad = /^`|`$|^ .* $/.test(value) ? ' ' : '';
  const fence = '`'.repeat(longest + 1);
  return `${fence}${pad}${value}${pad}${fence}`;
}
