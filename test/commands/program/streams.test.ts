/** The program writes to the last byte, or says why it could not; signals end it with their status. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Place } from './transcript.ts';

let place: Place;
beforeAll(() => {
  place = new Place().withCharters();
  const rows = Array.from(
    { length: 4000 },
    (_, index) => `      - provider: Éditeur\n        name: cookie_${index}\n`,
  );
  const charter = [
    '# yaml-language-server: $schema=charter.schema.json',
    'charter: large',
    'language: fr',
    'title: Grande',
    'body:',
    '  - table: cookies',
    'tables:',
    '  - id: cookies',
    '    columns:',
    '      - key: provider',
    '        head: Prestataire',
    '      - key: name',
    '        head: Nom',
    '    rows:',
    rows.join('').trimEnd(),
    '',
  ].join('\n');
  place.write('charters/large.yaml', charter);
});
afterAll(() => place.remove());

function shell(command: string, env: Readonly<Record<string, string>> = {}): ReturnType<typeof spawnSync> {
  return spawnSync('bash', ['--norc', '-o', 'pipefail', '-c', command], {
    cwd: place.root,
    env: { PATH: process.env['PATH'] ?? '', NODE: process.execPath, CHARTER: inject('program'), ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
}

describe('output', () => {
  test('reaches a slow reader whole', () => {
    const { stdout } = shell('"$NODE" "$CHARTER" show large --format yaml | (sleep 0.5; cat)');
    expect(stdout).toBe(place.read('charters/large.yaml'));
  });

  test('that nobody reads any more ends quietly', () => {
    const { stdout, stderr } = shell(
      '"$NODE" "$CHARTER" show large --format yaml | head -n 1; echo "status $?"',
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('# yaml-language-server: $schema=charter.schema.json\nstatus 141\n');
  });

  test.skipIf(!existsSync('/dev/full'))('to a full disk fails with status 4 and a sentence', () => {
    const { stderr, status } = shell('"$NODE" "$CHARTER" list > /dev/full');
    expect(status).toBe(4);
    expect(stderr).toBe('charter: the output could not be written whole (ENOSPC).\n');
  });

  test('goes to the file of -o, without colour, and stays exact', () => {
    const { stdout, status } = shell('"$NODE" "$CHARTER" show large --format yaml -o out.yaml', {
      FORCE_COLOR: '1',
    });
    expect([stdout, status]).toEqual(['', 0]);
    expect(place.read('out.yaml')).toBe(place.read('charters/large.yaml'));
    shell('"$NODE" "$CHARTER" diff normandie pays-de-la-loire -o diff.txt', { FORCE_COLOR: '1' });
    expect(place.read('diff.txt')).not.toContain('\u001b');
  });
});

describe('an interrupt', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends with status %d and writes nothing', async (signal, expected) => {
    const before = place.state();
    const child = spawn(process.execPath, [inject('program'), 'import', '-', '--portal', 'waiting'], {
      cwd: place.root,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.write('Charte cookies\n\nUn texte');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const ended = new Promise((resolve) =>
      child.on('exit', (code, by) => resolve(code ?? 128 + (by === null ? 0 : constants.signals[by]))),
    );
    child.kill(signal);
    expect(await ended).toBe(expected);
    expect(place.state()).toEqual(before);
  });
});

test('long work ends at the signal, not after it', () => {
  const words = Array.from({ length: 60_000 }, (_, index) => `mot${index}`).join(' ');
  place.write('one.md', `# T\n\n${words}\n`);
  place.write('two.md', `# T\n\n${[...words].reverse().join('')}\n`);
  const { stdout } = shell(
    '"$NODE" "$CHARTER" diff ./one.md ./two.md > /dev/null & sleep 0.6; kill -TERM $!; wait $!; echo $?',
  );
  expect(stdout).toBe('143\n');
});

describe('a named pipe where a charter is expected', () => {
  test.each([
    ['lint', 1],
    ['list', 4],
    ['show pipe', 4],
    ['import charters/pipe.yaml --portal pipe', 4],
  ])('does not keep %s waiting', (command, expected) => {
    const { status, stderr, stdout } = shell(
      `mkfifo charters/pipe.yaml; trap 'rm charters/pipe.yaml' EXIT; timeout 10 "$NODE" "$CHARTER" ${command}`,
    );
    expect(status).toBe(expected);
    expect(`${stdout}${stderr}`).toContain('pipe or a device');
  });
});

describe('a fault of ours', () => {
  /** A copy of the program with some of its files gone. */
  function broken(gone: RegExp): string {
    const folder = join(place.root, `broken-${gone.source.replace(/\W/g, '')}`);
    cpSync(dirname(inject('program')), folder, { recursive: true });
    for (const file of readdirSync(folder).filter((name) => gone.test(name))) rmSync(join(folder, file));
    return join(folder, 'charter.cjs');
  }

  test.each([
    ['in a command', /^list-/, ['list', '--lang', 'fr']],
    ['in all that a diff loads', /^plain-/, ['diff', 'normandie', 'noisylegrand']],
    ['even in the words for it', /^(?:plain|failure)-/, ['diff', 'normandie', 'noisylegrand']],
  ])('%s ends with status 70 and no stack trace', (_name, gone, words) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [broken(gone), ...words], {
      cwd: place.root,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect([status, stdout]).toEqual([70, '']);
    expect(stderr).toMatch(/^charter/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('shows its stack with --debug', () => {
    const program = broken(/^list-/);
    const { status, stderr } = spawnSync(process.execPath, [program, 'list', '--debug'], {
      encoding: 'utf8',
    });
    expect(status).toBe(70);
    expect(stderr).toMatch(/\n\s+at /);
  });
});

test('the charters here, imported again from what show writes, are equal to themselves', () => {
  for (const portal of ['normandie', 'pays-de-la-loire', 'performance-dataunedic']) {
    for (const format of ['markdown', 'html']) {
      const file = `${portal}.${format === 'html' ? 'html' : 'md'}`;
      expect(place.run(['show', portal, '--format', format, '-o', file]).status).toBe(0);
      const copy = `copy-${portal}-${format}`;
      expect(place.run(['import', file, '--portal', copy, '--template', 'opendatasoft-fr'])).toMatchObject({
        status: 0,
      });
      const { stdout } = place.run(['diff', portal, copy, '--json']);
      expect([portal, format, JSON.parse(stdout).diffs[0].changes]).toEqual([portal, format, []]);
    }
  }
  expect(existsSync(join(place.root, 'charters/copy-normandie-html.yaml'))).toBe(true);
});
