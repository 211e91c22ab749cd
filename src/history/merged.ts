/** Several histories as one: newest first by the dates of their commits, the versions of one commit together. */
import type { HistoryPage, Version } from '../model/history.ts';

interface Lane {
  readonly pages: AsyncIterator<HistoryPage>;
  versions: readonly Version[];
  at: number;
}

export async function* mergeHistories(
  histories: readonly AsyncIterable<HistoryPage>[],
): AsyncGenerator<HistoryPage> {
  const lanes = histories.map(
    (history): Lane => ({ pages: history[Symbol.asyncIterator](), versions: [], at: 0 }),
  );
  let shallow = false;
  let last = '';
  try {
    for (;;) {
      for (const lane of lanes) shallow = (await fill(lane)) || shallow;
      const next = nextLane(lanes, last);
      const version = next?.versions[next.at];
      if (!next || !version) break;
      next.at += 1;
      last = version.commit.id;
      yield { versions: [version] };
    }
    if (shallow) yield { versions: [], shallow };
  } finally {
    for (const { pages } of lanes) await pages.return?.();
  }
}

/** Takes the next page where one is used up; whether a shallow clone hides what is older. */
async function fill(lane: Lane): Promise<boolean> {
  let shallow = false;
  while (lane.at >= lane.versions.length) {
    const { value, done } = await lane.pages.next();
    if (done === true) return shallow;
    shallow ||= value.shallow === true;
    lane.versions = value.versions;
    lane.at = 0;
  }
  return shallow;
}

function nextLane(lanes: readonly Lane[], last: string): Lane | undefined {
  let best: Lane | undefined;
  let newest = Number.NEGATIVE_INFINITY;
  for (const lane of lanes) {
    const commit = lane.versions[lane.at]?.commit;
    if (!commit) continue;
    if (commit.id === last) return lane;
    const instant = Date.parse(commit.committed);
    if (instant > newest) [best, newest] = [lane, instant];
  }
  return best;
}
