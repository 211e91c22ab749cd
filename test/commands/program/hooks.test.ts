/** The program in git's own hooks: it sees what is being committed or received. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { Place } from './transcript.ts';

let place: Place;
beforeEach(() => {
  place = new Place().withCharters();
  place.commitAll('one');
});
afterEach(() => place.remove());

function hook(name: string, line: string, root = '.git'): void {
  const file = join(root, 'hooks', name);
  place.write(
    file,
    `#!/bin/sh\nexec "${process.execPath}" "${inject('program')}" ${line} >"$HOME/seen" 2>&1\n`,
  );
  chmodSync(join(place.root, file), 0o755);
}

function edit(portal: string): void {
  const file = `charters/${portal}.yaml`;
  place.write(file, place.read(file).replace('title: Charte', 'title: Une charte'));
}

test('a pre-commit hook sees the index of a commit of one file, not of all that is staged', () => {
  hook('pre-commit', 'diff --staged --name-only');
  edit('normandie');
  edit('noisylegrand');
  place.git('add', '-A');
  place.git('commit', '-qm', 'one file', '--', 'charters/normandie.yaml');
  expect(place.read('seen')).toBe('normandie\n');
  place.git('commit', '-qm', 'the other');
  expect(place.read('seen')).toBe('noisylegrand\n');
});

test('in a linked work tree as well', () => {
  const linked = mkdtempSync(join(tmpdir(), 'charter-linked-'));
  place.git('worktree', 'add', '-q', join(linked, 'tree'));
  hook('pre-commit', 'diff --staged --name-only');
  edit('normandie');
  const file = join(linked, 'tree', 'charters', 'noisylegrand.yaml');
  place.git('-C', join(linked, 'tree'), 'rm', '-q', file);
  place.git('-C', join(linked, 'tree'), 'commit', '-qm', 'gone');
  expect(place.read('seen')).toBe('noisylegrand\n');
  rmSync(linked, { recursive: true });
});

test('a pre-receive hook reads the commits that are not taken in yet', () => {
  place.git('clone', '-q', '--bare', '.', 'bare.git');
  place.write('pushed', '');
  hook('pre-receive', '--lang en diff $(cut -d" " -f1,2 | sed "s/ /../") --name-only', 'bare.git');
  edit('normandie');
  place.git('commit', '-qam', 'pushed');
  place.git('push', '-q', 'bare.git', 'main');
  expect(readFileSync(join(place.root, 'seen'), 'utf8')).toBe('normandie\n');
});
