/** What the outputs of `drift` say around the matrix and the findings. */

import type { ChangeClass, Day } from '../model/charter.ts';
import type { FindingState, Lapse, StaleDecision } from '../model/drift.ts';
import { englishDrift } from './drift-english.ts';
import { frenchDrift } from './drift-french.ts';
import type { Catalogue } from './language.ts';

export interface Decided {
  readonly status: 'agreed' | 'to-fix';
  readonly on: Day;
  readonly by?: string;
  readonly reason?: string;
  readonly until?: Day;
  /** What the portal said then. */
  readonly text?: string;
}

export interface DriftMessages {
  /** A class in a cell of the matrix: few letters, told apart by more than their case. */
  readonly letters: Readonly<Record<ChangeClass, string>>;
  /** One finding's class, beside it. */
  readonly tag: Readonly<Record<ChangeClass, string>>;
  /** So many findings of a class, where the noun is understood. */
  readonly count: (level: ChangeClass, count: number) => string;
  readonly states: Readonly<Record<FindingState, string>>;
  /** So many findings in a state, where the noun is understood. */
  readonly stateCount: (state: FindingState, count: number) => string;
  /** A state beside its finding, with the day that it hangs on. */
  readonly stateTag: (
    state: FindingState,
    decided: { readonly until?: Day; readonly lapse?: Lapse },
  ) => string;
  /** Columns without a label of their own, by kind. */
  readonly columns: Readonly<Record<'document' | 'section' | 'table' | 'elsewhere', string>>;
  readonly title: (template: string, portals: number) => string;
  readonly toSettle: (count: number) => string;
  readonly nothingToSettle: string;
  /** `asked` is the only template that was looked at. */
  readonly nothingCompared: (asked: string | undefined) => string;
  readonly countedFrom: (level: ChangeClass) => string;
  /** Of rows, in the place of their names: so many portals, or these. */
  readonly clean: (portals: number) => string;
  readonly cleanNamed: (portals: readonly string[]) => string;
  readonly alike: (portal: string, others: number) => string;
  readonly alikeNamed: (portals: readonly string[]) => string;
  readonly more: (portals: number) => string;
  readonly moreFindings: (count: number) => string;
  readonly heads: {
    readonly portal: string;
    readonly portals: string;
    readonly toSettle: string;
    readonly template: string;
    readonly section: string;
    /** Cookie and column, or field. */
    readonly place: string;
    readonly level: string;
    readonly rule: string;
    readonly state: string;
    readonly until: string;
    readonly reason: string;
    readonly by: string;
    readonly on: string;
    readonly reference: string;
    readonly direction: string;
    readonly templateSays: string;
    readonly portalSays: string;
    readonly change: string;
  };
  readonly legend: {
    readonly none: string;
    readonly agreed: string;
    readonly toFix: string;
    readonly lapsed: string;
    readonly alike: string;
    readonly head: (short: string, full: string) => string;
  };
  readonly folded: (parts: readonly string[]) => string;
  /** Where the text has changed since, with the words that it was made for. */
  readonly decided: (decision: Decided, lapse?: Lapse) => string;
  readonly variant: (place: string, text: string, exact: boolean) => string;
  readonly usedVariants: string;
  readonly unusedVariants: string;
  readonly staleTitle: string;
  /** The same of a template that is only asked about. */
  readonly wouldLapse: string;
  readonly stale: Readonly<Record<StaleDecision['why'], string>>;
  readonly noticesTitle: string;
  readonly notice: (portal: string, text: string) => string;
  /** One change made alike at several cookies; `others`: beside one that was named. */
  readonly atCookies: (cookies: readonly string[]) => string;
  readonly alsoAtCookies: (others: readonly string[]) => string;
  /** Which way a drift goes: one word for a table. */
  readonly directions: Readonly<Record<'local' | 'shared' | 'behind', string>>;
  readonly onlyHere: (of: number) => string;
  /** Beside the portal that it is told of; `more` are not named. */
  readonly alsoIn: (names: readonly string[], more: number) => string;
  /** What the template said at a commit, until a day where the next version is committed. */
  readonly behind: (commit: string, until: Day | undefined) => string;
  readonly inPortals: (count: number, of: number) => string;
  readonly majority: (portals: number, of: number) => string;
  readonly majorityOther: (
    portals: number,
    of: number,
    other: { readonly reference: string; readonly text?: string },
  ) => string;
  /** What each command that follows it does. */
  readonly next: Readonly<Record<'diff' | 'accept' | 'fix' | 'prune' | 'day', string>>;
  readonly accessible: {
    readonly title: (template: string, portals: number) => string;
    readonly portal: (portal: string, count: number) => string;
    readonly finding: (index: number, count: number, level: ChangeClass) => string;
    readonly state: (text: string) => string;
    /** What made a finding substantive. */
    readonly touches: (what: readonly string[]) => string;
    readonly reference: (reference: string) => string;
    readonly sentence: (text: string) => string;
    /** Leaves the stop of a text that has one. */
    readonly ended: (text: string) => string;
    readonly capital: (text: string) => string;
    readonly folded: (parts: readonly string[]) => string;
    readonly sections: (parts: readonly string[]) => string;
    readonly section: (name: string, count: number, level: ChangeClass, state: string) => string;
  };
  /** On standard error: charters that were not compared. */
  readonly without: (portals: readonly string[]) => string;
}

export const driftMessages: Catalogue<DriftMessages> = { en: englishDrift, fr: frenchDrift };
