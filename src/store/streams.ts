/** Writes to standard output and error to the last byte, whatever stands at the other end. */
import { writeSync } from 'node:fs';
import { errorCode } from './error-code.ts';

/** `closed`: the reader went away, as `head` does; otherwise the system's code of the error. */
export type WriteResult = 'done' | 'closed' | { readonly trouble: string };

/** A pipe that is full makes us wait, never lose. */
export function writeStream(stream: 1 | 2, text: string): WriteResult {
  const bytes = Buffer.from(text, 'utf8');
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(stream, bytes, done);
    } catch (cause) {
      const code = errorCode(cause);
      if (code === 'EAGAIN') pause(2);
      else if (code === 'EPIPE') return 'closed';
      else return { trouble: code };
    }
  }
  return 'done';
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
