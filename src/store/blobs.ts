/** Reads any number of objects through one git process, by id; what git lacks, or what is too large, is left out. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Socket } from 'node:net';
import type { Failure } from '../model/failure.ts';
import { createSource } from './chunks.ts';
import { maxFileBytes } from './files.ts';
import { gitFailure, listen, reasonOf, spawnGit } from './git-process.ts';

export interface BlobReader {
  /** Reads go one after the other, whoever asks. Fails with status 4 where git cannot be asked. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** The commits before a commit in git, in their order; none where it is not here. */
  parents(commit: string): Promise<readonly string[]>;
  /** Folders as git stores them, each by its id or as `commit:path`. */
  trees(names: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
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
    const form = type === 'tree' ? /^[0-9a-f]{40,64}(?::[^\n]*)?$/ : /^[0-9a-f]{40,64}$/;
    const wanted = [...new Set(ids)].filter((id) => form.test(id));
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
    trees: (names) => read(names, 'tree'),
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

type ObjectType = 'blob' | 'commit' | 'tree';

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
  const source = createSource(git.stdout);
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
      const first = answered === 0 && !everAnswered;
      const failure = endOf(reason, { trouble, first });
      if (failure) throw failure;
    },
    rest: () => hold(git, false),
    close: () => {
      git.stdin.end();
      git.kill();
      hold(git, false);
    },
  };
}

/** Undefined where git gave up on one object that only a remote has. */
function endOf(
  reason: string,
  { trouble, first }: { readonly trouble: unknown; readonly first: boolean },
): Failure | undefined {
  const lost = /promisor|lazy fetch|could not fetch|unable to read/i.test(reason);
  if (trouble !== undefined || (first && !lost)) return gitFailure(reason, trouble);
  return lost ? undefined : gitFailure(reason || 'cat-file');
}

/** Whether the program waits for git before it ends. */
function hold(git: ChildProcessWithoutNullStreams, wait: boolean): void {
  const streams = [git.stdin, git.stdout, git.stderr].filter((stream) => stream instanceof Socket);
  for (const part of [git, ...streams]) {
    if (wait) part.ref();
    else part.unref();
  }
}
