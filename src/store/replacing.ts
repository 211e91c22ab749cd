/** Writes what was worked out from a file, and never over what another program wrote into it in the meantime. */
import { closeSync, lstatSync, openSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../model/failure.ts';
import { errorCode } from './error-code.ts';
import { exists, readText } from './files.ts';
import { removeFile, writeWhole } from './writing.ts';

export interface Replacement {
  /** As the user knows it. */
  readonly file: string;
  /** What the file says where nobody has changed it since; undefined where there was none. */
  readonly before: string | undefined;
  readonly after: string;
}

/** Milliseconds. A run holds a file for a few of them; one that was killed leaves its lock behind. */
const [pause, patience, abandoned] = [10, 3_000, 10_000];

/** As `writeWhole`; fails with status 4, and writes nothing, where the file is no longer what it was. */
export function replaceText(path: string, { file, before, after }: Replacement, root?: string): void {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const held = hold(lock, file);
  try {
    const present = exists(path) ? readText(path, file) : undefined;
    if (present !== before) throw new Failure('changed-meanwhile', 4, { values: { file } });
    writeWhole(path, after, root);
  } finally {
    if (held) removeFile(lock);
  }
}

/** False where no lock can be made: then the file cannot be written either, and that is told. */
function hold(lock: string, file: string): boolean {
  for (let waited = 0; waited <= patience; waited += pause) {
    try {
      closeSync(openSync(lock, 'wx'));
      return true;
    } catch (cause) {
      if (errorCode(cause) !== 'EEXIST') return false;
    }
    if (ageOf(lock) > abandoned) removeFile(lock);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  throw new Failure('changed-meanwhile', 4, { values: { file } });
}

function ageOf(lock: string): number {
  const made = lstatSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined ? 0 : Date.now() - made;
}
