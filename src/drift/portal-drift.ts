/** One charter against its template, in full: every difference, and what was decided about it. */
import { classifyDiff } from '../classify/documents.ts';
import { diffDocuments } from '../diff/documents.ts';
import type { Change } from '../model/change.ts';
import type { Charter, Day, Template } from '../model/charter.ts';
import type { Finding, PortalDrift } from '../model/drift.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import { alikeFingerprint, repeatedAlike, withReferences } from './alike.ts';
import { columnFinder } from './columns.ts';
import { type Decidable, decide } from './decisions.ts';
import { reopen } from './reopened.ts';
import { type AddressBook, variableFindings } from './variables.ts';
import { templateAsUsed } from './variants.ts';

export interface DriftOptions {
  /** In the repository's time zone: decisions end by it. */
  readonly today: Day;
  /** Which portal each address belongs to: one that names another's as its own is told so. */
  readonly addresses?: AddressBook;
  /** Shared by portals that say much the same. */
  readonly reader?: TextReader;
}

/** A charter that says what the template says, or one of its variants, has no finding above typographic. */
export function driftOf(charter: Charter, template: Template, options: DriftOptions): PortalDrift {
  const reader = options.reader ?? createReader();
  const used = templateAsUsed(template, charter, reader);
  const raw = diffDocuments(used.template, charter, { templates: { b: used.template }, reader });
  const classified = classifyDiff(raw, used.template, charter, { comparison: 'portals', reader });
  const columnOf = columnFinder(template, raw.tables);
  const changes: Change[] = [
    ...variableFindings(charter, template, { addresses: options.addresses, reader }),
    ...classified.changes,
  ];
  const found = changes.map((change): Decidable & { readonly change: Change } => {
    const alike = alikeFingerprint(change, reader);
    const { fingerprint, class: level, address } = change;
    return { change, fingerprint, class: level, address, ...(alike === undefined ? {} : { alike }) };
  });
  const { rulings, stale } = reopen(changes, decide(found, charter.decisions, options.today), reader);
  const findings = found.map(
    ({ change, alike }, index): Finding => ({
      portal: charter.id,
      column: columnOf(change),
      change,
      ...(alike === undefined ? {} : { alike }),
      reference: change.fingerprint,
      ...(rulings[index] ?? { state: 'unexplained' }),
    }),
  );
  return {
    portal: charter.id,
    template: template.id,
    findings: withReferences(findings, repeatedAlike(findings)),
    stale: stale.map((one) => ({ portal: charter.id, ...one })),
    variants: used.variants,
    notices: classified.notices,
  };
}
