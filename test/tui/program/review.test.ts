/** The queue of a review in the built program, in a real repository: marks that are kept, reasons written, the gate's status. */
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { bottom, position, setStage, underCursor } from './stage.ts';

const stage = setStage();
const normandie = 'charters/normandie.yaml';
const noisylegrand = 'charters/noisylegrand.yaml';

function git(...words: string[]): string {
  const env = { PATH: process.env['PATH'] ?? '', HOME: stage.root, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', ['-c', 'commit.gpgsign=false', ...words], {
    cwd: stage.root,
    env,
    encoding: 'utf8',
  });
}

function edit(file: string, from: string, to: string): void {
  const text = stage.read(file);
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  stage.write(file, text.replace(from, to));
}

/** With the marks of this test file alone. */
function opening(): { readonly size: readonly [number, number]; readonly env: Record<string, string> } {
  return { size: [100, 30], env: { XDG_STATE_HOME: `${stage.root}/state` } };
}

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Zoé Lefèvre');
  git('config', 'user.email', 'zoe@example.org');
  git('add', 'charters');
  git('commit', '-q', '-m', 'Chartes');
  git('checkout', '-q', '-b', 'request');
  for (const file of [normandie, noisylegrand])
    edit(file, 'Se souvenir du choix', 'Se souvenir pendant 6 mois du choix');
  edit(normandie, 'nous utilisons', 'le portail utilise');
  git('commit', '-q', '-a', '-m', 'Demande');
});

describe('charter review on a terminal', () => {
  test('opens the queue, shows a finding whole and its place in the charter, and keeps the status of the gate', async () => {
    const terminal = await stage.start(['review', 'main'], opening());
    expect(terminal.text()).toMatch(
      /^ charter {2}Review main ← HEAD +✗ needs a reason · 2 changes without a reason/,
    );
    expect(underCursor(terminal.text())).toContain('noisylegrand and normandie, alike');
    expect(position(await terminal.press('\r'))).toMatch(/^1 of 2 · substantive · no reason · noisylegrand/);
    expect(terminal.text()).toContain('Rule duration-changed: Duration');
    expect(await terminal.press('\r')).toMatch(/^ (charter {2})?noisylegrand@main → noisylegrand@HEAD/);
    terminal.send('q');
    expect(await terminal.ended).toEqual({ status: 1, signal: undefined });
  });

  test('keeps what was viewed, until the text is another one', async () => {
    const first = await stage.start(['review', 'main'], opening());
    await first.press('vv');
    first.send('q');
    await first.ended;
    const again = await stage.start(['review', 'main'], opening());
    expect(again.text()).toContain('2 of 2 viewed');
    again.send('q');
    await again.ended;
    edit(normandie, 'le portail utilise', 'le portail emploie');
    git('commit', '-q', '-a', '-m', 'Autrement');
    const changed = await stage.start(['review', 'main'], opening());
    expect(changed.text()).toContain('1 of 2 viewed');
    expect(await changed.press('\t')).toMatch(/▌ ~ {2}normandie · Introduction/);
  });

  test('writes a reason into the charters after it was confirmed, as accept does, and tells of it when it opens again', async () => {
    const [before, other] = [stage.read(normandie), stage.read(noisylegrand)];
    const terminal = await stage.start(['review', 'main'], opening());
    await terminal.press('aLa région y tient.\r');
    expect(stage.read(normandie)).toBe(before);
    terminal.send('\r');
    await terminal.until('2 reasons written in 2 charters');
    for (const [file, was] of [
      [normandie, before],
      [noisylegrand, other],
    ] as const) {
      const text = stage.read(file);
      expect(text.startsWith(was.trimEnd())).toBe(true);
      expect(text).toContain('reason: La région y tient.');
      expect(text).toContain('by: Zoé Lefèvre');
    }
    terminal.send('q');
    expect((await terminal.ended).status).toBe(1);
    const again = await stage.start(['review', 'main'], opening());
    expect(again.text()).toContain('A reason stands in the work tree');
    again.send('q');
    await again.ended;
    git('commit', '-q', '-a', '-m', 'Motif');
    const agreed = await stage.start(['review', 'main'], opening());
    expect(agreed.text()).toContain('may be merged');
    expect(agreed.text()).toMatch(/▌.*normandie|noisylegrand · agreed by Zoé Lefèvre/);
    agreed.send('q');
    expect((await agreed.ended).status).toBe(0);
  });

  test('writes nothing where the work tree says something else than the request', async () => {
    const [before, other] = [stage.read(normandie), stage.read(noisylegrand)];
    edit(normandie, 'le portail emploie', 'le portail met en place');
    const terminal = await stage.start(['review', 'main'], opening());
    terminal.send('/emploie\raVoulu\r\r');
    const text = await terminal.until('Nothing was decided');
    expect(bottom(text)).toMatch(/in the work tree, normandie does not say what [0-9a-f]+ is about/);
    stage.write(normandie, before);
    expect(stage.read(noisylegrand)).toBe(other);
    terminal.send('q');
    await terminal.ended;
  });

  test('writes nothing for a request that is not checked out', async () => {
    git('checkout', '-q', 'main');
    const terminal = await stage.start(['review', 'main..request~1'], opening());
    expect(bottom(await terminal.press('a'))).toMatch(/^This request is not checked out/);
    expect(git('status', '--short', 'charters')).toBe('');
    git('checkout', '-q', 'request');
  });

  test('is text where text was asked for, or where there is nothing to go through', async () => {
    for (const words of [['main', '--no-tui'], ['main', '-q'], ['HEAD']]) {
      const terminal = stage.open(['review', ...words, '--no-pager'], opening());
      await terminal.ended;
      expect(terminal.written, words.join(' ')).not.toContain('\u001b[?1049h');
    }
  });

  test('ends with status 130 where it is interrupted', async () => {
    const terminal = await stage.start(['review', 'main', '--lang', 'fr'], opening());
    terminal.send('\u0003');
    expect((await terminal.ended).status).toBe(130);
    expect(terminal.screen).toBe('normal');
  });
});
