/** A repository in which charters are imported and committed: fixed days, fixed people, nobody's settings. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Outcome } from '../../src/commands/context.ts';
import { run } from '../../src/commands/run.ts';
import { Past } from '../store/past.ts';

export interface Page {
  readonly captured: string;
  /** Of its only free sentence. */
  readonly words?: string;
  readonly duration?: string;
}

export class Office extends Past {
  constructor() {
    super();
    for (const [name, value] of Object.entries(this.env())) vi.stubEnv(name, value);
    for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE', 'GIT_EDITOR', 'EDITOR'])
      vi.stubEnv(name, undefined);
    this.clock('2026-03-01T10:00:00+01:00');
    mkdirSync(join(this.root, 'charters'));
  }

  /** When the next commits are made. */
  clock(when: string): void {
    vi.stubEnv('GIT_AUTHOR_DATE', when);
    vi.stubEnv('GIT_COMMITTER_DATE', when);
  }

  async call(
    words: readonly string[],
    folder = '.',
    env: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    const outcome = await run(words, {
      cwd: join(this.root, folder),
      env: { COLUMNS: '80', ...env },
      today: '2026-11-21',
      stdin: { terminal: false, read: async () => Buffer.of() },
      stdout: { terminal: false, columns: 80 },
      tell: () => undefined,
    });
    const { stream, ...rest } = outcome;
    if (!stream) return rest;
    let output = '';
    for (;;) {
      const { value, done } = await stream.next();
      if (done === true) return { ...value, output };
      output += value;
    }
  }

  /** What a command prints, with its status. */
  async transcript(...words: readonly string[]): Promise<string> {
    const { output = '', messages = '', status } = await this.call(words);
    const said = messages === '' ? '' : `--- stderr\n${messages}`;
    const line = words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ');
    return `$ charter ${line}\n${output}${said}--- status ${status}\n`.replaceAll(this.root, '/somewhere');
  }

  /** A page as published, made a charter. */
  async import(portal: string, page: Page, ...options: readonly string[]): Promise<void> {
    this.write({ 'page.md': pageText(page) });
    const words = ['import', 'page.md', '--portal', portal, '--captured', page.captured, ...options];
    const { status, messages } = await this.call(words);
    this.write({ 'page.md': undefined });
    if (status !== 0) throw new Error(messages);
  }

  async commitAs(...words: readonly string[]): Promise<void> {
    const { status, messages } = await this.call(['commit', ...words]);
    if (status !== 0) throw new Error(messages);
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  edit(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} lacks ${from}`);
    this.write({ [file]: text.replace(from, to) });
  }

  has(file: string): boolean {
    return existsSync(join(this.root, file));
  }

  hook(name: string, script: string): void {
    mkdirSync(join(this.root, '.git/hooks'), { recursive: true });
    const file = `.git/hooks/${name}`;
    this.write({ [file]: `#!/bin/sh\n${script}\n` });
    chmodSync(join(this.root, file), 0o755);
  }

  /** Files of a commit, each with what happened to it. */
  changes(revision = 'HEAD'): string[] {
    return lines(
      this.git('show', '--format=', '--name-status', '--no-renames', '-z', revision).replaceAll('\0', '\n'),
      2,
    );
  }

  message(revision = 'HEAD'): string {
    return this.git('log', '-1', '--format=%B', revision).trimEnd();
  }

  trailers(revision = 'HEAD'): string[] {
    const found = lines(this.git('log', '-1', '--format=%(trailers:unfold)', revision));
    return found.map((line) => line.replace(/^(Imported: \S+) [0-9a-f]{16}$/, '$1'));
  }

  /** A message that says of a charter, as it stands, that it is what the capture gave. */
  imported(portal: string, capture: string): string {
    const digest = createHash('sha256')
      .update(this.read(`charters/${portal}.yaml`))
      .digest('hex');
    return `Relevé\n\nCapture: ${capture}\nImported: ${portal} ${digest.slice(0, 16)}\nChange: content`;
  }

  /** All that a command could spoil: branch, index and work tree. */
  state(): string {
    const head = existsSync(join(this.root, '.git/refs/heads/main')) ? this.id('HEAD') : 'none';
    return [head, this.git('ls-files', '--stage'), this.git('status', '--porcelain')].join('\n');
  }

  override remove(): void {
    vi.unstubAllEnvs();
    super.remove();
  }
}

function lines(text: string, together = 1): string[] {
  const parts = text.split('\n').filter((line) => line !== '');
  return parts.flatMap((_, index) =>
    index % together === 0 ? [parts.slice(index, index + together).join(' ')] : [],
  );
}

export function pageText({ words = 'Nous posons des cookies.', duration = '13 mois' }: Page): string {
  return [
    '# Charte cookies',
    '',
    words,
    '',
    '## Définition',
    '',
    'Un cookie est un petit fichier gardé par votre navigateur.',
    '',
    '| Nom | Finalité | Durée |',
    '|---|---|---|',
    '| sessionid | Garder votre session ouverte | session |',
    `| _pk_id.* | Mesurer l'audience du portail | ${duration} |`,
    '',
  ].join('\n');
}
