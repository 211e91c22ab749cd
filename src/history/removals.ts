/** Tells whether a charter that a commit adds was there once before, from the removals that the walk has yet to reach. */
import type { Version } from '../model/history.ts';

export interface RemovalWatch {
  /** To be told of every version of the walk, in its order. */
  pass(version: Version): void;
  wasThere(version: Version): Promise<boolean>;
}

/** `removalsBefore` gives the files removed by commits before one; it is asked once, and only where it must be. */
export function watchRemovals(removalsBefore: (commit: string) => Promise<readonly string[]>): RemovalWatch {
  let left: Map<string, number> | undefined;
  return {
    pass: ({ file, blob, renamedTo }) => {
      if (blob !== undefined || renamedTo !== undefined) return;
      const count = left?.get(file);
      if (count !== undefined) left?.set(file, count - 1);
    },
    wasThere: async ({ commit, file }) => {
      if (commit.parents.length === 0) return false;
      if (!left) {
        left = new Map();
        for (const removed of await removalsBefore(commit.id))
          left.set(removed, (left.get(removed) ?? 0) + 1);
      }
      return (left.get(file) ?? 0) > 0;
    },
  };
}
