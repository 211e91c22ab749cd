/** Bundles and runs the benchmarks of the engine: `node test/bench/engine.mjs [texts|tables …]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : ['texts', 'tables'];
const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
try {
  const input = Object.fromEntries(names.map((name) => [name, join(here, `${name}.ts`)]));
  const bundle = await rolldown({ input, platform: 'node' });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs' });
  for (const name of names) await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
