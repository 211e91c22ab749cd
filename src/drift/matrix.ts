/** The portals that follow one template beside its sections and tables. */
import type { ChangeClass, Template } from '../model/charter.ts';
import type {
  DriftCell,
  DriftColumn,
  DriftMatrix,
  DriftRow,
  Finding,
  PortalDrift,
  StateCounts,
} from '../model/drift.ts';
import { columnsOf, elsewhereColumn } from './columns.ts';
import { cellOf, countFindings } from './counts.ts';
import { usualGate } from './decisions.ts';

/** Rows are in the order of the portals; every finding counts in one cell. From `least` on a finding needs settling. */
export function matrixOf(
  portals: readonly PortalDrift[],
  template: Template,
  least: ChangeClass = usualGate,
): DriftMatrix {
  const columns = columnsFor(portals, template);
  const places = new Map(columns.map(({ id }, at) => [id, at]));
  // Cells that count the same are one.
  const known = new Map<StateCounts, DriftCell>();
  const cellFor = (within: readonly Finding[] | undefined): DriftCell => {
    const counts = countFindings(within ?? []);
    const cell = known.get(counts) ?? cellOf(counts, least);
    known.set(counts, cell);
    return cell;
  };
  const rows = portals.map(
    ({ portal, findings }): DriftRow => ({
      portal,
      count: findings.length,
      counts: countFindings(findings),
      cells: byColumn(findings, places).map(cellFor),
    }),
  );
  const all = portals.flatMap(({ findings }) => findings);
  return {
    template: template.id,
    columns,
    rows,
    totals: byColumn(all, places).map(cellFor),
    counts: countFindings(all),
  };
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
