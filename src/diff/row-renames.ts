/** Finds the cookies that changed their name: rows left over on both sides whose other cells are alike. */
import { commonWeight, prepareItems } from './items.ts';
import { freeA, freeB, nameOf, type RowWork, take } from './row-work.ts';
import { type ColumnMatch, nameColumn } from './table-pairs.ts';

/** Two cells count as telling the same cookie from this share on (weighted). */
const renameThreshold = 0.65;
const purposeThreshold = 0.6;
/** More pairs of left-over cells than this are not weighed for renames. */
const allPairs = 400_000;
const columnWeight: Readonly<Record<string, number>> = { purpose: 3, service: 2 };

export interface Renames {
  /** Rows of `a`. */
  readonly renamed: ReadonlySet<number>;
  /** Rows of either side that were too many to be weighed. */
  readonly skipped: number;
}

/** Rows left over under unlike names whose other cells say the same. */
export function matchRenames(work: RowWork, columns: readonly ColumnMatch[]): Renames {
  const rowsA = freeA(work);
  const rowsB = freeB(work);
  const renamed = new Set<number>();
  if (rowsA.length === 0 || rowsB.length === 0) return { renamed, skipped: 0 };
  if (rowsA.length * rowsB.length * columns.length > allPairs)
    return { renamed, skipped: rowsA.length + rowsB.length };
  const likeness = cellLikeness(work, columns, [rowsA, rowsB]);
  const candidates: { readonly a: number; readonly b: number; readonly share: number }[] = [];
  rowsA.forEach((a, x) => {
    rowsB.forEach((b, y) => {
      const share = likeness(x, y);
      if (share >= renameThreshold) candidates.push({ a, b, share });
    });
  });
  candidates.sort((p, q) => q.share - p.share || p.a + p.b - q.a - q.b || p.a - q.a);
  for (const { a, b } of candidates) {
    if ((work.partner[a] ?? 0) >= 0 || work.taken[b] === 1) continue;
    take(work, a, b);
    if (nameOf(work.a, a) !== nameOf(work.b, b)) renamed.add(a);
  }
  return { renamed, skipped: 0 };
}

/** Weighted share of like cells, the name left out; 0 where the purposes say that it is another cookie. */
function cellLikeness(
  work: RowWork,
  columns: readonly ColumnMatch[],
  [rowsA, rowsB]: readonly [readonly number[], readonly number[]],
): (x: number, y: number) => number {
  const shared = columns.flatMap((match) => {
    if (match.a === undefined || match.b === undefined || match.a === nameColumn(work.a.table)) return [];
    const { a, b } = { a: match.a, b: match.b };
    const key = work.a.table.columns[a]?.key ?? '';
    const items = prepareItems(
      rowsA.map((row) => work.a.table.cell(row, a)),
      rowsB.map((row) => work.b.table.cell(row, b)),
      work.reader,
    );
    return [{ key, items, weight: columnWeight[key] ?? 1 }];
  });
  const all = shared.reduce((sum, { weight }) => sum + weight, 0);
  return (x, y) => {
    let likes = 0;
    let total = 0;
    let left = all;
    for (const { key, items, weight } of shared) {
      const itemA = items.a[x];
      const itemB = items.b[y];
      if (!itemA || !itemB || (itemA.text === '' && itemB.text === '')) continue;
      const common = commonWeight(itemA.bag, itemB.bag, items.weights);
      const like = itemA.key === itemB.key ? 1 : (2 * common) / Math.max(itemA.weight + itemB.weight, 1e-9);
      if (key === 'purpose' && like < purposeThreshold) return 0;
      likes += like * weight;
      total += weight;
      left -= weight;
      // Even if all that is left were equal.
      if (likes + left < renameThreshold * (total + left)) return 0;
    }
    return total < 2 ? 0 : likes / total;
  };
}
