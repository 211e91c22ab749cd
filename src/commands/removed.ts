/** The failure of a day on which a charter was not there any more. */
import type { Dated } from '../model/change.ts';
import { Failure } from '../model/failure.ts';

export function removedOn(id: string, { asked, recorded, renamed }: Dated): Failure {
  const values = { id, day: asked, recorded, ...(renamed === undefined ? {} : { renamed }) };
  return new Failure('charter-removed', 2, { values });
}
