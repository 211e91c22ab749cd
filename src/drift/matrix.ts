/** The portals that follow one template beside its sections and tables. */
import type { ChangeClass, Template } from '../model/charter.ts';
import type { DriftCell, DriftColumn, DriftMatrix, DriftRow, Finding, PortalDrift } from '../model/drift.ts';
import { columnsOf, elsewhereColumn } from './columns.ts';
import { cellOf, countFindings, sumCounts } from './counts.ts';
import { usualGate } from './decisions.ts';

/** Rows are in the order of the portals; every finding counts in one cell. From `least` on a finding needs settling. */
export function matrixOf(
  portals: readonly PortalDrift[],
  template: Template,
  least: ChangeClass = usualGate,
): DriftMatrix {
  const known = columnsOf(template);
  const ids = new Set(known.map(({ id }) => id));
  const strays = portals.some(({ findings }) => findings.some(({ column }) => !ids.has(column)));
  const columns = strays ? [...known, elsewhereColumn] : known;
  const rows = portals.map((drift) => rowOf(drift, columns, least));
  return {
    template: template.id,
    columns,
    rows,
    totals: columns.map((_, at) => cellOf(sumCounts(rows.map(({ cells }) => countsAt(cells, at))), least)),
    counts: sumCounts(rows.map(({ counts }) => counts)),
  };
}

function countsAt(cells: readonly DriftCell[], at: number): DriftCell['counts'] {
  return cells[at]?.counts ?? countFindings([]);
}

function rowOf(
  { portal, findings }: PortalDrift,
  columns: readonly DriftColumn[],
  least: ChangeClass,
): DriftRow {
  const byColumn = new Map<string, Finding[]>(columns.map(({ id }) => [id, []]));
  for (const finding of findings) byColumn.get(finding.column)?.push(finding);
  return {
    portal,
    count: findings.length,
    counts: countFindings(findings),
    cells: columns.map(({ id }) => cellOf(countFindings(byColumn.get(id) ?? []), least)),
  };
}
