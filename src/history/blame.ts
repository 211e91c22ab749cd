/**
 * Finds for each piece of a charter the version that gave it its present words. Pieces pass to the version before
 * by fingerprints alone; only where one has no equal there are the two versions read and compared, and what differs in
 * form only, or merely moved, split or joined, passes on.
 */
import type { CharterDocument } from '../model/charter.ts';
import type { Earlier, HistoryPage, Version } from '../model/history.ts';
import type { BlameState } from '../model/log.ts';
import type { Comparer } from './comparison.ts';
import { type Counterparts, findCounterparts } from './counterparts.ts';
import type { Documents } from './documents.ts';
import { shortId } from './entries.ts';
import { findEarlier, type Spot } from './places.ts';
import type { Print, Prints } from './prints.ts';

export interface BlameReading {
  readonly documents: Documents;
  readonly prints: Prints;
  readonly compare: Comparer;
}

/** What is blamed: a committed state by its blob, or the work tree, whose blob before is that of the commit. */
export interface Present {
  readonly document: CharterDocument;
  readonly file: string;
  readonly print: Print;
  /** Of the commit that the walk starts from; absent where the charter is not in it. */
  readonly blob?: string;
  /** Whether `document` is not what the commit holds. */
  readonly changed: boolean;
}

/** Where a piece came from; `version` is absent where it is not committed. */
export interface Origin {
  readonly state: BlameState;
  readonly version?: Version;
  /** The charter's name in that version. */
  readonly charter?: string;
}

/** A piece on its way back: its index among those asked for, and where it stands in the version reached. */
interface Open {
  readonly piece: number;
  readonly spot: Spot;
}

/** Pieces that have reached a version, which may be unreadable: then what came after it stands in for it. */
interface Group {
  readonly opens: readonly Open[];
  readonly print: Print;
  readonly document: () => Promise<CharterDocument | undefined>;
  readonly giver?: Version;
}

/** The origins of the pieces, in their order. Versions come newest first, no commit before all that follow it. */
export async function blamePieces(
  pieces: readonly Spot[],
  present: Present,
  { history, ...reading }: BlameReading & { readonly history: AsyncIterable<HistoryPage> },
): Promise<Origin[]> {
  const walk = new Walk(pieces.length, reading);
  const opens = pieces.map((spot, piece) => ({ piece, spot }));
  await walk.start(opens, present);
  if (walk.isDone()) return walk.finish();
  for await (const { versions } of history) {
    for (const version of versions) await walk.visit(version);
    if (walk.isDone()) break;
  }
  return walk.finish();
}

class Walk {
  readonly #origins: (Origin | undefined)[];
  readonly #reading: BlameReading;
  /** By the commit that they wait for. */
  readonly #byCommit = new Map<string, Group[]>();
  /** By the blob where the commit is not known. */
  readonly #byBlob = new Map<string, Group[]>();
  #last: Version | undefined;
  #left: number;

  constructor(pieces: number, reading: BlameReading) {
    this.#origins = Array.from({ length: pieces });
    this.#reading = reading;
    this.#left = pieces;
  }

  isDone(): boolean {
    return this.#left === 0;
  }

  async start(opens: readonly Open[], present: Present): Promise<void> {
    const own = { print: present.print, document: async () => present.document };
    if (present.blob === undefined) return this.#settle(opens, { state: 'uncommitted' });
    if (!present.changed) return this.#wait({ opens, ...own }, { file: present.file, blob: present.blob });
    const place = { file: present.file, blob: present.blob };
    const rest = await this.#pass({ opens, ...own }, [place], present.file);
    this.#settle(rest, { state: 'uncommitted' });
  }

  async visit(version: Version): Promise<void> {
    this.#last = version;
    for (const group of this.#take(version)) {
      const { file } = group.giver ?? version;
      const rest = await this.#pass(group, version.before, file, group.giver ?? version);
      const giver = group.giver ?? version;
      const state = giver.commit.boundary === true ? 'boundary' : 'committed';
      this.#settle(rest, { state, version: giver, charter: group.print.charter });
    }
  }

  /** What is left was beyond the end of the walk. */
  finish(): Origin[] {
    const version = this.#last;
    return this.#origins.map((origin) => origin ?? { state: 'boundary', ...(version ? { version } : {}) });
  }

  #take({ commit, blob }: Version): Group[] {
    const groups = [
      ...(this.#byCommit.get(commit.id) ?? []),
      ...(blob === undefined ? [] : (this.#byBlob.get(blob) ?? [])),
    ];
    this.#byCommit.delete(commit.id);
    if (blob !== undefined) this.#byBlob.delete(blob);
    return groups;
  }

  /** Hands every piece to the first of the versions before that has it; gives back those that none has. */
  async #pass(
    group: Group,
    before: readonly Earlier[],
    file: string,
    giver?: Version,
  ): Promise<readonly Open[]> {
    let rest = group.opens;
    const unlike: [Earlier, Print][] = [];
    for (const earlier of before) {
      if (rest.length === 0) return rest;
      const print = await this.#reading.prints.get(earlier.blob);
      if (!print) {
        // Nothing is known of an unreadable version: what it was made into stands for it.
        this.#wait({ ...group, opens: rest, ...(giver ? { giver } : {}) }, earlier);
        return [];
      }
      const { passed, left } = move(rest, findEarlier(print, group.print));
      this.#wait({ opens: passed, print, document: this.#documentOf(earlier.blob) }, earlier);
      rest = left;
      unlike.push([earlier, print]);
    }
    for (const [earlier, print] of unlike) {
      if (rest.length === 0) return rest;
      const find = await this.#compare(group, earlier, { print, file });
      if (!find) continue;
      const { passed, left } = move(rest, find);
      this.#wait({ opens: passed, print, document: this.#documentOf(earlier.blob) }, earlier);
      rest = left;
    }
    return rest;
  }

  async #compare(
    group: Group,
    earlier: Earlier,
    { print, file }: { readonly print: Print; readonly file: string },
  ): Promise<Counterparts | undefined> {
    const [a, b] = [await this.#documentOf(earlier.blob)(), await group.document()];
    if (!a || !b) return undefined;
    const { diff } = this.#reading.compare(
      { document: a, file: earlier.file, revision: shortId(earlier.blob) },
      { document: b, file, revision: '' },
    );
    return findCounterparts(diff, print, group.print);
  }

  #documentOf(blob: string): () => Promise<CharterDocument | undefined> {
    return async () => (await this.#reading.documents.open(blob)).document;
  }

  #wait(group: Group, { parent, blob }: Earlier): void {
    if (group.opens.length === 0) return;
    const [waiting, key] = parent === undefined ? [this.#byBlob, blob] : [this.#byCommit, parent];
    const groups = waiting.get(key);
    if (groups) groups.push(group);
    else waiting.set(key, [group]);
  }

  #settle(opens: readonly Open[], origin: Origin): void {
    for (const { piece } of opens) this.#origins[piece] = origin;
    this.#left -= opens.length;
  }
}

function move(
  opens: readonly Open[],
  find: (spot: Spot) => Spot | undefined,
): { readonly passed: readonly Open[]; readonly left: readonly Open[] } {
  const passed: Open[] = [];
  const left: Open[] = [];
  for (const open of opens) {
    const spot = find(open.spot);
    if (spot) passed.push({ piece: open.piece, spot });
    else left.push(open);
  }
  return { passed, left };
}
