/** Runs a program in a real pseudo-terminal behind a real terminal emulator, and tells what stands on its screen. */
import { readFileSync } from 'node:fs';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export interface PseudoTerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly status: number;
  readonly signal: number | undefined;
}

export interface Look {
  readonly colour: number;
  readonly ground: number;
  readonly underlined: boolean;
  readonly struck: boolean;
  readonly inverse: boolean;
}

/** A screen is taken as complete when nothing came for so long. */
const quiet = 100;
/** How long an answer may take to begin. */
const patience = 1000;

export class PseudoTerminal {
  readonly emulator: xterm.Terminal;
  /** Everything that the program wrote. */
  written = '';
  readonly ended: Promise<Ended>;
  readonly #pty: IPty;
  #last = 0;
  #over = false;

  constructor(command: readonly string[], { columns = 80, rows = 24, cwd, env = {} }: PseudoTerminalOptions) {
    const [file = '', ...words] = command;
    this.emulator = new xterm.Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true });
    this.#pty = spawn(file, words, {
      name: 'xterm-256color',
      cols: columns,
      rows,
      cwd,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: cwd,
        TERM: 'xterm-256color',
        LANG: 'en_US.UTF-8',
        ...env,
      },
    });
    this.#pty.onData((data) => {
      this.written += data;
      this.#last = performance.now();
      this.emulator.write(data);
    });
    this.ended = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal }) => {
        this.#over = true;
        resolve({ status: exitCode, signal: signal === 0 ? undefined : signal });
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  get over(): boolean {
    return this.#over;
  }

  send(keys: string): void {
    this.#pty.write(keys);
  }

  /** Gives the screen that answers the new size. */
  async resize(columns: number, rows: number): Promise<string> {
    const before = this.written.length;
    this.emulator.resize(columns, rows);
    this.#pty.resize(columns, rows);
    return this.answer(before);
  }

  kill(signal: NodeJS.Signals): void {
    process.kill(this.#pty.pid, signal);
  }

  /** The screen's lines without the spaces at their ends. */
  lines(): string[] {
    const buffer = this.emulator.buffer.active;
    return Array.from({ length: this.emulator.rows }, (_, row) => {
      return (
        buffer
          .getLine(buffer.viewportY + row)
          ?.translateToString()
          .trimEnd() ?? ''
      );
    });
  }

  text(): string {
    return this.lines().join('\n');
  }

  /** How each place of the text on the screen looks: colours by number, -1 where they are the terminal's own. */
  looks(wanted: string): Look[] {
    const lines = this.lines();
    return lines.flatMap((line, row) => {
      const column = line.indexOf(wanted);
      return column < 0 ? [] : [this.lookAt(row, column)];
    });
  }

  private lookAt(row: number, column: number): Look {
    const buffer = this.emulator.buffer.active;
    const cell = buffer.getLine(buffer.viewportY + row)?.getCell(column);
    return {
      colour: cell?.isFgPalette() ? cell.getFgColor() : -1,
      ground: cell?.isBgPalette() ? cell.getBgColor() : -1,
      underlined: (cell?.isUnderline() ?? 0) !== 0,
      struck: (cell?.isStrikethrough() ?? 0) !== 0,
      inverse: (cell?.isInverse() ?? 0) !== 0,
    };
  }

  /** `alternate` while the UI is open. */
  get screen(): 'normal' | 'alternate' {
    return this.emulator.buffer.active.type;
  }

  get cursorShown(): boolean {
    const [shown, hidden] = ['\u001b[?25h', '\u001b[?25l'].map((code) => this.written.lastIndexOf(code));
    return (hidden ?? -1) <= (shown ?? -1);
  }

  /** Waits until the screen holds the text; fails with the screen as it is. */
  async until(wanted: string | RegExp | ((text: string) => boolean), timeout = 10_000): Promise<string> {
    const holds =
      typeof wanted === 'function'
        ? wanted
        : (text: string): boolean => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
    const end = performance.now() + timeout;
    while (performance.now() < end) {
      await this.flush();
      if (holds(this.text())) return this.text();
      await pause(10);
    }
    throw new Error(`The screen never showed ${String(wanted)}:\n${this.text()}`);
  }

  /** Waits until nothing more comes, and the program has nothing more to do. */
  async settle(): Promise<string> {
    let last = this.#work();
    for (let still = performance.now(); ; ) {
      await pause(20);
      const work = this.#work();
      if (work !== last) still = performance.now();
      last = work;
      if (performance.now() - Math.max(still, this.#last) > quiet) break;
    }
    await this.flush();
    return this.text();
  }

  /** The time that the program has computed, where the system tells; a loaded machine is slow, not done. */
  #work(): string {
    try {
      return readFileSync(`/proc/${this.#pty.pid}/stat`, 'utf8').split(' ').slice(13, 15).join(' ');
    } catch {
      return '';
    }
  }

  /** Sends keys and gives the screen that answers them. */
  async press(keys: string): Promise<string> {
    const before = this.written.length;
    this.send(keys);
    return this.answer(before);
  }

  private async answer(before: number): Promise<string> {
    const end = performance.now() + patience;
    while (this.written.length === before && performance.now() < end && !this.#over) await pause(5);
    return this.settle();
  }

  close(): void {
    if (!this.#over) this.#pty.kill('SIGKILL');
    this.emulator.dispose();
  }

  /** Everything received has reached the emulator's screen. */
  private flush(): Promise<void> {
    return new Promise((resolve) => this.emulator.write('', resolve));
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
