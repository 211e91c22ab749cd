/** The portals of one template as the matrix screen shows them, worked out anew only when what is read or wished changes. */
import { failsGate } from '../../drift/decisions.ts';
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import {
  type DriftCell,
  type DriftRow,
  type Finding,
  type FindingState,
  findingStates,
  type PortalDrift,
} from '../../model/drift.ts';
import { type DriftView, sameDrift } from '../../present/drift-view.ts';
import type { Place } from '../state.ts';
import { linesOfBoard } from './board-lines.ts';

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
  /** By view: portals of which something is to be said about their template. */
  readonly doubtful: readonly ReadonlySet<string>[];
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
    doubtful: session.views.map(doubtfulIn),
    shown: [],
    count: 0,
    unsettled: 0,
    totals: [],
    widths: new Map(),
  });
}

function doubtfulIn({ generations = [] }: DriftView): ReadonlySet<string> {
  return new Set(generations.map(({ portal }) => portal));
}

export function isDoubtful({ doubtful, chosen }: Board, portal: string): boolean {
  return doubtful[chosen]?.has(portal) === true;
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
  const read = { views, portals: views.map(portalsOf), doubtful: views.map(doubtfulIn) };
  return reshow({ ...rest, ...read, chosen }, portalHere(board));
}

function withShown(board: Board): Board {
  return { ...board, widths: new Map(), ...linesOfBoard(board, viewOf(board).drift.matrix) };
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

export function isWanted({ change, state }: Finding, { wishes }: Pick<Board, 'wishes'>): boolean {
  return wishes.classes.has(change.class) && wishes.states.has(state);
}

export function isUnsettled(finding: Finding, { failOn }: Pick<Board, 'failOn'>): boolean {
  return failsGate(finding, failOn);
}
