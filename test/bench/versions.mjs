/**
 * The timeline on long histories: when its first version is seen next to when `charter log` writes its first entry,
 * and what a key costs and the memory takes once all is read. `node test/bench/versions.mjs [rounds]`.
 */
import { execFileSync, spawn as spawnProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { withHistory } from './history-repository.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = `${root}/dist/charter.cjs`;
const rounds = Number(process.argv[2] ?? 5);
const home = mkdtempSync(join(tmpdir(), 'charter-home-'));
const env = { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color', LANG: 'en_US.UTF-8' };

if (!existsSync(program)) execFileSync(process.execPath, [`${root}/.config/build.mjs`], { stdio: 'inherit' });

try {
  const found = [];
  for (const commits of [1000, 10_000])
    found.push(await withHistory({ charters: 200, commits }, (folder) => measure(folder, commits)));
  const [small, large] = found;
  console.log(`key at the end of all versions: ${(large.key / small.key).toFixed(2)} × as long with 10,000`);
  console.log(`memory: ${small.memory} MB with 1,000 versions, ${large.memory} MB with 10,000`);
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function measure(folder, commits) {
  const [screen, text] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const shown = await open(folder);
    screen.push(await shown.until(/Relevé \d+/));
    shown.close();
    text.push(await firstEntry(folder));
  }
  const ratio = median(screen) / median(text);
  console.log(
    `${commits} commits: first version seen after ${ratio.toFixed(2)} × the first entry of the text`,
  );
  const whole = await open(folder);
  await whole.until(/Relevé \d+/);
  await whole.press('G', /version (\d+) of \1(?! or|\d)/, 90_000);
  const keys = [];
  for (let round = 0; round < 21; round += 1)
    keys.push(await whole.press(round % 2 === 0 ? 'k' : 'j', /version \d+ of \d+/, 10_000));
  const memory = Math.round(
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${whole.pid}/status`))[1]) / 1024,
  );
  whole.close();
  return { key: median(keys), memory };
}

async function open(folder) {
  const start = performance.now();
  const terminal = spawn(process.execPath, [program, 'log'], { cols: 120, rows: 40, cwd: folder, env });
  let written = '';
  terminal.onData((data) => {
    written += data;
  });
  async function until(wanted, patience = 60_000, from = start) {
    while (!wanted.test(written)) {
      if (performance.now() - from > patience) throw new Error(`never saw ${wanted}: ${written.slice(-500)}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return performance.now() - from;
  }
  return {
    pid: terminal.pid,
    until,
    press(key, wanted, patience) {
      written = '';
      terminal.write(key);
      return until(wanted, patience, performance.now());
    },
    close: () => terminal.kill('SIGKILL'),
  };
}

function firstEntry(folder) {
  const start = performance.now();
  const child = spawnProcess(process.execPath, [program, 'log'], { cwd: folder, env });
  return new Promise((resolve) => {
    child.stdout.once('data', () => {
      resolve(performance.now() - start);
      child.kill();
    });
  });
}

function median(times) {
  return [...times].sort((x, y) => x - y)[times.length >> 1];
}
