/** Reads the entries of a history in the order of its walk, some blobs at a time, for whoever shows them. */
import { setImmediate } from 'node:timers/promises';
import { createComparer } from '../history/comparison.ts';
import { blobsOf, type EntryReading, readEntry } from '../history/entries.ts';
import { filterEntry, type LogFilter } from '../history/filter.ts';
import { type Removal, watchRemovals } from '../history/removals.ts';
import type { SectionRef } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import type { HistoryPage, Version } from '../model/history.ts';
import type { LogEntry } from '../model/log.ts';
import type { MergeWatch } from '../store/merge-watch.ts';
import { walkVanished } from '../store/vanished.ts';
import { importedMark } from './commit-trailers.ts';
import type { Past } from './past.ts';

/** Versions whose blobs are asked for together: few enough at first that the first entries come at once. */
const [fewest, most] = [16, 64];
/** Git's pipe holds what is asked for some of them. */
const versionsATurn = 4;

export interface EntryRequest {
  readonly past: Past;
  readonly history: AsyncGenerator<HistoryPage>;
  readonly merges: MergeWatch;
  readonly filter: LogFilter;
}

export interface ReadVersion {
  readonly version: Version;
  readonly entry: LogEntry;
}

/** The wanted entries; notes in `state` what the last page says. */
export async function* readVersions(
  { past, history, merges, filter }: EntryRequest,
  state: { shallow: boolean },
): AsyncGenerator<ReadVersion> {
  const watch = watchRemovals((commit) => removalsBefore(past, commit));
  const compare = createComparer({ template: past.template });
  const sectionsOf = (document: CharterDocument): readonly SectionRef[] => {
    const side = { document, file: '', revision: '' };
    return compare(side, side).diff.sections;
  };
  const reading: EntryReading = {
    documents: past.documents,
    compare,
    wasThere: watch.wasThere,
    digestOf: (version) => digestOf(past, version),
    groundOf: merges.groundOf,
  };
  for await (const version of preparedVersions(history, past, state)) {
    watch.pass(version);
    const entry = await readEntry(version, reading);
    const wanted = entry && filterEntry(entry, filter, sectionsOf);
    if (wanted) yield { version, entry: wanted };
  }
}

/** While some versions are looked at, git reads the blobs of the next. */
async function* preparedVersions(
  history: AsyncGenerator<HistoryPage>,
  { documents }: Past,
  state: { shallow: boolean },
): AsyncGenerator<Version> {
  let together = fewest;
  for await (const page of history) {
    state.shallow ||= page.shallow === true;
    const slices: Version[][] = [];
    for (let from = 0; from < page.versions.length; from += together)
      slices.push(page.versions.slice(from, from + together));
    together = most;
    let next = documents.prepare(blobsOf(slices[0] ?? []));
    for (const [index, versions] of slices.entries()) {
      await next;
      next = documents.prepare(blobsOf(slices[index + 1] ?? []));
      // It is waited for only after these: until then its failure is nobody's.
      next.catch(() => undefined);
      for (const [at, version] of versions.entries()) {
        yield version;
        // What git has answered in the meantime is taken in, so that it need not wait.
        if (at % versionsATurn === 0) await setImmediate();
      }
    }
  }
}

async function digestOf({ blobs }: Past, { blob = '' }: Version): Promise<string | undefined> {
  const bytes = (await blobs.read([blob])).get(blob);
  return bytes && importedMark('', bytes.toString('utf8')).trim();
}

async function removalsBefore(
  { repository: { root }, blobs }: Past,
  commit: string,
): Promise<Removal[] | undefined> {
  if ((await blobs.parents(commit)).length === 0) return undefined;
  const removals: Removal[] = [];
  for await (const { id, commit: by } of walkVanished(root, { from: [commit], blobs }))
    removals.push({ commit: by, id });
  return removals;
}
