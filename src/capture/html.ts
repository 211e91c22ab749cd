/** HTML to pieces by our own walk over the tree: menus, hidden parts and form controls out (and recorded), tables whole. */
import type * as Hast from 'hast';
import {
  chromeOf,
  elements,
  inlineNames,
  isStruck,
  lineOf,
  mainOf,
  note,
  noteOutside,
  noteStruck,
  textOf,
} from './html-chrome.ts';
import { tableGrid } from './html-tables.ts';
import { boundHtml } from './html-tags.ts';
import { type Log, type PageReading, type Pair, type Piece, type TextPiece, warn } from './reading.ts';
import type { Segment } from './segments.ts';
import { isTooDense, linkTarget, losesTarget, writeLines, writeSegments } from './segments.ts';

export type Marks = Pick<Segment, 'strong' | 'emphasis' | 'link'>;

interface Walk {
  readonly pieces: Piece[];
  readonly log: Log;
  segments: Segment[];
  /** What the next text piece is; an item turns back into paragraphs after its first text. */
  role: Pick<TextPiece, 'role' | 'level' | 'depth' | 'ordered' | 'number'>;
  depth: number;
  line: number;
  /** Inside a table cell, where a text is never parted. */
  readonly cell: boolean;
}

export async function readHtml(text: string, log: Log): Promise<PageReading> {
  const { fromHtml } = await import('hast-util-from-html');
  const bounded = boundHtml(text);
  const root = fromHtml(bounded.html, { fragment: false });
  if (bounded.simplified) warn(log, 'markup-too-dense');
  const html = childElement(root, 'html');
  const body = html === undefined ? undefined : childElement(html, 'body');
  const head = html === undefined ? undefined : childElement(html, 'head');
  const main = body === undefined ? undefined : mainOf(body);
  const walk: Walk = {
    pieces: [],
    log,
    segments: [],
    role: { role: 'paragraph' },
    depth: 0,
    line: 1,
    cell: false,
  };
  if (body !== undefined && main !== undefined && main !== body) noteOutside(body, main, log);
  if (main !== undefined) walkBlock(main.children, {}, walk);
  flush(walk);
  const title = head === undefined ? undefined : childElement(head, 'title');
  const language = html?.properties['lang'];
  return {
    pieces: walk.pieces,
    cut: bounded.cut,
    open: bounded.open,
    asksPassword: bounded.asksPassword,
    ...(typeof language === 'string' ? { language } : {}),
    ...(title === undefined ? {} : { windowTitle: textOf(title).trim() }),
  };
}

function childElement(parent: Hast.Root | Hast.Element, name: string): Hast.Element | undefined {
  for (const child of parent.children) if (child.type === 'element' && child.tagName === name) return child;
  return undefined;
}

function walkBlock(nodes: readonly Hast.Nodes[], marks: Marks, walk: Walk): void {
  for (const node of nodes) {
    if (node.type === 'text') addText(node, marks, walk);
    else if (node.type === 'element') walkElement(node, marks, walk);
  }
}

function addText(node: Hast.Text, marks: Marks, walk: Walk): void {
  if (walk.segments.length === 0 && node.value.trim() !== '')
    walk.line = lineOf(node) + (/^\s*/.exec(node.value)?.[0].match(/\n/g)?.length ?? 0);
  walk.segments.push({ kind: 'text', value: node.value, ...marks });
}

function walkElement(node: Hast.Element, marks: Marks, walk: Walk): void {
  const chrome = chromeOf(node, walk.role.role === 'heading');
  const name = node.tagName;
  if (chrome !== undefined) note(node, walk.log, chrome);
  else if (isStruck(node)) passStruck(node, walk);
  else if (name === 'br') walk.segments.push({ kind: 'break', value: '\n' });
  else if (name === 'img') addImage(node, marks, walk);
  else if (name === 'code' || name === 'kbd' || name === 'samp') addCode(node, marks, walk);
  else if (inlineNames.has(name)) walkBlock(node.children, marksOf(node, marks, walk.log), walk);
  else {
    flush(walk);
    walkBlockElement(node, marks, walk);
    flush(walk);
  }
}

function passStruck(node: Hast.Element, walk: Walk): void {
  if (!inlineNames.has(node.tagName)) flush(walk);
  noteStruck(node, walk.log);
}

function walkBlockElement(node: Hast.Element, marks: Marks, walk: Walk): void {
  const name = node.tagName;
  if (name === 'table') walkTable(node, walk);
  else if (/^h[1-6]$/.test(name) || node.properties['role'] === 'heading')
    walkAs(node, headingRole(node), walk);
  else if (name === 'ul' || name === 'ol') walkList(node, walk);
  else if (name === 'dl') walkDefinitions(node, walk);
  else if (name === 'pre') walkAs(withBreaks(node), { role: 'paragraph' }, walk);
  else walkBlock(node.children, marks, walk);
}

function walkAs(node: Hast.Element, role: Walk['role'], walk: Walk): void {
  walk.role = role;
  walkBlock(node.children, {}, walk);
  flush(walk);
  walk.role = { role: 'paragraph' };
}

function headingRole(node: Hast.Element): Walk['role'] {
  const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? node.properties['ariaLevel'] ?? 2);
  return { role: 'heading', level: level >= 1 && level <= 6 ? Math.trunc(level) : 2 };
}

function walkList(node: Hast.Element, walk: Walk): void {
  walk.depth += 1;
  let number = Number(node.properties['start'] ?? 1);
  for (const child of node.children) {
    if (child.type !== 'element') {
      walkBlock([child], {}, walk);
      continue;
    }
    flush(walk);
    const nested = child.tagName === 'ul' || child.tagName === 'ol';
    if (nested || chromeOf(child, false) !== undefined || isStruck(child)) walkElement(child, {}, walk);
    else {
      number = Number(child.properties['value'] ?? number);
      const ordered = node.tagName === 'ol' ? numbered(number) : {};
      walkAs(child, { role: 'item', depth: walk.depth, ...ordered }, walk);
    }
    if (child.tagName === 'li') number += 1;
  }
  walk.depth -= 1;
}

