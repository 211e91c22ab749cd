/** What is kept of charters between runs of `drift`, outside of the repository; without it all is found out anew. */
import type { Survey } from '../drift/survey.ts';
import {
  type KeptFile,
  type KeptSurveys,
  noSurveys,
  parseSurveys,
  SurveyGatherer,
} from '../drift/survey-file.ts';
import { readCached, writeCached } from '../store/cache.ts';
import { FileStates, programStamp } from '../store/file-state.ts';
import { cacheFolder, folderKey } from '../store/user-folders.ts';
import type { Context } from './context.ts';
import type { ShelfFile } from './shelves.ts';

export interface Keeping {
  /** Of a file of the work tree, where it can be told. */
  stateOf(file: ShelfFile): string | undefined;
  /** What was kept of a file in that state. */
  find(file: string, state: string | undefined): Survey | undefined;
  /** What was kept of a file that said the same. */
  recall(digest: string): Survey | undefined;
  keep(file: string, state: string | undefined, survey: Survey): Survey;
  /** Of the files that were asked for, and no others. */
  write(): void;
}

/** Fewer charters are read as fast as what was kept of them. */
const fewest = 50;

export function openKeeping({ env }: Context, root: string, charters: number): Keeping {
  const folder = charters < fewest ? undefined : cacheFolder(env);
  if (folder === undefined) return new Memory(root, noSurveys, () => undefined);
  const name = `drift-${folderKey(root)}`;
  const program = programStamp();
  const text = readCached(folder, name);
  const kept = text === undefined ? noSurveys : parseSurveys(text, program);
  return new Memory(root, kept, (made, gathered) =>
    writeCached(folder, name, [...gathered.format(made, program)]),
  );
}

class Memory implements Keeping {
  readonly #root: string;
  readonly #kept: KeptSurveys;
  readonly #write: (made: KeptSurveys, gathered: SurveyGatherer) => void;
  readonly #gathered: SurveyGatherer;
  readonly #states = new FileStates();
  /** By digest. */
  readonly #made = new Map<string, Survey>();
  readonly #files = new Map<string, KeptFile>();
  #changed = false;

  constructor(root: string, kept: KeptSurveys, write: (made: KeptSurveys, gathered: SurveyGatherer) => void) {
    this.#root = root;
    this.#kept = kept;
    this.#gathered = new SurveyGatherer(kept);
    this.#write = write;
  }

  stateOf({ file, blob }: ShelfFile): string | undefined {
    return blob === undefined ? this.#states.of(`${this.#root}/${file}`) : undefined;
  }

  find(file: string, state: string | undefined): Survey | undefined {
    const known = this.#kept.files.get(file);
    if (!known || state === undefined || known.state !== state) return undefined;
    this.#files.set(file, known);
    return known.survey;
  }

  recall(digest: string): Survey | undefined {
    return this.#made.get(digest) ?? this.#kept.surveys.get(digest);
  }

  keep(file: string, state: string | undefined, survey: Survey): Survey {
    this.#changed = true;
    const shared = this.#gathered.share(survey);
    this.#made.set(shared.digest, shared);
    if (state !== undefined) this.#files.set(file, { file, state, survey: shared });
    return shared;
  }

  write(): void {
    if (!this.#changed) return;
    const surveys = new Map(this.#made);
    for (const { survey } of this.#files.values())
      if (!surveys.has(survey.digest)) surveys.set(survey.digest, survey);
    this.#write({ surveys, files: this.#files }, this.#gathered);
  }
}
