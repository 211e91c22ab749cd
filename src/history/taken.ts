/** Puts among the versions of a walk those merges that left a charter as one side had it, each where git has it. */
import type { HistoryPage, Version } from '../model/history.ts';
import type { TakenVersion } from '../model/merge.ts';

export interface TakenReading {
  /** Of the merges up to that commit, of all where absent, each once. */
  readonly takenTo: (commit?: string) => Promise<readonly TakenVersion[]>;
  /** Whether the walk is about that commit. */
  readonly isWanted: (commit: string, committed: string) => boolean | Promise<boolean>;
  /** The charters where the walk starts, by file; undefined where it starts later than what is shown. */
  readonly start?: () => Promise<ReadonlyMap<string, string>>;
  /** The files that the walk is about; all where absent. */
  readonly files?: readonly string[];
}

/** Only merges on the way to what is there now: a side that was left whole is not told for its own merges. */
export async function* withTaken(
  history: AsyncIterable<HistoryPage>,
  reading: TakenReading,
): AsyncGenerator<HistoryPage> {
  const way = followWay(reading);
  const wanted = async (commit?: string): Promise<Version[]> => {
    const found: Version[] = [];
    for (const version of await reading.takenTo(commit)) {
      const { id, committed } = version.commit;
      if ((await way.holds(version)) && (await reading.isWanted(id, committed))) found.push(version);
    }
    return found;
  };
  for await (const { versions, ...page } of history) {
    const all: Version[] = [];
    for (const version of versions) {
      all.push(...(await wanted(version.commit.id)), version);
      way.pass(version);
    }
    // Where a shallow clone ends is said last.
    if (page.shallow) all.push(...(await wanted()));
    yield { versions: all, ...page };
  }
  const rest = await wanted();
  if (rest.length > 0) yield { versions: rest };
}

interface Way {
  pass(version: Version): void;
  holds(version: Version): Promise<boolean>;
}

/** What the versions that were passed come from is what a merge on their way left. */
function followWay({ start, files }: TakenReading): Way {
  const names = files && new Set(files);
  const places = new Set<string>();
  let present: ReadonlyMap<string, string> | undefined;
  return {
    pass: ({ file, blob, before }) => {
      for (const place of [{ file, blob }, ...before]) {
        names?.add(place.file);
        places.add(markOf(place));
      }
      if (before.length === 0) places.add(markOf({ file }));
    },
    holds: async ({ file, blob }) => {
      if (names && !names.has(file)) return false;
      if (!start || places.has(markOf({ file, blob }))) return true;
      present ??= await start();
      return present.get(file) === blob;
    },
  };
}

function markOf({ file, blob = '' }: { readonly file: string; readonly blob?: string | undefined }): string {
  return `${blob} ${file}`;
}
