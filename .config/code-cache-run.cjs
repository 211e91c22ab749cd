/** Runs the program once as its users do and keeps what V8 compiled of one chunk: CHUNK ENTRY COMMAND… */
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, Module } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const [chunk, entry, ...command] = process.argv.slice(2);
const base = chunk.slice(0, -'.cjs'.length);
const script = new Script(readFileSync(`${base}.source`, 'latin1'), { filename: `${base}.source` });

// The program's own first step is a promise, so that the chunk can still be put in its place.
process.argv = [process.execPath, entry, ...command];
require(entry);
const module_ = new Module(chunk);
require.cache[chunk] = module_;
const start = script.runInThisContext();
start.call(module_.exports, module_.exports, createRequire(chunk), module_, chunk, dirname(chunk));
module_.loaded = true;

process.on('exit', (status) => {
  if (status !== 0) throw new Error(`The run for the code cache ended with ${status}.`);
  writeFileSync(`${base}.cache`, script.createCachedData());
});
