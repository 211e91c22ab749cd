/** What a merge made of a charter, told by what its sides have in common. */
import type { Place, Version } from './history.ts';

/**
 * A version by which a merge left a charter as one side had it, though another side had changed it. It may turn out
 * that nothing of those changes is missing.
 */
export interface TakenVersion extends Version {
  readonly taken: true;
}

export function isTaken(version: Version): version is TakenVersion {
  return 'taken' in version;
}

/**
 * What a commit has in common with others: usually one text. Several, where their histories crossed, stand for what a
 * merge of them would say; that is told by what each of them has in common with those ahead of it.
 */
export interface Common<Text> {
  /** Undefined where the charter was not there; none at all where a shallow clone hides them. */
  readonly texts: readonly (Text | undefined)[];
  /** For each text but the first; none where that was not looked for. */
  readonly earlier: readonly Common<Text>[];
}

export interface MergeGround {
  /** For each version before but the first, what its side has in common with those ahead of it. */
  readonly bases: readonly Common<Place>[];
  /** The sides that had removed the charter, which the merge kept. */
  readonly removedIn: readonly string[];
}
