/**
 * Builds where npm packs or installs from git. A global installation from git hands its being global on to what prepares
 * the package, which then lacks what building takes: it is fetched here.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

if (process.env.npm_config_global === 'true' && !isInstalled('rolldown')) fetchTools();
await import('./build.mjs');

function isInstalled(name) {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function fetchTools() {
  const words = ['ci', '--no-global', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm ci failed: nothing was built.');
}
