/** Plain text to pieces: blank lines part paragraphs, list marks make items; nothing but autolinks is markup. */

import type { Heads } from './columns.ts';
import type { Log, PageReading, Piece, TextPiece } from './reading.ts';
import type { Segment } from './segments.ts';
import { linkTarget, writeLines, writeSegments } from './segments.ts';
import { findTextTables } from './text-tables.ts';

const autolink =
  /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{1,2000}|[^\s<>@]{1,200}@[^\s<>@]{1,200}\.[^\s<>@]{1,60})>/gi;
const listMark = /^([ \t]*)(?:([•·‣▪▫◦●○*+–—-])|(\d{1,3})[.)])[ \t]+(?=\S)/u;

export function readPlainText(text: string, log: Log, heads: Heads): PageReading {
  const lines = text.split('\n');
  const cell = (source: string): string => writeSegments(cellSegments(source));
  const tables = findTextTables(lines, log, { cell, heads, fences: false });
  for (const { from, to } of tables.regions) lines.fill('', from, to);
  const pieces: Piece[] = [...tables.pieces];
  let start = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (index < lines.length && (lines[index] ?? '').trim() !== '') continue;
    if (index > start)
      for (const piece of chunkPieces(lines.slice(start, index), start + 1)) pieces.push(piece);
    start = index + 1;
  }
  return { pieces: pieces.sort((a, b) => a.line - b.line) };
}

function inline(source: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const match of source.matchAll(autolink)) {
    const label = match[1] ?? '';
    const link = linkTarget(label.includes('@') && !/^[a-z]+:/i.test(label) ? `mailto:${label}` : label);
    if (link === undefined) continue;
    segments.push(
      { kind: 'text', value: source.slice(from, match.index) },
      { kind: 'text', value: label, link },
    );
    from = match.index + match[0].length;
  }
  segments.push({ kind: 'text', value: source.slice(from) });
  return segments;
}

/** A `<br>` in a cell is a break in any medium: no table of text can hold one otherwise. */
function cellSegments(source: string): Segment[] {
  return source
    .split(/<br\s*\/?>/i)
    .flatMap((part, index): Segment[] => [
      ...(index > 0 ? [{ kind: 'break', value: '\n' } as const] : []),
      ...inline(part),
    ]);
}

/** Lists, a lone numbered line left to the headings, and the lines before, between and after them. */
function chunkPieces(lines: readonly string[], line: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  const add = (more: readonly TextPiece[]): void => {
    for (const piece of more) pieces.push(piece);
  };
  let at = 0;
  for (const { from, to } of listsIn(lines)) {
    if (from > at) add(paragraphPieces(lines.slice(at, from), line + at));
    add(itemPieces(lines.slice(from, to), line + from));
    at = to;
  }
  if (at < lines.length) add(paragraphPieces(lines.slice(at), line + at));
  return pieces;
}

function paragraphPieces(lines: readonly string[], line: number): TextPiece[] {
  if (lines.length === 1 || isWrapped(lines))
    return [textPiece(lines.join('\n'), { role: 'paragraph', line })];
  return lines.map((text, index) => textPiece(text, { role: 'paragraph', line: line + index, chunk: line }));
}

function textPiece(source: string, shape: Omit<TextPiece, 'kind' | 'text' | 'lines'>): TextPiece {
  const segments = inline(source);
  return { kind: 'text', ...shape, text: writeSegments(segments), lines: writeLines(segments) };
}

/** Lines were wrapped at a width where no line could have taken in the first word of the next. */
function isWrapped(lines: readonly string[]): boolean {
  const goesOn = wrapsAt(lines);
  return lines.every((_, index) => index === 0 || goesOn(index));
}

/** Nobody wraps text at fewer characters, or at more. */
const wraps = { narrowest: 32, widest: 200 };

/** Whether the line of that index goes on with the one before, which had no room left for its first word. */
function wrapsAt(lines: readonly string[]): (index: number) => boolean {
  const lengths = lines.map((line) => line.trimEnd().length);
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  const isWidth = width >= wraps.narrowest && width <= wraps.widest;
  return (index) => {
    const word = /^\S+/.exec((lines[index] ?? '').trimStart())?.[0] ?? '';
    return isWidth && (lengths[index - 1] ?? 0) + 1 + word.length > width - 1;
  };
}

interface ListLines {
  readonly from: number;
  readonly to: number;
}

/** The runs of lines that are lists; a mark in the middle of wrapped lines is none, nor is a number that stands alone. */
function listsIn(lines: readonly string[]): ListLines[] {
  const goesOn = wrapsAt(lines);
  const marked = lines.map((text) => listMark.exec(text));
  const lastUnmarked = marked.lastIndexOf(null);
  const lists: ListLines[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const mark = marked[from];
    if (!mark || (from > 0 && from < lastUnmarked && goesOn(from))) continue;
    let to = from + 1;
    while (to < lines.length && (marked[to] || goesOn(to) || isInside(lines[to] ?? '', mark[1] ?? '')))
      to += 1;
    if (mark[3] === undefined || to > from + 1) lists.push({ from, to });
    from = to - 1;
  }
  return lists;
}

/** Further in than the mark, or no beginning of a sentence. */
function isInside(text: string, indent: string): boolean {
  return (/^[ \t]*/.exec(text)?.[0].length ?? 0) > indent.length || /^\p{Ll}/u.test(text);
}

/** One item a mark; lines without one go on. */
function itemPieces(lines: readonly string[], line: number): TextPiece[] {
  const drafts: { indent: number; number: number | undefined; text: string; line: number }[] = [];
  lines.forEach((text, index) => {
    const mark = listMark.exec(text);
    const last = drafts.at(-1);
    if (mark === null && last !== undefined) last.text += `\n${text}`;
    else if (mark !== null)
      drafts.push({
        indent: (mark[1] ?? '').length,
        number: mark[3] === undefined ? undefined : Number(mark[3]),
        text: text.slice(mark[0].length),
        line: line + index,
      });
  });
  const indents: number[] = [];
  return drafts.map(({ indent, number, text, line: at }) => {
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
    indents.push(indent);
    return textPiece(text, {
      role: 'item',
      depth: indents.length,
      line: at,
      ...(number === undefined ? {} : { ordered: true, number }),
    });
  });
}
