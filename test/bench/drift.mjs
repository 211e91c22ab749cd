/**
 * Many portals against one template: `charter drift` with nothing kept between runs, then again with one portal
 * changed, beside a program that only reads and hashes every file, run in turn with it; the most memory, and how all
 * that grows with the portals. `node test/bench/drift.mjs [rounds] [portals …]`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { editPortal, writePortals } from './drift-portals.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
// A copy: the folder may be built anew meanwhile.
const programs = mkdtempSync(join(tmpdir(), 'charter-program-'));
const program = join(programs, 'charter.cjs');
const rounds = Number(process.argv[2] ?? 3);
const asked = process.argv.slice(3).map(Number);
const sizes = asked.length > 0 ? asked : [1000, 10_000];

const drift = [program, 'drift', '--no-pager', '--lang', 'en'];
const readAll = [
  '-e',
  `const { readdirSync, readFileSync } = require('node:fs');
  const { hash } = require('node:crypto');
  for (const entry of readdirSync('charters', { recursive: true, withFileTypes: true }))
    if (entry.isFile()) hash('sha256', readFileSync(entry.path + '/' + entry.name));`,
];
/** Of ticks in a second, in which the system counts. */
const tick = 100;

if (!existsSync(`${root}/dist/charter.cjs`))
  execFileSync(process.execPath, [`${root}/.config/build.mjs`], { stdio: 'inherit' });
cpSync(`${root}/dist`, programs, { recursive: true });

console.log(`charter drift, median of ${rounds} rounds in turn (node ${process.version})`);
const results = [];
try {
  for (const size of sizes) results.push(await measure(size));
} finally {
  rmSync(programs, { recursive: true, force: true });
}
for (const [at, result] of results.entries()) tell(sizes[at], result, at === 0 ? undefined : at - 1);

async function measure(size) {
  const folder = mkdtempSync(join(tmpdir(), 'charter-drift-'));
  try {
    writePortals(folder, size);
    execFileSync('git', ['init', '-q', folder]);
    // What was written a moment ago may be written again unseen, and is read anew.
    await pause(300);
    const lists = { cold: [], again: [], read: [] };
    for (let round = 0; round < rounds; round += 1) {
      const kept = mkdtempSync(join(tmpdir(), 'charter-kept-'));
      lists.read.push(await run(folder, readAll, kept));
      lists.cold.push(await run(folder, drift, kept));
      editPortal(folder, round, 'Le portail conserve aussi votre choix.');
      await pause(300);
      lists.again.push(await run(folder, drift, kept));
      rmSync(kept, { recursive: true, force: true });
    }
    return { cold: middle(lists.cold), again: middle(lists.again), read: middle(lists.read) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(size, { cold, again, read }, before) {
  const other = before === undefined ? undefined : results[before];
  const times = (size / (sizes[before] ?? size)).toFixed(0);
  const growth = (one, than) => (than ? `, ${(one / than).toFixed(1)} × that of ${times} × fewer` : '');
  console.log(`${size} portals`);
  line('reading and hashing every file', read, read);
  line('drift, nothing kept', cold, read, growth(cold.time, other?.cold.time));
  line('drift again, one portal changed', again, read, growth(again.time, other?.again.time));
  console.log(`  memory: ${cold.memory} MB at most with nothing kept, ${again.memory} MB again`);
}

function line(what, { time, busy }, read, more = '') {
  const seconds = (value) => `${(value / 1000).toFixed(2).padStart(6)} s`;
  const ratio = `${(time / read.time).toFixed(1)} × reading`;
  console.log(`  ${what.padEnd(32)} ${seconds(time)}, ${seconds(busy)} of the processor  ${ratio}${more}`);
}

/** Milliseconds from beginning to end, those that the processor was busy with it, and the most memory in MB. */
function run(folder, words, kept) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, XDG_CACHE_HOME: kept };
    const child = spawn(process.execPath, words, {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let seen = { memory: 0, busy: 0 };
    const watch = setInterval(() => {
      seen = looked(child.pid) ?? seen;
    }, 20);
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(watch);
      // One where something is left to settle, as it is here.
      if (status !== 0 && status !== 1) reject(new Error(`${words[0]} ended with ${status}`));
      else resolve({ time: performance.now() - start, ...seen });
    });
  });
}

/** Nothing where the system does not tell. */
function looked(pid) {
  try {
    const peak = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    const busy = ((Number(fields[11]) + Number(fields[12])) / tick) * 1000;
    return peak === 0 ? undefined : { memory: Math.round(peak / 1024), busy };
  } catch {
    return undefined;
  }
}

/** The run of the median time. */
function middle(list) {
  return [...list].sort((one, other) => one.time - other.time)[list.length >> 1];
}
