/**
 * Builds a document from plain data (maps, lists, strings, numbers), value by value; undefined as soon as one is
 * not what a charter file may hold. Unknown keys are not looked for: whoever reads a file must.
 */
import {
  type Block,
  type Charter,
  type CharterDocument,
  type Column,
  type CookieTable,
  changeClasses,
  type Decision,
  type Repair,
  type Row,
  repairRules,
  type Section,
  type Source,
  type Template,
} from '../model/charter.ts';
import {
  captureLines,
  decisionStatuses,
  headingLevels,
  idPattern,
  isDay,
  itemDepths,
  languagePattern,
  mediaTypes,
  namePattern,
  pathPattern,
  referencePattern,
  sha256Pattern,
} from './patterns.ts';
import { joinProse } from './prose.ts';

type Data = Readonly<Record<string, unknown>>;
/** Gives each part of a document, or one equal to it. */
interface Keep {
  readonly row: (row: Row) => Row;
  readonly block: (block: Block) => Block;
}
const keepAll: Keep = { row: (row) => row, block: (block) => block };

/** Thrown and caught in this file only: the shortest way out of a deep structure. */
const misshapen = Symbol('misshapen');

export function toDocument(data: unknown, keep: Keep = keepAll): CharterDocument | undefined {
  return shaped(() => {
    const root = map(data);
    return Object.hasOwn(root, 'template') ? toTemplate(root, keep) : toCharter(root, keep);
  });
}

/** Blocks of a charter. */
export function toBlocks(data: unknown): Block[] | undefined {
  return shaped(() => list(data, (value) => toRole(map(value))));
}

/** Rows of a table whose columns have these keys. */
export function toRows(data: unknown, keys: readonly string[]): Row[] | undefined {
  return shaped(() => list(data, (row) => toRow(map(row), keys)));
}

function shaped<Shape>(read: () => Shape): Shape | undefined {
  try {
    return read();
  } catch (thrown) {
    if (thrown === misshapen) return undefined;
    throw thrown;
  }
}

function toCharter(root: Data, keep: Keep): Charter {
  return {
    kind: 'charter',
    id: form(root['charter'], idPattern),
    ...some('template', root['follows'], (value) => form(value, idPattern)),
    ...toContent(root, keep),
    variables: record(root['variables'] ?? {}, namePattern, filled),
    ...some('source', root['source'], toSource),
    repairs: list(root['repairs'] ?? [], toRepair),
    decisions: list(root['decisions'] ?? [], toDecision),
  };
}

function toTemplate(root: Data, keep: Keep): Template {
  return {
    kind: 'template',
    id: form(root['template'], idPattern),
    ...toContent(root, keep),
    variables: list(root['variables'] ?? [], (value) => form(value, namePattern)),
    sections: list(root['sections'] ?? [], toSection),
  };
}

function toContent(root: Data, keep: Keep): Pick<CharterDocument, 'language' | 'title' | 'body' | 'tables'> {
  const isTemplate = Object.hasOwn(root, 'template');
  return {
    language: form(root['language'], languagePattern),
    ...some('title', root['title'], text),
    body: list(root['body'], (value) => keep.block(toBlock(map(value), isTemplate))),
    tables: list(root['tables'] ?? [], (value) => toTable(value, keep)),
  };
}

function toSource(value: unknown): Source {
  const data = map(value);
  return {
    ...some('page', data['page'], filled),
    capture: form(data['capture'], pathPattern),
    captured: day(data['captured']),
    media: oneOf(data['media'], mediaTypes),
    sha256: form(data['sha256'], sha256Pattern),
  };
}

function toRepair(value: unknown): Repair {
  const data = map(value);
  return {
    rule: oneOf(data['rule'], repairRules),
    ...some('line', data['line'], (line) => whole(line, captureLines)),
    ...some('subject', data['subject'], string),
    ...some('before', data['before'], text),
    ...some('after', data['after'], text),
  };
}

function toSection(value: unknown): Section {
  const data = map(value);
  return { id: form(data['id'], idPattern), label: record(data['label'] ?? {}, languagePattern, text) };
}

