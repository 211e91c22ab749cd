/** Where documents stand: the work tree, the index or a commit; finds one by its id without reading the others. */
import { openDocument } from '../canonical/open.ts';
import type { Pool } from '../canonical/read.ts';
import type { Dated } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Problem } from '../model/problem.ts';
import { decodeUtf8, readBytes } from '../store/files.ts';
import {
  chartersFolder,
  hasSparseCheckout,
  listCharterFiles,
  listTemplateFiles,
  type Repository,
  templatesFolder,
} from '../store/repository.ts';
import { headLength, statedId } from '../text/headlines.ts';
import { nearestNames } from '../text/nearest.ts';

export type DocumentKind = CharterDocument['kind'];

export interface ShelfFile {
  /** From the repository's root, with `/`. */
  readonly file: string;
  readonly name: string;
  /** Git's id of the contents; not for a file of the work tree. */
  readonly blob?: string;
}

/** Stands for the index where a revision is expected; git takes it for no commit. */
export const stagedKey = ':index';

/** One state of the repository. */
export interface Shelf {
  /** As asked for, `index` for what is staged; absent for the work tree. */
  readonly revision?: string;
  /** The commit's object id. */
  readonly commit?: string;
  /** The text of the repository's settings there; only of a commit. */
  settings?(): Promise<string | undefined>;
  list(kind: DocumentKind): Promise<readonly ShelfFile[]>;
  read(files: readonly ShelfFile[]): Promise<readonly Buffer[]>;
  /** Shared by the files that are read here. */
  readonly pool?: Pool;
}

/** A document with the place of everything in it. */
export interface Loaded {
  readonly document: CharterDocument;
  readonly lines: ReadonlyMap<string, number>;
  /** As shown: from the repository's root where it lies there. */
  readonly file: string;
  readonly revision?: string;
  /** The commit's object id, or the index: where to find what stood beside it. Absent for the work tree. */
  readonly shelf?: string;
  /** The id that it was asked for by, where it had another one then. */
  readonly asked?: string;
  readonly missing?: true;
  readonly dated?: Dated;
  /** Straight a capture: its doubts. */
  readonly capture?: { readonly warnings: readonly Problem[] };
}

/** Files that a sparse checkout leaves out are read from git's index; git is loaded only for those. */
export function workTree(repository: Repository): Shelf {
  const { root } = repository;
  let absent: Promise<readonly ShelfFile[]> | undefined;
  async function listAbsent(): Promise<readonly ShelfFile[]> {
    if (!hasSparseCheckout(root)) return [];
    const index = await import('../store/git-index.ts');
    return (await index.listAbsent(root, chartersFolder)).map(shelfFile);
  }
  return {
    list: async (kind) => {
      const here = kind === 'template' ? listTemplateFiles(repository) : listCharterFiles(repository);
      absent ??= listAbsent();
      const others = ofKind(await absent, kind);
      return others.length === 0 ? here : [...here, ...others].sort(byPath);
    },
    read: async (files) => {
      const blobs = await readIds(root, files);
      return files.map(({ file, blob }) => blobs.get(blob ?? '') ?? readBytes(`${root}/${file}`, file));
    },
  };
}

async function readIds(root: string, files: readonly ShelfFile[]): Promise<ReadonlyMap<string, Buffer>> {
  const places = files.flatMap(({ file, blob }) => (blob === undefined ? [] : [{ file, blob }]));
  if (places.length === 0) return new Map();
  const { readBlobs } = await import('../store/git.ts');
  const contents = await readBlobs(root, places);
  return new Map(places.map(({ blob }, index) => [blob, contents[index] ?? Buffer.of()]));
}

export function shelfFile({ file, blob }: { readonly file: string; readonly blob: string }): ShelfFile {
  return { file, blob, name: file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length) };
}

export function ofKind(files: readonly ShelfFile[], kind: DocumentKind): readonly ShelfFile[] {
  return files.filter(({ file }) => file.startsWith(`${templatesFolder}/`) === (kind === 'template'));
}

function byPath(one: ShelfFile, other: ShelfFile): number {
  return one.file < other.file ? -1 : 1;
}

/** By the file's name first, then by what all files say; no file fails with status 2, two of one id with 3. */
export async function findDocument(shelf: Shelf, kind: DocumentKind, id: string): Promise<Loaded> {
  const { bytes, file } = await findFile(shelf, kind, id);
  return openText(decodeUtf8(bytes, file), file, openingOf(shelf));
}

/** As `findDocument`, without opening what it finds. */
export async function findFile(shelf: Shelf, kind: DocumentKind, id: string): Promise<FoundFile> {
  const files = await shelf.list(kind);
  const named = await readMatching(
    shelf,
    files.filter(({ name }) => name === id),
    id,
  );
  const others = files.filter(({ name }) => name !== id);
  const matching = named.length > 0 ? named : await readMatching(shelf, others, id);
  const [found, other] = matching;
  if (found && other)
    throw new Failure('duplicate-id', 3, { values: { id, one: found.file, other: other.file } });
  if (found) return found;
  throw (await misnamed(shelf, files, id)) ?? (await unknownDocument(shelf, kind, id));
}

