/** Reads the texts of a review from git in batches, and keeps of each blob what was read of it. */
import { openDocument, type Parsed } from '../canonical/open.ts';
import type { CharterDocument } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Problem } from '../model/problem.ts';
import type { BlobReader } from '../store/blobs.ts';
import { decodeUtf8, maxFileBytes } from '../store/files.ts';

/** What a blob says. */
export interface ReadText {
  /** Both absent where the bytes are no text. */
  readonly text?: string;
  readonly parsed?: Parsed;
  readonly document?: CharterDocument;
  readonly lines: ReadonlyMap<string, number>;
  /** Why it cannot be read. */
  readonly problems: readonly Problem[];
}

export interface TextReading {
  /** Reads in one go what will be asked for. */
  load(ids: readonly (string | undefined)[]): Promise<void>;
  bytes(id: string | undefined): Promise<Buffer | undefined>;
  /** Lets go of bytes that will not be asked for any more. */
  drop(ids: readonly (string | undefined)[]): void;
  open(id: string, file: string): Promise<ReadText>;
}

export function createTexts(blobs: BlobReader): TextReading {
  const kept = new Map<string, Buffer>();
  const opened = new Map<string, Promise<ReadText>>();
  async function load(ids: readonly (string | undefined)[]): Promise<void> {
    const missing = ids.filter((id) => id !== undefined && !kept.has(id) && !opened.has(id));
    if (missing.length === 0) return;
    for (const [id, bytes] of await blobs.read(missing.filter((id) => id !== undefined))) kept.set(id, bytes);
  }
  async function bytes(id: string | undefined): Promise<Buffer | undefined> {
    if (id === undefined) return undefined;
    return kept.get(id) ?? (await blobs.read([id])).get(id);
  }
  async function read(id: string, file: string): Promise<ReadText> {
    const found = await bytes(id);
    kept.delete(id);
    return readBytes(found, { file, isLarge: blobs.refusal(id) === 'too-large' });
  }
  return {
    load,
    bytes,
    drop: (ids) => {
      for (const id of ids) if (id !== undefined) kept.delete(id);
    },
    open: (id, file) => {
      const known = opened.get(id) ?? read(id, file);
      opened.set(id, known);
      return known;
    },
  };
}

async function readBytes(
  bytes: Buffer | undefined,
  { file, isLarge }: { readonly file: string; readonly isLarge: boolean },
): Promise<ReadText> {
  if (!bytes) {
    if (isLarge) return refused({ code: 'file-too-large', values: { limit: maxFileBytes / 1024 / 1024 } });
    throw new Failure('git-object-missing', 4, { values: { file } });
  }
  let text: string;
  try {
    text = decodeUtf8(bytes, file);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const { line, column } = cause.values;
    return refused({ code: cause.code, line: Number(line), column: Number(column) });
  }
  return placed(text, await openDocument(text));
}

/** Places are only worked out where they are asked for. */
function placed(text: string, parsed: Parsed): ReadText {
  const errors = parsed.problems.filter(({ severity }) => severity === 'error');
  return {
    text,
    parsed,
    ...(parsed.document && errors.length === 0 ? { document: parsed.document } : {}),
    get lines(): ReadonlyMap<string, number> {
      return parsed.lines;
    },
    problems: errors,
  };
}

function refused(problem: Pick<Problem, 'code'> & Partial<Problem>): ReadText {
  return { lines: new Map(), problems: [{ severity: 'error', path: [], values: {}, ...problem }] };
}
