/**
 * The terminal as the UI holds it: alternate screen, hidden cursor, raw keys. However the program ends or stops
 * (quit, signal, crash, suspension), the terminal is first given back as it was, its scrollback untouched.
 */
import type { ReadStream, WriteStream } from 'node:tty';

/** The process's own ends, as its entry hands them over. */
export interface Host {
  readonly input: ReadStream;
  readonly output: WriteStream;
  readonly process: NodeJS.Process;
}

export interface TerminalEvents {
  onInput(chunk: Uint8Array): void;
  /** The screen holds nothing sure any more: it has another size, or was another's. */
  onChange(): void;
  /** The terminal is gone. */
  onHangUp(): void;
}

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** Without line wrapping, so that a character wider than we think cannot push the lines below. */
const enterScreen = '\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[0m\u001b[H\u001b[J';
const leaveScreen = '\u001b[?2026l\u001b[0m\u001b[?7h\u001b[?25h\u001b[?1049l';

/** Time for a stop signal to reach this process, after which it runs again or was never stopped. */
const stopDelay = 50;

export class Terminal {
  readonly #host: Host;
  readonly #events: TerminalEvents;
  #held = false;
  #open = false;
  #lent = false;
  readonly #input = (chunk: Uint8Array): void => this.#events.onInput(chunk);
  readonly #resize = (): void => this.#events.onChange();
  readonly #hangUp = (): void => this.#events.onHangUp();
  readonly #release = (): void => this.release();
  readonly #continue = (): void => this.#resume();
  readonly #stop = (): void => this.suspend();
  readonly #hangUpSignal = (): void => {
    this.close();
    this.#host.process.kill(this.#host.process.pid, 'SIGHUP');
  };

  constructor(host: Host, events: TerminalEvents) {
    this.#host = host;
    this.#events = events;
  }

  get size(): TerminalSize {
    const { columns, rows } = this.#host.output;
    return { columns: columns || 80, rows: rows || 24 };
  }

  /** Takes the terminal and listens to it. */
  open(): void {
    const { input, output, process } = this.#host;
    this.#open = true;
    output.on('error', this.#hangUp);
    input.on('data', this.#input).on('end', this.#hangUp).on('error', this.#hangUp);
    // First of all listeners: a fault's message must meet the terminal as it was.
    process.prependListener('uncaughtException', this.#release);
    process.on('exit', this.#release);
    // Not the stream's own event: a window that shrank and grew again has lost cells, but has its size.
    process.on('SIGWINCH', this.#resize);
    process.on('SIGHUP', this.#hangUpSignal);
    process.on('SIGCONT', this.#continue);
    process.on('SIGTSTP', this.#stop);
    this.take();
  }

  /** Gives the terminal back for good. */
  close(): void {
    if (!this.#open) return;
    const { input, output, process } = this.#host;
    this.release();
    this.#open = false;
    output.off('error', this.#hangUp);
    input.off('data', this.#input).off('end', this.#hangUp).off('error', this.#hangUp);
    process.off('uncaughtException', this.#release).off('exit', this.#release);
    process.off('SIGWINCH', this.#resize).off('SIGHUP', this.#hangUpSignal);
    process.off('SIGCONT', this.#continue).off('SIGTSTP', this.#stop);
  }

  private take(): void {
    if (this.#held || !this.#open) return;
    this.#held = true;
    this.#host.input.setRawMode(true);
    this.#host.input.resume();
    this.#host.output.write(enterScreen);
  }

  /** Gives the terminal back for a while; also from signals and faults, so it never throws. */
  release(): void {
    if (!this.#held) return;
    this.#held = false;
    try {
      this.#host.input.pause();
      this.#host.output.write(leaveScreen);
      this.#host.input.setRawMode(false);
    } catch {
      // The terminal is gone: there is nothing left to restore.
    }
  }

  /** Nothing is written while the terminal is another's. */
  write(text: string): void {
    if (this.#held && text !== '') this.#host.output.write(text);
  }

  /** Another program has the terminal until the promise is settled. */
  async lend<T>(work: () => Promise<T>): Promise<T> {
    this.release();
    this.#lent = true;
    try {
      return await work();
    } finally {
      this.#lent = false;
      this.#resume();
    }
  }

  /** Stops this process and those started with it, as the key does outside of raw mode. */
  suspend(): void {
    const { process } = this.#host;
    this.release();
    process.off('SIGTSTP', this.#stop);
    // A program that has the terminal was stopped already, or stops itself.
    process.kill(this.#lent ? process.pid : 0, 'SIGTSTP');
    // Where nobody could wake it, as without job control, the system does not stop it and no signal comes.
    setTimeout(() => {
      process.off('SIGTSTP', this.#stop);
      if (this.#open) process.on('SIGTSTP', this.#stop);
      this.#resume();
    }, stopDelay);
  }

  #resume(): void {
    if (!this.#open || this.#lent) return;
    this.take();
    // The window may have changed while the signal that tells it went to others: it is measured again.
    this.#host.process.emit('SIGWINCH');
  }
}
