import { describe, expect, test } from 'vitest';
import { failsGate } from '../../src/drift/decisions.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import type { Charter, Template } from '../../src/model/charter.ts';
import type { Finding } from '../../src/model/drift.ts';
import {
  agreeing,
  follower,
  portals,
  repositoryCharter,
  repositoryTemplate,
  saying,
  template,
  today,
  told,
} from './documents.ts';

function classes(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { change } of findings) counts[change.class] = (counts[change.class] ?? 0) + 1;
  return counts;
}

function failing(charter: Charter, of: Template): number {
  return driftOf(charter, of, { today }).findings.filter((finding) => failsGate(finding, 'wording')).length;
}

/** The charter with an agreement for each of its findings. */
function agreed(charter: Charter, of: Template): Charter {
  const { findings } = driftOf(charter, of, { today });
  return { ...charter, decisions: findings.map((finding) => agreeing(finding)) };
}

/** The template with other wordings of some blocks, by what the block begins with. */
function withVariants(of: Template, variants: Readonly<Record<string, readonly string[]>>): Template {
  const body = of.body.map((block) => {
    if (block.role === 'table') return block;
    const found = Object.entries(variants).find(([start]) => block.text.startsWith(start));
    return found ? { ...block, variants: found[1] } : block;
  });
  return { ...of, body };
}

describe('the five charters against their template', () => {
  const shared = repositoryTemplate();
  const portal = withVariants(shared, {
    'Afin de': [
      'Afin de vous proposer le meilleur service possible, le portail utilise des cookies pour assurer son bon fonctionnement.',
    ],
    'A quoi': ['A quoi servent les cookies sur le portail'],
    'Cookies nécessaires': [
      'Cookies nécessaires au bon fonctionnement du portail',
      'Cookies nécessaires au bon fonctionnement du site',
    ],
  });

  test.each([
    ['normandie', {}],
    ['cooracenormandie', {}],
    ['noisylegrand', { typographic: 1 }],
    ['pays-de-la-loire', { typographic: 3, wording: 6 }],
    ['performance-dataunedic', { typographic: 4, wording: 1 }],
  ])('%s differs just so', (id, expected) => {
    const { findings, stale, variants } = driftOf(repositoryCharter(id), shared, { today });
    expect(classes(findings)).toEqual(expected);
    expect({ stale, variants }).toEqual({ stale: [], variants: [] });
    expect(findings.every(({ state }) => state === 'unexplained')).toBe(true);
  });

  test('differ in these columns', () => {
    expect(told(repositoryCharter('pays-de-la-loire'), shared)).toEqual([
      'document unexplained wording field',
      'section:introduction unexplained wording block-changed',
      'section:definition unexplained wording block-changed',
      'section:kinds unexplained typographic block-changed',
      'section:kinds unexplained typographic block-changed',
      'section:kinds unexplained typographic block-changed',
      'section:kinds unexplained wording block-changed',
      'section:use unexplained wording block-joined',
      'section:functional unexplained wording block-changed',
    ]);
    expect(told(repositoryCharter('performance-dataunedic'), shared)).toEqual([
      'section:definition unexplained typographic block-changed',
      'section:definition unexplained typographic block-changed',
      'section:kinds unexplained typographic block-split',
      'table:cookies unexplained typographic cell-changed',
      'table:cookies unexplained wording cell-changed',
    ]);
  });

  test('say « le portail » by approved wordings, which are told with what they leave', () => {
    const { findings, variants } = driftOf(repositoryCharter('pays-de-la-loire'), portal, { today });
    expect(classes(findings)).toEqual({ typographic: 4, wording: 3 });
    const blocks = variants.map(({ block, ...use }) => ({ ...use, section: portal.body[block]?.section }));
    expect(blocks).toEqual([
      { variant: 0, exact: true, section: 'introduction' },
      { variant: 0, exact: false, section: 'use' },
      { variant: 0, exact: true, section: 'functional' },
    ]);
    for (const id of ['normandie', 'cooracenormandie', 'noisylegrand'])
      expect(driftOf(repositoryCharter(id), portal, { today }).variants).toEqual([]);
  });

  test.each(portals)('%s passes once all is agreed, and fails again when one agreed text changes', (id) => {
    const settled = agreed(repositoryCharter(id), portal);
    expect(failing(settled, portal)).toBe(0);
    const text = 'Les cookies « publicitaires » sont déposés par des tiers et suivent votre navigation.';
    expect(failing(saying(settled, 2, text), portal)).toBeGreaterThan(0);
  });

  test('with a column of their own that is agreed on, fail again when a value in it changes', () => {
    const withDuration = (charter: Charter, duration: string): Charter => ({
      ...charter,
      tables: charter.tables.map((table) => ({
        ...table,
        columns: [...table.columns, { key: 'duration', head: 'Durée' }],
        rows: table.rows.map(({ cells }) => ({ cells: [...cells, duration] })),
      })),
    });
    const charter = agreed(withDuration(repositoryCharter('normandie'), '13 mois'), shared);
    expect(failing(charter, shared)).toBe(0);
    const changed = { ...charter, tables: withDuration(repositoryCharter('normandie'), '25 mois').tables };
    expect(failing(changed, shared)).toBe(4);
  });

  test('tell a decision whose text changed as stale, the new text as unexplained', () => {
    const settled = agreed(repositoryCharter('pays-de-la-loire'), shared);
    const [block] = settled.body;
    const changed = saying(settled, 0, `${block && 'text' in block ? block.text : ''} Merci.`);
    const { findings, stale } = driftOf(changed, shared, { today });
    expect(findings.filter(({ state }) => state === 'unexplained').map(({ column }) => column)).toEqual([
      'section:introduction',
    ]);
    expect(stale.map(({ why, decision }) => [why, decision.class])).toEqual([['unmatched', 'wording']]);
  });
});

