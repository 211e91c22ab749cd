/** The UI as its reader sees it: the built program, a real pseudo-terminal, every key, every width. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formatDocument } from '../../../src/canonical/format.ts';
import { keymap } from '../../../src/tui/keymap.ts';
import { Place } from '../../commands/program/transcript.ts';
import { charter } from '../../documents.ts';
import type { PseudoTerminal } from './pseudo-terminal.ts';
import { openCharter } from './sessions.ts';

let place: Place;
const open: PseudoTerminal[] = [];
beforeAll(() => {
  place = new Place().withCharters();
  place.write('charters/ancien.yaml', cookies('ancien', '13 mois', 'Se souvenir de la langue'));
  place.write('charters/nouveau.yaml', cookies('nouveau', '25 mois', 'Suivre la langue'));
});
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});
afterAll(() => place.remove());

function cookies(id: string, duration: string, purpose: string): string {
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

interface Opening {
  readonly size?: readonly [columns: number, rows: number];
  readonly env?: Readonly<Record<string, string>>;
  readonly language?: 'en' | 'fr';
}

const pair = ['diff', 'normandie', 'pays-de-la-loire'];
const table = ['diff', 'ancien', 'nouveau'];

async function start(
  words: readonly string[],
  { size: [columns, rows] = [80, 24], env = {}, language = 'en' }: Opening = {},
): Promise<PseudoTerminal> {
  const terminal = openCharter([...words, '--lang', language], { cwd: place.root, columns, rows, env });
  open.push(terminal);
  await terminal.until(() => terminal.screen === 'alternate');
  await terminal.until((text) => !/Comparing…|Comparaison en cours/.test(text) && /^ \S/.test(text));
  await terminal.settle();
  return terminal;
}

/** `change 3 of 7` in the header. */
function change(text: string): number {
  return Number(/change (\d+) of \d+/.exec(text)?.[1]);
}

describe('the five charters', () => {
  test.each([
    ['en', 'normandie'],
    ['fr', 'normandie'],
  ] as const)('open as an overview, in %s', async (language, name) => {
    const terminal = await start([], { language });
    const text = terminal.text();
    for (const portal of [
      'cooracenormandie',
      'noisylegrand',
      name,
      'pays-de-la-loire',
      'performance-dataunedic',
    ])
      expect(text).toContain(portal);
    expect(text).toMatch(/pays-de-la-loire +· +6 +3 +·/);
  });

  test('open one after the other, and lead back', async () => {
    const terminal = await start([]);
    for (const name of ['ancien', 'cooracenormandie', 'noisylegrand']) {
      expect(await terminal.press('\r')).toContain(name);
      expect(await terminal.press('\u001b')).toContain('performance-dataunedic');
      await terminal.press('j');
    }
    expect(terminal.over).toBe(false);
  });

  test('open as a comparison of two', async () => {
    const terminal = await start(pair);
    expect(terminal.text()).toContain('normandie → pays-de-la-loire');
    expect(terminal.text()).toMatch(/change 1 of 7 · variable/);
    expect(terminal.text()).toContain('template opendatasoft-fr');
  });
});

describe('every width', () => {
  test.each([
    [60, 15],
    [80, 24],
    [100, 30],
    [120, 40],
    [160, 45],
    [200, 50],
  ] as const)('%s × %s fills the screen and no more', async (columns, rows) => {
    const terminal = await start(pair, { size: [columns, rows] });
    for (const key of ['', ']', ']', ' ', 'G', 'g', '\r']) {
      if (key !== '') await terminal.press(key);
      const lines = terminal.lines();
      expect(lines.at(-1)).toBe('');
      expect(lines[0]).toContain('normandie → pays-de-la');
      expect(lines.at(-2)).not.toBe('');
      expect(terminal.emulator.buffer.active.baseY).toBe(0);
    }
  });

  test('side by side from 160, an outline beside from 100, one column below', async () => {
    const wide = (await start(pair, { size: [160, 40] })).text();
    expect(wide).toMatch(/Outline +│ +normandie +pays-de-la-loire/);
    const middle = (await start(pair, { size: [120, 40] })).text();
    expect(middle).toContain('Outline');
    expect(middle).not.toMatch(/│ +normandie +pays-de-la-loire/);
    expect((await start(pair, { size: [80, 24] })).text()).not.toContain('Outline');
  });

  test('changing at any moment keeps the place', async () => {
    const terminal = await start(pair, { size: [200, 50] });
    for (let count = 0; count < 4; count += 1) await terminal.press(']');
    const at = change(terminal.text());
    expect(at).toBe(5);
    for (const columns of [80, 50, 120, 200]) {
      const text = await terminal.resize(columns, 30);
      if (columns === 50) expect(text).toContain('too small');
      else {
        expect(change(text)).toBe(at);
        expect(text).toMatch(/^.*[▌].*tiers/m);
      }
    }
  });

  test('changing many times in a row ends on the right screen', async () => {
    const terminal = await start(pair, { size: [200, 50] });
    for (let columns = 200; columns >= 60; columns -= 7) void terminal.resize(columns, 20 + (columns % 10));
    const last = await terminal.resize(90, 24);
    const fresh = await start(pair, { size: [90, 24] });
    expect(last).toBe(fresh.text());
  });
});

