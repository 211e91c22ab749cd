/**
 * How far it is known that a version's text is what its capture gave: by reading the capture again as it was kept
 * beside that version, else as its commit tells with a digest that agrees. What cannot be told so is not proven.
 */
import { openDocument } from '../canonical/open.ts';
import type { CaptureRead } from '../capture/reading.ts';
import type { Charter } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { BlobReader } from '../store/blobs.ts';
import { locate } from '../store/history.ts';
import type { Repository } from '../store/repository.ts';
import { captureOwner, sha256 } from '../store/snapshots.ts';
import { openTrees, type Trees } from '../store/trees.ts';
import { isCopied } from './copied.ts';
import type { Marked } from './marked-versions.ts';
import { ofKind, type Shelf, shelfFile } from './shelves.ts';

/**
 * `read`: the capture gives this very text. Else the commit says so, and no capture is kept to check that with
 * (`told`), or it gives another text to today's importer (`contradicted`). `copied`: the capture is another charter's.
 */
export type Proof = 'read' | 'told' | 'contradicted' | 'copied' | 'none';

export type Prover = (marked: Marked) => Promise<Proof>;

interface Court {
  readonly blobs: BlobReader;
  readonly trees: Trees;
  /** By all that a reading depends on. */
  readonly readings: Map<string, Promise<CaptureRead | undefined>>;
}

/** `present`: the commit in which a capture is sought that is not beside its version. */
export function createProver(
  { root }: Repository,
  { present, blobs }: { readonly present: Shelf; readonly blobs: BlobReader },
): Prover {
  const readings: Court['readings'] = new Map();
  const answers = new Map<Marked, Promise<Proof>>();
  let opened: Promise<Court> | undefined;
  async function prove(marked: Marked): Promise<Proof> {
    opened ??= locate(root).then(({ prefix }) => ({ blobs, readings, trees: openTrees(blobs, prefix) }));
    return judge(marked, present, await opened);
  }
  return async (marked) => {
    const { told, capture, captureFile = '', id } = marked;
    const own = captureOwner(captureFile) === id;
    if (capture === undefined || (told === 'edited' && own)) return 'none';
    const answer = answers.get(marked) ?? prove(marked);
    answers.set(marked, answer);
    return answer;
  };
}

async function judge({ version, told }: Marked, present: Shelf, court: Court): Promise<Proof> {
  const { blobs, trees } = court;
  const text = (await blobs.read([version.blob ?? ''])).get(version.blob ?? '')?.toString('utf8');
  const { document } = await openDocument(text ?? '');
  if (document?.kind !== 'charter' || !document.source) return 'none';
  const { capture } = document.source;
  const shelf = await openShelf(version.commit.id, court);
  const { isAsRead } = await import('./commit-origin.ts');
  if (await isCopied(document, shelf)) return 'copied';
  if (told === 'edited') return 'none';
  const beside = await trees.blobAt(version.commit.id, capture);
  const place = beside ?? (await trees.blobAt(present.commit ?? '', capture));
  const reading = place === undefined ? undefined : await readOnce(document, { place, shelf }, court);
  if (!reading) return told === 'imported' ? 'told' : 'none';
  if (isAsRead(document, reading)) return 'read';
  return told === 'imported' ? 'contradicted' : 'none';
}

async function openShelf(commit: string, { blobs, trees }: Court): Promise<Shelf> {
  const files = [...(await trees.charters(commit))].map(([file, blob]) => shelfFile({ file, blob }));
  return {
    revision: commit,
    commit,
    list: async (kind) => ofKind(files, kind),
    read: async (wanted) => {
      const contents = await blobs.read(wanted.map(({ blob = '' }) => blob));
      return wanted.map(({ file, blob = '' }) => {
        const bytes = contents.get(blob);
        if (!bytes) throw new Failure('git-object-missing', 4, { values: { file } });
        return bytes;
      });
    },
  };
}

interface Beside {
  /** The capture's blob. */
  readonly place: string;
  readonly shelf: Shelf;
}

async function readOnce(
  charter: Charter,
  { place, shelf }: Beside,
  { blobs, readings }: Court,
): Promise<CaptureRead | undefined> {
  const templates = charter.template === undefined ? [] : await shelf.list('template');
  const { media, page = '', sha256: hash } = charter.source ?? { media: '', sha256: '' };
  const about = [place, hash, media, page, charter.template ?? '', ...templates.map(({ blob }) => blob)];
  const key = JSON.stringify(about);
  const known = readings.get(key);
  if (known) return known;
  const bytes = (await blobs.read([place])).get(place);
  const reading = bytes && sha256(bytes) === hash ? readKept(charter, bytes, shelf) : undefined;
  const result = Promise.resolve(reading);
  readings.set(key, result);
  return result;
}

/** What stood beside the version and can be read no more proves nothing. */
async function readKept(charter: Charter, bytes: Buffer, shelf: Shelf): Promise<CaptureRead | undefined> {
  const { readAgain } = await import('./import-page.ts');
  try {
    return await readAgain(charter, bytes, shelf);
  } catch (cause) {
    if (cause instanceof Failure && cause.status === 3) return undefined;
    throw cause;
  }
}
