/** Which charters of the work tree are what their captures give: those alone were observed as they stand. */
import type { Charter } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { readCached, writeCached } from '../store/cache.ts';
import type { TreeFile } from '../store/git.ts';
import { hasSparseCheckout, type Repository, snapshotsFolder } from '../store/repository.ts';
import { readSnapshot, sha256 } from '../store/snapshots.ts';
import { cacheFolder, folderKey } from '../store/user-folders.ts';
import type { Context } from './context.ts';
import { isCopied } from './copied.ts';
import { type Shelf, type ShelfFile, workTree } from './shelves.ts';

/**
 * The capture of each is read again; one that is gone, altered or cannot be read proves nothing. What was proven
 * once, of the same text, capture and templates, is remembered by its fingerprint in the user's own folder.
 */
export async function findObserved(
  charters: readonly Charter[],
  repository: Repository,
  { env }: Pick<Context, 'env'>,
): Promise<ReadonlySet<Charter>> {
  const captured = charters.filter(({ source }) => source !== undefined);
  if (captured.length === 0) return new Set();
  const shelf = remember(workTree(repository));
  const known = openKnown(repository, env);
  const shared = await digestOfTemplates(shelf);
  const leftOut = hasSparseCheckout(repository.root) ? openLeftOut(repository) : undefined;
  const observed = new Map<Charter, string>();
  for (const charter of captured) {
    const print = sha256(Buffer.from(`${shared}\n${JSON.stringify(charter)}`));
    if (await isObserved(charter, { repository, shelf, proven: known.prints.has(print), leftOut }))
      observed.set(charter, print);
  }
  known.keep([...observed.values()]);
  return new Set(observed.keys());
}

interface Ground {
  readonly repository: Repository;
  readonly shelf: Shelf;
  readonly proven: boolean;
  readonly leftOut: LeftOut | undefined;
}

async function isObserved(
  charter: Charter,
  { repository, shelf, proven, leftOut }: Ground,
): Promise<boolean> {
  const { source } = charter;
  try {
    const bytes =
      source &&
      (readSnapshot(repository, source.capture, source.sha256) ??
        (await leftOut?.(source.capture, source.sha256)));
    if (!bytes || (await isCopied(charter, shelf))) return false;
    if (proven) return true;
    const [{ readAgain }, { isAsRead }] = await Promise.all([
      import('./import-page.ts'),
      import('./commit-origin.ts'),
    ]);
    const reading = await readAgain(charter, bytes, shelf);
    return reading !== undefined && isAsRead(charter, reading);
  } catch (cause) {
    if (cause instanceof Failure) return false;
    throw cause;
  }
}

/** A capture of the last commit by its file, where it has that digest. */
type LeftOut = (file: string, hash: string) => Promise<Buffer | undefined>;

/** Captures that a sparse checkout leaves out of the work tree. */
function openLeftOut({ root }: Repository): LeftOut {
  let listed: Promise<ReadonlyMap<string, TreeFile>> | undefined;
  async function list(): Promise<ReadonlyMap<string, TreeFile>> {
    const { listFiles, resolveRevision } = await import('../store/git.ts');
    const files = await listFiles(root, await resolveRevision(root, 'HEAD'), snapshotsFolder);
    return new Map(files.map((place) => [place.file, place]));
  }
  return async (file, hash) => {
    listed ??= list();
    const place = (await listed).get(file);
    if (!place) return undefined;
    const { readBlobs } = await import('../store/git.ts');
    const [bytes] = await readBlobs(root, [place]);
    return bytes && sha256(bytes) === hash ? bytes : undefined;
  };
}

async function digestOfTemplates(shelf: Shelf): Promise<string> {
  try {
    return sha256(Buffer.concat(await shelf.read(await shelf.list('template'))));
  } catch (cause) {
    if (cause instanceof Failure) return '';
    throw cause;
  }
}

interface Known {
  readonly prints: ReadonlySet<string>;
  keep(prints: readonly string[]): void;
}

function openKnown({ root }: Repository, env: Context['env']): Known {
  const folder = cacheFolder(env);
  if (folder === undefined) return { prints: new Set(), keep: () => undefined };
  const name = `observed-${folderKey(root)}`;
  const prints = new Set((readCached(folder, name) ?? '').split('\n').filter((line) => line !== ''));
  return {
    prints,
    keep: (now) => {
      const same = now.length === prints.size && now.every((print) => prints.has(print));
      if (!same) writeCached(folder, name, now.map((print) => `${print}\n`).join(''));
    },
  };
}

/** All charters that follow a template ask for the same file. */
function remember(shelf: Shelf): Shelf {
  const lists = new Map<string, ReturnType<Shelf['list']>>();
  const contents = new Map<string, Promise<readonly Buffer[]>>();
  return {
    list: (kind) => {
      const files = lists.get(kind) ?? shelf.list(kind);
      lists.set(kind, files);
      return files;
    },
    read: async (files) => (await Promise.all(files.map(readOne))).flat(),
  };
  function readOne(file: ShelfFile): Promise<readonly Buffer[]> {
    const bytes = contents.get(file.file) ?? shelf.read([file]);
    contents.set(file.file, bytes);
    return bytes;
  }
}
