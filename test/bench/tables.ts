/** A table of 10,000 rows with 1 % of its cells changed: parsing, diffing and classes, against daff on the same rows. */
import daff from 'daff';
import { formatDocument } from '../../src/canonical/format.ts';
import { createPool, type Pool, readCanonical } from '../../src/canonical/read.ts';
import { classifyDiff } from '../../src/classify/documents.ts';
import { diffDocuments } from '../../src/diff/documents.ts';
import type { Charter, CharterDocument } from '../../src/model/charter.ts';
import { charter } from '../documents.ts';
import { measureInTurn, milliseconds, task } from './measure.ts';
import { randomRows, rewordCells } from './random.ts';

const rows = { a: randomRows(10_000), b: rewordCells(randomRows(10_000), 0.0125) };
const documents = { a: tableCharter('a', rows.a), b: tableCharter('b', rows.b) };
const texts = {
  a: formatDocument(documents.a, { schema: 'x' }),
  b: formatDocument(documents.b, { schema: 'x' }),
};

function tableCharter(id: string, lines: readonly string[][]): Charter {
  const variables = { url: `https://${id}.example.org` };
  return charter({ id, variables, tables: [lines.map((line) => line.join(' | '))] });
}

function parse(text: string, pool: Pool): CharterDocument {
  const read = readCanonical(text, pool);
  if (!read) throw new Error('The benchmark’s own file is not canonical.');
  return read.document;
}

function parseBoth(): { a: CharterDocument; b: CharterDocument } {
  const pool = createPool();
  return { a: parse(texts.a, pool), b: parse(texts.b, pool) };
}

function rowsOf({ tables: [table] }: CharterDocument): string[][] {
  const head = table?.columns.map(({ key }) => key) ?? [];
  return [head, ...(table?.rows.map(({ cells }) => [...cells]) ?? [])];
}

function runDaff({ a, b }: { a: string[][]; b: string[][] }): void {
  const views = { a: new daff.TableView(a), b: new daff.TableView(b) };
  const alignment = daff.compareTables(views.a, views.b).align();
  new daff.TableDiff(alignment, new daff.CompareFlags()).hilite(new daff.TableView([]));
}

const raw = diffDocuments(documents.a, documents.b);
const [parsing, diffing, classing, daffing] = measureInTurn(41, [
  task(() => undefined, parseBoth),
  task(parseBoth, ({ a, b }) => diffDocuments(a, b)),
  task(parseBoth, ({ a, b }) => classifyDiff(raw, a, b, { comparison: 'portals' })),
  task(() => {
    const { a, b } = parseBoth();
    return { a: rowsOf(a), b: rowsOf(b) };
  }, runDaff),
]);
const cells = raw.changes.filter(({ kind }) => kind === 'cell-changed').length;
console.log(`10000 rows, ${cells} cells changed`);
console.log(`  parsing both files: ${milliseconds(parsing?.median ?? 0)}`);
console.log(`  diffing: ${milliseconds(diffing?.median ?? 0)}`);
console.log(`  giving classes: ${milliseconds(classing?.median ?? 0)}`);
console.log(`  daff, same rows: ${milliseconds(daffing?.median ?? 0)}`);
console.log(
  `  diffing against daff: ${((diffing?.median ?? 0) / (daffing?.median ?? 1)).toFixed(3)} × (least times: ${((diffing?.least ?? 0) / (daffing?.least ?? 1)).toFixed(3)} ×)`,
);
