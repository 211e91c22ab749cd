/**
 * Where the new text of a charter comes from: its capture, a hand, or only a better reading of a capture that was
 * committed before. A change is called technical where that is certain; in doubt it is one of content.
 */
import { basename } from 'node:path';
import { formatDocument, schemaFrom } from '../canonical/format.ts';
import type { CaptureRead } from '../capture/reading.ts';
import type { Charter } from '../model/charter.ts';
import type { Version } from '../model/history.ts';
import { followFile } from '../store/following.ts';
import { chartersFolder } from '../store/repository.ts';
import { dayOfName, sha256 } from '../store/snapshots.ts';
import type { Desk, Draft, Page } from './commit-files.ts';
import { importedMark } from './commit-trailers.ts';
import { findOriginal } from './copied.ts';
import { sameDocument, sameText } from './import-before.ts';
import { compose } from './import-charter.ts';
import { readAgain } from './import-page.ts';

export interface Origin {
  /** The whole change comes from reading the committed capture anew. */
  readonly technical: boolean;
  /** Before the change of content: what today's importer reads in the capture of the last commit. */
  readonly readAnew?: Page;
  /** The capture that gives this very text. */
  readonly capture?: string;
  /** The text is not what its capture gives. */
  readonly edited: boolean;
  /** The charter whose capture it names: it was made from a copy of that. */
  readonly original?: string;
}

export async function findOrigin(draft: Draft, desk: Desk): Promise<Origin> {
  const now = charterOf(draft.after);
  if (!now?.source || !draft.bytes) return { technical: false, edited: false };
  const reading = await readAgain(now, draft.bytes, desk.shelf);
  const original = await findOriginal(now, desk.shelf);
  const copied = original !== undefined;
  const same = reading !== undefined && !copied && isAsRead(now, reading);
  const told = {
    edited: copied || (reading !== undefined && !same),
    ...(same ? { capture: now.source.capture } : {}),
    ...(original === undefined ? {} : { original }),
  };
  const again = await readCommittedAgain(draft, desk);
  if (!again) return { technical: false, ...told };
  if (isSameCapture(now, again.before))
    return { technical: draft.after?.file === again.page.file && sameDocument(now, again.charter), ...told };
  const anew = sameDocument(again.before, again.charter) ? {} : { readAnew: again.page };
  return { technical: false, ...anew, ...told };
}

function charterOf(page: Page | undefined): Charter | undefined {
  return page?.document?.kind === 'charter' ? page.document : undefined;
}

/** Repairs apart, which tell of the importer, and decisions, which are a person's by right. */
export function isAsRead(charter: Charter, reading: CaptureRead): boolean {
  const { capture = '', captured } = charter.source ?? {};
  const day = dayOfName(basename(capture)) ?? captured;
  return sameText(charter, reading) && sameValues(charter.variables, reading.variables) && day === captured;
}

function sameValues(one: Charter['variables'], other: Charter['variables']): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && one[name] === other[name])
  );
}

function isSameCapture({ source }: Charter, before: Charter): boolean {
  return source?.capture === before.source?.capture && source?.sha256 === before.source?.sha256;
}

interface Again {
  readonly before: Charter;
  readonly charter: Charter;
  readonly page: Page;
}

/** The committed charter as it would be imported today; undefined where it is not known to be an import as it came. */
async function readCommittedAgain({ before: page, id }: Draft, desk: Desk): Promise<Again | undefined> {
  const before = charterOf(page);
  if (!page || !before?.source || before.id !== id) return undefined;
  const schema = schemaFrom(page.file.slice(chartersFolder.length + 1));
  // What a person wrote beside the text, such as a comment, would be lost.
  if (formatDocument(before, { schema }) !== page.text) return undefined;
  if (!(await isImport(page, before, desk))) return undefined;
  const bytes = await readCommitted(before.source.capture, desk);
  if (!bytes || sha256(bytes) !== before.source.sha256) return undefined;
  const reading = await readAgain(before, bytes, desk.shelf);
  if (!reading) return undefined;
  const { capture, captured } = before.source;
  const charter = compose(
    { portal: id, bytes, shown: capture, day: captured },
    {
      reading,
      place: { file: capture, day: captured, kept: true },
      ...(before.source.page === undefined ? {} : { page: before.source.page }),
      ...(before.template === undefined ? {} : { template: before.template }),
      before,
      derived: reading,
    },
  );
  const text = formatDocument(charter, { schema });
  return { before, charter, page: { file: page.file, text, document: charter } };
}

async function readCommitted(file: string, { committed, blobs }: Desk): Promise<Buffer | undefined> {
  const place = committed.get(file);
  return place && (await blobs.read([place.blob])).get(place.blob);
}

/** Whether the commit that last changed the file says that this very text is what the capture gave. */
async function isImport({ file, text }: Page, { id, source }: Charter, desk: Desk): Promise<boolean> {
  const version = await lastVersion(file, desk);
  const place = desk.committed.get(file);
  if (!version || version.blob !== place?.blob || version.commit.merge || version.commit.boundary)
    return false;
  const { trailers } = version.commit;
  const says = (key: string, value: string | undefined): boolean =>
    trailers.some((trailer) => trailer.key.toLowerCase() === key && trailer.value.trim() === value);
  return says('capture', source?.capture) && says('imported', importedMark(id, text)) && !says('edited', id);
}

async function lastVersion(file: string, { ground, blobs }: Desk): Promise<Version | undefined> {
  if (ground.head === undefined) return undefined;
  const history = followFile(ground.root, file, { from: [ground.head], blobs, pageSize: 1 });
  for await (const { versions } of history) {
    const [version] = versions;
    if (version) return version.file === file ? version : undefined;
  }
  return undefined;
}
