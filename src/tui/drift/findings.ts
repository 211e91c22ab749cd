/** The findings of the opened portal as a list: what is to be settled or corrected, the rest folded, and what else is to be known. */
import type { DriftRow, Finding, PortalDrift } from '../../model/drift.ts';
import { type Listed, onceEach } from '../../present/drift-findings.ts';
import type { DriftView } from '../../present/drift-view.ts';
import {
  type Board,
  isDoubtful,
  isUnsettled,
  isWanted,
  type OpenPortal,
  type Portal,
  viewOf,
} from './board.ts';

export type FindingItem =
  | ({ readonly kind: 'finding' } & Listed)
  | { readonly kind: 'folded'; readonly findings: readonly Finding[] }
  /** Decisions that cover nothing, doubts of the comparison, other portals that drift alike. */
  | { readonly kind: 'remarks' }
  /** Nothing to list: there is none, or the filter hides all. */
  | { readonly kind: 'none'; readonly filtered: boolean };

export function openPortalAt(portal: string): OpenPortal {
  return { portal, place: { at: 0, portion: 0, lead: 0 }, folded: true };
}

function opened({ open, portals, chosen }: Board): Portal | undefined {
  return portals[chosen]?.find(({ row }) => row.portal === open?.portal);
}

export function openedRow(board: Board): DriftRow | undefined {
  return opened(board)?.row;
}

/** In reading order. */
export function findingItems(board: Board): FindingItem[] {
  const { drift } = opened(board) ?? {};
  if (!drift || !board.open) return [];
  const wanted = drift.findings.filter((finding) => isWanted(finding, board));
  const pressing = wanted.filter((finding) => isUnsettled(finding, board) || finding.state === 'to-fix');
  const listed = board.open.folded && pressing.length > 0 ? pressing : wanted;
  const seen = new Set(listed);
  const folded = wanted.filter((finding) => !seen.has(finding));
  return [
    ...(wanted.length === 0 ? [{ kind: 'none' as const, filtered: drift.findings.length > 0 }] : []),
    ...onceEach(listed).map((one): FindingItem => ({ kind: 'finding', ...one })),
    ...(folded.length === 0 ? [] : [{ kind: 'folded' as const, findings: folded }]),
    ...(hasRemarks(drift) || isDoubtful(board, drift.portal) || alikePortals(board).length > 0
      ? [{ kind: 'remarks' as const }]
      : []),
  ];
}

function hasRemarks({ stale, variants, notices }: PortalDrift): boolean {
  return stale.length + variants.length + notices.length > 0;
}

export function findingHere(board: Board | undefined): Finding | undefined {
  const item = board?.open && findingItems(board)[board.open.place.at];
  return item?.kind === 'finding' ? item.finding : undefined;
}

/** Portals that drift like the opened one, itself left out. */
export function alikePortals(board: Board): readonly string[] {
  const here = opened(board);
  if (!here || here.row.count === 0) return [];
  const all = board.portals[board.chosen] ?? [];
  return all.flatMap((one) => (one.key === here.key && one !== here ? [one.row.portal] : []));
}

/** The view as of the opened portal alone. */
export function viewOfOpened(board: Board): DriftView {
  const view = viewOf(board);
  const { drift } = opened(board) ?? {};
  return { ...view, drift: { ...view.drift, portals: drift ? [drift] : [] } };
}

/** Portals that have the same difference. */
export function portalsWith(finding: Finding, board: Board): readonly string[] {
  const group = viewOf(board).groups.find(({ findings }) => findings.includes(finding));
  return [...new Set((group?.findings ?? [finding]).map(({ portal }) => portal))];
}
