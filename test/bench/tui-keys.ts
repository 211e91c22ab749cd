/** The terminal UI through a real pseudo-terminal: time to the first screen, and time from a key to its screen. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { formatDocument } from '../../src/canonical/format.ts';
import type { Block, Charter, CookieTable } from '../../src/model/charter.ts';
import { randomFrom } from './random.ts';

/** The end of one update of the screen. */
const updated = '\u001b[?2026l';
const small = 1000;
const large = 10_000;

/** Keys pressed one after the other; only those that are marked are timed. */
interface Subject {
  readonly name: string;
  readonly keys: readonly string[];
  /** Indexes of the timed ones, all where absent. */
  readonly timed?: readonly number[];
}

/** Each leaves the screen as it found it, or nearly so. */
const subjects: readonly Subject[] = [
  { name: 'j k', keys: ['j', 'j', 'k', 'k'] },
  { name: 'd u space b', keys: ['d', ' ', 'u', 'b'] },
  { name: '] [', keys: [']', ']', '[', '['] },
  { name: '. ,', keys: ['.', ','] },
  { name: 'G g', keys: ['G', 'g'] },
  { name: 'z', keys: ['z', 'z'] },
  { name: '} {', keys: ['}', '{'] },
  { name: 'f: a class', keys: ['f', '1', '1', '\r'], timed: [1, 2] },
  { name: '/ found', keys: ['/', '500', '\r', '\u001b'], timed: [2] },
  { name: '/ not found', keys: ['/', 'zzzz', '\r', '\u001b'], timed: [2] },
  { name: 'n N', keys: ['/', '7', '\r', 'n', 'N', '\u001b'], timed: [3, 4] },
  { name: 'x', keys: ['x', 'x'] },
  { name: '1 2 0', keys: ['2', '1', '0'] },
  { name: 't', keys: ['t', 't', 't'] },
  { name: 'o tab', keys: ['o', 'o', '\t', '\t'] },
  // Escape waits for the rest of a longer key.
  { name: 'enter', keys: [']', '\r', '\u001b', '['], timed: [1] },
  { name: '?', keys: ['?', '?'] },
];

/** On the matrix of drift; each leaves it as it found it, or nearly so. */
const matrixSubjects: readonly Subject[] = [
  { name: 'j k', keys: ['j', 'j', 'k', 'k'] },
  { name: 'd u space b', keys: ['d', ' ', 'u', 'b'] },
  { name: 'G g', keys: ['G', 'g'] },
  { name: 's: sort', keys: ['s', 's', 's'] },
  { name: 'z: fold', keys: ['z', 'z'] },
  { name: 'f: a class', keys: ['f', '3', '3', '\r'], timed: [1, 2] },
  { name: '/ a name', keys: ['/', '0', '0', '7', '\r', '\u001b'], timed: [1, 2, 3] },
  { name: 'enter: findings', keys: ['\r', 'j', '>', '\u001b', 'g'], timed: [0, 1, 2] },
];
const fewPortals = 500;
const manyPortals = 10_000;

