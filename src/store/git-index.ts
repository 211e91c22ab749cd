/** Reads git's index: what is staged, what awaits a merge, and what a sparse work tree leaves out. */
import { join } from 'node:path';
import type { Place } from '../model/history.ts';
import { exists } from './files.ts';
import { askGit } from './git-process.ts';
import { hasSparseCheckout } from './repository.ts';

interface IndexEntry extends Place {
  /** 0; 1 to 3 for the versions of a file that a merge left open. */
  readonly stage: number;
  /** True where a sparse checkout keeps it out of the work tree. */
  readonly absent: boolean;
}

export interface Staged {
  readonly files: readonly Place[];
  /** Files that a merge left open, each once. */
  readonly unmerged: readonly string[];
}

/** The YAML files below `folder` as the next commit would have them. */
export async function listStaged(root: string, folder: string): Promise<Staged> {
  const entries = await listIndex(root, folder);
  const planned = entries.some(({ blob }) => isEmptyBlob(blob)) ? await listPlanned(root, folder) : new Set();
  return {
    files: entries.filter(({ stage, file }) => stage === 0 && !planned.has(file)),
    unmerged: [...new Set(entries.filter(({ stage }) => stage > 0).map(({ file }) => file))],
  };
}

/** The YAML files below `folder` that a sparse checkout leaves out of the work tree. */
export async function listAbsent(root: string, folder: string): Promise<readonly Place[]> {
  if (!hasSparseCheckout(root)) return [];
  const entries = await listIndex(root, folder);
  return entries.filter(({ file, stage, absent }) => absent && stage === 0 && !exists(join(root, file)));
}

async function listIndex(root: string, folder: string): Promise<IndexEntry[]> {
  const listing = await askGit(root, ['ls-files', '-t', '--stage', '-z', '--', `${folder}/`]);
  return listing.split('\0').flatMap((entry) => {
    const [, tag, blob, stage, file] =
      /^(.) 100(?:644|755) ([0-9a-f]+) ([0-3])\t(.+\.yaml)$/s.exec(entry) ?? [];
    if (blob === undefined || file === undefined) return [];
    return [{ file, blob, stage: Number(stage), absent: tag === 'S' }];
  });
}

const emptyBlobs: readonly string[] = [
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
];

function isEmptyBlob(id: string): boolean {
  return emptyBlobs.includes(id);
}

/** Files of `git add --intent-to-add`: in the index by name only, they would not be in the next commit. */
async function listPlanned(root: string, folder: string): Promise<ReadonlySet<string>> {
  const listing = await askGit(root, ['ls-files', '--debug', '-z', '--', `${folder}/`]);
  const found = new Set<string>();
  for (const [, file, flags] of listing.matchAll(/(?:^|\n)([^\0\n]+)\0[^\0]*?flags: ([0-9a-f]+)(?=\n|$)/g)) {
    if (file !== undefined && (Number.parseInt(flags ?? '0', 16) & intentToAdd) !== 0) found.add(file);
  }
  return found;
}

/** Bit of the flags, as git's index format has it. */
const intentToAdd = 0x2000_0000;
