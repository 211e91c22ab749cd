/** Tells a charter that was made from another one's by copying its file. */
import type { Charter } from '../model/charter.ts';
import { captureOwner } from '../store/snapshots.ts';
import { isStanding, type Shelf } from './shelves.ts';

/** Whether its capture was another charter's, which still stands beside it: nobody observed this one. */
export async function isCopied({ id, source }: Charter, shelf: Shelf): Promise<boolean> {
  const owner = source && captureOwner(source.capture);
  return owner !== undefined && owner !== id && (await isStanding(shelf, owner));
}
