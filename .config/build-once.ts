/** Builds the program once, apart from dist/, for the tests that run it as its users do. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the built program. */
    readonly program: string;
  }
}

export default function buildOnce(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'charter-program-'));
  const build = fileURLToPath(new URL('build.mjs', import.meta.url));
  execFileSync(process.execPath, [build, folder], { stdio: 'inherit' });
  project.provide('program', join(folder, 'charter.cjs'));
  return () => rmSync(folder, { recursive: true, force: true });
}