function toBlock(data: Data, isTemplate: boolean): Block {
  const block = toRole(data);
  if (!isTemplate) return block;
  return {
    ...block,
    ...some('section', data['section'], (value) => form(value, idPattern)),
    ...some('variants', data['variants'], (value) => list(value, text)),
  };
}

function toRole(data: Data): Block {
  if (data['paragraph'] !== undefined) return { role: 'paragraph', text: text(data['paragraph']) };
  if (data['heading'] !== undefined) {
    return {
      role: 'heading',
      ...some('level', data['level'], (value) => whole(value, headingLevels)),
      text: text(data['heading']),
    };
  }
  if (data['item'] !== undefined) {
    return {
      role: 'item',
      depth: data['depth'] === undefined ? 1 : whole(data['depth'], itemDepths),
      ...some('ordered', data['ordered'], yes),
      text: text(data['item']),
    };
  }
  return { role: 'table', table: form(data['table'], idPattern) };
}

function toTable(value: unknown, keep: Keep): CookieTable {
  const data = map(value);
  const columns = list(data['columns'], toColumn);
  const keys = columns.map((column) => column.key);
  return {
    id: form(data['id'], idPattern),
    ...some('caption', data['caption'], text),
    columns,
    rows: list(data['rows'], (row) => keep.row(toRow(map(row), keys))),
  };
}

function toColumn(value: unknown): Column {
  const data = map(value);
  return { key: form(data['key'], namePattern), ...some('head', data['head'], text) };
}

function toRow(data: Data, keys: readonly string[]): Row {
  return { cells: keys.map((key) => (Object.hasOwn(data, key) ? text(data[key]) : '')) };
}

function toDecision(value: unknown): Decision {
  const data = map(value);
  return {
    reference: form(data['reference'], referencePattern),
    status: oneOf(data['status'], decisionStatuses),
    class: oneOf(data['class'], changeClasses),
    ...some('section', data['section'], filled),
    ...some('cookies', data['cookies'], cookieNames),
    ...some('column', data['column'], filled),
    ...some('text', data['text'], text),
    ...some('reason', data['reason'], text),
    ...some('by', data['by'], filled),
    on: day(data['on']),
    ...some('until', data['until'], day),
  };
}

function cookieNames(value: unknown): string[] {
  const names = list(value, filled);
  return names.length === 0 ? refuse() : names;
}

function refuse(): never {
  throw misshapen;
}

/** An own key with the value read, or no key. */
function some<Key extends string, Value>(
  key: Key,
  value: unknown,
  read: (value: unknown) => Value,
): { [name in Key]?: Value } {
  const found: { [name in Key]?: Value } = {};
  if (value !== undefined) found[key] = read(value);
  return found;
}

function map(value: unknown): Data {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse();
  return value as Data;
}

function list<Item>(value: unknown, read: (item: unknown) => Item): Item[] {
  return Array.isArray(value) ? value.map((item: unknown) => read(item)) : refuse();
}

/** Without a prototype, so that no name is found that the file does not hold. */
function record(
  value: unknown,
  names: RegExp,
  read: (value: unknown) => string,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const [name, item] of Object.entries(map(value))) found[form(name, names)] = read(item);
  return found;
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : refuse();
}

function text(value: unknown): string {
  return joinProse(string(value));
}

function filled(value: unknown): string {
  return value === '' ? refuse() : string(value);
}

function form(value: unknown, pattern: RegExp): string {
  return typeof value === 'string' && pattern.test(value) ? value : refuse();
}

function day(value: unknown): string {
  return typeof value === 'string' && isDay(value) ? value : refuse();
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[]): Value {
  return values.find((known) => known === value) ?? refuse();
}

function whole(value: unknown, range: { readonly least: number; readonly most: number }): number {
  return Number.isInteger(value) && Number(value) >= range.least && Number(value) <= range.most
    ? Number(value)
    : refuse();
}

function yes(value: unknown): true {
  return value === true ? true : refuse();
}
