/** Markdown to pieces: tables are taken out first by our own reader, the rest goes through the Markdown parser. */
import type * as Mdast from 'mdast';
import { shieldNames } from './atoms-in-markdown.ts';
import type { Heads } from './columns.ts';
import type { Log, PageReading, Piece, TextPiece } from './reading.ts';
import { linkTarget, type Segment, writeLines, writeSegments } from './segments.ts';
import { findTextTables } from './text-tables.ts';

type Parse = (source: string) => Mdast.Root;

export interface MarkdownContext {
  readonly log: Log;
  readonly heads: Heads;
  /** Asked only where the Markdown holds blocks of HTML. */
  readonly readHtml: (source: string) => Promise<PageReading>;
}

interface Walk {
  readonly restore: (text: string) => string;
  readonly definitions: ReadonlyMap<string, string>;
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
  const shield = shieldNames(source.join('\n'));
  for (const { name, line } of shield.kept)
    log.repairs.push({ rule: 'cookie-name-kept', line, subject: name });
  const lines = shield.source.split('\n');
  const cell = (source: string): string =>
    /[*_`[\]<>\\&!~]/.test(source)
      ? writeSegments(inlineOf(parse, source, shield.restore))
      : shield.restore(writeSegments([{ kind: 'text', value: source }]));
  const tables = findTextTables(lines, log, { cell, heads, fences: true });
  for (const { from, to } of tables.regions) lines.fill('', from, to);
  const root = parse(lines.join('\n'));
  const html = new Map<number, readonly Piece[]>();
  for (const { from, to } of htmlBlocks(root)) {
    const read = await readHtml('\n'.repeat(from - 1) + source.slice(from - 1, to).join('\n'));
    html.set(from, read.pieces);
  }
  for (const { line, value } of htmlTables)
    tables.pieces.push(...(await readHtml('\n'.repeat(line - 1) + value)).pieces);
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
      queue.push(...node.children);
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
    if ('children' in node) queue.push(...node.children);
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
      for (const item of node.children) itemPieces(item, node.ordered === true, walk, depth + 1);
      return;
    case 'code':
      addText(walk, { role: 'paragraph', line: lineOf(node) }, codeSegments(walk.restore(node.value)));
      return;
    case 'html':
      walk.pieces.push(...(walk.html.get(lineOf(node)) ?? []));
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
function itemPieces(item: Mdast.ListItem, ordered: boolean, walk: Walk, depth: number): void {
  item.children.forEach((child, index) => {
    if (index > 0 || child.type !== 'paragraph') {
      blockPieces(child, walk, depth);
      return;
    }
    const shape = {
      role: 'item',
      depth,
      line: lineOf(child),
      ...(ordered ? { ordered: true as const } : {}),
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

function inlineOf(parse: Parse, source: string, restore: (text: string) => string): Segment[] {
  // A full stop before keeps the cell's own first characters from being read as a list, a heading or a quotation.
  const guard = '.';
  const root = parse(guard + source.replace(/\n/g, ' '));
  const first = root.children[0];
  if (first?.type !== 'paragraph') return [{ kind: 'text', value: restore(source) }];
  const segments = inlineSegments(first.children, {
    restore,
    definitions: new Map(),
    used: new Set(),
    pieces: [],
    html: new Map(),
  });
  const [head, ...rest] = segments;
  return head === undefined ? [] : [{ ...head, value: head.value.slice(guard.length) }, ...rest];
}

type Marks = Pick<Segment, 'strong' | 'emphasis' | 'link'>;

const htmlTag = /^<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>$/i;
const knownTags = new Set(
  'a abbr b bdi bdo big br center cite code del dfn div em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p q s samp small span strike strong sub sup table tbody td th thead time tr tt u ul var wbr'.split(
    ' ',
  ),
);

function inlineSegments(nodes: readonly Mdast.PhrasingContent[], walk: Walk): Segment[] {
  const out: Segment[] = [];
  collect(nodes, {}, walk, out);
  return out;
}

function collect(nodes: readonly Mdast.PhrasingContent[], outer: Marks, walk: Walk, out: Segment[]): void {
  let marks = outer;
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        out.push({ kind: 'text', value: walk.restore(node.value), ...marks });
        break;
      case 'inlineCode':
        out.push({ kind: 'code', value: walk.restore(node.value), ...marks });
        break;
      case 'break':
        out.push({ kind: 'break', value: '\n' });
        break;
      case 'emphasis':
        collect(node.children, { ...marks, emphasis: true }, walk, out);
        break;
      case 'strong':
        collect(node.children, { ...marks, strong: true }, walk, out);
        break;
      case 'link':
        collect(node.children, { ...marks, link: linkTarget(walk.restore(node.url)) }, walk, out);
        break;
      case 'linkReference':
        collect(
          node.children,
          { ...marks, link: linkTarget(walk.definitions.get(node.identifier) ?? '') },
          walk,
          out,
        );
        break;
      case 'image':
      case 'imageReference':
        if (node.alt) out.push({ kind: 'text', value: walk.restore(node.alt), ...marks });
        break;
      case 'html':
        marks = htmlMarks(walk.restore(node.value), { outer, marks, out });
        break;
      default:
        break;
    }
  }
}

/** Inline HTML in Markdown: known tags act, anything else (`<ID>`) is a placeholder and stays as text. */
function htmlMarks(value: string, at: { outer: Marks; marks: Marks; out: Segment[] }): Marks {
  const [, slash, rawName = '', attributes = ''] = htmlTag.exec(value) ?? [];
  const name = rawName.toLowerCase();
  if (value.startsWith('<!--')) return at.marks;
  if (!knownTags.has(name) || (rawName !== name && name !== 'br')) {
    at.out.push({ kind: 'text', value, ...at.marks });
    return at.marks;
  }
  if (name === 'br') at.out.push({ kind: 'break', value: '\n' });
  const closing = slash === '/';
  if (name === 'b' || name === 'strong')
    return { ...at.marks, strong: closing ? at.outer.strong === true : true };
  if (name === 'i' || name === 'em')
    return { ...at.marks, emphasis: closing ? at.outer.emphasis === true : true };
  if (name === 'a') {
    const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
    return {
      ...at.marks,
      link: closing ? at.outer.link : linkTarget(href?.[1] ?? href?.[2] ?? href?.[3] ?? ''),
    };
  }
  return at.marks;
}
