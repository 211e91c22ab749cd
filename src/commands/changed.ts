/** The charters that differ between two states of the repository; those with equal bytes are not even opened. */
import { Failure } from '../model/failure.ts';
import { decodeUtf8 } from '../store/files.ts';
import { blobId } from '../store/git.ts';
import { pairRenames } from '../store/renames.ts';
import { headLength, statedId } from '../text/headlines.ts';
import {
  aboutShelf,
  type DocumentKind,
  type Loaded,
  openText,
  type Shelf,
  type ShelfFile,
} from './shelves.ts';

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
  const failures: Failure[] = [];
  const after = await readUnlike(before, to, { kind: 'charter', failures });
  const { same, contents } = after;
  const gone = before.filter(({ file }) => !same.has(file));
  const old = await from.read(gone);
  const former = gone.map((file, index) => ({ file, bytes: old[index] ?? Buffer.of() }));
  const one = await openEach(former, from, failures);
  const earlier = failures.length;
  const other = await openEach(contents, to, failures);
  const twin = failures.slice(earlier).find(({ code }) => code === 'duplicate-id');
  if (twin) throw twin;
  const unread = new Set(failures.map(({ values }) => values['file']));
  const stated = idsIn([...former, ...contents].filter(({ file }) => unread.has(file.file)));
  const all = [...new Set([...one.keys(), ...other.keys()])].sort();
  const alone = all.some((id) => !one.has(id) || !other.has(id));
  const held = alone
    ? await idsOf(
        before.filter(({ file }) => same.has(file)),
        from,
      )
    : new Map();
  const ids = all.filter((id) => other.has(id) || !held.has(id));
  for (const id of ids) refuseTwin(id, other.get(id)?.file, one.has(id) ? undefined : held.get(id));
  const told = ids.flatMap((id): ChangedPair[] => {
    const [a, b] = [one.get(id), other.get(id)];
    if (a && b) return [{ a, b }];
    // A charter that could not be read is not one that was added or removed.
    if (stated.has(id) || unread.has((a ?? b)?.file)) return [];
    return [{ ...(a ? { a } : {}), ...(b ? { b } : {}) }];
  });
  const texts = new Map([
    ...former.map(({ file, bytes }) => [`a ${file.file}`, bytes] as const),
    ...contents.map(({ file, bytes }) => [`b ${file.file}`, bytes] as const),
  ]);
  return { pairs: await joinRenamed(told, (side, file) => texts.get(`${side} ${file}`)), failures };
}

/** The names of the template files that are not the same in both states. */
export async function unlikeTemplates(from: Shelf, to: Shelf): Promise<string[]> {
  const before = await from.list('template');
  const { same, contents } = await readUnlike(before, to, { kind: 'template', failures: [] });
  const after = contents.map(({ file }) => file);
  const unlike = [...before.filter(({ file }) => !same.has(file)), ...after];
  return [...new Set(unlike.map(({ name }) => name))].sort();
}

/** A charter that went and one that came are one pair where they are one charter under two ids. */
async function joinRenamed(
  pairs: readonly ChangedPair[],
  bytesOf: (side: 'a' | 'b', file: string) => Buffer | undefined,
): Promise<ChangedPair[]> {
  const gone = pairs.flatMap(({ a, b }) => (a && !b ? [a] : []));
  const come = pairs.flatMap(({ a, b }) => (b && !a ? [b] : []));
  if (gone.length === 0 || come.length === 0) return [...pairs];
  const place = (side: 'a' | 'b') => (loaded: Loaded) => ({
    file: loaded.file,
    blob: `${side} ${loaded.file}`,
  });
  const read = async (marks: readonly string[]): Promise<ReadonlyMap<string, Buffer>> =>
    new Map(
      marks.flatMap((mark) => {
        const bytes = bytesOf(mark.startsWith('a ') ? 'a' : 'b', mark.slice(2));
        return bytes ? [[mark, bytes] as const] : [];
      }),
    );
  const renamed = await pairRenames(gone.map(place('a')), come.map(place('b')), { read });
  const partners = new Map(
    [...renamed].map(([file, { file: old }]) => [file, gone.find((a) => a.file === old)]),
  );
  const taken = new Set(partners.values());
  return pairs.flatMap(({ a, b }): ChangedPair[] => {
    if (a && !b) return taken.has(a) ? [] : [{ a }];
    const partner = b && !a ? partners.get(b.file) : undefined;
    // Both answer to the later id, by which they are compared as versions of one charter.
    return partner && b
      ? [{ a: { ...partner, asked: b.document.id }, b }]
      : [{ ...(a ? { a } : {}), ...(b ? { b } : {}) }];
  });
}

