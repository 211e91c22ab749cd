/** What the outputs of `diff` say around the words of two charters. */
import type { NoticeCode, RoleChange, RuleId } from '../model/change.ts';
import type { ChangeClass, KnownColumn } from '../model/charter.ts';
import { englishDiff } from './diff-english.ts';
import { frenchDiff } from './diff-french.ts';
import type { Catalogue } from './language.ts';

type Values = Readonly<Record<string, string | number>>;

export interface DiffMessages {
  /** One change's class, beside it. */
  readonly tag: Readonly<Record<ChangeClass, string>>;
  /** So many changes of a class, where the noun is understood. */
  readonly count: (level: ChangeClass, count: number) => string;
  readonly clean: string;
  readonly substantive: (count: number) => string;
  readonly equal: (a: string, b: string) => string;
  readonly allEqual: (comparisons: number) => string;
  readonly verdict: (pair: string, verdict: string) => string;
  readonly statSum: (differing: number, comparisons: number) => string;
  readonly observed: (a: string, b: string) => string;
  readonly noTemplate: string;
  readonly cookies: (a: number, b: number) => string;
  readonly beginning: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly table: string;
  readonly rowsDiffer: (differing: number, rows: number) => string;
  readonly unchanged: (count: number) => string;
  readonly sameWords: (count: number) => string;
  readonly split: (parts: number) => string;
  readonly joined: (parts: number) => string;
  readonly withSameWords: (what: string) => string;
  readonly moved: string;
  readonly movedFrom: (section: string) => string;
  readonly opening: (what: string, words: string) => string;
  readonly role: (change: RoleChange) => string;
  readonly folded: (changes: number, kinds: readonly string[]) => string;
  readonly foldedInside: (edits: number) => string;
  /** What a typographic rule folds, as an item of a list. */
  readonly kinds: Readonly<Partial<Record<RuleId, string>>>;
  /** What a substantive rule found, where the change itself does not show it. */
  readonly reasons: Readonly<Partial<Record<RuleId, string>>>;
  readonly renamedRow: (equal: number, compared: number) => string;
  readonly renamed: string;
  readonly movedRow: (from: number, to: number) => string;
  readonly movedTable: string;
  readonly column: (head: string) => string;
  readonly columnWord: string;
  readonly columnMoved: string;
  readonly columns: Readonly<Record<KnownColumn, string>>;
  readonly fromTo: (a: string, b: string) => string;
  readonly characters: Readonly<Record<string, string>>;
  readonly nothing: string;
  readonly accessible: AccessibleMessages;
  readonly notices: Readonly<Record<NoticeCode, (values: Values) => string>>;
}

/** Complete sentences for a reader who hears them. */
export interface AccessibleMessages {
  readonly change: (index: number, count: number, level: ChangeClass) => string;
  readonly place: (parts: readonly string[]) => string;
  readonly becomes: (a: string, b: string) => string;
  /** Of words, in quotes. */
  readonly added: (words: string) => string;
  readonly removed: (words: string) => string;
  /** Of a whole text, said before it. */
  readonly addition: string;
  readonly removal: string;
  readonly named: (what: string) => string;
  readonly quote: (text: string) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly begins: (text: string) => string;
  readonly nowReads: (text: string) => string;
  readonly counts: (parts: readonly string[]) => string;
  readonly classCount: (level: ChangeClass, count: number) => string;
  readonly compared: (a: string, b: string) => string;
  readonly verdict: (text: string) => string;
  readonly template: (name: string) => string;
  readonly cookies: (a: number, b: number) => string;
  readonly folded: (changes: number, kinds: readonly string[]) => string;
  readonly inside: (edits: number) => string;
  readonly rowAdded: (cells: string) => string;
  readonly rowRemoved: (cells: string) => string;
  readonly rowRenamed: (a: string, b: string) => string;
  readonly cell: (head: string, text: string) => string;
  readonly columnAdded: string;
  readonly columnRemoved: string;
  readonly columnMoved: string;
  readonly sentence: (text: string) => string;
  readonly reason: (reasons: string) => string;
}

export const diffMessages: Catalogue<DiffMessages> = { en: englishDiff, fr: frenchDiff };
