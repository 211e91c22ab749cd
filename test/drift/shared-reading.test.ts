import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { compareWithTemplate } from '../../src/drift/portal-drift.ts';
import type { Block, Charter, CookieTable, Template } from '../../src/model/charter.ts';
import { createReader } from '../../src/text/reader.ts';

const sentence = fc.constantFrom(
  'Les cookies servent à mesurer l’audience pendant 13 mois.',
  'Les cookies servent à mesurer l’audience pendant 25 mois.',
  "Les cookies servent à mesurer l'audience pendant 13 mois.",
  'Ils ne requièrent pas de consentement.',
  'Ils requièrent votre consentement.',
  'Voir {{url}}/cookies.',
  'Matomo reçoit ces informations.',
  'Nous utilisons des cookies :',
);
const text = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const block = fc
  .record({ role: fc.constantFrom('paragraph', 'heading', 'item'), text })
  .map(
    ({ role, text: said }): Block =>
      role === 'item'
        ? { role, depth: 1, text: said }
        : { role: role as 'paragraph' | 'heading', text: said },
  );
const cells = fc.tuple(
  fc.constantFrom('Matomo', 'Opendatasoft', '{{url}}'),
  fc.constantFrom('sessionid', 'csrftoken', '_pk_id', ''),
  fc.constantFrom('13 mois', '25 mois', '395 jours', 'Mesurer l’audience.', 'Se souvenir.'),
);
const table = fc.array(cells, { maxLength: 4 }).map(
  (rows): CookieTable => ({
    id: 'cookies',
    columns: [
      { key: 'provider', head: 'Prestataire de {{url}}' },
      { key: 'name', head: 'Nom' },
      { key: 'duration' },
    ],
    rows: rows.map((row) => ({ cells: row })),
  }),
);
const content = fc.record({
  title: fc.constantFrom('Charte cookies', 'Cookies', undefined),
  // Few, so that most are met again.
  body: fc.array(block, { maxLength: 4 }),
  table,
  place: fc.nat(4),
});
type Content = typeof content extends fc.Arbitrary<infer Value> ? Value : never;

function documentOf({ title, body, table: one, place }: Content) {
  return {
    language: 'fr',
    ...(title === undefined ? {} : { title }),
    body: [...body.slice(0, place), { role: 'table' as const, table: one.id }, ...body.slice(place)],
    tables: [one],
  };
}

function templateOf(said: Content): Template {
  const { body, ...rest } = documentOf(said);
  return {
    ...rest,
    kind: 'template',
    id: 't',
    variables: ['url'],
    sections: [{ id: 'first', label: { fr: 'Premier' } }],
    body: body.map((one, at) => (at === 0 ? { ...one, section: 'first' } : one)),
  };
}

/** Portals share the objects of what they say alike, as those do that are read from files. */
function charterOf(said: Content, index: number): Charter {
  const url = `https://portail-${index}.example.org`;
  const named = JSON.stringify(documentOf(said)).replaceAll('{{url}}', url);
  const holdsUrl = named.includes(url);
  return {
    ...(holdsUrl ? JSON.parse(named) : documentOf(said)),
    kind: 'charter',
    id: `portail-${index}`,
    template: 't',
    variables: { url },
    repairs: [],
    decisions: [],
  };
}

describe('what portals have in common is compared once', () => {
  test.prop(
    [content, fc.array(content, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(2), { maxLength: 8 })],
    { numRuns: 150 },
  )('and gives what comparing each alone gives', (of, contents, order) => {
    const template = templateOf(of);
    const reader = createReader({ shared: true });
    const bodies = [of, ...contents];
    order.forEach((at, index) => {
      // Bodies and tables of different portals.
      const said = {
        ...(bodies[at % bodies.length] ?? of),
        table: (bodies[index % bodies.length] ?? of).table,
      };
      const charter = charterOf(said, index);
      expect(compareWithTemplate(charter, template, reader)).toEqual(
        compareWithTemplate(charterOf(said, index), template, createReader()),
      );
    });
  });
});
