/** Two versions that the reader compares, and what was shown before them. */
import type { BlamedUnit } from '../../model/log.ts';
import type { Entry, UiState } from '../state.ts';
import type { VersionRow } from './timeline.ts';

/** Which versions: two, or one and the one before it. */
export interface VersionPair {
  /** Absent for the one before. */
  readonly from?: VersionRow;
  readonly to: VersionRow;
  /** The piece to show first. */
  readonly goal?: BlamedUnit;
}

/** What a comparison of versions stands in the place of, until the reader goes back. */
export type Beneath = Pick<UiState, 'screens' | 'swapped' | 'position'> &
  Partial<Pick<UiState, 'book' | 'search' | 'visit'>> & { readonly opened: UiState['reading']['opened'] };

export interface Visit {
  readonly pair: VersionPair;
  readonly entry: Entry;
  readonly beneath: Beneath;
}

/** Tells the answers for one pair from those for another. */
export function pairKey({ from, to }: VersionPair): string {
  return `${from?.key ?? ''} ${to.key}`;
}

/** What is compared: versions, or what the session has at its place. */
export function shownEntry({
  visit,
  session,
  entry,
}: Pick<UiState, 'visit' | 'session' | 'entry'>): Entry | undefined {
  return visit ? visit.entry : session.entries[entry];
}