function numbered(number: number): Pick<TextPiece, 'ordered' | 'number'> {
  return { ordered: true, ...(Number.isSafeInteger(number) ? { number } : {}) };
}

function walkDefinitions(node: Hast.Element, walk: Walk): void {
  const pairs: Pair[] = [];
  let head: { text: string; line: number } | undefined;
  const parts = elements(node, (inner) => inner.tagName === 'dt' || inner.tagName === 'dd');
  for (const part of parts) {
    const text = cellText(part, walk.log);
    if (part.tagName === 'dt') {
      if (head !== undefined) pairs.push({ head: head.text, value: '', line: head.line });
      head = { text: text.replace(/[\s\u00a0\u202f]*:$/, ''), line: lineOf(part) };
    } else {
      pairs.push({ head: head?.text ?? '', value: text, line: head?.line ?? lineOf(part) });
      head = undefined;
    }
  }
  if (head !== undefined) pairs.push({ head: head.text, value: '', line: head.line });
  if (pairs.length > 0) walk.pieces.push({ kind: 'pairs', pairs, line: lineOf(node) });
}

/** Line ends of a `pre` are breaks. */
function withBreaks(node: Hast.Element): Hast.Element {
  const children = node.children.flatMap((child): Hast.ElementContent[] => {
    if (child.type === 'element') return [withBreaks(child)];
    if (child.type !== 'text') return [child];
    return child.value
      .split('\n')
      .flatMap((value, index): Hast.ElementContent[] => [
        ...(index > 0
          ? [{ type: 'element', tagName: 'br', properties: {}, children: [] } as Hast.Element]
          : []),
        { ...child, value },
      ]);
  });
  return { ...node, children };
}

function walkTable(node: Hast.Element, walk: Walk): void {
  const layout = node.properties['role'] === 'presentation';
  const grid = layout ? undefined : tableGrid(node, walk.log, (cell) => cellText(cell, walk.log));
  if (grid === undefined) walkBlock(node.children, {}, walk);
  else walk.pieces.push(grid);
}

/** A cell's text: its blocks and items one under the other, as published breaks. */
function cellText(cell: Hast.Element, log: Log): string {
  if (isStruck(cell)) {
    noteStruck(cell, log);
    return '';
  }
  const walk: Walk = {
    pieces: [],
    log,
    segments: [],
    role: { role: 'paragraph' },
    depth: 0,
    line: lineOf(cell),
    cell: true,
  };
  walkBlock(cell.children, {}, walk);
  flush(walk);
  return walk.pieces.flatMap(pieceTexts).join('\n');
}

function pieceTexts(piece: Piece): string[] {
  if (piece.kind === 'text') return [piece.text];
  if (piece.kind === 'pairs')
    return piece.pairs.flatMap(({ head, value }) => [head, value]).filter((text) => text !== '');
  const rows = piece.head === undefined ? piece.rows : [piece.head, ...piece.rows];
  return [
    ...(piece.caption === undefined ? [] : [piece.caption]),
    ...rows.map((row) => row.cells.filter((cell) => cell !== '').join(' ')),
  ];
}

function marksOf(node: Hast.Element, marks: Marks, log: Log): Marks {
  const style = typeof node.properties['style'] === 'string' ? node.properties['style'] : '';
  const { tagName } = node;
  const href = node.properties['href'];
  if (tagName === 'a' && typeof href === 'string' && losesTarget(href))
    log.repairs.push({ rule: 'link-dropped', line: lineOf(node), before: href });
  return {
    ...marks,
    ...(tagName === 'b' || tagName === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)
      ? { strong: true }
      : {}),
    ...(tagName === 'i' || tagName === 'em' || /font-style\s*:\s*italic/i.test(style)
      ? { emphasis: true }
      : {}),
    ...(tagName === 'a' && typeof href === 'string' ? { link: linkTarget(href) } : {}),
  };
}

function addImage(node: Hast.Element, marks: Marks, walk: Walk): void {
  const alt = node.properties['alt'];
  if (typeof alt === 'string' && alt.trim() !== '')
    walk.segments.push({ kind: 'text', value: alt, ...marks });
}

function addCode(node: Hast.Element, marks: Marks, walk: Walk): void {
  const value = textOf(node)
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
  if (value !== '') walk.segments.push({ kind: 'code', value, ...marks });
}

/** Ends the text that is being gathered; two breaks in a row part it into paragraphs, as editors use them. */
function flush(walk: Walk): void {
  const { segments } = walk;
  walk.segments = [];
  let part: Segment[] = [];
  let parts = 0;
  const close = (): void => {
    if (isTooDense(part)) warn(walk.log, 'markup-too-dense', { line: walk.line });
    const text = writeSegments(part);
    if (text.trim() !== '') {
      parts += 1;
      if (parts === 2) walk.log.repairs.push({ rule: 'lines-read-as-paragraphs', line: walk.line });
      walk.pieces.push({ kind: 'text', ...walk.role, text, lines: writeLines(part), line: walk.line });
      if (walk.role.role === 'item') walk.role = { role: 'paragraph' };
    }
    part = [];
  };
  let breaks = 0;
  for (const segment of segments) {
    if (segment.kind === 'break') breaks += 1;
    else if (segment.value.trim() !== '') {
      if (breaks >= 2 && walk.role.role !== 'heading' && !walk.cell) close();
      breaks = 0;
    }
    part.push(segment);
  }
  close();
}
