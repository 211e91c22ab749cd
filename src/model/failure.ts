/** The one error class for operational failures: a stable code, values for its sentence, and the exit status. */
import type { Problem } from './problem.ts';

/** 1 findings · 2 usage, unknown name · 3 input refused · 4 git or file system · 70 a bug of ours. */
export type FailureStatus = 1 | 2 | 3 | 4 | 70;

export interface FailureDetail {
  readonly values?: Readonly<Record<string, string | number>>;
  /** Nearest known names, best first. */
  readonly suggestions?: readonly string[];
  /** Where and why, for refused inputs; `file` is relative to the repository. */
  readonly problems?: readonly { readonly file: string; readonly problem: Problem }[];
  readonly cause?: unknown;
}

export class Failure extends Error {
  /** Kebab-case, stable; the sentence is in `messages/`. */
  readonly code: string;
  readonly status: FailureStatus;
  readonly values: Readonly<Record<string, string | number>>;
  readonly suggestions: readonly string[];
  readonly problems: NonNullable<FailureDetail['problems']>;

  constructor(code: string, status: FailureStatus, detail: FailureDetail = {}) {
    super(code, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'Failure';
    this.code = code;
    this.status = status;
    this.values = detail.values ?? {};
    this.suggestions = detail.suggestions ?? [];
    this.problems = detail.problems ?? [];
  }
}
