/** Imports one capture: reads it, sees what hand edits stand in the way, and writes the charter and its capture. */
import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { formatDocument, schemaFrom } from '../canonical/format.ts';
import { openDocument } from '../canonical/open.ts';
import { charterFromReading } from '../capture/charter.ts';
import { readCapture } from '../capture/read-capture.ts';
import type { CaptureRead, Media } from '../capture/reading.ts';
import type { Charter, Day, Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { readText } from '../store/files.ts';
import { chartersFolder, type Repository } from '../store/repository.ts';
import { keepSnapshot, placeSnapshot, readSnapshot, type SnapshotPlace, sha256 } from '../store/snapshots.ts';
import { removeFile, writeWhole } from '../store/writing.ts';
import { headLength, statedId } from '../text/headlines.ts';
import { findDocument, type Loaded, openAll, type Shelf } from './shelves.ts';
import { chooseTemplate } from './template-choice.ts';

/** One page to import. */
export interface Job {
  readonly portal: string;
  readonly bytes: Buffer;
  /** The page's file as the user knows it. */
  readonly shown: string;
  /** With its dot; absent where the file has none of those known. */
  readonly extension?: string;
  readonly day: Day;
}

export interface ImportOptions {
  readonly as?: Media;
  readonly page?: string;
  readonly template?: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

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
  /** Share of its sentences found in the page, where the importer chose the template itself. */
  readonly share?: number;
  /** The charter's text was edited by hand since its import. */
  readonly edited: boolean;
}

export interface Workshop {
  readonly repository: Repository;
  readonly shelf: Shelf;
}

export async function importCapture(job: Job, options: ImportOptions, workshop: Workshop): Promise<Imported> {
  await refuseCharter(job);
  const before = await findBefore(job.portal, workshop);
  const page = options.page ?? before?.charter.source?.page;
  const { follows, template, share, reading } = await readPage(
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
  if (before && edited && !options.force && !options.dryRun) throw editFailure(before, derived);
  const file = before?.file ?? `${chartersFolder}/${job.portal}.yaml`;
  const result =
    before === undefined ? 'made' : sameDocument(before.charter, charter) ? 'unchanged' : 'updated';
  if (!options.dryRun)
    await write({ charter, file, place, bytes: job.bytes, changed: result !== 'unchanged' }, workshop);
  return {
    result,
    charter,
    file,
    place,
    reading,
    edited,
    ...(before ? { before: before.charter } : {}),
    ...(template ? { template } : {}),
    ...(share === undefined ? {} : { share }),
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

interface Before {
  readonly charter: Charter;
  readonly file: string;
  /** Comments in the file that a rewrite would lose. */
  readonly comments: boolean;
}

async function findBefore(portal: string, { repository, shelf }: Workshop): Promise<Before | undefined> {
  let loaded: Loaded;
  try {
    loaded = await findDocument(shelf, 'charter', portal);
  } catch (cause) {
    if (cause instanceof Failure && (cause.code === 'unknown-portal' || cause.code === 'no-charters'))
      return undefined;
    throw cause;
  }
  const { document, file } = loaded;
  if (document.kind !== 'charter') throw new Failure('not-a-charter', 3, { values: { file } });
  const text = readText(join(repository.root, file), file);
  const { canonical } = await openDocument(text);
  return {
    charter: document,
    file,
    comments: !canonical && /(?:^|[ \t])#/m.test(text.slice(text.indexOf('\n') + 1)),
  };
}

interface PageRead {
  readonly reading: CaptureRead;
  /** Id of the template followed, which may be gone. */
  readonly follows?: string;
  readonly template?: Template;
  readonly share?: number;
}

/** Reads the page with the template that was asked for, is followed already, or is clearly the page's own. */
async function readPage(
  job: Job,
  options: ImportOptions,
  { shelf, followed }: Workshop & { readonly followed?: string },
): Promise<PageRead> {
  const capture = {
    ...(options.as ? { as: options.as } : {}),
    ...(options.page === undefined ? {} : { page: options.page }),
    force: options.force,
  };
  const wanted = options.template ?? followed;
  if (wanted !== undefined) {
    const template = await templateOf(wanted, shelf, options.template !== undefined);
    const reading = await readAccepted(job, template ? { ...capture, template } : capture);
    return { reading, follows: wanted, ...(template ? { template } : {}) };
  }
  const reading = await readAccepted(job, capture);
  const { loaded } = await openAll(shelf, 'template');
  const templates = loaded.flatMap(({ document }) => (document.kind === 'template' ? [document] : []));
  const chosen = chooseTemplate(reading, templates);
  if (!chosen) return { reading };
  const { template, share } = chosen;
  return {
    reading: await readAccepted(job, { ...capture, template }),
    follows: template.id,
    template,
    share,
  };
}

/** A template asked for must be there; one that the charter only names may be gone. */
async function templateOf(id: string, shelf: Shelf, asked: boolean): Promise<Template | undefined> {
  try {
    const { document } = await findDocument(shelf, 'template', id);
    return document.kind === 'template' ? document : undefined;
  } catch (cause) {
    if (!asked && cause instanceof Failure && cause.code === 'unknown-template') return undefined;
    throw cause;
  }
}

async function readAccepted(
  { bytes, shown }: Job,
  options: Parameters<typeof readCapture>[1],
): Promise<CaptureRead> {
  const reading = await readCapture(bytes, options);
  if (reading.ok) return reading;
  throw new Failure('capture-refused', 3, {
    values: { file: shown },
    problems: reading.problems.map((problem) => ({ file: shown, problem })),
  });
}

/** What the recorded capture gives today; undefined where it cannot be read any more. */
async function deriveAgain(
  charter: Charter,
  { repository, shelf }: Workshop,
): Promise<CaptureRead | undefined> {
  const { source, template } = charter;
  if (!source) return undefined;
  const bytes = readSnapshot(repository, source.capture, source.sha256);
  if (!bytes) return undefined;
  const followed = template === undefined ? undefined : await templateOf(template, shelf, false);
  const reading = await readCapture(bytes, {
    as: source.media,
    force: true,
    ...(source.page === undefined ? {} : { page: source.page }),
    ...(followed ? { template: followed } : {}),
  });
  return reading.ok ? reading : undefined;
}

interface Parts {
  readonly reading: CaptureRead;
  readonly place: SnapshotPlace;
  readonly page?: string;
  readonly template?: string;
  readonly before: Charter | undefined;
  readonly derived: CaptureRead | undefined;
}

/** The new charter, with the decisions and the hand-set variables of the one before. */
function compose(job: Job, { reading, place, page, template, before, derived }: Parts): Charter {
  const charter = charterFromReading(reading, {
    id: job.portal,
    ...(template === undefined ? {} : { template }),
    source: {
      ...(page === undefined ? {} : { page }),
      capture: place.file,
      captured: place.day,
      media: reading.media,
      sha256: sha256(job.bytes),
    },
    ...(before ? { previous: before } : {}),
  });
  if (!before) return charter;
  return {
    ...charter,
    variables: keepVariables(before.variables, derived?.variables ?? before.variables, charter.variables),
  };
}

/** A value set by hand stays; one that came from the capture follows the new capture. */
function keepVariables(
  before: Charter['variables'],
  derived: Charter['variables'],
  read: Charter['variables'],
): Charter['variables'] {
  const kept = Object.entries(before).filter(
    ([name, value]) => derived[name] !== value || !Object.hasOwn(read, name),
  );
  return Object.fromEntries([...Object.entries(read), ...kept]);
}

/** Whether the import would overwrite what a person wrote. */
function isEdited(before: Before, after: Charter, derived: CaptureRead | undefined): boolean {
  if (sameDocument(before.charter, after)) return false;
  if (before.comments) return true;
  if (sameText(before.charter, after)) return false;
  return derived === undefined || !sameText(before.charter, derived);
}

function editFailure({ charter, file, comments }: Before, derived: CaptureRead | undefined): Failure {
  if (comments) return new Failure('comments-in-the-way', 3, { values: { file } });
  if (charter.source && !derived)
    return new Failure('lost-capture', 3, { values: { file, capture: charter.source.capture } });
  return new Failure('hand-edited', 3, { values: { file } });
}

type Texts = Pick<Charter, 'title' | 'language' | 'body' | 'tables'>;

function sameText(one: Texts, other: Texts): boolean {
  const text = ({ title, language, body, tables }: Texts): string =>
    bytesOf({
      kind: 'charter',
      id: 'x',
      language,
      body,
      tables,
      variables: {},
      repairs: [],
      decisions: [],
      ...(title === undefined ? {} : { title }),
    });
  return text(one) === text(other);
}

function sameDocument(one: Charter, other: Charter): boolean {
  return bytesOf(one) === bytesOf(other);
}

function bytesOf(charter: Charter): string {
  return formatDocument(charter, { schema: 'x' });
}

interface Writing {
  readonly charter: Charter;
  readonly file: string;
  readonly place: SnapshotPlace;
  readonly bytes: Buffer;
  readonly changed: boolean;
}

/** The capture first, as the charter names it; taken back where the charter cannot be written. */
async function write(
  { charter, file, place, bytes, changed }: Writing,
  { repository }: Workshop,
): Promise<void> {
  const text = formatDocument(charter, { schema: schemaFrom(file.slice(chartersFolder.length + 1)) });
  const { document, problems } = await openDocument(text);
  if (document?.kind !== 'charter' || !sameDocument(document, charter))
    throw new Error(
      `The canonical form of ${file} does not read back: ${problems[0]?.code ?? 'other contents'}`,
    );
  keepSnapshot(repository, place, bytes);
  if (!changed) return;
  try {
    writeWhole(join(repository.root, file), text, repository.root);
  } catch (cause) {
    if (!place.kept) removeFile(join(repository.root, place.file));
    throw cause;
  }
}
