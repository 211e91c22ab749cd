/** The five charters and their template as they stand in the repository, and small ones made for a case. */
import { readFileSync } from 'node:fs';
import { readCanonical } from '../../src/canonical/read.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import type { Block, Charter, CharterDocument, Decision, Template } from '../../src/model/charter.ts';
import type { Finding } from '../../src/model/drift.ts';

export const today = '2026-11-22';

export const portals = [
  'normandie',
  'cooracenormandie',
  'noisylegrand',
  'pays-de-la-loire',
  'performance-dataunedic',
] as const;

export function repositoryTemplate(): Template {
  const document = read('templates/opendatasoft-fr');
  if (document.kind !== 'template') throw new Error('not a template');
  return document;
}

export function repositoryCharter(portal: string): Charter {
  const document = read(portal);
  if (document.kind !== 'charter') throw new Error('not a charter');
  return document;
}

function read(name: string): CharterDocument {
  const text = readFileSync(new URL(`../../charters/${name}.yaml`, import.meta.url), 'utf8');
  const found = readCanonical(text);
  if (!found) throw new Error(`${name} is not canonical`);
  return found.document;
}

export interface TemplateParts {
  readonly title?: string;
  readonly variables?: readonly string[];
  readonly sections?: readonly string[];
  readonly body: readonly Block[];
  readonly tables?: Template['tables'];
}

export function template(parts: TemplateParts): Template {
  return {
    kind: 'template',
    id: 'shared',
    language: 'fr',
    variables: parts.variables ?? [],
    sections: (parts.sections ?? []).map((id) => ({ id, label: { en: id, fr: id } })),
    ...(parts.title === undefined ? {} : { title: parts.title }),
    body: parts.body,
    tables: parts.tables ?? [],
  };
}

/** A charter that says what the template says. */
export function follower(of: Template, parts: Partial<Charter> = {}): Charter {
  const values = Object.fromEntries(of.variables.map((name) => [name, `https://${name}.example.fr`]));
  const fill = (text: string): string =>
    of.variables.reduce((filled, name) => filled.replaceAll(`{{${name}}}`, values[name] ?? ''), text);
  return {
    kind: 'charter',
    id: 'portal',
    language: of.language,
    template: of.id,
    variables: values,
    ...(of.title === undefined ? {} : { title: fill(of.title) }),
    body: of.body.map(
      ({ section: _, variants: __, ...block }): Block =>
        block.role === 'table' ? block : { ...block, text: fill(block.text) },
    ),
    tables: of.tables,
    repairs: [],
    decisions: [],
    ...parts,
  };
}

/** The charter with the text of one block replaced. */
export function saying(charter: Charter, at: number, text: string): Charter {
  const body = charter.body.map(
    (block, index): Block => (index === at && block.role !== 'table' ? { ...block, text } : block),
  );
  return { ...charter, body };
}

export function agreeing(finding: Finding, more: Partial<Decision> = {}): Decision {
  return {
    reference: finding.change.fingerprint,
    status: 'agreed',
    class: finding.change.class,
    reason: 'Voulu par le portail.',
    on: '2026-11-01',
    ...more,
  };
}

/** `column state class kind`, one a finding. */
export function told(charter: Charter, of: Template): string[] {
  return driftOf(charter, of, { today }).findings.map(
    ({ column, state, change }) => `${column} ${state} ${change.class} ${change.kind}`,
  );
}
