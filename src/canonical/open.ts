/** Opens a charter file, by the short way where it is canonical; everything else loads the full reader first. */
import type { CharterDocument } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import { type Located, type Pool, readCanonical } from './read.ts';

export interface Parsed {
  /** Absent where a problem of severity `error` was found. */
  readonly document?: CharterDocument;
  /** Path in the file's data (`/tables/0/rows/2/name`) to line, from 1. */
  readonly lines: ReadonlyMap<string, number>;
  /** In the order of their places. */
  readonly problems: readonly Problem[];
  /** Whether formatting the document gives these very bytes. */
  readonly canonical: boolean;
}

/** `pool` may be shared by files that are to be compared. */
export async function openDocument(text: string, pool?: Pool): Promise<Parsed> {
  const located = readCanonical(text, pool);
  if (located === undefined) {
    const { parseDocument } = await import('./parse.ts');
    return parseDocument(text);
  }
  return new Canonical(located);
}

class Canonical implements Parsed {
  readonly document: CharterDocument;
  readonly problems: readonly Problem[] = [];
  readonly canonical = true;
  readonly #located: Located;

  constructor(located: Located) {
    this.document = located.document;
    this.#located = located;
  }

  get lines(): ReadonlyMap<string, number> {
    return this.#located.lines;
  }
}
