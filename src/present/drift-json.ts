/** The JSON output of `drift`: every finding, whatever is folded elsewhere; its form is in `drift.schema.json`. */
import type { Decision } from '../model/charter.ts';
import type { DriftCell, DriftGroup, Finding, Generation, PortalDrift, StateCounts } from '../model/drift.ts';
import { changeJson, escapeHidden } from './diff-json.ts';
import { allFindings, type DriftOptions, type DriftView } from './drift-view.ts';

const schemaVersion = 1;

/** One JSON document with a final newline; texts are as they are in the charters. */
export function renderDriftJson(views: readonly DriftView[], options: DriftOptions): string {
  const document = {
    schemaVersion,
    command: 'drift',
    failOn: options.failOn,
    drifts: views.map((view) => viewJson(view, options)),
    ...(options.without?.length ? { notCompared: options.without } : {}),
  };
  return `${escapeHidden(JSON.stringify(document, undefined, 2))}\n`;
}

/** Absent values are left out by the serialiser. */
function viewJson(view: DriftView, options: DriftOptions): object {
  const { matrix, portals, unusedVariants, template } = view.drift;
  const generations = new Map(view.generations?.map((one) => [one.portal, one]));
  return {
    template,
    revision: view.revision,
    toSettle: allFindings(view).filter(options.fails).length,
    counts: countsJson(matrix.counts),
    columns: matrix.columns.map(({ id, kind, label }) => ({ id, kind, label })),
    totals: matrix.totals.map(cellJson),
    portals: portals.map((drift, index) => {
      const { cells } = matrix.rows[index] ?? { cells: [] };
      return portalJson(drift, { cells, generation: generations.get(drift.portal) }, options);
    }),
    groups: view.groups.map(groupJson),
    unusedVariants: options.partial
      ? undefined
      : unusedVariants.map(({ block, section, variant, text }) => ({ block, section, variant, text })),
  };
}

function generationJson({ named, nearest, matches, between }: Generation): object {
  return {
    named,
    nearest,
    matches: matches.map(({ template, blocks, ofBlocks, rows, ofRows }) => ({
      template,
      blocks,
      ofBlocks,
      rows,
      ofRows,
    })),
    between: between?.map(({ template, has, of }) => ({ template, has, of })),
  };
}

function countsJson(counts: StateCounts): object {
  const { agreed, lapsed, overdue, unexplained } = counts;
  const toFix = counts['to-fix'];
  return { unexplained, lapsed, overdue, 'to-fix': toFix, agreed };
}

function cellJson({ count, class: level, state }: DriftCell): object {
  return { count, class: level, state };
}

interface Placed {
  readonly cells: readonly DriftCell[];
  readonly generation: Generation | undefined;
}

function portalJson(drift: PortalDrift, { cells, generation }: Placed, options: DriftOptions): object {
  return {
    portal: drift.portal,
    toSettle: drift.findings.filter(options.fails).length,
    cells: cells.map(cellJson),
    generation: generation && generationJson(generation),
    findings: drift.findings.map(findingJson),
    stale: drift.stale.map(({ why, decision }) => ({ why, decision: decisionJson(decision) })),
    variants: drift.variants.map(({ block, variant, exact }) => ({ block, variant, exact })),
    notices: drift.notices.map(({ code, values }) => ({ code, values })),
  };
}

function findingJson({ reference, column, state, lapse, decision, change }: Finding): object {
  return {
    reference,
    column,
    state,
    lapse,
    decision: decision && decisionJson(decision),
    change: changeJson(change),
  };
}

export function decisionJson(decision: Decision): object {
  const { reference, status, class: level, section, cookies, column, text, reason, by, on, until } = decision;
  return { reference, status, class: level, section, cookies, column, text, reason, by, on, until };
}

function groupJson({
  fingerprint,
  reference,
  column,
  class: level,
  cookies,
  findings,
  direction,
}: DriftGroup): object {
  const { kind, behind, names, of, majority } = direction;
  return {
    reference,
    fingerprint,
    column,
    class: level,
    direction: kind,
    behind: behind && { commit: behind.commit, on: behind.on, until: behind.until },
    of,
    sharedBy: names,
    majority: { portals: majority.portals, fingerprint: majority.fingerprint, text: majority.text },
    cookies,
    portals: [...new Map(findings.map(({ portal, state }) => [portal, { portal, state }])).values()],
  };
}