/** The matrix of few and of many portals, turn about. */
export async function measureMatrix(
  root: string,
  rounds: number,
  writePortals: (root: string, count: number) => void,
): Promise<void> {
  const program = process.env['PROGRAM'] ?? join(root, 'dist/charter.cjs');
  const folders = [fewPortals, manyPortals].map((count) => {
    const folder = mkdtempSync(join(tmpdir(), 'charter-matrix-'));
    execFileSync('git', ['init', '-q', folder]);
    writePortals(folder, count);
    return folder;
  });
  try {
    const screens = await Promise.all(
      folders.map((folder) => openScreen([program, 'drift'], { folder, columns: 120, rows: 40 })),
    );
    console.log(`keys on the matrix at 120 × 40: ${fewPortals} portals, ${manyPortals}, and how much more`);
    const all = screens.map((): number[] => []);
    for (const subject of matrixSubjects) {
      const times = await timeSubject(subject, screens, rounds);
      times.forEach((list, index) => {
        all[index]?.push(...list);
      });
      report(subject.name, times.map(median));
    }
    report('median key', all.map(median));
    for (const screen of screens) screen.close();
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

export async function measureUi(root: string, rounds: number): Promise<void> {
  const program = process.env['PROGRAM'] ?? join(root, 'dist/charter.cjs');
  if (!existsSync(program))
    execFileSync(process.execPath, [join(root, '.config/build.mjs')], { stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'charter-screens-'));
  try {
    cpSync(join(root, 'charters'), join(folder, 'charters'), { recursive: true });
    await firstPaint(program, folder, rounds);
    for (const size of [small, large]) writePairs(folder, size);
    for (const what of ['paragraphs', 'rows'] as const) await keyCost(program, { folder, what, rounds });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstPaint(program: string, folder: string, rounds: number): Promise<void> {
  const subjects: readonly (readonly [string, readonly string[]])[] = [
    ['node -e 0', ['-e', '0']],
    ['charter (the five)', [program]],
    ['charter diff normandie pays-de-la-loire', [program, 'diff', 'normandie', 'pays-de-la-loire']],
  ];
  const times = subjects.map((): number[] => []);
  for (let round = 0; round < rounds + 2; round += 1) {
    for (const [index, [, words]] of subjects.entries()) {
      const time = await timeToPaint(words, folder);
      if (round >= 2) times[index]?.push(time);
    }
  }
  const bare = median(times[0] ?? []);
  console.log(`first screen through a pseudo-terminal, median of ${rounds} interleaved rounds`);
  subjects.forEach(([name], index) => {
    const time = median(times[index] ?? []);
    console.log(`  ${name.padEnd(42)} ${time.toFixed(1).padStart(7)} ms  ${(time / bare).toFixed(2)} ×`);
  });
}

/** Until the first screen is complete, or until the end of a program that draws none. */
async function timeToPaint(words: readonly string[], cwd: string): Promise<number> {
  const start = performance.now();
  const pty = open(words, cwd);
  const time = await new Promise<number>((resolve) => {
    let written = '';
    pty.onData((data) => {
      written += data;
      if (written.includes(updated)) resolve(performance.now() - start);
    });
    pty.onExit(() => resolve(performance.now() - start));
  });
  kill(pty);
  return time;
}

interface KeyCost {
  readonly folder: string;
  readonly what: 'paragraphs' | 'rows';
  readonly rounds: number;
}

async function keyCost(program: string, { folder, what, rounds }: KeyCost): Promise<void> {
  for (const [columns, rows] of [
    [80, 24],
    [200, 50],
  ] as const) {
    const sizes = [small, large];
    const screens = await Promise.all(
      sizes.map((size) => openPair(program, { folder, name: `${what}-${size}`, columns, rows })),
    );
    console.log(`keys at ${columns} × ${rows}, ${what}: ${small}, ${large}, and how much more`);
    const all = sizes.map((): number[] => []);
    for (const subject of subjects) {
      const times = await timeSubject(subject, screens, rounds);
      times.forEach((list, index) => {
        all[index]?.push(...list);
      });
      report(subject.name, times.map(median));
    }
    report('median key', all.map(median));
    for (const screen of screens) screen.close();
  }
}

/** Turn about, so that a machine whose speed drifts does not favour either. */
async function timeSubject(
  { keys, timed }: Subject,
  screens: readonly Opened[],
  rounds: number,
): Promise<number[][]> {
  const times = screens.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, key] of keys.entries()) {
      for (const [at, screen] of screens.entries()) {
        const time = await screen.press(key);
        if (round > 0 && timed?.includes(index) !== false) times[at]?.push(time);
      }
    }
    // What the first round asked for, such as the other way round, is to be there.
    if (round === 0) await pause(1000);
  }
  return times;
}

function report(name: string, [few = 0, many = 0]: readonly number[]): void {
  if (Number.isNaN(few + many)) {
    console.log(`  ${name.padEnd(16)} changes nothing here`);
    return;
  }
  const more = `${((many / few - 1) * 100).toFixed(0)} %`;
  console.log(
    `  ${name.padEnd(16)} ${few.toFixed(2).padStart(8)} ms ${many.toFixed(2).padStart(8)} ms ${more.padStart(8)}`,
  );
}

interface Opened {
  press(key: string): Promise<number>;
  close(): void;
}

interface ScreenOptions {
  readonly folder: string;
  readonly columns: number;
  readonly rows: number;
}

async function openPair(
  program: string,
  { name, ...options }: ScreenOptions & { readonly name: string },
): Promise<Opened> {
  return openScreen([program, 'diff', `${name}-a`, `${name}-b`], options);
}

async function openScreen(
  words: readonly string[],
  { folder, columns, rows }: ScreenOptions,
): Promise<Opened> {
  const pty = open(words, folder, [columns, rows]);
  let written = '';
  let arrived: (() => void) | undefined;
  pty.onData((data) => {
    written = (written + data).slice(-40_000);
    if (written.includes(updated)) arrived?.();
  });
  const drawn = (wait: number): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), wait);
      arrived = () => {
        clearTimeout(timer);
        resolve(true);
      };
      if (written.includes(updated)) arrived();
    });
  await drawn(60_000);
  await pause(1500);
  return {
    press: async (key) => {
      written = '';
      const start = performance.now();
      pty.write(key);
      // A key that changes nothing draws nothing and counts for nothing.
      return (await drawn(300)) ? performance.now() - start : Number.NaN;
    },
    close: () => kill(pty),
  };
}

