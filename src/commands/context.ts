/** What a command is given and what it gives back: everything of the outside world comes in here, as data. */
import type { Day } from '../model/charter.ts';
import type { FailureStatus } from '../model/failure.ts';
import type { Language } from '../model/language.ts';
import type { Host } from '../tui/terminal.ts';
import type { OptionValues } from './arguments.ts';
import type { Format } from './command-table.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process around a command; `cli.ts` fills it in. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Environment;
  readonly today: Day;
  readonly stdin: { readonly terminal: boolean; read(): Promise<Buffer> };
  readonly stdout: { readonly terminal: boolean; readonly columns?: number };
  /** The process's own ends, for what draws on the terminal. */
  readonly host?: () => Host;
  /** Puts a message on standard error at once. */
  tell(text: string): void;
  /** The files that run, absolute: what git is told to call. */
  readonly program?: { readonly runtime: string; readonly script: string };
}

export interface Screen {
  readonly host: () => Host;
  readonly env: Environment;
}

/** What every command is given. */
export interface Context {
  /** Where relative paths start and the search for a repository begins; absolute. */
  readonly directory: string;
  readonly arguments: readonly string[];
  readonly options: OptionValues;
  readonly format: Format;
  readonly language: Language;
  /** True where `--lang` said so, which also rules shared outputs. */
  readonly languageAsked: boolean;
  readonly color: boolean;
  readonly accessible: boolean;
  /** Display cells a line. */
  readonly width: number;
  /** Whether a terminal gets the output. */
  readonly terminal: boolean;
  readonly today: Day;
  /** For the user's own folders; nothing else is decided by it. */
  readonly env: Environment;
  /** The terminal, where the interactive UI may open. */
  readonly screen?: Screen;
  readonly stdin: Surroundings['stdin'];
  readonly tell: Surroundings['tell'];
  readonly program?: Surroundings['program'];
}

/** How a command ended. */
export interface Ending {
  /** 130: interrupted by a key. */
  readonly status: 0 | FailureStatus | 130;
  readonly messages?: string;
}

/** What a command gives back: data for standard output, messages for standard error. */
export interface Outcome extends Ending {
  readonly output?: string;
  /**
   * In the place of `output`: written piece by piece as it comes, and ended early where nobody reads on. What it
   * returns counts in the place of the outcome's own status and messages.
   */
  readonly stream?: AsyncGenerator<string, Ending>;
  /** The output may go through a pager. */
  readonly pages?: boolean;
}

export type Command = (context: Context) => Outcome | Promise<Outcome>;
