/** What differs between two charters: raw changes as the diff finds them, then classified ones as they are shown. */
import type { ChangeClass, Day, InlineText } from './charter.ts';

export const changeKinds = [
  'variable',
  'field',
  'block-added',
  'block-removed',
  'block-moved',
  'block-changed',
  'block-split',
  'block-joined',
  'column-added',
  'column-removed',
  'column-moved',
  'column-renamed',
  'row-added',
  'row-removed',
  'row-moved',
  'row-renamed',
  'cell-changed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A place in one side. */
export interface Address {
  /** Section id from the template, else the text of the side's own heading; absent before the first heading. */
  readonly section?: string;
  /** Index of the (first) block in the body, from 0. */
  readonly block?: number;
  /** Table id. */
  readonly table?: string;
  /** Index of the row in its table, from 0. */
  readonly rowIndex?: number;
  /** The row's cookie name as published, `name#2` for the second of that name. */
  readonly row?: string;
  /** Column key, or the name of a field or variable. */
  readonly column?: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

export interface WordOp {
  readonly op: 'equal' | 'insert' | 'delete';
  readonly text: string;
  /** Index of the edit it belongs to; on every word that is not equal. */
  readonly edit?: number;
}

/**
 * A sentence of each side that stand for one another; one side is absent where the sentence has no counterpart.
 * `words` rebuild `a` from equal and delete, `b` from equal and insert, white space and block joints included.
 */
export interface SentencePair {
  readonly a?: string;
  readonly b?: string;
  /** `edit` is local to the pair, from 0. */
  readonly words: readonly WordOp[];
  /** True where the words were not compared because a budget ran out, or were not read. */
  readonly coarse?: true;
  /**
   * One-sided pairs only: a typographically equal sentence stands elsewhere on the other side, in a
   * counterpart section (`near`) or in another one (`across`).
   */
  readonly moved?: 'near' | 'across';
}

/** A row as an object, column key to cell text. */
export type RowValue = Readonly<Record<string, InlineText>>;

/** What one side of a change holds: block texts, one text, or a row. */
export type SideValue = readonly InlineText[] | string | RowValue;

/** What markup alone distinguishes two blocks of equal words. */
export interface RoleChange {
  readonly what: 'role' | 'level' | 'depth' | 'order';
  readonly a: string;
  readonly b: string;
}

/** One difference, before it is given a class. Texts are after variables: each side's own values read `{{name}}`. */
export interface RawChange {
  readonly kind: ChangeKind;
  readonly address: { readonly a?: Address; readonly b?: Address };
  readonly a?: SideValue;
  readonly b?: SideValue;
  /** In reading order; empty where nothing is compared word for word (rows, added or removed blocks have one-sided pairs). */
  readonly sentences: readonly SentencePair[];
  /** Blocks: roles, levels or depths that differ. */
  readonly roles?: readonly RoleChange[];
  /** Blocks and rows: also stands elsewhere in the order. */
  readonly moved?: true;
  /** Blocks and rows: stands under another heading or lead-in, whether it moved or what it stands under did. */
  readonly acrossSections?: true;
  /** Blocks across sections: the headings or lead-ins that it stands under. */
  readonly contexts?: { readonly a: string; readonly b: string };
  /** Rows renamed: how many of the compared cells are equal, of how many. */
  readonly equalCells?: readonly [number, number];
}

/** A presentable run of words with its own class. */
export interface Edit {
  readonly class: ChangeClass;
  readonly rule: RuleId;
  readonly a?: string;
  readonly b?: string;
}

export interface Change extends Omit<RawChange, 'sentences'> {
  /** Lower-case hexadecimal; shown by its first 6 digits, more where those are not unique. */
  readonly fingerprint: string;
  readonly class: ChangeClass;
  readonly rule: RuleId;
  readonly edits: readonly Edit[];
  /** The whole of both sides; empty for row changes other than cells. */
  readonly words: readonly WordOp[];
}

/** One step of the reading order of both sides together; indexes are block indexes in each body, or into `changes`. */
export type Step =
  | { readonly kind: 'same'; readonly a: number; readonly b: number }
  | { readonly kind: 'change'; readonly change: number };

export interface SectionRef {
  /** Template section id, or the heading's own text. */
  readonly id: string;
  /** Short label by language where the template gives one. */
  readonly label?: Readonly<Record<string, string>>;
  /** First block of the section in each body; absent where that side lacks it. */
  readonly a?: number;
  readonly b?: number;
}

/** How two tables compare as wholes. */
export interface TablePair {
  readonly a?: string;
  readonly b?: string;
  readonly rowsA: number;
  readonly rowsB: number;
  /** Rows of either side that are added, removed, moved across sections, renamed or hold a changed cell. */
  readonly differing: number;
}

export const noticeCodes = [
  'coarsened',
  'durations-equivalent',
  'duplicate-rows',
  'no-lexicon',
  'passage-no-lexicon',
  'language-differs',
  'renames-skipped',
  'variant-used',
  'variant-near',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** Something the reader must know about the comparison itself. */
export interface Notice {
  readonly code: NoticeCode;
  /** Values for the sentence. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Everything found between two documents, before classes. Changes are in reading order: variables, fields, body, tables. */
export interface RawDiff {
  readonly changes: readonly RawChange[];
  /** Body steps in reading order; every text block of either side stands in exactly one step. */
  readonly steps: readonly Step[];
  readonly sections: readonly SectionRef[];
  readonly tables: readonly TablePair[];
  readonly notices: readonly Notice[];
}

export interface Side {
  readonly charter: string;
  /** As asked for, `index` for what is staged; absent for the work tree. */
  readonly revision?: string;
  readonly template?: string;
  readonly file?: string;
  /** True where the charter is not there on this side: not yet, or no more. */
  readonly missing?: true;
  readonly dated?: Dated;
}

/** Which version a day stands for. All days are those of the repository's time zone. */
export interface Dated {
  readonly asked: Day;
  /** What the day was held against: captures, or commits. */
  readonly by: 'capture' | 'commit';
  /** Of its capture, where it has one. */
  readonly captured?: Day;
  /** True where the commits say that its text was edited by hand since that capture. */
  readonly edited?: true;
  /** True where nothing proves that its text is what that capture gave. */
  readonly unproven?: true;
  /** Where only its commit says that it is: no capture is kept to check that, or it gives another text today. */
  readonly told?: 'unchecked' | 'contradicted';
  /** The charter that it was copied from, whose capture that is. */
  readonly copied?: string;
  /** Of captures that are kept, from that one to the next, though no version of the charter holds them; in order. */
  readonly unheld?: readonly Day[];
  /** When a commit brought it in. */
  readonly recorded: Day;
  /** True where a shallow clone ends there: it may have been recorded earlier. */
  readonly atLatest?: true;
  /** Of the capture that came after it, or of the version where the days of commits count. */
  readonly next?: Day;
  /** True where that version removed the charter. */
  readonly removed?: true;
  /** Where it was removed by being renamed: the id that it was given. */
  readonly renamed?: string;
}

export type Summary = Readonly<Record<ChangeClass, number>>;

export interface CharterDiff extends Omit<RawDiff, 'changes'> {
  readonly a: Side;
  readonly b: Side;
  readonly changes: readonly Change[];
  readonly summary: Summary;
  /** Of a merge: how many changes of further sides, by the digits of their commits, it did not keep either. */
  readonly leftOut?: readonly { readonly side: string; readonly changes: number }[];
}

/** Every rule that can decide a class; titles, explanations and sources are in `messages/rules.ts`. */
export const ruleIds = [
  'variable-value',
  'variable-changed',
  'variable-missing',
  'variable-contradicted',
  'foreign-address',
  'title-changed',
  'language-changed',
  'emphasis',
  'role-changed',
  'level-changed',
  'block-split',
  'block-joined',
  'block-moved',
  'block-moved-section',
  'spelling-form',
  'spaces',
  'quotes',
  'letter-case',
  'punctuation',
  'line-break',
  'address-masked',
  'address-traced',
  'text-reworded',
  'link-target-changed',
  'party-changed',
  'consent-changed',
  'data-kinds-changed',
  'purposes-changed',
  'necessity-changed',
  'anonymity-changed',
  'transfer-changed',
  'storage-changed',
  'refusal-changed',
  'negation-changed',
  'modal-changed',
  'number-changed',
  'duration-changed',
  'duration-rewritten',
  'date-changed',
  'legal-reference-changed',
  'party-named',
  'scope-changed',
  'sentence-added',
  'sentence-removed',
  'sentence-moved',
  'block-added',
  'block-removed',
  'section-added',
  'section-removed',
  'row-added',
  'row-removed',
  'row-renamed',
  'row-reordered',
  'row-moved-section',
  'cookie-name-changed',
  'names-reordered',
  'cell-changed',
  'purpose-changed',
  'column-added',
  'column-removed',
  'column-moved',
  'head-reworded',
  'coarsened',
  'no-lexicon',
] as const;
export type RuleId = (typeof ruleIds)[number];
