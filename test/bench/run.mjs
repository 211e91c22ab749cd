/** Runs every benchmark of this folder, one after the other, so that none disturbs another. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

for (const name of ['startup.mjs', 'engine.mjs', 'hostile.mjs', 'tui.mjs', 'history.mjs', 'drift.mjs']) {
  console.log(`\n== ${name}`);
  const file = fileURLToPath(new URL(name, import.meta.url));
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
