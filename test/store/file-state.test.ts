import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileStates } from '../../src/store/file-state.ts';
import { Folder } from '../commands/surroundings.ts';

const later = Date.now() + 3_600_000;

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  folder.write('a', 'one').write('b', 'one');
});
afterEach(() => folder.remove());

function stateOf(file: string, began: number = later): string | undefined {
  return new FileStates(began).of(join(folder.root, file));
}

describe('the state of a file', () => {
  test('is the same as long as nothing was written', () => {
    expect(stateOf('a')).toBe(stateOf('a'));
    expect(stateOf('a')).not.toBe(stateOf('b'));
  });

  test('differs after a change that keeps size and time', () => {
    const path = join(folder.root, 'a');
    utimesSync(path, 1_000_000, 1_000_000);
    const before = stateOf('a');
    folder.write('a', 'two');
    utimesSync(path, 1_000_000, 1_000_000);
    expect(stateOf('a')).not.toBe(before);
  });

  test('is not told of what changed just before the run, as it may change once more unseen', () => {
    expect(stateOf('a', Date.now())).toBeUndefined();
    expect(stateOf('a')).toBeDefined();
  });

  test('is not told of what is not there', () => {
    expect(stateOf('c')).toBeUndefined();
  });
});
