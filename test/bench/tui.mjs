/** Bundles and runs the benchmark of the terminal UI on the built program: `node test/bench/tui.mjs [rounds] [drift]`, with `drift` the matrix alone. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { writePortals } from './drift-portals.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
try {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const bundle = await rolldown({
    input: join(root, 'test/bench/tui-keys.ts'),
    platform: 'node',
    external: [/^@lydell\//, /^@xterm\//],
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'tui-keys.mjs' });
  const { measureMatrix, measureUi } = await import(pathToFileURL(join(folder, 'tui-keys.mjs')).href);
  const rounds = Number(process.argv[2] ?? 21);
  if (process.argv[3] !== 'drift') await measureUi(root, rounds);
  await measureMatrix(root, rounds, writePortals);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
