/** Reads of each version of a charter which days it counts for, and what its commit says of where its text comes from. */
import { isTechnical } from '../history/technical.ts';
import type { Day } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Trailer, Version } from '../model/history.ts';
import type { BlobReader } from '../store/blobs.ts';
import { headLength, statedCapture, statedCaptureFile, statedId } from '../text/headlines.ts';
import { importedMark } from './commit-trailers.ts';

export interface Marked {
  readonly version: Version;
  readonly recorded: Day;
  readonly captured?: Day;
  /** Equal for versions read from one capture. */
  readonly capture?: string;
  /** Of that capture, from the repository's root. */
  readonly captureFile?: string;
  /** The id that the charter has there. */
  readonly id?: string;
  readonly technical: boolean;
  /** The id that the charter was given where this one ends. */
  readonly became?: string;
  /** Whether the commit says that the text is as its capture gave it, or that a hand changed it. */
  readonly told?: 'imported' | 'edited';
}

interface Marking {
  readonly dayOf: (instant: string) => Day;
  readonly blobs: BlobReader;
}

export async function markVersions(
  versions: readonly Version[],
  { dayOf, blobs }: Marking,
): Promise<Marked[]> {
  const contents = await blobs.read(
    versions.flatMap(({ blob, successor }) => [blob, successor?.blob].filter((one) => one !== undefined)),
  );
  const marked = versions.map(async (version): Promise<Marked> => {
    const { committed, trailers } = version.commit;
    const bytes = contents.get(version.blob ?? '');
    const became = statedId(
      contents.get(version.successor?.blob ?? '')?.toString('utf8', 0, headLength) ?? '',
    );
    // Without its contents a version's day is unknown, and another one would be taken for it.
    if (version.blob !== undefined && !bytes)
      throw new Failure('git-object-missing', 4, { values: { file: version.file } });
    const head = bytes?.toString('utf8', 0, headLength) ?? '';
    const stated = statedCapture(head);
    const [id, captureFile] = [statedId(head), stated && statedCaptureFile(head)];
    const told = stated && bytes ? readTold(trailers, bytes.toString('utf8')) : undefined;
    const digest = async (): Promise<string | undefined> =>
      bytes && importedMark('', bytes.toString('utf8')).trim();
    return {
      version,
      recorded: dayOf(committed),
      technical: await isTechnical(version.commit, digest),
      ...(stated ? { captured: stated.captured, capture: `${stated.captured} ${stated.sha256}` } : {}),
      ...(captureFile === undefined ? {} : { captureFile }),
      ...(id === undefined ? {} : { id }),
      ...(became === undefined ? {} : { became }),
      ...(told ? { told } : {}),
    };
  });
  return Promise.all(marked);
}

/** A version without a capture counts for the day of its commit. */
export function countsFor({ captured, recorded }: Marked): Day {
  return captured ?? recorded;
}

/** A text that is no more the one that was imported was changed when the commit was amended. */
function readTold(trailers: readonly Trailer[], text: string): Marked['told'] {
  const id = statedId(text.slice(0, headLength));
  if (id === undefined) return undefined;
  const imported = valuesOf(trailers, 'imported').filter((value) => value.startsWith(`${id} `));
  if (valuesOf(trailers, 'edited').includes(id)) return 'edited';
  if (imported.length === 0) return undefined;
  return imported.includes(importedMark(id, text)) ? 'imported' : 'edited';
}

function valuesOf(trailers: readonly Trailer[], wanted: string): string[] {
  return trailers.filter(({ key }) => key.toLowerCase() === wanted).map(({ value }) => value.trim());
}
