import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../src/commands/comparison.ts';
import type { Loaded } from '../../src/commands/shelves.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import type { Block, CharterDocument, Template } from '../../src/model/charter.ts';
import { follower, saying, template } from '../drift/documents.ts';

function loaded(document: CharterDocument): Loaded {
  return { document, file: `${document.id}.yaml`, lines: new Map() };
}

describe('a charter against a template', () => {
  const shared: Template = template({
    sections: ['use'],
    body: [
      {
        role: 'heading',
        text: 'Les cookies de la plateforme',
        section: 'use',
        variants: ['Les cookies du portail'],
      },
      { role: 'paragraph', text: 'Nous déposons des cookies pour mesurer la fréquentation.' },
    ],
  });
  const end: Block = { role: 'paragraph', text: 'Contactez notre délégué par courrier à cette adresse.' };
  const own = saying(follower(shared), 0, 'Les cookies du portail');
  const charter = { ...own, body: [...own.body, end] };

  test('has the references of its drift, whatever template it says it follows', () => {
    const { template: _, ...stray } = charter;
    const findings = driftOf(charter, shared, { today: '2026-11-22' }).findings;
    for (const document of [charter, stray]) {
      const { diff } = compareDocuments(loaded(shared), loaded(document), { templates: {}, places: false });
      expect(diff.changes.map(({ fingerprint }) => fingerprint)).toEqual(
        findings.map(({ change }) => change.fingerprint),
      );
    }
    expect(findings.map(({ change }) => change.kind)).toEqual(['block-added']);
  });

  test.each([
    ['Les cookies du portail', 'variant-used', []],
    ['Les **cookies** du portail', 'variant-used', ['typographic']],
    ['Les cookies du portail régional', 'variant-near', ['wording']],
  ])('« %s »: %s is told, from either side', (text, code, classes) => {
    const document = saying(own, 0, text);
    for (const [a, b] of [
      [shared, document],
      [document, shared],
    ] as const) {
      const { diff } = compareDocuments(loaded(a), loaded(b), { templates: {}, places: false });
      expect(diff.notices).toEqual([{ code, values: { text: 'Les cookies du portail' } }]);
      expect(diff.changes.map((change) => change.class)).toEqual(classes);
    }
  });

  test('of the own wording nothing is told', () => {
    const { diff } = compareDocuments(loaded(shared), loaded(follower(shared)), {
      templates: {},
      places: false,
    });
    expect(diff).toMatchObject({ changes: [], notices: [] });
  });
});
