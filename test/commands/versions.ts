/** Builds real repositories of charters: fixed dates, fixed people, and nothing of the machine's own git settings. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { formatDocument } from '../../src/canonical/format.ts';
import { charter, type Parts } from '../documents.ts';
import { Folder } from './surroundings.ts';

export interface CommitOptions {
  readonly author?: string;
  /** With its own offset. */
  readonly date?: string;
}

export class Versions extends Folder {
  constructor() {
    super();
    this.git('init', '-q', '-b', 'main');
    this.env = {
      XDG_STATE_HOME: join(this.root, '.git/state'),
      XDG_CACHE_HOME: join(this.root, '.git/cache'),
    };
  }

  #day = 0;

  /** Writes a charter in its canonical form. */
  charter(file: string, parts: Parts): this {
    return this.write(
      file,
      formatDocument(charter({ id: file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length), ...parts }), {
        schema: 'charter.schema.json',
      }),
    );
  }

  /** Everything as it is now; each commit is a day later than the one before. Gives back its id. */
  commit(message: string, { author = 'Zoé Lefèvre', date }: CommitOptions = {}): string {
    this.#day += 1;
    const when = date ?? `2026-03-${String(this.#day).padStart(2, '0')}T10:00:00+01:00`;
    this.git('add', '-A');
    this.gitAs({ author, when }, 'commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD').trim();
  }

  merge(branch: string, message: string): void {
    this.#day += 1;
    const when = `2026-03-${String(this.#day).padStart(2, '0')}T10:00:00+01:00`;
    this.gitAs({ author: 'Zoé Lefèvre', when }, 'merge', '-q', '--no-ff', '--no-commit', branch);
    this.gitAs({ author: 'Zoé Lefèvre', when }, 'commit', '-q', '-m', message);
  }

  git(...words: readonly string[]): string {
    return this.gitAs({ author: 'Zoé Lefèvre', when: '2026-03-01T10:00:00+01:00' }, ...words);
  }

  private gitAs(
    { author, when }: { readonly author: string; readonly when: string },
    ...words: readonly string[]
  ): string {
    return execFileSync('git', ['-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false', ...words], {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: this.root,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: join(this.root, '.git/nobody'),
        GIT_AUTHOR_NAME: author,
        GIT_AUTHOR_EMAIL: 'someone@example.org',
        GIT_COMMITTER_NAME: author,
        GIT_COMMITTER_EMAIL: 'someone@example.org',
        GIT_AUTHOR_DATE: when,
        GIT_COMMITTER_DATE: when,
      },
    });
  }
}
