/**
 * The smallest texts of a document as keys: sentences, cells, column heads and fields. Versions that hold a key equally
 * often do not differ in it, wherever it stands.
 */
import { nameColumn } from '../diff/table-pairs.ts';
import { type PlainDocument, withoutVariables } from '../diff/variables.ts';
import type { Address, Change, SideValue } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import { splitSentences } from '../text/sentences.ts';

/** Texts by how often they stand in a document. */
export type Counts = ReadonlyMap<string, number>;

type Table = PlainDocument['tables'][number];

/** A row whose name each version has is told apart by it; a cell of any other goes by its column and words alone. */
export interface FragmentReader {
  count(document: CharterDocument): Counts;
  /** What the change took away, and what it brought. */
  ofChange(change: Change, sides: { readonly a: CharterDocument; readonly b: CharterDocument }): string[];
}

export function readFragments(versions: readonly CharterDocument[]): FragmentReader {
  const plain = new Map<CharterDocument, PlainDocument>();
  const plainOf = (document: CharterDocument): PlainDocument => {
    const made = plain.get(document) ?? withoutVariables(document);
    plain.set(document, made);
    return made;
  };
  const shared = sharedNames(versions.map(plainOf));
  return {
    count: (document) => countOf(documentKeys(document, plainOf(document), shared)),
    ofChange: (change, { a, b }) => {
      const lost = countOf(sideKeys(change, 'a', { plain: plainOf(a), shared }));
      const gained = countOf(sideKeys(change, 'b', { plain: plainOf(b), shared }));
      const keys = new Set([...lost.keys(), ...gained.keys()]);
      return [...keys].filter((key) => lost.get(key) !== gained.get(key));
    },
  };
}

function countOf(keys: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function sharedNames(versions: readonly PlainDocument[]): ReadonlySet<string> {
  const [first, ...others] = versions.map(
    ({ tables }) => new Set(tables.flatMap((table) => table.rows.map((_, row) => nameOf(table, row)))),
  );
  return new Set([...(first ?? [])].filter((name) => others.every((names) => names.has(name))));
}

function nameOf(table: Table, row: number): string {
  return table.cell(row, nameColumn(table));
}

function documentKeys(
  document: CharterDocument,
  { title, body, tables }: PlainDocument,
  shared: ReadonlySet<string>,
): string[] {
  const variables = document.kind === 'charter' ? Object.entries(document.variables) : [];
  return [
    ...(title === undefined ? [] : textKeys(title)),
    ...body.flatMap((block) => (block.role === 'table' ? [] : textKeys(block.text))),
    ...variables.map(([name, value]) => fieldKey('variable', name, value)),
    ...(document.language === undefined ? [] : [fieldKey('field', 'language', document.language)]),
    ...tables.flatMap((table) => [
      ...table.columns.map(({ key, head }) => fieldKey('head', key, head ?? key)),
      ...table.rows.flatMap((_, row) => rowKeys(table, row, shared)),
    ]),
  ];
}

function textKeys(text: string): string[] {
  return splitSentences(text).map((sentence) => `text ${sentence.trim()}`);
}

function fieldKey(kind: 'variable' | 'field' | 'head', name: string, text: string): string {
  return `${kind} ${name} ${text}`;
}

function rowKeys(table: Table, row: number, shared: ReadonlySet<string>): string[] {
  return table.columns.flatMap((_, column) => cellKeys(table, [row, column], shared));
}

function cellKeys(
  table: Table,
  [row, column]: readonly [number, number],
  shared: ReadonlySet<string>,
): string[] {
  const text = table.cell(row, column);
  const name = nameOf(table, row);
  const key = table.columns[column]?.key ?? '';
  return text === '' ? [] : [JSON.stringify(shared.has(name) ? [key, text, name] : [key, text])];
}

interface SideReading {
  readonly plain: PlainDocument;
  readonly shared: ReadonlySet<string>;
}

function sideKeys(change: Change, side: 'a' | 'b', { plain, shared }: SideReading): string[] {
  const place = change.address[side];
  const value = change[side];
  if (!place || value === undefined) return [];
  const table = plain.tables.find(({ id }) => id === place.table);
  if (table) return tableKeys(change, { place, value, table, shared });
  if (change.kind === 'variable') return [fieldKey('variable', place.column ?? '', textOf(value))];
  if (change.kind === 'field' && place.column !== 'title')
    return [fieldKey('field', place.column ?? '', textOf(value))];
  return (Array.isArray(value) ? value : [textOf(value)]).flatMap(textKeys);
}

interface TableReading {
  readonly place: Address;
  readonly value: SideValue;
  readonly table: Table;
  readonly shared: ReadonlySet<string>;
}

function tableKeys({ kind }: Change, { place, value, table, shared }: TableReading): string[] {
  const column = table.columns.findIndex(({ key }) => key === place.column);
  const { rowIndex } = place;
  if (rowIndex !== undefined)
    return column < 0 ? rowKeys(table, rowIndex, shared) : cellKeys(table, [rowIndex, column], shared);
  const head = fieldKey('head', place.column ?? '', textOf(value));
  const whole = kind === 'column-added' || kind === 'column-removed';
  return whole ? [head, ...table.rows.flatMap((_, row) => cellKeys(table, [row, column], shared))] : [head];
}

function textOf(value: SideValue): string {
  return typeof value === 'string' ? value : '';
}
