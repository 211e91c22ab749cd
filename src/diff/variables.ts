/** Puts `{{name}}` in the place of each side's own values, so that what every portal must differ in is one change. */

import type { Block, CharterDocument, InlineText } from '../model/charter.ts';
import { wordCharacters } from '../text/letters.ts';
import { holdsNeedle, type Needle, PlainTable, type Substitution } from './plain-table.ts';

/** The texts of a document with its variables replaced by their names. */
export interface PlainDocument {
  readonly title?: InlineText | undefined;
  readonly body: readonly Block[];
  readonly tables: readonly PlainTable[];
}

type Substitute = (text: string) => string;

/** Kept as long as the document is: many charters are held against one template. */
const plainDocuments = new WeakMap<CharterDocument, PlainDocument>();

export function withoutVariables(document: CharterDocument): PlainDocument {
  const known = plainDocuments.get(document);
  if (known) return known;
  const plain = new ReplacedDocument(document);
  plainDocuments.set(document, plain);
  return plain;
}

/** Replaces in each part when it is first asked for: of a version mostly one block is. */
class ReplacedDocument implements PlainDocument {
  readonly #document: CharterDocument;
  readonly #substitution: Substitution;
  #body: readonly Block[] | undefined;
  #tables: readonly PlainTable[] | undefined;

  constructor(document: CharterDocument) {
    this.#document = document;
    this.#substitution = substitutionOf(document);
  }

