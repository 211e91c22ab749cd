/** Bundles and runs the benchmark of the terminal UI on the built program: `node test/bench/tui.mjs [rounds]`. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

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
  const { measureUi } = await import(pathToFileURL(join(folder, 'tui-keys.mjs')).href);
  await measureUi(root, Number(process.argv[2] ?? 21));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
