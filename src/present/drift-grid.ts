/** Lays a matrix out in the width there is: heads are shortened or numbered with a legend, never cut unsaid. */
import { displayWidth, takeCells } from '../text/width.ts';
import { wrapRuns } from '../text/wrap.ts';
import { type Line, lineWidth, type Span, span } from './style.ts';

export interface GridRow {
  readonly name: Span;
  /** One a column. */
  readonly cells: readonly Span[];
  /** Stands right of all columns. */
  readonly end: Span;
}

export interface Grid {
  readonly heads: readonly string[];
  readonly rows: readonly GridRow[];
}

export interface LaidGrid {
  readonly lines: readonly Line[];
  /** Heads that do not say their column's whole name, with that name. */
  readonly legend: readonly (readonly [short: string, full: string])[];
}

const gap = 2;
const shortestHead = 4;
/** Wider names stand on a line of their own, so that they leave room for the columns. */
const widestName = 32;

interface Plan {
  readonly heads: readonly string[];
  readonly nameWidth: number;
  readonly endWidth: number;
}

export function layGrid({ heads: labels, rows }: Grid, width: number | undefined): LaidGrid {
  // Signs that nobody sees are shown by their numbers, which take room.
  const grid = { heads: labels.map((label) => span(label).text), rows };
  const cells = grid.heads.map((_, index) => widest(grid.rows.map((row) => row.cells[index])));
  const endWidth = widest(grid.rows.map(({ end }) => end));
  const most =
    width === undefined ? Number.POSITIVE_INFINITY : width - endWidth - Math.max(0, ...cells) - 2 * gap;
  const nameWidth = widestNameOf(grid.rows, Math.min(most, (width ?? most) / 2, widestName));
  const room = width === undefined ? Number.POSITIVE_INFINITY : width - nameWidth - (endWidth + gap);
  const heads = fitHeads(grid.heads, { cells, room, least: shortestHead }) ?? shortest(grid.heads);
  const legend = heads.flatMap((head, index): [string, string][] => {
    const full = grid.heads[index] ?? '';
    return head === full ? [] : [[head, full]];
  });
  const plan = { heads, nameWidth, endWidth };
  const widths = heads.map((head, index) => Math.max(displayWidth(head), cells[index] ?? 0));
  const lines = partsOf(widths, room).flatMap((part, index, parts) => [
    ...(index === 0 ? [] : [[]]),
    ...layPart(grid, plan, { part, widths, width, last: index === parts.length - 1 }),
  ]);
  return { lines, legend };
}

function widest(spans: readonly (Span | undefined)[]): number {
  return spans.reduce((most, one) => Math.max(most, displayWidth(one?.text ?? '')), 0);
}

function widestNameOf(rows: readonly GridRow[], limit: number): number {
  const fitting = rows.map(({ name }) => displayWidth(name.text)).filter((cells) => cells <= limit);
  return Math.max(1, ...fitting);
}

interface HeadSpace {
  /** Of the widest cell of each column. */
  readonly cells: readonly number[];
  /** For all columns, each with the gap before it. */
  readonly room: number;
  /** Heads are not shortened below. */
  readonly least: number;
}

/** Whole; else the longest shortened, as little as is needed and never two alike; absent where that is not enough. */
export function fitHeads(
  labels: readonly string[],
  { cells, room, least }: HeadSpace,
): readonly string[] | undefined {
  const heads = [...labels];
  const widthOf = (index: number): number => displayWidth(heads[index] ?? '');
  let over =
    heads.reduce((sum, _, index) => sum + gap + Math.max(widthOf(index), cells[index] ?? 0), 0) - room;
  while (over > 0) {
    const order = heads.map((_, index) => index).sort((one, other) => widthOf(other) - widthOf(one));
    const found = order.find((index) => {
      const shorter = shorten(labels[index] ?? '', widthOf(index) - 1);
      return widthOf(index) > Math.max(least, cells[index] ?? 0) && !heads.includes(shorter);
    });
    if (found === undefined) return undefined;
    heads[found] = shorten(labels[found] ?? '', widthOf(found) - 1);
    over -= 1;
  }
  return heads;
}

/** Numbers, but where a label is as short. */
function shortest(labels: readonly string[]): readonly string[] {
  const numbers = labels.map((_, index) => String(index + 1));
  const room = (heads: readonly string[]): number => heads.reduce((sum, head) => sum + displayWidth(head), 0);
  return room(labels) <= room(numbers) ? labels : numbers;
}

export function shorten(label: string, limit: number): string {
  return displayWidth(label) <= limit ? label : `${takeCells(label, limit - 1)[0].trimEnd()}.`;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** As many columns beside one another as there is room for, one at least. */
function partsOf(widths: readonly number[], room: number): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let used = 0;
  widths.forEach((width, index) => {
    if (index > from && used + gap + width > room) {
      parts.push({ from, to: index });
      from = index;
      used = 0;
    }
    used += gap + width;
  });
  return [...parts, { from, to: widths.length }];
}

interface PartOptions {
  readonly part: Part;
  readonly widths: readonly number[];
  readonly width: number | undefined;
  readonly last: boolean;
}

function layPart({ heads, rows }: Grid, plan: Plan, { part, widths, width, last }: PartOptions): Line[] {
  const { from, to } = part;
  const columns = widths.slice(from, to);
  const blank = span(' '.repeat(plan.nameWidth));
  const shown = plan.heads.slice(from, to).map((head) => span(head, 'strong'));
  const lines: Line[] = heads.length === 0 ? [] : [[blank, ...laySpans(shown, columns)]];
  for (const { name, cells, end } of rows) {
    const laid = laySpans(cells.slice(from, to), columns);
    const room = plan.nameWidth - displayWidth(name.text);
    const rest = last ? [span(' '.repeat(gap + plan.endWidth - displayWidth(end.text))), end] : [];
    if (room >= 0) lines.push([name, span(' '.repeat(room)), ...laid, ...rest]);
    else lines.push(...(width === undefined ? [[name]] : wrapRuns([name], width)), [blank, ...laid, ...rest]);
  }
  return lines.map(trimLine);
}

function laySpans(spans: readonly Span[], widths: readonly number[]): Span[] {
  return spans.flatMap((one, index) => [
    span(' '.repeat(gap)),
    one,
    span(' '.repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(one.text)))),
  ]);
}

/** Without the blank spans at its end. */
function trimLine(line: Line): Line {
  let end = line.length;
  while (end > 0 && (line[end - 1]?.text ?? '').trim() === '') end -= 1;
  return end === line.length ? line : lineWidth(line.slice(0, end)) === 0 ? [] : line.slice(0, end);
}
