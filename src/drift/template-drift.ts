/** All portals that follow one template: references that tell all their differences apart, matrix, unused variants. */
import type { ChangeClass, Template } from '../model/charter.ts';
import type { PortalDrift, TemplateDrift, UnusedVariant } from '../model/drift.ts';
import { digitsFor, repeatedAmong, withReferences } from './alike.ts';
import { usualGate } from './decisions.ts';
import { matrixOf } from './matrix.ts';

/** Findings of the class `least` or a stronger one need settling. */
export function templateDrift(
  portals: readonly PortalDrift[],
  template: Template,
  least: ChangeClass = usualGate,
): TemplateDrift {
  const referenced = toldApart(portals);
  return {
    template: template.id,
    portals: referenced,
    matrix: matrixOf(referenced, template, least),
    unusedVariants: unusedVariants(portals, template),
  };
}

/** What several rows of one portal have alike is one difference in the others too. */
function toldApart(portals: readonly PortalDrift[]): PortalDrift[] {
  const repeated = repeatedAmong(portals);
  const digits = digitsFor(
    portals.flatMap(({ findings }) => findings),
    repeated,
  );
  return portals.map((drift) => ({
    ...drift,
    findings: withReferences(drift.findings, repeated, digits),
  }));
}

/** The approved wordings that no portal uses or comes nearest to. */
function unusedVariants(portals: readonly PortalDrift[], template: Template): UnusedVariant[] {
  const used = new Set(
    portals.flatMap(({ variants }) => variants.map(({ block, variant }) => `${block} ${variant}`)),
  );
  let section: string | undefined;
  return template.body.flatMap((block, index): UnusedVariant[] => {
    section = block.section ?? section;
    const place = { block: index, ...(section === undefined ? {} : { section }) };
    return (block.variants ?? []).flatMap((text, variant) =>
      used.has(`${index} ${variant}`) ? [] : [{ ...place, variant, text }],
    );
  });
}