/** Files by the ids that they give themselves. */
async function idsOf(files: readonly ShelfFile[], shelf: Shelf): Promise<ReadonlyMap<string, string>> {
  const contents = await shelf.read(files);
  return idsIn(files.map((file, index) => ({ file, bytes: contents[index] ?? Buffer.of() })));
}

function idsIn(contents: readonly Content[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { file, bytes } of contents) {
    const id = statedId(bytes.toString('utf8', 0, headLength));
    if (id !== undefined) found.set(id, file.file);
  }
  return found;
}

function refuseTwin(id: string, one: string | undefined, other: string | undefined): void {
  if (one !== undefined && other !== undefined)
    throw new Failure('duplicate-id', 3, { values: { id, one, other } });
}

/** The files of `to` whose bytes are not those of the same file before, and the names of all others. */
async function readUnlike(
  before: readonly ShelfFile[],
  to: Shelf,
  { kind, failures }: { readonly kind: DocumentKind; readonly failures: Failure[] },
): Promise<{ readonly same: ReadonlySet<string>; readonly contents: readonly Content[] }> {
  const known = new Map(before.map(({ file, blob }) => [file, blob]));
  const files = await to.list(kind);
  const isSame = ({ file, blob }: ShelfFile): boolean => blob !== undefined && blob === known.get(file);
  const same = new Set(files.filter(isSame).map(({ file }) => file));
  const unread = files.filter((file) => !isSame(file));
  const read = await readEach(unread, to, failures);
  const contents: Content[] = [];
  unread.forEach((file, index) => {
    const bytes = read[index];
    if (bytes === undefined) return;
    const old = known.get(file.file);
    if (file.blob === undefined && old !== undefined && isBlob(bytes, old)) same.add(file.file);
    else contents.push({ file, bytes });
  });
  return { same, contents };
}

/** Line ends may be those of the work tree, as git's own settings have them. */
export function isBlob(bytes: Buffer, blob: string): boolean {
  if (blobId(bytes, blob) === blob) return true;
  if (!bytes.includes('\r\n')) return false;
  return blobId(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), blob) === blob;
}

/** In the work tree, one file that cannot be read does not hide the others. */
async function readEach(
  files: readonly ShelfFile[],
  shelf: Shelf,
  failures: Failure[],
): Promise<readonly (Buffer | undefined)[]> {
  if (shelf.revision !== undefined) return shelf.read(files);
  const contents: (Buffer | undefined)[] = [];
  for (const file of files) {
    try {
      contents.push(...(await shelf.read([file])));
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      failures.push(cause);
      contents.push(undefined);
    }
  }
  return contents;
}

async function openEach(
  contents: readonly Content[],
  shelf: Shelf,
  failures: Failure[],
): Promise<Map<string, Loaded>> {
  const opened = new Map<string, Loaded>();
  for (const { file, bytes } of contents) {
    try {
      const loaded = await openText(decodeUtf8(bytes, file.file), file.file, aboutShelf(shelf));
      refuseTwin(loaded.document.id, opened.get(loaded.document.id)?.file, file.file);
      opened.set(loaded.document.id, loaded);
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      failures.push(cause);
    }
  }
  return opened;
}
