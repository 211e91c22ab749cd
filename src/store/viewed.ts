/** Remembers for each repository what its user has viewed while reviewing, outside of the repository. */
import { join } from 'node:path';
import { Failure } from '../model/failure.ts';
import { readText } from './files.ts';
import { makeFolders, writeWhole } from './writing.ts';

/** Repositories that are remembered; those longest unused are forgotten first. */
const mostRepositories = 500;
/** Marks of one repository; the oldest are forgotten first. */
const mostMarks = 20_000;

type Everything = Readonly<Record<string, readonly string[]>>;

/** Marks of hexadecimal digits; none where the file is not there or cannot be understood. */
export function readViewed(folder: string, repository: string): ReadonlySet<string> {
  const all = readAll(join(folder, name));
  return new Set(Object.hasOwn(all, repository) ? all[repository] : []);
}

export interface ViewedChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Read anew before it is written, so that two reviews at a time lose nothing; false where it could not be written. */
export function writeViewed(folder: string, repository: string, { add, remove }: ViewedChange): boolean {
  const file = join(folder, name);
  const gone = new Set([...add, ...remove]);
  try {
    const all = readAll(file);
    const own = (Object.hasOwn(all, repository) ? (all[repository] ?? []) : []).filter(
      (one) => !gone.has(one),
    );
    const others = Object.entries(all).filter(([key]) => key !== repository);
    const kept = [...own, ...add].slice(-mostMarks);
    const repositories = Object.fromEntries([...others, [repository, kept]].slice(-mostRepositories));
    makeFolders(folder, 0o700);
    writeWhole(file, `${JSON.stringify({ version: 1, repositories })}\n`);
    return true;
  } catch (cause) {
    if (cause instanceof Failure || isOfSystem(cause)) return false;
    throw cause;
  }
}

const name = 'viewed.json';

function isOfSystem(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause;
}

function readAll(file: string): Everything {
  let data: unknown;
  try {
    data = JSON.parse(readText(file));
  } catch (cause) {
    if (cause instanceof Failure || cause instanceof SyntaxError) return {};
    throw cause;
  }
  const repositories = isRecord(data) && data['version'] === 1 ? data['repositories'] : undefined;
  return isRecord(repositories) && Object.values(repositories).every(isMarks)
    ? (repositories as Everything)
    : {};
}

function isMarks(data: unknown): boolean {
  return (
    Array.isArray(data) && data.every((mark) => typeof mark === 'string' && /^[0-9a-f]{8,64}$/.test(mark))
  );
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
