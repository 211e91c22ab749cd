/** Runs commands in this process, in a folder of their own. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Outcome } from '../../src/commands/context.ts';
import { run } from '../../src/commands/run.ts';

export interface Called extends Outcome {
  /** Messages that came at once, before the end. */
  readonly told: string;
}

export class Folder {
  readonly root: string = mkdtempSync(join(tmpdir(), 'charter-folder-'));
  today = '2026-11-21';
  /** Of the commands; nothing of the developer's own comes in. */
  env: Readonly<Record<string, string>> = {};

  write(file: string, data: string | Buffer): this {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), data);
    return this;
  }

  drop(file: string): this {
    rmSync(join(this.root, file));
    return this;
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  /** Every file with its contents, to see what was written. */
  files(): Readonly<Record<string, string>> {
    const names = readdirSync(this.root, { recursive: true, encoding: 'utf8' }).sort();
    return Object.fromEntries(
      names
        .filter((name) => statSync(join(this.root, name)).isFile())
        .map((name) => [name, readFileSync(join(this.root, name), 'latin1')]),
    );
  }

  async call(words: readonly string[], stdin: string | Buffer = '', terminal = false): Promise<Called> {
    let told = '';
    const outcome = await run(words, {
      cwd: this.root,
      env: this.env,
      today: this.today,
      stdin: { terminal, read: async () => Buffer.from(stdin) },
      stdout: { terminal: false },
      tell: (text) => {
        told += text;
      },
    });
    const { stream, ...rest } = outcome;
    return stream ? { ...rest, ...(await gather(stream)), told } : { ...outcome, told };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** What a stream writes, and how it ends. */
async function gather(stream: NonNullable<Outcome['stream']>): Promise<Outcome> {
  let output = '';
  for (;;) {
    const { value, done } = await stream.next();
    if (done === true) return { ...value, output };
    output += value;
  }
}
