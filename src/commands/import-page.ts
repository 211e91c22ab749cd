/** Reads the page of an import with its template, and reads a recorded capture again as today's importer does. */
import { readCapture } from '../capture/read-capture.ts';
import type { CaptureRead } from '../capture/reading.ts';
import type { Charter, Template } from '../model/charter.ts';
import type { Generation } from '../model/drift.ts';
import { Failure } from '../model/failure.ts';
import { readSnapshot } from '../store/snapshots.ts';
import type { ImportOptions, Job, Workshop } from './import-request.ts';
import { findDocument, openAll, type Shelf } from './shelves.ts';
import { chooseTemplate } from './template-choice.ts';

export interface PageRead {
  readonly reading: CaptureRead;
  /** Id of the template followed, which may be gone. */
  readonly follows?: string;
  readonly template?: Template;
  /** What the page has in common with each template, where the choice was the importer's. */
  readonly generation?: Generation;
}

/** Reads the page with the template that was asked for, is followed already, or is clearly the page's own. */
export async function readPage(
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
  const { template, generation } = chooseTemplate(reading, templates);
  if (!template) return { reading, generation };
  const again = await readAccepted(job, { ...capture, template });
  // Counted anew, as the template settles what was doubtful.
  return {
    reading: again,
    follows: template.id,
    template,
    generation: chooseTemplate(again, [template]).generation,
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
export async function deriveAgain(
  charter: Charter,
  { repository, shelf }: Workshop,
): Promise<CaptureRead | undefined> {
  const { source } = charter;
  const bytes = source && readSnapshot(repository, source.capture, source.sha256);
  return bytes && readAgain(charter, bytes, shelf);
}

/** What the bytes of the charter's capture give today. */
export async function readAgain(
  charter: Charter,
  bytes: Buffer,
  shelf: Shelf,
): Promise<CaptureRead | undefined> {
  const { template } = charter;
  const followed = template === undefined ? undefined : await templateOf(template, shelf, false);
  return readAgainBy(charter, bytes, followed);
}

/** The same, with the template that it follows. */
export async function readAgainBy(
  { source }: Charter,
  bytes: Buffer,
  followed: Template | undefined,
): Promise<CaptureRead | undefined> {
  const reading = await readCapture(bytes, {
    ...(source ? { as: source.media } : {}),
    force: true,
    ...(source?.page === undefined ? {} : { page: source.page }),
    ...(followed ? { template: followed } : {}),
  });
  return reading.ok ? reading : undefined;
}
