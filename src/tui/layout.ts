/** How a terminal's cells are shared out: header, outline, text in one column or two, bottom line. */
import type { LayoutChoice, ScreenName, Terminal, UiState } from './state.ts';

export const smallest: Terminal = { columns: 60, rows: 15 };
/** From here on the outline stands beside the text, and tables are grids. */
const roomForOutline = 100;
/** From here on the two sides stand beside one another. */
const roomForSides = 160;
/** Longer lines are hard to read. */
const widestText = 120;
const widestOutline = 30;
const leastOutline = 24;
const headerRows = 2;
const footerRows = 1;
/** The last row of the terminal stays free: a full-height frame makes some terminals scroll. */
const freeRows = 1;

export interface Layout {
  readonly columns: number;
  /** Rows between header and bottom line. */
  readonly body: number;
  readonly outline: 'beside' | 'over' | 'none';
  readonly outlineWidth: number;
  /** Cells of what stands beside the outline. */
  readonly main: number;
  readonly split: boolean;
  /** Cells of running text in one column. */
  readonly text: number;
  /** Table rows as cards. */
  readonly cards: boolean;
}

/** Body rows from which on what the chosen version changed stands below the timeline, and its share of them. */
const roomForPreview = 16;
const previewShare = 3;
const tallestPreview = 12;

/** Rows for what the chosen version changed, its rule included; 0 where there is no room. */
export function previewRows({ body }: Pick<Layout, 'body'>): number {
  return body < roomForPreview ? 0 : Math.min(tallestPreview, Math.floor(body / previewShare));
}

export function isTooSmall({ columns, rows }: Terminal): boolean {
  return columns < smallest.columns || rows < smallest.rows;
}

export function layoutOf(state: Pick<UiState, 'terminal' | 'layout' | OutlineKeys>): Layout {
  const { columns, rows } = state.terminal;
  const outline = outlineOf(state);
  const share = Math.max(leastOutline, Math.floor(columns / (outline === 'over' ? 1.5 : 5)));
  const outlineWidth = outline === 'none' ? 0 : Math.min(widestOutline, share);
  const main = outline === 'beside' ? columns - outlineWidth - 1 : columns;
  return {
    columns,
    body: Math.max(1, rows - freeRows - headerRows - footerRows),
    outline,
    outlineWidth,
    main,
    split: choose(state.layout, columns >= roomForSides),
    text: Math.min(main, widestText),
    cards: !choose(state.layout, columns >= roomForOutline),
  };
}

function choose(layout: LayoutChoice, auto: boolean): boolean {
  return layout === 'auto' ? auto : layout === 'split';
}

type OutlineKeys = 'outline' | 'focus' | 'screens';

/** What has the focus is always shown. */
function outlineOf(state: Pick<UiState, 'terminal' | OutlineKeys>): Layout['outline'] {
  const { terminal, outline, screens } = state;
  if (!isReading(screens.at(-1))) return 'none';
  const focused = isInOutline(state);
  if (terminal.columns < roomForOutline) return outline.over || focused ? 'over' : 'none';
  return outline.beside || focused ? 'beside' : 'none';
}

/** Whether keys go to the outline rather than to the text. */
export function isInOutline({ focus, screens }: Pick<UiState, 'focus' | 'screens'>): boolean {
  return focus === 'outline' && isReading(screens.at(-1));
}

/** Screens that have an outline. */
export function isReading(screen: ScreenName | undefined): boolean {
  return screen === 'text' || screen === 'table';
}
