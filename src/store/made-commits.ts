/** What commits hold once they are made: hooks may have changed files and message since they were asked for. */
import type { Ground } from './commit-ground.ts';
import { askGit } from './git-process.ts';

/** What was asked for: each file's blob, undefined for a file that goes. */
export type Meant = ReadonlyMap<string, string | undefined>;

export interface MadeCommit {
  readonly id: string;
  /** As the commit has it, as are all that follow. */
  readonly subject: string;
  /** Lines at the end of the message, as git reads them. */
  readonly trailers: readonly string[];
  /** Files that it changed, from the root of the charters where they lie there. */
  readonly files: readonly string[];
  /** Files that are otherwise than was meant. */
  readonly strays: readonly Stray[];
}

export interface Stray {
  readonly file: string;
  readonly how: 'altered' | 'left-out' | 'added';
}

/** `ground` as it was before the commit. */
export async function readMade(ground: Ground, id: string, meant: Meant): Promise<MadeCommit> {
  const [changed, { subject, trailers }] = await Promise.all([
    readChanges(ground, id),
    readWords(ground.root, id),
  ]);
  const unchanged = [...meant.keys()].filter((file) => !changed.has(file));
  const kept = await readBlobIds(ground, unchanged);
  const strays = [
    ...[...meant].flatMap(([file, blob]): Stray[] => {
      if (changed.has(file)) return changed.get(file) === blob ? [] : [{ file, how: 'altered' }];
      return kept.get(file) === blob ? [] : [{ file, how: 'left-out' }];
    }),
    ...[...changed.keys()].filter((file) => !meant.has(file)).map((file): Stray => ({ file, how: 'added' })),
  ];
  return { id, subject, trailers, files: [...changed.keys()], strays };
}

/** The files' blobs after the commit; undefined where a file went. */
async function readChanges({ root, head, prefix }: Ground, id: string): Promise<Meant> {
  const sides = head === undefined ? ['--root', '--no-commit-id', id] : [head, id];
  const listing = await askGit(root, ['diff-tree', '-r', '-z', '--no-renames', ...sides]);
  const changed = new Map<string, string | undefined>();
  for (const [, mode, blob, path = ''] of listing.matchAll(
    /:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\0([^\0]*)\0/g,
  ))
    changed.set(
      path.startsWith(prefix) ? path.slice(prefix.length) : path,
      mode === '000000' ? undefined : blob,
    );
  return changed;
}

async function readBlobIds({ root, head }: Ground, files: readonly string[]): Promise<Meant> {
  if (head === undefined || files.length === 0) return new Map();
  const listing = await askGit(root, ['ls-tree', '-r', '-z', head, '--', ...files]);
  const found = listing.matchAll(/\d+ blob ([0-9a-f]+)\t([^\0]*)\0/g);
  return new Map([...found].map(([, blob, file = '']) => [file, blob]));
}

async function readWords(root: string, id: string): Promise<Pick<MadeCommit, 'subject' | 'trailers'>> {
  const format = '--format=%(trailers:only,unfold)%x00%B';
  const [trailers = '', body = ''] = (await askGit(root, ['log', '-1', '--no-notes', format, id])).split(
    '\0',
  );
  const [subject = ''] = body.split('\n', 1);
  return { subject, trailers: trailers.split('\n').filter((line) => line !== '') };
}
