/** The help of the command line, and the words around it. */
import { helpEnglish } from './cli-english.ts';
import { helpFrench } from './cli-french.ts';
import type { Catalogue } from './language.ts';

export interface HelpTexts {
  readonly tagline: string;
  readonly accessible: string;
  readonly usage: string;
  readonly commandWord: string;
  readonly optionsWord: string;
  readonly headings: Readonly<
    Record<
      | 'commands'
      | 'arguments'
      | 'options'
      | 'global'
      | 'forms'
      | 'statuses'
      | 'examples'
      | 'environment'
      | 'start',
      string
    >
  >;
  readonly more: string;
  readonly formats: (formats: string, first: string) => string;
  readonly choices: (choices: string) => string;
  /** One line for each command. */
  readonly commands: Readonly<Record<string, string>>;
  /** What a command does, in a few sentences. */
  readonly details: Readonly<Record<string, string>>;
  /** Names and explanations of arguments. */
  readonly arguments: Readonly<Record<string, readonly [name: string, text: string]>>;
  readonly values: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  /** By command, where an option means something else there. */
  readonly ownOptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How a charter is named, form and explanation. */
  readonly forms: Readonly<Record<string, readonly [string, string]>>;
  readonly statuses: readonly (readonly [string, string])[];
  readonly environment: readonly (readonly [string, string])[];
  readonly examples: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** First steps, for a person who calls the tool outside of any repository. */
  readonly start: readonly (readonly [string, string])[];
  /** Below the list of charters, for a bare `charter`. */
  readonly overviewMore: string;
}

export const helpMessages: Catalogue<HelpTexts> = { en: helpEnglish, fr: helpFrench };
