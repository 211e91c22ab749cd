/** What one document says anywhere: its words, its names, its hosts; what the other lacks is new. */
import type { CharterDocument } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { wordCharacters } from '../text/letters.ts';
import { hostOf, normaliseAddress } from './addresses.ts';
import { foldWord } from './reading.ts';

export interface DocumentWords {
  /** Every word, folded. */
  readonly all: ReadonlySet<string>;
  /** Words that stand somewhere in small letters: their capital is no name's. */
  readonly small: ReadonlySet<string>;
  /** Words with a capital in the columns that name parties. */
  readonly parties: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
  /** The values of its variables, normalised as addresses. */
  readonly ownAddresses: ReadonlySet<string>;
}

const wordPattern = new RegExp(`(?:[${wordCharacters}]|[\\ud800-\\udbff][\\udc00-\\udfff])+`, 'g');
const partyColumns = new Set(['provider', 'party', 'domain']);

export function readDocumentWords(document: CharterDocument): DocumentWords {
  const all = new Set<string>();
  const small = new Set<string>();
  const parties = new Set<string>();
  const hosts = new Set<string>();
  const met = { plain: new Set<string>(), naming: new Set<string>() };
  function read(text: string, names: boolean): void {
    const seen = names ? met.naming : met.plain;
    for (const word of text.match(wordPattern) ?? []) {
      if (seen.has(word)) continue;
      seen.add(word);
      const key = foldWord(word);
      all.add(key);
      if (word === word.toLowerCase()) small.add(key);
      else if (names) parties.add(key);
    }
    if (!text.includes('.')) return;
    for (const match of text.matchAll(/(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?[a-z0-9.\u00c0-\u024f-]{3,255}/gi)) {
      const host = hostOf(match[0]);
      if (host.includes('.')) hosts.add(host);
    }
  }
  for (const { text, names } of documentTexts(document)) read(text, names);
  const own = document.kind === 'charter' ? Object.values(document.variables) : [];
  for (const value of own) hosts.add(hostOf(value));
  return { all, small, parties, hosts, ownAddresses: new Set(own.map(normaliseAddress)) };
}

function* documentTexts(document: CharterDocument): Generator<{ text: string; names: boolean }> {
  if (document.title !== undefined) yield { text: plainText(document.title), names: false };
  for (const block of document.body) {
    if (block.role !== 'table') yield { text: withTargets(block.text), names: false };
  }
  for (const table of document.tables) {
    if (table.caption !== undefined) yield { text: withTargets(table.caption), names: false };
    for (const column of table.columns) yield { text: withTargets(column.head ?? ''), names: false };
    for (const row of table.rows) {
      for (const [index, cell] of row.cells.entries()) {
        yield { text: withTargets(cell), names: partyColumns.has(table.columns[index]?.key ?? '') };
      }
    }
  }
}

/** Emphasis inside a word goes; link targets stay, for their hosts. */
function withTargets(text: string): string {
  return text.includes('*') ? text.replace(/\*+/g, '') : text;
}
