/** The reading view that git compares: a line for each thing said, and nothing of the file left out. */
import { describe, expect, test } from 'vitest';
import type { Charter, Decision, Template } from '../../src/model/charter.ts';
import { renderCharterReading } from '../../src/present/charter-reading.ts';
import { charter } from '../documents.ts';

const decision: Decision = {
  reference: 'a1b2',
  status: 'agreed',
  class: 'wording',
  reason: 'Usage local',
  by: 'Zoé',
  on: '2026-01-01',
  until: '2027-01-01',
};

const one: Charter = {
  ...charter({
    id: 'normandie',
    title: 'Charte',
    variables: { url: 'https://x.example' },
    body: ['# Un', 'Première phrase. Seconde phrase.', '- un', '- deux'],
    tables: [['name | purpose', '_ga | Mesure', 'b | Panier|bis']],
  }),
  template: 'shared',
  source: {
    page: 'https://x.example/cookies',
    capture: 'snapshots/normandie/2026-01-01.txt',
    captured: '2026-01-01',
    media: 'text/plain',
    sha256: 'f'.repeat(64),
  },
  repairs: [{ rule: 'head-inferred', line: 3, subject: 'name' }],
  decisions: [decision],
};

const template: Template = {
  kind: 'template',
  id: 'shared',
  language: 'fr',
  variables: ['url'],
  sections: [{ id: 'intro', label: { fr: 'Début' } }],
  title: 'Charte',
  body: [{ role: 'paragraph', section: 'intro', text: 'La plateforme.', variants: ['Le portail.'] }],
  tables: [],
};

test('one sentence and one cookie a line', () => {
  expect(renderCharterReading(one)).toBe(`charter: normandie
language: fr
follows: shared
url: https://x.example
page: https://x.example/cookies
capture: snapshots/normandie/2026-01-01.txt (2026-01-01, text/plain)
sha256: ${'f'.repeat(64)}
repair: head-inferred; line: 3; subject: name

# Charte

## Un

Première phrase.
Seconde phrase.

- un

- deux

table: ${one.tables[0]?.id}
| NAME (name) | PURPOSE (purpose) |
| _ga | Mesure |
| b | Panier\\|bis |

decision: a1b2 agreed wording; reason: Usage local; by: Zoé; on: 2026-01-01; until: 2027-01-01
`);
});

test('a template with its sections and approved wordings', () => {
  expect(renderCharterReading(template)).toBe(`template: shared
language: fr
variable: url
section: intro; fr: Début

# Charte

[intro]
La plateforme.
= Le portail.
`);
});

describe('each change shows', () => {
  const [table] = one.tables;
  test.each<[string, Partial<Charter>]>([
    ['language', { language: 'en' }],
    ['template', { template: 'other' }],
    ['a variable', { variables: { url: 'https://y.example' } }],
    ['the source', { source: { capture: 'c', captured: '2026-01-02', media: 'text/html', sha256: '0' } }],
    ['a repair', { repairs: [{ rule: 'head-inferred', line: 4, subject: 'name' }] }],
    ['the title', { title: 'Charte des cookies' }],
    ['a level', { body: [{ role: 'heading', level: 3, text: 'Un' }, ...one.body.slice(1)] }],
    ['a role', { body: [{ role: 'paragraph', text: 'Un' }, ...one.body.slice(1)] }],
    ['a depth', { body: [...one.body.slice(0, 3), { role: 'item', depth: 2, text: 'deux' }] }],
    [
      'an order',
      { body: [...one.body.slice(0, 3), { role: 'item', depth: 1, ordered: true, text: 'deux' }] },
    ],
    ['a line break', { body: [{ role: 'paragraph', text: 'Un\nDeux' }] }],
    ['a column', { tables: table ? [{ ...table, columns: table.columns.slice(0, 1) }] : [] }],
    ['a head', { tables: table ? [{ ...table, columns: [{ key: 'name', head: 'Nom' }] }] : [] }],
    ['a caption', { tables: table ? [{ ...table, caption: 'Liste' }] : [] }],
    ['a cell', { tables: table ? [{ ...table, rows: [{ cells: ['_ga', 'Mesures'] }] }] : [] }],
    ['a decision', { decisions: [{ ...decision, until: '2028-01-01' }] }],
    ['a status', { decisions: [{ ...decision, status: 'to-fix' }] }],
    ['its cookies', { decisions: [{ ...decision, cookies: ['_ga', 'b'] }] }],
  ])('%s', (_, change) => {
    expect(renderCharterReading({ ...one, ...change })).not.toBe(renderCharterReading(one));
  });
});

test('nothing of a text steers a terminal', () => {
  const hostile = renderCharterReading(charter({ body: ['a\u001b[31mb\u202ec'], title: 'x\rfake: 1' }));
  expect(hostile).not.toMatch(/[\u001b\u202e\r]/);
});
