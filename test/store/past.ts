/** A git repository made by the tests, with dates and authors of its own and nobody's settings. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface CommitOptions {
  /** `2026-03-09T12:00:00+01:00`; one day after the last commit where absent. */
  readonly date?: string;
  readonly author?: string;
}

export class Past {
  readonly root: string = mkdtempSync(join(tmpdir(), 'charter-past-'));
  private day = 0;

  constructor() {
    this.git('init', '-q', '-b', 'main');
  }

  /** A file's new text; undefined removes it. */
  write(files: Readonly<Record<string, string | Buffer | undefined>>): this {
    for (const [file, text] of Object.entries(files)) {
      const path = join(this.root, file);
      if (text === undefined) rmSync(path);
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
    return this;
  }

  /** Everything, with what `files` say; gives the commit's id. */
  commit(
    message: string,
    files: Readonly<Record<string, string | Buffer | undefined>> = {},
    options: CommitOptions = {},
  ): string {
    this.write(files);
    this.git('add', '-A');
    return this.record(['commit', '-q', '--allow-empty', '-m', message], options);
  }

  /** Any git command that makes a commit. */
  record(words: readonly string[], { date, author }: CommitOptions = {}): string {
    this.day += 1;
    const when = date ?? new Date(Date.UTC(2026, 0, this.day, 12)).toISOString();
    const [, name = 'Zoé Ünal', email = 'zoe@example.org'] = /^(.*) <(.*)>$/.exec(author ?? '') ?? [];
    execFileSync('git', words, {
      cwd: this.root,
      env: {
        ...this.env(),
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: email,
        GIT_AUTHOR_DATE: when,
        GIT_COMMITTER_DATE: when,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return this.id('HEAD');
  }

  git(...words: readonly string[]): string {
    return execFileSync('git', words, { cwd: this.root, env: this.env(), encoding: 'utf8', stdio: 'pipe' });
  }

  id(revision: string): string {
    return this.git('rev-parse', revision).trim();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Nothing of the machine's own configuration. */
  env(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.root,
      GIT_CONFIG_GLOBAL: join(this.root, '.git/nobody'),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'C',
      GIT_COMMITTER_EMAIL: 'c@example.org',
    };
  }
}
