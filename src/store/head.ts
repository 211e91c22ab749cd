/** Finds the last commit with one question to git. */
import { Failure } from '../model/failure.ts';
import { askGit } from './git-process.ts';

/** Its object id; undefined on a branch without commits. Fails with status 4 where git cannot be asked. */
export async function findHead(root: string): Promise<string | undefined> {
  try {
    const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}'];
    return (await askGit(root, words)).trim();
  } catch (cause) {
    // Asked so, git says nothing where there is none.
    if (cause instanceof Failure && cause.code === 'git-failed' && cause.values['reason'] === '')
      return undefined;
    throw cause;
  }
}
