/** Which editor is opened, and how it is told the line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chooseEditor, editFile, editorArguments } from '../../src/store/editor.ts';

const folder = mkdtempSync(join(tmpdir(), 'charter-editor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the editor', () => {
  test.each([
    [{ VISUAL: 'vim', EDITOR: 'ed' }, 'vim'],
    [{ VISUAL: ' ', EDITOR: 'ed' }, 'ed'],
    [{ EDITOR: '' }, undefined],
    [{}, undefined],
  ])('of %j is %s', (env, wanted) => {
    expect(chooseEditor(env)).toBe(wanted);
  });

  test.each([
    ['vi', 3, ['+3', 'a.yaml']],
    ['/usr/bin/nano -w', 3, ['+3', 'a.yaml']],
    ['code --new-window', 3, ['--wait', '--goto', 'a.yaml:3']],
    ['/opt/bin/code', 3, ['--wait', '--goto', 'a.yaml:3']],
    ['hx', 3, ['a.yaml:3']],
    ['__proto__', 3, ['+3', 'a.yaml']],
    ['vi', undefined, ['a.yaml']],
  ])('%s is told line %s', (command, line, wanted) => {
    expect(editorArguments(command, 'a.yaml', line)).toEqual(wanted);
  });

  test('is given the file as one argument, never as shell words', async () => {
    const script = join(folder, 'editor.sh');
    const log = join(folder, 'log');
    writeFileSync(script, `#!/bin/sh\nprintf '%s\\n' "$@" > "$LOG"\n`, { mode: 0o755 });
    const env = { ...process.env, LOG: log };
    const file = `a b;$(touch ${folder}/owned)'".yaml`;
    expect(await editFile(file, { command: `${script} -x`, env, line: 7 })).toBe(true);
    expect(readFileSync(log, 'utf8')).toBe(`-x\n+7\n${file}\n`);
  });

  test('that fails or is missing is told apart from one that ends well', async () => {
    expect(await editFile('x', { command: 'exit 3;', env: process.env })).toBe(false);
    expect(await editFile('x', { command: 'no-such-editor-anywhere', env: process.env })).toBe(false);
  });
});
