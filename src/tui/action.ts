/** Everything that can happen to the UI, and everything that it can ask for, as data. */
import type { KeyTextId } from '../messages/tui.ts';
import type { BlameView } from '../present/blame-view.ts';
import type { DiffView } from '../present/diff-view.ts';
import type { DriftView } from '../present/drift-view.ts';
import type { Deed } from './drift/decision.ts';
import type { VersionRow } from './timeline/timeline.ts';
import type { VersionPair } from './timeline/visit.ts';

/**
 * One key as the terminal sent it. `name` is the character itself (`j`, `G`, `]`, `?`), or one of `up` `down` `left`
 * `right` `enter` `escape` `tab` `shift-tab` `backspace` `delete` `space` `page-up` `page-down` `home` `end`, or
 * `ctrl-` and a small letter. `text` is what it types into a prompt: printable characters, `space` too.
 */
export interface KeyPress {
  readonly name: string;
  readonly text?: string;
}

/** What a key can ask for; each stands in the keymap and has its words. */
export { type KeyTextId as CommandName, keyTexts as commandNames } from '../messages/tui.ts';

export type Action =
  | { readonly type: KeyTextId }
  /** A printable character inside a prompt. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'resize'; readonly columns: number; readonly rows: number }
  /** Answers `load`: the comparison as asked for. */
  | { readonly type: 'loaded'; readonly entry: number; readonly swapped: boolean; readonly view: DiffView }
  /** Answers `load`; `message` is a sentence in the reader's language. */
  | {
      readonly type: 'load-failed';
      readonly entry: number;
      readonly swapped: boolean;
      readonly message: string;
    }
  /** Answers `versions`: those that come next; `looked` where it is known what was looked at before. */
  | {
      readonly type: 'versions';
      readonly serial: number;
      readonly rows: readonly VersionRow[];
      readonly done: boolean;
      readonly shallow: boolean;
      readonly looked: boolean;
    }
  | { readonly type: 'versions-failed'; readonly serial: number; readonly message: string }
  /** Answers `blame`; `rows` are the versions of the view's units, in their order. */
  | {
      readonly type: 'blamed';
      readonly serial: number;
      readonly view: BlameView;
      readonly rows: readonly (VersionRow | undefined)[];
    }
  | { readonly type: 'blame-failed'; readonly serial: number; readonly message: string }
  /** Answers `preview`. */
  | { readonly type: 'previewed'; readonly key: string; readonly view: DiffView }
  | { readonly type: 'preview-failed'; readonly key: string; readonly message: string }
  /** Answers `compare`. */
  | {
      readonly type: 'compared';
      readonly pair: VersionPair;
      readonly swapped: boolean;
      readonly view: DiffView;
    }
  | {
      readonly type: 'compare-failed';
      readonly pair: VersionPair;
      readonly swapped: boolean;
      readonly message: string;
    }
  /** Answers `drift` and `decide`: the drift as it is now. */
  | { readonly type: 'drifted'; readonly views: readonly DriftView[]; readonly decision?: Decision }
  /** Answers `drift` and `decide`; `message` is a sentence in the reader's language. */
  | { readonly type: 'drift-failed'; readonly message: string }
  /** Answers `view`; `failure` is a sentence, where the marks could not be kept. */
  | { readonly type: 'view-kept'; readonly failure?: string }
  /** Answers `reason`: the findings for which one was written. */
  | { readonly type: 'reasons-written'; readonly ids: readonly string[] }
  /** Answers `reason`; `message` is a sentence in the reader's language. */
  | { readonly type: 'reasons-failed'; readonly message: string }
  /** Answers `copy`: whether the terminal was given the text, and what it is where it is no change. */
  | { readonly type: 'copied'; readonly done: boolean; readonly what?: string; readonly of?: CopiedKind }
  /** Answers `edit`; `reason` where the editor could not be run: no editor is set, or its own failure. */
  | { readonly type: 'edited'; readonly reason?: 'no-editor' | 'no-file' | 'failed' }
  /** After `suspend`, when the program runs again. */
  | { readonly type: 'resumed' };

/** A decision to be written into charters. */
export interface Decision {
  readonly deed: Deed;
  /** What the reference begins. */
  readonly named: string;
  readonly reference: string;
  /** An id, or `*` for all that say so. */
  readonly portals: string;
  /** How many they are. */
  readonly count: number;
  /** The reason of an agreement, the day of a correction. */
  readonly text: string;
}

/** A finding for which a reason is written. */
export interface Reasoned {
  readonly id: string;
  readonly charter: string;
  readonly reference: string;
}

/** What was copied where it is neither a change nor a commit. */
type CopiedKind = 'reference' | 'command';

/** What the reducer cannot do itself; the program does it and dispatches the answer. */
export type Effect =
  | { readonly kind: 'quit'; readonly interrupted: boolean }
  | { readonly kind: 'suspend' }
  /** Compare the entry's two sides, `b` with `a` where `swapped`. */
  | { readonly kind: 'load'; readonly entry: number; readonly swapped: boolean }
  /** Read further versions, from the newest on where the serial number is a new one; of all charters where none is named. */
  | { readonly kind: 'versions'; readonly serial: number; readonly charters: readonly string[] }
  /** Find where each piece of a charter has its words from. */
  | { readonly kind: 'blame'; readonly serial: number; readonly charter: string }
  /** Compare a version with the one before it, to tell its changes below the timeline. */
  | { readonly kind: 'preview'; readonly row: VersionRow }
  /** Compare two versions, the later with the earlier where `swapped`. */
  | { readonly kind: 'compare'; readonly pair: VersionPair; readonly swapped: boolean }
  /** Read the drift of all portals anew, after `decision` was written where there is one. */
  | { readonly kind: 'drift'; readonly decision?: Decision }
  /** Keep that findings or decisions of a review were viewed, or were not. */
  | { readonly kind: 'view'; readonly ids: readonly string[]; readonly viewed: boolean }
  /** Write a reason for findings of a review into the charters of the work tree. */
  | { readonly kind: 'reason'; readonly findings: readonly Reasoned[]; readonly text: string }
  /** Put a text on the clipboard; `what` says which. */
  | { readonly kind: 'copy'; readonly text: string; readonly what?: string; readonly of?: CopiedKind }
  /** Open the file, as the diff's address names it, at the line (from 1) where it is known. */
  | { readonly kind: 'edit'; readonly file: string; readonly line?: number };
