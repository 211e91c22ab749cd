/**
 * Long histories: `charter log` and `git log -p --word-diff` turn about on 200 charters and 10,000 commits, its first
 * entry and its memory, and `charter blame` of a charter with 1,000 versions, without and with what it keeps between
 * runs. `node test/bench/history.mjs [rounds]`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withHistory } from './history-repository.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = `${root}/dist/charter.cjs`;
const rounds = Number(process.argv[2] ?? 3);
const kept = mkdtempSync(join(tmpdir(), 'charter-kept-'));

/** Has git give the history and every blob in it, and looks at nothing: what any program that asks git must take. */
const readOnly = [
  process.execPath,
  '-e',
  `const { spawn, spawnSync } = require('node:child_process');
  const log = spawnSync('git', ['log', '--raw', '--no-abbrev', '--format=%H%x00%P%x00%an%x00%aI%x00%B'], { maxBuffer: 2 ** 30 });
  const ids = new Set(log.stdout.toString().match(/(?<=^:\\d+ \\d+ [0-9a-f]{40} )[0-9a-f]{40}/gm));
  const git = spawn('git', ['cat-file', '--batch']);
  let bytes = 0;
  git.stdout.on('data', (data) => { bytes += data.length; });
  git.on('close', () => console.log(bytes));
  git.stdin.end([...ids].join('\\n') + '\\n');`,
];

if (!existsSync(program)) execFileSync(process.execPath, [`${root}/.config/build.mjs`], { stdio: 'inherit' });

try {
  const small = await withHistory({ charters: 200, commits: 1000 }, (folder) => run(folder, charter('log')));
  await withHistory({ charters: 200, commits: 10_000 }, async (folder) => {
    const git = ['git', 'log', '-p', '--word-diff'];
    const [ours, theirs, reading] = await inTurn(folder, [charter('log'), git, readOnly]);
    const limited = await inTurn(folder, [
      charter('log', '-n', '20'),
      ['git', 'log', '-n', '20', '-p', '--word-diff'],
    ]);
    console.log(`200 charters, 10,000 commits, median of ${rounds} rounds in turn`);
    tell('charter log, first entry', ours.first, limited[1].whole, 'of git log -n 20');
    tell('charter log -n 20', limited[0].whole, limited[1].whole, 'of git log -n 20');
    tell('charter log, whole', ours.whole, theirs.whole, 'of git log -p --word-diff');
    tell('history and blobs read, no more', reading.whole, theirs.whole, 'of git log -p --word-diff');
    console.log(`  memory: ${small.memory} MB with 1,000 commits, ${ours.memory} MB with 10,000`);
  });
  await withHistory({ charters: 1, commits: 1000 }, async (folder) => {
    const words = charter('blame', 'portail-000');
    const cold = await run(folder, words);
    const [warm, plain] = await inTurn(folder, [words, ['git', 'blame', 'charters/portail-000.yaml']]);
    console.log('one charter, 1,000 versions');
    tell('charter blame, nothing kept', cold.whole, plain.whole, 'of git blame');
    tell('charter blame, fingerprints kept', warm.whole, plain.whole, 'of git blame');
  });
} finally {
  rmSync(kept, { recursive: true, force: true });
}

function charter(...words) {
  return [process.execPath, program, ...words];
}

function tell(what, time, other, than) {
  console.log(
    `  ${what.padEnd(34)} ${(time / 1000).toFixed(2).padStart(7)} s  ${(time / other).toFixed(2)} × ${than}`,
  );
}

/** A B A B …, so that a machine whose speed drifts does not favour either; the medians of each. */
async function inTurn(folder, commands) {
  const results = commands.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, command] of commands.entries()) results[index].push(await run(folder, command));
  return results.map((list) => ({
    first: median(list.map(({ first }) => first)),
    whole: median(list.map(({ whole }) => whole)),
    memory: Math.max(...list.map(({ memory }) => memory)),
  }));
}

/** Milliseconds to the first output and to the end, and the most memory in MB where the system tells it. */
function run(folder, [command, ...words]) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let first;
    let memory = 0;
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, XDG_CACHE_HOME: kept, XDG_STATE_HOME: kept, GIT_PAGER: 'cat' };
    const child = spawn(command, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const watch = setInterval(() => {
      memory = Math.max(memory, memoryOf(child.pid));
    }, 50);
    child.stdout.on('data', () => {
      first ??= performance.now() - start;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(watch);
      if (status !== 0) reject(new Error(`${command} ended with ${status}`));
      else resolve({ first: first ?? 0, whole: performance.now() - start, memory });
    });
  });
}

function memoryOf(pid) {
  try {
    return Math.round(
      Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0;
  }
}

function median(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
}
