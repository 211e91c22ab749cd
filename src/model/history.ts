/** What git remembers of the charters: commits, and each file as one commit left it. */

export interface Author {
  readonly name: string;
  readonly email: string;
}

export interface HistoryCommit {
  /** Git's object id. */
  readonly id: string;
  /** In git; where one charter is followed, the commits of its versions before, on each side that has one. */
  readonly parents: readonly string[];
  readonly author: Author;
  /** ISO 8601 with its own offset: `2026-03-09T14:05:00+01:00`. */
  readonly authored: string;
  readonly committed: string;
  /** The first paragraph of its message on one line. */
  readonly subject: string;
  /** In the order of the message; a key may come again. */
  readonly trailers: readonly Trailer[];
  /** True where a `Change:` line anywhere in its message, as a squash leaves them, says other than technical. */
  readonly statesContent?: true;
  /** True where it has more than one parent in git. */
  readonly merge: boolean;
  /** True where a shallow clone ends: what came before is not known here. */
  readonly boundary?: true;
}

export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/** A file's contents; `file` is from the charter repository's root, with `/`. */
export interface Place {
  readonly file: string;
  readonly blob: string;
}

/** What a file was in one parent of the commit; under another name where the commit renamed it. */
export interface Earlier extends Place {
  /** Of the commit's `parents`; absent where a shallow clone or a range cut it off. */
  readonly parent?: string;
}

/**
 * One charter file as one commit left it. Of a merge only what differs from every parent, in contents or by being
 * there at all.
 */
export interface Version {
  readonly commit: HistoryCommit;
  readonly file: string;
  /** Absent where the commit removed the file. */
  readonly blob?: string;
  /** One for each parent that had the file; none where the commit made it. */
  readonly before: readonly Earlier[];
  /** Where the commit removed the file by renaming it: its new name. */
  readonly renamedTo?: string;
  /** Where one id is followed, and the commit gave the charter another one: what it became. */
  readonly successor?: Place;
}

/** Some versions in the order of the walk: newest first. */
export interface HistoryPage {
  readonly versions: readonly Version[];
  /** On the last page, where a shallow clone hides what is older. */
  readonly shallow?: true;
}
