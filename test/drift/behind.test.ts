import { describe, expect, test } from 'vitest';
import { EarlierTemplates, type PastTemplate } from '../../src/drift/behind.ts';
import { directGroup } from '../../src/drift/directions.ts';
import { Grouping } from '../../src/drift/groups.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import type { Charter, Template } from '../../src/model/charter.ts';
import type { EarlierVersion } from '../../src/model/drift.ts';
import { createReader } from '../../src/text/reader.ts';
import { follower, saying, template, today } from './documents.ts';

const columns = [
  { key: 'provider', head: 'Prestataire' },
  { key: 'name', head: 'Nom' },
  { key: 'duration', head: 'Durée' },
];
const rows = [
  { cells: ['Opendatasoft', 'sessionid', '13 mois'] },
  { cells: ['Opendatasoft', 'csrftoken', '6 mois'] },
];

function version(parts: Partial<Template>): Template {
  const base = template({
    title: 'Charte cookies',
    sections: ['intro'],
    body: [
      {
        role: 'paragraph',
        section: 'intro',
        text: 'Nous posons des cookies pour que le site fonctionne bien.',
      },
      { role: 'paragraph', text: 'Ils sont gardés sur votre appareil pendant une année entière.' },
      { role: 'table', table: 'cookies' },
    ],
    tables: [{ id: 'cookies', columns, rows }],
  });
  return { ...base, ...parts };
}

const now = version({});
const [first, second, place] = now.body as [Template['body'][0], Template['body'][0], Template['body'][0]];
const said = { role: 'paragraph' as const, text: 'Ils restent sur votre appareil une année.' };

function past(...versions: readonly Template[]): PastTemplate[] {
  return versions.map((one, index) => ({
    template: one,
    commit: `${index}`.repeat(40),
    on: `2026-0${5 - index}-01`,
  }));
}

/** What is told of each difference of the charter, where the template was committed as it is and as those were before. */
function behind(charter: Charter, ...before: readonly Template[]): (EarlierVersion | undefined)[] {
  const earlier = new EarlierTemplates(now, past(now, ...before), createReader());
  return driftOf(charter, now, { today }).findings.map(({ change }) => earlier.find(change));
}

const once = { commit: '1'.repeat(40), on: '2026-04-01', until: '2026-05-01' };

describe('a portal that says what the template said before is behind', () => {
  test.each<readonly [string, Template]>([
    ['in a reworded paragraph', version({ body: [first, said, place] })],
    ['in a title', version({ title: 'Cookies de ce site' })],
    ['without a title', (({ title: _, ...rest }) => rest)(now)],
    ['without a paragraph that was added', version({ body: [first, place] })],
    ['with a paragraph that was dropped', version({ body: [first, second, said, place] })],
    [
      'in a cell',
      version({
        tables: [
          {
            id: 'cookies',
            columns,
            rows: [{ cells: ['Opendatasoft', 'sessionid', '25 mois'] }, ...rows.slice(1)],
          },
        ],
      }),
    ],
    [
      'without a row that was added',
      version({ tables: [{ id: 'cookies', columns, rows: rows.slice(0, 1) }] }),
    ],
    [
      'with a row that was dropped',
      version({
        tables: [{ id: 'cookies', columns, rows: [...rows, { cells: ['Matomo', '_pk_id', '13 mois'] }] }],
      }),
    ],
    [
      'in mere punctuation',
      version({ body: [first, { ...said, text: `${'text' in second ? second.text : ''}..` }, place] }),
    ],
  ])('%s', (_, before) => {
    const found = behind(follower(before), before);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(once)]));
    expect(behind(follower(before), now).every((one) => one === undefined)).toBe(true);
  });

  test('by the newest version that said so', () => {
    const old = version({ body: [first, said, place] });
    const older = version({ body: [first, { ...said, text: 'Autre texte.' }, place] });
    expect(behind(follower(old), old, older, old)).toEqual([once]);
    expect(behind(follower(older), old, older, old).at(-1)).toMatchObject({
      commit: '2'.repeat(40),
      until: '2026-04-01',
    });
  });

  test('without a day where the template of the work tree is not committed', () => {
    const old = version({ body: [first, said, place] });
    const earlier = new EarlierTemplates(now, past(old), createReader());
    const [finding] = driftOf(follower(old), now, { today }).findings;
    expect(finding && earlier.find(finding.change)).toEqual({ commit: '0'.repeat(40), on: '2026-05-01' });
  });

  test('not where the words are its own, or differ by more than their form', () => {
    const old = version({ body: [first, said, place] });
    expect(new Set(behind(saying(follower(now), 1, 'Ils restent ailleurs, une année.'), old))).toEqual(
      new Set([undefined]),
    );
  });
});

test('a group tells its direction among all portals, also where one of them is asked for', () => {
  const old = version({ body: [first, said, place] });
  const portals = ['a', 'b', 'c'].map((id) => driftOf({ ...follower(old), id }, now, { today }));
  const earlier = new EarlierTemplates(now, past(now, old), createReader());
  const company = new Grouping([...portals, driftOf({ ...follower(now), id: 'd' }, now, { today })]);
  const directed = new Grouping(portals.slice(0, 1))
    .all()
    .map((group) => directGroup(group, { earlier, company }));
  expect(directed[0]?.direction).toMatchObject({
    kind: 'behind',
    behind: once,
    portals: 3,
    names: ['a', 'b', 'c'],
    of: 4,
    majority: { portals: 3, text: said.text },
  });
  const alone = { earlier: undefined, company: undefined };
  expect(company.all().map((group) => directGroup(group, alone).direction.kind)).toContain('shared');
});
