/**
 * How long the review of a request takes that touches 500 charters, as a proposal and as a record of what its captures
 * show: against reading both versions with git alone, and the one against the other.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = process.argv[2] ?? join(project, 'dist/charter.cjs');
const portals = Number(process.argv[3] ?? 500);
const rounds = 3;

const root = mkdtempSync(join(tmpdir(), 'charter-bench-review-'));
const env = {
  PATH: process.env.PATH,
  HOME: root,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'A'],
      [`GIT_${who}_EMAIL`, 'a@example.org'],
    ]),
  ),
};

function run(file, words, input) {
  return execFileSync(file, words, { cwd: root, env, input, maxBuffer: 1 << 30, stdio: 'pipe' });
}

const capture = readFileSync(join(project, 'snapshots/normandie/2026-11-21.txt'), 'utf8');
const template = readFileSync(join(project, 'charters/templates/opendatasoft-fr.yaml'), 'utf8');
const ids = Array.from({ length: portals }, (_, index) => `portail-${String(index).padStart(4, '0')}`);

/** Every portal changes a duration, a wording, a quotation mark or a row, in turns. */
function change(text, index) {
  const edits = [
    ['Se souvenir du choix', `Se souvenir pendant ${index % 24} mois du choix`],
    ['nous utilisons', 'le portail utilise'],
    ["Qu'est ce qu'un cookie", "Qu'est-ce qu'un cookie"],
    ['internes, ', ''],
  ];
  const [from, to] = edits[index % edits.length];
  return text.replace(from, to);
}

/** All portals as they are published that day. */
function importAll(day, edit) {
  const pages = join(root, 'pages');
  mkdirSync(pages);
  ids.forEach((id, index) => {
    const text = capture.replaceAll('data.normandie.', `data.${id}.`);
    writeFileSync(join(pages, `${id}.txt`), edit ? change(text, index) : text);
  });
  const words = ['import', 'pages', '--template', 'opendatasoft-fr', '--captured', day];
  run('node', [program, ...words]);
  rmSync(pages, { recursive: true });
}

function commitOn(branch, work) {
  run('git', ['checkout', '-q', '-f', ...(branch === 'main' ? ['-B', 'main'] : ['-B', branch, 'main'])]);
  work();
  run('git', ['add', '-A']);
  run('git', ['commit', '-q', '-m', branch]);
}

function proposeAll() {
  ids.forEach((id, index) => {
    const file = join(root, `charters/${id}.yaml`);
    writeFileSync(file, change(readFileSync(file, 'utf8'), index));
  });
}

/** Seconds of the clock. */
function measure(work) {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function review(branch) {
  try {
    return run('node', [program, 'review', `main..${branch}`, '--all']);
  } catch (cause) {
    if (cause.status !== 1) throw cause;
    return cause.stdout;
  }
}

function readBoth(branch) {
  const blobs = run('git', ['diff-tree', '-r', '--raw', 'main', branch])
    .toString()
    .split('\n')
    .flatMap((line) => line.split(' ').slice(2, 4))
    .filter((id) => id !== undefined && !/^0*$/.test(id));
  return () => run('git', ['cat-file', '--batch'], `${blobs.join('\n')}\n`);
}

/** The least of several rounds, the works in turns. */
function least(works) {
  const times = works.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    works.forEach((work, index) => {
      times[index].push(measure(work));
    });
  return times.map((some) => Math.min(...some));
}

try {
  run('git', ['init', '-q', '-b', 'main']);
  mkdirSync(join(root, 'charters/templates'), { recursive: true });
  writeFileSync(join(root, 'charters/templates/opendatasoft-fr.yaml'), template);
  commitOn('main', () => importAll('2026-10-01', false));
  commitOn('proposal', proposeAll);
  commitOn('record', () => importAll('2026-11-01', true));
  const [proposal, record, reading, bare] = least([
    () => review('proposal'),
    () => review('record'),
    readBoth('proposal'),
    () => run('node', ['-e', '0']),
  ]);
  process.stdout.write(
    `${portals} charters: proposal ${proposal.toFixed(2)} s, ${(proposal / bare).toFixed(0)} × bare node, ` +
      `${(proposal / reading).toFixed(0)} × reading both versions with git; ` +
      `record ${record.toFixed(2)} s, ${(record / proposal).toFixed(2)} × the proposal\n`,
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
