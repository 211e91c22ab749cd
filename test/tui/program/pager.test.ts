/** Long text on a terminal goes through the pager that git would use, which keeps the keyboard until it is closed. */
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Place } from '../../commands/program/transcript.ts';
import type { PseudoTerminal } from './pseudo-terminal.ts';
import { openShell, type } from './sessions.ts';

/** Shows what it was given, ignores the interrupt key as less does, and ends at `q`. */
const pager = `#!/usr/bin/env bash
trap '' INT
lines=$(cat | wc -l)
printf '%s shows %s\\n' "$(basename "$0")" "$lines lines"
while read -rsn1 key < /dev/tty; do [ "$key" = q ] && break; done
echo closed
`;

let place: Place;
const open: PseudoTerminal[] = [];
beforeAll(() => {
  place = new Place().withCharters();
  for (const name of ['own', 'configured', 'foreign']) {
    const file = join(place.root, name);
    writeFileSync(file, pager);
    chmodSync(file, 0o755);
  }
  execFileSync('git', ['init', '-q', place.root]);
  execFileSync('git', ['-C', place.root, 'config', 'core.pager', join(place.root, 'foreign')]);
});
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});
afterAll(() => place.remove());

async function shell(env: Readonly<Record<string, string>>): Promise<PseudoTerminal> {
  const terminal = await openShell({ cwd: place.root, rows: 12, env });
  open.push(terminal);
  return terminal;
}

const long = 'charter show normandie; echo "status=$?"\r';

describe('the pager', () => {
  test('lives through the interrupt key and ends with the command', async () => {
    const terminal = await shell({ PAGER: join(place.root, 'own'), GIT_CONFIG_GLOBAL: '/dev/null' });
    const settings = (await type(terminal, 'stty -g')).match(/\S+:\S+/)?.[0];
    terminal.send(long);
    await terminal.until(/own shows \d+ lines/);
    await terminal.press('\u0003');
    await terminal.press('\u0003');
    expect(terminal.text()).not.toMatch(/^(?:status=|closed)/m);
    terminal.send('q');
    expect(await terminal.until(/^status=/m)).toMatch(/closed\nstatus=0/);
    expect((await type(terminal, 'stty -g')).match(/\S+:\S+/)?.[0]).toBe(settings);
  });

  test('is the one of the user’s git before PAGER, never one that a repository names', async () => {
    const file = join(place.root, 'user.gitconfig');
    writeFileSync(file, `[core]\n\tpager = ${join(place.root, 'configured')}\n`);
    const terminal = await shell({ PAGER: join(place.root, 'own'), GIT_CONFIG_GLOBAL: file });
    terminal.send(long);
    await terminal.until(/configured shows \d+ lines/);
    terminal.send('q');
    await terminal.until(/^status=0/m);
  });

  test('is left out where GIT_PAGER says so, and with --no-pager', async () => {
    const terminal = await shell({ PAGER: join(place.root, 'own'), GIT_PAGER: 'cat' });
    expect(await type(terminal, 'charter show normandie | tail -n 1; echo done')).toContain('done');
    terminal.send(long);
    await terminal.until(/^status=0/m);
    const other = await shell({ PAGER: join(place.root, 'own'), GIT_CONFIG_GLOBAL: '/dev/null' });
    other.send('charter show normandie --no-pager; echo "status=$?"\r');
    await other.until(/^status=0/m);
    expect(other.written).not.toContain('own shows');
  });

  test('that cannot be started loses no word', async () => {
    const terminal = await shell({ PAGER: '/nowhere/pager', GIT_CONFIG_GLOBAL: '/dev/null' });
    terminal.send(long);
    await terminal.until(/^status=0/m);
    expect(terminal.written).toContain('Charte cookies');
  });
});
