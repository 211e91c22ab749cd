/** Gathers the entries of a log by commit, and folds runs of those that say nothing new into counts. */
import type { Folded, FoldReason, LogEntry, LogItem } from '../model/log.ts';

export interface ItemGatherer {
  /** The items that are complete with this entry. */
  add(entry: LogEntry): LogItem[];
  /** What is still open. */
  end(): LogItem[];
}

/** Entries of one commit must come one after the other. */
export function gatherItems({ all }: { readonly all: boolean }): ItemGatherer {
  let open: [LogEntry, ...LogEntry[]] | undefined;
  let folded: Folded | undefined;
  function close(): LogItem[] {
    const items: LogItem[] = open ? [{ kind: 'commit', entries: open }] : [];
    open = undefined;
    return items;
  }
  function flush(): LogItem[] {
    const items: LogItem[] = folded ? [{ kind: 'folded', folded }] : [];
    folded = undefined;
    return items;
  }
  return {
    add: (entry) => {
      if (!all && entry.fold !== undefined) {
        const same = open?.[0].commit.id === entry.commit.id;
        const done = same ? [] : close();
        folded = count(folded, entry, entry.fold);
        return done;
      }
      if (open?.[0].commit.id === entry.commit.id) {
        open.push(entry);
        return [];
      }
      const done = [...close(), ...flush()];
      open = [entry];
      return done;
    },
    end: () => [...close(), ...flush()],
  };
}

function count(folded: Folded | undefined, { summary }: LogEntry, reason: FoldReason): Folded {
  const reasons = folded?.reasons ?? { technical: 0, form: 0, same: 0 };
  return {
    reasons: { ...reasons, [reason]: reasons[reason] + 1 },
    substantive: (folded?.substantive ?? 0) + (summary?.substantive ?? 0),
    wording: (folded?.wording ?? 0) + (summary?.wording ?? 0),
  };
}
