/** The portals that follow one template beside its sections and tables. */
import { type ChangeClass, changeClasses, type Template } from '../model/charter.ts';
import {
  type DriftCell,
  type DriftColumn,
  type DriftMatrix,
  type DriftRow,
  type Finding,
  type FindingState,
  findingStates,
  type PortalDrift,
} from '../model/drift.ts';
import { columnsOf, elsewhereColumn } from './columns.ts';
import { cellOf, countFindings } from './counts.ts';
import { rankOf, usualGate } from './decisions.ts';

/** Rows are in the order of the portals; every finding counts in one cell. From `least` on a finding needs settling. */
export function matrixOf(
  portals: readonly PortalDrift[],
  template: Template,
  least: ChangeClass = usualGate,
): DriftMatrix {
  const columns = columnsFor(portals, template);
  const places = new Map(columns.map(({ id }, at) => [id, at]));
  const cells = new Cells(least);
  const clean = columns.map(() => cells.none);
  const rows = portals.map(({ portal, findings }): DriftRow => {
    // Most portals among very many have no drift, or drift in few places.
    if (findings.length === 0) return { portal, count: 0, counts: cells.none.counts, cells: clean };
    const within = byColumn(findings, places);
    return {
      portal,
      count: findings.length,
      counts: cells.of(findings).counts,
      cells: within.map((list) => (list === undefined ? cells.none : cells.of(list))),
    };
  });
  const all = portals.flatMap(({ findings }) => findings);
  return {
    template: template.id,
    columns,
    rows,
    totals: byColumn(all, places).map((list = []) => cells.of(list)),
    counts: countFindings(all),
  };
}

/** Cells that count the same are one. */
class Cells {
  readonly none = cellOf(countFindings([]), usualGate);
  readonly #least: ChangeClass;
  readonly #known = new Map<number, DriftCell>();

  constructor(least: ChangeClass) {
    this.#least = least;
  }

  of(findings: readonly Finding[]): DriftCell {
    if (findings.length > mostTold) return cellOf(countFindings(findings), this.#least);
    let key = 0;
    for (const finding of findings) key = key * (kinds + 1) + kindOf(finding);
    const known = this.#known.get(key) ?? cellOf(countFindings(findings), this.#least);
    this.#known.set(key, known);
    return known;
  }
}

/** A number of one digit for each finding has its whole place below 2^53. */
const mostTold = 11;
/** States beside classes. */
const kinds = findingStates.length * changeClasses.length;
const stateKinds = Object.fromEntries(
  findingStates.map((state, at) => [state, 1 + at * changeClasses.length]),
) as Readonly<Record<FindingState, number>>;

/** From 1. */
function kindOf({ state, change }: Finding): number {
  return stateKinds[state] + rankOf(change.class);
}

function columnsFor(portals: readonly PortalDrift[], template: Template): readonly DriftColumn[] {
  const known = columnsOf(template);
  const ids = new Set(known.map(({ id }) => id));
  const strays = portals.some(({ findings }) => findings.some(({ column }) => !ids.has(column)));
  return strays ? [...known, elsewhereColumn] : known;
}

/** One list a column, absent where it has no finding. */
function byColumn(
  findings: readonly Finding[],
  places: ReadonlyMap<string, number>,
): readonly (readonly Finding[] | undefined)[] {
  const lists = new Array<Finding[] | undefined>(places.size).fill(undefined);
  for (const finding of findings) {
    const at = places.get(finding.column);
    if (at === undefined) continue;
    const list = lists[at];
    if (list) list.push(finding);
    else lists[at] = [finding];
  }
  return lists;
}
