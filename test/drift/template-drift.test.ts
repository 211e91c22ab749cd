import { describe, expect, test } from 'vitest';
import { groupDrift } from '../../src/drift/groups.ts';
import { matrixOf } from '../../src/drift/matrix.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import { templateDrift } from '../../src/drift/template-drift.ts';
import type { ChangeClass, Charter, CookieTable, Decision } from '../../src/model/charter.ts';
import type { DriftMatrix, PortalDrift } from '../../src/model/drift.ts';
import type { Language } from '../../src/model/language.ts';
import { columnName } from '../../src/present/drift-view.ts';
import {
  agreeing,
  follower,
  portals,
  repositoryCharter,
  repositoryTemplate,
  saying,
  template,
  today,
} from './documents.ts';

/** The heads, then a line a portal: the class by its first letter, how many findings, the state. */
function drawn(matrix: DriftMatrix): string[] {
  return [
    matrix.columns.map(({ id, label }) => label?.['en'] ?? id).join(' | '),
    ...matrix.rows.map(
      ({ portal, cells }) =>
        `${portal}: ${cells.map((cell) => (cell.class ? `${cell.class[0]}${cell.count} ${cell.state}` : '·')).join(' | ')}`,
    ),
  ];
}

describe('the matrix', () => {
  test('of the five charters', () => {
    const shared = repositoryTemplate();
    const drifts = portals.map((id) => driftOf(repositoryCharter(id), shared, { today }));
    const { matrix } = templateDrift(drifts, shared);
    expect(drawn(matrix)).toEqual([
      'document | Introduction | Cookie ? | Kinds | Use | Functional | Cookies',
      'normandie: · | · | · | · | · | · | ·',
      'cooracenormandie: · | · | · | · | · | · | ·',
      'noisylegrand: · | · | · | · | t1 unexplained | · | ·',
      'pays-de-la-loire: w1 unexplained | w1 unexplained | w1 unexplained | w4 unexplained | w1 unexplained | w1 unexplained | ·',
      'performance-dataunedic: · | · | t2 unexplained | t1 unexplained | · | · | w2 unexplained',
    ]);
    expect(matrix.counts.unexplained).toEqual({ variable: 0, typographic: 8, wording: 7, substantive: 0 });
    expect(matrix.totals.map(({ count }) => count)).toEqual([1, 1, 3, 5, 2, 1, 2]);
    expect(matrix.rows.map(({ count }) => count)).toEqual([0, 0, 1, 9, 5]);
  });

  const shared = template({
    sections: ['text'],
    body: [
      { role: 'paragraph', text: 'Nous utilisons des cookies sur ce site.', section: 'text' },
      { role: 'paragraph', text: 'Vous pouvez les refuser depuis le bandeau.' },
      { role: 'paragraph', text: 'Ils sont conservés treize mois au plus.' },
    ],
  });
  const said = saying(
    saying(follower(shared), 0, 'Nous utilisons des cookies sur le site.'),
    2,
    'Ils sont conservés vingt-cinq mois au plus.',
  );

  function cell(
    decided: (found: PortalDrift['findings']) => Charter['decisions'],
    least?: ChangeClass,
  ): string {
    const { findings } = driftOf(said, shared, { today });
    const drift = driftOf({ ...said, decisions: decided(findings) }, shared, { today });
    return drawn(matrixOf([drift], shared, least))[1] ?? '';
  }

  test.each([
    ['all open: the strongest', [undefined, undefined], 's2 unexplained'],
    ['the strongest agreed: what is still open', [undefined, {}], 'w2 unexplained'],
    ['the strongest to fix: what is still open', [undefined, { status: 'to-fix' }], 'w2 unexplained'],
    ['one to fix, the strongest agreed: the strongest', [{ status: 'to-fix' }, {}], 's2 agreed'],
    ['all agreed: the strongest', [{}, {}], 's2 agreed'],
    ['an end that has not come: agreed', [{ until: today }, {}], 's2 agreed'],
    ['one overdue', [{}, { status: 'to-fix', until: '2026-11-21' }], 's2 overdue'],
    ['one lapsed', [{ until: '2026-11-21' }, {}], 'w2 lapsed'],
    ['open, but weaker than what fails: the strongest', [undefined, {}], 's2 agreed', 'substantive'],
  ] as [string, (Partial<Decision> | undefined)[], string, ChangeClass?][])('%s', (...row) => {
    const [, wanted, expected, least] = row;
    const decided = cell(
      (findings) =>
        findings.flatMap((finding, index) => {
          const more = wanted[index];
          return more ? [agreeing(finding, more)] : [];
        }),
      least,
    );
    expect(decided).toBe(`portal: · | ${expected}`);
  });

  test('has a column for what stands elsewhere only where something does', () => {
    const stray = { role: 'paragraph', text: 'Bienvenue à tous sur notre nouvelle page.' } as const;
    const before = { ...follower(shared), body: [stray, ...follower(shared).body] };
    const [clean, strange] = [follower(shared), before].map((charter) => driftOf(charter, shared, { today }));
    if (!clean || !strange) throw new Error('no drift');
    expect(matrixOf([clean], shared).columns.map(({ id }) => id)).toEqual(['document', 'section:text']);
    expect(matrixOf([clean, strange], shared).columns.map(({ id }) => id)).toEqual([
      'document',
      'section:text',
      'elsewhere',
    ]);
  });

  test('tells columns that are called the same apart by numbers', () => {
    const table = (id: string): CookieTable => ({ id, columns: [{ key: 'name', head: 'Nom' }], rows: [] });
    const several = template({
      sections: ['cookies', 'others'],
      body: [
        { role: 'heading', text: 'Les cookies', section: 'cookies' },
        { role: 'table', table: 'one' },
        { role: 'table', table: 'two' },
        { role: 'table', table: 'three', section: 'others' },
      ],
      tables: ['one', 'two', 'three'].map(table),
    });
    const alike = {
      ...several,
      sections: several.sections.map(({ id }) => ({ id, label: { en: 'Cookies', fr: 'Cookies' } })),
    };
    const { columns } = matrixOf([], alike);
    const names = (language: Language): string[] => columns.map((column) => columnName(column, language));
    expect(names('en')).toEqual(['Page', 'Cookies', 'Table', 'Table 2', 'Cookies 2']);
    expect(names('fr')).toEqual(['Page', 'Cookies', 'Tableau', 'Tableau 2', 'Cookies 2']);
  });

  test('of no portal has the columns of its template', () => {
    expect(matrixOf([], shared)).toMatchObject({ rows: [], totals: [{ count: 0 }, { count: 0 }] });
  });
});

