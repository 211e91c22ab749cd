/** Finds a charter in a state of the repository where it had another id or stood in another file. */

import type { Place } from '../model/history.ts';
import { openBlobs } from '../store/blobs.ts';
import { decodeUtf8 } from '../store/files.ts';
import { followFile } from '../store/following.ts';
import { pairRenames } from '../store/renames.ts';
import type { Repository } from '../store/repository.ts';
import { headLength, statedId } from '../text/headlines.ts';
import {
  aboutShelf,
  type DocumentKind,
  findFile,
  isStanding,
  type Loaded,
  openText,
  type Shelf,
} from './shelves.ts';

export interface FormerQuestion {
  readonly kind: DocumentKind;
  readonly id: string;
  /** The state that the question is about. */
  readonly then: Shelf;
  /** A state in which the id is known. */
  readonly now: Shelf;
}

/** By the history of its file, where `now` is a commit; else as what went and came between the two states. */
export async function findFormer(
  { root }: Repository,
  { kind, id, then, now }: FormerQuestion,
): Promise<Loaded | undefined> {
  const blobs = openBlobs(root);
  try {
    const { file } = await findFile(now, kind, id);
    const old = placesOf(await then.list(kind));
    const found =
      now.commit === undefined
        ? undefined
        : await followTo(old, followFile(root, file, { from: [now.commit], blobs }));
    const place = found ?? (await pairStates(old, { now, kind, file }, blobs));
    if (!place) return undefined;
    const bytes = (await blobs.read([place.blob])).get(place.blob);
    if (!bytes) return undefined;
    return openText(decodeUtf8(bytes, place.file), place.file, { ...aboutShelf(then), asked: id });
  } finally {
    blobs.close();
  }
}

function placesOf(files: readonly { readonly file: string; readonly blob?: string }[]): Place[] {
  return files.flatMap(({ file, blob }) => (blob === undefined ? [] : [{ file, blob }]));
}

/** The first place of the history that is among those of the other state. */
async function followTo(
  places: readonly Place[],
  history: ReturnType<typeof followFile>,
): Promise<Place | undefined> {
  const marks = new Map(places.map((place) => [`${place.blob} ${place.file}`, place]));
  for await (const { versions } of history)
    for (const { file, blob, before } of versions)
      for (const place of [{ file, blob: blob ?? '' }, ...before]) {
        const found = marks.get(`${place.blob} ${place.file}`);
        if (found) return found;
      }
  return undefined;
}

interface Present {
  readonly now: Shelf;
  readonly kind: DocumentKind;
  readonly file: string;
}

async function pairStates(
  old: readonly Place[],
  { now, kind, file }: Present,
  blobs: ReturnType<typeof openBlobs>,
): Promise<Place | undefined> {
  const files = await now.list(kind);
  const kept = new Set(files.map((other) => other.file));
  const same = await renamedInPlace(old, { now, kind, file }, blobs);
  const gone = old.filter((place) => !kept.has(place.file) || place === same);
  const [bytes] = await now.read(files.filter((other) => other.file === file));
  if (!bytes || gone.length === 0) return undefined;
  const come = { file, blob: 'here' };
  const read = async (ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> =>
    new Map([...(await blobs.read(ids.filter((id) => id !== come.blob))), [come.blob, bytes]]);
  return (await pairRenames(gone, [come], { read })).get(file);
}

/** The file as it was, where the charter that it held then stands nowhere now. */
async function renamedInPlace(
  old: readonly Place[],
  { now, kind, file }: Present,
  blobs: ReturnType<typeof openBlobs>,
): Promise<Place | undefined> {
  const place = old.find((other) => other.file === file);
  const bytes = place && (await blobs.read([place.blob])).get(place.blob);
  const id = statedId(bytes?.toString('utf8', 0, headLength) ?? '');
  return id === undefined || (await isStanding(now, id, kind)) ? undefined : place;
}
