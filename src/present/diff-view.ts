/** What every output of `diff` is given: one comparison and how its reader wants to see it. */
import type { CharterDiff } from '../model/change.ts';
import type { ChangeClass, CharterDocument } from '../model/charter.ts';
import type { Language } from '../model/language.ts';

export interface DiffView {
  readonly diff: CharterDiff;
  readonly a: CharterDocument;
  readonly b: CharterDocument;
}

export interface DiffOptions {
  readonly language: Language;
  /** Display cells of a line; absent where lines are not wrapped. */
  readonly width: number | undefined;
  readonly color: boolean;
  /** Fold nothing. */
  readonly all: boolean;
  /** Changed paragraphs are shown whole, not only their changed sentences. */
  readonly whole?: boolean;
  /** Unchanged blocks shown around each change. */
  readonly context: number;
  /** For a voice: sentences, no signs, no wrapping. */
  readonly accessible?: boolean;
  /** Classes to show; all where absent. */
  readonly only?: ReadonlySet<ChangeClass>;
}

/** The name of a side as its reader asked for it: `normandie@HEAD~3`. */
export function sideName(side: CharterDiff['a']): string {
  return side.revision === undefined ? side.charter : `${side.charter}@${side.revision}`;
}
