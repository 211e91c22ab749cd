/** What the interactive screens say; the words for changes and classes are those of the plain text. */
import type { ChangeClass } from '../model/charter.ts';
import type { Catalogue } from './language.ts';
import type { DriftScreenMessages } from './tui-drift.ts';
import { englishTui } from './tui-english.ts';
import { frenchTui } from './tui-french.ts';
import type { HistoryScreenMessages } from './tui-history.ts';
import type { ReviewScreenMessages } from './tui-review.ts';

/** What a key does: in one word for the bottom line, in a sentence for help. */
export interface KeyText {
  readonly hint: string;
  readonly help: string;
}

export const keyTexts = [
  'up',
  'down',
  'left',
  'right',
  'page-up',
  'page-down',
  'half-up',
  'half-down',
  'top',
  'bottom',
  'next-change',
  'previous-change',
  'next-section',
  'previous-section',
  'more-context',
  'less-context',
  'search',
  'next-match',
  'previous-match',
  'focus',
  'open',
  'back',
  'quit',
  'swap',
  'filter',
  'fold',
  'layout-auto',
  'layout-split',
  'layout-stacked',
  'outline',
  'palette',
  'sort',
  'next-template',
  'copy',
  'copy-command',
  'agree',
  'agree-class',
  'correct',
  'next-unviewed',
  'only-charter',
  'edit',
  'history',
  'history-all',
  'blame',
  'next-origin',
  'previous-origin',
  'next-portal',
  'previous-portal',
  'mark',
  'older-version',
  'newer-version',
  'help',
  'suspend',
  'interrupt',
  'accept',
  'cancel',
  'erase',
  'erase-all',
  'previous-class',
  'next-class',
  'toggle',
  'toggle-1',
  'toggle-2',
  'toggle-3',
  'toggle-4',
  'toggle-5',
  'toggle-6',
  'toggle-7',
  'toggle-8',
  'toggle-9',
  'everywhere',
] as const;
export type KeyTextId = (typeof keyTexts)[number];

export type NoticeText =
  | 'copied'
  | 'not-copied'
  | 'no-change'
  | 'no-editor'
  | 'no-file'
  | 'editor-failed'
  | 'last-change'
  | 'first-change'
  | 'not-found'
  | 'top'
  | 'palette'
  | 'layout'
  | 'nothing-shown'
  | 'no-template'
  | 'loading'
  | 'id-copied'
  | 'no-commit'
  | 'no-version'
  | 'no-charter'
  | 'marked'
  | 'unmarked'
  | 'no-history'
  | 'oldest-version'
  | 'newest-version'
  | 'no-steps'
  | 'reading-on'
  | 'seeking'
  | 'not-in-versions'
  | 'first-origin'
  | 'last-origin'
  | 'reference-copied'
  | 'command-copied'
  | 'no-finding'
  | 'not-in-comparison'
  | 'one-template'
  | 'sorted'
  | 'other-template'
  | 'reason-needed'
  | 'day-needed'
  | 'last-portal'
  | 'first-portal'
  | 'decided'
  | 'nothing-viewable'
  | 'all-viewed'
  | 'last-item'
  | 'first-item'
  | 'no-reason-here'
  | 'no-reason-of-class'
  | 'not-checked-out'
  | 'no-reference'
  | 'not-in-request'
  | 'no-charter-of-item'
  | 'edited-request'
  | 'all-charters';

export interface TuiMessages {
  readonly keys: Readonly<Record<KeyTextId, KeyText>>;
  /** Names of keys that are no character. */
  readonly keyNames: Readonly<Record<string, string>>;
  readonly groups: Readonly<
    Record<
      'move' | 'changes' | 'versions' | 'drift' | 'review' | 'search' | 'view' | 'act' | 'general' | 'prompt',
      string
    >
  >;
  /** Classes after a count, where there is little room. */
  readonly classes: Readonly<Record<ChangeClass, string>>;
  readonly change: (index: number, count: number) => string;
  readonly comparison: (index: number, count: number) => string;
  /** While others are not compared yet. */
  readonly compared: (done: number, count: number) => string;
  readonly noChange: string;
  readonly equal: string;
  readonly template: (name: string) => string;
  readonly noTemplate: string;
  readonly values: string;
  readonly outline: string;
  readonly rowsUnchanged: (count: number) => string;
  /** Changes of a class that is not shown. */
  readonly notShown: (count: number) => string;
  readonly openTable: string;
  readonly match: (index: number, count: number, query: string) => string;
  readonly filter: string;
  readonly notices: Readonly<Record<NoticeText, (value: string) => string>>;
  readonly palettes: Readonly<Record<'default' | 'red-green' | 'monochrome', string>>;
  readonly layouts: Readonly<Record<'auto' | 'split' | 'stacked', string>>;
  readonly tooSmall: (columns: number, rows: number) => string;
  readonly smallest: (columns: number, rows: number) => string;
  readonly loading: string;
  readonly detail: {
    readonly title: string;
    readonly before: (side: string) => string;
    readonly after: (side: string) => string;
    readonly absent: string;
    readonly empty: string;
    readonly rule: (id: string) => string;
    readonly edits: string;
    readonly sources: string;
    readonly reference: (digits: string) => string;
    readonly line: (file: string, line: number) => string;
  };
  readonly overview: {
    readonly title: string;
    readonly charter: string;
    readonly comparison: string;
    readonly template: string;
    readonly captured: string;
    readonly cookies: string;
    readonly same: string;
    readonly noTemplate: string;
    readonly empty: string;
  };
  readonly history: HistoryScreenMessages;
  readonly drift: DriftScreenMessages;
  readonly review: ReviewScreenMessages;
  readonly help: {
    readonly title: string;
    readonly keys: string;
    readonly signs: string;
    readonly classes: string;
    readonly sign: Readonly<
      Record<'added' | 'removed' | 'changed' | 'moved' | 'split' | 'joined' | 'rest', string>
    >;
    /** Of a class whose changes are filtered out. */
    readonly hidden: string;
  };
  readonly copy: {
    readonly before: string;
    readonly after: string;
    readonly reference: string;
  };
}

export const tuiMessages: Catalogue<TuiMessages> = { en: englishTui, fr: frenchTui };
