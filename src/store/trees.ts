/** Lists the charters in which several commits differ, reading only the folders that are not the same in all. */
import type { BlobReader } from './blobs.ts';
import { chartersFolder } from './repository.ts';

/** A charter file, and its blob in each of the commits, in their order. */
export interface FileRow {
  readonly file: string;
  readonly blobs: readonly (string | undefined)[];
}

interface Entry {
  readonly mode: string;
  readonly id: string;
}

type Folder = ReadonlyMap<string, Entry>;

export interface TreeReading {
  readonly blobs: BlobReader;
  /** Of the charter repository's root in git's tree, empty or with a final slash. */
  readonly prefix: string;
}

/** The files in which they differ. `commits`: object ids; one that is not here counts as empty. */
export async function listDifferences(commits: readonly string[], reading: TreeReading): Promise<FileRow[]> {
  return listRows(commits, reading, (ids) => new Set(ids).size > 1);
}

/** All charters of a commit, with their blobs. */
export async function listCharters(
  commit: string,
  reading: TreeReading,
): Promise<ReadonlyMap<string, string>> {
  const rows = await listRows([commit], reading, () => true);
  return new Map(rows.map(({ file, blobs: [blob = ''] }) => [file, blob]));
}

async function listRows(
  commits: readonly string[],
  { blobs, prefix }: TreeReading,
  isWanted: (ids: readonly string[]) => boolean,
): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  const open = [{ path: chartersFolder, trees: commits.map((id) => `${id}:${prefix}${chartersFolder}`) }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, trees } = next;
    const contents = await blobs.trees(trees.filter((name) => name !== ''));
    const folders = trees.map((name) => readFolder(contents.get(name), (commits[0] ?? '').length / 2));
    for (const name of new Set(folders.flatMap((folder) => [...folder.keys()]))) {
      const entries = folders.map((folder) => folder.get(name));
      if (!isWanted(entries.map((entry) => `${entry?.mode} ${entry?.id}`))) continue;
      const below = entries.map((entry) => (entry?.mode === '40000' ? entry.id : ''));
      if (below.some((id) => id !== '')) open.push({ path: `${path}/${name}`, trees: below });
      const files = entries.map((entry) => (isFile(entry) ? entry?.id : undefined));
      if (name.endsWith('.yaml') && files.some((id) => id !== undefined))
        rows.push({ file: `${path}/${name}`, blobs: files });
    }
  }
  return rows;
}

/** The blob of one file; undefined where the commit or the file is not there. */
export async function readPlace(
  commit: string,
  file: string,
  { blobs, prefix }: TreeReading,
): Promise<string | undefined> {
  const cut = file.lastIndexOf('/');
  const folder = `${commit}:${prefix}${file.slice(0, Math.max(0, cut))}`;
  const bytes = (await blobs.trees([folder])).get(folder);
  const entry = readFolder(bytes, commit.length / 2).get(file.slice(cut + 1));
  return isFile(entry) ? entry?.id : undefined;
}

/** Links and submodules hold no charter. */
function isFile(entry: Entry | undefined): boolean {
  return entry?.mode === '100644' || entry?.mode === '100755';
}

/** `mode name`, a NUL and the bytes of the id, for each entry. */
function readFolder(bytes: Buffer | undefined, idBytes: number): Folder {
  const entries = new Map<string, Entry>();
  if (!bytes) return entries;
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0) break;
    const id = bytes.toString('hex', end + 1, end + 1 + idBytes);
    entries.set(bytes.toString('utf8', space + 1, end), { mode: bytes.toString('latin1', at, space), id });
    at = end + 1 + idBytes;
  }
  return entries;
}