describe('keys', () => {
  test('move by line, half page, page, to both ends', async () => {
    const terminal = await start(pair);
    const top = await terminal.press('g');
    for (const [forth, back] of [
      ['j', 'k'],
      ['\u001b[B', '\u001b[A'],
      ['d', 'u'],
      [' ', 'b'],
      ['\u001b[6~', '\u001b[5~'],
      ['G', 'g'],
      ['\u001b[F', '\u001b[H'],
    ] as const) {
      expect(await terminal.press(forth), forth).not.toBe(top);
      expect(await terminal.press(back), back).toBe(top);
    }
  });

  test('lead from change to change and from section to section', async () => {
    const terminal = await start(pair);
    const seen = [change(terminal.text())];
    for (let count = 0; count < 6; count += 1) seen.push(change(await terminal.press(']')));
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(change(await terminal.press(']'))).toBe(7);
    expect(change(await terminal.press('['))).toBe(6);
    expect(await terminal.press('.')).toContain('Functional');
    expect(await terminal.press(',')).toMatch(/· Use|Use/);
  });

  test('typed ahead and pasted, all count', async () => {
    const terminal = openCharter([...pair, '--lang', 'en'], { cwd: place.root });
    open.push(terminal);
    terminal.send(']]]');
    await terminal.until(/change 4 of 7/);
    terminal.send('[[]]]');
    await terminal.until(/change 5 of 7/);
    terminal.send('\u001b[200~[[\u001b[201~');
    await terminal.until(/change 3 of 7/);
  });

  test('search, with its matches marked, and go from one to the next', async () => {
    const terminal = await start(pair);
    expect(await terminal.press('/')).toMatch(/\/|Search/);
    expect(await terminal.press('PLATEFORME\r')).toMatch(/1 of \d+/);
    const first = terminal.text();
    expect(first).toMatch(/▌.*plateforme|plateforme/);
    expect(await terminal.press('n')).toMatch(/2 of \d+/);
    expect(await terminal.press('N')).toMatch(/1 of \d+/);
    expect(await terminal.press('/nothing of the kind\r')).toMatch(/nothing of the kind/);
    expect(terminal.over).toBe(false);
  });

  test('in a search are text, not commands', async () => {
    const terminal = await start(pair);
    await terminal.press('/qxtzq');
    expect(terminal.over).toBe(false);
    expect(terminal.text()).toContain('qxtzq');
    expect(await terminal.press('\u007f\u007f')).toMatch(/qxt(?!z)/);
    await terminal.press('\u001b');
    expect(change(terminal.text())).toBe(1);
  });

  test('filter by class', async () => {
    const terminal = await start(pair);
    await terminal.press('f');
    await terminal.press('2\r');
    expect(terminal.text()).not.toMatch(/ {2}wording$/m);
    expect(terminal.text()).toMatch(/\(▓ 6\)|\(6 wording\)/);
    await terminal.press('f');
    expect(await terminal.press('2\r')).toMatch(/ {2}wording$/m);
  });

  test('fold and unfold, and give more or less context', async () => {
    const terminal = await start(pair, { size: [120, 50] });
    const folded = terminal.text();
    expect(folded).toContain('unchanged');
    expect(await terminal.press('z')).toContain('Il existe plusieurs types de cookies');
    expect(await terminal.press('z')).toBe(folded);
    const more = await terminal.press('}');
    expect(more.match(/unchanged/g)?.length ?? 0).toBeLessThan(folded.match(/unchanged/g)?.length ?? 0);
    expect(await terminal.press('{')).toBe(folded);
  });

  test('choose the layout, the outline and the palette', async () => {
    const terminal = await start(pair, { size: [160, 40] });
    const split = terminal.text();
    expect(await terminal.press('2')).not.toMatch(/│ +normandie +pays-de-la-loire/);
    expect(await terminal.press('1')).toMatch(/│ +normandie +pays-de-la-loire/);
    await terminal.press('0');
    expect(await terminal.press('o')).not.toContain('Outline');
    expect(await terminal.press('o')).toContain('Outline');
    expect(await terminal.press('\t')).toMatch(/^▌/m);
    await terminal.press('\t');
    expect(await terminal.press('j')).not.toBe('');
    await terminal.press('k');
    expect(terminal.text()).toBe(split);
    const before = terminal.written.length;
    await terminal.press('t');
    expect(terminal.written.slice(before)).toMatch(/38;5;/);
    await terminal.press('t');
    expect(terminal.text()).toMatch(/\[-.*-\]|\{\+.*\+\}/);
  });

  test('swap the sides and back', async () => {
    const terminal = await start(pair);
    const before = terminal.text();
    await terminal.press('x');
    await terminal.until('pays-de-la-loire → normandie');
    await terminal.press('x');
    await terminal.until('normandie → pays-de-la-loire');
    await terminal.settle();
    expect(terminal.text()).toBe(before);
  });

  test('open one change in full, with its rule and both places', async () => {
    const terminal = await start(pair, { size: [100, 40] });
    await terminal.press(']');
    await terminal.press(']');
    const text = await terminal.press('\r');
    expect(text).toMatch(/charters\/normandie\.yaml, line \d+/);
    expect(text).toMatch(/charters\/pays-de-la-loire\.yaml, line \d+/);
    expect(text).toContain('text-reworded');
    expect(change(await terminal.press(']'))).toBe(4);
    await terminal.press('\u001b');
    expect(change(terminal.text())).toBe(4);
    await terminal.press('\u001b');
    await terminal.press('\u001b');
    expect(terminal.over).toBe(false);
  });

  test('show every one of them in help', async () => {
    const terminal = await start(pair, { size: [100, 120] });
    const text = await terminal.press('?');
    for (const { keys } of keymap) {
      const key = keys[0] ?? '';
      if (key.length === 1) expect(text, key).toContain(key);
    }
    terminal.send('\u001b');
    await terminal.until('normandie → pays-de-la-loire');
  });

  test('end it with q, and never with escape', async () => {
    const terminal = await start(pair);
    await terminal.press('\u001b\u001b\u001b');
    expect(terminal.over).toBe(false);
    terminal.send('q');
    expect(await terminal.ended).toEqual({ status: 0, signal: undefined });
  });
});

