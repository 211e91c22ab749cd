import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Charter, Template } from '../../src/model/charter.ts';
import { driftRenderers } from '../../src/present/drift-renderers.ts';
import { renderDriftText } from '../../src/present/drift-text.ts';
import type { DriftView } from '../../src/present/drift-view.ts';
import { displayWidth } from '../../src/text/width.ts';
import {
  manyLike,
  openCharter,
  openTemplate,
  optionsOf,
  portals,
  standingBetween,
  viewOf,
} from './drifts.ts';

const template: Template = await openTemplate();
const charters: readonly Charter[] = await Promise.all(portals.map(openCharter));
const [, , normandie] = charters;
if (!normandie) throw new Error('normandie');
const five = viewOf(charters, template);

function decided(view: DriftView, until?: string): DriftView {
  const agreed = charters.map((charter) => {
    const drift = view.drift.portals.find(({ portal }) => portal === charter.id);
    const decisions = (drift?.findings ?? []).map(({ change }, index) => ({
      reference: change.fingerprint,
      status: index % 2 === 0 ? ('agreed' as const) : ('to-fix' as const),
      class: change.class,
      reason: 'Voulu\nainsi \u202e.',
      by: 'A. Dupont',
      on: '2026-11-01',
      ...(until === undefined ? {} : { until }),
    }));
    return { ...charter, decisions };
  });
  return viewOf(agreed, template);
}

describe('the text of five portals', () => {
  test('says first what is to be settled, then where', () => {
    const lines = renderDriftText([five], optionsOf()).split('\n');
    expect(lines.slice(0, 9)).toEqual([
      'opendatasoft-fr · 5 portals: 7 drifts to settle',
      '7 unexplained · 0 agreed (wording and above)',
      '',
      '                        Page  Introd.  Cookie.  Kinds  Use  Functio.  Cookies',
      'pays-de-la-loire        w     w        w        w      w    w         ·        6',
      'performance-dataunedic  ·     ·        t2       t      ·    ·         w        1',
      'noisylegrand            ·     ·        ·        ·      t    ·         ·',
      '· no drift: cooracenormandie, normandie',
      '· same   t typographic   w wording',
    ]);
  });

  test('says once of many portals that a decision covers nothing', () => {
    const reference = 'f'.repeat(64);
    const decision = {
      reference,
      status: 'agreed',
      class: 'wording',
      reason: 'Voulu',
      on: '2026-11-01',
    } as const;
    const like = (count: number): Charter[] =>
      Array.from({ length: count }, (_, at) => ({ ...normandie, id: `ville-${at}`, decisions: [decision] }));
    const text = renderDriftText([viewOf(like(300), template)], optionsOf({ width: undefined }));
    expect(text).toMatch(/^ ⋯ {2}ville-0, ville-1, [^\n]*ville-11, 288 more[^\n]*: ffffffffffff, agreed/m);
    expect(text.match(/ffffffffffff/g)).toHaveLength(1);
    const whole = renderDriftText([viewOf(like(300), template)], optionsOf({ width: undefined, all: true }));
    expect(whole).toMatch(/ville-298, ville-299: ffffffffffff/);
  });

  test('marks what was decided, and asks nothing more of it', () => {
    const text = renderDriftText([decided(five)], optionsOf());
    expect(text.split('\n').slice(0, 2)).toEqual([
      'opendatasoft-fr · 5 portals: no drift to settle',
      '0 unexplained · 2 to fix · 5 agreed (wording and above)',
    ]);
    expect(text).toMatch(/^pays-de-la-loire +\(w\) +\[w\] /m);
    expect(text).toMatch(/\(w\) agreed +\[w\] to fix/);
    expect(text).not.toContain('charter diff');
  });

  test('marks what lapsed or is overdue, with its day and its reason, hostile signs made visible', () => {
    const text = renderDriftText([decided(five, '2026-11-10')], optionsOf());
    expect(text.split('\n')[1]).toBe('0 unexplained · 5 lapsed · 2 overdue · 0 agreed (wording and above)');
    expect(text).toMatch(/^pays-de-la-loire +!w! +!w! /m);
    expect(text).toContain('wording · lapsed on 2026-11-10  5d347c');
    expect(text).toContain('overdue since 2026-11-10');
    expect(text).toContain('agreed by A. Dupont on 2026-11-01, until 2026-11-10: Voulu ainsi ⟨U+202E⟩.');
  });

  test('the class of the gate decides what is listed', () => {
    const strict = renderDriftText([five], optionsOf({ failOn: 'typographic' }));
    expect(strict.split('\n')[0]).toBe('opendatasoft-fr · 5 portals: 15 drifts to settle');
    expect(strict).not.toContain('folded');
    const mild = renderDriftText([five], optionsOf({ failOn: 'substantive' }));
    expect(mild.split('\n').slice(0, 2)).toEqual([
      'opendatasoft-fr · 5 portals: no drift to settle',
      '0 unexplained · 0 agreed (substantive)',
    ]);
    expect(mild).toContain('folded: 7 wording, 8 typographic');
  });

  test('every finding has its reference with --all', () => {
    const text = renderDriftText([five], optionsOf({ all: true }));
    for (const { findings } of five.drift.portals)
      for (const { reference } of findings) expect(text).toContain(reference);
  });
});

