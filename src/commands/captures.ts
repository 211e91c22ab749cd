/** Opens a raw capture as a charter, for a comparison that needs no import; nothing is written. */
import { basename } from 'node:path';
import { charterFromReading } from '../capture/charter.ts';
import { readCapture } from '../capture/read-capture.ts';
import type { CaptureReading } from '../capture/reading.ts';
import { Failure } from '../model/failure.ts';
import { type Repository, snapshotsFolder } from '../store/repository.ts';
import { dayOfName, sha256 } from '../store/snapshots.ts';
import type { Context } from './context.ts';
import { type Loaded, openAll, workTree } from './shelves.ts';
import { chooseTemplate } from './template-choice.ts';

export interface CaptureFile {
  readonly path: string;
  readonly repository: Repository | undefined;
  readonly context: Context;
  /** The page's address, where something tells it. */
  readonly page?: string;
}

export async function openCapture(
  bytes: Buffer,
  { path, repository, context, page }: CaptureFile,
): Promise<Loaded> {
  const options = page === undefined ? {} : { page };
  const first = accept(await readCapture(bytes, options), path);
  const templates = repository ? (await openAll(workTree(repository), 'template')).loaded : [];
  const { template } = chooseTemplate(
    first,
    templates.flatMap(({ document }) => (document.kind === 'template' ? [document] : [])),
  );
  const reading = template ? accept(await readCapture(bytes, { ...options, template }), path) : first;
  const document = charterFromReading(reading, {
    id: idOf(path),
    ...(template ? { template: template.id } : {}),
    source: {
      capture: path,
      captured: dayOfName(basename(path)) ?? context.today,
      media: reading.media,
      sha256: sha256(bytes),
    },
  });
  return { document, lines: new Map(), file: path, capture: { warnings: reading.warnings } };
}

function accept(reading: CaptureReading, file: string): Extract<CaptureReading, { ok: true }> {
  if (reading.ok) return reading;
  throw new Failure('capture-refused', 3, {
    values: { file },
    problems: reading.problems.map((problem) => ({ file, problem })),
  });
}

/** Captures kept in a repository are their portal's; any other is called by its file. */
function idOf(path: string): string {
  const kept = new RegExp(`(?:^|/)${snapshotsFolder}/([a-z0-9][a-z0-9-]{0,62})/[^/]+$`).exec(path)?.[1];
  return kept ?? basename(path).slice(0, 63);
}
