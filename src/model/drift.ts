/** How charters differ from the template that they follow, and what was decided about each difference. */
import type { Change, ChangeKind, Notice } from './change.ts';
import type { ChangeClass, Day, Decision, InlineText } from './charter.ts';

/**
 * What became of a difference, least pressing first. Agreed until a day that passed, or for a weaker class than it now
 * has, it has lapsed; to be corrected by a day that passed, it is overdue.
 */
export const findingStates = ['agreed', 'to-fix', 'unexplained', 'lapsed', 'overdue'] as const;
export type FindingState = (typeof findingStates)[number];

/** The states in which somebody still has to decide or act. */
export const openStates = ['unexplained', 'lapsed', 'overdue'] as const satisfies readonly FindingState[];

/**
 * Why a decision does not cover its finding: its day passed, the difference has a stronger class, no reason is given,
 * or it was made for other words in the same place, or for the same words where they differed otherwise from the template.
 */
export type Lapse = 'ended' | 'stronger' | 'reasonless' | 'changed' | 'differs-otherwise';

/** One difference of one portal from its template; in the change `a` is the template, `b` the charter. */
export interface Finding {
  readonly portal: string;
  /** Id of the matrix's column that it counts in. */
  readonly column: string;
  readonly change: Change;
  /** Of a cell: its identity with every other of its column where the same text gave way to the same text. */
  readonly alike?: string;
  /**
   * The first digits of the fingerprint, or of `alike` where several rows of a portal have it; as many as tell apart
   * all findings that it is told with.
   */
  readonly reference: string;
  readonly state: FindingState;
  /** The one made for it, whether it still covers it or not. */
  readonly decision?: Decision;
  /** Where it lapsed. */
  readonly lapse?: Lapse;
}

/** A decision that stands for nothing. */
export interface StaleDecision {
  readonly portal: string;
  readonly decision: Decision;
  /**
   * `unmatched`: no difference answers to it, as the text changed again or follows the template; `ambiguous`: its few
   * digits name several; `superseded`: a later one was made for the same difference.
   */
  readonly why: 'unmatched' | 'ambiguous' | 'superseded';
}

/** A block of the template where the charter uses, or comes nearest to, another wording that counts as its own. */
export interface VariantUse {
  /** Index of the block in the template's body. */
  readonly block: number;
  /** Index in the block's `variants`. */
  readonly variant: number;
  /** True where the charter says just that, up to typography. */
  readonly exact: boolean;
}

/** One difference, whatever was decided about it. */
export interface Difference {
  readonly change: Change;
  /** Id of the matrix's column that it counts in. */
  readonly column: string;
  /** Of a change made alike in several rows: one fingerprint for all of them. */
  readonly alike?: string;
}

/** What a charter's texts differ in from the template's, and nothing that another day or another portal changes. */
export interface Comparison {
  /** In reading order: language, title, body, tables. */
  readonly differences: readonly Difference[];
  readonly variants: readonly VariantUse[];
  readonly notices: readonly Notice[];
}

/** One charter against its template, in full. */
export interface PortalDrift {
  readonly portal: string;
  /** Id of the template. */
  readonly template: string;
  /** In reading order: variables, language, title, body, tables. */
  readonly findings: readonly Finding[];
  readonly stale: readonly StaleDecision[];
  readonly variants: readonly VariantUse[];
  readonly notices: readonly Notice[];
}

/** How much of one template a charter shares, up to small rewordings. */
export interface TemplateMatch {
  readonly template: string;
  /** Blocks of text and rows of the template that the charter has too, and how many the template has. */
  readonly blocks: number;
  readonly ofBlocks: number;
  readonly rows: number;
  readonly ofRows: number;
}

/** Of what one of two templates says and the other does not, blocks and rows together: how much a charter has. */
export interface TemplateOwn {
  readonly template: string;
  readonly has: number;
  readonly of: number;
}

