/** The lines of the matrix screen from what its reader wishes: filtered, alike portals as one, sorted, counted, summed. */
import { isNamedBy } from '../../drift/alike.ts';
import { cellOf, sumCounts } from '../../drift/counts.ts';
import { isOpen, rankOf } from '../../drift/decisions.ts';
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import {
  type ClassCounts,
  type DriftCell,
  type DriftMatrix,
  type FindingState,
  findingStates,
  type StateCounts,
} from '../../model/drift.ts';
import { foldForSearch } from '../search.ts';
import type { Board, BoardLine, BoardOrder, BoardWishes, Portal } from './board.ts';

interface Weighed {
  readonly portal: Portal;
  /** Of what the filter shows. */
  readonly counts: StateCounts;
  readonly total: number;
  readonly unsettled: number;
}

/** What of the board follows from its wishes; `whole` is the matrix that nothing is left out of. */
export function linesOfBoard(
  board: Omit<Board, 'shown' | 'count' | 'unsettled' | 'totals'>,
  whole: DriftMatrix,
): Pick<Board, 'shown' | 'count' | 'unsettled' | 'totals'> {
  const { wishes } = board;
  const isUnfiltered = isWhole(wishes);
  const wanted = matching(board);
  const weighed = wanted.flatMap((portal): Weighed[] => {
    const counts = isUnfiltered ? portal.row.counts : maskCounts(portal.row.counts, wishes);
    const total = totalOf(counts);
    return isUnfiltered || total > 0
      ? [{ portal, counts, total, unsettled: countUnsettled(counts, board) }]
      : [];
  });
  const isAll = isUnfiltered && wishes.query === '';
  return {
    shown: linesOf(weighed, wishes),
    count: weighed.length,
    unsettled: weighed.reduce((sum, one) => sum + one.unsettled, 0),
    totals: isAll ? whole.totals : totalsOf(weighed, whole.columns.length, board),
  };
}

function matching({
  portals,
  chosen,
  wishes,
}: Pick<Board, 'portals' | 'chosen' | 'wishes'>): readonly Portal[] {
  const all = portals[chosen] ?? [];
  const wanted = foldForSearch(wishes.query.trim());
  if (wanted === '') return all;
  const asReference = /^[0-9a-f]{4,64}$/.test(wanted);
  return all.filter(
    ({ row, drift }) =>
      row.portal.includes(wanted) ||
      (asReference && drift.findings.some((finding) => isNamedBy(finding, wanted))),
  );
}

function linesOf(weighed: readonly Weighed[], wishes: BoardWishes): BoardLine[] {
  // Who looks for a name wants to see it.
  const folded = wishes.folded && wishes.query === '';
  const lines = new Map<string, { readonly first: Weighed; readonly portals: string[] }>();
  const clean: string[] = [];
  for (const one of weighed) {
    const { row, key } = one.portal;
    if (folded && one.total === 0) {
      clean.push(row.portal);
      continue;
    }
    const group = folded ? key : row.portal;
    const known = lines.get(group);
    if (known) known.portals.push(row.portal);
    else lines.set(group, { first: one, portals: [row.portal] });
  }
  const sorted = [...lines.values()].sort((one, other) => compare(one.first, other.first, wishes.order));
  return [
    ...sorted.map(
      ({ first, portals }): BoardLine => ({
        kind: 'portals',
        row: first.portal.row,
        portals,
        unsettled: first.unsettled,
      }),
    ),
    ...(clean.length === 0 ? [] : [{ kind: 'clean' as const, portals: clean }]),
  ];
}

function compare(one: Weighed, other: Weighed, order: BoardOrder): number {
  if (order === 'unsettled' && one.unsettled !== other.unsettled) return other.unsettled - one.unsettled;
  if (order !== 'portal') {
    for (let rank = changeClasses.length - 1; rank >= 0; rank -= 1) {
      const level = changeClasses[rank] ?? 'variable';
      const difference = openOf(other.counts, level) - openOf(one.counts, level);
      if (difference !== 0) return difference;
    }
    if (one.total !== other.total) return other.total - one.total;
  }
  return one.portal.row.portal < other.portal.row.portal ? -1 : 1;
}

function openOf(counts: StateCounts, level: ChangeClass): number {
  return counts.unexplained[level] + counts.lapsed[level] + counts.overdue[level];
}

function totalOf(counts: StateCounts): number {
  let sum = 0;
  for (const state of findingStates) for (const level of changeClasses) sum += counts[state][level];
  return sum;
}

function totalsOf(
  weighed: readonly Weighed[],
  columns: number,
  { wishes, failOn }: Pick<Board, 'wishes' | 'failOn'>,
): DriftCell[] {
  return Array.from({ length: columns }, (_, at) => {
    const sum = sumCounts(weighed.flatMap(({ portal }) => portal.row.cells[at]?.counts ?? []));
    return cellOf(isWhole(wishes) ? sum : maskCounts(sum, wishes), failOn);
  });
}

/** What a cell tells of the findings that the filter shows. */
export function maskCell(cell: DriftCell, { wishes, failOn }: Pick<Board, 'wishes' | 'failOn'>): DriftCell {
  return isWhole(wishes) || cell.count === 0 ? cell : cellOf(maskCounts(cell.counts, wishes), failOn);
}

function isWhole({ classes, states }: BoardWishes): boolean {
  return classes.size === changeClasses.length && states.size === findingStates.length;
}

function maskCounts(counts: StateCounts, { classes, states }: BoardWishes): StateCounts {
  const masked = (state: FindingState): ClassCounts => {
    const of = counts[state];
    const keep = (level: ChangeClass): number => (states.has(state) && classes.has(level) ? of[level] : 0);
    return {
      variable: keep('variable'),
      typographic: keep('typographic'),
      wording: keep('wording'),
      substantive: keep('substantive'),
    };
  };
  return {
    agreed: masked('agreed'),
    'to-fix': masked('to-fix'),
    unexplained: masked('unexplained'),
    lapsed: masked('lapsed'),
    overdue: masked('overdue'),
  };
}

/** In a state, of the gate's class or above. */
export function countInState(
  counts: StateCounts,
  state: FindingState,
  { failOn }: Pick<Board, 'failOn'>,
): number {
  return changeClasses.slice(rankOf(failOn)).reduce((sum, level) => sum + counts[state][level], 0);
}

export function countUnsettled(counts: StateCounts | undefined, board: Pick<Board, 'failOn'>): number {
  if (!counts) return 0;
  return findingStates.filter(isOpen).reduce((sum, state) => sum + countInState(counts, state, board), 0);
}
