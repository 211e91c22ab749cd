/** Tells whether a charter that a commit adds was there once before, from the removals that the walk has yet to reach. */
import type { Version } from '../model/history.ts';

export interface RemovalWatch {
  /** To be told of every version of the walk, in its order. */
  pass(version: Version): void;
  wasThere(version: Version, id: string): Promise<boolean>;
}

/** A commit after which there was no charter of an id any more. */
export interface Removal {
  readonly commit: string;
  readonly id: string;
}

/**
 * `removalsBefore` gives those of the history of a commit, undefined where it has none; it is asked until it gives
 * some history, and only where it must be.
 */
export function watchRemovals(
  removalsBefore: (commit: string) => Promise<readonly Removal[] | undefined>,
): RemovalWatch {
  /** By commit, the ids. */
  let left: Map<string, string[]> | undefined;
  return {
    pass: ({ commit }) => {
      left?.delete(commit.id);
    },
    wasThere: async ({ commit }, id) => {
      if (!left) {
        const removals = await removalsBefore(commit.id);
        if (!removals) return false;
        left = new Map();
        for (const removal of removals)
          left.set(removal.commit, [...(left.get(removal.commit) ?? []), removal.id]);
      }
      return [...left.values()].some((ids) => ids.includes(id));
    },
  };
}
