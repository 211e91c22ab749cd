/** What an import is asked for: a page, its portal, and how to read it. */
import type { Media } from '../capture/reading.ts';
import type { Day } from '../model/charter.ts';
import type { Repository } from '../store/repository.ts';
import type { Shelf } from './shelves.ts';

/** One page to import. */
export interface Job {
  readonly portal: string;
  readonly bytes: Buffer;
  /** The page's file as the user knows it. */
  readonly shown: string;
  /** With its dot; absent where the file has none of those known. */
  readonly extension?: string;
  readonly day: Day;
}

export interface ImportOptions {
  readonly as?: Media;
  readonly page?: string;
  readonly template?: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

export interface Workshop {
  readonly repository: Repository;
  readonly shelf: Shelf;
}
