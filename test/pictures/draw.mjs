/** Draws the README's pictures anew from the built program in a real terminal: `node test/pictures/draw.mjs`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'charter-pictures-'));
try {
  execFileSync(process.execPath, [join(root, '.config/build.mjs'), join(folder, 'dist')], {
    stdio: 'inherit',
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const bundle = await rolldown({
    input: join(root, 'test/pictures/screens.ts'),
    platform: 'node',
    external: [/^@lydell\//, /^@xterm\//],
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'screens.mjs' });
  const { drawScreens } = await import(pathToFileURL(join(folder, 'screens.mjs')).href);
  await drawScreens({ program: join(folder, 'dist/charter.cjs'), root, target: join(root, 'test/pictures') });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