/** Which of several templates a charter stands nearest to. */
export interface Generation {
  readonly portal: string;
  /** The template that the charter itself names. */
  readonly named?: string;
  /** The nearest one; absent where it shares too little with any. */
  readonly nearest?: string;
  /** The templates of the charter's language, nearest first. */
  readonly matches: readonly TemplateMatch[];
  /** Two templates of which it has much of what only the one says, and much of what only the other says. */
  readonly between?: readonly [TemplateOwn, TemplateOwn];
}

/** A column of the matrix. */
export interface DriftColumn {
  /** Unique in its matrix. */
  readonly id: string;
  /**
   * `document`: variables, language and title; `section`: text of one of the template's sections; `table`: a table of
   * the template, and a section where that table alone stands; `elsewhere`: text in none of the sections, a table that the template lacks.
   */
  readonly kind: 'document' | 'section' | 'table' | 'elsewhere';
  /** Short, by language; where it is absent the kind names the column. */
  readonly label?: Readonly<Record<string, string>>;
  /** Where columns before it are called the same: which one of them it is, from 2 on. */
  readonly number?: number;
}

export type ClassCounts = Readonly<Record<ChangeClass, number>>;
export type StateCounts = Readonly<Record<FindingState, ClassCounts>>;

/** The findings of one portal in one column. */
export interface DriftCell {
  readonly count: number;
  /**
   * The strongest class of the open findings that need settling; where there is none, of all findings. Absent where
   * there is no finding.
   */
  readonly class?: ChangeClass;
  /** The most pressing state among the findings of that class. */
  readonly state?: FindingState;
  readonly counts: StateCounts;
}

export interface DriftRow {
  readonly portal: string;
  readonly count: number;
  readonly counts: StateCounts;
  /** One a column, in their order. */
  readonly cells: readonly DriftCell[];
}

/** The portals that follow one template; rows in the order in which the portals were given. */
export interface DriftMatrix {
  readonly template: string;
  /** Document, sections, tables in the template's order; `elsewhere` only where a portal has a finding there. */
  readonly columns: readonly DriftColumn[];
  readonly rows: readonly DriftRow[];
  /** One a column: over all rows. */
  readonly totals: readonly DriftCell[];
  readonly counts: StateCounts;
}

/** The same difference in one portal or several. */
export interface DriftGroup {
  readonly fingerprint: string;
  readonly reference: string;
  readonly column: string;
  readonly kind: ChangeKind;
  /** The strongest class that it has in any portal. */
  readonly class: ChangeClass;
  /** Where one change was made alike in several rows: these. */
  readonly cookies?: readonly string[];
  /** Of every portal that says so, in the order given. */
  readonly findings: readonly Finding[];
  readonly direction: Direction;
}

/** A version of the template that has been replaced since. */
export interface EarlierVersion {
  /** Git's object id. */
  readonly commit: string;
  readonly on: Day;
  /** When the next one came; absent where that is not committed yet. */
  readonly until?: Day;
}

/** Whether one portal says so or several, or what the template once said, and what most portals say in that place. */
export interface Direction {
  readonly kind: 'local' | 'shared' | 'behind';
  /** Where it is what the template said before: the newest version that did. */
  readonly behind?: EarlierVersion;
  /** Portals that say so. */
  readonly portals: number;
  /** Their ids, in order. */
  readonly names: readonly string[];
  /** Portals that follow the template. */
  readonly of: number;
  readonly majority: Majority;
}

/** What more portals than any other say in a place; no text is told where the template's own wording has as many. */
export interface Majority {
  readonly portals: number;
  /** Absent where it is the template's own wording, or one of its variants. */
  readonly fingerprint?: string;
  /** What they say, in short. */
  readonly text?: string;
}

/** An approved wording that no portal uses. */
export interface UnusedVariant {
  readonly block: number;
  readonly section?: string;
  readonly variant: number;
  readonly text: InlineText;
}

/** The portals that follow one template, as a whole. */
export interface TemplateDrift {
  readonly template: string;
  readonly portals: readonly PortalDrift[];
  readonly matrix: DriftMatrix;
  readonly unusedVariants: readonly UnusedVariant[];
}
