/** A place with the five charters and a pair with differing tables, and the built program opened in it, for one test file. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { formatDocument } from '../../../src/canonical/format.ts';
import { Place } from '../../commands/program/transcript.ts';
import { charter } from '../../documents.ts';
import type { PseudoTerminal } from './pseudo-terminal.ts';
import { openCharter } from './sessions.ts';

export interface Opening {
  readonly size?: readonly [columns: number, rows: number];
  readonly env?: Readonly<Record<string, string>>;
  readonly language?: 'en' | 'fr';
}

export interface Stage {
  readonly root: string;
  write(path: string, content: string): void;
  read(path: string): string;
  /** Without waiting for its first screen. */
  open(words: readonly string[], opening?: Opening): PseudoTerminal;
  start(words: readonly string[], opening?: Opening): Promise<PseudoTerminal>;
}

/** Seven changes in the text: one value, six of wording; three more of typography, hidden at first. */
export const pair = ['diff', 'normandie', 'pays-de-la-loire'];
/** Three changed rows in a table of fourteen: two cells, one row added. */
export const tables = ['diff', 'ancien', 'nouveau'];

/** To be called once at the top of a test file. */
export function setStage(): Stage {
  let place: Place;
  const opened: PseudoTerminal[] = [];
  beforeAll(() => {
    place = new Place().withCharters();
    place.write('charters/ancien.yaml', cookies('ancien'));
    place.write('charters/nouveau.yaml', cookies('nouveau'));
  });
  afterEach(() => {
    for (const terminal of opened.splice(0)) terminal.close();
  });
  afterAll(() => place.remove());
  function open(
    words: readonly string[],
    { size: [columns, rows] = [80, 24], env = {}, language = 'en' }: Opening = {},
  ): PseudoTerminal {
    const terminal = openCharter([...words, '--lang', language], { cwd: place.root, columns, rows, env });
    opened.push(terminal);
    return terminal;
  }
  return {
    get root() {
      return place.root;
    },
    write: (path, content) => place.write(path, content),
    read: (path) => place.read(path),
    open,
    async start(words, opening) {
      const terminal = open(words, opening);
      await terminal.until(() => terminal.screen === 'alternate');
      await terminal.until((text) => !/Comparing…|Comparaison en cours/.test(text) && /^ \S/.test(text));
      await terminal.settle();
      return terminal;
    },
  };
}

export function cookies(id: 'ancien' | 'nouveau'): string {
  const [duration, purpose] =
    id === 'ancien' ? ['13 mois', 'Se souvenir de la langue'] : ['25 mois', 'Suivre la langue'];
  const rows = Array.from({ length: 12 }, (_, row) => `Interne | _pk_${row} | Compter la page ${row} | 1 an`);
  const document = charter({
    id,
    title: 'Charte cookies',
    body: ['# Introduction', 'Ce site conserve des cookies.', '# Cookies'],
    tables: [
      [
        'provider | name | purpose | duration',
        ...rows.slice(0, 6),
        `Matomo | _pk_id | Mesurer l’audience | ${duration}`,
        `Interne | langue | ${purpose} | 1 an`,
        ...rows.slice(6),
        ...(id === 'nouveau' ? ['Meta | _fbp | Publicité | 3 mois'] : []),
      ],
    ],
  });
  return formatDocument(document, { schema: 'charter.schema.json' });
}

/** An editor that runs these lines of shell; its arguments are the line and the file. */
export function editorAt(stage: Stage, name: string, lines: readonly string[]): string {
  stage.write(name, `#!/bin/sh\n${lines.join('\n')}\n`);
  return `sh ${join(stage.root, name)}`;
}

/** `change 3 of 7 · wording · Introduction`, as the header has it. */
export function position(text: string): string {
  return (text.split('\n')[1] ?? '').trim().split(/ {2,}/)[0] ?? '';
}

/** The bottom line. */
export function bottom(text: string): string {
  return (text.split('\n').at(-2) ?? '').trim();
}

/** The row of the screen in which the cursor's bar stands, from 0. */
export function cursorRow(text: string): number {
  return text.split('\n').findIndex((line) => line.includes('▌'));
}

/** What stands under the cursor, without the outline beside it. */
export function underCursor(text: string): string {
  return (text.split('\n')[cursorRow(text)] ?? '').replace(/^.*▌/, '').replace(/ {2,}/g, ' ').trim();
}
