import { cpSync, readdirSync, statSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Folder } from './surroundings.ts';

/** The very module that the program opens files with. */
const fs = createRequire(import.meta.url)('node:fs') as typeof import('node:fs');
const charters = fileURLToPath(new URL('../../charters', import.meta.url));
const template = 'charters/templates/opendatasoft-fr.yaml';
const portals = 60;

let folder: Folder;
let kept: Folder;

beforeEach(async () => {
  folder = new Folder();
  kept = new Folder();
  folder.env = { XDG_CACHE_HOME: kept.root };
  cpSync(charters, join(folder.root, 'charters'), { recursive: true });
  const text = folder.read('charters/normandie.yaml');
  for (let index = 0; index < portals; index += 1)
    folder.write(
      fileOf(index),
      text
        .replace('charter: normandie', `charter: portail-${index}`)
        .replaceAll('data.normandie.education.gouv.fr', `portail-${index}.example.org`)
        .replace('une certaine durée', index % 3 === 0 ? `${index % 4} jours` : 'une certaine durée'),
    );
  await pastAnyDoubt();
});
afterEach(() => {
  folder.remove();
  kept.remove();
});

function fileOf(index: number): string {
  return `charters/portail-${index}.yaml`;
}

/** What was written a moment ago is read again, as it may have been written once more since. */
async function pastAnyDoubt(): Promise<void> {
  await pause(250);
}

async function call(...words: readonly string[]): Promise<string> {
  const { status, output = '', messages = '' } = await folder.call(words);
  return `${output}${messages}${status}`;
}

async function anew(...words: readonly string[]): Promise<string> {
  const { env } = folder;
  folder.env = {};
  const said = await call(...words);
  folder.env = env;
  return said;
}

/** The charters that a call opens. */
async function openedBy(...words: readonly string[]): Promise<readonly string[]> {
  const opened: string[] = [];
  const { openSync } = fs;
  fs.openSync = (path, ...rest) => {
    if (/\/charters\/[^/]+\.yaml$/.test(String(path)))
      opened.push(String(path).slice(folder.root.length + 1));
    return openSync(path, ...rest);
  };
  syncBuiltinESMExports();
  try {
    await call(...words);
  } finally {
    fs.openSync = openSync;
    syncBuiltinESMExports();
  }
  return opened;
}

function edit(file: string, from: string, to: string): void {
  const text = folder.read(file);
  if (!text.includes(from)) throw new Error(`${file} lacks ${from}`);
  folder.write(file, text.replace(from, to));
}

const outputs: readonly (readonly string[])[] = [
  [],
  ['--by-change'],
  ['--accessible'],
  ['--format', 'json'],
  ['--format', 'csv'],
  ['--format', 'html'],
  ['--format', 'markdown'],
  ['portail-3', 'pays-de-la-loire', '--all'],
  ['--template', 'opendatasoft-fr', '--format', 'json'],
];

describe('what drift keeps between runs', { timeout: 60_000 }, () => {
  test('changes nothing of what it says', async () => {
    for (const words of outputs) {
      const said = await anew('drift', ...words);
      expect(said).toMatch(/[01]$/);
      expect(await call('drift', ...words)).toBe(said);
      expect(await call('drift', ...words)).toBe(said);
    }
  });

  test('spares all files but the one that changed', async () => {
    expect((await openedBy('drift')).length).toBe(readdirSync(join(folder.root, 'charters')).length - 2);
    expect(await openedBy('drift')).toEqual([]);
    edit(fileOf(7), 'une certaine durée', 'un certain temps');
    await pastAnyDoubt();
    expect(await openedBy('drift', '--format', 'json')).toEqual([fileOf(7)]);
    expect(await call('drift', 'portail-7')).toContain('un certain temps');
  });

  test('does not hide a change that leaves size and time as they were', async () => {
    await call('drift');
    const { atime, mtime } = statSync(join(folder.root, fileOf(1)));
    edit(fileOf(1), 'certaine durée', 'certaine dérue');
    fs.utimesSync(join(folder.root, fileOf(1)), atime, mtime);
    expect(await call('drift', '--format', 'json')).toBe(await anew('drift', '--format', 'json'));
    expect(await call('drift', 'portail-1')).toContain('dérue');
  });

  test('does not outlive the template that it was found with', async () => {
    await call('drift');
    edit(template, 'nous utilisons des cookies', 'ce portail utilise des cookies');
    const said = await call('drift', '--format', 'json');
    expect(said).toBe(await anew('drift', '--format', 'json'));
    expect(said).toContain('ce portail utilise');
  });

  test('knows of decisions that were made meanwhile, and of portals that came and went', async () => {
    const found = /(?:substantive|wording) {2}([0-9a-f]{6,})/.exec(
      await call('drift', 'portail-3', '--lang', 'en'),
    );
    const reference = found?.[1] ?? '';
    expect(await call('accept', reference, '--reason', 'Convenu', '--portals', '*')).toMatch(/0$/);
    folder.drop(fileOf(5));
    folder.write(
      'charters/autre.yaml',
      folder.read(fileOf(6)).replace('charter: portail-6', 'charter: autre'),
    );
    for (const words of outputs) expect(await call('drift', ...words)).toBe(await anew('drift', ...words));
    const said = JSON.parse((await folder.call(['drift', '--format', 'json'])).output ?? '');
    const states = JSON.stringify(said);
    expect(states).toContain('"agreed"');
    expect(states).toContain('"autre"');
    expect(states).not.toContain('"portail-5"');
  });

  test('may be lost, cut short or written over at any time', async () => {
    const said = await call('drift');
    const [file = ''] = Object.keys(kept.files());
    const whole = kept.read(file);
    for (const text of [
      '',
      'x',
      whole.slice(0, -20),
      whole.replace('wording', 'variable'),
      whole.slice(65),
    ]) {
      kept.write(file, text);
      expect(await call('drift')).toBe(said);
    }
    kept.drop(file);
    expect(await call('drift')).toBe(said);
  });

  test('is nothing where there are few portals', async () => {
    for (let index = 0; index < portals; index += 1) folder.drop(fileOf(index));
    await call('drift');
    expect(kept.files()).toEqual({});
  });
});
