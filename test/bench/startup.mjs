/** Start-up: the plain diff of two portals as a whole process, against bare `node -e 0`, interleaved in one run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = `${root}/dist/charter.cjs`;
const rounds = Number(process.argv[2] ?? 41);

if (!existsSync(program)) execFileSync(process.execPath, [`${root}/.config/build.mjs`], { stdio: 'inherit' });

const subjects = {
  'node -e 0': ['-e', '0'],
  'charter --version': [program, '--version'],
  'charter diff normandie pays-de-la-loire': [program, 'diff', 'normandie', 'pays-de-la-loire'],
};
const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));

for (let round = 0; round < rounds + 2; round += 1) {
  for (const [name, words] of Object.entries(subjects)) {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, env: cleanEnvironment() });
    const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    // The first rounds warm the disk.
    if (round >= 2) times[name].push(elapsed);
  }
}

const bare = median(times['node -e 0']);
console.log(`start-up, median of ${rounds} interleaved rounds (node ${process.version})`);
for (const [name, list] of Object.entries(times)) {
  const ratio = (median(list) / bare).toFixed(2);
  console.log(
    `  ${name.padEnd(42)} ${median(list).toFixed(1).padStart(7)} ms  ${ratio} ×  (fastest ${Math.min(...list).toFixed(1)} ms)`,
  );
}
console.log(`  modules loaded by the diff, beside Node's own: ${loadedChunks().join(', ')}`);

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function cleanEnvironment() {
  const { PATH, HOME } = process.env;
  return { PATH, HOME };
}

/** Which files of dist/ a plain diff really reads. */
function loadedChunks() {
  const probe = `process.on('exit', () => console.error(JSON.stringify(Object.keys(require.cache))));
    process.argv = [process.execPath, ${JSON.stringify(program)}, 'diff', 'normandie', 'pays-de-la-loire'];
    require(${JSON.stringify(program)});`;
  const { stderr } = spawnSync(process.execPath, ['-e', probe], { cwd: root, encoding: 'utf8' });
  const files = JSON.parse(stderr.trim().split('\n').at(-1) ?? '[]');
  // A chunk that starts from V8's code cache stands in two files beside it.
  const parts = files.flatMap((file) => [
    file,
    ...['.source', '.cache'].map((end) => file.replace(/\.cjs$/, end)),
  ]);
  return parts
    .filter(existsSync)
    .map((file) => `${file.split('/').at(-1)} ${Math.round(readFileSync(file).length / 1024)} KB`);
}
