/** Lines by display cells: measured, cut, filled, put beside one another. */
import { span } from '../../present/style.ts';
import { displayWidth, takeCells } from '../../text/width.ts';
import { wrapRuns } from '../../text/wrap.ts';
import type { FrameLine, FrameRun, UiStyle } from '../frame-types.ts';

const gap = 2;

/** Text of the tool or of a charter, safe for a terminal. */
export function run(text: string, style?: UiStyle): FrameRun {
  const safe = span(text).text;
  return style ? { text: safe, style } : { text: safe };
}

/** The same on one line, whatever breaks it holds. */
export function flatRun(text: string, style?: UiStyle): FrameRun {
  return run(text.replace(/\s*\n\s*/g, ' '), style);
}

export function cells(line: FrameLine): number {
  return line.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

export function blank(width: number, style?: UiStyle): FrameRun {
  return run(' '.repeat(Math.max(0, width)), style);
}

/** At most `width` cells; what is left out is told by `…`. */
export function cut(line: FrameLine, width: number): FrameLine {
  if (cells(line) <= width) return line;
  const kept: FrameRun[] = [];
  let room = Math.max(0, width - 1);
  for (const part of line) {
    const [taken] = takeCells(part.text, room);
    if (taken !== '') kept.push({ ...part, text: taken });
    room -= displayWidth(taken);
    if (taken.length < part.text.length) break;
  }
  return width > 0 ? [...kept, run('…', kept.at(-1)?.style)] : [];
}

/** Neighbours of one style as one run. */
export function mergeRuns(line: FrameLine): FrameLine {
  const merged: FrameRun[] = [];
  for (const { text, style, match } of line) {
    const last = merged.at(-1);
    if (last && last.style === style && last.match === match)
      merged[merged.length - 1] = { ...last, text: last.text + text };
    else merged.push({ text, ...(style ? { style } : {}), ...(match ? { match } : {}) });
  }
  return merged;
}

/** What stands close to the word before it, and apart from it for the eye. */
const leaning = /^[\s,.;:!?…)\]»¶]/;

/** Old and new words that touch get a space between them: colours alone would not part them. */
export function partWords(line: FrameLine): FrameLine {
  return line.flatMap((part, index): FrameRun[] => {
    const next = line[index + 1];
    const touches =
      part.style === 'removed' &&
      next?.style === 'added' &&
      !part.mark &&
      !/\s$/.test(part.text) &&
      !leaning.test(next.text);
    return touches ? [part, run(' ')] : [part];
  });
}

/** The same of a line with a tag at its right edge, which stays there as long as there is room. */
export function partTagged(line: FrameLine, width: number): FrameLine {
  const parted = partWords(line);
  const over = cells(parted) - width;
  const at = parted.findLastIndex(({ text }, index) => index > 2 && /^ {2,}$/.test(text));
  if (over <= 0 || at < 0) return parted;
  return parted.map((part, index) => (index === at ? blank(Math.max(1, part.text.length - over)) : part));
}

/** What is left of a line after its first cells; a wide character that they cut in two leaves a space. */
export function dropCells(line: FrameLine, count: number): FrameLine {
  const kept: FrameRun[] = [];
  let left = count;
  for (const part of line) {
    const width = displayWidth(part.text);
    if (left <= 0) kept.push(part);
    else if (width > left) {
      const [taken, rest] = takeCells(part.text, left, true);
      const over = displayWidth(taken) - left;
      kept.push({ ...part, text: ' '.repeat(Math.max(0, over)) + rest });
    }
    left -= width;
  }
  return kept;
}

/** Exactly `width` cells. */
export function fill(line: FrameLine, width: number, style?: UiStyle): FrameLine {
  const fitted = cut(line, width);
  const room = width - cells(fitted);
  return room > 0 ? [...fitted, blank(room, style)] : fitted;
}

/** Left and right at their edges; the left one is cut first. */
export function justify(
  left: FrameLine,
  right: FrameLine,
  { width, style }: { width: number; style?: UiStyle },
): FrameLine {
  const kept = cut(right, width);
  const room = width - cells(kept) - (kept.length > 0 ? gap : 0);
  if (room < 1) return fill(kept, width, style);
  const fitted = cut(left, room);
  return [...fitted, blank(width - cells(fitted) - cells(kept), style), ...kept];
}

/** Adds a tag at the right edge of the last line, or below it. */
export function addTag(lines: readonly FrameLine[], tag: FrameLine, width: number): FrameLine[] {
  if (tag.length === 0) return [...lines];
  const last = lines.at(-1) ?? [];
  const room = width - cells(last) - cells(tag);
  if (room >= gap) return [...lines.slice(0, -1), [...last, blank(room), ...tag]];
  const own = wrapRuns(tag, width).map((line): FrameLine => [blank(width - cells(line)), ...line]);
  return [...lines, ...own];
}

/** Columns of lines beside one another, each of its own width. */
export function beside(
  columns: readonly { readonly lines: readonly FrameLine[]; readonly width: number }[],
  between: number,
): FrameLine[] {
  const height = columns.reduce((most, { lines }) => Math.max(most, lines.length), 0);
  return Array.from({ length: height }, (_, row) =>
    columns.flatMap(({ lines, width }, index): FrameRun[] => {
      const line = lines[row] ?? [];
      if (index === columns.length - 1) return [...cut(line, width)];
      return [...fill(line, width), blank(between)];
    }),
  );
}

export function wrap(line: FrameLine, width: number): FrameLine[] {
  return wrapRuns(line, width);
}

/** Puts a sign in the gutter before the first line, and its room before the others. */
export function withGutter(sign: FrameRun | undefined, lines: readonly FrameLine[]): FrameLine[] {
  return lines.map((line, index) =>
    index === 0 && sign ? [sign, blank(gutter - displayWidth(sign.text)), ...line] : [blank(gutter), ...line],
  );
}

/** Cells of a sign and the space after it. */
export const gutter = 3;
