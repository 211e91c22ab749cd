/** Answers what the interactive screens ask of the history: further versions, and comparisons of any two. */
import type { Version } from '../model/history.ts';
import { isReadableAgain, type LogSheet, logSheet, remarksOf } from '../present/log-view.ts';
import { askGit } from '../store/git-process.ts';
import type { Action, Effect } from '../tui/action.ts';
import type { VersionRow } from '../tui/timeline/timeline.ts';
import { type BlameRequest, openBlame, readBlame } from './blame-reading.ts';
import type { Context } from './context.ts';
import { type ReadVersion, readVersions } from './log-entries.ts';
import { type LogWalk, openLogWalk } from './log-walk.ts';
import type { Past } from './past.ts';
import { sayFailure } from './screen.ts';
import { type Memory, openMemory } from './seen.ts';
import { readUncommitted, uncommittedRow } from './uncommitted.ts';
import { comparePair } from './version-pairs.ts';

type Asked<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

export interface Recall {
  answer(effect: Asked<'versions' | 'compare' | 'blame' | 'preview'>): Promise<Action>;
  /** Keeps what was looked at for the next time; gives back what must be said about that. */
  remember(): string;
  /** Ends what is read, and remembers what was looked at. */
  close(): void;
}

/** Few at first, so that they are seen at once. */
const firstPage = 8;
const laterPage = 32;
/** Who goes far back is better served by much at a time. */
const largestPage = 256;

interface Reading {
  readonly serial: number;
  readonly walk: LogWalk;
  readonly memory: Memory;
  readonly versions: AsyncGenerator<ReadVersion>;
  readonly state: { shallow: boolean };
  /** Commits made after the reader last looked. */
  readonly unseen: ReadonlySet<string>;
  readonly sheet: LogSheet;
  /** Of the last page. */
  size: number;
  /** What was read at once, until it is given out. */
  opening?: { readonly first: Some; readonly uncommitted: readonly VersionRow[] };
}

/** What the command line asked for, which the first question is about. */
export interface Opening {
  readonly walk?: LogWalk;
  readonly blame?: BlameRequest;
}

export function createRecall(context: Context, opening: Opening = {}): Recall {
  let { walk: first, blame } = opening;
  let reading: Reading | undefined;
  const pasts = createPasts();
  const looked: Memory[] = [];
  async function readVersionsOf({ serial, charters }: Asked<'versions'>): Promise<Action> {
    if (reading?.serial !== serial) {
      await reading?.versions.return(undefined);
      reading = undefined;
      const asking = first ? context : plain(context, charters);
      const walk = first ?? (await openLogWalk(asking));
      first = undefined;
      pasts.enter(walk.past);
      reading = await begin(serial, walk, asking);
      if (!walk.named) looked.push(reading.memory);
    }
    return readPage(reading);
  }
  async function readOrigins({ serial, charter }: Asked<'blame'>): Promise<Action> {
    const request = blame ?? (await openBlame(plain(context, [charter])));
    blame = undefined;
    pasts.enter(request.past);
    const { view, versions } = await readBlame(request);
    const sheet = sheetFor(request.past, context);
    const row = (version: Version | undefined): VersionRow =>
      version ? rowOfVersion(version, view.charter, sheet) : uncommittedRow(view.charter);
    const rows = versions.map(row);
    return { type: 'blamed', serial, view, rows };
  }
  async function compare({ pair, swapped }: Asked<'compare'>): Promise<Action> {
    const past = pasts.latest();
    if (!past) throw new Error('Versions are compared before any was read.');
    return { type: 'compared', pair, swapped, view: await comparePair(pair, { past, swapped }) };
  }
  async function preview({ row }: Asked<'preview'>): Promise<Action> {
    const past = pasts.latest();
    if (!past) throw new Error('A version is told of before any was read.');
    return {
      type: 'previewed',
      key: row.key,
      view: await comparePair({ to: row }, { past, swapped: false }),
    };
  }
  function remember(): string {
    return looked
      .splice(0)
      .map((memory) => memory.keep())
      .join('');
  }
  return {
    answer: async (effect) => {
      pasts.use();
      try {
        if (effect.kind === 'versions') return await readVersionsOf(effect);
        if (effect.kind === 'preview') return await preview(effect);
        return effect.kind === 'blame' ? await readOrigins(effect) : await compare(effect);
      } catch (cause) {
        return failed(effect, await sayFailure(cause, context));
      } finally {
        pasts.rest(reading?.walk.past);
      }
    },
    remember,
    close: () => {
      const notes = remember();
      if (notes !== '') context.tell(notes);
      void reading?.versions.return(undefined);
      for (const past of [first?.past, blame?.past]) past?.blobs.close();
      pasts.close();
    },
  };
}

interface Pasts {
  latest(): Past | undefined;
  enter(past: Past): void;
  use(): void;
  /** After each use: where no other goes on, lets go of what nothing is read from but that one and the latest. */
  rest(kept: Past | undefined): void;
  close(): void;
}

