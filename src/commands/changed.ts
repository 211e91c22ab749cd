/** The charters that differ between two states of the repository; those with equal bytes are not even opened. */
import { Failure } from '../model/failure.ts';
import { decodeUtf8 } from '../store/files.ts';
import { blobId } from '../store/git.ts';
import { type Loaded, openText, type Shelf, type ShelfFile } from './shelves.ts';

/** One side is absent where the charter is only on the other. */
export interface ChangedPair {
  readonly a?: Loaded;
  readonly b?: Loaded;
}

export interface Changed {
  /** In the order of their ids. */
  readonly pairs: readonly ChangedPair[];
  readonly failures: readonly Failure[];
}

interface Content {
  readonly file: ShelfFile;
  readonly bytes: Buffer;
}

export async function openChanged(from: Shelf, to: Shelf): Promise<Changed> {
  const before = await from.list('charter');
  const after = await readUnlike(before, to);
  const { same, contents } = after;
  const gone = before.filter(({ file }) => !same.has(file));
  const old = await from.read(gone);
  const failures: Failure[] = [];
  const one = await openEach(
    gone.map((file, index) => ({ file, bytes: old[index] ?? Buffer.of() })),
    from,
    failures,
  );
  const other = await openEach(contents, to, failures);
  const unread = new Set(failures.map(({ values }) => values['file']));
  const ids = [...new Set([...one.keys(), ...other.keys()])].sort();
  const pairs = ids.map((id): ChangedPair => {
    const [a, b] = [one.get(id), other.get(id)];
    return { ...(a ? { a } : {}), ...(b ? { b } : {}) };
  });
  // A charter that could not be read is not one that was added or removed.
  return { pairs: pairs.filter(({ a, b }) => (a && b) || !unread.has((a ?? b)?.file ?? '')), failures };
}

/** The files of `to` whose bytes are not those of the same file before, and the names of all others. */
async function readUnlike(
  before: readonly ShelfFile[],
  to: Shelf,
): Promise<{ readonly same: ReadonlySet<string>; readonly contents: readonly Content[] }> {
  const known = new Map(before.map(({ file, blob }) => [file, blob]));
  const files = await to.list('charter');
  const isSame = ({ file, blob }: ShelfFile): boolean => blob !== undefined && blob === known.get(file);
  const same = new Set(files.filter(isSame).map(({ file }) => file));
  const unread = files.filter((file) => !isSame(file));
  const read = await to.read(unread);
  const contents: Content[] = [];
  unread.forEach((file, index) => {
    const bytes = read[index] ?? Buffer.of();
    const old = known.get(file.file);
    if (file.blob === undefined && old !== undefined && blobId(bytes, old) === old) same.add(file.file);
    else contents.push({ file, bytes });
  });
  return { same, contents };
}

async function openEach(
  contents: readonly Content[],
  shelf: Shelf,
  failures: Failure[],
): Promise<Map<string, Loaded>> {
  const opened = new Map<string, Loaded>();
  for (const { file, bytes } of contents) {
    try {
      const loaded = await openText(decodeUtf8(bytes, file.file), file.file, shelf.revision);
      const other = opened.get(loaded.document.id);
      if (other)
        throw new Failure('duplicate-id', 2, {
          values: { id: loaded.document.id, one: other.file, other: file.file },
        });
      opened.set(loaded.document.id, loaded);
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      failures.push(cause);
    }
  }
  return opened;
}
