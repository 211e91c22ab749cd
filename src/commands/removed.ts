/** The failures of a charter that is not there any more: on a day, or at all. */
import type { Dated } from '../model/change.ts';
import { Failure } from '../model/failure.ts';
import type { Context } from './context.ts';
import { requireHistory } from './repository.ts';
import type { DocumentKind } from './shelves.ts';

export function removedOn(id: string, { asked, recorded, renamed }: Dated): Failure {
  const values = { id, day: asked, recorded, ...(renamed === undefined ? {} : { renamed }) };
  return new Failure('charter-removed', 2, { values });
}

/** Later than any commit, whatever clock it was made by. */
const lastDay = '9999-12-31';

/** Says when a charter that is unknown now was removed or renamed; `cause` where it never was. */
export async function goneOr(
  cause: Failure,
  { kind, id }: { readonly kind: DocumentKind; readonly id: string },
  { directory }: Pick<Context, 'directory'>,
): Promise<Failure> {
  if (kind !== 'charter' || !['unknown-portal', 'no-charters', 'not-a-repository'].includes(cause.code))
    return cause;
  try {
    const [{ findDated }, { openCommit }] = await Promise.all([import('./dated.ts'), import('./states.ts')]);
    const repository = requireHistory(directory);
    const present = await openCommit(repository, 'HEAD');
    const { dated } = await findDated(repository, present, { kind, id, day: lastDay, by: 'commit' });
    if (!dated.removed) return cause;
    const { recorded, renamed } = dated;
    const values = { id, recorded, ...(renamed === undefined ? {} : { renamed }) };
    return new Failure('charter-gone', 2, { values, cause });
  } catch (other) {
    if (other instanceof Failure) return cause;
    throw other;
  }
}
