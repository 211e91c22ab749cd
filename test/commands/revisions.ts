/** A repository with a history made for the tests, in which commands run without the machine's own settings. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { vi } from 'vitest';
import { run } from '../../src/commands/run.ts';
import { Past } from '../store/past.ts';

export class Archive extends Past {
  constructor() {
    super();
    for (const [name, value] of Object.entries(this.env())) vi.stubEnv(name, value);
    for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE']) vi.stubEnv(name, undefined);
  }

  /** What comes out of a command, with its status: `folder` is from the repository's root, or absolute. */
  async transcript(line: string, folder = '.', language = 'en'): Promise<string> {
    const cwd = folder.startsWith('/') ? folder : join(this.root, folder);
    const outcome = await run([...line.split(' '), '--lang', language], {
      cwd,
      env: { COLUMNS: '80' },
      today: '2026-11-21',
      stdin: { terminal: false, read: async () => Buffer.of() },
      stdout: { terminal: false, columns: 80 },
      tell: () => undefined,
    });
    const messages = outcome.messages ? `--- stderr\n${outcome.messages}` : '';
    const text = `$ charter ${line}\n${outcome.output ?? ''}${messages}--- status ${outcome.status}\n`;
    return text.replaceAll(this.root, '/somewhere');
  }

  override remove(): void {
    vi.unstubAllEnvs();
    super.remove();
  }
}

/** A message that says of that text that it is what its capture gave. */
export function importedMessage(subject: string, text: string, ...more: readonly string[]): string {
  const id = /^charter: (.+)$/m.exec(text)?.[1] ?? '';
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return [`${subject}\n`, `Imported: ${id} ${digest}`, ...more].join('\n');
}

export interface CharterFacts {
  readonly id: string;
  /** Of the title's only paragraph. */
  readonly words?: string;
  readonly url?: string;
  /** The day of its capture; none where absent. */
  readonly captured?: string;
  /** Names of cookies. */
  readonly cookies?: readonly string[];
}

/** A charter in its canonical form. */
export function charterText(facts: CharterFacts): string {
  const { id, words = 'Ce site pose des cookies.', captured, cookies = ['sessionid'] } = facts;
  const url = facts.url ?? `https://${id}.example`;
  const source =
    captured === undefined
      ? []
      : [
          'source:',
          `  capture: snapshots/${id}/${captured}.txt`,
          `  captured: "${captured}"`,
          '  media: text/plain',
          `  sha256: ${captured.replaceAll('-', '').repeat(8)}`,
        ];
  return [
    `charter: ${id}`,
    'language: fr',
    'variables:',
    `  url: ${url}`,
    ...source,
    'title: Charte cookies',
    'body:',
    `  - paragraph: ${words}`,
    "  - paragraph: Un cookie est un petit fichier qu'un site garde dans votre navigateur.",
    '  - paragraph: Vous pouvez les refuser à tout moment dans les réglages de votre navigateur.',
    '  - table: cookies',
    'tables:',
    '  - id: cookies',
    '    columns:',
    '      - key: name',
    '        head: Nom',
    '    rows:',
    ...cookies.map((name) => `      - name: ${name}`),
    '',
  ].join('\n');
}
