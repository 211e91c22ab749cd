/** Finds the commits after which an id is no more: its file was removed, or holds a charter of another id. */
import { headLength, statedId } from '../text/headlines.ts';
import type { BlobReader } from './blobs.ts';
import { locate, type WalkOptions, walkCommits } from './history.ts';
import type { RawEntry } from './history-reader.ts';

export interface Vanished {
  readonly id: string;
  readonly commit: string;
  /** Where it was until then. */
  readonly file: string;
}

export interface VanishedOptions extends Omit<WalkOptions, 'paths' | 'joined' | 'ids'> {
  readonly blobs: BlobReader;
}

/** The last time before the commits that a charter or template of that id went; undefined where none did. */
export async function findVanished(
  root: string,
  id: string,
  options: VanishedOptions,
): Promise<Vanished | undefined> {
  for await (const vanished of walkVanished(root, options)) if (vanished.id === id) return vanished;
  return undefined;
}

/** Newest first. */
export async function* walkVanished(root: string, options: VanishedOptions): AsyncGenerator<Vanished> {
  const { blobs } = options;
  const located = await locate(root);
  for await (const commits of walkCommits(root, { ...options, ids: true }, located)) {
    const entries = commits.flatMap((raw) => raw.entries);
    const ids = await readIds(entries, blobs);
    for (const { commit, entries } of commits) {
      const charters = entries.filter(({ file }) => file.endsWith('.yaml'));
      const there = new Set(charters.map(({ blob = '' }) => ids.get(blob)));
      for (const { file, sides } of charters) {
        const id = ids.get(sides.find((blob) => blob !== undefined) ?? '');
        if (id !== undefined && !there.has(id)) yield { id, commit: commit.id, file };
      }
    }
  }
}

/** The ids that the files give themselves, by blob; none for those without. */
export async function readIds(
  entries: readonly RawEntry[],
  blobs: BlobReader,
): Promise<ReadonlyMap<string, string>> {
  const wanted = entries.flatMap(({ sides, blob }) => [...sides, blob]).filter((blob) => blob !== undefined);
  const ids = new Map<string, string>();
  for (const [blob, bytes] of await blobs.read(wanted)) {
    const id = statedId(bytes.toString('utf8', 0, headLength));
    if (id !== undefined) ids.set(blob, id);
  }
  return ids;
}
