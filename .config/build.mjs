/**
 * Bundles src/cli.ts and what it loads lazily into dist/, or the folder named: CommonJS chunks, because they start
 * fastest, and one ES module for what draws with Ink, which cannot be anything else.
 */
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { cacheCode, usualCommand } from './code-cache.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = resolve(root, process.argv[2] ?? 'dist');

/** Only a command that needs them may load these; the plain diff of two charters needs none. */
const heavy = /node_modules\/(?:yaml|zod|simple-git|@simple-git|mdast-|hast-|micromark|parse5|string-width)/;
/** The modules that the plain diff loads one after the other. */
const plainPath = ['src/cli.ts', 'src/commands/diff.ts'];
/** The modules that open the interactive screens. */
const screenPath = [
  'src/commands/overview-screen.ts',
  'src/commands/diff-screen.ts',
  'src/commands/screen.ts',
];
/** The modules that show which portals drift. */
const driftPath = ['src/commands/drift.ts', 'src/present/drift-text.ts'];
/** Of these, what others hardly need: what they stand on has a file of its own. */
const driftModules = /\/src\/(?:drift|(?:commands|messages|present)\/drift)/;
/** What they share with a command of its own, which is not to load them. */
const sharedModules = /\/src\/messages\/rules/;

/** The only file that loads Ink. */
const inkModule = 'src/tui/ink/screen.tsx';
const inkFile = 'tui.mjs';

/** Leaves the loading of Ink to the file beside the others. */
const inkApart = {
  name: 'ink-apart',
  resolveId: (id) => (id.endsWith('/screen.tsx') ? { id: `./${inkFile}`, external: true } : undefined),
};

/** Ink would load them in development; they are not installed. */
const noDeveloperTools = {
  name: 'no-developer-tools',
  resolveId: (id) => (id === 'react-devtools-core' ? '\0none' : undefined),
  load: (id) => (id === '\0none' ? 'export default {};' : undefined),
};

/** Gives the text of a file as it is. */
const rawText = {
  name: 'raw-text',
  resolveId: (id, importer) => (id.endsWith('?raw') && importer ? join(dirname(importer), id) : undefined),
  load: (id) =>
    id.endsWith('?raw')
      ? `export default ${JSON.stringify(readFileSync(id.slice(0, -'?raw'.length), 'utf8'))};`
      : undefined,
};

/** Parts of Ink that give way to ours, for speed; the build fails where Ink does not ask for them as it did. */
const inkParts = new Map([
  ['./output.js', 'src/tui/ink/output.ts'],
  ['./measure-text.js', 'src/tui/ink/measure.ts'],
  ['string-width', 'src/tui/ink/width.ts'],
]);
const ownParts = {
  name: 'own-parts',
  resolveId(id, importer) {
    const own = inkParts.get(id);
    const asks = id.startsWith('./') ? '/node_modules/ink/build/' : '/node_modules/';
    return own !== undefined && importer?.includes(asks) ? join(root, own) : undefined;
  },
};

const first = await rolldown(inputOptions());
const planned = await first.generate(outputOptions());
await first.close();
const { entry, plain, drift, screen } = modulesApart(planned.output.filter(({ type }) => type === 'chunk'));

rmSync(dist, { recursive: true, force: true });
const bundle = await rolldown(inputOptions());
// One file for all that the plain diff needs: each further file costs a look-up, a read and a compilation. What every
// command needs stays in the entry, so that the others do not pay for the diff.
const groups = [
  { name: 'base', test: (id) => entry.has(id), priority: 2 },
  { name: 'plain', test: (id) => plain.has(id), priority: 1 },
  { name: 'rules', test: (id) => sharedModules.test(id), priority: 1 },
  { name: 'told', test: (id) => drift.has(id) && screen.has(id), priority: 1 },
  { name: 'ground', test: (id) => drift.has(id) && !driftModules.test(id), priority: 1 },
  { name: 'drift', test: (id) => drift.has(id), priority: 1 },
  { name: 'screen', test: (id) => screen.has(id) },
];
const { output } = await bundle.write({ ...outputOptions(), codeSplitting: { groups } });
await bundle.close();
const ink = await rolldown(inkOptions());
const drawn = await ink.write({
  dir: dist,
  format: 'esm',
  entryFileNames: inkFile,
  minify: true,
  codeSplitting: false,
});
await ink.close();
const drawnIds = drawn.output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
for (const part of inkParts.values())
  if (!drawnIds.includes(join(root, part))) throw new Error(`Ink would not draw with ${part}.`);
const chunks = [...output, ...drawn.output].filter(({ type }) => type === 'chunk');
writeLicences(chunks);
chmodSync(join(dist, 'charter.cjs'), 0o755);
const fileOf = (wanted) => output.find(({ name }) => name === wanted).fileName;
const program = 'charter.cjs';
cacheCode(dist, [fileOf('plain')], { entry: program, command: usualCommand() });
// Every difference of every charter; without those of substance it ends well.
cacheCode(dist, [fileOf('told'), fileOf('drift')], {
  entry: program,
  command: ['drift', '--all', '--fail-on', 'substantive'],
});
// The overview, one of its comparisons, its next change, one line further.
cacheCode(dist, [fileOf('rules'), fileOf('screen')], {
  entry: program,
  command: [],
  keys: ['\r', ']', 'j', 'q'],
});

function inputOptions() {
  return {
    cwd: root,
    input: { charter: 'src/cli.ts' },
    platform: 'node',
    plugins: [inkApart, rawText],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  };
}

function inkOptions() {
  return {
    cwd: root,
    input: { tui: inkModule },
    platform: 'node',
    plugins: [noDeveloperTools, ownParts],
    // Its layout engine would fetch itself from its own text, for which Node first loads all that it has for the web.
    transform: { define: { 'process.env.NODE_ENV': '"production"', fetch: 'undefined' } },
  };
}

function outputOptions() {
  return {
    dir: dist,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
  };
}

/** What the plain diff loads without asking, and the screens; the build fails where a heavy package is among it. */
function modulesApart(built) {
  const main = built.find(({ isEntry }) => isEntry);
  return {
    entry: new Set(main?.moduleIds),
    plain: reachedFrom(plainPath, built),
    drift: reachedFrom(driftPath, built),
    screen: reachedFrom(screenPath, built),
  };
}

function reachedFrom(files, built) {
  const byName = new Map(built.map((chunk) => [chunk.fileName, chunk]));
  const starts = built.filter((chunk) =>
    chunk.moduleIds.some((id) => files.some((file) => id === join(root, file))),
  );
  const pending = starts.map(({ fileName }) => fileName);
  const seen = new Set();
  const reached = new Set();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const chunk = byName.get(name);
    for (const id of chunk?.moduleIds ?? []) {
      if (heavy.test(id)) throw new Error(`The plain diff would load ${id.slice(root.length)} (in ${name}).`);
      reached.add(id);
    }
    pending.push(...(chunk?.imports ?? []));
  }
  return reached;
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
