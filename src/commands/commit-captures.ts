/** The captures of one charter in a commit: those that are new, what is none, and the bytes that its text comes from. */
import { join } from 'node:path';
import type { Charter } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { BlobReader } from '../store/blobs.ts';
import { type CommittedFile, type Ground, isLink } from '../store/commit-ground.ts';
import { exists, readBytes } from '../store/files.ts';
import { hasSparseCheckout, isFile, snapshotsFolder } from '../store/repository.ts';
import { isCaptureName, sha256 } from '../store/snapshots.ts';
import { isBlob } from './changed.ts';

export interface CaptureDesk {
  readonly ground: Ground;
  readonly blobs: BlobReader;
  /** Charters, templates and captures of the last commit by their paths. */
  readonly committed: ReadonlyMap<string, CommittedFile>;
  /** Files below the folder of captures that git knows, or would not ignore. */
  readonly candidates: readonly string[];
}

export interface CapturesFound {
  /** New files, from the repository's root. */
  readonly captures: readonly string[];
  /** Those of them that git is told to ignore. */
  readonly ignored: readonly string[];
  /** New files among the captures that are none. */
  readonly others: readonly string[];
  /** New captures that the charter does not come from. */
  readonly unheld: readonly string[];
  /** The bytes of the capture that the charter names. */
  readonly bytes?: Buffer;
}

/** Fails with status 3 where the charter's capture is gone, altered, or stands where none is kept. */
export async function readCaptures(
  id: string,
  charter: Charter | undefined,
  desk: CaptureDesk,
): Promise<CapturesFound> {
  const { ground, committed, candidates } = desk;
  const named = charter?.source?.capture;
  const isOwn = (file: string): boolean => file === named || file.startsWith(`${snapshotsFolder}/${id}/`);
  refuseAltered(
    [...committed.values()].filter(({ file }) => isOwn(file)),
    ground,
  );
  if (named !== undefined) refuseForeign(id, named, desk);
  const fresh = [...new Set([...candidates.filter(isOwn), ...(named === undefined ? [] : [named])])]
    .filter((file) => !committed.has(file) && exists(join(ground.root, file)))
    .sort();
  const isTaken = (file: string): boolean => isCapture(file, ground);
  const captures = fresh.filter(isTaken);
  const known = new Set(candidates);
  return {
    captures,
    ignored: captures.filter((file) => !known.has(file)),
    others: fresh.filter((file) => !isTaken(file)),
    unheld: captures.filter((file) => file !== named),
    ...(charter?.source ? { bytes: await readSource(id, charter.source, desk) } : {}),
  };
}

/** What else stands among the captures may be private, and a commit is for ever. */
function isCapture(file: string, ground: Ground): boolean {
  return isCaptureName(file) && isFile(join(ground.root, file)) && !isLink(ground, file);
}

function refuseForeign(id: string, capture: string, { ground, committed }: CaptureDesk): void {
  refuseLink(ground, capture);
  if (!committed.has(capture) && !isCaptureName(capture))
    throw new Failure('commit-capture-place', 3, { values: { id, capture } });
}

/** Git would keep where the link leads, and not the text. */
export function refuseLink(ground: Ground, file: string): void {
  if (isLink(ground, file)) throw new Failure('commit-link', 3, { values: { file } });
}

async function readSource(
  id: string,
  { capture, sha256: hash }: NonNullable<Charter['source']>,
  { ground, blobs, committed }: CaptureDesk,
): Promise<Buffer> {
  const blob = hasSparseCheckout(ground.root) ? committed.get(capture)?.blob : undefined;
  const bytes = exists(join(ground.root, capture))
    ? readBytes(join(ground.root, capture), capture)
    : (await blobs.read(blob === undefined ? [] : [blob])).get(blob ?? '');
  if (!bytes) throw new Failure('commit-capture-missing', 3, { values: { id, capture } });
  // Git's settings may give the work tree line ends of its own; what it keeps is as it was recorded.
  const recorded = [bytes, committed.has(capture) ? withoutReturns(bytes) : bytes].find(
    (one) => sha256(one) === hash,
  );
  if (!recorded) throw new Failure('commit-capture-other', 3, { values: { id, capture } });
  return recorded;
}

function withoutReturns(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

/** What was observed once stays as it was observed. */
function refuseAltered(committed: readonly CommittedFile[], { root }: Ground): void {
  for (const { file, blob } of committed) {
    const path = join(root, file);
    if (isFile(path) && !isBlob(readBytes(path, file), blob))
      throw new Failure('capture-altered', 3, { values: { file } });
  }
}
