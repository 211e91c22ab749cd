/** Writes files whole or not at all, and never through a link that leads out of the repository. */
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Failure } from '../model/failure.ts';
import { errorCode } from './error-code.ts';
import { exists, relativeTo } from './files.ts';

/**
 * Writes `path` through a temporary file beside it, flushed and renamed, keeping the mode of the file it replaces.
 * A target that leads outside `root` through symbolic links is refused; missing folders are made.
 */
export function writeWhole(path: string, data: string | Uint8Array, root: string = dirname(path)): void {
  const shown = relativeTo(root, path);
  holdSignals();
  try {
    const target = safeTarget(resolve(path), root, shown);
    const mode = lstatSync(target, { throwIfNoEntry: false })?.mode;
    const temporary = join(
      dirname(target),
      `.${basename(target)}.${process.pid.toString(36)}-${Date.now().toString(36)}.tmp`,
    );
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

/**
 * An interrupt waits until the files of one turn are whole and no temporary one is left, then it acts as it would
 * have: the listeners are off again once the event loop has had time to hand over a signal that came meanwhile.
 */
function holdSignals(): void {
  if (process.listeners('SIGINT').includes(actLate)) return;
  process.on('SIGINT', actLate).on('SIGTERM', actLate);
  setImmediate(() => setImmediate(letSignals));
}

function letSignals(): void {
  process.off('SIGINT', actLate).off('SIGTERM', actLate);
}

function actLate(signal: NodeJS.Signals): void {
  letSignals();
  process.kill(process.pid, signal);
}

/** Makes a folder and those above it. */
export function makeFolder(path: string, shown: string): void {
  try {
    makeFolders(path);
  } catch (cause) {
    throw writeFailure(cause, shown);
  }
}

/** One by one: asked for all at once, Node tries for ever where the system says that a folder's place is not there. */
export function makeFolders(path: string, mode?: number): void {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder) && dirname(folder) !== folder; folder = dirname(folder))
    missing.push(folder);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder, mode);
    } catch (cause) {
      // Another process may have made it in the meantime.
      if (errorCode(cause) !== 'EEXIST') throw cause;
    }
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
  makeFolders(root);
  const home = realpathSync(root);
  let folder = dirname(path);
  while (!exists(folder)) folder = dirname(folder);
  if (!inside(home, realpathSync(folder)))
    throw new Failure('outside-repository', 4, { values: { file: shown } });
  makeFolders(dirname(path));
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
