/** Bundles src/cli.ts and what it loads lazily into dist/: CommonJS chunks, because they start fastest. */
import { chmodSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}/dist`, { recursive: true, force: true });

const bundle = await rolldown({
  cwd: root,
  input: { charter: 'src/cli.ts' },
  platform: 'node',
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
});
await bundle.write({
  dir: 'dist',
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  minify: true,
});
await bundle.close();
chmodSync(`${root}/dist/charter.cjs`, 0o755);
