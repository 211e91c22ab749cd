/** The versions of charters in the built program, in a real repository made for the purpose. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bottom, position, setStage, underCursor } from './stage.ts';

const stage = setStage();
const file = 'charters/normandie.yaml';
const people = ['Zoé Lefèvre', 'Jean Dupont'];
const ids: string[] = [];

/** A commit a day, from 1 March on. */
function commit(subject: string, author = people[ids.length % 2] ?? ''): void {
  const when = `2026-03-${String(ids.length + 1).padStart(2, '0')}T10:00:00+01:00`;
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', HOME: stage.root, GIT_CONFIG_NOSYSTEM: '1' },
    ...{ GIT_AUTHOR_NAME: author, GIT_AUTHOR_EMAIL: 'a@example.org', GIT_AUTHOR_DATE: when },
    ...{ GIT_COMMITTER_NAME: author, GIT_COMMITTER_EMAIL: 'a@example.org', GIT_COMMITTER_DATE: when },
  };
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'commit.gpgsign=false', ...words], { cwd: stage.root, env, encoding: 'utf8' });
  if (ids.length === 0) git('init', '-q', '-b', 'main');
  git('add', 'charters');
  git('commit', '-q', '-m', subject);
  ids.push(git('rev-parse', 'HEAD').trim());
}

function replace(old: string, text: string): void {
  const before = stage.read(file);
  if (!before.includes(old)) throw new Error(`no ${old}`);
  stage.write(file, before.replaceAll(old, text));
}

/** What is remembered lies in the stage's own folder. */
const opening = { size: [100, 30] as const, env: {} };
const log = ['log', 'normandie'];

beforeAll(() => {
  commit('Cinq chartes');
  replace('une certaine durée', 'une durée de 13 mois');
  commit('Durée dite');
  replace("l'utilisateur", 'l’utilisateur');
  commit('Apostrophes');
  replace('durée de 13 mois', 'durée de 25 mois');
  commit('Durée \u001b]0;volé\u0007 changée \u202e', 'Mal\u001b[31mlory');
  replace('de petite taille', 'de très petite taille');
});

