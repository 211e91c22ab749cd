/** What closes what in a text of the inline dialect: runs of backticks, brackets, parentheses, each found in one pass. */

/** A link's label, or its target, is shorter than this. */
const furthestPartner = 4096;

/** Each is found the first time that it is asked for: most texts hold none. */
export interface Finder {
  readonly source: string;
  readonly runs: () => TickRuns;
  readonly brackets: () => ReadonlyMap<number, number>;
  readonly parentheses: () => ReadonlyMap<number, number>;
}

/** The runs of backticks. */
interface TickRuns {
  readonly starts: {
    readonly all: readonly number[];
    readonly ofSize: ReadonlyMap<number, readonly number[]>;
  };
  readonly ends: readonly number[];
}

export function createFinder(source: string): Finder {
  let runs: TickRuns | undefined;
  let brackets: ReadonlyMap<number, number> | undefined;
  let parentheses: ReadonlyMap<number, number> | undefined;
  return {
    source,
    runs: () => (runs ??= findRuns(source)),
    brackets: () => (brackets ??= findPartners(source, '[', ']')),
    parentheses: () => (parentheses ??= findPartners(source, '(', ')')),
  };
}

function findRuns(source: string): TickRuns {
  const all: number[] = [];
  const ends: number[] = [];
  const ofSize = new Map<number, number[]>();
  for (let from = source.indexOf('`'); from >= 0; from = source.indexOf('`', ends.at(-1))) {
    let to = from + 1;
    while (source.charAt(to) === '`') to += 1;
    all.push(from);
    ends.push(to);
    const equal = ofSize.get(to - from);
    if (equal) equal.push(from);
    else ofSize.set(to - from, [from]);
  }
  return { starts: { all, ofSize }, ends };
}

/** Index of the last place that is not after `at`; -1 where there is none. */
export function lastUpTo(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Opening signs with the closing ones that balance them; an escaped sign is none. */
function findPartners(source: string, open: string, close: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const pending: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const char = source.charAt(index);
    if (char === '\\') index += 1;
    else if (char === open) pending.push(index);
    else if (char === close) {
      const from = pending.pop();
      if (from !== undefined) partners.set(from, index);
    }
  }
  return partners;
}

/** The partner of an opening sign; -1 where it has none before `end`, or only far away. */
export function matching(partners: ReadonlyMap<number, number>, from: number, end: number): number {
  const partner = partners.get(from) ?? -1;
  return partner < end && partner < from + furthestPartner ? partner : -1;
}
