/** Reads files within bounds: what cannot be read, or is not UTF-8, is told with its place. */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { Failure } from '../model/failure.ts';
import { errorCode } from './error-code.ts';

/** The largest file that is read at all: 32 MiB. */
export const maxFileBytes = 32 * 1024 * 1024;

/** `shown` is the path as the user knows it. Fails with status 4 where it is no file or cannot be read, 3 where it is too large. */
export function readBytes(path: string, shown: string = path): Buffer {
  let file: number;
  try {
    // A pipe without a writer would keep us waiting for ever.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    throw readFailure(cause, shown);
  }
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw new Failure('is-a-directory', 4, { values: { file: shown } });
    if (!stat.isFile()) throw new Failure('not-a-regular-file', 4, { values: { file: shown } });
    return readAll(file, shown, stat.size);
  } catch (cause) {
    throw cause instanceof Failure ? cause : readFailure(cause, shown);
  } finally {
    closeSync(file);
  }
}

/** As much as a file of unknown length is read by at a time. */
const usualPiece = 65_536;

function readAll(file: number, shown: string, expected: number): Buffer {
  const pieces: Buffer[] = [];
  let total = 0;
  for (;;) {
    // One more than is expected: a file that gives less than it was asked for has ended.
    const length = total === 0 && expected > 0 ? Math.min(expected, maxFileBytes) + 1 : usualPiece;
    const piece = Buffer.allocUnsafe(length);
    const count = readSync(file, piece, 0, length, null);
    total += count;
    if (total > maxFileBytes) throw tooLarge(shown);
    if (count > 0) pieces.push(count === length ? piece : piece.subarray(0, count));
    if (count === 0 || (count < length && total === expected)) break;
  }
  const only = pieces[0];
  return pieces.length === 1 && only ? only : Buffer.concat(pieces, total);
}

export function tooLarge(shown: string): Failure {
  return new Failure('file-too-large', 3, { values: { file: shown, limit: maxFileBytes / 1024 / 1024 } });
}

/** As `readBytes`; fails with status 3 and the place of the first byte that is not UTF-8. */
export function readText(path: string, shown: string = path): string {
  return decodeUtf8(readBytes(path, shown), shown);
}

export function decodeUtf8(bytes: Buffer, shown: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  if (bytes.includes(0)) throw new Failure('binary-file', 3, { values: { file: shown, line: 1, column: 1 } });
  const before = bytes.subarray(0, firstBadByte(bytes)).toString('utf8');
  const lines = before.split('\n');
  throw new Failure('not-utf8', 3, {
    values: { file: shown, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
  });
}

/** Bisects for the longest prefix that is UTF-8, give or take a character cut in two. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    let end = middle;
    while (end > good && ((bytes[end] ?? 0) & 0xc0) === 0x80 && middle - end < 4) end -= 1;
    if (end > good && isUtf8(bytes.subarray(good, end))) good = end;
    else bad = middle;
  }
  return good;
}

/** A `Failure` for the error that the system gave on reading. */
export function readFailure(cause: unknown, shown: string): Failure {
  const values = { file: shown, reason: errorCode(cause) };
  switch (errorCode(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure('missing-file', 4, { values, cause });
    case 'EISDIR':
      return new Failure('is-a-directory', 4, { values, cause });
    default:
      return new Failure('unreadable-file', 4, { values, cause });
  }
}

/** Neither follows a dead link nor fails: whether something stands at `path`. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A path for people and for files: from `root`, with `/`; as it is where it lies elsewhere. */
export function relativeTo(root: string, path: string): string {
  const short = relative(root, path);
  if (short === '') return '.';
  return short.startsWith('..') ? path : short.split(sep).join('/');
}

/** Whether two paths lead to one file; both must exist. */
export function isSameFile(one: string, other: string): boolean {
  return realpathSync(one) === realpathSync(other);
}
