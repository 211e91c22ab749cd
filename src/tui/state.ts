/** The whole state of the UI as readonly data: what is compared, which screen is shown, and where its reader is. */
import type { NoticeText } from '../messages/tui.ts';
import type { ChangeClass, Day } from '../model/charter.ts';
import type { Language } from '../model/language.ts';
import type { DiffView } from '../present/diff-view.ts';
import type { Effect } from './action.ts';
import type { Origins } from './blame/origins.ts';
import type { Book } from './book/book.ts';
import type { Board, DriftSession } from './drift/board.ts';
import type { DecisionPrompt } from './drift/decision.ts';
import type { Queue, ReviewSession } from './review/queue.ts';
import type { ReasonPrompt } from './review/reason.ts';
import type { Timeline } from './timeline/timeline.ts';
import type { Visit } from './timeline/visit.ts';

/** One comparison of the session, loaded or not yet. */
export interface Entry {
  /** As its reader calls it: a portal, or `a → b`. */
  readonly name: string;
  readonly language?: string;
  readonly template?: string;
  readonly captured?: Day;
  /** Rows of all its cookie tables. */
  readonly cookies?: number;
  /** False where there is nothing to compare it with: it follows no template. */
  readonly comparable: boolean;
  readonly view?: DiffView;
  /** The comparison the other way round, once it was asked for. */
  readonly mirror?: DiffView;
  /** True while the answer to a `load` is awaited. */
  readonly loading?: true;
  /** Why it could not be compared. */
  readonly failure?: string;
}

/**
 * `diff` opens on its first comparison, `charters` on the overview, `history` on the versions of `charters`,
 * `blame` on where the words of the one of them come from, `drift` on the matrix of its entries and their templates, `review`
 * on the queue of what a request brings; its entries are the charters that it changes.
 */
export interface Session {
  readonly kind: 'diff' | 'charters' | 'history' | 'blame' | 'drift' | 'review';
  readonly entries: readonly Entry[];
  /** As a command names them; none for all. */
  readonly charters?: readonly string[];
  /** What a session of drift opens with. */
  readonly drift?: DriftSession;
  /** What a session of review opens with. */
  readonly review?: ReviewSession;
}

export interface Terminal {
  readonly columns: number;
  readonly rows: number;
}

export const palettes = ['default', 'red-green', 'monochrome'] as const;
export type Palette = (typeof palettes)[number];

export interface Settings {
  readonly language: Language;
  readonly palette: Palette;
  /** False for `NO_COLOR` and the like: attributes only, changed words between marks. */
  readonly color: boolean;
  readonly ground: 'dark' | 'light';
}

export type ScreenName =
  | 'overview'
  | 'text'
  | 'table'
  | 'detail'
  | 'help'
  | 'history'
  | 'blame'
  | 'drift'
  | 'findings'
  | 'review'
  | 'review-item';

export type LayoutChoice = 'auto' | 'split' | 'stacked';

/**
 * A place in a list of items that survives resizing, folding and filtering: no row numbers. `at` is the item's
 * ordinal in the complete list, `portion` how far inside it (from 0 to 1), `lead` how many rows are shown above.
 */
export interface Place {
  readonly at: number;
  readonly portion: number;
  readonly lead: number;
}

/** First and last ordinal, both included. */
export type Span = readonly [from: number, to: number];

/** How the reader wants to see a comparison; kept when the screen changes. */
export interface Reading {
  /** Classes shown as changes; absent where the comparison's own choice holds. */
  readonly classes?: ReadonlySet<ChangeClass>;
  /** Unchanged blocks folded. */
  readonly folded: boolean;
  /** Unchanged blocks shown around each change. */
  readonly context: number;
  /** First and last ordinals of items shown in full though they would be folded. */
  readonly opened: readonly Span[];
}

export interface SearchState {
  readonly query: string;
  /** Ordinals of the items that hold it, on the screen it was asked on. */
  readonly matches: readonly number[];
  readonly screen: ScreenName;
}

export type Prompt =
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'filter'; readonly chosen: number }
  | DecisionPrompt
  | ReasonPrompt;

/** Codes of what the bottom line says once; the sentences are in the messages. */
export type Notice =
  | { readonly code: 'message'; readonly text: string }
  | { readonly code: NoticeText; readonly value?: string };

/** Where the reader is on each screen of one comparison. */
export interface Position {
  readonly text: Place;
  readonly table: Place;
  readonly detail: Place;
  /** First scrolled column of the table, from 0. */
  readonly column: number;
  /** Index into the diff's changes; absent where the cursor is on none. */
  readonly change?: number;
}

export interface UiState {
  readonly session: Session;
  readonly terminal: Terminal;
  readonly settings: Settings;
  /** The shown screen is the last; `back` takes it away unless it is the only one. */
  readonly screens: readonly ScreenName[];
  /** Index of the comparison that is shown or would be opened. */
  readonly entry: number;
  readonly swapped: boolean;
  /** True while the other way round is awaited. */
  readonly swapping?: true;
  /** What is derived from the shown comparison and the reading of it; absent until it is loaded. */
  readonly book?: Book;
  readonly position: Position;
  readonly overview: Place;
  readonly timeline?: Timeline;
  readonly origins?: Origins;
  readonly board?: Board;
  readonly queue?: Queue;
  /** Fingerprint of the change at which the awaited comparison is to open. */
  readonly goal?: string;
  /** Versions that are compared, in the place of the session's own comparison. */
  readonly visit?: Visit;
  readonly help: Place;
  readonly reading: Reading;
  readonly layout: LayoutChoice;
  /** Beside the text where there is room, else over it. */
  readonly outline: { readonly beside: boolean; readonly over: boolean; readonly place: Place };
  readonly focus: 'main' | 'outline';
  readonly search?: SearchState;
  readonly prompt?: Prompt;
  readonly notice?: Notice;
  /** To be done once, after the action that asked for them; each state has only its own. */
  readonly effects: readonly Effect[];
}
