/** However the UI ends or stops, the terminal is as it was: screen, scrollback, cursor, line editing, exit status. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Place } from '../../commands/program/transcript.ts';
import type { PseudoTerminal } from './pseudo-terminal.ts';
import { openCharter, openShell, type } from './sessions.ts';

let place: Place;
const open: PseudoTerminal[] = [];
beforeAll(() => {
  place = new Place().withCharters();
  writeFileSync(
    join(place.root, 'crash.cjs'),
    `process.on('SIGUSR2', () => { throw new Error('bang'); });\n`,
  );
});
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});
afterAll(() => place.remove());

const diff = 'diff normandie pays-de-la-loire';

async function shell(env: Readonly<Record<string, string>> = {}): Promise<PseudoTerminal> {
  const terminal = await openShell({ cwd: place.root, env });
  open.push(terminal);
  return terminal;
}

/** What a shell must find again: terminal settings, and everything in the scrollback. */
async function state(terminal: PseudoTerminal): Promise<{ settings: string; history: number }> {
  const settings = (await type(terminal, 'stty -g')).split('\n').find((line) => line.includes(':')) ?? '';
  expect(settings).not.toBe('');
  return { settings, history: history(terminal).length };
}

function history(terminal: PseudoTerminal): string[] {
  const buffer = terminal.emulator.buffer.normal;
  const lines = Array.from({ length: buffer.length }, (_, row) =>
    buffer.getLine(row)?.translateToString(true),
  );
  return lines.filter((line): line is string => /^row \d+$/.test(line ?? ''));
}

/** Starts the UI from a shell with a history, ends it, and compares. */
async function survives(
  end: (terminal: PseudoTerminal) => Promise<void>,
  { env = {}, after = /^status=/m }: { env?: Readonly<Record<string, string>>; after?: RegExp } = {},
): Promise<string> {
  const terminal = await shell(env);
  await type(terminal, 'for i in $(seq 1 100); do echo row $i; done');
  const before = await state(terminal);
  terminal.send(`charter ${diff} --lang en; echo "status=$?"\r`);
  await terminal.until(() => terminal.screen === 'alternate');
  await terminal.settle();
  await end(terminal);
  await terminal.until(() => terminal.screen === 'normal');
  const text = await terminal.until(after);
  await terminal.settle();
  expect(terminal.cursorShown).toBe(true);
  expect(await state(terminal)).toEqual(before);
  expect(terminal.written).not.toContain('\u001b[3J');
  return text;
}

/** The program itself, not the shell that waits for it. */
function signal(terminal: PseudoTerminal, name: NodeJS.Signals): void {
  const children = childrenOf(terminal.pid);
  for (const pid of children) process.kill(pid, name);
  expect(children).toHaveLength(1);
}

function childrenOf(pid: number): number[] {
  const list = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return list.split(/\s+/).filter(Boolean).map(Number);
}

describe('the terminal is given back', () => {
  test('after q', async () => {
    expect(await survives(async (terminal) => terminal.send('q'))).toContain('status=0');
  });

  test('after ctrl-c, with status 130', async () => {
    expect(await survives(async (terminal) => terminal.send('\u0003'))).toContain('status=130');
  });

  test.each([
    ['SIGTERM', 'status=143'],
    ['SIGINT', 'status=130'],
    ['SIGHUP', 'status=129'],
  ] as const)('after %s, with %s', async (name, status) => {
    expect(await survives(async (terminal) => signal(terminal, name))).toContain(status);
  });

  test('before the message of a fault, with status 70', async () => {
    const env = { NODE_OPTIONS: `--require ${join(place.root, 'crash.cjs')}` };
    const text = await survives(async (terminal) => signal(terminal, 'SIGUSR2'), { env });
    expect(text).toContain('bang');
    expect(text).toContain('status=70');
  });

  test('while it is suspended, and taken again with the screen as it was', async () => {
    const terminal = await shell();
    const before = await state(terminal);
    terminal.send(`charter ${diff} --lang en\r`);
    await terminal.until(() => terminal.screen === 'alternate');
    const screen = await terminal.settle();
    terminal.send('\u001a');
    await terminal.until(() => terminal.screen === 'normal');
    await terminal.until('Stopped');
    expect(terminal.cursorShown).toBe(true);
    expect(await state(terminal)).toEqual(before);
    terminal.send('fg\r');
    await terminal.until(() => terminal.screen === 'alternate');
    expect(await terminal.settle()).toBe(screen);
    terminal.send('q');
    await terminal.until(() => terminal.screen === 'normal');
    expect(await state(terminal)).toEqual(before);
  });

  test('resized while it was suspended, it fills the new window', async () => {
    const terminal = await shell();
    terminal.send(`charter ${diff} --lang en\r`);
    await terminal.until(() => terminal.screen === 'alternate');
    await terminal.settle();
    terminal.send('\u001a');
    await terminal.until('Stopped');
    await terminal.resize(120, 40);
    terminal.send('fg\r');
    await terminal.until(() => terminal.screen === 'alternate');
    const screen = await terminal.settle();
    const fresh = openCharter(['diff', 'normandie', 'pays-de-la-loire', '--lang', 'en'], {
      cwd: place.root,
      columns: 120,
      rows: 40,
    });
    open.push(fresh);
    await fresh.until(() => fresh.screen === 'alternate');
    expect(screen).toBe(await fresh.settle());
  });
});

describe('without a terminal at both ends', () => {
  test.each([
    ['input', `charter ${diff} </dev/null`],
    ['output', `charter ${diff} | cat`],
    ['input, and bare,', 'charter </dev/null'],
  ])('at its %s it prints plain text', async (_name, line) => {
    const terminal = await shell({ PAGER: 'cat' });
    await type(terminal, line);
    expect(terminal.written).not.toContain('\u001b[?1049h');
    expect(terminal.text()).toMatch(/wording|charter/);
  });

  test.each(['--no-tui', '--stat', '--name-only', '--format text', '--accessible', '--json'])(
    '%s prints as well',
    async (option) => {
      const terminal = await shell({ PAGER: 'cat' });
      await type(terminal, `charter ${diff} ${option}`);
      expect(terminal.written).not.toContain('\u001b[?1049h');
    },
  );

  test.each(['CI=true', 'TERM=dumb'])('%s prints as well', async (setting) => {
    const terminal = await shell({ PAGER: 'cat' });
    await type(terminal, `${setting} charter ${diff}`);
    expect(terminal.written).not.toContain('\u001b[?1049h');
  });
});
