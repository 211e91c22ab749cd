/** Sessions of drift for the matrix screen: the published charters, with decisions of all kinds, and any number of made ones. */
import type { Charter } from '../../src/model/charter.ts';
import type { DriftView } from '../../src/present/drift-view.ts';
import type { Effect } from '../../src/tui/action.ts';
import { initialState } from '../../src/tui/initial-state.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { sessionOfDrift } from '../../src/tui/session.ts';
import type { UiState } from '../../src/tui/state.ts';
import { manyLike, openCharter, openTemplate, portals, viewOf } from '../present/drifts.ts';
import { type Options, realView } from './states.ts';

export async function fiveView(): Promise<DriftView> {
  return viewOf(await Promise.all(portals.map(openCharter)), await openTemplate());
}

/** Of the six wordings of one portal: two agreed, one of them until a day that passed; two to be fixed, one overdue. */
export async function decidedView(): Promise<DriftView> {
  const { drift } = await fiveView();
  const pressing = (drift.portals.find(({ portal }) => portal === 'pays-de-la-loire')?.findings ?? []).filter(
    ({ change }) => change.class === 'wording',
  );
  const charters = await Promise.all(portals.map(openCharter));
  const decided = charters.map((charter): Charter => {
    if (charter.id !== 'pays-de-la-loire') return charter;
    const decisions = pressing.slice(0, 4).map(({ change }, index) => ({
      reference: change.fingerprint,
      status: index < 2 ? ('agreed' as const) : ('to-fix' as const),
      class: change.class,
      reason: 'Voulu ainsi.',
      by: 'A. Dupont',
      on: '2026-11-01',
      ...(index === 1 || index === 3 ? { until: '2026-11-20' } : index === 2 ? { until: '2026-12-31' } : {}),
    }));
    return { ...charter, decisions };
  });
  return viewOf(decided, await openTemplate());
}

/** Every tenth is reworded alike, every fiftieth besides in words of its own. */
export async function manyView(count: number): Promise<DriftView> {
  return viewOf(manyLike(await openCharter('normandie'), count), await openTemplate());
}

export interface DriftState extends Options {
  readonly partial?: boolean;
}

export function driftState(views: readonly DriftView[], options: DriftState = {}): UiState {
  const { size: [columns, rows] = [100, 30], language = 'en', color = false, partial = false } = options;
  return initialState(
    sessionOfDrift({ views, failOn: 'wording', partial }),
    { columns, rows },
    { language, palette: 'default', color, ground: 'dark' },
  );
}

/** Answers the comparison of a published charter that is asked for. */
export async function loaded(state: UiState): Promise<UiState> {
  const asked = state.effects.find((effect): effect is Effect & { kind: 'load' } => effect.kind === 'load');
  if (!asked) throw new Error('nothing to compare');
  const { entry, swapped } = asked;
  const portal = state.session.entries[entry]?.name ?? '';
  const view = await realView('template:opendatasoft-fr', portal);
  return reduce(state, { type: 'loaded', entry, swapped, view });
}
