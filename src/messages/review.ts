/** What the outputs of `review` say: what the request is, what it changes, and whether it may be merged. */
import type { ChangeClass, Day } from '../model/charter.ts';
import type {
  DriftEffect,
  RequestKind,
  ReviewedDecision,
  ReviewRule,
  Ruling,
  Severity,
  VerdictOutcome,
  VerdictReason,
} from '../model/review.ts';
import type { Catalogue } from './language.ts';
import { englishReview } from './review-english.ts';
import { frenchReview } from './review-french.ts';

type Values = Readonly<Record<string, string | number>>;

/** How much drift there was and is, of the classes that count there. */
export interface DriftTold {
  readonly portal: string;
  readonly template: string;
  /** Counts; the second may name its class. */
  readonly from: string;
  readonly to: string;
  /** No difference is left. */
  readonly isClean: boolean;
}

export interface ReviewMessages {
  /** The first line: what the request is; `days` are those of the captures of a record. */
  readonly request: (kind: RequestKind, days: readonly Day[]) => string;
  readonly verdict: Readonly<Record<VerdictOutcome, string>>;
  /** Before the verdict where it is repeated at the end. */
  readonly result: (verdict: string) => string;
  readonly reason: (why: VerdictReason['why'], count: number) => string;
  /** The weakest class that needs a reason, and where that is said. */
  readonly gate: (failOn: ChangeClass, source: 'base' | 'default' | 'option') => string;
  /** How many of each the request touches. */
  readonly touched: (charters: number, templates: number) => string;
  readonly headings: Readonly<Record<'decisions' | 'failing' | 'warnings' | 'others' | 'drift', string>>;
  /** Beside a finding. */
  readonly ruling: Readonly<Record<Ruling, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly isProtected: string;
  /** Of a whole file. */
  readonly file: Readonly<Record<ReviewRule, (values: Values) => string>>;
  /** A difference from the template that the portal's own text did not bring. */
  readonly drift: string;
  readonly effect: (direction: DriftEffect['direction'], drift: DriftTold) => string;
  readonly decision: Readonly<Record<ReviewedDecision['what'], string>>;
  /** Who did it, as git names them, and the digits of the commit. */
  readonly author: (what: ReviewedDecision['what'], name: string, commit: string | undefined) => string;
  readonly notCounted: string;
  readonly folded: (parts: readonly string[]) => string;
  readonly older: (count: number) => string;
  readonly more: (count: number) => string;
  readonly portals: (count: number) => string;
  /** What reviewer and author can do next. */
  readonly next: {
    readonly reviewer: string;
    readonly author: string;
    readonly record: string;
    readonly proposal: string;
    readonly noLedger: string;
    readonly selfAgreed: string;
    readonly conflict: (base: string) => string;
    /** For a charter that names no template, so that its drift takes reasons. */
    readonly follow: (file: string, template: string) => string;
  };
  readonly nothing: string;
  /** All of the request is in the base: in the place of what a request is, and of its verdict. */
  readonly merged: (head: string, base: string) => string;
  readonly mergedNext: string;
  /** What the one who asks has viewed. */
  readonly marks: {
    readonly viewed: string;
    readonly count: (count: number, of: number) => string;
    readonly marked: (count: number, isViewed: boolean) => string;
    /** Some are left out, as was asked. */
    readonly shown: (count: number, of: number) => string;
  };
  readonly accessible: {
    readonly finding: (index: number, count: number, level: string) => string;
    readonly ruling: (text: string) => string;
    readonly place: (file: string, line: number | undefined) => string;
    readonly reference: (reference: string) => string;
  };
}

export const reviewMessages: Catalogue<ReviewMessages> = { en: englishReview, fr: frenchReview };
