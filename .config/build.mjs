/** Bundles src/cli.ts and what it loads lazily into dist/, or the folder named: CommonJS chunks, because they start fastest. */
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = resolve(root, process.argv[2] ?? 'dist');

/** Only a command that needs them may load these; the plain diff of two charters needs none. */
const heavy = /node_modules\/(?:yaml|zod|simple-git|@simple-git|mdast-|hast-|micromark|parse5|string-width)/;
/** The modules that the plain diff loads one after the other. */
const plainPath = ['src/cli.ts', 'src/commands/diff.ts'];

rmSync(dist, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: { charter: 'src/cli.ts' },
  platform: 'node',
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
});
const { output } = await bundle.write({
  dir: dist,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  minify: true,
});
await bundle.close();
const chunks = output.filter(({ type }) => type === 'chunk');
checkPlainPath(chunks);
writeLicences(chunks);
chmodSync(join(dist, 'charter.cjs'), 0o755);

/** Fails the build where the plain diff would load a heavy package. */
function checkPlainPath(built) {
  const byName = new Map(built.map((chunk) => [chunk.fileName, chunk]));
  const starts = built.filter((chunk) =>
    chunk.moduleIds.some((id) => plainPath.some((file) => id === join(root, file))),
  );
  const pending = starts.map(({ fileName }) => fileName);
  const seen = new Set();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const chunk = byName.get(name);
    const culprit = chunk?.moduleIds.find((id) => heavy.test(id));
    if (culprit) throw new Error(`The plain diff would load ${culprit.slice(root.length)} (in ${name}).`);
    pending.push(...(chunk?.imports ?? []));
  }
}

/** The notices of every package of which code was bundled. */
function writeLicences(built) {
  const folders = new Set();
  for (const id of built.flatMap(({ moduleIds }) => moduleIds)) {
    const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id);
    if (match) folders.add(match[1]);
  }
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const head = 'charter is distributed with code of these packages, bundled.\n';
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}