describe('groups', () => {
  const shared = template({
    body: [
      { role: 'paragraph', text: 'Nous utilisons des cookies sur ce site.' },
      { role: 'paragraph', text: 'Vous pouvez les refuser depuis le bandeau.' },
    ],
  });
  const portal = (id: string, first?: string, second?: string): PortalDrift => {
    let charter = follower(shared, { id });
    if (first !== undefined) charter = saying(charter, 0, first);
    if (second !== undefined) charter = saying(charter, 1, second);
    return driftOf(charter, shared, { today });
  };
  const ours = 'Nous utilisons des cookies sur notre site.';
  const yours = 'Nous utilisons des cookies sur votre site.';

  function directions(...drifts: readonly PortalDrift[]): string[] {
    const groups = groupDrift(drifts);
    return groups.map(({ direction: { kind, portals: count, of, majority }, findings, fingerprint }) => {
      const most =
        majority.fingerprint === undefined
          ? 'template'
          : majority.fingerprint === fingerprint
            ? 'this'
            : 'other';
      return `${kind} ${count}/${of} ${findings.map((finding) => finding.portal).join(',')}; ${most} ${majority.portals}`;
    });
  }

  test.each([
    ['one portal alone', [portal('a', ours), portal('b'), portal('c')], ['local 1/3 a; template 2']],
    ['two of three', [portal('a', ours), portal('b', ours), portal('c')], ['shared 2/3 a,b; this 2']],
    ['as many as follow the template', [portal('a', ours), portal('b')], ['local 1/2 a; template 1']],
    [
      'two wordings',
      [portal('a', ours), portal('b', yours), portal('c', ours)],
      ['shared 2/3 a,c; this 2', 'local 1/3 b; other 2'],
    ],
    [
      'two places',
      [portal('a', ours, 'Vous pouvez les accepter depuis le bandeau.'), portal('b', ours), portal('c')],
      ['shared 2/3 a,b; this 2', 'local 1/3 a; template 2'],
    ],
    ['no drift', [portal('a'), portal('b')], []],
  ])('%s', (_, drifts, expected) => {
    expect(directions(...drifts)).toEqual(expected);
  });

  test('typography sets no two drifts apart', () => {
    const groups = groupDrift([
      portal('a', ours),
      portal('b', 'Nous utilisons des **cookies** sur notre site.'),
    ]);
    expect(groups.map(({ findings }) => findings.length)).toEqual([2]);
  });
});

describe('all portals of a template', () => {
  test('have references that tell every difference from every other', () => {
    const shared = repositoryTemplate();
    const drifts = portals.map((id) => driftOf(repositoryCharter(id), shared, { today }));
    const findings = templateDrift(drifts, shared).portals.flatMap((drift) => drift.findings);
    const references = new Map(findings.map(({ reference, change }) => [reference, change.fingerprint]));
    expect(references.size).toBe(new Set(findings.map(({ change }) => change.fingerprint)).size);
    for (const [reference, fingerprint] of references) expect(fingerprint.startsWith(reference)).toBe(true);
  });

  test('show which approved wordings nobody uses', () => {
    const shared = template({
      sections: ['use'],
      body: [
        { role: 'paragraph', text: 'Un préambule.' },
        {
          role: 'heading',
          text: 'Les cookies de la plateforme',
          section: 'use',
          variants: ['Les cookies du portail', 'Les cookies du site'],
        },
      ],
    });
    const own = follower(shared, { id: 'own' });
    const drifts = [own, saying(follower(shared), 1, 'Les cookies du site')].map((charter) =>
      driftOf(charter, shared, { today }),
    );
    expect(drifts.map(({ findings, variants }) => [findings.length, variants])).toEqual([
      [0, []],
      [0, [{ block: 1, variant: 1, exact: true }]],
    ]);
    expect(templateDrift(drifts, shared).unusedVariants).toEqual([
      { block: 1, section: 'use', variant: 0, text: 'Les cookies du portail' },
    ]);
  });
});
