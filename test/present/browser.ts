/** A real browser without a window, spoken to through two pipes; nothing of it is left after the tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Its path: that of `CHROMIUM`, else the first found where programs are. */
export function findBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = [
    process.env['CHROMIUM'] ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  return places.find((place) => place !== '' && canRun(place));
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface BrowserEvent {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: the protocol is the browser's own
  readonly params: any;
}

interface Waiting {
  // biome-ignore lint/suspicious/noExplicitAny: the protocol is the browser's own
  readonly resolve: (value: any) => void;
  readonly reject: (error: Error) => void;
}

export interface View {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly print?: boolean;
}

/** One tab, in which every event is written down. */
export class Browser {
  readonly events: BrowserEvent[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'charter-browser-'));
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private session: string | undefined;
  private rest = '';
  private last = 0;

  private constructor(program: string) {
    const words = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--remote-debugging-pipe',
      `--user-data-dir=${this.folder}`,
      'about:blank',
    ];
    this.child = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    const answers = this.child.stdio[4] as Readable;
    answers.setEncoding('utf8').on('data', (data: string) => this.read(data));
    const ended = (): void => {
      for (const { reject } of this.waiting.values()) reject(new Error('the browser ended'));
    };
    this.child.on('exit', ended).on('error', ended);
    (this.child.stdio[3] as Writable).on('error', ended);
  }

  static async open(program: string): Promise<Browser> {
    const browser = new Browser(program);
    const { targetInfos } = await browser.send('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }: { readonly type: string }) => type === 'page');
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    browser.session = sessionId;
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await browser.send(`${domain}.enable`);
    return browser;
  }

  private read(data: string): void {
    const parts = (this.rest + data).split('\0');
    this.rest = parts.pop() ?? '';
    for (const part of parts) {
      const { id, method, params, result, error } = JSON.parse(part);
      if (id === undefined) this.events.push({ method, params });
      else if (error) this.waiting.get(id)?.reject(new Error(error.message));
      else this.waiting.get(id)?.resolve(result);
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: the protocol is the browser's own
  send(method: string, params: object = {}): Promise<any> {
    this.last += 1;
    const id = this.last;
    const session = this.session === undefined ? {} : { sessionId: this.session };
    const asked = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    (this.child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    return asked;
  }

  /** Opens a page and waits until it stands whole. */
  async visit(url: string, view: View): Promise<void> {
    this.events.length = 0;
    await this.look(view);
    await this.send('Page.navigate', { url });
    while (!this.events.some(({ method }) => method === 'Page.loadEventFired')) await this.rested(10);
    await this.rested(50);
  }

  async look({ width, height, dark = false, print = false }: View): Promise<void> {
    const scheme = { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' };
    await this.send('Emulation.setEmulatedMedia', { media: print ? 'print' : '', features: [scheme] });
    await this.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await this.ask(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))',
    );
  }

  private rested(time: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, time));
  }

  /** The value of an expression, as JSON has it. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the page answers
  async ask(expression: string): Promise<any> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async press(key: 'Tab' | 'Enter'): Promise<void> {
    const code = key === 'Tab' ? 9 : 13;
    const pressed = {
      key,
      code: key,
      windowsVirtualKeyCode: code,
      ...(key === 'Enter' ? { text: '\r' } : {}),
    };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...pressed });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed });
  }

  /** PNG. */
  async picture(whole = true): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: whole,
    });
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.child.on('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
