/**
 * Reads the stream of `git log` as commits with the files they changed. Every field ends with a NUL and is known by
 * its position, and no field of a commit can hold a NUL: no message, name or path can forge an entry.
 */
import type { HistoryCommit, Trailer } from '../model/history.ts';
import { createFieldCutter } from './chunks.ts';
import { gitFailure } from './git-process.ts';

/** A file that a commit changed: what it was in each parent, and what it became. */
export interface RawEntry {
  readonly file: string;
  /** One for each parent in git, in their order; undefined where that parent lacks the file. */
  readonly sides: readonly (string | undefined)[];
  readonly blob: string | undefined;
}

export interface RawCommit {
  readonly commit: Omit<HistoryCommit, 'merge'>;
  readonly entries: readonly RawEntry[];
}

/** For `--format`; what `readHeader` reads. */
export const commitFormat = [
  '%H',
  '%P',
  '%an',
  '%ae',
  '%aI',
  '%cI',
  '%s',
  '%(trailers:only=true,unfold=true,separator=%x0A)',
  '%b',
  '',
].join('%x00');
const headerFields = 9;

export interface CommitReader {
  push(chunk: Buffer): void;
  /** The commits that are complete. */
  take(): RawCommit[];
  /** At the end of the stream: the last one too. */
  finish(): RawCommit[];
}

export interface CommitReaderOptions {
  /** Of the charter repository's root in git's, empty or with a final slash. */
  readonly prefix: string;
  /** Where a shallow clone ends. */
  readonly boundaries: ReadonlySet<string>;
}

export function createCommitReader(options: CommitReaderOptions): CommitReader {
  const cut = createFieldCutter();
  const state: Reading = { options, header: [], entries: [], change: undefined, ready: [] };
  return {
    push: (chunk) => {
      for (const field of cut(chunk)) accept(state, field);
    },
    take: () => state.ready.splice(0),
    finish: () => {
      complete(state);
      return state.ready.splice(0);
    },
  };
}

interface Reading {
  readonly options: CommitReaderOptions;
  header: string[];
  entries: RawEntry[];
  /** The first half of an entry, before its path. */
  change: string | undefined;
  readonly ready: RawCommit[];
}

function accept(state: Reading, field: string): void {
  const { change, header, entries, options } = state;
  if (change !== undefined) {
    const entry = readEntry(change, field, options.prefix);
    if (entry) entries.push(entry);
    state.change = undefined;
  } else if (header.length > 0 && header.length < headerFields) header.push(field);
  else if (field.startsWith(':') || field.startsWith('\n:')) state.change = field.trimStart();
  else if (field !== '') {
    complete(state);
    if (!/^[0-9a-f]{40,64}$/.test(field)) throw gitFailure('log');
    state.header.push(field);
  }
}

function complete(state: Reading): void {
  const { header, entries, options } = state;
  if (header.length === headerFields)
    state.ready.push({ commit: readHeader(header, options.boundaries), entries });
  state.header = [];
  state.entries = [];
}

function readHeader(
  fields: readonly string[],
  boundaries: ReadonlySet<string>,
): Omit<HistoryCommit, 'merge'> {
  const [
    id = '',
    parents = '',
    name = '',
    email = '',
    authored = '',
    committed = '',
    subject = '',
    trailerLines = '',
    body = '',
  ] = fields;
  return {
    id,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    author: { name, email },
    authored: authored || epoch,
    committed: committed || epoch,
    subject,
    trailers: readTrailers(trailerLines),
    ...(statesContent(body) ? { statesContent: true } : {}),
    ...(boundaries.has(id) ? { boundary: true } : {}),
  };
}

/** For a commit whose date cannot be read. */
const epoch = '1970-01-01T00:00:00+00:00';

/** Git reads the last paragraph alone; a squash leaves those of its commits above it. */
function statesContent(body: string): boolean {
  return [...body.matchAll(/^[ \t]*change[ \t]*:(.*)$/gim)].some(
    ([, value = '']) => value.trim().toLowerCase() !== 'technical',
  );
}

/** One a line: git unfolds their values. */
function readTrailers(text: string): Trailer[] {
  return text.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon <= 0 ? [] : [{ key: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
  });
}

/** The files of a listing by `git diff-tree --raw -z` between two trees. */
export function readChanges(listing: string, prefix: string): RawEntry[] {
  const fields = listing.split('\0');
  const entries: RawEntry[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const entry = readEntry(fields[at] ?? '', fields[at + 1] ?? '', prefix);
    if (entry) entries.push(entry);
  }
  return entries;
}

/** `:modes ids status`, with a colon, a mode and an id for each parent; undefined outside the charter repository. */
function readEntry(change: string, path: string, prefix: string): RawEntry | undefined {
  if (!path.startsWith(prefix)) return undefined;
  const sides = /^:+/.exec(change)?.[0].length ?? 0;
  const words = change.slice(sides).split(' ');
  const blobs = Array.from({ length: sides + 1 }, (_, index) =>
    isFileMode(words[index]) ? words[sides + 1 + index] : undefined,
  );
  return { file: path.slice(prefix.length), sides: blobs.slice(0, sides), blob: blobs[sides] };
}

/** Links and submodules hold no charter. */
function isFileMode(mode: string | undefined): boolean {
  return mode === '100644' || mode === '100755';
}
