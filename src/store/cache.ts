/** Texts that can be made again, kept between runs outside of any repository: bounded, checked, and safe to delete. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes } from './files.ts';
import { makeFolders, writeWhole } from './writing.ts';

/** Of all files together, and of one. */
const mostBytes = 128 * 1024 * 1024;
const mostOfOne = 30 * 1024 * 1024;
const suffix = '.cached';

/** Undefined where there is none, or not what was written whole. `name` is of letters, digits and hyphens. */
export function readCached(folder: string, name: string): string | undefined {
  try {
    const bytes = readBytes(join(folder, name + suffix));
    const end = bytes.indexOf(lineEnd);
    const body = bytes.subarray(end + 1);
    const whole = bytes.toString('latin1', 0, Math.max(end, 0)) === sumOf([body]);
    return whole && isUtf8(body) ? body.toString('utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written is as good as none. The parts of a long body need not be joined before. */
export function writeCached(folder: string, name: string, body: string | readonly string[]): void {
  const parts = (typeof body === 'string' ? [body] : body).map((part) => Buffer.from(part, 'utf8'));
  const head = Buffer.from(`${sumOf(parts)}\n`);
  const bytes = Buffer.concat([head, ...parts]);
  if (bytes.length > mostOfOne) return;
  try {
    makeFolders(folder, 0o700);
    writeWhole(join(folder, name + suffix), bytes);
    dropOldest(folder);
  } catch {
    // The next run makes it again.
  }
}

const lineEnd = 0x0a;

function sumOf(parts: readonly Uint8Array[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}

function dropOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => {
      const { size, mtimeMs } = statSync(join(folder, file));
      return { file, size, written: mtimeMs };
    })
    .sort((x, y) => y.written - x.written);
  let total = 0;
  for (const { file, size } of files) {
    total += size;
    if (total > mostBytes) unlinkSync(join(folder, file));
  }
}