describe('columns', () => {
  const shared = template({
    title: 'Charte',
    sections: ['first', 'second', 'both'],
    body: [
      { role: 'paragraph', text: 'Un préambule que rien ne précède dans cette page.' },
      { role: 'heading', text: 'Premier titre de la charte', section: 'first' },
      { role: 'paragraph', text: 'Nous déposons des cookies pour mesurer la fréquentation du site.' },
      { role: 'table', table: 'cookies', section: 'second' },
      { role: 'paragraph', text: 'Vous pouvez refuser les traceurs depuis ce bandeau.', section: 'both' },
      { role: 'table', table: 'partners' },
    ],
    tables: [
      {
        id: 'cookies',
        columns: [{ key: 'name' }, { key: 'duration' }],
        rows: [{ cells: ['_ga', '13 mois'] }, { cells: ['sid', 'session'] }],
      },
      { id: 'partners', columns: [{ key: 'provider' }], rows: [{ cells: ['Matomo'] }] },
    ],
  });
  const same = follower(shared);
  const [cookies, partners] = same.tables;
  if (!cookies || !partners) throw new Error('no tables');
  const row = { cells: ['_pk_id', '13 mois'] };
  const end = { role: 'paragraph', text: 'Contactez notre délégué par courrier à cette adresse.' } as const;

  test.each([
    ['nothing', same, []],
    ['another title', { ...same, title: 'Politique' }, ['document unexplained wording field']],
    ['another language', { ...same, language: 'en' }, ['document unexplained substantive field']],
    [
      'text before the first section',
      saying(same, 0, 'Un préambule que rien ne précède sur cette page.'),
      ['elsewhere unexplained wording block-changed'],
    ],
    [
      'text of a section',
      saying(same, 2, 'Nous déposons des cookies pour mesurer la fréquentation de ce site.'),
      ['section:first unexplained wording block-changed'],
    ],
    [
      'text added at the end',
      { ...same, body: [...same.body, end] },
      ['section:both unexplained substantive block-added'],
    ],
    [
      'a cell',
      {
        ...same,
        tables: [{ ...cookies, rows: [{ cells: ['_ga', '25 mois'] }, ...cookies.rows.slice(1)] }, partners],
      },
      ['table:cookies unexplained substantive cell-changed'],
    ],
    [
      'a row added to a table of another name',
      {
        ...same,
        body: same.body.map((block) =>
          block.role === 'table' && block.table === 'cookies' ? { ...block, table: 'liste' } : block,
        ),
        tables: [{ ...cookies, id: 'liste', rows: [...cookies.rows, row] }, partners],
      },
      ['table:cookies unexplained substantive row-added'],
    ],
    [
      'a row of the second table',
      { ...same, tables: [cookies, { ...partners, rows: [...partners.rows, { cells: ['Google'] }] }] },
      ['table:partners unexplained substantive row-added'],
    ],
  ] as [string, Charter, string[]][])('%s', (_, charter, expected) => {
    expect(told(charter, shared)).toEqual(expected);
  });

  test('a title given as a mere paragraph counts in the document', () => {
    const { title, ...rest } = same;
    const body = [{ role: 'paragraph', text: `**${title}**` } as const, ...same.body];
    expect(told({ ...rest, body }, shared)).toEqual(['document unexplained typographic block-changed']);
  });
});
