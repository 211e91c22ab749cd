/** Runs the built program in a folder of its own and writes down everything that comes out. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

const project = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder that is gone after the tests; `git` and `charter` run in it without the developer's own settings. */
export class Place {
  readonly root: string = mkdtempSync(join(tmpdir(), 'charter-place-'));

  /** The project's own charters, templates, captures and settings. */
  withCharters(): this {
    for (const name of ['charters', 'snapshots', '.charter.yaml', '.gitattributes'])
      cpSync(join(project, name), join(this.root, name), { recursive: true });
    return this;
  }

  write(file: string, data: string | Buffer): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), data);
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  /** Every file with its contents, to see that nothing was written. */
  state(): Readonly<Record<string, string>> {
    const files = readdirSync(this.root, { recursive: true, encoding: 'utf8' }).sort();
    return Object.fromEntries(
      files
        .filter((file) => !file.startsWith('.git/') && statSync(join(this.root, file)).isFile())
        .map((file) => [file, readFileSync(join(this.root, file), 'latin1')]),
    );
  }

  git(...words: string[]): string {
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...identity, ...words], {
      cwd: this.root,
      env: this.env(),
      encoding: 'utf8',
    });
  }

  commitAll(message: string): void {
    this.git('init', '-q', '-b', 'main');
    this.git('add', '-A');
    this.git('commit', '-qm', message);
  }

  run(words: readonly string[], { input = '', env = {} }: RunOptions = {}): Ran {
    const { stdout, stderr, status } = spawnSync(process.execPath, [inject('program'), ...words], {
      cwd: this.root,
      env: { ...this.env(), ...env },
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return { stdout, stderr, status };
  }

  /** Command, output, messages and status as one text, without the place's own path. */
  transcript(line: string, options: RunOptions = {}): string {
    const { stdout, stderr, status } = this.run(line.split(' '), options);
    const parts = [
      `$ charter ${line}\n`,
      stdout,
      stderr === '' ? '' : `--- stderr\n${stderr}`,
      `--- status ${status}\n`,
    ];
    return parts.join('').replaceAll(this.root, '/somewhere');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private env(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.root,
      COLUMNS: '80',
      TERM: 'xterm',
      GIT_CONFIG_NOSYSTEM: '1',
    };
  }
}
