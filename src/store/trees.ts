/** Reads the folders of charters as they are in commits, many at once, and lists the files in which commits differ. */
import type { BlobReader } from './blobs.ts';
import { chartersFolder } from './repository.ts';

/** A charter file, and its blob in each of the commits, in their order. */
export interface FileRow {
  readonly file: string;
  readonly blobs: readonly (string | undefined)[];
}

/** Commits are object ids; one that is not here counts as empty. */
export interface Trees {
  /** Reads in one go what will be asked for. */
  load(commits: readonly string[]): Promise<void>;
  /** The files in which the commits differ. */
  differences(commits: readonly string[]): Promise<FileRow[]>;
  /** All charters, with their blobs. */
  charters(commit: string): Promise<ReadonlyMap<string, string>>;
  /** The blob of one file; undefined where it is not there. */
  blobAt(commit: string, file: string): Promise<string | undefined>;
}

/** As the bytes stand in git, one character each: most of them are only compared. */
interface Entry {
  /** `100644` and the like. */
  readonly mode: string;
  readonly id: string;
}

/** By name, bytes as well. */
type Folder = ReadonlyMap<string, Entry>;

/** Folders by their names, or by ids, in the order of the names; none for an empty name. */
type Reader = (names: readonly string[]) => Promise<Folder[]>;

/** What merges have in common is often asked for again. */
const mostKept = 256;

/** `prefix`: of the charter repository's root in git's tree, empty or with a final slash. */
export function openTrees(blobs: BlobReader, prefix: string): Trees {
  const read = createReader(blobs);
  const nameOf = (commit: string, folder: string): string => `${commit}:${prefix}${folder}`;
  return {
    load: async (commits) => void (await read(commits.map((id) => nameOf(id, chartersFolder)))),
    differences: (commits) =>
      listRows(
        commits.map((id) => nameOf(id, chartersFolder)),
        read,
        isVaried,
      ),
    charters: async (commit) => {
      const rows = await listRows([nameOf(commit, chartersFolder)], read, () => true);
      return new Map(rows.map(({ file, blobs: [blob = ''] }) => [file, blob]));
    },
    blobAt: async (commit, file) => {
      const cut = file.lastIndexOf('/');
      const [folder] = await read([nameOf(commit, file.slice(0, Math.max(0, cut)))]);
      return blobOf(folder?.get(Buffer.from(file.slice(cut + 1)).toString('latin1')));
    },
  };
}

function createReader(blobs: BlobReader): Reader {
  const kept = new Map<string, Folder>();
  return async (names) => {
    const missing = names.filter((name) => name !== '' && !kept.has(name));
    if (missing.length > 0) {
      const contents = await blobs.trees(missing);
      for (const name of missing) kept.set(name, readFolder(contents.get(name), idBytesOf(name)));
    }
    const folders = names.map((name) => kept.get(name) ?? new Map<string, Entry>());
    for (const name of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(name);
    }
    return folders;
  };
}

function idBytesOf(name: string): number {
  const colon = name.indexOf(':');
  return (colon < 0 ? name.length : colon) / 2;
}

async function listRows(
  names: readonly string[],
  read: Reader,
  isWanted: (entries: readonly (Entry | undefined)[]) => boolean,
): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  const open: { readonly path: string; readonly trees: readonly string[] }[] = [
    { path: chartersFolder, trees: names },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, trees } = next;
    const folders = await read(trees);
    for (const [name, entries] of entriesOf(folders)) {
      if (!isWanted(entries)) continue;
      const file = `${path}/${Buffer.from(name, 'latin1').toString('utf8')}`;
      const below = entries.map((entry) => (entry?.mode === '40000' ? hexOf(entry.id) : ''));
      if (below.some((id) => id !== '')) open.push({ path: file, trees: below });
      const blobs = entries.map(blobOf);
      if (name.endsWith('.yaml') && blobs.some((id) => id !== undefined)) rows.push({ file, blobs });
    }
  }
  return rows;
}

function* entriesOf(folders: readonly Folder[]): Generator<[string, (Entry | undefined)[]]> {
  for (const [at, folder] of folders.entries())
    for (const name of folder.keys()) {
      const told = folders.slice(0, at).some((earlier) => earlier.has(name));
      if (!told) yield [name, folders.map((other) => other.get(name))];
    }
}

function isVaried([first, ...others]: readonly (Entry | undefined)[]): boolean {
  return others.some((entry) => entry?.id !== first?.id || entry?.mode !== first?.mode);
}

/** Links and submodules hold no charter. */
function blobOf(entry: Entry | undefined): string | undefined {
  return entry?.mode === '100644' || entry?.mode === '100755' ? hexOf(entry.id) : undefined;
}

function hexOf(id: string): string {
  return Buffer.from(id, 'latin1').toString('hex');
}

/** `mode name`, a NUL and the bytes of the id, for each entry. */
function readFolder(bytes: Buffer | undefined, idBytes: number): Folder {
  const entries = new Map<string, Entry>();
  if (!bytes) return entries;
  const text = bytes.toString('latin1');
  for (let at = 0; at < text.length; ) {
    const space = text.indexOf(' ', at);
    const end = text.indexOf('\0', space);
    if (space < 0 || end < 0) break;
    const next = end + 1 + idBytes;
    entries.set(text.slice(space + 1, end), { mode: text.slice(at, space), id: text.slice(end + 1, next) });
    at = next;
  }
  return entries;
}