describe('the text of many portals', () => {
  const many = viewOf(manyLike(normandie, 500), template);
  const long = viewOf(manyLike(normandie, 500, true), template);

  test.each([
    [40, many],
    [80, many],
    [200, many],
    [40, long],
    [80, long],
    [200, long],
  ])('keeps within %i cells, and in few lines', (width, view) => {
    for (const language of ['en', 'fr'] as const)
      for (const byChange of [false, true]) {
        const lines = renderDriftText([view], optionsOf({ width, language, byChange })).split('\n');
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.length).toBeLessThan(width < 80 ? 250 : 150);
      }
  });

  test('equal rows are one, and portals without drift a count', () => {
    const text = renderDriftText([many], optionsOf());
    expect(text).toMatch(/^portail-0000 \+49 +· +w /m);
    expect(text).toContain('440 portals without drift');
    expect(text).toContain('+N so many more portals with the same drift');
  });

  test('--all leaves nothing out', () => {
    const text = renderDriftText([many], optionsOf({ all: true }));
    for (const { portal } of many.drift.portals) expect(text).toContain(portal);
  });

  test('by change, what most portals share is one entry', () => {
    const text = renderDriftText([many], optionsOf({ byChange: true }));
    expect(text).toContain('50 of 500 portals: portail-0000, portail-0010');
    expect(text).toMatch(/portail-0110,\s+38 more portals/);
  });
});

describe('the other outputs', () => {
  test('a voice hears class, place, words, state and reference, and no matrix', async () => {
    const render = await driftRenderers.accessible();
    const text = render([five], optionsOf({ language: 'fr' }));
    expect(text).toContain(
      'Écart 1 sur 6, rédactionnel. Titre, suppression\u00a0: Charte cookies. Sans motif. Référence 5d347c.',
    );
    expect(text).toContain('Sans écart\u00a0: cooracenormandie, normandie.');
    expect(text).not.toMatch(/[~·⑃−]/);
  });

  function schemaOf(name: string): { readonly $defs: object } {
    return JSON.parse(
      readFileSync(new URL(`../../src/present/${name}.schema.json`, import.meta.url), 'utf8'),
    );
  }

  test.each([
    ['as they are', five],
    ['decided', decided(five)],
    ['lapsed', decided(five, '2026-11-10')],
    ['between two templates', standingBetween(five)],
  ])('JSON follows its schema: %s', async (_, view) => {
    const own = schemaOf('drift');
    const whole = JSON.stringify({ ...own, $defs: { ...schemaOf('diff').$defs, ...own.$defs } });
    const schema = z.fromJSONSchema(JSON.parse(whole.replace(/"[a-z]+\.schema\.json#/g, '"#')));
    const render = await driftRenderers.json();
    const data = JSON.parse(render([view], optionsOf()));
    expect(schema.safeParse(data).error?.issues ?? []).toEqual([]);
    data.drifts[0].portals[3].findings[0].extra = 1;
    expect(schema.safeParse(data).success).toBe(false);
  });

  test('CSV has a line for each finding, and no formula', async () => {
    const hostile = charters.map((charter) => ({ ...charter, title: '=HYPERLINK("http://x")' }));
    const render = await driftRenderers.csv();
    const text = render([viewOf(hostile, template)], optionsOf({ language: 'fr' }));
    const head = text.split('\r\n')[0];
    expect(head).toBe(
      '\ufeffPortail,Modèle,Le modèle est,Se tient entre,Section,Endroit,Niveau,Règle,État,Échéance,Motif,Décidé par,Décidé le,Référence,Sens,Portails,Le modèle dit,Le portail dit',
    );
    expect(text).toContain(`,"'=HYPERLINK(""http://x"")"\r\n`);
    expect(text).not.toMatch(/(?:^|,|\n)"?[=+@-]/);
  });

  test.each([
    ['en', 'Legal basis', 'Cookies,Legal basis,'],
    ['en', 'Purpose', 'Cookies,Purpose (own),'],
    ['fr', 'purpose', 'Cookies,purpose,'],
    ['fr', undefined, 'Cookies,own,'],
  ] as const)(
    'CSV names a column that has no usual name by its head, apart from all others: %s, %s',
    async (language, head, line) => {
      const tables = normandie.tables.map((table) => ({
        ...table,
        columns: [...table.columns, { key: 'own', ...(head === undefined ? {} : { head }) }],
        rows: table.rows.map(({ cells }) => ({ cells: [...cells, 'Oui'] })),
      }));
      const render = await driftRenderers.csv();
      const text = render([viewOf([{ ...normandie, tables }], template)], optionsOf({ language }));
      expect(text).toContain(line);
    },
  );

  test('CSV names a column that is missing in the language of the output', async () => {
    const tables = normandie.tables.map(({ columns, rows, ...table }) => ({
      ...table,
      columns: columns.slice(0, -1),
      rows: rows.map(({ cells }) => ({ cells: cells.slice(0, -1) })),
    }));
    const render = await driftRenderers.csv();
    const text = render([viewOf([{ ...normandie, tables }], template)], optionsOf({ language: 'fr' }));
    expect(text).toContain('Cookies,Finalité,');
  });

  test('Markdown means nothing that a charter says', async () => {
    const hostile = charters.map((charter) => ({ ...charter, title: '</td>|<img> `x` ![y](z) @all' }));
    const render = await driftRenderers.markdown();
    const text = render([viewOf(hostile, template)], optionsOf());
    expect(text).not.toMatch(/<(?!\/?(?:ins|del|br)>)/);
    expect(text).not.toMatch(/(?<!\\)!\[|@all/);
    const bars = text
      .split('\n')
      .flatMap((line) => (line.startsWith('| ') ? [line.match(/(?<!\\)\|/g)] : []));
    expect(new Set(bars.map((found) => found?.length))).toEqual(new Set([6, 10]));
  });
});
