/** What a merge made of a charter, told by what its sides have in common. */
import type { Version } from './history.ts';

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

export interface MergeGround {
  /**
   * For each version before but the first: the blobs of the charter in the commits that its side has in common with
   * those ahead of it, undefined where it was not there. No blob at all where a shallow clone hides them.
   */
  readonly bases: readonly (readonly (string | undefined)[])[];
  /** The sides that had removed the charter, which the merge kept. */
  readonly removedIn: readonly string[];
}