describe('a cookie table', () => {
  test('shows changed rows and cells, folds the others, and pins its key column', async () => {
    const terminal = await start(table, { size: [120, 40] });
    for (let count = 0; count < 3; count += 1) await terminal.press('.');
    const text = await terminal.press('\r');
    expect(text).toMatch(/_pk_id/);
    expect(text).toMatch(/13 *(?:mois)?.*25/s);
    expect(text).toMatch(/\+ .*_fbp/);
    expect(text).toMatch(/unchanged/);
    expect(await terminal.press('\u001b[C')).toMatch(/_pk_id/);
  });

  test('is cards where there is no room for columns', async () => {
    const terminal = await start(table);
    for (let count = 0; count < 3; count += 1) await terminal.press('.');
    const text = await terminal.press('\r');
    expect(text).toMatch(/_pk_id/);
    expect(text).toMatch(/mois/);
  });
});

describe('what leaves the UI', () => {
  test('y puts the change on the clipboard as Markdown, and says so', async () => {
    const terminal = await start(pair);
    await terminal.press(']');
    await terminal.press(']');
    const text = await terminal.press('y');
    expect(text).toMatch(/clipboard/);
    const [, data = ''] = /\u001b\]52;c;([A-Za-z0-9+/=]+)\u0007/.exec(terminal.written) ?? [];
    const markdown = Buffer.from(data, 'base64').toString('utf8');
    expect(markdown).toContain('normandie');
    expect(markdown).toContain('le portail utilise');
  });

  test('e opens the editor at the line, and the screen comes back with the new text', async () => {
    const script = join(place.root, 'editor.sh');
    const log = join(place.root, 'editor.log');
    writeFileSync(
      script,
      '#!/bin/sh\necho "$@" > "$LOG"\nstty -a >> "$LOG"\nsed -i "s/25 mois/37 mois/" "$2"\nprintf "editing"\n',
      { mode: 0o755 },
    );
    const terminal = await start(table, { size: [120, 40], env: { EDITOR: script, LOG: log } });
    for (let count = 0; count < 4 && !/_pk_id/.test(terminal.text()); count += 1) await terminal.press(']');
    await terminal.press('\r');
    await terminal.press('e');
    await terminal.until(/37/);
    const [line = '', settings = ''] = place.read('editor.log').split(/\n(.*)/s);
    expect(line).toMatch(/^\+\d+ .*charters\/nouveau\.yaml$/);
    expect(settings).toMatch(/ icanon/);
    expect(terminal.screen).toBe('alternate');
    place.write('charters/nouveau.yaml', cookies('nouveau', '25 mois', 'Suivre la langue'));
  });

  test('e that leaves a file that cannot be read says so, and the screen stays', async () => {
    const script = join(place.root, 'breaker.sh');
    writeFileSync(script, '#!/bin/sh\necho "<<<<<<< ours" >> "$2"\n', { mode: 0o755 });
    const terminal = await start(table, { size: [120, 40], env: { VISUAL: script } });
    await terminal.press('e');
    await terminal.until('charters/nouveau.yaml');
    expect(terminal.text()).toContain('ancien → nouveau');
    place.write('charters/nouveau.yaml', cookies('nouveau', '25 mois', 'Suivre la langue'));
    terminal.send('q');
    expect(await terminal.ended).toEqual({ status: 0, signal: undefined });
  });

  test('e says what is missing where no editor is set', async () => {
    const terminal = await start(pair);
    expect(await terminal.press('e')).toMatch(/EDITOR/);
  });
});

