/**
 * Gives chunks of dist/ their V8 code cache, made from a run of the program, so that what its users wait for need not
 * be compiled anew at every start. Where the cache does not fit the reader's Node, a chunk starts from its source.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = fileURLToPath(new URL('code-cache-run.cjs', import.meta.url));

/** What stands in the chunk's place: plain ASCII, which Node reads and V8 scans fastest. */
const starter = `'use strict';
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');
const base = __filename.slice(0, -'.cjs'.length);
let cachedData;
try {
  cachedData = readFileSync(base + '.cache');
} catch {}
const script = new Script(readFileSync(base + '.source', 'latin1'), { filename: base + '.source', cachedData });
script.runInThisContext().call(exports, exports, require, module, __filename, __dirname);
`;

/**
 * `files` are the chunks' names in the folder `dist`, each after those that it needs; `keys` are typed one by one into
 * the interactive screen, which is opened where there are any.
 */
export function cacheCode(dist, files, { entry, command, keys = [] }) {
  const chunks = files.map((file) => join(dist, file));
  for (const chunk of chunks) {
    writeFileSync(
      `${chunk.slice(0, -'.cjs'.length)}.source`,
      `(function (exports, require, module, __filename, __dirname) {${toAscii(readFileSync(chunk, 'utf8'))}\n})`,
    );
    writeFileSync(chunk, starter);
  }
  const plan = JSON.stringify({ chunks, entry: join(dist, entry), command, keys });
  // What a person sees who has no wishes of his own.
  const { CI: _ci, NO_COLOR: _noColor, ...env } = process.env;
  execFileSync(process.execPath, [run, plan], {
    cwd: root,
    env: { ...env, TERM: 'xterm-256color' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Escapes are the same in texts, patterns and names. */
function toAscii(code) {
  if (/(?<!\\)(?:\\\\)*\\[^\u0000-\u007f]/.test(code)) throw new Error('An escaped character is not ASCII.');
  return code.replace(
    /[^\u0000-\u007f]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The diff of two of the repository's own charters. */
export function usualCommand() {
  const files = readdirSync(join(root, 'charters'), { withFileTypes: true });
  const names = files.filter((file) => file.isFile() && file.name.endsWith('.yaml'));
  const [one, other] = names.map(({ name }) => name.slice(0, -'.yaml'.length));
  return other === undefined ? ['--version'] : ['diff', one, other];
}
