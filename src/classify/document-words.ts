/** What one document says anywhere: its words, its names, its hosts; what the other lacks is new. */
import type { CharterDocument } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { isLatin, wordCharacters } from '../text/letters.ts';
import { hostOf, normaliseAddress } from './addresses.ts';

type Names = Pick<ReadonlySet<string>, 'has'>;

/** Words are asked for as `foldWord` gives them. */
export interface DocumentWords {
  /** Every word. */
  readonly all: Names;
  /** Words that stand somewhere in small letters: their capital is no name's. */
  readonly small: Names;
  /** Words with a capital in the columns that name parties. */
  readonly parties: Names;
  readonly hosts: Names;
  /** The values of its variables, normalised as addresses. */
  readonly ownAddresses: ReadonlySet<string>;
}

const partyColumns = new Set(['provider', 'party', 'domain']);

/** Reads nothing before it is asked. */
export function readDocumentWords(document: CharterDocument): DocumentWords {
  const own = document.kind === 'charter' ? Object.values(document.variables) : [];
  const { all, small } = lookUp(() => [...documentTexts(document)].join('\n'));
  const { capital: parties } = lookUp(() => partyTexts(document).join('\n'));
  let hosts: ReadonlySet<string> | undefined;
  return {
    all,
    small,
    parties,
    hosts: {
      has: (host) => {
        hosts ??= new Set([...documentTexts(document)].flatMap(hostsIn).concat(own.map(hostOf)));
        return hosts.has(host);
      },
    },
    ownAddresses: new Set(own.map(normaliseAddress)),
  };
}

function hostsIn(text: string): string[] {
  if (!text.includes('.')) return [];
  const found = text.match(/(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?[a-z0-9.\u00c0-\u024f-]{3,255}/gi) ?? [];
  return found.map(hostOf).filter((host) => host.includes('.'));
}

/** How a word may stand in a text. */
type Standing = 'all' | 'small' | 'capital';

/** A text without accents, with its capitals and in small letters. */
interface Folded {
  readonly cased: string;
  readonly small: string;
}

/** Up to so many words are looked for in the text itself, for most runs ask for few; then all its words are gathered. */
const searches = 12;

function lookUp(read: () => string): Readonly<Record<Standing, Names>> {
  const known = new Map<string, boolean>();
  let text: Folded | undefined;
  let gathered: Readonly<Record<Standing, ReadonlySet<string>>> | undefined;
  function has(word: string, standing: Standing): boolean {
    const key = `${standing} ${word}`;
    let found = known.get(key);
    if (found === undefined) {
      text ??= foldText(read());
      if (known.size >= searches) gathered ??= gatherWords(text.cased);
      found = gathered ? gathered[standing].has(word) : holdsWord(text, word, standing);
      known.set(key, found);
    }
    return found;
  }
  return {
    all: { has: (word) => has(word, 'all') },
    small: { has: (word) => has(word, 'small') },
    capital: { has: (word) => has(word, 'capital') },
  };
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE' };

/** As `foldWord`, for many words at once. */
function foldText(text: string): Folded {
  const apart = /[^\u0000-\u007f]/.test(text)
    ? text
        .replace(/[œŒæÆ]/g, (letter) => ligatures[letter] ?? letter)
        .normalize('NFD')
        .replace(isLatin(text) ? /[\u0300-\u036f]/g : /\p{M}/gu, '')
    : text;
  return { cased: apart, small: apart.toLowerCase() };
}

const wordPattern = new RegExp(`(?:[${wordCharacters}]|[\\ud800-\\udbff][\\udc00-\\udfff])+`, 'g');
const partOfWord = new RegExp(`[${wordCharacters}\\ud800-\\udfff]`);

function holdsWord({ cased, small }: Folded, word: string, standing: Standing): boolean {
  if (word === '') return false;
  const text = standing === 'small' ? cased : small;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const to = at + word.length;
    if (partOfWord.test(text.charAt(at - 1)) || partOfWord.test(text.charAt(to))) continue;
    if (standing !== 'capital' || cased.slice(at, to) !== word) return true;
  }
  return false;
}

function gatherWords(cased: string): Readonly<Record<Standing, ReadonlySet<string>>> {
  const words = { all: new Set<string>(), small: new Set<string>(), capital: new Set<string>() };
  for (const word of new Set(cased.match(wordPattern))) {
    const key = word.toLowerCase();
    words.all.add(key);
    words[word === key ? 'small' : 'capital'].add(key);
  }
  return words;
}

function* documentTexts(document: CharterDocument): Generator<string> {
  if (document.title !== undefined) yield plainText(document.title);
  for (const block of document.body) if (block.role !== 'table') yield withTargets(block.text);
  for (const { caption, columns, rows } of document.tables) {
    if (caption !== undefined) yield withTargets(caption);
    for (const { head } of columns) yield withTargets(head ?? '');
    for (const { cells } of rows) yield withTargets(cells.join('\n'));
  }
}

function partyTexts({ tables }: CharterDocument): string[] {
  return tables.flatMap(({ columns, rows }) =>
    columns.flatMap(({ key }, at) =>
      partyColumns.has(key) ? rows.map(({ cells }) => withTargets(cells[at] ?? '')) : [],
    ),
  );
}

/** Emphasis inside a word goes; link targets stay, for their hosts. */
function withTargets(text: string): string {
  return text.includes('*') ? text.replace(/\*+/g, '') : text;
}
