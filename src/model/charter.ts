/** What a cookie charter is once read: readonly JSON-safe data that every room shares. */

/** Inline Markdown (`*`, `**`, links, code); `\n` is a published hard break; quotes, hyphens and no-break spaces are as published. */
export type InlineText = string;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

interface BlockBase {
  /** Template only: this block opens the section with that id. */
  readonly section?: string;
  /** Template only: other wordings that count as the template's own. */
  readonly variants?: readonly InlineText[];
}

export interface HeadingBlock extends BlockBase {
  readonly role: 'heading';
  /** 1 to 6; absent where the heading was inferred from plain text. */
  readonly level?: number;
  readonly text: InlineText;
}

export interface ParagraphBlock extends BlockBase {
  readonly role: 'paragraph';
  readonly text: InlineText;
}

export interface ItemBlock extends BlockBase {
  readonly role: 'item';
  /** Nesting, 1 for an outermost item. */
  readonly depth: number;
  readonly ordered?: true;
  readonly text: InlineText;
}

/** The place of a table in the body. */
export interface TableBlock extends BlockBase {
  readonly role: 'table';
  /** The `id` of one of the document's tables. */
  readonly table: string;
}

export type TextBlock = HeadingBlock | ParagraphBlock | ItemBlock;
export type Block = TextBlock | TableBlock;
export type BlockRole = Block['role'];

/** Columns the tool understands; any other column keeps its own head and a key made from it. */
export const knownColumns = [
  'provider',
  'service',
  'name',
  'category',
  'purpose',
  'duration',
  'party',
  'domain',
] as const;
export type KnownColumn = (typeof knownColumns)[number];

export interface Column {
  /** A known column, or a slug of the head; unique in its table; `^[a-z][a-z0-9-]*$`. */
  readonly key: string;
  /** The head as published; absent where the table came without a head row. */
  readonly head?: InlineText;
}

export interface Row {
  /** One text a column, in column order; `''` where the cell is empty. */
  readonly cells: readonly InlineText[];
}

export interface CookieTable {
  /** Unique in its document; `^[a-z0-9][a-z0-9-]*$`. */
  readonly id: string;
  readonly caption?: InlineText;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Where a charter came from. */
export interface Source {
  /** The page's address, as given to the import. */
  readonly page?: string;
  /** Path of the capture from the repository's root, with `/`. */
  readonly capture: string;
  readonly captured: Day;
  readonly media: 'text/plain' | 'text/markdown' | 'text/html';
  /** Of the capture's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

export const repairRules = [
  'decoded',
  'chrome-removed',
  'cookie-name-kept',
  'fused-cell-split',
  'head-inferred',
  'lines-read-as-paragraphs',
  'records-read-as-table',
  'rows-from-lines',
  'rows-from-paragraphs',
  'spanned-cell-filled',
  'tables-joined',
  'blank-cell-filled',
  'struck-removed',
  'list-renumbered',
  'link-dropped',
  'address-unmasked',
] as const;
export type RepairRule = (typeof repairRules)[number];

/** One thing that the importer mended; never a change of words that is not shown here. */
export interface Repair {
  readonly rule: RepairRule;
  /** Line of the capture, from 1, where the mended place begins. */
  readonly line?: number;
  /** The cookie, column or encoding concerned, as data. */
  readonly subject?: string;
  readonly before?: string;
  readonly after?: string;
}

/** What was decided about one difference from the template. */
export interface Decision {
  /** The change's fingerprint, or that of one change made alike in several rows, those of `cookies`. */
  readonly reference: string;
  readonly status: 'agreed' | 'to-fix';
  /** The strongest class that the decision covers. */
  readonly class: ChangeClass;
  /** Where the difference stood, by which it is known again once its text has changed: the template's section. */
  readonly section?: string;
  /** The rows that it stood in. */
  readonly cookies?: readonly string[];
  /** The column's key, or the name of the field or variable. */
  readonly column?: string;
  /** What the portal said there, in short. */
  readonly text?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly on: Day;
  /** Agreed until, or to fix by. */
  readonly until?: Day;
}

/** Weakest first. */
export const changeClasses = ['variable', 'typographic', 'wording', 'substantive'] as const;
export type ChangeClass = (typeof changeClasses)[number];

interface DocumentBase {
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  readonly title?: InlineText;
  readonly body: readonly Block[];
  readonly tables: readonly CookieTable[];
}

export interface Charter extends DocumentBase {
  readonly kind: 'charter';
  /** Id of the template that the charter follows. */
  readonly template?: string;
  /** Name to value as found in the text; `url` is the portal's own address. */
  readonly variables: Readonly<Record<string, string>>;
  readonly source?: Source;
  readonly repairs: readonly Repair[];
  readonly decisions: readonly Decision[];
}

export interface Section {
  /** `^[a-z0-9][a-z0-9-]*$`, unique in the template. */
  readonly id: string;
  /** Short label for matrices and outlines, by language (`en`, `fr`, …). */
  readonly label: Readonly<Record<string, string>>;
}

/** The shared text: `{{name}}` stands for each portal's own value. */
export interface Template extends DocumentBase {
  readonly kind: 'template';
  readonly variables: readonly string[];
  readonly sections: readonly Section[];
}

export type CharterDocument = Charter | Template;
