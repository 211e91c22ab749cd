/** The captures of a portal: one for each day that a text was seen on, named by it, never altered. */
import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import type { Day } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { exists, readBytes } from './files.ts';
import { isFolder, listFolder, type Repository, snapshotsFolder } from './repository.ts';
import { writeWhole } from './writing.ts';

/** Where a capture stands, or is to stand. */
export interface SnapshotPlace {
  /** From the repository's root, with `/`. */
  readonly file: string;
  readonly day: Day;
  /** True where these very bytes are kept already. */
  readonly kept: boolean;
}

export interface SnapshotWanted {
  readonly portal: string;
  readonly bytes: Uint8Array;
  readonly day: Day;
  /** With its dot. */
  readonly extension: string;
  /** The file of the capture that the charter was read from last. */
  readonly present?: string;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The same bytes keep their place and day where nothing else was seen since. A page that goes back to an earlier text,
 * or comes back after its charter was removed, was observed anew, and its bytes are kept again. Other bytes of one day get the next number, `DATE-2`.
 */
export function placeSnapshot(repository: Repository, wanted: SnapshotWanted): SnapshotPlace {
  const folder = `${snapshotsFolder}/${wanted.portal}`;
  const names = listNames(repository, folder);
  const captures = names.flatMap((name) => {
    const day = dayOfName(name);
    return day === undefined ? [] : [{ file: `${folder}/${name}`, day }];
  });
  captures.sort((one, other) => inOrder(one.file, other.file));
  const last = captures.at(-1)?.file;
  const hash = sha256(wanted.bytes);
  const kept = captures
    .filter(
      ({ file, day }) =>
        day === wanted.day || (wanted.present !== undefined && [wanted.present, last].includes(file)),
    )
    .filter(({ file }) => sha256(readBytes(join(repository.root, file), file)) === hash);
  const place =
    kept.find(({ file }) => file === wanted.present) ?? kept.find(({ day }) => day === wanted.day) ?? kept[0];
  if (place) return { ...place, kept: true };
  const stems = new Set(names.map((name) => name.replace(/\..*$/s, '')));
  let stem = wanted.day;
  for (let number = 2; stems.has(stem); number += 1) stem = `${wanted.day}-${number}`;
  return { file: `${folder}/${stem}${wanted.extension}`, day: wanted.day, kept: false };
}

const collator = new Intl.Collator('en', { numeric: true });

/** By the names of captures: `2026-11-21-10` comes after `2026-11-21-2`. */
export function inOrder(one: string, other: string): number {
  return collator.compare(stemOf(one), stemOf(other));
}

function stemOf(file: string): string {
  return file.replace(/\.[^./]*$/, '');
}

function listNames(repository: Repository, folder: string): string[] {
  const path = join(repository.root, folder);
  if (!isFolder(path)) return [];
  return listFolder(path, folder)
    .filter((entry) => !entry.folder)
    .map(({ name }) => name);
}

/** The id of the charter that a capture was kept for, by its place. */
export function captureOwner(file: string): string | undefined {
  const [folder, portal, name] = file.split('/');
  return folder === snapshotsFolder && name !== undefined ? portal : undefined;
}

/** Those of captures, with their dots. */
const captureExtensions: ReadonlySet<string> = new Set(['.txt', '.md', '.html', '.htm']);

/** Whether a file stands and is named as captures do: `snapshots/PORTAL/DAY.txt` and the like. */
export function isCaptureName(file: string): boolean {
  const [folder, portal, name, ...more] = file.split('/');
  if (folder !== snapshotsFolder || portal === undefined || name === undefined) return false;
  return (
    more.length === 0 && dayOfName(name) !== undefined && captureExtensions.has(extname(name).toLowerCase())
  );
}

/** The day in a capture's name: `2026-11-21.txt`, `2026-11-21-2.html`. */
export function dayOfName(name: string): Day | undefined {
  return /^(\d{4}-\d{2}-\d{2})(?:-\d+)?\.[a-z]+$/i.exec(name)?.[1];
}

/** Keeps the bytes; a file that stands there already is never replaced. */
export function keepSnapshot(repository: Repository, place: SnapshotPlace, bytes: Uint8Array): void {
  if (place.kept) return;
  const path = join(repository.root, place.file);
  if (exists(path)) throw new Failure('capture-exists', 4, { values: { file: place.file } });
  writeWhole(path, bytes, repository.root);
}

/** The recorded capture's bytes, undefined where they are gone or are not those recorded. */
export function readSnapshot(repository: Repository, file: string, hash: string): Buffer | undefined {
  const path = join(repository.root, file);
  if (!exists(path)) return undefined;
  const bytes = readBytes(path, file);
  return sha256(bytes) === hash ? bytes : undefined;
}
