/** Finds the charter that is blamed: as the work tree has it, or as a commit has it. */
import { Failure } from '../model/failure.ts';
import type { Place } from '../model/history.ts';
import { decodeUtf8 } from '../store/files.ts';
import { blobId } from '../store/git.ts';
import type { Context } from './context.ts';
import type { Past } from './past.ts';
import { findFormerly } from './past-start.ts';
import type { Target } from './past-targets.ts';
import { goneOr } from './removed.ts';
import { type FoundFile, findFile, type Loaded, openText, type Shelf, workTree } from './shelves.ts';

export interface Blamed {
  readonly loaded: Loaded & {
    /** Lines of the file. */
    readonly count: number;
  };
  /** What the commit holds of it; absent where it is not in it. */
  readonly place?: Place;
  /** Whether the work tree's text is another. */
  readonly changed: boolean;
  /** As asked for. */
  readonly revision?: string;
}

/** `asked` is the revision as it was given; without one the work tree is asked about. */
export async function openBlamed(
  past: Past,
  target: Target,
  { asked, context }: { readonly asked?: string | undefined; readonly context: Context },
): Promise<Blamed> {
  const { shelf, repository } = past;
  if (asked !== undefined) {
    const found = await findThen(past, target, context);
    const place = await placeOf(found.file, shelf, target);
    return {
      loaded: await open(found),
      changed: false,
      ...(place ? { place } : {}),
      revision: asked,
    };
  }
  const here = await findOrMiss(workTree(repository), target);
  // Gone from the work tree, or none there: what was committed last is asked about.
  if (here instanceof Failure) {
    const last = await findOrMiss(shelf, target);
    if (last instanceof Failure) throw await goneOr(here, target, context);
    return openBlamed(past, target, { asked: 'HEAD', context });
  }
  const place =
    (await placeOf(here.file, shelf, target)) ??
    (await placeOf((await fileOf(past, target, context)) ?? '', shelf, target));
  const changed = place !== undefined && blobId(here.bytes, place.blob) !== place.blob;
  return { loaded: await open(here), changed, ...(place ? { place } : {}) };
}

/** Under the id that it had in the commit. */
async function findThen(past: Past, target: Target, context: Context): Promise<FoundFile> {
  const found = await findOrMiss(past.shelf, target);
  if (!(found instanceof Failure)) return found;
  const former = await findFormerly(past, target, context);
  if (!former) throw found;
  return findFile(past.shelf, target.kind, former.document.id);
}

async function open({ bytes, file }: FoundFile): Promise<Blamed['loaded']> {
  const text = decodeUtf8(bytes, file);
  const { document, lines } = await openText(text, file);
  return { document, lines, file, count: text.replace(/\n$/, '').split('\n').length };
}

async function placeOf(file: string, shelf: Shelf, { kind }: Target): Promise<Place | undefined> {
  const found = (await shelf.list(kind)).find((candidate) => candidate.file === file);
  return found?.blob === undefined ? undefined : { file, blob: found.blob };
}

/** Where the commit has it, be it under another id. */
async function fileOf(past: Past, target: Target, context: Context): Promise<string | undefined> {
  const found = await findOrMiss(past.shelf, target);
  return found instanceof Failure ? (await findFormerly(past, target, context))?.file : found.file;
}

/** The failure where there is no such charter; any other is thrown. */
async function findOrMiss(shelf: Shelf, { kind, id }: Target): Promise<FoundFile | Failure> {
  try {
    return await findFile(shelf, kind, id);
  } catch (cause) {
    const misses = ['unknown-portal', 'unknown-template', 'no-charters'];
    if (cause instanceof Failure && misses.includes(cause.code)) return cause;
    throw cause;
  }
}
