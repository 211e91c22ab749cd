/** Finds what a charter was in the commits from which the sides of a merge come. */
import { Failure } from '../model/failure.ts';
import type { Version } from '../model/history.ts';
import { askGit } from './git-process.ts';

/** Blob ids; none where the sides have no commit in common, or it lacks the file under all its names. */
export async function findBases(root: string, { file, before }: Version): Promise<string[]> {
  const sides = before.flatMap(({ parent }) => parent ?? []);
  if (sides.length < before.length || sides.length < 2) return [];
  const files = [...new Set([...before.map((earlier) => earlier.file), file])];
  const blobs: string[] = [];
  for (const base of await commonCommits(root, sides)) {
    const listing = await askGit(root, ['ls-tree', '-z', base, '--', ...files]);
    blobs.push(...(/^100(?:644|755) blob ([0-9a-f]+)\t/.exec(listing)?.slice(1) ?? []));
  }
  return blobs;
}

async function commonCommits(root: string, sides: readonly string[]): Promise<string[]> {
  try {
    const octopus = sides.length > 2 ? ['--octopus'] : [];
    const answer = await askGit(root, ['merge-base', '--all', ...octopus, ...sides]);
    return answer.split('\n').filter((id) => id !== '');
  } catch (cause) {
    // Git also fails where there is none, or where a shallow clone hides it.
    if (cause instanceof Failure) return [];
    throw cause;
  }
}
