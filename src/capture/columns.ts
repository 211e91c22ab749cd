/** Understands the heads of a table: which row is the head, and which column each head names. */
import type { Column, InlineText, KnownColumn, Template } from '../model/charter.ts';
import { knownColumns } from '../model/charter.ts';
import { asciiWords } from '../text/ascii-words.ts';
import { plainText } from '../text/inline.ts';
import { columnAliases, fillerWords } from './column-aliases.ts';
import { couldBeNames } from './cookie-names.ts';

/** What a head names, and whether only for want of a better one. */
interface Meaning {
  readonly key: string;
  readonly weak: boolean;
}

export type Heads = ReadonlyMap<string, Meaning>;

const fillers = new Set(fillerWords.split(' '));
const longestHead = 80;

/** Worked out once for each template; hundreds of pages may follow it. */
const ofTemplates = new WeakMap<Template, Heads>();

/** The aliases, and the heads of the template's own tables before them. */
export function knownHeads(template: Template | undefined): Heads {
  if (!template) return aliases();
  const known = ofTemplates.get(template);
  if (known) return known;
  const own = template.tables.flatMap(({ columns }) =>
    columns.flatMap(({ key, head }): [string, Meaning][] =>
      head === undefined ? [] : [[foldHead(head), { key, weak: false }]],
    ),
  );
  const heads = new Map([...aliases(), ...own]);
  ofTemplates.set(template, heads);
  return heads;
}

let ofAliases: Heads | undefined;

function aliases(): Heads {
  if (!ofAliases) {
    const heads = new Map<string, Meaning>();
    for (const key of knownColumns) addAliases(heads, key);
    ofAliases = heads;
  }
  return ofAliases;
}

function addAliases(heads: Map<string, Meaning>, key: KnownColumn): void {
  const { heads: strong, also = '' } = columnAliases[key];
  const add = (head: string, weak: boolean): void => {
    const folded = foldHead(head);
    if (!heads.has(folded)) heads.set(folded, { key, weak });
  };
  for (const head of strong.split('|')) add(head, false);
  for (const head of also.split('|')) if (head !== '') add(head, true);
}

/** Lower case, no accents or punctuation, without words that tell nothing; `''` for "Cookies" alone. */
export function foldHead(head: InlineText): string {
  const plain = plainText(head.slice(0, 400))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ');
}

function meaningOf(head: InlineText, heads: Heads): Meaning | undefined {
  const plain = plainText(head.slice(0, 400)).trim();
  if (plain === '' || plain.length > longestHead || !/\p{L}/u.test(plain) || /_|[.!]$/.test(plain))
    return undefined;
  const folded = foldHead(head);
  if (folded === '' && !/cookies?/i.test(plain)) return undefined;
  return heads.get(folded);
}

/** The column that a head names by itself. */
export function columnOfHead(head: InlineText, heads: Heads): string | undefined {
  return meaningOf(head, heads)?.key;
}

/** At least two cells, and at least half of those that are filled, name different columns. */
export function isHeadRow(cells: readonly InlineText[], heads: Heads): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const keys = new Set<string>();
  for (const cell of filled) {
    const key = meaningOf(cell, heads)?.key;
    if (key !== undefined) keys.add(key);
  }
  return keys.size >= 2 && keys.size * 2 >= filled.length;
}

/** A row marked as head that holds a cookie's data: a name of certain shape and not one cell that is a head. */
export function isDataRow(cells: readonly InlineText[], heads: Heads): boolean {
  return (
    cells.every((cell) => meaningOf(cell, heads) === undefined) &&
    cells.some((cell) => /_|\d/.test(cell) && couldBeNames(cell))
  );
}

/** Columns with unique keys; heads stay as published, a head that nobody knows gives its own key. */
export function columnsOf(cells: readonly InlineText[], heads: Heads): Column[] {
  const meanings = cells.map((cell) => meaningOf(cell, heads));
  const taken = new Set<string>();
  const keys = cells.map((): string | undefined => undefined);
  for (const weak of [false, true])
    meanings.forEach((meaning, index) => {
      if (meaning === undefined || meaning.weak !== weak || taken.has(meaning.key)) return;
      taken.add(meaning.key);
      keys[index] = meaning.key;
    });
  return cells.map((cell, index) => {
    const key = keys[index] ?? freeKey(slug(plainText(cell)), index, taken);
    taken.add(key);
    return cell.trim() === '' ? { key } : { key, head: cell };
  });
}

function freeKey(wanted: string, index: number, taken: ReadonlySet<string>): string {
  const known: readonly string[] = knownColumns;
  const base = wanted === '' || known.includes(wanted) ? `${wanted || 'column'}-${index + 1}` : wanted;
  let key = base;
  for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`;
  return key;
}

/** Lower-case letters, digits and hyphens, beginning with a letter; `''` where nothing is left. */
function slug(text: string): string {
  return asciiWords(text)
    .join('-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}
