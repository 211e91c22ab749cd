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

function chunkPieces(lines: readonly string[], line: number): TextPiece[] {
  const items = itemsOf(lines, line);
  if (items !== undefined) return items;
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
  const lengths = lines.map((line) => line.trimEnd().length);
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (width > 200) return false;
  return lines.slice(1).every((line, index) => {
    const word = /^\S+/.exec(line.trimStart())?.[0] ?? '';
    return (lengths[index] ?? 0) + 1 + word.length > width - 1;
  });
}

/** Items where the first line has a mark (a lone numbered line is left to the headings); lines without one go on. */
function itemsOf(lines: readonly string[], line: number): TextPiece[] | undefined {
  const first = listMark.exec(lines[0] ?? '');
  if (first === null || (first[3] !== undefined && lines.length === 1)) {
    const mark = lines.findIndex((text) => listMark.test(text));
    if (mark <= 0 || lines.slice(mark).some((text) => !listMark.test(text))) return undefined;
    const head = chunkPieces(lines.slice(0, mark), line);
    return [
      ...head,
      ...(itemsOf(lines.slice(mark), line + mark) ?? chunkPieces(lines.slice(mark), line + mark)),
    ];
  }
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
