/** Reads any number of objects through one git process, by id; what git lacks, or what is too large, is left out. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Socket } from 'node:net';
import { Failure } from '../model/failure.ts';
import { maxFileBytes } from './files.ts';
import { gitFailure, listen, reasonOf, spawnGit } from './git-process.ts';

export interface BlobReader {
  /** Reads go one after the other, whoever asks. Fails with status 4 where git cannot be asked. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** The commits before a commit in git, in their order; none where it is not here. */
  parents(commit: string): Promise<readonly string[]>;
  /** Why a blob that was asked for is not there. */
  refusal(id: string): BlobRefusal | undefined;
  /** Ends git; a later read starts it anew. */
  close(): void;
}

export type BlobRefusal = 'missing' | 'too-large';

/** Ids sent to git before their answers are read. */
const batchSize = 200;

export function openBlobs(root: string): BlobReader {
  const refusals = new Map<string, BlobRefusal>();
  let batch: Batch | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function readAll(ids: readonly string[], type: ObjectType): Promise<ReadonlyMap<string, Buffer>> {
    const found = new Map<string, Buffer>();
    const wanted = [...new Set(ids)].filter((id) => /^[0-9a-f]{40,64}$/.test(id));
    for (let from = 0; from < wanted.length; ) {
      batch ??= openBatch(root);
      const part = wanted.slice(from, from + batchSize);
      batch.ask(part);
      const answered = await readBatch(batch, part, { type, found, refusals });
      from += answered;
      if (answered === part.length) continue;
      // Git gave up on one object, as it does on one that only a remote has: it is missing, the others are not.
      batch.close();
      batch = undefined;
      refusals.set(wanted[from] ?? '', 'missing');
      from += 1;
    }
    batch?.rest();
    return found;
  }

  function read(ids: readonly string[], type: ObjectType): Promise<ReadonlyMap<string, Buffer>> {
    const result = turn.then(() => readAll(ids, type));
    turn = result.catch(() => undefined);
    return result;
  }

  return {
    read: (ids) => read(ids, 'blob'),
    parents: async (commit) => readParents((await read([commit], 'commit')).get(commit)),
    refusal: (id) => refusals.get(id),
    close: () => {
      batch?.close();
      batch = undefined;
    },
  };
}

function readParents(commit: Buffer | undefined): string[] {
  const [head = ''] = commit?.toString('latin1').split('\n\n', 1) ?? [];
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, id]) => id ?? []);
}

type ObjectType = 'blob' | 'commit';

interface Answers {
  readonly type: ObjectType;
  readonly found: Map<string, Buffer>;
  readonly refusals: Map<string, BlobRefusal>;
}

/** How many were answered before git ended, if it did. */
async function readBatch(
  batch: Batch,
  ids: readonly string[],
  { type: wanted, found, refusals }: Answers,
): Promise<number> {
  for (const [index, id] of ids.entries()) {
    const head = await batch.line();
    if (head === undefined) {
      await batch.failure(index);
      return index;
    }
    const [, name, type, digits] = /^([0-9a-f]+) (\w+) ([0-9]+)$/.exec(head) ?? [];
    const size = Number(digits);
    if (name === undefined) refusals.set(id, 'missing');
    else if (type !== wanted || size > maxFileBytes) {
      refusals.set(id, type === wanted ? 'too-large' : 'missing');
      await batch.skip(size + 1);
    } else {
      const bytes = await batch.bytes(size + 1);
      if (bytes.length !== size + 1) return index;
      found.set(id, bytes.subarray(0, size));
    }
  }
  return ids.length;
}

/** One running `git cat-file --batch`. */
interface Batch {
  ask(ids: readonly string[]): void;
  /** Undefined where git has ended. */
  line(): Promise<string | undefined>;
  /** Fewer than asked for where git has ended. */
  bytes(count: number): Promise<Buffer>;
  skip(count: number): Promise<void>;
  /** Throws where git could not even start, or ended before any answer to its first question. */
  failure(answered: number): Promise<void>;
  /** Lets the program end while git waits for the next question. */
  rest(): void;
  close(): void;
}

function openBatch(root: string): Batch {
  const git = spawnGit(root, ['cat-file', '--batch']);
  const errors = listen(git);
  let trouble: unknown;
  const ended = new Promise<void>((settle) =>
    git
      .on('error', (cause) => {
        trouble = cause;
        settle();
      })
      .on('close', () => settle()),
  );
  const source = readerOf(git);
  let everAnswered = false;
  return {
    ask: (ids) => {
      hold(git, true);
      git.stdin.write(ids.map((id) => `${id}\n`).join(''));
    },
    line: async () => {
      const text = await source.line();
      everAnswered ||= text !== undefined;
      return text;
    },
    bytes: source.bytes,
    skip: source.skip,
    failure: async (answered) => {
      await ended;
      const reason = trouble === undefined ? errors() : reasonOf(trouble);
      const lost = /promisor|lazy fetch|could not fetch|unable to read/i.test(reason);
      if (trouble !== undefined || (!everAnswered && answered === 0 && !lost))
        throw gitFailure(reason, trouble);
      if (!lost) throw new Failure('git-failed', 4, { values: { reason: reason || 'cat-file' } });
    },
    rest: () => hold(git, false),
    close: () => {
      git.stdin.end();
      git.kill();
      hold(git, false);
    },
  };
}

/** Whether the program waits for git before it ends. */
function hold(git: ChildProcessWithoutNullStreams, wait: boolean): void {
  const streams = [git.stdin, git.stdout, git.stderr].filter((stream) => stream instanceof Socket);
  for (const part of [git, ...streams]) {
    if (wait) part.ref();
    else part.unref();
  }
}

interface Source {
  line(): Promise<string | undefined>;
  bytes(count: number): Promise<Buffer>;
  skip(count: number): Promise<void>;
}

/** Cuts git's output into lines and counted bytes, without reading ahead of the question by more than one chunk. */
function readerOf(git: ChildProcessWithoutNullStreams): Source {
  const chunks = git.stdout[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.of();
  async function more(): Promise<Buffer | undefined> {
    try {
      const { value, done } = await chunks.next();
      if (done === true) return undefined;
      return Buffer.isBuffer(value) ? value : Buffer.from(String(value));
    } catch {
      return undefined;
    }
  }
  async function take(count: number, keep: boolean): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let open = count;
    for (;;) {
      const piece = rest.subarray(0, open);
      rest = rest.subarray(piece.length);
      open -= piece.length;
      if (keep && piece.length > 0) pieces.push(piece);
      if (open === 0) break;
      const next = await more();
      if (next === undefined) break;
      rest = next;
    }
    // A copy: a small blob must not keep a whole chunk in memory.
    return Buffer.concat(pieces);
  }
  return {
    bytes: (count) => take(count, true),
    skip: async (count) => {
      await take(count, false);
    },
    line: async () => {
      let end = rest.indexOf(0x0a);
      while (end < 0) {
        const next = await more();
        if (next === undefined) return undefined;
        rest = Buffer.concat([rest, next]);
        end = rest.indexOf(0x0a);
      }
      const text = rest.toString('latin1', 0, end);
      rest = rest.subarray(end + 1);
      return text;
    },
  };
}
