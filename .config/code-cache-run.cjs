/** Runs the program once as its users do and keeps what V8 compiled of some chunks: one JSON object says what and how. */
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const { createRequire, Module } = require('node:module');
const { dirname } = require('node:path');
const tty = require('node:tty');
const { Script } = require('node:vm');

const { chunks, entry, command, keys } = JSON.parse(process.argv[2]);
/** Until nothing more is drawn. */
const quiet = 150;

// The program's own first step is a promise, so that the chunks can still be put in their place.
process.argv = [process.execPath, entry, ...command];
if (keys.length > 0) actTerminal();
require(entry);
const scripts = chunks.map(start);

process.on('exit', (status) => {
  if (status !== 0) throw new Error(`The run for the code cache ended with ${status}.`);
  chunks.forEach((chunk, index) => {
    fs.writeFileSync(`${baseOf(chunk)}.cache`, scripts[index].createCachedData());
  });
});

function baseOf(chunk) {
  return chunk.slice(0, -'.cjs'.length);
}

function start(chunk) {
  const source = `${baseOf(chunk)}.source`;
  const script = new Script(fs.readFileSync(source, 'latin1'), { filename: source });
  const module_ = new Module(chunk);
  require.cache[chunk] = module_;
  const body = script.runInThisContext();
  body.call(module_.exports, module_.exports, createRequire(chunk), module_, chunk, dirname(chunk));
  module_.loaded = true;
  return script;
}

/** Stands for a terminal at both ends, on which a reader types the next key whenever the screen has come to rest. */
function actTerminal() {
  const input = Object.assign(new EventEmitter(), { setRawMode() {}, resume() {}, pause() {} });
  const left = [...keys];
  let timer;
  const write = () => {
    clearTimeout(timer);
    const key = left.shift();
    if (key === undefined) return true;
    left.unshift(key);
    timer = setTimeout(() => {
      left.shift();
      input.emit('data', Buffer.from(key));
    }, quiet);
    return true;
  };
  const output = Object.assign(new EventEmitter(), { columns: 120, rows: 40, isTTY: true, write });
  const { fstatSync } = fs;
  fs.fstatSync = (file, ...options) =>
    file > 1 ? fstatSync(file, ...options) : { isCharacterDevice: () => true };
  tty.isatty = () => true;
  Object.defineProperty(process, 'stdin', { value: input });
  Object.defineProperty(process, 'stdout', { value: output });
}
