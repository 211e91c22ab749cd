/** Remembers for each repository and charter the commits that its user looked at last, outside of the repository. */
import { join } from 'node:path';
import { Failure } from '../model/failure.ts';
import { readText } from './files.ts';
import { makeFolders, writeWhole } from './writing.ts';

/** Commits by charter, `*` for all of them together; several where none of them leads to another, the latest last. */
export type SeenCommits = ReadonlyMap<string, readonly string[]>;

export interface SeenReading {
  /** As a person finds it. */
  readonly file: string;
  readonly commits: SeenCommits;
  /** Whether there is a file that cannot be understood. */
  readonly broken: boolean;
}

/** Repositories that are remembered; those longest unseen are forgotten first. */
const mostRepositories = 500;
const mostCharters = 5000;
const mostCommits = 16;

type Everything = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function readSeen(folder: string, repository: string): SeenReading {
  const file = fileIn(folder);
  const all = readAll(file);
  const own = all && Object.hasOwn(all, repository) ? (all[repository] ?? {}) : {};
  const commits = Object.entries(own).map(([name, ids]) => [name, ids.split(' ')] as const);
  return { file, commits: new Map(commits), broken: all === undefined };
}

/** False where it could not be written. */
export function writeSeen(folder: string, repository: string, seen: SeenCommits): boolean {
  const file = fileIn(folder);
  const others = Object.entries(readAll(file) ?? {}).filter(([key]) => key !== repository);
  const own = new Map([...readSeen(folder, repository).commits, ...seen]);
  const kept = [...own]
    .slice(-mostCharters)
    .map(([name, ids]) => [name, ids.slice(-mostCommits).join(' ')] as const);
  const entries = [...others, [repository, Object.fromEntries(kept)]].slice(-mostRepositories);
  try {
    makeFolders(folder, 0o700);
    writeWhole(file, `${JSON.stringify({ version: 1, repositories: Object.fromEntries(entries) })}\n`);
    return true;
  } catch {
    return false;
  }
}

function fileIn(folder: string): string {
  return join(folder, 'seen.json');
}

/** Empty where there is no file yet, undefined where it is not what was written. */
function readAll(file: string): Everything | undefined {
  let data: unknown;
  try {
    data = JSON.parse(readText(file));
  } catch (cause) {
    return cause instanceof Failure && cause.code === 'missing-file' ? {} : undefined;
  }
  const repositories = isRecord(data) && data['version'] === 1 ? data['repositories'] : undefined;
  return isRecord(repositories) && Object.values(repositories).every(isCommits)
    ? (repositories as Everything)
    : undefined;
}

function isCommits(data: unknown): boolean {
  return (
    isRecord(data) &&
    Object.values(data).every(
      (ids) => typeof ids === 'string' && /^[0-9a-f]{40,64}(?: [0-9a-f]{40,64})*$/.test(ids),
    )
  );
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
