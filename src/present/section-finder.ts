/** Which section a block or a change stands in, and what its reader calls it. */
import type { Change, CharterDiff } from '../model/change.ts';
import { type Sheet, sectionLabel } from './diff-parts.ts';

/** Indexes into the diff's sections; -1 before the first. */
export interface SectionFinder {
  ofBlock(side: 'a' | 'b', block: number): number;
  /** By its place in `b`, else in `a`. */
  ofChange(change: Change): number;
}

type Starts = readonly (readonly [block: number, section: number])[];

export function findSections(diff: CharterDiff): SectionFinder {
  // Of a side that is asked for only: changes of tables are not.
  const starts: Partial<Record<'a' | 'b', Starts>> = {};
  function ofBlock(side: 'a' | 'b', block: number): number {
    const known = starts[side] ?? startsOf(diff, side);
    starts[side] = known;
    return sectionAt(known, block);
  }
  return {
    ofBlock,
    ofChange: ({ address: { a, b } }) => {
      if (b?.block !== undefined) return ofBlock('b', b.block);
      return a?.block === undefined ? -1 : ofBlock('a', a.block);
    },
  };
}

function startsOf(diff: CharterDiff, side: 'a' | 'b'): Starts {
  const starts = diff.sections.flatMap((ref, index): (readonly [number, number])[] => {
    const block = ref[side];
    return block === undefined ? [] : [[block, index]];
  });
  return starts.sort((x, y) => x[0] - y[0]);
}

function sectionAt(starts: Starts, block: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.[0] ?? 0) <= block) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1]?.[1] ?? -1;
}

/** Absent where the text has no sections at all. */
export function sectionName(index: number, sheet: Sheet): string | undefined {
  const { sections } = sheet.view.diff;
  if (sections.length === 0) return undefined;
  const ref = sections[index];
  return ref ? sectionLabel(ref, sheet.options.language) : sheet.messages.beginning;
}
