/** The portals of one template as the matrix screen shows them: filtered, alike ones as one, sorted; worked out when a wish changes. */
import { cellOf, sumCounts } from '../../drift/counts.ts';
import { failsGate, isOpen, rankOf } from '../../drift/decisions.ts';
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import {
  type ClassCounts,
  type DriftCell,
  type DriftRow,
  type Finding,
  type FindingState,
  findingStates,
  type PortalDrift,
  type StateCounts,
} from '../../model/drift.ts';
import { type DriftView, sameDrift } from '../../present/drift-view.ts';
import { foldForSearch } from '../search.ts';
import type { Place } from '../state.ts';

export const boardOrders = ['class', 'unsettled', 'portal'] as const;
export type BoardOrder = (typeof boardOrders)[number];

/** What the command that opens the screen has read. */
export interface DriftSession {
  /** One a template; at least one. */
  readonly views: readonly DriftView[];
  /** The weakest class that has to be settled. */
  readonly failOn: ChangeClass;
  /** True where portals were named. */
  readonly partial: boolean;
}

/** What is shown of the matrix. */
export interface BoardWishes {
  readonly order: BoardOrder;
  readonly classes: ReadonlySet<ChangeClass>;
  readonly states: ReadonlySet<FindingState>;
  /** Part of a portal's name, or the first digits of a reference. */
  readonly query: string;
  /** Portals that drift alike are one row, and those without drift are one line. */
  readonly folded: boolean;
}

/** The findings of one portal on a screen of their own. */
export interface OpenPortal {
  readonly portal: string;
  readonly place: Place;
  /** Only what is to be settled or corrected. */
  readonly folded: boolean;
}

export interface Board extends DriftSession {
  readonly wishes: BoardWishes;
  /** Index of the shown template's view. */
  readonly chosen: number;
  /** First column in sight, from 0. */
  readonly column: number;
  readonly place: Place;
  /** By view, in the order of its matrix's rows. */
  readonly portals: readonly (readonly Portal[])[];
  readonly shown: readonly BoardLine[];
  /** Portals in `shown`, grouped or not. */
  readonly count: number;
  /** Findings of theirs that have to be settled. */
  readonly unsettled: number;
  /** One a column, over the shown portals. */
  readonly totals: readonly DriftCell[];
  /** Cells that the columns of what is shown need, by language; a memory, not a state. */
  readonly widths: Map<string, readonly number[]>;
  readonly open?: OpenPortal;
  /** True while a decision is being written. */
  readonly writing?: true;
}

/** What of a portal does not change with the wishes. */
export interface Portal {
  readonly row: DriftRow;
  readonly drift: PortalDrift;
  /** Equal for portals that drift alike. */
  readonly key: string;
}

export type BoardLine =
  | {
      readonly kind: 'portals';
      readonly row: DriftRow;
      /** The row's own first. */
      readonly portals: readonly string[];
      /** Findings that have to be settled and are shown. */
      readonly unsettled: number;
    }
  | { readonly kind: 'clean'; readonly portals: readonly string[] };

const firstPlace: Place = { at: 0, portion: 0, lead: 0 };

export function openBoard(session: DriftSession): Board {
  return withShown({
    ...session,
    wishes: {
      order: 'class',
      classes: new Set(changeClasses),
      states: new Set(findingStates),
      query: '',
      folded: true,
    },
    chosen: 0,
    column: 0,
    place: firstPlace,
    portals: session.views.map(portalsOf),
    shown: [],
    count: 0,
    unsettled: 0,
    totals: [],
    widths: new Map(),
  });
}

function portalsOf({ drift }: DriftView): Portal[] {
  return drift.portals.flatMap((portal, index) => {
    const row = drift.matrix.rows[index];
    return row ? [{ row, drift: portal, key: sameDrift(portal) }] : [];
  });
}

/** The same board of what was read anew: template, portals and places are those from before where they are still there. */
export function renewBoard(board: Board, views: readonly DriftView[]): Board {
  const { template } = viewOf(board).drift;
  const chosen = Math.max(
    0,
    views.findIndex(({ drift }) => drift.template === template),
  );
  const { writing: _writing, ...rest } = board;
  return reshow({ ...rest, views, portals: views.map(portalsOf), chosen }, portalHere(board));
}

export function viewOf({ views, chosen }: Pick<Board, 'views' | 'chosen'>): DriftView {
  const view = views[chosen] ?? views[0];
  if (!view) throw new Error('A board needs a template.');
  return view;
}

/** To be called after every change of what is wished; the cursor stays on its portal where that is shown. */
export function reshow(board: Board, portal: string | undefined = portalHere(board)): Board {
  const next = withShown(board);
  const found = next.shown.findIndex(({ portals }) => portal !== undefined && portals.includes(portal));
  const at = found >= 0 ? found : Math.min(next.place.at, Math.max(0, next.shown.length - 1));
  return { ...next, place: { ...next.place, at, portion: 0 } };
}

export function portalHere({ shown, place }: Board): string | undefined {
  const line = shown[place.at];
  return line?.kind === 'portals' ? line.row.portal : undefined;
}

interface Weighed {
  readonly portal: Portal;
  /** Of what the filter shows. */
  readonly counts: StateCounts;
  readonly total: number;
  readonly unsettled: number;
}

function withShown(board: Board): Board {
  const { wishes } = board;
  const whole = isWhole(wishes);
  const wanted = matching(board);
  const weighed = wanted.flatMap((portal): Weighed[] => {
    const counts = whole ? portal.row.counts : maskCounts(portal.row.counts, wishes);
    const total = totalOf(counts);
    return whole || total > 0 ? [{ portal, counts, total, unsettled: countUnsettled(counts, board) }] : [];
  });
  const isAll = whole && wishes.query === '';
  return {
    ...board,
    widths: new Map(),
    shown: linesOf(weighed, wishes),
    count: weighed.length,
    unsettled: weighed.reduce((sum, one) => sum + one.unsettled, 0),
    totals: isAll ? viewOf(board).drift.matrix.totals : totalsOf(weighed, board),
  };
}

function matching({ portals, chosen, wishes }: Board): readonly Portal[] {
  const all = portals[chosen] ?? [];
  const wanted = foldForSearch(wishes.query.trim());
  if (wanted === '') return all;
  const asReference = /^[0-9a-f]{4,64}$/.test(wanted);
  return all.filter(
    ({ row, drift }) =>
      row.portal.includes(wanted) ||
      (asReference && drift.findings.some(({ change }) => change.fingerprint.startsWith(wanted))),
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

function totalsOf(weighed: readonly Weighed[], board: Board): DriftCell[] {
  const { columns } = viewOf(board).drift.matrix;
  const { wishes, failOn } = board;
  return columns.map((_, at) => {
    const cells = weighed.flatMap(({ portal }) => portal.row.cells[at]?.counts ?? []);
    const sum = sumCounts(cells);
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

export function isWanted({ change, state }: Finding, { wishes }: Pick<Board, 'wishes'>): boolean {
  return wishes.classes.has(change.class) && wishes.states.has(state);
}

export function isUnsettled(finding: Finding, { failOn }: Pick<Board, 'failOn'>): boolean {
  return failsGate(finding, failOn);
}
