#!/usr/bin/env node
/** The program: hands the command line to its command and writes the outcome; the only place that prints and exits. */
import { fstatSync } from 'node:fs';
import type { ReadStream } from 'node:tty';
import type { Ending, Outcome, Surroundings } from './commands/context.ts';
import { run } from './commands/run.ts';
import type { PiecesOptions } from './store/pieces.ts';
import { type WriteResult, writeStream } from './store/streams.ts';

/** As a program that a closed pipe has killed. */
const closedPipe = 141;

async function main(): Promise<void> {
  const outcome = await run(process.argv.slice(2), surroundings());
  const { written, ending = outcome } = outcome.stream
    ? await writeStreamed(outcome.stream, outcome.pages === true)
    : { written: await writeOutput(outcome) };
  if (ending.messages) writeStream(2, ending.messages);
  process.exitCode = written ?? ending.status;
}

function surroundings(): Surroundings {
  const terminal = isTerminal(1);
  // Node builds its streams on first use, which a pipe need not pay for.
  const columns = terminal ? process.stdout.columns : undefined;
  return {
    cwd: process.cwd(),
    env: process.env,
    today: localDay(new Date()),
    stdin: {
      terminal: isTerminal(0),
      read: async () => (await import('./store/stdin.ts')).readStandardInput(),
    },
    stdout: { terminal, ...(columns ? { columns } : {}) },
    host: () => {
      hearSignals();
      return { input: process.stdin as ReadStream, output: process.stdout, process };
    },
    tell: (text) => void writeStream(2, text),
    program: { runtime: process.execPath, script: process.argv[1] ?? '' },
  };
}

/**
 * Only where the terminal must be given back at the exit: a handler waits for the work in hand, and a plain command
 * is to stop at once.
 */
function hearSignals(): void {
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
}

/** Files and pipes are told apart before the module that knows terminals is loaded. */
function isTerminal(stream: 0 | 1): boolean {
  try {
    return fstatSync(stream).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(stream);
  } catch {
    return false; // A closed stream is no terminal.
  }
}

/** The status to end with instead of the command's, where the output could not be written. */
async function writeOutput({ output, pages }: Outcome): Promise<number | undefined> {
  if (output === undefined || output === '') return undefined;
  if (pages && (await paged(output))) return undefined;
  return tellResult(writeStream(1, output));
}

async function tellResult(result: WriteResult): Promise<number | undefined> {
  if (result === 'done') return undefined;
  if (result === 'closed') return closedPipe;
  const { renderOutputFailure } = await import('./commands/failure-text.ts');
  writeStream(2, renderOutputFailure(result.trouble, process.argv.slice(2), process.env));
  return 4;
}

async function writeStreamed(
  stream: NonNullable<Outcome['stream']>,
  pages: boolean,
): Promise<{ readonly written: number | undefined; readonly ending?: Ending }> {
  const { writePieces } = await import('./store/pieces.ts');
  const { result, ending } = await writePieces(stream, pages ? await pagerOptions() : {});
  return { written: await tellResult(result), ...(ending ? { ending } : {}) };
}

async function pagerOptions(): Promise<PiecesOptions> {
  const { choosePager } = await import('./store/pager.ts');
  const command = await choosePager(process.env);
  return command === undefined
    ? {}
    : { pager: { command, env: process.env, rows: process.stdout.rows ?? 0 } };
}

async function paged(output: string): Promise<boolean> {
  const rows = process.stdout.rows ?? 0;
  if (output.split('\n').length <= rows) return false;
  const { choosePager, pageText } = await import('./store/pager.ts');
  const command = await choosePager(process.env);
  return command !== undefined && (await pageText(output, { command, env: process.env }));
}

function localDay(now: Date): string {
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
}

/** A fault of ours. Where even its words cannot be loaded, the bare error must do. */
async function fail(cause: unknown): Promise<never> {
  const argv = process.argv.slice(2);
  const text = await import('./commands/failure-text.ts').then(
    ({ renderBug }) => renderBug(cause, argv, process.env),
    () => `charter: ${String(cause)}\n`,
  );
  writeStream(2, text);
  process.exit(70);
}

process.on('uncaughtException', (cause) => void fail(cause));
main().catch(fail);
