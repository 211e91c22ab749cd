/** Puts `{{name}}` in the place of each side's own values, so that what every portal must differ in is one change. */

import type { RawChange } from '../model/change.ts';
import type { Block, CharterDocument, InlineText } from '../model/charter.ts';
import { wordCharacters } from '../text/letters.ts';
import { PlainTable, type Substitution } from './plain-table.ts';

/** The texts of a document with its variables replaced by their names. */
export interface PlainDocument {
  readonly title?: InlineText;
  readonly body: readonly Block[];
  readonly tables: readonly PlainTable[];
}

type Substitute = (text: string) => string;

export function withoutVariables(document: CharterDocument): PlainDocument {
  const substitution = substitutionOf(document);
  return {
    ...(document.title === undefined ? {} : { title: substitution.apply(document.title) }),
    body: document.body.map((block) => plainBlock(block, substitution)),
    tables: document.tables.map((table) => new PlainTable(table, substitution)),
  };
}

/** Versions of a charter share most of their blocks: what was made of one is kept as long as the block is. */
const plainBlocks = new WeakMap<Block, { readonly values: string; readonly plain: Block }>();

function plainBlock(block: Block, { apply, values }: Substitution): Block {
  if (block.role === 'table') return block;
  const known = plainBlocks.get(block);
  if (known?.values === values) return known.plain;
  const text = apply(block.text);
  const plain = text === block.text ? block : { ...block, text };
  plainBlocks.set(block, { values, plain });
  return plain;
}

/** A charter's texts as a template has them: values replaced by their names, and the markup around them kept. */
export function withNamedVariables(
  document: CharterDocument,
): Pick<CharterDocument, 'title' | 'body' | 'tables'> {
  const name = namingOf(valuesOf(document));
  return {
    ...(document.title === undefined ? {} : { title: name(document.title) }),
    body: document.body.map((block) =>
      block.role === 'table' ? block : { ...block, text: name(block.text) },
    ),
    tables: document.tables.map((table) => ({
      ...table,
      ...(table.caption === undefined ? {} : { caption: name(table.caption) }),
      columns: table.columns.map((column) =>
        column.head === undefined ? column : { ...column, head: name(column.head) },
      ),
      rows: table.rows.map(({ cells }) => ({ cells: cells.map(name) })),
    })),
  };
}

type Values = readonly (readonly [name: string, value: string])[];

/** Longest first, as one may stand in another. */
function valuesOf(document: CharterDocument): Values {
  if (document.kind !== 'charter') return [];
  return Object.entries(document.variables)
    .filter(([, value]) => value.trim() !== '')
    .sort(([, x], [, y]) => y.length - x.length || (x < y ? -1 : 1));
}

function namingOf(values: Values): Substitute {
  const steps = values.map(([name, value]) => (name === 'url' ? ownAddress(value) : ownValue(name, value)));
  return (text) => steps.reduce((changed, step) => step(changed), text);
}

function substitutionOf(document: CharterDocument): Substitution {
  const values = valuesOf(document);
  const name = namingOf(values);
  return {
    apply: (text) => bareVariables(name(text)),
    values: JSON.stringify(values),
    shortest: Math.min(
      ...values.map(([name, value]) => (name === 'url' ? bareAddress(value) : value).length),
    ),
    signs: [...new Set(values.map(([name, value]) => (name === 'url' ? hostSign(value) : value)))],
  };
}

/** What every spelling of an address holds, whatever its case. */
function hostSign(address: string): string {
  return address.includes('.') ? '.' : '/';
}

/** `<{{name}}>` and `[{{name}}]({{name}})` say no more than `{{name}}`. */
export function bareVariables(text: string): string {
  if (!text.includes('{{')) return text;
  return text
    .replace(/\[(\{\{[a-z][a-z0-9-]*\}\})\]\(\1\)/g, '$1')
    .replace(/<(\{\{[a-z][a-z0-9-]*\}\})>/g, '$1');
}

/** A value written as it is, not inside a longer word. */
function ownValue(name: string, value: string): Substitute {
  // Made when first needed, as it is long to read: many a comparison needs none.
  let pattern: RegExp | undefined;
  return (text) => {
    if (!text.includes(value)) return text;
    pattern ??= new RegExp(`(?<![${wordCharacters}_])${quote(value)}(?![${wordCharacters}_])`, 'g');
    return text.replace(pattern, `{{${name}}}`);
  };
}

/** Without its scheme and final slashes. */
function bareAddress(value: string): string {
  return value.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/+$/, '');
}

/** The portal's own address: its scheme may lack, its host's case and a final slash do not count; a path after it is kept. */
function ownAddress(value: string): Substitute {
  const address = bareAddress(value);
  const slash = address.indexOf('/');
  const host = slash < 0 ? address : address.slice(0, slash);
  const path = slash < 0 ? '' : address.slice(slash);
  if (host === '') return (text) => text;
  const lowerHost = host.toLowerCase();
  let pattern: RegExp | undefined;
  return (text) => {
    if (!text.toLowerCase().includes(lowerHost)) return text;
    pattern ??= new RegExp(
      `(?:https?:\\/\\/)?(?<![${wordCharacters}_.@-])${anyCase(host)}${quote(path)}(?:\\/(?![${wordCharacters}_?#%~-]))?(?![${wordCharacters}_-]|\\.[${wordCharacters}])`,
      'g',
    );
    return text.replace(pattern, '{{url}}');
  };
}

function anyCase(host: string): string {
  return quote(host).replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** One change a variable that differs; a template has no values of its own to compare. */
export function variableChanges(a: CharterDocument, b: CharterDocument): RawChange[] {
  if (a.kind === 'template' || b.kind === 'template') return [];
  const names = [...new Set([...Object.keys(a.variables), ...Object.keys(b.variables)])].sort();
  return names.flatMap((name): RawChange[] => {
    const x = Object.hasOwn(a.variables, name) ? a.variables[name] : undefined;
    const y = Object.hasOwn(b.variables, name) ? b.variables[name] : undefined;
    if (x === y) return [];
    return [
      {
        kind: 'variable',
        address: {
          ...(x === undefined ? {} : { a: { column: name } }),
          ...(y === undefined ? {} : { b: { column: name } }),
        },
        ...(x === undefined ? {} : { a: x }),
        ...(y === undefined ? {} : { b: y }),
        sentences: [
          {
            ...(x === undefined ? {} : { a: x }),
            ...(y === undefined ? {} : { b: y }),
            words: [
              ...(x === undefined ? [] : [{ op: 'delete' as const, text: x, edit: 0 }]),
              ...(y === undefined ? [] : [{ op: 'insert' as const, text: y, edit: 0 }]),
            ],
          },
        ],
      },
    ];
  });
}