describe('hostile text', () => {
  const nasty =
    'Un \u001b]0;owned\u0007titre \u001b[2J\u001b[31mrouge \u009b2J \u202eenvers\u202c \u0008\u0008 fin\r\n';

  test('reaches the terminal as visible marks only', async () => {
    for (const [id, word] of [
      ['mal-a', 'premier'],
      ['mal-b', 'second'],
    ] as const) {
      const quoted = JSON.stringify(`${nasty}${word}`).replaceAll('\u009b', '\\x9b');
      place.write(
        `charters/${id}.yaml`,
        `charter: ${id}\nlanguage: fr\ntitle: ${quoted}\nbody:\n  - paragraph: ${quoted}\n`,
      );
    }
    const terminal = await start(['diff', 'mal-a', 'mal-b'], { size: [120, 30] });
    for (const key of [']', '\r', 'y', '\u001b', 'z', '?', '\u001b']) await terminal.press(key);
    const sent = terminal.written.replace(/\u001b\]52;c;[A-Za-z0-9+/=]*\u0007/g, '');
    const known = /\u001b(?:\[[0-9;]*[mHKJ]|\[\?(?:1049|25|7|2026)[hl])/g;
    expect(sent.replace(known, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(terminal.text()).toMatch(/charter/);
    place.write('charters/mal-a.yaml', place.read('charters/ancien.yaml').replace('ancien', 'mal-a'));
    place.write('charters/mal-b.yaml', place.read('charters/ancien.yaml').replace('ancien', 'mal-b'));
  });
});

describe('colours', () => {
  test('are left out where NO_COLOR asks for it, and words stand between marks', async () => {
    const terminal = await start(pair, { env: { NO_COLOR: '1' } });
    expect(terminal.written).not.toMatch(/\u001b\[(?:[0-9;]*;)?[34]8;5;/);
    expect(terminal.text()).toMatch(/\[-.*-\]|\{\+/);
  });

  test('follow the ground of the terminal', async () => {
    const dark = (await start(pair)).written;
    const light = (await start(pair, { env: { COLORFGBG: '0;15' } })).written;
    const used = (bytes: string): string[] => [...new Set(bytes.match(/38;5;\d+/g))].sort();
    expect(used(dark)).not.toEqual(used(light));
  });
});