/** Whether a charter, or a template, of that id is there, as far as its file can be read. */
export async function isStanding(shelf: Shelf, id: string, kind: DocumentKind = 'charter'): Promise<boolean> {
  try {
    return (await findFile(shelf, kind, id)).file !== '';
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    if (cause.code === 'duplicate-id') return true;
    if (['unknown-portal', 'unknown-template', 'no-charters', 'other-id-inside'].includes(cause.code))
      return false;
    throw cause;
  }
}

export interface FoundFile {
  readonly file: string;
  readonly bytes: Buffer;
}

/** Files whose own first words name the id; a file of that name that names nothing is taken too, to be refused aloud. */
async function readMatching(shelf: Shelf, files: readonly ShelfFile[], id: string): Promise<FoundFile[]> {
  const contents = await readAll(shelf, files, id);
  const found: FoundFile[] = [];
  files.forEach(({ file, name }, index) => {
    const bytes = contents[index];
    if (!bytes) return;
    const stated = statedId(bytes.toString('utf8', 0, headLength));
    if (stated === undefined ? name === id : stated === id) found.push({ file, bytes });
  });
  return found;
}

/** What cannot be read is told where it has the wanted name, and does not hide the others where it has not. */
async function readAll(
  shelf: Shelf,
  files: readonly ShelfFile[],
  id: string,
): Promise<readonly (Buffer | undefined)[]> {
  if (shelf.revision !== undefined) return shelf.read(files);
  const contents: (Buffer | undefined)[] = [];
  for (const file of files) {
    try {
      contents.push(...(await shelf.read([file])));
    } catch (cause) {
      if (!(cause instanceof Failure) || file.name === id) throw cause;
      contents.push(undefined);
    }
  }
  return contents;
}

/** A file of that name that gives itself another id. */
async function misnamed(shelf: Shelf, files: readonly ShelfFile[], id: string): Promise<Failure | undefined> {
  const file = files.find(({ name }) => name === id);
  const [bytes] = file ? await shelf.read([file]) : [];
  const stated = statedId(bytes?.toString('utf8', 0, headLength) ?? '');
  if (!file || stated === undefined || stated === id) return undefined;
  return new Failure('other-id-inside', 2, { values: { file: file.file, id, stated } });
}

async function unknownDocument(shelf: Shelf, kind: DocumentKind, id: string): Promise<Failure> {
  const files = await shelf.list(kind);
  const values = { [kind === 'template' ? 'template' : 'portal']: id, revision: shelf.revision ?? '' };
  const names = nearestNames(
    id,
    files.map(({ name }) => name).filter((name) => name !== id),
  );
  if (kind === 'template') return new Failure('unknown-template', 2, { values, suggestions: names });
  if (files.length === 0 && shelf.revision === undefined) return new Failure('no-charters', 2, { values });
  const templates = (await shelf.list('template')).filter(({ name }) => name === id);
  const suggestions = [...templates.map(({ name }) => `template:${name}`), ...names];
  return new Failure('unknown-portal', 2, { values, suggestions });
}

/** Which version a text is, for those who show it. */
export type About = Partial<Pick<Loaded, 'revision' | 'shelf' | 'asked' | 'dated'>>;

export function aboutShelf({ revision, commit }: Shelf): About {
  if (revision === undefined) return {};
  return { revision, shelf: commit ?? stagedKey };
}

/** How a text is opened. */
export interface Opening extends About {
  readonly pool?: Pool;
}

function openingOf(shelf: Shelf): Opening {
  return { ...aboutShelf(shelf), ...(shelf.pool ? { pool: shelf.pool } : {}) };
}

/** Fails with status 3 and every problem's place where the text is no charter. */
export async function openText(
  text: string,
  file: string,
  { pool, ...about }: Opening = {},
): Promise<Loaded> {
  const parsed = await openDocument(text, pool);
  const errors = parsed.problems.filter(({ severity }) => severity === 'error');
  if (!parsed.document || errors.length > 0)
    throw new Failure('invalid-file', 3, {
      values: { file, count: errors.length },
      problems: errors.map((problem) => ({ file, problem })),
    });
  return {
    document: parsed.document,
    // Places are only worked out where an output asks for them.
    get lines(): ReadonlyMap<string, number> {
      return parsed.lines;
    },
    file,
    ...about,
  };
}

/** Everything of one kind; what cannot be read is told, and does not hide the rest. */
export async function openAll(
  shelf: Shelf,
  kind: DocumentKind,
): Promise<{ readonly loaded: readonly Loaded[]; readonly failures: readonly Failure[] }> {
  const loaded: Loaded[] = [];
  const failures: Failure[] = [];
  for (const wanted of await shelf.list(kind)) {
    try {
      loaded.push(await openFile(shelf, wanted));
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      failures.push(cause);
    }
  }
  return { loaded, failures };
}

async function openFile(shelf: Shelf, wanted: ShelfFile): Promise<Loaded> {
  const [bytes] = await shelf.read([wanted]);
  return openText(decodeUtf8(bytes ?? Buffer.of(), wanted.file), wanted.file, openingOf(shelf));
}

/** A charter that is not there, as one of the same portal that says nothing. */
export function absent(other: Loaded, about: Pick<Loaded, 'revision' | 'shelf'> = {}): Loaded {
  const { title: _title, ...rest } = other.document;
  return {
    document: { ...rest, body: [], tables: [] },
    lines: new Map(),
    file: other.file,
    asked: other.asked ?? other.document.id,
    missing: true,
    ...about,
  };
}
