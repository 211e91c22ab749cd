/** Bundles and runs the benchmark of hostile inputs: `node test/bench/hostile.mjs [part of a name …]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
try {
  const input = { hostile: fileURLToPath(new URL('hostile.ts', import.meta.url)) };
  const bundle = await rolldown({ input, platform: 'node' });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs' });
  await import(pathToFileURL(join(folder, 'hostile.mjs')).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
