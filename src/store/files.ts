/** Reads and writes files: bounded, checked reads, and writes that are whole or not at all and never leave the repository. */
import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../model/failure.ts';

/** The largest file that is read at all: 32 MiB. */
export const maxFileBytes = 32 * 1024 * 1024;

/** `shown` is the path as the user knows it. Fails with status 4 where the file cannot be read, 3 where it is too large. */
export function readBytes(path: string, shown: string = path): Buffer {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw readFailure(cause, shown);
  }
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw new Failure('is-a-directory', 4, { values: { file: shown } });
    return readAll(file, shown, stat.isFile() ? stat.size : 0);
  } catch (cause) {
    throw cause instanceof Failure ? cause : readFailure(cause, shown);
  } finally {
    closeSync(file);
  }
}

function readAll(file: number, shown: string, expected: number): Buffer {
  const pieces: Buffer[] = [];
  let total = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(Math.max(Math.min(expected - total, maxFileBytes) + 1, 65_536));
    const count = readSync(file, piece, 0, piece.length, null);
    if (count === 0) break;
    total += count;
    if (total > maxFileBytes) throw tooLarge(shown);
    pieces.push(count === piece.length ? piece : piece.subarray(0, count));
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

export function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown';
}

/** Neither follows a dead link nor fails: whether something stands at `path`. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Writes `path` through a temporary file beside it, flushed and renamed, keeping the mode of the file it replaces.
 * A target that leads outside `root` through symbolic links is refused; missing folders are made.
 */
export function writeWhole(path: string, data: string | Uint8Array, root: string = dirname(path)): void {
  const shown = relativeTo(root, path);
  try {
    const target = safeTarget(resolve(path), root, shown);
    const mode = lstatSync(target, { throwIfNoEntry: false })?.mode;
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      writeNew(temporary, data, mode);
      renameSync(temporary, target);
    } catch (cause) {
      removeFile(temporary);
      throw cause;
    }
    syncFolder(dirname(target));
  } catch (cause) {
    throw cause instanceof Failure ? cause : writeFailure(cause, shown);
  }
}

/** Makes a folder and those above it. */
export function makeFolder(path: string, shown: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw writeFailure(cause, shown);
  }
}

function writeNew(path: string, data: string | Uint8Array, mode: number | undefined): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o666);
  try {
    if (mode !== undefined) fchmodSync(file, mode & 0o777);
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The file behind any links, once it is known to lie inside the root. */
function safeTarget(path: string, root: string, shown: string): string {
  mkdirSync(root, { recursive: true });
  const home = realpathSync(root);
  let folder = dirname(path);
  while (!exists(folder)) folder = dirname(folder);
  if (!inside(home, realpathSync(folder)))
    throw new Failure('outside-repository', 4, { values: { file: shown } });
  mkdirSync(dirname(path), { recursive: true });
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (link?.isDirectory()) throw new Failure('is-a-directory', 4, { values: { file: shown } });
  if (!link?.isSymbolicLink()) return join(realpathSync(dirname(path)), basename(path));
  const target = realpathSync(path);
  if (!inside(home, target)) throw new Failure('outside-repository', 4, { values: { file: shown } });
  return target;
}

function inside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function syncFolder(folder: string): void {
  let file: number | undefined;
  try {
    file = openSync(folder, 'r');
    fsyncSync(file);
  } catch {
    // Some systems cannot flush a folder; the file itself is safe.
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Takes back a file that was just made; one that is gone already is no trouble. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or is already gone; the first error is the one to tell.
  }
}

function writeFailure(cause: unknown, shown: string): Failure {
  const reason = errorCode(cause);
  const code = reason === 'ENOSPC' || reason === 'EDQUOT' ? 'disk-full' : 'unwritable-file';
  return new Failure(code, 4, { values: { file: shown, reason }, cause });
}

/** A path for people and for files: from `root`, with `/`; as it is where it lies elsewhere. */
export function relativeTo(root: string, path: string): string {
  const short = relative(root, path);
  if (short === '') return '.';
  return short.startsWith('..') ? path : short.split(sep).join('/');
}

/** Writes what `-o` asked for, wherever that is; devices and pipes are written straight. */
export function writeOutput(path: string, data: string, shown: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new Failure('is-a-directory', 4, { values: { file: shown } });
  try {
    if (there && !there.isFile()) writeFileSync(path, data);
    else if (isFolderPath(dirname(path))) writeWhole(path, data);
    else throw new Failure('missing-folder', 4, { values: { file: dirname(shown) } });
  } catch (cause) {
    throw cause instanceof Failure ? cause : writeFailure(cause, shown);
  }
}

function isFolderPath(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
