/** Tells a charter that was made from another one's by copying its file. */
import type { Charter } from '../model/charter.ts';
import { captureOwner } from '../store/snapshots.ts';
import { isStanding, type Shelf } from './shelves.ts';

/** The charter whose capture it names, where that still stands beside it: nobody observed this one. */
export async function findOriginal(
  { id, source }: Pick<Charter, 'id' | 'source'>,
  shelf: Shelf,
): Promise<string | undefined> {
  const owner = source && captureOwner(source.capture);
  const another = owner !== undefined && owner !== id && (await isStanding(shelf, owner));
  return another ? owner : undefined;
}

/** Whether it was made from another one that still stands beside it. */
export async function isCopied(charter: Pick<Charter, 'id' | 'source'>, shelf: Shelf): Promise<boolean> {
  return (await findOriginal(charter, shelf)) !== undefined;
}
