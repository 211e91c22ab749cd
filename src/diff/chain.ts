/** The heaviest chain of links that keeps the order of both sides: a weighted increasing subsequence, near-linear. */

/** Items `aFrom … aTo − 1` of one side stand for `bFrom … bTo − 1` of the other. */
export interface Link {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

export interface WeightedLink extends Link {
  readonly weight: number;
}

/** Links in ascending order, none sharing an item, with the greatest total weight. */
export function heaviestChain(links: readonly WeightedLink[], sizeA: number, sizeB: number): Link[] {
  if (links.length === 0) return [];
  const starting = bucket(links, sizeA, (link) => link.aFrom);
  const ending = bucket(links, sizeA, (link) => link.aTo);
  const best = new PrefixMaximum(sizeB + 1);
  const totals = new Float64Array(links.length);
  const previous = new Int32Array(links.length).fill(-1);
  let last = -1;
  for (let at = 0; at <= sizeA; at += 1) {
    for (const index of ending[at] ?? []) {
      const link = links[index];
      if (link) best.raise(link.bTo, totals[index] ?? 0, index);
    }
    for (const index of starting[at] ?? []) {
      const link = links[index];
      if (!link) continue;
      const before = best.query(link.bFrom);
      previous[index] = before;
      totals[index] = link.weight + (before < 0 ? 0 : (totals[before] ?? 0));
      if (last < 0 || (totals[index] ?? 0) > (totals[last] ?? 0)) last = index;
    }
  }
  const chain: Link[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const link = links[index];
    if (link) chain.push({ aFrom: link.aFrom, aTo: link.aTo, bFrom: link.bFrom, bTo: link.bTo });
  }
  return chain.reverse();
}

function bucket(
  links: readonly WeightedLink[],
  size: number,
  at: (link: WeightedLink) => number,
): number[][] {
  const buckets: number[][] = Array.from({ length: size + 1 }, () => []);
  links.forEach((link, index) => {
    buckets[at(link)]?.push(index);
  });
  return buckets;
}

/** A Fenwick tree: the heaviest entry at or below a position. */
class PrefixMaximum {
  readonly #weights: Float64Array;
  readonly #owners: Int32Array;

  constructor(size: number) {
    this.#weights = new Float64Array(size + 1);
    this.#owners = new Int32Array(size + 1).fill(-1);
  }

  raise(position: number, weight: number, owner: number): void {
    for (let at = position + 1; at < this.#weights.length; at += at & -at) {
      if ((this.#owners[at] ?? -1) >= 0 && (this.#weights[at] ?? 0) >= weight) continue;
      this.#weights[at] = weight;
      this.#owners[at] = owner;
    }
  }

  /** The owner of the greatest weight at positions ≤ `position`, or −1. */
  query(position: number): number {
    let owner = -1;
    let weight = -1;
    for (let at = position + 1; at > 0; at -= at & -at) {
      const here = this.#weights[at] ?? 0;
      const candidate = this.#owners[at] ?? -1;
      if (candidate >= 0 && here > weight) {
        weight = here;
        owner = candidate;
      }
    }
    return owner;
  }
}

/** Indexes of one longest increasing run of `values` (not necessarily adjacent), ascending. */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.push(index);
  return run.reverse();
}
