/** Names of cookies as a table's cell lists them, and where prose says one that no letter tells from a word. */
import type { CharterDocument, CookieTable } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import type { Range } from './reading.ts';

/** What parts them, and quotes around them, left out. */
export function splitNames(text: string): string[] {
  return text
    .split(/[\s,;|/]+|(?<=\s)(?:et|ou|and|or)(?=\s)/u)
    .map((name) => name.replace(/^[`"'«“]+|[`"'»”.]+$/g, ''))
    .filter((name) => name !== '' && !/^(?:et|ou|and|or)$/.test(name));
}

/** Shorter ones, and those in a cell of many words, may be plain words. */
const shortest = 5;
const mostInCell = 8;

/** Names in the tables of either document that hold no underscore, by which the others are known anywhere. */
export function namesInEither(a: CharterDocument, b: CharterDocument): ReadonlySet<string> {
  const [one, other] = [namesInTables(a), namesInTables(b)];
  const beside = together.get(one) ?? new WeakMap<readonly string[], ReadonlySet<string>>();
  together.set(one, beside);
  const names = beside.get(other) ?? new Set([...one, ...other]);
  beside.set(other, names);
  return names;
}

/** Portals that say the same share their tables. */
const known = new WeakMap<CookieTable, readonly string[]>();
const together = new WeakMap<readonly string[], WeakMap<readonly string[], ReadonlySet<string>>>();

function namesInTables({ tables }: CharterDocument): readonly string[] {
  const names = tables.map((table) => {
    const found = known.get(table) ?? namesIn(table);
    known.set(table, found);
    return found;
  });
  // Most have one, whose list then stands for the document's.
  return (names.length === 1 ? names[0] : undefined) ?? names.flat();
}

function namesIn({ columns, rows }: CookieTable): readonly string[] {
  const at = columns.findIndex((column) => column.key === 'name');
  if (at < 0) return [];
  return rows.flatMap(({ cells }) => {
    const names = splitNames(plainText(cells[at] ?? ''));
    if (names.length > mostInCell) return [];
    return names.filter((name) => name.length >= shortest && !name.includes('_'));
  });
}

export interface FoundName extends Range {
  readonly name: string;
}

export function findCookieNames(plain: string, names: ReadonlySet<string>): FoundName[] {
  if (names.size === 0) return [];
  const found: FoundName[] = [];
  for (const match of plain.matchAll(/[^\s,;:!?/|()[\]"'‘’«»“”]+/g)) {
    const name = match[0].replace(/\.+$/, '');
    if (names.has(name)) found.push({ name, from: match.index, to: match.index + name.length });
  }
  return found;
}
