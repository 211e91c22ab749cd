/** What the built program does with a change: open it in full, copy it, edit it; and its help, and the way out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keymap } from '../../../src/tui/keymap.ts';
import { bottom, cookies, editorAt, pair, position, setStage, tables, underCursor } from './stage.ts';

const stage = setStage();

describe('enter', () => {
  test('opens a change in full, with its rule and both places', async () => {
    const terminal = await stage.start(pair, { size: [100, 40] });
    const text = await terminal.press(']]\r');
    expect(position(text)).toBe('change 3 of 7 · wording · Introduction');
    expect(underCursor(text)).toBe('~ Introduction');
    expect(text).toMatch(/wording · Reworded · rule text-reworded · reference [0-9a-f]{6}/);
    expect(text).toMatch(/Before: normandie\n +charters\/normandie\.yaml, line 14\n/);
    expect(text).toMatch(/After: pays-de-la-loire\n +charters\/pays-de-la-loire\.yaml, line 17\n/);
    expect(position(await terminal.press(']'))).toBe('change 4 of 7 · wording · Cookie ?');
    expect(underCursor(await terminal.press('\u001b'))).toMatch(/^~ Un "cookie" est/);
  });

  test('opens the table where it is named in the text', async () => {
    const terminal = await stage.start(['diff', 'normandie', 'performance-dataunedic'], { size: [120, 40] });
    const text = await terminal.press('G\r');
    expect(underCursor(text)).toMatch(/^~ cookies_preferences/);
    expect(position(text)).toBe('change 2 of 2 · wording · Cookies › cookies_preferences › Finalités');
  });
});

describe('escape', () => {
  test('goes back screen by screen, and never out', async () => {
    const terminal = await stage.start([], { size: [100, 40] });
    await terminal.press('jjjjj\r');
    expect(await terminal.press(']\r')).toContain('Before:');
    expect(await terminal.press('\u001b')).not.toContain('Before:');
    expect(await terminal.press('\u001b')).toMatch(/▌ +pays-de-la-loire/);
    expect(bottom(await terminal.press('\u001b'))).toBe('This is the first screen; q quits.');
    expect(terminal.over).toBe(false);
    terminal.send('q');
    expect(await terminal.ended).toEqual({ status: 0, signal: undefined });
  });
});

describe('?', () => {
  test('lists every key, and leads back', async () => {
    const terminal = await stage.start(pair, { size: [100, 120] });
    const before = terminal.text();
    const text = await terminal.press('?');
    expect(text).toMatch(/^ charter {2}Help/);
    for (const { keys } of keymap) {
      const key = keys[0] ?? '';
      if (key.length === 1) expect(text, key).toMatch(new RegExp(`^. +${key.replace(/\W/g, '\\$&')} `, 'm'));
    }
    expect(await terminal.press('?')).toBe(before);
    await terminal.press('?');
    expect(await terminal.press('\u001b')).toBe(before);
  });
});

describe('y', () => {
  test('puts the change on the clipboard as Markdown, and says so', async () => {
    const terminal = await stage.start(pair);
    const text = await terminal.press(']]y');
    expect(bottom(text)).toBe('The change was sent to the clipboard as Markdown.');
    const [, data = ''] = /\u001b\]52;c;([A-Za-z0-9+/=]+)\u0007/.exec(terminal.written) ?? [];
    expect(Buffer.from(data, 'base64').toString('utf8')).toMatchInlineSnapshot(`
      "**normandie → pays-de-la-loire** · Introduction

      wording · Reworded (\`text-reworded\`) · reference \`561136\`

      Before

      > Afin de vous proposer le meilleur service possible<del> nous utilisons</del> des cookies pour assurer son bon fonctionnement.

      After

      > Afin de vous proposer le meilleur service possible<ins>, le portail utilise</ins> des cookies pour assurer son bon fonctionnement.

      - charters/normandie.yaml, line 14
      - charters/pays-de-la-loire.yaml, line 17
      "
    `);
  });

  test('says where the change is too long for the clipboard', async () => {
    const long = Array.from({ length: 9000 }, (_, index) => `mot${index}`).join(' ');
    for (const [id, text] of [
      ['court', 'Un mot.'],
      ['long', long],
    ] as const)
      stage.write(
        `charters/${id}.yaml`,
        `charter: ${id}\nlanguage: fr\ntitle: Charte\nbody:\n  - paragraph: Le début.\n  - paragraph: ${text}\n`,
      );
    const terminal = await stage.start(['diff', 'court', 'long']);
    expect(bottom(await terminal.press('Gy'))).toBe('This terminal gives no way to the clipboard.');
    expect(terminal.written).not.toContain('\u001b]52');
  });
});

describe('e', () => {
  const log = (): string => join(stage.root, 'editor.log');

  test('opens the editor at the line, in a terminal as it was, and shows the new text after', async () => {
    const editor = editorAt(stage, 'editor.sh', [
      'echo "$@" > "$LOG"',
      'stty -a >> "$LOG"',
      'sed -i "s/25 mois/37 mois/" "$2"',
      'echo "editing"',
    ]);
    const terminal = await stage.start(tables, { size: [120, 40], env: { EDITOR: editor, LOG: log() } });
    expect(terminal.text()).toContain('25 mois');
    await terminal.press('e');
    await terminal.until('37 mois');
    const [line = '', settings = ''] = readFileSync(log(), 'utf8').split(/\n(.*)/s);
    const wanted =
      cookies('nouveau')
        .split('\n')
        .findIndex((one) => one.includes('25 mois')) + 1;
    expect(line).toBe(`+${wanted} ${join(stage.root, 'charters/nouveau.yaml')}`);
    expect(settings).toMatch(/ icanon/);
    expect(settings).toMatch(/ echo/);
    expect(terminal.screen).toBe('alternate');
    expect(position(await terminal.settle())).toBe(
      'change 1 of 3 · substantive · Cookies › _pk_id › DURATION',
    );
    stage.write('charters/nouveau.yaml', cookies('nouveau'));
  });

  test('on a template compares every charter with it anew', async () => {
    const template = 'charters/templates/opendatasoft-fr.yaml';
    const before = stage.read(template);
    const editor = editorAt(stage, 'title.sh', [
      `sed -i 's/^title: .*/title: Another title/' "${join(stage.root, template)}"`,
    ]);
    const terminal = await stage.start([], { env: { EDITOR: editor } });
    expect(terminal.text()).toMatch(/cooracenormandie +as the template/);
    await terminal.press('/pays\r');
    await terminal.press('\r');
    await terminal.press('e');
    await terminal.until('Another title');
    await terminal.press('\u001b\u001b');
    await terminal.until(/cooracenormandie +· +1 +· +·/);
    await terminal.until(/^. +normandie +· +1 +· +·/m);
    stage.write(template, before);
  });

  test('that leaves a file that cannot be read says so, and the screen stays', async () => {
    const editor = editorAt(stage, 'breaker.sh', ['echo "<<<<<<< ours" >> "$2"']);
    const terminal = await stage.start(tables, { size: [120, 40], env: { VISUAL: editor } });
    await terminal.press('e');
    expect(bottom(await terminal.until('charters/nouveau.yaml'))).toContain('charters/nouveau.yaml');
    expect(terminal.text()).toContain('ancien → nouveau');
    stage.write('charters/nouveau.yaml', cookies('nouveau'));
  });

  test.each([
    [{}, 'No editor is set: give its name in $EDITOR.'],
    [{ EDITOR: 'no-such-editor' }, 'The editor could not be run: see $EDITOR.'],
  ])('says what is missing, as with %j', async (env, said) => {
    const terminal = await stage.start(pair, { env });
    expect(bottom(await terminal.press('e'))).toBe(said);
  });
});
