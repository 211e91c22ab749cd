/** Two sides of one paragraph beside one another, each wrapped in its own column. */
import type { FrameLine } from '../frame-types.ts';
import { addTag, beside, wrap } from './lines.ts';

/** Cells between the columns. */
const between = 3;

export interface SidesOptions {
  readonly width: number;
  readonly tag?: FrameLine;
}

export function sideWidths(width: number): readonly [left: number, right: number] {
  const left = Math.floor((width - between) / 2);
  return [left, width - between - left];
}

export function sidesOf(a: FrameLine, b: FrameLine, { width, tag = [] }: SidesOptions): FrameLine[] {
  const [left, right] = sideWidths(width);
  const lines = { a: wrap(a, left), b: addTag(wrap(b, right), tag, right) };
  return beside(
    [
      { lines: lines.a, width: left },
      { lines: lines.b, width: right },
    ],
    between,
  );
}
