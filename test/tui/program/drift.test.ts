/** The matrix of drift in the built program, in a real repository: from the matrix to a finding, and decisions written. */
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { bottom, position, setStage, underCursor } from './stage.ts';

const stage = setStage();
const file = 'charters/pays-de-la-loire.yaml';
const opening = { size: [100, 30] as const };

function git(...words: string[]): string {
  const env = { PATH: process.env['PATH'] ?? '', HOME: stage.root, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', words, { cwd: stage.root, env, encoding: 'utf8' });
}

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Zoé Lefèvre');
});

describe('charter drift on a terminal', () => {
  test('opens the matrix, leads to a finding and its place, and back', async () => {
    const terminal = await stage.start(['drift'], opening);
    expect(terminal.text()).toMatch(/^ charter {2}Drift from opendatasoft-fr/);
    expect(underCursor(terminal.text())).toBe('pays-de-la-loire w w w w w w · 6');
    expect(position(await terminal.press('\r]'))).toBe('drift 2 of 6 · wording · unexplained · Introduction');
    const there = await terminal.press('\r');
    expect(there).toMatch(/^ (charter {2})?template:opendatasoft-fr → pays-de-la-loire/s);
    expect(position(there)).toBe('change 2 of 6 · wording · Introduction');
    expect(position(await terminal.press('\u001b'))).toBe(
      'drift 2 of 6 · wording · unexplained · Introduction',
    );
    expect(underCursor(await terminal.press('\u001b'))).toBe('pays-de-la-loire w w w w w w · 6');
    terminal.send('q');
    expect(await terminal.ended).toEqual({ status: 1, signal: undefined });
  });

  test('is narrowed, sorted and filtered by keys', async () => {
    const terminal = await stage.start(['drift', '--lang', 'fr'], { ...opening, language: 'fr' });
    expect(await terminal.press('/dataunedic\r')).toContain('1 portail sur 5');
    expect(await terminal.press('\u001bss')).toMatch(/▌ noisylegrand.*pays-de-la-loire/s);
    expect(await terminal.press('f3\r')).not.toContain('noisylegrand');
  });

  test('writes a decision only after a reason and a confirmation, and shows what became of it', async () => {
    const before = stage.read(file);
    const terminal = await stage.start(['drift'], opening);
    await terminal.press('\r]aLa région y tient.\r');
    expect(stage.read(file)).toBe(before);
    expect(terminal.text()).toContain('charter accept 561136 --reason "La région y tient."');
    await terminal.press('\u001b');
    expect(stage.read(file)).toBe(before);
    terminal.send('aLa région y tient.\r\r');
    const text = await terminal.until('561136 is agreed in pays-de-la-loire: written, not committed yet.');
    expect(text).toContain('folded: 1 agreed, 3 typographic');
    const after = stage.read(file);
    expect(after).toContain('reason: La région y tient.');
    expect(after).toContain('by: Zoé Lefèvre');
    expect(after.startsWith(before.trimEnd())).toBe(true);
    terminal.send('c2020-01-01\r\r');
    expect(bottom(await terminal.until('is past'))).toMatch(/^charter: --by 2020-01-01 is past: today is /);
    expect(stage.read(file)).toBe(after);
    terminal.send('\u001bG');
    terminal.send('q');
    expect((await terminal.ended).status).toBe(1);
    stage.write(file, before);
  });

  test('ends with status 0 where nothing is left to settle, 130 where it is interrupted', async () => {
    const clean = await stage.start(['drift', 'normandie', 'noisylegrand'], opening);
    clean.send('q');
    expect((await clean.ended).status).toBe(0);
    const stopped = await stage.start(['drift'], opening);
    stopped.send('\u0003');
    expect((await stopped.ended).status).toBe(130);
    expect(stopped.screen).toBe('normal');
  });

  test('opens the findings of the one portal that is named', async () => {
    const terminal = await stage.start(['drift', 'performance-dataunedic'], opening);
    expect(position(terminal.text())).toBe('drift 1 of 1 · wording · unexplained · Cookies');
    const there = await terminal.press('\r');
    expect(position(there)).toMatch(/wording · Cookies › cookies_preferences/);
  });

  test('compares with the template of the revision that was asked for', async () => {
    git('add', 'charters');
    git('-c', 'user.email=z@example.org', '-c', 'commit.gpgsign=false', 'commit', '-q', '-m', 'Chartes');
    const words = ['drift', 'pays-de-la-loire', '--template', 'opendatasoft-fr@HEAD'];
    const terminal = await stage.start(words, opening);
    expect(terminal.text()).toContain('pays-de-la-loire: drift from opendatasoft-fr@HEAD');
    expect(bottom(await terminal.press('a'))).toMatch(/^Decisions are about the template/);
    expect(position(await terminal.press('\r'))).toMatch(/^change 1 of 6/);
  });

  test('is text where text was asked for', async () => {
    for (const words of [['--by-change'], ['--no-tui'], ['--format', 'csv'], ['-q']]) {
      const terminal = stage.open(['drift', ...words, '--no-pager'], opening);
      await terminal.ended;
      expect(terminal.written, words.join(' ')).not.toContain('\u001b[?1049h');
    }
  });
});
