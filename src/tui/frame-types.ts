/** What a screen is, ready to paint: lines of styled runs, wrapped, cut to the terminal and safe for it. */
import type { Style } from '../present/style.ts';
import type { Run } from '../text/wrap.ts';

/** Meanings, painted by a palette. */
export type UiStyle =
  | Style
  /** The header. */
  | 'bar'
  | 'bar-strong'
  /** The bottom line. */
  | 'key'
  | 'hint'
  | 'prompt'
  | 'notice'
  | 'failure'
  /** The cursor's bar, and the rest of its item. */
  | 'cursor'
  | 'cursor-item'
  | 'selected'
  | 'heading';

export interface FrameRun extends Run {
  readonly style?: UiStyle;
  /** Found by the search; `current` where the cursor is. */
  readonly match?: 'other' | 'current';
}

export type FrameLine = readonly FrameRun[];

/** Exactly `rows - 1` lines, none wider than `columns` display cells, nothing in them that can steer a terminal. */
export interface Frame {
  readonly columns: number;
  readonly rows: number;
  readonly lines: readonly FrameLine[];
}
