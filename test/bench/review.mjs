/** How long the review of a request takes that touches 500 charters: against reading both their versions with git alone. */
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

function git(words, input) {
  return execFileSync('git', words, { cwd: root, env, input, maxBuffer: 1 << 30 });
}

const source = readFileSync(join(project, 'charters/normandie.yaml'), 'utf8');
const template = readFileSync(join(project, 'charters/templates/opendatasoft-fr.yaml'), 'utf8');
const plain = source.replace(/^source:\n(?: .*\n)+/m, '').replace(/^repairs:\n(?: .*\n)+/m, '');

function charter(index) {
  const id = `portail-${String(index).padStart(4, '0')}`;
  return plain.replace('charter: normandie', `charter: ${id}`).replaceAll('data.normandie.', `data.${id}.`);
}

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

function measure(run) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function callReview() {
  try {
    return execFileSync('node', [program, 'review', 'main', '--all'], { cwd: root, env, maxBuffer: 1 << 30 });
  } catch (cause) {
    if (cause.status !== 1) throw cause;
    return cause.stdout;
  }
}

try {
  git(['init', '-q', '-b', 'main']);
  mkdirSync(join(root, 'charters/templates'), { recursive: true });
  writeFileSync(join(root, 'charters/templates/opendatasoft-fr.yaml'), template);
  const names = Array.from({ length: portals }, (_, index) => index);
  const file = (index) => join(root, `charters/portail-${String(index).padStart(4, '0')}.yaml`);
  for (const index of names) writeFileSync(file(index), charter(index));
  git(['add', '-A']);
  git(['commit', '-q', '-m', 'base']);
  git(['checkout', '-q', '-b', 'request']);
  for (const index of names) writeFileSync(file(index), change(charter(index), index));
  git(['commit', '-q', '-a', '-m', 'request']);
  const ids = git(['diff-tree', '-r', '--raw', 'main', 'request'])
    .toString()
    .split('\n')
    .flatMap((line) => line.split(' ').slice(2, 4))
    .join('\n');
  const readings = [];
  const reviews = [];
  let lines = 0;
  for (let round = 0; round < rounds; round += 1) {
    readings.push(measure(() => git(['cat-file', '--batch'], `${ids}\n`)));
    reviews.push(
      measure(() => {
        lines = callReview().toString().split('\n').length;
      }),
    );
  }
  const [reading, review] = [Math.min(...readings), Math.min(...reviews)];
  const bare = Math.min(
    ...Array.from({ length: rounds }, () => measure(() => execFileSync('node', ['-e', '0']))),
  );
  process.stdout.write(
    `${portals} charters: review ${review.toFixed(2)} s, ${(review / bare).toFixed(0)} × bare node, ` +
      `${(review / reading).toFixed(0)} × reading both versions with git; ${lines} lines\n`,
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
