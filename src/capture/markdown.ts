/** Markdown to pieces: tables are taken out first by our own reader, the rest goes through the Markdown parser. */
import type * as Mdast from 'mdast';
import { shieldNames } from './atoms-in-markdown.ts';
import type { Heads } from './columns.ts';
import { type InlineWalk, inlineOf, inlineSegments, lostTargets, type Parse } from './markdown-inline.ts';
import { type Log, type PageReading, type Piece, type TextPiece, warn } from './reading.ts';
import { type Segment, writeLines, writeSegments } from './segments.ts';
import { dropStruck } from './struck.ts';
import { findTextTables } from './text-tables.ts';

interface MarkdownContext {
  readonly log: Log;
  readonly heads: Heads;
  /** Asked only where the Markdown holds blocks of HTML. */
  readonly readHtml: (source: string) => Promise<PageReading>;
}

interface Walk extends InlineWalk {
  /** Definitions that some link asks for. */
  readonly used: ReadonlySet<string>;
  readonly pieces: Piece[];
  /** Pieces of raw HTML blocks, read apart, by the line where the block begins. */
  readonly html: ReadonlyMap<number, readonly Piece[]>;
}

export async function readMarkdown(text: string, context: MarkdownContext): Promise<PageReading> {
  const { log, heads, readHtml } = context;
  const parse = await loadParser();
  const source = text.split('\n');
  const htmlTables = cutHtmlTables(source);
  dropStruck(source, log);
  const shield = shieldNames(source.join('\n'));
  for (const { name, line } of shield.kept)
    log.repairs.push({ rule: 'cookie-name-kept', line, subject: name });
  for (const line of shield.dense) warn(log, 'markup-too-dense', { line });
  const lines = shield.source.split('\n');
  // A cell may be read more than once.
  const cells = new Set<string>();
  const lookAt =
    (source: string) =>
    (cellRoot: Mdast.Root): void => {
      if (cells.has(source)) return;
      cells.add(source);
      for (const { target } of lostTargets(cellRoot, shield.restore))
        log.repairs.push({ rule: 'link-dropped', before: target });
    };
  const cell = (source: string): string =>
    /[*_`[\]<>\\&!~]/.test(source)
      ? writeSegments(inlineOf(parse, source, { restore: shield.restore, look: lookAt(source) }))
      : writeSegments([{ kind: 'text', value: shield.restore(source) }]);
  const tables = findTextTables(lines, log, { cell, heads, fences: true });
  for (const { from, to } of tables.regions) lines.fill('', from, to);
  const root = parse(lines.join('\n'));
  for (const { target, line } of lostTargets(root, shield.restore))
    log.repairs.push({ rule: 'link-dropped', line, before: target });
  const html = new Map<number, readonly Piece[]>();
  for (const { from, to } of htmlBlocks(root)) {
    const read = await readHtml('\n'.repeat(from - 1) + source.slice(from - 1, to).join('\n'));
    html.set(from, read.pieces);
  }
  for (const { line, value } of htmlTables)
    for (const piece of (await readHtml('\n'.repeat(line - 1) + value)).pieces) tables.pieces.push(piece);
  const walk: Walk = {
    restore: shield.restore,
    definitions: definitionsOf(root),
    used: referencesIn(root),
    pieces: [],
    html,
  };
  for (const node of root.children) blockPieces(node, walk, 0);
  const pieces = [...walk.pieces, ...tables.pieces].sort((a, b) => a.line - b.line);
  return { pieces };
}

async function loadParser(): Promise<Parse> {
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  return (source) => fromMarkdown(source, { extensions: [{ disable: { null: ['codeIndented'] } }] });
}

/** Whole `<table>` regions, blanked in place: Markdown would cut them at their blank lines. */
function cutHtmlTables(lines: string[]): { line: number; value: string }[] {
  const found: { line: number; value: string }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (!/^\s{0,8}<table[\s>]/i.test(lines[index] ?? '')) continue;
    let depth = 0;
    let end = index;
    for (; end < lines.length; end += 1) {
      depth += lines[end]?.match(/<table[\s>]/gi)?.length ?? 0;
      depth -= lines[end]?.match(/<\/table\s*>/gi)?.length ?? 0;
      if (depth <= 0) break;
    }
    if (end >= lines.length) return found;
    found.push({ line: index + 1, value: lines.slice(index, end + 1).join('\n') });
    lines.fill('', index, end + 1);
    index = end;
  }
  return found;
}

/** Lines of raw HTML, from 1, both included. */
function htmlBlocks(root: Mdast.Root): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  const queue: Mdast.Nodes[] = [...root.children];
  for (const node of queue) {
    if (node.type === 'html') found.push({ from: lineOf(node), to: node.position?.end.line ?? lineOf(node) });
    else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
      for (const child of node.children) queue.push(child);
  }
  return found;
}

function definitionsOf(root: Mdast.Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of root.children)
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
  return found;
}

function referencesIn(root: Mdast.Root): ReadonlySet<string> {
  const found = new Set<string>();
  const queue: Mdast.Nodes[] = [...root.children];
  for (const node of queue) {
    if (node.type === 'linkReference') found.add(node.identifier);
    if ('children' in node) for (const child of node.children) queue.push(child);
  }
  return found;
}

function lineOf(node: Mdast.Nodes): number {
  return node.position?.start.line ?? 1;
}

function blockPieces(node: Mdast.Nodes, walk: Walk, depth: number): void {
  switch (node.type) {
    case 'heading':
      addText(
        walk,
        { role: 'heading', level: node.depth, line: lineOf(node) },
        inlineSegments(node.children, walk),
      );
      return;
    case 'paragraph':
      addText(walk, { role: 'paragraph', line: lineOf(node) }, inlineSegments(node.children, walk));
      return;
    case 'list':
      node.children.forEach((item, index) => {
        const number = node.ordered ? { ordered: true as const, number: (node.start ?? 1) + index } : {};
        itemPieces(item, number, { walk, depth: depth + 1 });
      });
      return;
    case 'code':
      addText(walk, { role: 'paragraph', line: lineOf(node) }, codeSegments(walk.restore(node.value)));
      return;
    case 'html':
      for (const piece of walk.html.get(lineOf(node)) ?? []) walk.pieces.push(piece);
      return;
    case 'definition':
      if (!walk.used.has(node.identifier))
        addText(walk, { role: 'paragraph', line: lineOf(node) }, [
          { kind: 'text', value: walk.restore(`[${node.label ?? node.identifier}]: ${node.url}`) },
        ]);
      return;
    case 'blockquote':
      for (const child of node.children) blockPieces(child, walk, depth);
      return;
    default:
      return;
  }
}

/** The first paragraph of an item is the item; what follows in it stands as blocks of its own. */
function itemPieces(
  item: Mdast.ListItem,
  number: Pick<TextPiece, 'ordered' | 'number'>,
  { walk, depth }: { readonly walk: Walk; readonly depth: number },
): void {
  item.children.forEach((child, index) => {
    if (index > 0 || child.type !== 'paragraph') {
      blockPieces(child, walk, depth);
      return;
    }
    const shape = {
      role: 'item',
      depth,
      line: lineOf(child),
      ...number,
    } as const;
    addText(walk, shape, inlineSegments(child.children, walk));
  });
}

function codeSegments(value: string): Segment[] {
  return value
    .split('\n')
    .flatMap((line): Segment[] => [
      { kind: 'break', value: '\n' },
      { kind: 'code', value: line.trim() },
    ])
    .filter((segment) => segment.value !== '');
}

function addText(
  walk: Walk,
  shape: Omit<TextPiece, 'kind' | 'text' | 'lines'>,
  segments: readonly Segment[],
): void {
  const text = writeSegments(segments);
  if (text.trim() === '') return;
  walk.pieces.push({ kind: 'text', ...shape, text, lines: writeLines(segments) });
}
