/** The log is written as it is read: what reads it may stop, fail or be slow. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Place } from './transcript.ts';

let place: Place;
beforeAll(() => {
  place = new Place().withCharters();
  const text = place.read('charters/normandie.yaml');
  for (let version = 0; version < 60; version += 1) {
    place.write(
      'charters/normandie.yaml',
      text.replace('une certaine durée', `une durée de ${version + 1} mois`),
    );
    place.commitAll(`version ${version}`);
  }
});
afterAll(() => place.remove());

function shell(command: string): ReturnType<typeof spawnSync> {
  return spawnSync('bash', ['--norc', '-o', 'pipefail', '-c', command], {
    cwd: place.root,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: place.root,
      NODE: process.execPath,
      CHARTER: inject('program'),
      GIT_CONFIG_NOSYSTEM: '1',
    },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

describe('the log', () => {
  test('reaches a slow reader whole', () => {
    const { stdout, status } = shell(
      '"$NODE" "$CHARTER" log normandie | (sleep 0.5; cat) | grep -c "^version "',
    );
    expect([stdout, status]).toEqual(['60\n', 0]);
  });

  test('that nobody reads any more ends quietly, and git with it', () => {
    const { stdout, stderr } = shell('"$NODE" "$CHARTER" log | head -n 2 | tail -n 1; echo "$?"');
    expect([stdout, stderr]).toEqual(['version 59\n141\n', '']);
  });

  test('goes to the file of -o', () => {
    const { stdout, status } = shell('"$NODE" "$CHARTER" log --json -o log.json');
    expect([stdout, status]).toEqual(['', 0]);
    expect(JSON.parse(place.read('log.json')).versions.length).toBeGreaterThanOrEqual(60);
  });

  test('tells a history that git cannot read after what it could', () => {
    const tree = place.git('rev-parse', 'HEAD~40^{tree}').trim();
    const copy = 'rm -rf ../broken-$$; cp -a . ../broken-$$; cd ../broken-$$';
    const file = `.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`;
    const { stdout, stderr, status } = shell(
      `${copy}; rm -f ${file}; "$NODE" "$CHARTER" log normandie; code=$?; rm -rf "$PWD"; exit $code`,
    );
    expect(status).toBe(4);
    expect(stdout).toContain('version 59');
    expect(stderr).toContain('charter: ');
  });
});