describe('charter log on a terminal', () => {
  test('opens the versions, the newest first, with what is not committed', async () => {
    const terminal = await stage.start(log, opening);
    const text = terminal.text();
    expect(text).toMatch(/^ charter {2}Versions of normandie/);
    expect(underCursor(text)).toBe('not committed yet ▓ 1 wording');
    expect(text).toMatch(/2026-03-04 {2}Mal␛\[31mlory +Durée ␛\]0;volé␇ changée ⟨U\+202E⟩ +█ 1 subst\./);
    expect(text).toContain('⋯ 1 version folded: 1 of form only');
    expect(text).toMatch(
      /\+ {2}2026-03-01 {2}Zoé Lefèvre +Cinq chartes +new charter: 11 paragraphs, 4 cookies/,
    );
    expect(terminal.written).not.toContain('volé\u0007');
    terminal.send('q');
    expect(await terminal.ended).toEqual({ status: 0, signal: undefined });
  });

  test('leads to what a version changed, on to others, and back', async () => {
    const terminal = await stage.start(log, opening);
    const shown = await terminal.press('j\r');
    expect(shown).toContain('normandie@');
    expect(shown).toMatch(/version 1 of 3 · 2026-03-04 · Mal␛\[31mlory/);
    expect(underCursor(shown)).toContain('une durée de 13');
    const older = await terminal.press('>');
    expect(older).toMatch(/version 2 of 3 · 2026-03-02 · Jean Dupont/);
    expect(await terminal.press('<')).toMatch(/version 1 of 3/);
    expect(bottom(await terminal.press('<'))).not.toBe('');
    await terminal.press('>');
    expect(position(await terminal.press('\u001b'))).toMatch(/^version 1 of 3 · 2026-03-04/);
  });

  test('tells below what the version under the cursor changed', async () => {
    const terminal = await stage.start(log, opening);
    await terminal.until(/~ {2}.*de très petite taille.* wording$/m);
    await terminal.press('j');
    await terminal.until(/~ {2}.*une durée de 13 mois 25 mois.* substantive$/m);
    expect(terminal.text()).not.toContain('de très petite taille');
  });

  test('compares any two', async () => {
    const terminal = await stage.start(log, opening);
    const text = await terminal.press('vG\r');
    const [first = ''] = ids;
    expect(text).toContain(`normandie@${first.slice(0, 8)} → normandie `);
    expect(text).toContain('2 ');
    expect(bottom(await terminal.press('>'))).toBe(
      'Two chosen versions are compared: esc leads back to the list of versions.',
    );
  });

  test('filters, unfolds, searches and copies', async () => {
    const terminal = await stage.start(log, opening);
    expect(await terminal.press('z')).toMatch(/Apostrophes +▒ \d typo\./);
    expect(underCursor(await terminal.press('/jean\r'))).toContain('Jean Dupont Durée dite');
    const copied = await terminal.press('\u001by');
    expect(bottom(copied)).toBe(`Commit ${ids[1]?.slice(0, 8)} was sent to the clipboard.`);
    expect(terminal.written).toContain(Buffer.from(ids[1] ?? '').toString('base64'));
    const wording = await terminal.press('f13\r');
    expect(wording).not.toContain('Durée dite');
  });

  test('remembers where it was looked at last', async () => {
    const state = { XDG_STATE_HOME: join(stage.root, 'state') };
    const first = await stage.start(['log', 'noisylegrand'], { ...opening, env: state });
    expect(first.text()).not.toContain('last seen here');
    first.send('q');
    await first.ended;
    expect(readFileSync(join(stage.root, 'state/charter/seen.json'), 'utf8')).toContain(ids[3]);
    const again = await stage.start(['log', 'noisylegrand'], { ...opening, env: state });
    expect(again.text()).toMatch(/nothing new since you last looked ─+\n.*Cinq chartes/);
  });

  test.each(['SIGHUP', 'SIGTERM'] as const)('remembers it where %s ends it', async (signal) => {
    const folder = join(stage.root, `state-${signal}`);
    const terminal = await stage.start(['log'], { ...opening, env: { XDG_STATE_HOME: folder } });
    terminal.kill(signal);
    await terminal.ended;
    expect(readFileSync(join(folder, 'charter/seen.json'), 'utf8')).toContain(ids[3]);
  });

  test('remembers nothing where some of it was left out', async () => {
    const folder = join(stage.root, 'state-since');
    const words = ['log', '--since', '2026-03-02'];
    const terminal = await stage.start(words, { ...opening, env: { XDG_STATE_HOME: folder } });
    terminal.send('q');
    await terminal.ended;
    expect(existsSync(folder)).toBe(false);
  });

  test('is text where text was asked for', async () => {
    for (const words of [['-n', '1'], ['--patch'], ['--no-tui'], ['--json']]) {
      const terminal = stage.open([...log, ...words, '--no-pager'], opening);
      await terminal.ended;
      expect(terminal.written, words.join(' ')).not.toContain('\u001b[?1049h');
    }
  });

  test('refuses what is not there before any screen opens', async () => {
    const terminal = stage.open(['log', 'nowhere'], opening);
    expect(await terminal.ended).toEqual({ status: 2, signal: undefined });
    expect(terminal.written).not.toContain('\u001b[?1049h');
    expect(terminal.written).toContain('nowhere');
  });

  test('is restored at ctrl-c, and tells so', async () => {
    const terminal = await stage.start(log, opening);
    terminal.send('\u0003');
    expect(await terminal.ended).toEqual({ status: 130, signal: undefined });
    expect(terminal.screen).toBe('normal');
    expect(existsSync(join(stage.root, '.git/index.lock'))).toBe(false);
  });
});

describe('h, H and w', () => {
  test('lead from the overview to versions, and back', async () => {
    const terminal = await stage.start([], { size: [100, 30] });
    await terminal.press('/^\u001b');
    const here = underCursor(await terminal.press('jj'));
    expect(await terminal.press('h')).toContain(`Versions of ${here.split(' ')[0]}`);
    expect(underCursor(await terminal.press('\u001b'))).toBe(here);
    expect(await terminal.press('H')).toContain('Versions of all charters');
    expect(underCursor(await terminal.press('\u001b'))).toBe(here);
    expect(await terminal.press('w')).toContain(`Where the words of ${here.split(' ')[0]} come from`);
  });

  test('lead from a comparison to the versions of the charter, and back to the same place', async () => {
    const terminal = await stage.start(['diff', 'normandie'], opening);
    const before = terminal.text();
    expect(await terminal.press('h')).toContain('Versions of normandie');
    await terminal.press('j\r');
    expect(await terminal.press('\u001b\u001b')).toBe(before);
  });
});

describe('charter blame on a terminal', () => {
  test('shows who gave which words, and what that version changed', async () => {
    const terminal = await stage.start(['blame', 'normandie@HEAD'], opening);
    expect(terminal.text()).toMatch(/^ charter {2}Where the words of normandie@HEAD come from/);
    expect(underCursor(terminal.text())).toMatch(/^2026-03-01 Zoé Lefèvre [0-9a-f]{8} Charte cookies$/);
    const next = await terminal.press(']');
    expect(underCursor(next)).toMatch(/^2026-03-04 Mal␛\[31mlory [0-9a-f]{8} Un "cookie" est/);
    const shown = await terminal.press('\r');
    expect(underCursor(shown)).toContain('une durée de 13');
    expect(await terminal.press('\u001b')).toBe(next);
  });

  test('tells what is not committed, and what it is', async () => {
    const terminal = await stage.start(['blame', 'normandie'], { size: [80, 24], language: 'fr' });
    expect(underCursor(await terminal.press(']'))).toMatch(/^non enreg/);
    expect(underCursor(await terminal.press('\r'))).toContain('très');
  });
});
