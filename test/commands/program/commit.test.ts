/** A commit that is interrupted half way leaves the repository as it was. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Place } from './transcript.ts';

const charter = 'charters/normandie.yaml';
const capture = 'snapshots/normandie/2026-11-21.txt';

let place: Place;
beforeAll(() => {
  place = new Place().withCharters();
  const text = place.read(charter);
  place.write(charter, text.replace('petite taille', 'petitetaille'));
  place.commitAll(`Relevé\n\nCapture: ${capture}`);
  place.write('page.txt', place.read(capture).replace('une certaine durée', 'six mois'));
  const words = ['import', 'page.txt', '--portal', 'normandie', '--captured', '2026-11-21', '--force'];
  expect(place.run(words).status).toBe(0);
});
afterAll(() => place.remove());

function state(): string {
  return [
    ['rev-parse', 'HEAD'],
    ['ls-files', '--stage'],
    ['status', '--porcelain', '--', 'charters', 'snapshots'],
  ]
    .map((words) => place.git(...words))
    .join('\n');
}

test('by a key, as a hook of the second of two commits runs', async () => {
  const hook = '.git/hooks/pre-commit';
  place.write(
    hook,
    '#!/bin/sh\ngit diff --cached --quiet -- snapshots && exit 0\ntouch waiting; exec sleep 30\n',
  );
  chmodSync(join(place.root, hook), 0o755);
  const before = state();
  const program = spawn(process.execPath, [inject('program'), 'commit'], {
    cwd: place.root,
    env: {
      ...process.env,
      HOME: place.root,
      GIT_CONFIG_GLOBAL: join(place.root, '.git/nobody'),
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    },
    detached: true,
    stdio: 'ignore',
  });
  const ended = new Promise((settle) => program.on('close', (code, signal) => settle(code ?? signal)));
  while (!existsSync(join(place.root, 'waiting')) && program.exitCode === null)
    await new Promise((settle) => setTimeout(settle, 50));
  expect(state()).not.toBe(before);
  // A terminal sends the key to all that runs in it.
  process.kill(-(program.pid ?? 0), 'SIGINT');
  expect(await ended).toBeOneOf([130, 'SIGINT']);
  expect(state()).toBe(before);
});
