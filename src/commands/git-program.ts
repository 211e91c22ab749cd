/** How git is to call this program: by its name where a shell finds it by that, else by its place on this machine. */
import { delimiter, isAbsolute, join, sep } from 'node:path';
import { isSameFile } from '../store/files.ts';
import { isFile } from '../store/repository.ts';
import type { Context } from './context.ts';
import { type ProgramCall, shellWord } from './git-driver.ts';

const name = 'charter';
/** Set up for the time of one `npx` or `npm run` only. */
const passing = join('node_modules', '.bin');

export function programCall({ program, env }: Pick<Context, 'program' | 'env'>): ProgramCall {
  if (!program) return name;
  const { runtime, script } = program;
  if (isOnPath(script, env['PATH'] ?? '')) return name;
  return [runtime, script].map((path) => shellWord(path.split(sep).join('/'))).join(' ');
}

/** Whether the first program of that name on the path is this one. */
function isOnPath(script: string, path: string): boolean {
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute(folder) || folder.endsWith(passing)) continue;
    const found = join(folder, name);
    if (isFile(found)) return isSameFile(found, script);
  }
  return false;
}
