/** Cuts a stream of bytes into what its protocol speaks of: lines and counted bytes, or fields that end with a NUL. */
import type { Readable } from 'node:stream';

/** Reads no further ahead than one chunk. */
export interface Source {
  /** Without its end; undefined where the stream has ended. */
  line(): Promise<string | undefined>;
  /** A copy; fewer than asked for where the stream has ended. */
  bytes(count: number): Promise<Buffer>;
  skip(count: number): Promise<void>;
}

interface Flow {
  readonly chunks: AsyncIterator<unknown>;
  rest: Buffer;
}

export function createSource(stream: Readable): Source {
  const flow: Flow = { chunks: stream[Symbol.asyncIterator](), rest: Buffer.of() };
  return {
    line: () => takeLine(flow),
    bytes: async (count) => {
      const pieces: Buffer[] = [];
      await take(flow, count, pieces);
      // A copy: a small piece must not keep a whole chunk in memory.
      return Buffer.concat(pieces);
    },
    skip: (count) => take(flow, count),
  };
}

async function next({ chunks }: Flow): Promise<Buffer | undefined> {
  try {
    const { value, done } = await chunks.next();
    if (done === true) return undefined;
    return Buffer.isBuffer(value) ? value : Buffer.from(String(value));
  } catch {
    // Why the stream broke is for its owner to tell.
    return undefined;
  }
}

async function takeLine(flow: Flow): Promise<string | undefined> {
  let end = flow.rest.indexOf(0x0a);
  while (end < 0) {
    const more = await next(flow);
    if (more === undefined) return undefined;
    flow.rest = Buffer.concat([flow.rest, more]);
    end = flow.rest.indexOf(0x0a);
  }
  const text = flow.rest.toString('latin1', 0, end);
  flow.rest = flow.rest.subarray(end + 1);
  return text;
}

async function take(flow: Flow, count: number, pieces?: Buffer[]): Promise<void> {
  for (let open = count; ; ) {
    const piece = flow.rest.subarray(0, open);
    flow.rest = flow.rest.subarray(piece.length);
    open -= piece.length;
    if (piece.length > 0) pieces?.push(piece);
    if (open === 0) return;
    const more = await next(flow);
    if (more === undefined) return;
    flow.rest = more;
  }
}

/** Gives the fields that a chunk completes, in UTF-8; what follows the last NUL waits for the next chunk. */
export function createFieldCutter(): (chunk: Buffer) => string[] {
  let rest: Buffer = Buffer.of();
  return (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const fields: string[] = [];
    let from = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, from)) {
      fields.push(bytes.toString('utf8', from, end));
      from = end + 1;
    }
    rest = bytes.subarray(from);
    return fields;
  };
}
