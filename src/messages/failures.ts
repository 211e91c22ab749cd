/** What went wrong and what to do next, one sentence a failure code; values are set in as they are. */
import { englishFailures } from './failures-english.ts';
import { frenchFailures } from './failures-french.ts';
import type { Catalogue } from './language.ts';

type Values = Readonly<Record<string, string | number>>;
type Sentence = (values: Values) => string;

export interface FailureTexts {
  /** What stands before every message. */
  readonly prefix: string;
  readonly suggestion: (names: string) => string;
  readonly help: (command: string) => string;
  /** For a code without a sentence of its own. */
  readonly other: (code: string) => string;
  readonly bug: (what: string) => string;
  readonly sentences: Readonly<Record<string, Sentence>>;
}

export const failureMessages: Catalogue<FailureTexts> = { en: englishFailures, fr: frenchFailures };