function open(
  words: readonly string[],
  cwd: string,
  [cols, rows]: readonly [number, number] = [120, 40],
): IPty {
  const env = { PATH: process.env['PATH'] ?? '', HOME: cwd, TERM: 'xterm-256color', LANG: 'fr_FR.UTF-8' };
  return spawn(process.execPath, [...words], { name: 'xterm-256color', cols, rows, cwd, env });
}

function kill(pty: IPty): void {
  try {
    pty.kill('SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Two charters of so many paragraphs, and two of so many rows; one in twenty differs. */
function writePairs(folder: string, size: number): void {
  mkdirSync(join(folder, 'charters'), { recursive: true });
  for (const side of ['a', 'b'] as const) {
    const seed = randomFrom(size);
    const paragraphs = Array.from({ length: size }, (_, index): Block => {
      if (index % 25 === 0) return { role: 'heading', level: 2, text: `Rubrique ${index / 25}` };
      return { role: 'paragraph', text: paragraphOf(index, seed(), side) };
    });
    write(folder, { id: `paragraphs-${size}-${side}`, body: paragraphs, tables: [] });
    const table = tableOf(size, side);
    write(folder, {
      id: `rows-${size}-${side}`,
      body: [
        { role: 'heading', level: 2, text: 'Cookies' },
        { role: 'table', table: 'cookies' },
      ],
      tables: [table],
    });
  }
}

function paragraphOf(index: number, chance: number, side: 'a' | 'b'): string {
  const word = side === 'b' && chance < 0.05 ? 'portail' : 'site';
  return (
    `Le ${word} numéro ${index} conserve un choix du visiteur pendant une durée limitée. ` +
    `Ce choix de rang ${index} peut être modifié à tout moment depuis la page ${index * 7}.`
  );
}

function tableOf(size: number, side: 'a' | 'b'): CookieTable {
  return {
    id: 'cookies',
    columns: [
      { key: 'provider', head: 'Prestataire' },
      { key: 'name', head: 'Nom' },
      { key: 'purpose', head: 'Finalité' },
      { key: 'duration', head: 'Durée' },
    ],
    rows: Array.from({ length: size }, (_, row) => {
      const months = side === 'b' && row % 20 === 3 ? 25 : 13;
      return { cells: [`Fournisseur ${row % 50}`, `_c${row}`, `Mesurer la page ${row}`, `${months} mois`] };
    }),
  };
}

function write(folder: string, { id, body, tables }: Pick<Charter, 'id' | 'body' | 'tables'>): void {
  const charter: Charter = {
    kind: 'charter',
    id,
    language: 'fr',
    variables: {},
    title: 'Charte cookies',
    body,
    tables,
    repairs: [],
    decisions: [],
  };
  writeFileSync(
    join(folder, `charters/${id}.yaml`),
    formatDocument(charter, { schema: 'charter.schema.json' }),
  );
}

function median(list: readonly number[]): number {
  const sorted = list.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
