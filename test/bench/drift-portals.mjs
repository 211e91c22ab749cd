/** Builds synthetic portals for the benchmarks: copies of the shipped French template, each with a few seeded edits. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shipped = fileURLToPath(new URL('../../charters/templates', import.meta.url));
const templateName = 'opendatasoft-fr';

const vendors = ['Matomo', 'Eulerian', 'AT Internet', 'Piano', 'Hotjar', 'Crisp', 'Didomi', 'Axeptio'];
const durations = ['6 mois', '12 mois', '13 mois', '25 mois', '2 semaines'];
const rewordings = [
  ['la plateforme', 'le portail'],
  ['nous utilisons', 'ce portail utilise'],
  ['site web', 'site internet'],
  ['internaute', 'visiteur'],
  ["suite d'informations", "série d'informations"],
  ['Il existe plusieurs types', 'On distingue plusieurs sortes'],
  ['une certaine durée', 'un certain temps'],
];
const forms = [
  [/« ([^»]*) »/g, '"$1"'],
  [/'/g, '’'],
  [/« ([^»]*) »/g, '« **$1** »'],
  [/ :/g, ':'],
];
const reversals = [
  ['Ils ne requièrent pas de consentement', 'Ils requièrent le consentement'],
  ["n'est pas nécessaire", 'est nécessaire'],
  ['peuvent être utilisés', 'doivent être utilisés'],
];

/** Writes `count` charters and the template under `root`, in folders of a hundred; the same on every machine. */
export function writePortals(root, count) {
  const template = readTemplate();
  cpSync(shipped, join(root, 'charters/templates'), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const file = fileOf(root, index);
    if (index % 100 === 0) mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, portalText(template, index));
  }
}

/** Gives one portal another sentence. */
export function editPortal(root, index, sentence) {
  writeFileSync(fileOf(root, index), portalText(readTemplate(), index, sentence));
}

function fileOf(root, index) {
  return join(root, 'charters', `groupe-${Math.floor(index / 100)}`, `${portalId(index)}.yaml`);
}

function portalId(index) {
  return `portail-${String(index).padStart(5, '0')}`;
}

/** The template's body as blocks of lines, and the rows of its table as cells by key. */
function readTemplate() {
  const text = readFileSync(join(shipped, `${templateName}.yaml`), 'utf8');
  const title = /^title: (.*)$/m.exec(text)?.[1];
  const body = text.slice(text.indexOf('\nbody:\n') + 7, text.indexOf('\ntables:\n'));
  const blocks = body
    .split(/^ {2}- /m)
    .slice(1)
    .map((block) => block.replace(/^section: .*\n {4}/, '').replace(/\n$/, ''));
  const [head, rows] = text.slice(text.indexOf('\ntables:\n') + 1).split('    rows:\n');
  return {
    title,
    blocks,
    head,
    rows: rows
      .split(/^ {6}- /m)
      .slice(1)
      .map(readRow),
  };
}

function readRow(text) {
  return Object.fromEntries(
    text
      .trimEnd()
      .split(/\n {8}/)
      .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
}

function portalText(template, index, sentence) {
  const random = randomFrom(index + 1);
  const state = {
    blocks: [...template.blocks],
    rows: template.rows.map((row) => ({ ...row })),
    url: `https://${portalId(index)}.example.org`,
    index,
  };
  // A third of them say just what the template says.
  const edits = Math.max(0, Math.floor(random() * 9) - 2);
  for (let count = 0; count < edits; count += 1) pick(kinds, random)(state, random);
  if (sentence !== undefined) state.blocks[2] += `\n      ${sentence}`;
  return write(template, state);
}

const kinds = [typography, wording, wording, substance, own, rowRemoved, rowAdded, cell, moved];

function typography({ blocks }, random) {
  const at = randomBlock(blocks, random);
  const [from, to] = pick(forms, random);
  blocks[at] = withText(blocks[at], (text) => text.replace(from, to));
}

function wording({ blocks }, random) {
  const [from, to] = pick(rewordings, random);
  const at = blocks.findIndex((block) => block.includes(from));
  if (at >= 0) blocks[at] = blocks[at].replace(from, to);
}

function substance({ blocks }, random) {
  const [from, to] = pick(reversals, random);
  const at = blocks.findIndex((block) => block.includes(from));
  if (at >= 0) blocks[at] = blocks[at].replace(from, to);
}

/** A sentence that no other portal has. */
function own({ blocks, index }, random) {
  const sentence = `Le portail ${index} conserve ces informations pendant ${pick(durations, random)} au plus.`;
  const texts = blocks.flatMap((block, at) =>
    block.startsWith('paragraph: |-') && block.endsWith('.') ? [at] : [],
  );
  blocks[pick(texts, random)] += `\n      ${sentence}`;
}

function rowRemoved({ rows }, random) {
  if (rows.length > 1) rows.splice(Math.floor(random() * rows.length), 1);
}

function rowAdded({ rows }, random) {
  const provider = pick(vendors, random);
  const name = `_${provider.toLowerCase().replace(/\W/g, '')}_id`;
  if (rows.some((row) => row.name === name)) return;
  const purpose = `Mesurer l'audience pendant ${pick(durations, random)}`;
  rows.push({ provider, service: 'Statistiques', name, purpose });
}

function cell({ rows }, random) {
  const row = pick(rows, random);
  row.purpose = row.purpose.startsWith('Permet') ? row.purpose : `Permet de ${row.purpose.toLowerCase()}`;
}

function moved({ blocks }, random) {
  const from = 4 + Math.floor(random() * 4);
  const [block] = blocks.splice(from, 1);
  blocks.splice(4 + Math.floor(random() * 4), 0, block);
}

function randomBlock(blocks, random) {
  return Math.floor(random() * (blocks.length - 1));
}

/** The words of a block; what says its kind stays. */
function withText(block, change) {
  const at = block.indexOf(block.includes('|-\n') ? '|-\n' : ': ') + 2;
  return block.slice(0, at) + change(block.slice(at));
}

function write({ title, head }, { blocks, rows, url, index }) {
  const cells = rows.map((row) => {
    const lines = Object.entries(row).map(([key, value]) => `${key}: ${value}`);
    return `      - ${lines.join('\n        ')}\n`;
  });
  const body = blocks.map((block) => `  - ${block.replaceAll('{{url}}', url)}\n`);
  return `# yaml-language-server: $schema=../charter.schema.json
charter: ${portalId(index)}
follows: ${templateName}
language: fr
variables:
  url: ${url}
title: ${title}
body:
${body.join('')}${head}    rows:
${cells.join('')}`;
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

/** The same numbers on every machine. */
function randomFrom(seed) {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
