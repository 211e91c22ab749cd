/** What a request would change, and whether it may be merged: the one record that every output of `review` renders. */
import type { Change, RuleId, Summary } from './change.ts';
import type { ChangeClass, CharterDocument, Day, Decision } from './charter.ts';
import type { ClassCounts, Lapse, StaleDecision } from './drift.ts';
import type { Author } from './history.ts';
import type { VersionDiff } from './log.ts';
import type { Problem } from './problem.ts';

/** What a finding counts as, least first; only an `error` can fail the gate. */
export const severities = ['note', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** Rules of the review's own, beside those of changes and the codes of `lint`. */
export const reviewRules = [
  'charter-added',
  'charter-removed',
  'charter-renamed',
  'template-left',
  'template-changed',
  'template-nearest',
  'capture-altered',
  'capture-removed',
  'capture-misdated',
  'source-changed',
  'before-unreadable',
  'after-unreadable',
  'merge-conflict',
  'policy-changed',
  'policy-invalid',
] as const;
export type ReviewRule = (typeof reviewRules)[number];

/** The gate's policy, from the `review` key of `.charter.yaml`. */
export interface ReviewPolicy {
  /** The weakest class of change that needs a reason. */
  readonly failOn: ChangeClass;
  /** Whether a reason that the request itself brings is taken for one. */
  readonly selfAccept: 'allow' | 'deny';
  /** By rule of a change, code of `lint` or rule of the review: what it counts as where nothing settles it. */
  readonly rules: Readonly<Record<string, Severity>>;
  /** Where a change of wording needs a reason already: section ids or headings, cookie names or patterns with `*`. */
  readonly protected: { readonly sections: readonly string[]; readonly cookies: readonly string[] };
}

/** The policy in force, and where it was read: always on the side that the request cannot change. */
export interface PolicyReading {
  readonly policy: ReviewPolicy;
  /** `option`: the class to fail on was given on the command line. */
  readonly source: 'base' | 'default' | 'option';
  /** The base's commit; absent before the first one. */
  readonly commit?: string;
}

/** A state of the repository: as it was asked for, and the commit; for what is staged there is no commit. */
export interface ReviewState {
  readonly revision: string;
  readonly commit?: string;
}

/**
 * `record`: every text is what an added capture shows, so that the page says so already; `proposal`: none is;
 * `decisions`: no text changes, only what was decided about them; `other`: charters or settings otherwise; `none`:
 * nothing that concerns charters.
 */
export type RequestKind = 'record' | 'proposal' | 'mixed' | 'decisions' | 'other' | 'none';

/** Where something stands. Lines are from 1. */
export interface ReviewPlace {
  /** From the repository's root, with `/`; in the merged result, or in the base where it is there no more. */
  readonly file: string;
  /** In the merged result; of what was removed, the nearest place before it that is still there. */
  readonly line?: number;
  readonly column?: number;
  /** Where it stood in the base. */
  readonly before?: { readonly file: string; readonly line?: number };
  /** Id of the template's section or the heading's own words; `label` by language, where the template gives one. */
  readonly section?: { readonly id: string; readonly label?: Readonly<Record<string, string>> };
  /** Id of the cookie table. */
  readonly table?: string;
  /** Name of the cookie as published. */
  readonly cookie?: string;
  /** Column of the table, variable or field: its key, and its head as published. */
  readonly field?: { readonly key: string; readonly head?: string };
}

/** A run of a text, with its inline Markdown; `equal` and `delete` rebuild the text before, `equal` and `insert` the one after. */
export interface Segment {
  readonly op: 'equal' | 'delete' | 'insert';
  readonly text: string;
}

/**
 * Why a difference passes or fails. `below`: of a weaker class than needs a reason; `to-template`: it brings the
 * portal to its template; `agreed`: a reason was given; `to-fix`: noted to be corrected; `lowered`: the policy counts
 * its rule for less; `existing`: it was there before. `template`: in a template, of which no reason can be noted; it
 * fails unless the policy lets `template-changed` pass. These fail: `unexplained`: it needs a reason; `self-agreed`: its reason comes with the request, which
 * the policy does not take; `no-ledger`: there is no template, so that no reason can be noted.
 */
export const rulings = [
  'below',
  'to-template',
  'agreed',
  'to-fix',
  'template',
  'lowered',
  'existing',
  'unexplained',
  'self-agreed',
  'no-ledger',
] as const;
export type Ruling = (typeof rulings)[number];

/**
 * `change`: the request changes a text; `drift`: a portal differs from its template as it did not before, though not
 * by a change of its own text in that place; `problem`: found by `lint` in the merged result; `file`: of a whole file.
 */
export type ReviewFindingKind = 'change' | 'drift' | 'problem' | 'file';

/** One thing to be told. Texts are as they stand in files that anybody may have written: every output escapes them. */
export interface ReviewFinding {
  /** Lower-case hexadecimal, unique in its review; the same whatever the line or the commit. */
  readonly id: string;
  readonly kind: ReviewFindingKind;
  /** Of a change or drift a rule of changes, of a problem a code of `lint`, of a file a rule of the review. */
  readonly rule: RuleId | ReviewRule | Problem['code'];
  readonly severity: Severity;
  /** Whether the gate fails by it. */
  readonly fails: boolean;
  /** True where the request brings it in. */
  readonly isNew: boolean;
  /** The portal's id, `template:` before that of a template; absent where no charter is meant. */
  readonly charter?: string;
  readonly place: ReviewPlace;
  readonly class?: ChangeClass;
  readonly ruling?: Ruling;
  /** True where the policy protects the section or cookie. */
  readonly isProtected?: true;
  /** What `charter accept` takes: of the difference from the template that is there afterwards. */
  readonly reference?: string;
  /** The decision that covers it, or covered it. */
  readonly decision?: Decision;
  /** Whole texts with their inline Markdown; cells of a row are joined by ` · `. One is absent where something came or went. */
  readonly before?: string;
  readonly after?: string;
  /** What differs between the two; empty where no text is compared. */
  readonly segments: readonly Segment[];
  /** Of a change or drift: as the comparison found it. */
  readonly change?: Change;
  /** Of a problem: for its sentence. */
  readonly problem?: Problem;
  /** Of a file: values for its sentence. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** True where the person who asks has viewed it as it is now; never in what others read. */
  readonly viewed?: true;
}

export type ReviewedStatus = 'changed' | 'added' | 'removed' | 'renamed' | 'unreadable' | 'mended' | 'same';

/** A charter or template that the request touches. */
export interface ReviewedCharter {
  /** Its id, `template:` before that of a template; the file's name where it cannot be read. */
  readonly charter: string;
  readonly kind: 'charter' | 'template';
  readonly status: ReviewedStatus;
  readonly file: string;
  /** What it was called before, where it was called otherwise. */
  readonly former?: { readonly charter: string; readonly file: string };
  /**
   * Where the text comes from: `record` from an added capture, word for word; `edited` not quite what the added
   * capture shows; `proposal` from no added capture. Absent where no text changes, and for templates.
   */
  readonly origin?: 'record' | 'edited' | 'proposal';
  /** The added capture. */
  readonly capture?: { readonly file: string; readonly day: Day };
  /** Changes by class. */
  readonly summary: Summary;
  /** Both texts and all that differs, for who shows them whole; `a` is the base. Absent where one cannot be read. */
  readonly comparison?: VersionDiff;
  /** Where two texts cannot be compared, the one that there is: of what comes, of what goes, or as it was last read. */
  readonly alone?: LoneText;
  /** What stands in the file afterwards, where it cannot be read as a charter. */
  readonly unread?: string;
}

export interface LoneText {
  readonly side: 'before' | 'after';
  readonly document: CharterDocument;
}

/** A decision on drift that the request makes, alters, takes out, or leaves without effect. */
export interface ReviewedDecision {
  /** Unique in its review. */
  readonly id: string;
  readonly what: 'made' | 'altered' | 'removed' | 'lapsed';
  readonly portal: string;
  readonly place: ReviewPlace;
  readonly decision: Decision;
  /** Of one that was altered. */
  readonly previous?: Decision;
  /** Who brought it in or took it out, as git names them: nothing vouches for that. */
  readonly author?: Author & { readonly commit?: string };
  /** False where the policy takes no reason from the request itself. */
  readonly counts: boolean;
  /** Why it is without effect. */
  readonly why?: Lapse | StaleDecision['why'];
  /** Ids of the findings that it covers. */
  readonly covers: readonly string[];
  /** As of a finding. */
  readonly viewed?: true;
}

/** What the request does to one portal's drift from its template. */
export interface DriftEffect {
  readonly portal: string;
  readonly template: string;
  /** What changed: the portal's text, the template, or both. */
  readonly cause: 'charter' | 'template' | 'both';
  /** By the strongest class of which there is less or more; `both`: as many as before, but others. */
  readonly direction: 'nearer' | 'farther' | 'both';
  /** All differences from the template, by class. */
  readonly before: ClassCounts;
  readonly after: ClassCounts;
  /** Differences that end and that begin, by class. */
  readonly ended: ClassCounts;
  readonly begun: ClassCounts;
}

/**
 * `merge`: may be merged; `justify`: a reason is missing, and can be given; `correct`: something must be changed, or
 * decided by whoever may merge.
 */
export type VerdictOutcome = 'merge' | 'justify' | 'correct';

export interface Verdict {
  readonly outcome: VerdictOutcome;
  readonly passes: boolean;
  /** How many findings fail for each reason, weightiest first. */
  readonly reasons: readonly VerdictReason[];
}

export interface VerdictReason {
  readonly why:
    | 'unexplained'
    | 'self-agreed'
    | 'no-ledger'
    | 'conflict'
    | 'unreadable'
    | 'problem'
    | 'policy'
    | 'file';
  readonly count: number;
}

/** All that a request does. */
export interface Review {
  readonly request: RequestKind;
  /** Days of the captures of a record, in order, each once. */
  readonly observed: readonly Day[];
  /** Where the request is to be merged into; what it parted from; what it is; for what is staged the last is absent. */
  readonly base: ReviewState;
  readonly mergeBase: ReviewState;
  readonly head: ReviewState;
  /** How base and request go together. */
  readonly merge: 'ahead' | 'clean' | 'conflicts';
  readonly policy: PolicyReading;
  readonly verdict: Verdict;
  /** Of all changes of charters. */
  readonly summary: Summary;
  /** Those that fail first, then by class and severity, then by charter and place. */
  readonly findings: readonly ReviewFinding[];
  /** Those made first. Outputs list them first, and never fold them. */
  readonly decisions: readonly ReviewedDecision[];
  /** Portals whose drift changes, those that move away first. */
  readonly drift: readonly DriftEffect[];
  /** By their names. */
  readonly charters: readonly ReviewedCharter[];
}
