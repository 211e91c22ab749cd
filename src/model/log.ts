/** What the versions of a charter say: an entry of the log for each, and the version of each piece of a text. */
import type { CharterDiff, Summary } from './change.ts';
import type { CharterDocument } from './charter.ts';
import type { HistoryCommit } from './history.ts';
import type { Problem } from './problem.ts';

/** Two versions of one charter and what differs between them. */
export interface VersionDiff {
  readonly diff: CharterDiff;
  readonly a: CharterDocument;
  readonly b: CharterDocument;
}

/**
 * `earliest`: what came before is beyond a shallow clone. `unreadable`: this version, or the one before it, is no
 * valid charter. `renamed`: the charter of that id ends here, as it was given another one.
 */
export type LogStatus =
  | 'changed'
  | 'added'
  | 'added-again'
  | 'removed'
  | 'renamed'
  | 'earliest'
  | 'unreadable';

/** Why an entry is folded: its commit says that it is technical, only form changed, or no text at all. */
export type FoldReason = 'technical' | 'form' | 'same';

/** What one commit made of one charter. */
export interface LogEntry {
  readonly commit: HistoryCommit;
  readonly status: LogStatus;
  /** Its id, `template:` before that of a template; the file's name where that cannot be read. */
  readonly charter: string;
  readonly file: string;
  /** Where the commit renamed it: what it was called before. */
  readonly former?: { readonly charter?: string; readonly file?: string };
  /** Of what was `renamed`: what it is called since. */
  readonly later?: { readonly charter?: string; readonly file?: string };
  /** Where both versions can be read: the changes that were asked for. */
  readonly comparison?: VersionDiff;
  /** Of a merge: against each further version before, the changes that leave out what that one alone had changed. */
  readonly dropped?: readonly VersionDiff[];
  /** Of a merge that kept the charter: the sides that had removed it, by the digits of their commits. */
  readonly removedIn?: readonly string[];
  /** Of a merge that did not keep them: the ids that sides had given it, each by the digits of its commit. */
  readonly renamedIn?: readonly { readonly charter: string; readonly side: string }[];
  /** Of a merge that did not keep them: the files that sides had moved it to, each by the digits of its commit. */
  readonly movedIn?: readonly { readonly file: string; readonly side: string }[];
  /** The charter that was added or removed, or is the earliest known. */
  readonly document?: CharterDocument;
  /** Why a version cannot be read, and which. */
  readonly unreadable?: { readonly side: 'before' | 'now'; readonly problems: readonly Problem[] };
  /** Of all changes, whatever was asked for. */
  readonly summary?: Summary;
  readonly fold?: FoldReason;
}

/** How many versions were folded, and how many changes of words the technical ones among them hold. */
export interface Folded {
  readonly reasons: Readonly<Record<FoldReason, number>>;
  readonly wording: number;
  readonly substantive: number;
}

/** What the log shows as one: all that a commit made, or the versions folded between two such. */
export type LogItem =
  | { readonly kind: 'commit'; readonly entries: readonly [LogEntry, ...LogEntry[]] }
  | { readonly kind: 'folded'; readonly folded: Folded };

export type UnitKind = 'title' | 'heading' | 'paragraph' | 'item' | 'row' | 'cell' | 'head' | 'variable';

/** What a version gave: known, not committed yet, or older than a shallow clone tells. */
export type BlameState = 'committed' | 'uncommitted' | 'boundary';

/** One piece of a charter with the version that gave it its present words. */
export interface BlamedUnit {
  readonly kind: UnitKind;
  readonly state: BlameState;
  /** The oldest known commit where `state` is `boundary`; absent where it is `uncommitted`. */
  readonly commit?: HistoryCommit;
  /** What the charter was called there, where it was called otherwise. */
  readonly former?: { readonly charter?: string; readonly file?: string };
  /** Index in the body. */
  readonly block?: number;
  /** Table id, index of the row, key of the column. */
  readonly table?: string;
  readonly row?: number;
  /** Also the name of a variable. */
  readonly column?: string;
  /** As it stands in the charter; of a row its name. */
  readonly text: string;
}
