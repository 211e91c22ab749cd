/** Finds the commits after which an id is no more: its file was removed, or holds a charter of another id. */
import { headLength, statedId } from '../text/headlines.ts';
import type { BlobReader } from './blobs.ts';
import { askGit } from './git-process.ts';
import { locate, type WalkOptions, walkCommits } from './history.ts';
import type { RawEntry } from './history-reader.ts';
import { chartersFolder, templatesFolder } from './repository.ts';

export interface Vanished {
  readonly id: string;
  readonly commit: string;
  /** Where it was until then. */
  readonly file: string;
}

export interface VanishedOptions extends Omit<WalkOptions, 'joined' | 'ids'> {
  readonly blobs: BlobReader;
  /** The most commits that are searched through whatever the files' names are. */
  readonly most?: number;
}

/** Whoever mistypes an id is not to wait long. */
const mostSearched = 3000;

/**
 * The last time before the commits that a charter or template of that id went; undefined where none is found. In the
 * oldest part of a long history only a file of that name is looked for, which git finds many times faster.
 */
export async function findVanished(
  root: string,
  id: string,
  options: VanishedOptions,
): Promise<Vanished | undefined> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) return undefined;
  const end = await endOfSearch(root, options);
  const found = await firstOf(id, walkVanished(root, { ...options, not: [...(options.not ?? []), ...end] }));
  if (found || end.length === 0) return found;
  const paths = [`${chartersFolder}/${id}.yaml`, `${templatesFolder}/${id}.yaml`];
  return firstOf(id, walkVanished(root, { ...options, from: end, paths, whole: true }));
}

async function firstOf(id: string, walk: AsyncGenerator<Vanished>): Promise<Vanished | undefined> {
  for await (const vanished of walk) if (vanished.id === id) return vanished;
  return undefined;
}

/** The commit with which the oldest part begins; none in a short history. */
async function endOfSearch(root: string, { from, most = mostSearched }: VanishedOptions): Promise<string[]> {
  const words = ['rev-list', `--skip=${most}`, '--max-count=1', '--end-of-options', ...from];
  return (await askGit(root, words)).split('\n').filter((id) => id !== '');
}

/** Newest first. */
export async function* walkVanished(root: string, options: VanishedOptions): AsyncGenerator<Vanished> {
  const { blobs } = options;
  const located = await locate(root);
  for await (const commits of walkCommits(root, { ...options, ids: true }, located)) {
    const entries = commits.flatMap((raw) => raw.entries);
    const ids = await readIds(entries, blobs);
    for (const { commit, entries } of commits) {
      const charters = entries.filter(({ file }) => isCharter(file));
      const there = new Set(charters.map(({ blob = '' }) => ids.get(blob)));
      for (const { file, sides } of charters) {
        const id = ids.get(sides.find((blob) => blob !== undefined) ?? '');
        if (id !== undefined && !there.has(id)) yield { id, commit: commit.id, file };
      }
    }
  }
}

function isCharter(file: string): boolean {
  return file.startsWith(`${chartersFolder}/`) && file.endsWith('.yaml');
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
