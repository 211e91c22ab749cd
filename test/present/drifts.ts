/** Drift of the published charters and of any number of made ones, ready for the outputs. */
import { readFileSync } from 'node:fs';
import { openDocument } from '../../src/canonical/open.ts';
import { failsGate } from '../../src/drift/decisions.ts';
import { groupDrift } from '../../src/drift/groups.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import { templateDrift } from '../../src/drift/template-drift.ts';
import type { Block, ChangeClass, Charter, CharterDocument, Template } from '../../src/model/charter.ts';
import type { DriftOptions, DriftView } from '../../src/present/drift-view.ts';
import { createReader } from '../../src/text/reader.ts';

export const portals = [
  'cooracenormandie',
  'noisylegrand',
  'normandie',
  'pays-de-la-loire',
  'performance-dataunedic',
];

async function open(file: string): Promise<CharterDocument> {
  const text = readFileSync(new URL(`../../charters/${file}.yaml`, import.meta.url), 'utf8');
  const { document } = await openDocument(text);
  if (!document) throw new Error(file);
  return document;
}

export async function openTemplate(): Promise<Template> {
  const document = await open('templates/opendatasoft-fr');
  if (document.kind !== 'template') throw new Error(document.id);
  return document;
}

export async function openCharter(portal: string): Promise<Charter> {
  const document = await open(portal);
  if (document.kind !== 'charter') throw new Error(portal);
  return document;
}

export function viewOf(charters: readonly Charter[], template: Template, today = '2026-11-21'): DriftView {
  const reader = createReader();
  const drift = templateDrift(
    charters.map((charter) => driftOf(charter, template, { today, reader })),
    template,
  );
  return {
    drift,
    template,
    charters: new Map(charters.map((charter) => [charter.id, charter])),
    groups: groupDrift(drift.portals),
  };
}

/** The same, with one portal between two templates, and two that name none. */
export function standingBetween(view: DriftView): DriftView {
  const matches = [
    { template: 'opendatasoft-fr', blocks: 9, ofBlocks: 11, rows: 4, ofRows: 4 },
    { template: 'newer', blocks: 6, ofBlocks: 10, rows: 1, ofRows: 4 },
  ];
  const between = [
    { template: 'opendatasoft-fr', has: 4, of: 6 },
    { template: 'newer', has: 2, of: 5 },
  ] as const;
  const generations = [
    { portal: 'normandie', nearest: 'opendatasoft-fr', matches },
    { portal: 'noisylegrand', nearest: 'opendatasoft-fr', matches },
    { portal: 'pays-de-la-loire', named: 'opendatasoft-fr', nearest: 'opendatasoft-fr', matches, between },
  ];
  return { ...view, generations };
}

export function optionsOf(rest: Partial<DriftOptions> = {}): DriftOptions {
  const failOn: ChangeClass = rest.failOn ?? 'wording';
  return {
    language: 'en',
    width: 80,
    color: false,
    all: false,
    failOn,
    fails: (finding) => failsGate(finding, failOn),
    byChange: false,
    partial: false,
    ...rest,
  };
}

/** Copies of a charter; every tenth is reworded alike, every fiftieth besides in words of its own. */
export function manyLike(charter: Charter, count: number, longNames = false): Charter[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `portail-${String(index).padStart(4, '0')}${longNames ? '-du-conseil-departemental-de-la-region' : ''}`;
    const body = charter.body.map((block, at): Block => {
      if (block.role !== 'paragraph') return block;
      if (index % 10 === 0 && at === 0)
        return { ...block, text: block.text.replace('nous utilisons', 'le portail utilise') };
      if (index % 50 === 7 && at === 2)
        return { ...block, text: block.text.replace('petite taille', `taille variable (${index} octets)`) };
      return block;
    });
    return { ...charter, id, body };
  });
}

/** Every finding decided, agreed and to be fixed by turns; until a day, where one is given. */
export function decideAll(
  charters: readonly Charter[],
  { drift }: DriftView,
  template: Template,
  until?: string,
  reason = 'Voulu\nainsi \u202e.',
): DriftView {
  const decided = charters.map((charter): Charter => {
    const findings = drift.portals.find(({ portal }) => portal === charter.id)?.findings ?? [];
    const decisions = findings.map(({ change }, index) => ({
      reference: change.fingerprint,
      status: index % 2 === 0 ? ('agreed' as const) : ('to-fix' as const),
      class: change.class,
      reason,
      by: 'A. Dupont',
      on: '2026-11-01',
      ...(until === undefined ? {} : { until }),
    }));
    return { ...charter, decisions };
  });
  return viewOf(decided, template);
}
