/** Texts that can be made again, kept between runs outside of any repository: bounded, checked, and safe to delete. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from './files.ts';
import { makeFolders, writeWhole } from './writing.ts';

/** Of all files together, and of one. */
const mostBytes = 128 * 1024 * 1024;
const mostOfOne = 30 * 1024 * 1024;
const suffix = '.cached';

/** Undefined where there is none, or not what was written whole. `name` is of letters, digits and hyphens. */
export function readCached(folder: string, name: string): string | undefined {
  try {
    const text = readText(join(folder, name + suffix));
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, Math.max(end, 0)) === sumOf(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written is as good as none. */
export function writeCached(folder: string, name: string, body: string): void {
  if (body.length > mostOfOne) return;
  try {
    makeFolders(folder, 0o700);
    writeWhole(join(folder, name + suffix), `${sumOf(body)}\n${body}`);
    dropOldest(folder);
  } catch {
    // The next run makes it again.
  }
}

function sumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
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
