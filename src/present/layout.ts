/** Lays spans out in lines: a gutter with its sign, wrapped text, and a tag at the right edge. */
import { wrapRuns } from '../text/wrap.ts';
import { type Line, lineWidth, type Span, type Style, span } from './style.ts';

/** Wider terminals get no longer lines: such lines are hard to read. */
const widest = 120;
const gutterWidth = 4;
const gap = 2;

/** Where lines end; `width` is absent where lines are not wrapped. */
export interface Frame {
  readonly width: number | undefined;
}

export function frameOf(width: number | undefined): Frame {
  return { width: width === undefined ? undefined : Math.max(20, Math.min(width, widest)) };
}

export const signs = {
  added: '+',
  removed: '−',
  changed: '~',
  moved: '»',
  split: '⑂',
  joined: '⑃',
  rest: '⋯',
} as const;
export type Sign = keyof typeof signs;

const signStyles: Readonly<Partial<Record<Sign, Style>>> = { added: 'new', removed: 'gone' };

export interface Entry {
  readonly sign?: Sign;
  readonly body: Line;
  /** Stands at the right edge of the last line, or on a line of its own. */
  readonly tag?: Line;
}

/** ` ~  text …                class` */
export function layEntry(entry: Entry, frame: Frame): Line[] {
  return withGutter(entry.sign, layTagged(entry.body, entry.tag, innerFrame(frame)));
}

export function innerFrame(frame: Frame): Frame {
  return { width: frame.width === undefined ? undefined : frame.width - gutterWidth };
}

/** Puts the sign before the first line, and its room before the others. */
export function withGutter(sign: Sign | undefined, lines: readonly Line[]): Line[] {
  const room = span(' '.repeat(gutterWidth));
  return lines.map((line, index) =>
    index === 0 && sign
      ? [span(' '), span(signs[sign], signStyles[sign]), span('  '), ...line]
      : [room, ...line],
  );
}

/** Wrapped text with a tag at the right edge of its last line. */
export function layTagged(body: Line, tag: Line | undefined, frame: Frame): Line[] {
  if (frame.width === undefined) return [onOneLine(tag ? [...body, span('  '), ...tag] : body)];
  const lines: Line[] = wrapRuns(body, frame.width);
  return tag ? addTag(lines, tag, frame.width) : lines;
}

/** Adds a tag to the last of some lines, at the right edge. */
export function addTag(lines: readonly Line[], tag: Line, width: number): Line[] {
  const last = lines.at(-1) ?? [];
  const room = width - lineWidth(last) - lineWidth(tag);
  if (room >= gap) return [...lines.slice(0, -1), [...last, span(' '.repeat(room)), ...tag]];
  const own = wrapRuns(tag, width).map((line) => [
    span(' '.repeat(Math.max(0, width - lineWidth(line)))),
    ...line,
  ]);
  return [...lines, ...own];
}

/** Left and right on one line where there is room for both, else absent. */
export function sideBySide(left: Line, right: Line, frame: Frame): Line | undefined {
  if (frame.width === undefined) return [...left, span('  '), ...right];
  const room = frame.width - lineWidth(left) - lineWidth(right);
  return room < gap ? undefined : [...left, span(' '.repeat(room)), ...right];
}

function onOneLine(line: Line): Line {
  return line.map((part) =>
    part.text.includes('\n') ? { ...part, text: part.text.replace(/\n/g, ' ') } : part,
  );
}

/** Cells of one line laid beside those of others: each cell wrapped in its own width, the last one tagged. */
export function layColumns(
  cells: readonly { readonly line: Line; readonly width: number }[],
  rightGap = gap,
): Line[] {
  const wrapped = cells.map((cell) => wrapRuns(cell.line, cell.width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    cells.flatMap((cell, index): Span[] => {
      const line = wrapped[index]?.[row] ?? [];
      const last = index === cells.length - 1;
      return last ? line : [...line, span(' '.repeat(Math.max(0, cell.width - lineWidth(line)) + rightGap))];
    }),
  );
}
