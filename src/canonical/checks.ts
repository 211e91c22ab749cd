/** What must hold between the parts of one document, beyond the form of each value. */

import type { ProblemCode } from '../messages/problems.ts';
import type { CharterDocument, CookieTable, Template } from '../model/charter.ts';

/** A problem without its place in the file. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: readonly (string | number)[];
  readonly values: Readonly<Record<string, string | number>>;
}

type Path = readonly (string | number)[];

export function checkDocument(document: CharterDocument): Finding[] {
  const findings = [...checkTables(document), ...checkPlaces(document)];
  if (document.kind === 'template')
    return [...findings, ...checkSections(document), ...checkVariables(document)];
  const references = document.decisions.map((decision) => decision.reference);
  return [
    ...findings,
    ...repeated(references, (index) => ['decisions', index, 'reference'], 'decision-repeated'),
  ];
}

function checkTables(document: CharterDocument): Finding[] {
  const ids = document.tables.map((table) => table.id);
  return [
    ...repeated(ids, (index) => ['tables', index, 'id'], 'table-repeated'),
    ...document.tables.flatMap(checkColumns),
  ];
}

function checkColumns(table: CookieTable, index: number): Finding[] {
  const keys = table.columns.map((column) => column.key);
  return repeated(keys, (column) => ['tables', index, 'columns', column, 'key'], 'column-repeated');
}

/** Each table stands in the body exactly once. */
function checkPlaces(document: CharterDocument): Finding[] {
  const findings: Finding[] = [];
  const ids = new Set(document.tables.map((table) => table.id));
  const placed = new Set<string>();
  for (const [index, block] of document.body.entries()) {
    if (block.role !== 'table') continue;
    const path = ['body', index, 'table'];
    if (!ids.has(block.table)) findings.push({ code: 'table-unknown', path, values: { name: block.table } });
    else if (placed.has(block.table))
      findings.push({ code: 'table-placed-twice', path, values: { name: block.table } });
    placed.add(block.table);
  }
  for (const [index, table] of document.tables.entries()) {
    if (placed.has(table.id)) continue;
    findings.push({ code: 'table-not-placed', path: ['tables', index, 'id'], values: { name: table.id } });
  }
  return findings;
}

function checkSections(template: Template): Finding[] {
  const ids = template.sections.map((section) => section.id);
  const known = new Set(ids);
  const findings = repeated(ids, (index) => ['sections', index, 'id'], 'section-repeated');
  const opened = new Set<string>();
  for (const [index, { section }] of template.body.entries()) {
    if (section === undefined) continue;
    const path = ['body', index, 'section'];
    if (!known.has(section)) findings.push({ code: 'section-unknown', path, values: { name: section } });
    else if (opened.has(section))
      findings.push({ code: 'section-opened-twice', path, values: { name: section } });
    opened.add(section);
  }
  return findings;
}

/** Every `{{name}}` is declared, and declared once. */
function checkVariables(template: Template): Finding[] {
  const declared = new Set(template.variables);
  const findings = repeated(template.variables, (index) => ['variables', index], 'variable-repeated');
  for (const { path, text } of documentTexts(template)) {
    for (const name of variablesIn(text)) {
      if (!declared.has(name)) findings.push({ code: 'variable-undeclared', path, values: { name } });
    }
  }
  return findings;
}

export function variablesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!text.includes('{{')) return names;
  for (const found of text.matchAll(/\{\{([a-z][a-z0-9-]{0,62})\}\}/g)) names.add(found[1] ?? '');
  return names;
}

export interface PlacedText {
  readonly path: Path;
  readonly text: string;
}

/** Every published text of the document with its place: title, blocks, variants, captions, heads, cells. */
export function* documentTexts(document: CharterDocument): Generator<PlacedText> {
  if (document.title !== undefined) yield { path: ['title'], text: document.title };
  for (const [index, block] of document.body.entries()) {
    if (block.role !== 'table') yield { path: ['body', index, block.role], text: block.text };
    for (const [variant, text] of (block.variants ?? []).entries())
      yield { path: ['body', index, 'variants', variant], text };
  }
  for (const [index, table] of document.tables.entries()) yield* tableTexts(table, index);
}

function* tableTexts(table: CookieTable, index: number): Generator<PlacedText> {
  if (table.caption !== undefined) yield { path: ['tables', index, 'caption'], text: table.caption };
  for (const [column, { head }] of table.columns.entries())
    if (head !== undefined) yield { path: ['tables', index, 'columns', column, 'head'], text: head };
  for (const [row, { cells }] of table.rows.entries()) {
    for (const [column, { key }] of table.columns.entries()) {
      const text = cells[column] ?? '';
      if (text !== '') yield { path: ['tables', index, 'rows', row, key], text };
    }
  }
}

function repeated(names: readonly string[], pathOf: (index: number) => Path, code: ProblemCode): Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const [index, name] of names.entries()) {
    if (seen.has(name)) findings.push({ code, path: pathOf(index), values: { name } });
    seen.add(name);
  }
  return findings;
}