/** Each past has a git process and documents of its own. */
function createPasts(): Pasts {
  const open = new Set<Past>();
  let latest: Past | undefined;
  let users = 0;
  const closeAll = (kept: readonly (Past | undefined)[]): void => {
    for (const past of [...open].filter((one) => !kept.includes(one))) {
      past.blobs.close();
      open.delete(past);
    }
  };
  return {
    latest: () => latest,
    enter: (past) => {
      open.add(past);
      latest = past;
    },
    use: () => {
      users += 1;
    },
    rest: (kept) => {
      users -= 1;
      if (users === 0) closeAll([kept, latest]);
    },
    close: () => closeAll([]),
  };
}

function failed(effect: Asked<'versions' | 'compare' | 'blame' | 'preview'>, message: string): Action {
  switch (effect.kind) {
    case 'versions':
      return { type: 'versions-failed', serial: effect.serial, message };
    case 'blame':
      return { type: 'blame-failed', serial: effect.serial, message };
    case 'preview':
      return { type: 'preview-failed', key: effect.row.key, message };
    case 'compare':
      return { type: 'compare-failed', pair: effect.pair, swapped: effect.swapped, message };
  }
}

/** What the command line asked for was of another history. */
function plain(context: Context, charters: readonly string[]): Context {
  return { ...context, arguments: charters, options: {} };
}

async function begin(serial: number, walk: LogWalk, context: Context): Promise<Reading> {
  const { past, named } = walk;
  const state = { shallow: false };
  const versions = readVersions(walk, state);
  // What git is asked for beside the versions is not to come before them, one after the other.
  const sheet = sheetFor(past, context);
  const [first, { memory, unseen }, uncommitted] = await Promise.all([
    readSome({ versions, sheet, unseen: new Set() }, firstPage),
    readMemory(walk, context),
    named ? [] : readUncommitted(walk),
  ]);
  return {
    ...{ serial, walk, memory, state, versions, unseen, sheet },
    size: laterPage / 2,
    opening: { first: { ...first, rows: first.rows.map((row) => withUnseen(row, unseen)) }, uncommitted },
  };
}

interface Some {
  readonly rows: readonly VersionRow[];
  readonly done: boolean;
}

type Source = Pick<Reading, 'versions' | 'sheet' | 'unseen'>;

/** Each version is a row at once: the documents of a whole page, held together, would stay in memory for long. */
async function readSome({ versions, sheet, unseen }: Source, count: number): Promise<Some> {
  const rows: VersionRow[] = [];
  while (rows.length < count) {
    const next = await versions.next();
    if (next.done === true) return { rows, done: true };
    rows.push(withUnseen(rowOf(next.value, sheet), unseen));
    // Keys are not to wait for a page.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { rows, done: false };
}

async function readMemory(
  { past, targets }: LogWalk,
  context: Context,
): Promise<Pick<Reading, 'memory' | 'unseen'>> {
  const memory = await openMemory({ ...context, options: { ...context.options, new: true } }, past, targets);
  return { memory, unseen: await readUnseen(past.repository.root, past.commit, memory.not) };
}

function sheetFor({ timezone }: Past, { language }: Context): LogSheet {
  return logSheet({
    language,
    width: undefined,
    color: false,
    all: true,
    context: 0,
    patch: false,
    timezone,
  });
}

async function readUnseen(
  root: string,
  commit: string,
  not: readonly string[],
): Promise<ReadonlySet<string>> {
  if (not.length === 0) return new Set();
  const words = ['rev-list', commit, ...not.map((id) => `^${id}`)];
  return new Set((await askGit(root, words)).split('\n'));
}

async function readPage(reading: Reading): Promise<Action> {
  const { serial, memory, state, opening } = reading;
  const { first, uncommitted } = opening ?? {};
  delete reading.opening;
  if (!first) reading.size = Math.min(largestPage, reading.size * 2);
  const { rows: read, done } = first ?? (await readSome(reading, reading.size));
  const rows = [...(uncommitted ?? []), ...read];
  return { type: 'versions', serial, rows, done, shallow: state.shallow, looked: memory.not.length > 0 };
}

function withUnseen(row: VersionRow, unseen: ReadonlySet<string>): VersionRow {
  return unseen.has(row.version?.commit.id ?? '') ? { ...row, unseen: true } : row;
}

function rowOf({ version, entry }: ReadVersion, sheet: LogSheet): VersionRow {
  const remark = remarksOf(entry, sheet).join(' · ');
  return {
    ...rowOfVersion(version, entry.charter, sheet),
    status: entry.status,
    ...(entry.summary ? { summary: entry.summary } : {}),
    ...(remark === '' ? {} : { remark }),
    ...(isReadableAgain(entry) ? { readableAgain: true } : {}),
    ...(entry.fold ? { fold: entry.fold } : {}),
  };
}

function rowOfVersion(version: Version, charter: string, { moments }: LogSheet): VersionRow {
  return {
    key: `${version.commit.id} ${version.file}`,
    charter,
    status: 'changed',
    version,
    moment: moments.minute(version.commit.authored),
  };
}
