/** The documents of a history by the ids of their blobs: each is parsed once, and only the likely to be asked for are kept. */
import { openDocument } from '../canonical/open.ts';
import type { CharterDocument } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import { decode } from './bytes.ts';
import { readSimilar } from './similar.ts';

/** A document, or why it is none. */
export type Opened =
  | { readonly document: CharterDocument }
  | { readonly document?: undefined; readonly problems: readonly Problem[] };

/** The bytes of blobs by their ids; one that cannot be had is left out. */
export type BlobReader = (ids: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;

export interface Documents {
  /** Reads what is not at hand in one batch, so that `open` need not ask for one blob at a time. */
  prepare(ids: readonly string[]): Promise<void>;
  /** `near` is a blob that may have much in common with it, and is not likely to be asked for again. */
  open(id: string, near?: string): Promise<Opened>;
}

export interface DocumentsOptions {
  /** Bytes of text whose documents are kept. */
  readonly limit?: number;
}

interface Kept {
  readonly opened: Opened;
  /** Where it is in the canonical form. */
  readonly written?: Buffer;
  readonly bytes: number;
}

const defaultLimit = 4 * 1024 * 1024;
/** What a document takes besides its text. */
const overhead = 2048;

export function createDocuments(
  read: BlobReader,
  { limit = defaultLimit }: DocumentsOptions = {},
): Documents {
  const kept = new Map<string, Kept>();
  const spent = new Map<string, Kept>();
  const waiting = new Map<string, Buffer>();
  let total = 0;
  function keep(id: string, entry: Kept): void {
    kept.set(id, entry);
    total += entry.bytes;
    for (const group of [spent, kept]) {
      for (const [oldest, { bytes }] of group) {
        if (total <= limit || oldest === id) return;
        group.delete(oldest);
        total -= bytes;
      }
    }
  }
  function take(id: string): Kept | undefined {
    const known = kept.get(id) ?? spent.get(id);
    kept.delete(id);
    spent.delete(id);
    return known;
  }
  async function prepare(ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !kept.has(id) && !spent.has(id) && !waiting.has(id));
    if (wanted.length === 0) return;
    for (const [id, bytes] of await read(wanted)) waiting.set(id, bytes);
  }
  async function openNew(id: string, near: Kept | undefined): Promise<Kept> {
    await prepare([id]);
    const bytes = waiting.get(id);
    waiting.delete(id);
    const entry = { ...(await openBytes(bytes, near)), bytes: (bytes?.length ?? 0) + overhead };
    keep(id, entry);
    return entry;
  }
  return {
    prepare,
    open: async (id, near = '') => {
      const known = take(id);
      // What was asked for last is dropped last.
      if (known) kept.set(id, known);
      const { opened } = known ?? (await openNew(id, kept.get(near) ?? spent.get(near)));
      const beside = near === id ? undefined : take(near);
      if (beside) spent.set(near, beside);
      return opened;
    },
  };
}

async function openBytes(
  bytes: Buffer | undefined,
  near: Kept | undefined,
): Promise<Pick<Kept, 'opened' | 'written'>> {
  if (bytes === undefined) return { opened: refused('blob-missing') };
  const similar =
    near?.written !== undefined && near.opened.document
      ? readSimilar(bytes, { bytes: near.written, document: near.opened.document })
      : undefined;
  if (similar) return { opened: { document: similar }, written: bytes };
  const text = decode(bytes);
  if (text === undefined) return { opened: refused('not-utf8') };
  const { document, problems, canonical } = await openDocument(text);
  if (document) return { opened: { document }, ...(canonical ? { written: bytes } : {}) };
  return { opened: { problems: problems.filter(({ severity }) => severity === 'error') } };
}

function refused(code: string): Opened {
  return { problems: [{ code, severity: 'error', path: [], values: {} }] };
}
