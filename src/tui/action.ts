/** Everything that can happen to the UI, and everything that it can ask for, as data. */
import type { KeyTextId } from '../messages/tui.ts';
import type { DiffView } from '../present/diff-view.ts';

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
  /** Answers `copy`: whether the terminal was given the text. */
  | { readonly type: 'copied'; readonly done: boolean }
  /** Answers `edit`; `reason` where the editor could not be run: no editor is set, or its own failure. */
  | { readonly type: 'edited'; readonly reason?: 'no-editor' | 'no-file' | 'failed' }
  /** After `suspend`, when the program runs again. */
  | { readonly type: 'resumed' };

/** What the reducer cannot do itself; the program does it and dispatches the answer. */
export type Effect =
  | { readonly kind: 'quit'; readonly interrupted: boolean }
  | { readonly kind: 'suspend' }
  /** Compare the entry's two sides, `b` with `a` where `swapped`. */
  | { readonly kind: 'load'; readonly entry: number; readonly swapped: boolean }
  /** Put Markdown on the clipboard. */
  | { readonly kind: 'copy'; readonly text: string }
  /** Open the file, as the diff's address names it, at the line (from 1) where it is known. */
  | { readonly kind: 'edit'; readonly file: string; readonly line?: number };
