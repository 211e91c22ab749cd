/** Files are read within bounds and written whole or not at all. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { readBytes, readText, relativeTo } from '../../src/store/files.ts';
import { makeFolders, writeOutput, writeWhole } from '../../src/store/writing.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'charter-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function failureOf(action: () => unknown): Pick<Failure, 'code' | 'status' | 'values'> | undefined {
  try {
    action();
    return undefined;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    return { code: cause.code, status: cause.status, values: cause.values };
  }
}

describe('reading', () => {
  test.each([
    ['missing', 'missing-file'],
    ['.', 'is-a-directory'],
    ['plain/inside', 'missing-file'],
  ])('%s fails with status 4 as %s', (name, code) => {
    writeFileSync(join(folder, 'plain'), '');
    expect(failureOf(() => readBytes(join(folder, name), name))).toMatchObject({ code, status: 4 });
  });

  test('gives the bytes as they are, also of an empty and of a large file', () => {
    const large = Buffer.alloc(3_000_000, 'é');
    writeFileSync(join(folder, 'large'), large);
    writeFileSync(join(folder, 'empty'), '');
    expect(readBytes(join(folder, 'large')).equals(large)).toBe(true);
    expect(readBytes(join(folder, 'empty'))).toHaveLength(0);
  });

  test('refuses a file above the limit', () => {
    writeFileSync(join(folder, 'huge'), Buffer.alloc(33 * 1024 * 1024));
    expect(failureOf(() => readBytes(join(folder, 'huge'), 'huge'))).toMatchObject({
      code: 'file-too-large',
      status: 3,
    });
  });

  test.each([
    [Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x63]), 2, 2],
    [Buffer.from([0xff, 0xfe, 0x61, 0x62]), 1, 1],
    [Buffer.concat([Buffer.from('é\n\nçé'), Buffer.from([0xe9, 0x20])]), 3, 3],
    [Buffer.concat([Buffer.from('a'.repeat(5000)), Buffer.from([0xc3])]), 1, 5001],
  ])('names the place of the first byte that is not UTF-8 (%#)', (bytes, line, column) => {
    writeFileSync(join(folder, 'x.yaml'), bytes);
    expect(failureOf(() => readText(join(folder, 'x.yaml'), 'x.yaml'))).toEqual({
      code: 'not-utf8',
      status: 3,
      values: { file: 'x.yaml', line, column },
    });
  });
});

test('binary data is called what it is', () => {
  writeFileSync(join(folder, 'x.yaml'), Buffer.from([0xff, 0xfe, 0x61, 0x00]));
  expect(failureOf(() => readText(join(folder, 'x.yaml'), 'x.yaml'))).toMatchObject({
    code: 'binary-file',
    status: 3,
  });
});

describe('writing', () => {
  test('replaces a file whole, keeps its mode and leaves nothing beside it', () => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    writeWhole(path, 'new é', folder);
    expect(readFileSync(path, 'utf8')).toBe('new é');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('makes missing folders inside the root', () => {
    writeWhole(join(folder, 'charters/deep/a.yaml'), 'x', folder);
    expect(readFileSync(join(folder, 'charters/deep/a.yaml'), 'utf8')).toBe('x');
  });

  test('refuses a folder that links out of the root, and a file that does', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'charter-elsewhere-'));
    writeFileSync(join(elsewhere, 'target'), 'safe');
    mkdirSync(join(folder, 'root'));
    symlinkSync(elsewhere, join(folder, 'root/out'));
    symlinkSync(join(elsewhere, 'target'), join(folder, 'root/link.yaml'));
    for (const name of ['root/out/new/a.yaml', 'root/link.yaml']) {
      expect(failureOf(() => writeWhole(join(folder, name), 'x', join(folder, 'root')))).toMatchObject({
        code: 'outside-repository',
        status: 4,
      });
    }
    expect(readFileSync(join(elsewhere, 'target'), 'utf8')).toBe('safe');
    expect(existsSync(join(elsewhere, 'new'))).toBe(false);
    rmSync(elsewhere, { recursive: true });
  });

  test('follows a link that stays inside the root, and keeps it a link', () => {
    writeFileSync(join(folder, 'real.yaml'), 'old');
    symlinkSync('real.yaml', join(folder, 'link.yaml'));
    writeWhole(join(folder, 'link.yaml'), 'new', folder);
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['link.yaml', 'real.yaml']);
  });

  test('fails with status 4 where a folder stands in the file’s place, and changes nothing', () => {
    mkdirSync(join(folder, 'a.yaml'));
    expect(failureOf(() => writeWhole(join(folder, 'a.yaml'), 'x', folder))).toMatchObject({ status: 4 });
    expect(failureOf(() => writeOutput(join(folder, 'a.yaml'), 'x', 'a.yaml'))).toMatchObject({ status: 4 });
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('writes the output file of a person, but makes no folder for it', () => {
    writeOutput(join(folder, 'out.txt'), 'x', 'out.txt');
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('x');
    expect(failureOf(() => writeOutput(join(folder, 'no/out.txt'), 'x', 'no/out.txt'))).toMatchObject({
      code: 'missing-folder',
      status: 4,
    });
  });
});

test('a path is shown from the root, with slashes, and whole where it lies elsewhere', () => {
  expect(relativeTo('/a/b', '/a/b/c/d.yaml')).toBe('c/d.yaml');
  expect(relativeTo('/a/b', '/a/b')).toBe('.');
  expect(relativeTo('/a/b', '/x/y')).toBe('/x/y');
});

describe('folders', () => {
  test('are made with those above them', () => {
    makeFolders(join(folder, 'a', 'b', 'c'), 0o700);
    expect(statSync(join(folder, 'a', 'b', 'c')).mode & 0o777).toBe(0o700);
    makeFolders(join(folder, 'a', 'b'));
  });

  test.skipIf(!existsSync('/proc/self'))('are given up where the system has no place for them', () => {
    expect(() => makeFolders('/proc/no-such/folder')).toThrow();
  });

  test('are not made below a file', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeFolders(join(folder, 'file', 'a'))).toThrow();
  });
});
