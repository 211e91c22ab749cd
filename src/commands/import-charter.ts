/** Makes the new charter of what was read, keeping what people decided and set in the one before. */
import { charterFromReading } from '../capture/charter.ts';
import type { CaptureRead } from '../capture/reading.ts';
import type { Charter } from '../model/charter.ts';
import { type SnapshotPlace, sha256 } from '../store/snapshots.ts';
import type { Job } from './import-request.ts';

interface Parts {
  readonly reading: CaptureRead;
  readonly place: SnapshotPlace;
  readonly page?: string;
  readonly template?: string;
  readonly before: Charter | undefined;
  readonly derived: CaptureRead | undefined;
}

/** The new charter, with the decisions and the hand-set variables of the one before. */
export function compose(job: Job, { reading, place, page, template, before, derived }: Parts): Charter {
  const charter = charterFromReading(reading, {
    id: job.portal,
    ...(template === undefined ? {} : { template }),
    source: {
      ...(page === undefined ? {} : { page }),
      capture: place.file,
      captured: place.day,
      media: reading.media,
      sha256: sha256(job.bytes),
    },
    ...(before ? { previous: before } : {}),
  });
  if (!before) return charter;
  return {
    ...charter,
    variables: keepVariables(before.variables, derived?.variables ?? before.variables, charter.variables),
  };
}

/** A value set by hand stays; one that came from the capture follows the new capture. */
function keepVariables(
  before: Charter['variables'],
  derived: Charter['variables'],
  read: Charter['variables'],
): Charter['variables'] {
  const kept = Object.entries(before).filter(
    ([name, value]) => derived[name] !== value || !Object.hasOwn(read, name),
  );
  return Object.fromEntries([...Object.entries(read), ...kept]);
}
