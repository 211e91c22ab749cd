/** What is wrong with an input, as data: a stable code, its place, and values for the sentence that tells it. */
export interface Problem {
  /** Kebab-case, stable; the sentence is in `messages/`. */
  readonly code: string;
  /** `error` refuses the input; `warning` is shown and counted by `lint`. */
  readonly severity: 'error' | 'warning';
  /** Place in the data: keys and indexes from the root. */
  readonly path: readonly (string | number)[];
  /** From 1; absent where the whole file is meant. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
  /** Values for the sentence, by name. */
  readonly values: Readonly<Record<string, string | number>>;
}
