/** Builds a synthetic history for the benchmarks: many charters, many commits, one edit each, through fast-import. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const people = ['Jeanne Dupré', 'Paul Martin', 'Zoé Lefèvre', 'Émile Roux'];
const words = ['mesurer', 'connaître', 'suivre', 'améliorer', 'adapter', 'faciliter', 'garantir', 'vérifier'];
const things = ['les visites', 'la navigation', 'les préférences', 'la langue', 'la connexion', 'le panier'];
const durations = ['6 mois', '12 mois', '13 mois', '25 mois', '2 semaines', 'session'];

/** Calls `work` with the folder of a repository of so many charters and commits, which is gone afterwards. */
export async function withHistory({ charters, commits }, work) {
  const root = mkdtempSync(join(tmpdir(), 'charter-history-'));
  try {
    execFileSync('git', ['init', '-q', '-b', 'main', root]);
    await importHistory(root, historyOf(charters, commits));
    execFileSync('git', ['-C', root, 'read-tree', 'HEAD']);
    execFileSync('git', ['-C', root, 'checkout-index', '-a']);
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function importHistory(root, pieces) {
  const git = spawn('git', ['-C', root, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise((resolve, reject) => {
    git.on('error', reject);
    git.on('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`fast-import ended with ${status}`)),
    );
  });
  for (const piece of pieces)
    if (!git.stdin.write(piece)) await new Promise((resolve) => git.stdin.once('drain', resolve));
  git.stdin.end();
  await ended;
}

/** A first commit adds every charter; each further one edits one of them. */
function* historyOf(charters, commits) {
  const random = randomFrom(7);
  const states = Array.from({ length: charters }, (_, index) => freshState(index));
  yield commitOf(0, 'Premiers relevés', states);
  for (let commit = 1; commit < commits; commit += 1) {
    const state = states[Math.floor(random() * charters)];
    yield commitOf(commit, `Relevé ${commit}`, [edit(state, commit, random)]);
  }
}

function commitOf(index, subject, changed) {
  const who = people[index % people.length];
  const when = 1_500_000_000 + index * 3600;
  const message = `${subject}\n\nCapture: snapshots/p/${index}.txt\n`;
  const files = changed.map((state) => `M 100644 inline charters/${state.id}.yaml\n${data(textOf(state))}`);
  return `commit refs/heads/main\ncommitter ${who} <someone@example.org> ${when} +0100\n${data(message)}${files.join('')}`;
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function freshState(index) {
  const paragraphs = Array.from({ length: 18 }, (_, place) =>
    Array.from({ length: 1 + (place % 4) }, (_, sentence) => sentenceOf(place * 7 + sentence + (index % 5))),
  );
  const rows = Array.from({ length: 6 }, (_, row) => ({
    provider: 'Opendatasoft',
    name: `cookie_${row}`,
    purpose: `Se souvenir de ${things[row % things.length]}`,
    duration: durations[row % durations.length],
  }));
  return { id: `portail-${String(index).padStart(3, '0')}`, paragraphs, rows };
}

function sentenceOf(seed) {
  const [word, thing] = [words[seed % words.length], things[seed % things.length]];
  return `Les cookies de la famille ${seed} permettent de ${word} ${thing} entre deux consultations d'un même site web, pendant ${1 + (seed % 12)} mois au plus, sur un même appareil.`;
}

/** Mostly words, now and then a sentence, a cookie, a duration, or mere form. */
function edit(state, commit, random) {
  const paragraph = state.paragraphs[Math.floor(random() * state.paragraphs.length)];
  const at = Math.floor(random() * paragraph.length);
  const row = state.rows[Math.floor(random() * state.rows.length)];
  const kind = random();
  if (kind < 0.5) paragraph[at] = paragraph[at].replace(/ de \S+ l/, ` de ${words[commit % words.length]} l`);
  else if (kind < 0.6) paragraph.push(sentenceOf(commit));
  else if (kind < 0.7 && paragraph.length > 1) paragraph.splice(at, 1);
  else if (kind < 0.85) row.duration = durations[commit % durations.length];
  else if (kind < 0.92) paragraph[at] = paragraph[at].replace(/^Les cookies/, 'Les « cookies »');
  else if (state.rows.length < 20)
    state.rows.push({ ...row, name: `cookie_n${commit}`, purpose: sentenceOf(commit) });
  return state;
}

function textOf({ id, paragraphs, rows }) {
  const body = paragraphs.map((sentences, index) => {
    const heading = index % 6 === 0 ? `  - heading: Section ${index / 6 + 1}\n    level: 2\n` : '';
    return `${heading}  - paragraph: |-\n${sentences.map((text) => `      ${text}\n`).join('')}`;
  });
  const keys = { provider: 'Prestataire', name: 'Nom', purpose: 'Finalités', duration: 'Durée' };
  const columns = Object.entries(keys).map(([key, head]) => `      - key: ${key}\n        head: ${head}\n`);
  const cells = rows.map((row) => {
    const lines = Object.keys(keys).map((key) => `${key}: ${row[key]}\n`);
    return `      - ${lines.join('        ')}`;
  });
  return `# yaml-language-server: $schema=charter.schema.json
charter: ${id}
language: fr
variables:
  url: https://${id}.example.org
title: Charte cookies
body:
${body.join('')}  - table: cookies
tables:
  - id: cookies
    columns:
${columns.join('')}    rows:
${cells.join('')}`;
}

/** The same numbers on every machine. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
