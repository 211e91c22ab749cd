/** Which screens of the UI are drawn for the README, and the keys that lead to them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PseudoTerminal } from '../tui/program/pseudo-terminal.ts';
import { renderSvg } from './svg.ts';

export interface DrawOptions {
  /** The built program. */
  readonly program: string;
  /** Where the charters are. */
  readonly root: string;
  /** The folder of the pictures. */
  readonly target: string;
}

interface Picture {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly words: readonly string[];
  /** Sent one after the other. */
  readonly keys: readonly string[];
}

const pair = ['diff', 'normandie', 'pays-de-la-loire', '--lang', 'en'];

const pictures: readonly Picture[] = [
  { name: 'overview-80', columns: 80, rows: 24, words: ['--lang', 'en'], keys: [] },
  { name: 'diff-80', columns: 80, rows: 24, words: pair, keys: [']'] },
  { name: 'drift-100', columns: 100, rows: 16, words: ['drift', '--lang', 'en'], keys: [] },
  { name: 'diff-160', columns: 160, rows: 40, words: pair, keys: [']'] },
];

export async function drawScreens({ program, root, target }: DrawOptions): Promise<void> {
  for (const { name, columns, rows, words, keys } of pictures) {
    const terminal = new PseudoTerminal([process.execPath, program, ...words], { columns, rows, cwd: root });
    await terminal.until((text) => terminal.screen === 'alternate' && !text.includes('Comparing'));
    await terminal.settle();
    for (const key of keys) await terminal.press(key);
    writeFileSync(join(target, `${name}.svg`), renderSvg(terminal.emulator, `charter ${words.join(' ')}`));
    terminal.send('q');
    await terminal.ended;
    terminal.close();
  }
}
