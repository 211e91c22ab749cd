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

/** Names in a document's tables that hold no underscore, by which the others are known anywhere. */
export function namesInTables({ tables }: CharterDocument): readonly string[] {
  return tables.flatMap((table) => {
    const names = known.get(table) ?? namesIn(table);
    known.set(table, names);
    return names;
  });
}

/** Portals that say the same share their tables. */
const known = new WeakMap<CookieTable, readonly string[]>();

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
