/** The one law: a room imports only rooms on lower floors, and only the rooms meant for it touch the outside world. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

const floors: Readonly<Record<string, number>> = {
  model: 0,
  text: 1,
  messages: 1,
  canonical: 2,
  capture: 2,
  diff: 2,
  classify: 2,
  store: 2,
  history: 3,
  drift: 3,
  merge: 3,
  present: 3,
  tui: 4,
  review: 4,
  commands: 5,
  'cli.ts': 6,
};
const outside = new Set(['store', 'commands', 'tui', 'cli.ts']);
/** What a pure room may take from Node: computing, no input or output. */
const pureModules = new Set(['node:crypto', 'node:buffer']);
const forbiddenNames =
  /\b(?:process|console|globalThis|Date\.now|Math\.random|setTimeout|setInterval|fetch)\b/;

interface SourceFile {
  readonly file: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|tsx)$/.test(file))
  .map((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    return { file, room: file.split(sep)[0] ?? '', text, imports: importsOf(text) };
  });

/** Static, dynamic and type imports, and exports from elsewhere. */
function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const found = [
    ...code.matchAll(/\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bimport\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bimport\s*\(\s*['"]([^'"]+)['"]/g),
  ];
  return found.map((match) => match[1] ?? '');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Comments and texts apart: what is left is code. */
function withoutTexts(text: string): string {
  return withoutComments(text)
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/`(?:[^`\\]|\\.)*`/g, '``');
}

function roomOf(file: string, wanted: string): string {
  return normalize(join(dirname(file), wanted)).split(sep)[0] ?? '';
}

describe('the house', () => {
  test('has source files, each in a room of the plan', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(({ room }) => floors[room] === undefined).map(({ file }) => file)).toEqual([]);
  });

  test('has rooms that import only rooms on lower floors', () => {
    const broken = files.flatMap(({ file, room, imports }) =>
      imports
        .filter((wanted) => wanted.startsWith('.') && !/package\.json$|\?raw$/.test(wanted))
        .map((wanted) => ({ wanted, target: roomOf(file, wanted) }))
        .filter(({ target }) => target !== room && !((floors[target] ?? 99) < (floors[room] ?? -1)))
        .map(({ wanted }) => `${file} imports ${wanted}`),
    );
    expect(broken).toEqual([]);
  });

  test('lets only commands hold the store together with other rooms', () => {
    const broken = files
      .filter(({ room }) => room !== 'commands' && room !== 'store' && room !== 'cli.ts')
      .filter(({ file, imports }) => imports.some((wanted) => roomOf(file, wanted) === 'store'))
      .map(({ file }) => file);
    expect(broken).toEqual([]);
  });

  test('keeps input, output, clock and environment out of the pure rooms', () => {
    const broken = files
      .filter(({ room }) => !outside.has(room))
      .flatMap(({ file, text, imports }) => {
        const modules = imports.filter((wanted) => isBuiltin(wanted) && !pureModules.has(wanted));
        const names = forbiddenNames.exec(withoutTexts(text)) ?? [];
        const clock = /\bnew Date\(\s*\)/.exec(withoutTexts(text)) ?? [];
        return [...modules, ...names, ...clock].map((what) => `${file} uses ${what}`);
      });
    expect(broken).toEqual([]);
  });

  test('prints and exits only in cli.ts', () => {
    const printing = /\bconsole\b|process\.(?:exit|exitCode|stdout|stderr)\b/;
    const broken = files
      .filter(({ room, text }) => room !== 'cli.ts' && printing.test(withoutTexts(text)))
      .map(({ file }) => file);
    expect(broken).toEqual([]);
  });

  test('reads git, YAML, HTML and the like only in the room that owns them', () => {
    const owners: Readonly<Record<string, readonly string[]>> = {
      'simple-git': ['store'],
      yaml: ['canonical'],
      zod: ['canonical', 'present'],
      diff: ['diff'],
    };
    const broken = files.flatMap(({ file, room, imports }) =>
      imports
        .filter((wanted) => owners[wanted] && !owners[wanted]?.includes(room))
        .map((wanted) => `${file} imports ${wanted}`),
    );
    expect(broken).toEqual([]);
  });

  test('opens every file with what it is for, and names no file a drawer', () => {
    const silent = files.filter(({ text }) => !/^(?:#!.*\n)?\/\*\*/.test(text)).map(({ file }) => file);
    const drawers = files
      .filter(({ file }) => /utils|helpers|manager|service/.test(file))
      .map(({ file }) => file);
    expect([...silent, ...drawers]).toEqual([]);
  });

  test('has a check that sees what it must see', () => {
    const text =
      "import type { A } from '../diff/a.ts';\nconst b = await import('../store/b.ts');\n// import '../no.ts';\n";
    expect(importsOf(text)).toEqual(['../diff/a.ts', '../store/b.ts']);
    expect(roomOf('model/x.ts', '../diff/a.ts')).toBe('diff');
    expect(forbiddenNames.test(withoutTexts("const a = 'process'; // console\n"))).toBe(false);
    expect(forbiddenNames.test(withoutTexts('const a = process.env;'))).toBe(true);
  });
});

function isBuiltin(wanted: string): boolean {
  return wanted.startsWith('node:') || builtinModules.includes(wanted);
}
