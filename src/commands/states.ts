/** Opens the states of the repository that git keeps: commits, and what is staged. Git is loaded here and nowhere before. */
import { Failure } from '../model/failure.ts';
import type { Commit } from '../store/git.ts';
import { chartersFolder, type Repository, settingsFile } from '../store/repository.ts';
import { nearestNames } from '../text/nearest.ts';
import { ofKind, type Shelf, shelfFile } from './shelves.ts';

/** Fails with status 2 and the nearest names where there is no such revision. */
export async function resolveCommit({ root }: Repository, revision: string): Promise<Commit> {
  const git = await import('../store/git.ts');
  return git.resolveRevision(root, revision).catch((cause: unknown) => {
    if (!(cause instanceof Failure) || !cause.code.startsWith('unknown-revision')) throw cause;
    const suggestions = nearestNames(revision, ['HEAD', ...cause.suggestions]);
    throw new Failure(cause.code, cause.status, { values: cause.values, suggestions, cause });
  });
}

export async function openCommit(repository: Repository, revision: string): Promise<Shelf> {
  const git = await import('../store/git.ts');
  const commit = await resolveCommit(repository, revision);
  const files = (await git.listTree(repository.root, commit, chartersFolder)).map(shelfFile);
  return {
    ...stateOf(repository, files),
    revision,
    commit: commit.id,
    settings: async () => {
      const [place] = await git.listTree(repository.root, commit, settingsFile);
      const [bytes] = place ? await git.readBlobs(repository.root, [place]) : [];
      return bytes?.toString('utf8');
    },
  };
}

/** Fails with status 3 where a merge left a charter open. */
export async function openStaged(repository: Repository): Promise<Shelf> {
  const { listStaged } = await import('../store/git-index.ts');
  const { files, unmerged } = await listStaged(repository.root, chartersFolder);
  const [file] = unmerged;
  if (file !== undefined) throw new Failure('unmerged-file', 3, { values: { file } });
  return { ...stateOf(repository, files.map(shelfFile)), revision: 'index' };
}

function stateOf({ root }: Repository, files: readonly ReturnType<typeof shelfFile>[]): Shelf {
  return {
    list: async (kind) => ofKind(files, kind),
    read: async (wanted) => {
      const { readBlobs } = await import('../store/git.ts');
      return readBlobs(
        root,
        wanted.map(({ file, blob }) => ({ file, blob: blob ?? '' })),
      );
    },
  };
}
