/** What one document says anywhere: its words, its names, its hosts; what the other lacks is new. */
import type { CharterDocument, CookieTable, TextBlock } from '../model/charter.ts';
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
  const { all, small } = lookUp(() => textsOf(document));
  const { capital: parties } = lookUp(() => partiesOf(document));
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

type Words = Readonly<Record<Standing, ReadonlySet<string>>>;

/** A text without accents. */
class FoldedText {
  readonly #cased: string;
  /** In small letters. */
  readonly #small: string;
  #words: Words | undefined;

  constructor(text: string) {
    this.#cased = foldText(text);
    this.#small = this.#cased.toLowerCase();
  }

  /** Looks for a word in the text itself. */
  holds(word: string, standing: Standing): boolean {
    const text = standing === 'small' ? this.#cased : this.#small;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const to = at + word.length;
      if (partOfWord.test(text.charAt(at - 1)) || partOfWord.test(text.charAt(to))) continue;
      if (standing !== 'capital' || this.#cased.slice(at, to) !== word) return true;
    }
    return false;
  }

  get words(): Words {
    this.#words ??= gatherWords(this.#cased);
    return this.#words;
  }
}

/** Up to so many words are looked for in the texts themselves, for most runs ask for few; then all words are gathered. */
const searches = 12;

function lookUp(read: () => readonly FoldedText[]): Readonly<Record<Standing, Names>> {
  const answers = new Map<string, boolean>();
  let texts: readonly FoldedText[] | undefined;
  function has(word: string, standing: Standing): boolean {
    const key = `${standing} ${word}`;
    let found = answers.get(key);
    if (found === undefined) {
      texts ??= read();
      const gathered = answers.size >= searches;
      found =
        word !== '' &&
        texts.some((text) => (gathered ? text.words[standing].has(word) : text.holds(word, standing)));
      answers.set(key, found);
    }
    return found;
  }
  return {
    all: { has: (word) => has(word, 'all') },
    small: { has: (word) => has(word, 'small') },
    capital: { has: (word) => has(word, 'capital') },
  };
}

/** Portals and versions that say the same share their blocks and tables. */
const known = {
  blocks: new WeakMap<TextBlock, FoldedText>(),
  tables: new WeakMap<CookieTable, FoldedText>(),
  parties: new WeakMap<CookieTable, FoldedText>(),
};

function foldOnce<Part extends object>(
  part: Part,
  texts: WeakMap<Part, FoldedText>,
  read: (part: Part) => string,
): FoldedText {
  const folded = texts.get(part) ?? new FoldedText(read(part));
  texts.set(part, folded);
  return folded;
}

function textsOf({ title, body, tables }: CharterDocument): FoldedText[] {
  const texts = title === undefined ? [] : [new FoldedText(plainText(title))];
  for (const block of body)
    if (block.role !== 'table') texts.push(foldOnce(block, known.blocks, ({ text }) => withTargets(text)));
  for (const table of tables)
    texts.push(foldOnce(table, known.tables, () => [...tableTexts(table)].join('\n')));
  return texts;
}

function partiesOf({ tables }: CharterDocument): FoldedText[] {
  return tables.map((table) => foldOnce(table, known.parties, () => partyTexts(table).join('\n')));
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE' };

/** As `foldWord`, for many words at once, and with their capitals. */
function foldText(text: string): string {
  if (!/[^\u0000-\u007f]/.test(text)) return text;
  return text
    .replace(/[œŒæÆ]/g, (letter) => ligatures[letter] ?? letter)
    .normalize('NFD')
    .replace(isLatin(text) ? /[\u0300-\u036f]/g : /\p{M}/gu, '');
}

const wordPattern = new RegExp(`(?:[${wordCharacters}]|[\\ud800-\\udbff][\\udc00-\\udfff])+`, 'g');
const partOfWord = new RegExp(`[${wordCharacters}\\ud800-\\udfff]`);

function gatherWords(cased: string): Words {
  const words = { all: new Set<string>(), small: new Set<string>(), capital: new Set<string>() };
  for (const word of new Set(cased.match(wordPattern))) {
    const key = word.toLowerCase();
    words.all.add(key);
    words[word === key ? 'small' : 'capital'].add(key);
  }
  return words;
}

function* documentTexts({ title, body, tables }: CharterDocument): Generator<string> {
  if (title !== undefined) yield plainText(title);
  for (const block of body) if (block.role !== 'table') yield withTargets(block.text);
  for (const table of tables) yield* tableTexts(table);
}

function* tableTexts({ caption, columns, rows }: CookieTable): Generator<string> {
  if (caption !== undefined) yield withTargets(caption);
  for (const { head } of columns) yield withTargets(head ?? '');
  for (const { cells } of rows) yield withTargets(cells.join('\n'));
}

function partyTexts({ columns, rows }: CookieTable): string[] {
  return columns.flatMap(({ key }, at) =>
    partyColumns.has(key) ? rows.map(({ cells }) => withTargets(cells[at] ?? '')) : [],
  );
}

/** Emphasis inside a word goes; link targets stay, for their hosts. */
function withTargets(text: string): string {
  return text.includes('*') ? text.replace(/\*+/g, '') : text;
}
