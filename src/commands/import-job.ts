/** Imports one capture: reads it, sees what hand edits stand in the way, and writes the charter and its capture. */
import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { formatDocument, schemaFrom } from '../canonical/format.ts';
import { openDocument } from '../canonical/open.ts';
import type { CaptureRead, Media } from '../capture/reading.ts';
import type { Charter, Day, Template } from '../model/charter.ts';
import type { Generation } from '../model/drift.ts';
import { Failure } from '../model/failure.ts';
import { replaceText } from '../store/replacing.ts';
import { chartersFolder } from '../store/repository.ts';
import { keepSnapshot, placeSnapshot, type SnapshotPlace } from '../store/snapshots.ts';
import { removeFile } from '../store/writing.ts';
import { headLength, statedId } from '../text/headlines.ts';
import { editFailure, findBefore, isEdited, laterCapture, sameDocument } from './import-before.ts';
import { compose } from './import-charter.ts';
import { deriveAgain, readPage } from './import-page.ts';
import type { ImportOptions, Job, Workshop } from './import-request.ts';

/** What came of it. */
export interface Imported {
  readonly result: 'made' | 'updated' | 'unchanged';
  readonly charter: Charter;
  /** As it was; absent where there was none. */
  readonly before?: Charter;
  readonly file: string;
  readonly place: SnapshotPlace;
  readonly reading: CaptureRead;
  /** The one that the charter follows, where it is there. */
  readonly template?: Template;
  /** What the page has in common with each template, where the choice was the importer's. */
  readonly generation?: Generation;
  /** The charter's text was edited by hand since its import. */
  readonly edited: boolean;
  /** The day of the capture that it had, where the new one is older. */
  readonly later?: Day;
}

export async function importCapture(job: Job, options: ImportOptions, workshop: Workshop): Promise<Imported> {
  await refuseCharter(job);
  const before = await findBefore(job.portal, workshop);
  const page = options.page ?? before?.charter.source?.page;
  const { follows, template, generation, reading } = await readPage(
    job,
    { ...options, ...(page ? { page } : {}) },
    {
      ...workshop,
      ...(before?.charter.template === undefined ? {} : { followed: before.charter.template }),
    },
  );
  const place = placeSnapshot(workshop.repository, {
    portal: job.portal,
    bytes: job.bytes,
    day: job.day,
    extension: job.extension ?? extensions[reading.media],
    ...(before?.charter.source ? { present: before.charter.source.capture } : {}),
  });
  const derived = before ? await deriveAgain(before.charter, workshop) : undefined;
  const charter = compose(job, {
    reading,
    place,
    ...(page ? { page } : {}),
    ...(follows ? { template: follows } : {}),
    before: before?.charter,
    derived,
  });
  const edited = before !== undefined && isEdited(before, charter, derived);
  const later = before && laterCapture(before, place.day);
  if (before && !options.force && !options.dryRun) {
    if (edited) throw editFailure(before, derived);
    if (later !== undefined)
      throw new Failure('older-capture', 3, { values: { file: before.file, day: place.day, later } });
  }
  const file = before?.file ?? `${chartersFolder}/${job.portal}.yaml`;
  const result =
    before === undefined ? 'made' : sameDocument(before.charter, charter) ? 'unchanged' : 'updated';
  if (!options.dryRun)
    await write(
      { charter, file, place, bytes: job.bytes, text: before?.text, changed: result !== 'unchanged' },
      workshop,
    );
  return {
    result,
    charter,
    file,
    place,
    reading,
    edited,
    ...(later === undefined ? {} : { later }),
    ...(before ? { before: before.charter } : {}),
    ...(template ? { template } : {}),
    ...(generation ? { generation } : {}),
  };
}

/** A charter's own file is no page: read as one, its keys would become its text. */
async function refuseCharter({ bytes, shown }: Job): Promise<void> {
  if (statedId(bytes.toString('utf8', 0, headLength)) === undefined || !isUtf8(bytes)) return;
  const { document } = await openDocument(bytes.toString('utf8'));
  if (document) throw new Failure('charter-already', 3, { values: { file: shown } });
}

const extensions: Readonly<Record<Media, string>> = {
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/html': '.html',
};

interface Writing {
  readonly charter: Charter;
  readonly file: string;
  readonly place: SnapshotPlace;
  readonly bytes: Buffer;
  /** What the file said when it was read; undefined where there is none. */
  readonly text: string | undefined;
  readonly changed: boolean;
}

/** The capture first, as the charter names it; taken back where the charter cannot be written. */
async function write(
  { charter, file, place, bytes, text: before, changed }: Writing,
  { repository }: Workshop,
): Promise<void> {
  const after = formatDocument(charter, { schema: schemaFrom(file.slice(chartersFolder.length + 1)) });
  const { document, problems } = await openDocument(after);
  if (document?.kind !== 'charter' || !sameDocument(document, charter))
    throw new Error(
      `The canonical form of ${file} does not read back: ${problems[0]?.code ?? 'other contents'}`,
    );
  keepSnapshot(repository, place, bytes);
  if (!changed) return;
  try {
    replaceText(join(repository.root, file), { file, before, after }, repository.root);
  } catch (cause) {
    if (!place.kept) removeFile(join(repository.root, place.file));
    throw cause;
  }
}
