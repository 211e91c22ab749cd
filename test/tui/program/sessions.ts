/** Opens the built program in a pseudo-terminal, alone or from a shell, in a place of its own. */
import { inject } from 'vitest';
import { PseudoTerminal, type PseudoTerminalOptions } from './pseudo-terminal.ts';

export function openCharter(words: readonly string[], options: PseudoTerminalOptions): PseudoTerminal {
  return new PseudoTerminal([process.execPath, inject('program'), ...words], options);
}

/** A shell with job control whose `charter` is the built program; its prompt is `%`. */
export async function openShell(options: PseudoTerminalOptions): Promise<PseudoTerminal> {
  const env = { PS1: '%', PROGRAM: inject('program'), NODE: process.execPath, ...options.env };
  const shell = new PseudoTerminal(['bash', '--norc', '--noprofile', '-i'], { ...options, env });
  await shell.until('%');
  await type(shell, 'charter() { "$NODE" "$PROGRAM" "$@"; }');
  return shell;
}

let typed = 0;

/** Types a line and gives what it printed on the screen. */
export async function type(shell: PseudoTerminal, line: string): Promise<string> {
  typed += 1;
  const [begin, end] = [`<${typed}`, `${typed}>`];
  shell.send(`printf '<%s\\n' ${typed}; ${line}; printf '%s>\\n' ${typed}\r`);
  const text = await shell.until(new RegExp(`^${end}$`, 'm'));
  return text.slice(
    text.search(new RegExp(`^${begin}$`, 'm')) + begin.length,
    text.search(new RegExp(`^${end}$`, 'm')),
  );
}
