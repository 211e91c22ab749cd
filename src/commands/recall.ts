/** Answers what the interactive screens ask of the history: further versions, and comparisons of any two. */
import { type LogSheet, logSheet, remarksOf } from '../present/log-view.ts';
import { askGit } from '../store/git-process.ts';
import type { Action, Effect } from '../tui/action.ts';
import type { VersionRow } from '../tui/timeline/timeline.ts';
import type { Context } from './context.ts';
import { type ReadVersion, readVersions } from './log-entries.ts';
import { type LogWalk, openLogWalk } from './log-walk.ts';
import { sayFailure } from './screen.ts';
import { type Memory, openMemory } from './seen.ts';
import { readUncommitted } from './uncommitted.ts';
import { comparePair } from './version-pairs.ts';

type Asked<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

export interface Recall {
  answer(effect: Asked<'versions' | 'compare'>): Promise<Action>;
  /** Ends what is read, and remembers what was looked at. */
  close(): void;
}

/** Few at first, so that they are seen at once. */
const firstPage = 8;
const laterPage = 32;

interface Reading {
  readonly serial: number;
  readonly walk: LogWalk;
  readonly memory: Memory;
  readonly versions: AsyncGenerator<ReadVersion>;
  readonly state: { shallow: boolean };
  /** Commits made after the reader last looked. */
  readonly unseen: ReadonlySet<string>;
  readonly sheet: LogSheet;
  started: boolean;
}

/** `opening` is the walk that the first question is about. */
export function createRecall(context: Context, opening?: LogWalk): Recall {
  let first = opening;
  let reading: Reading | undefined;
  const looked: Memory[] = [];
  async function read({ serial, charters }: Asked<'versions'>): Promise<Action> {
    if (reading?.serial !== serial) {
      if (reading) await end(reading);
      reading = undefined;
      reading = await begin(serial, await (first ?? openLogWalk(plain(context, charters))), context);
      first = undefined;
      if (!reading.walk.named) looked.push(reading.memory);
    }
    return readPage(reading);
  }
  return {
    answer: async (effect) => {
      try {
        if (effect.kind === 'versions') return await read(effect);
        const { pair, swapped } = effect;
        if (!reading) throw new Error('Versions are compared before any was read.');
        const view = await comparePair(pair, { past: reading.walk.past, swapped });
        return { type: 'compared', pair, swapped, view };
      } catch (cause) {
        const message = await sayFailure(cause, context);
        if (effect.kind === 'versions') return { type: 'versions-failed', serial: effect.serial, message };
        return { type: 'compare-failed', pair: effect.pair, swapped: effect.swapped, message };
      }
    },
    close: () => {
      const notes = looked.map((memory) => memory.keep()).join('');
      if (notes !== '') context.tell(notes);
      if (reading) void end(reading);
      else first?.past.blobs.close();
    },
  };
}

/** What the command line asked for was of another history. */
function plain(context: Context, charters: readonly string[]): Context {
  return { ...context, arguments: charters, options: {} };
}

async function begin(serial: number, walk: LogWalk, context: Context): Promise<Reading> {
  const { past, targets } = walk;
  const memory = await openMemory({ ...context, options: { new: true } }, past, targets);
  const state = { shallow: false };
  return {
    ...{ serial, walk, memory, state, started: false },
    versions: readVersions(walk, state),
    unseen: await readUnseen(past.repository.root, past.commit, memory.not),
    sheet: logSheet({
      ...{ language: context.language, width: undefined, color: false, all: true, context: 0, patch: false },
      timezone: past.timezone,
    }),
  };
}

async function end({ versions, walk }: Reading): Promise<void> {
  walk.past.blobs.close();
  await versions.return(undefined);
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
  const { serial, versions, memory, state, walk } = reading;
  const isFirst = !reading.started;
  reading.started = true;
  const rows: VersionRow[] = isFirst && !walk.named ? await readUncommitted(walk) : [];
  const size = rows.length + (isFirst ? firstPage : laterPage);
  let done = false;
  while (rows.length < size && !done) {
    const next = await versions.next();
    if (next.done === true) done = true;
    else rows.push(rowOf(next.value, reading));
    // Keys are not to wait for a page.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { type: 'versions', serial, rows, done, shallow: state.shallow, looked: memory.not.length > 0 };
}

function rowOf({ version, entry }: ReadVersion, { sheet, unseen }: Reading): VersionRow {
  const remark = remarksOf(entry, sheet).join(' · ');
  return {
    key: `${version.commit.id} ${version.file}`,
    charter: entry.charter,
    status: entry.status,
    version,
    moment: sheet.moments.minute(version.commit.authored),
    ...(entry.summary ? { summary: entry.summary } : {}),
    ...(remark === '' ? {} : { remark }),
    ...(entry.fold ? { fold: entry.fold } : {}),
    ...(unseen.has(version.commit.id) ? { unseen: true } : {}),
  };
}
