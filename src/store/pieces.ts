/** Writes text that comes piece by piece, to standard output or through a pager, and stops its source where nobody reads on. */
import { openPager, type Pager } from './pager.ts';
import { type WriteResult, writeStream } from './streams.ts';

export interface PiecesOptions {
  /** What is longer than the terminal's rows goes through the pager; without it nothing does. */
  readonly pager?: {
    /** A shell command. */
    readonly command: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly rows: number;
  };
}

export interface Written<T> {
  readonly result: WriteResult;
  /** What the source returned; absent where it was stopped. */
  readonly ending?: T;
}

/** Takes a piece; whether more are wanted. */
interface Writer {
  write(text: string): Promise<boolean>;
  end(): Promise<WriteResult>;
}

export async function writePieces<T>(
  source: AsyncGenerator<string, T>,
  { pager }: PiecesOptions = {},
): Promise<Written<T>> {
  const writer = pager ? pagedWriter(pager) : plainWriter();
  try {
    for (;;) {
      const { value, done } = await source.next();
      if (done === true) return { result: await writer.end(), ending: value };
      if (await writer.write(value)) continue;
      // A source that is asked to return closes what it reads from.
      await source.return(undefined as T);
      return { result: await writer.end() };
    }
  } catch (cause) {
    await writer.end();
    throw cause;
  }
}

/** No more is gathered before it is written. */
const mostGathered = 1 << 16;

/** What comes in one turn of the event loop is written at once: whoever waits for more first sees what there is. */
function plainWriter(): Writer {
  let result: WriteResult = 'done';
  let gathered = '';
  function flush(): void {
    if (gathered !== '' && result === 'done') result = writeStream(1, gathered);
    gathered = '';
  }
  return {
    write: async (text) => {
      if (gathered === '') setImmediate(flush);
      gathered += text;
      if (gathered.length > mostGathered) flush();
      return result === 'done';
    },
    end: async () => {
      flush();
      return result;
    },
  };
}

/** More than a pager that does not even start can have taken. */
const mostHeld = 1 << 18;

/** The pager is only started once there is more than a screen; where it does not start, nothing is lost. */
function pagedWriter({ command, env, rows }: NonNullable<PiecesOptions['pager']>): Writer {
  const plain = plainWriter();
  let held = '';
  let lines = 0;
  let pager: Pager | undefined;
  let stopped = false;
  let failed = false;
  const interrupted = (): void => {
    stopped = true;
  };
  async function page(open: Pager, text: string): Promise<boolean> {
    if (await open.write(text)) return !stopped;
    failed = !(await open.end());
    return failed && plain.write(held);
  }
  return {
    write: async (text) => {
      if (failed) return plain.write(text);
      if (held.length < mostHeld) held += text;
      if (pager) return page(pager, text);
      lines += text.split('\n').length - 1;
      if (lines < rows) return true;
      pager = openPager({ command, env, interrupted });
      return page(pager, held);
    },
    end: async () => {
      if (failed) return plain.end();
      if (!pager || !(await pager.end())) await plain.write(held);
      return plain.end();
    },
  };
}