  get title(): InlineText | undefined {
    const { title } = this.#document;
    return title === undefined ? undefined : plainTitle(title, this.#substitution);
  }

  get body(): readonly Block[] {
    this.#body ??= this.#document.body.map((block) => plainBlock(block, this.#substitution));
    return this.#body;
  }

  get tables(): readonly PlainTable[] {
    this.#tables ??= this.#document.tables.map((table) => new PlainTable(table, this.#substitution));
    return this.#tables;
  }
}

/** One block as it stands in the plain document. */
export function plainBlockAt(document: CharterDocument, at: number): Block | undefined {
  const block = document.body[at];
  return block && plainBlock(block, substitutionOf(document));
}

function plainTitle(title: InlineText, { apply, needles }: Substitution): InlineText {
  return mayHold(title, title.toLowerCase(), needles) ? apply(title) : title;
}

interface PlainBlock {
  /** In small letters. */
  readonly small: string;
  values: string;
  plain: Block;
}

/** Versions of a charter share most of their blocks: what was made of one is kept as long as the block is. */
const plainBlocks = new WeakMap<Block, PlainBlock>();

function plainBlock(block: Block, { apply, values, needles }: Substitution): Block {
  if (block.role === 'table') return block;
  const known = plainBlocks.get(block);
  if (known?.values === values) return known.plain;
  const small = known?.small ?? block.text.toLowerCase();
  const plain = mayHold(block.text, small, needles) ? replaced(block, apply) : block;
  if (known) Object.assign(known, { values, plain });
  else plainBlocks.set(block, { small, values, plain });
  return plain;
}

/** Most blocks hold no variable, which is told without replacing anything. */
function mayHold(text: string, small: string, needles: readonly Needle[]): boolean {
  return text.includes('{{') || holdsNeedle(text, small, needles);
}

function replaced(block: Exclude<Block, { role: 'table' }>, apply: Substitute): Block {
  const text = apply(block.text);
  return text === block.text ? block : { ...block, text };
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

/** Versions of a charter have their variables in common, as one object or as equal ones. */
const substitutions = new WeakMap<CharterDocument['variables'], Substitution>();

function substitutionOf(document: CharterDocument): Substitution {
  const known = substitutions.get(document.variables);
  if (known) return known;
  const substitution = readSubstitution(valuesOf(document));
  substitutions.set(document.variables, substitution);
  return substitution;
}

function readSubstitution(values: Values): Substitution {
  const name = namingOf(values);
  return {
    apply: (text) => bareVariables(name(text)),
    needles: values.map(([variable, value]): Needle => needleOf(variable, value)),
    values: JSON.stringify(values),
    shortest: Math.min(
      ...values.map(([name, value]) => (name === 'url' ? bareAddress(value) : value).length),
    ),
    signs: [...new Set(values.map(([name, value]) => (name === 'url' ? hostSign(value) : value)))],
  };
}

/** A part of the value that each of its spellings holds. */
function needleOf(name: string, value: string): Needle {
  if (name !== 'url') return { text: value, small: false };
  return { text: hostIn(bareAddress(value)).toLowerCase(), small: true };
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
  const variable = `{{${name}}}`;
  return (text) =>
    replaceFound(text, variable, {
      next: (from) => text.indexOf(value, from),
      ends: (at) => {
        const to = at + value.length;
        const apart = !inWord.test(text.charAt(at - 1)) && !inWord.test(text.charAt(to));
        return apart ? [at, to] : undefined;
      },
    });
}

interface Search {
  /** The next place at or after `from`, -1 where there is none. */
  readonly next: (from: number) => number;
  /** From where to where the value that is found there reaches; undefined where it is another word. */
  readonly ends: (at: number, least: number) => readonly [from: number, to: number] | undefined;
}

/** Without a pattern of the value's own: to make one takes longer than to read many a charter. */
function replaceFound(text: string, variable: string, { next, ends }: Search): string {
  let replaced = '';
  let done = 0;
  for (let at = next(0); at >= 0; ) {
    const found = ends(at, done);
    if (found) {
      replaced += text.slice(done, found[0]) + variable;
      done = found[1];
    }
    at = next(Math.max(at + 1, done));
  }
  return done === 0 ? text : replaced + text.slice(done);
}

const inWord = new RegExp(`[${wordCharacters}_]`);

/** Without its scheme and final slashes. */
function bareAddress(value: string): string {
  return value.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/+$/, '');
}

function hostIn(address: string): string {
  const slash = address.indexOf('/');
  return slash < 0 ? address : address.slice(0, slash);
}

/** The portal's own address: its scheme may lack, its host's case and a final slash do not count; a path after it is kept. */
function ownAddress(value: string): Substitute {
  const address = bareAddress(value);
  const host = hostIn(address);
  if (host === '') return (text) => text;
  const sought = { host: smallLatin(host), path: address.slice(host.length) };
  const small = host.toLowerCase();
  return (text) => {
    const lower = text.toLowerCase();
    // A few capitals become two letters: then the places are others.
    const [within, what] = lower.length === text.length ? [lower, small] : [smallLatin(text), sought.host];
    return replaceFound(text, '{{url}}', {
      next: (from) => within.indexOf(what, from),
      ends: (at, least) => addressAt(text, at, { ...sought, least }),
    });
  };
}

interface SoughtAddress {
  /** In small letters, of those from A to Z. */
  readonly host: string;
  readonly path: string;
  /** Where the text begins that is not replaced yet. */
  readonly least: number;
}

function addressAt(
  text: string,
  at: number,
  { host, path, least }: SoughtAddress,
): readonly [number, number] | undefined {
  const hostEnd = at + host.length;
  if (smallLatin(text.slice(at, hostEnd)) !== host || !text.startsWith(path, hostEnd)) return undefined;
  const before = text.charAt(at - 1);
  if (inWord.test(before) || /[.@-]/.test(before)) return undefined;
  const end = hostEnd + path.length;
  const to = slashEnds(text, end) ? end + 1 : end;
  if (to === end && goesOn(text, end)) return undefined;
  const scheme = ['https://', 'http://'].find(
    (one) => at - one.length >= least && text.startsWith(one, at - one.length),
  );
  return [at - (scheme?.length ?? 0), to];
}

/** Whether a final slash stands there, and no path. */
function slashEnds(text: string, at: number): boolean {
  if (text.charAt(at) !== '/') return false;
  const after = text.charAt(at + 1);
  return !inWord.test(after) && !/[?#%~-]/.test(after) && !goesOn(text, at + 1);
}

/** Whether the host or path is but the beginning of a longer one. */
function goesOn(text: string, at: number): boolean {
  const next = text.charAt(at);
  return inWord.test(next) || next === '-' || (next === '.' && inLetters(text.charAt(at + 1)));
}

function inLetters(character: string): boolean {
  return character !== '_' && inWord.test(character);
}

function smallLatin(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
}
