import { fc, test as property } from '@fast-check/vitest';
import type { Root } from 'hast';
import { describe, expect, test } from 'vitest';
import type { Charter, Template } from '../../src/model/charter.ts';
import { renderDriftHtml } from '../../src/present/drift-html.ts';
import type { DriftOptions, DriftView } from '../../src/present/drift-view.ts';
import { decideAll, manyLike, openCharter, openTemplate, optionsOf, portals, viewOf } from './drifts.ts';
import {
  all,
  checkAlone,
  checkLinks,
  named,
  only,
  parse,
  shapeOf,
  spoken,
  textOf,
  withClass,
} from './html-reading.ts';

const template: Template = await openTemplate();
const charters: readonly Charter[] = await Promise.all(portals.map(openCharter));
const [, , normandie] = charters;
if (!normandie) throw new Error('normandie');
const five = viewOf(charters, template);
const many = viewOf(manyLike(normandie, 500), template);

function read(view: DriftView, options: Partial<DriftOptions> = {}): Root {
  return parse(renderDriftHtml([view], optionsOf(options)));
}

describe('the page', () => {
  test.each(['en', 'fr'] as const)('stands alone, and says its language: %s', (language) => {
    const html = renderDriftHtml([five], optionsOf({ language }));
    checkAlone(html, language);
  });

  test('has one title, and headings that skip no level', () => {
    const levels = named(read(five), 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  test('says whether anything is to be settled in its title', () => {
    const titleOf = (view: DriftView): string => textOf(only(named(read(view, { language: 'fr' }), 'title')));
    expect(titleOf(five)).toBe('Écarts au modèle — opendatasoft-fr · 5 portails\u00a0: 7 écarts à régler');
    expect(titleOf(viewOf([normandie], template))).toBe(
      'Écarts au modèle — opendatasoft-fr · 1 portail\u00a0: aucun écart à régler',
    );
  });

  test('without any charter that follows a template it says so', () => {
    const root = parse(renderDriftHtml([], optionsOf()));
    expect(textOf(only(named(root, 'main')))).toContain('No charter here follows a template');
  });

  test('several templates stand side by side', () => {
    const other: Template = { ...template, id: 'autre' };
    const root = parse(renderDriftHtml([five, viewOf([{ ...normandie, id: 'zz' }], other)], optionsOf()));
    expect(named(root, 'h2').map(textOf)).toEqual([
      'opendatasoft-fr · 5 portals 7 drifts to settle',
      'autre · 1 portal no drift to settle',
    ]);
    checkLinks(root);
  });
});

describe('the matrix', () => {
  test('is a table with a caption, and heads for its rows and columns', () => {
    const table = only(named(read(five), 'table'));
    expect(named(table, 'caption')).toHaveLength(1);
    const heads = named(only(named(table, 'thead')), 'th');
    expect(heads.map(({ properties }) => properties['scope'])).toEqual(heads.map(() => 'col'));
    expect(heads.map(({ properties }) => properties['abbr'])).toEqual(heads.map(textOf));
    const rows = named(table, 'tr');
    for (const row of rows) expect(named(row, 'th', 'td')).toHaveLength(heads.length);
    for (const row of rows.slice(1)) expect(only(named(row, 'th')).properties['scope']).toEqual('row');
  });

  test('each cell says section, number, class and state in words', () => {
    const rows = named(only(named(read(five, { language: 'fr' }), 'tbody')), 'tr');
    expect(rows.map((row) => named(row, 'th', 'td').map(spoken))).toEqual([
      [
        'pays-de-la-loire',
        'Page, 1 rédactionnel, sans motif',
        'Introduction, 1 rédactionnel, sans motif',
        'Cookie ?, 1 rédactionnel, sans motif',
        'Types, 1 rédactionnel, sans motif',
        'Usage, 1 rédactionnel, sans motif',
        'Fonctionnels, 1 rédactionnel, sans motif',
        'Cookies, pareil',
        '6 écarts à régler',
      ],
      [
        'performance-dataunedic',
        'Page, pareil',
        'Introduction, pareil',
        'Cookie ?, 2 de forme, sans motif',
        'Types, 1 de forme, sans motif',
        'Usage, pareil',
        'Fonctionnels, pareil',
        'Cookies, 1 rédactionnel, sans motif',
        '1 écart à régler',
      ],
      [
        'noisylegrand',
        'Page, pareil',
        'Introduction, pareil',
        'Cookie ?, pareil',
        'Types, pareil',
        'Usage, 1 de forme, sans motif',
        'Fonctionnels, pareil',
        'Cookies, pareil',
        'aucun écart à régler',
      ],
    ]);
  });

  test('each cell leads to a finding of its class and state', () => {
    for (const view of [five, decideAll(charters, five, template, '2026-11-10')]) {
      const root = read(view, { failOn: 'typographic' });
      for (const link of named(only(named(root, 'tbody')), 'td').flatMap((cell) => named(cell, 'a'))) {
        const target = only(
          all(root, ({ properties }) => `#${properties['id']}` === link.properties['href']),
        );
        const [level = ''] = [link.properties['className']].flat().map(String);
        expect(withClass(target, 'badge')[0]?.properties['className']).toContain(level);
        const state = String([link.properties['className']].flat()[1]);
        expect(withClass(target, 'state')[0]?.properties['className']).toContain(state);
      }
    }
  });

  test('the signs of the states stand beside the colours, and in the key', () => {
    const decided = decideAll(charters, five, template, '2026-11-10');
    const root = read(decided);
    const signs = named(only(named(root, 'tbody')), 'td')
      .map(textOf)
      .join(' ');
    expect(signs).toMatch(/!w!/);
    expect(textOf(only(withClass(root, 'legend')))).toContain('!w! lapsed or overdue');
  });

  test('with 500 portals, equal rows are one, and those without drift a list that opens', () => {
    const html = renderDriftHtml([many], optionsOf());
    const root = parse(html);
    const heads = named(only(named(root, 'tbody')), 'th').map(spoken);
    expect(heads).toHaveLength(11);
    expect(heads.at(-1)).toBe('portail-0000 49 more portals');
    expect(named(root, 'summary').map(textOf)).toContain('440 portals without drift');
    for (const { portal } of many.drift.portals) expect(html).toContain(portal);
    expect(html.length).toBeLessThan(120_000);
    checkLinks(root);
  });

  test('with --all each portal has its row', () => {
    const root = read(many, { all: true });
    expect(named(only(named(root, 'tbody')), 'tr')).toHaveLength(500);
    checkLinks(root);
  });

  test('portals that were decided otherwise do not share a row', () => {
    const alike = manyLike(normandie, 21);
    const view = viewOf(alike, template);
    const told = alike.map((charter, index): Charter => {
      const [finding] = view.drift.portals[index]?.findings ?? [];
      if (!finding) return charter;
      const { fingerprint: reference, class: level } = finding.change;
      const decision = { reference, status: 'agreed', class: level, on: '2026-11-01' } as const;
      return {
        ...charter,
        decisions: [{ ...decision, reason: index === 0 ? 'Un motif' : 'Un autre motif' }],
      };
    });
    const html = renderDriftHtml([viewOf(told, template)], optionsOf());
    expect(html).toContain('Un motif');
    expect(html).toContain('Un autre motif');
    expect(html.match(/Un autre motif/g)).toHaveLength(2);
  });
});

describe('the findings', () => {
  test('are all there, each with its reference, class and state', () => {
    const root = read(five);
    for (const { portal, findings } of five.drift.portals)
      for (const { reference, change } of findings) {
        const item = only(
          all(
            root,
            ({ tagName, properties }) =>
              tagName === 'li' && properties['id'] === `finding-${portal}-${reference}`,
          ),
        );
        expect(textOf(item)).toContain(change.class);
        expect(textOf(item)).toContain('unexplained');
      }
  });

  test('words that went and came are marked, and named to a voice', () => {
    const root = read(five, { language: 'fr' });
    const item = only(all(root, ({ properties }) => properties['id'] === 'finding-pays-de-la-loire-561136'));
    expect(named(item, 'del').map(textOf)).toEqual([' nous utilisons']);
    expect(named(item, 'ins').map(textOf)).toEqual([', le portail utilise']);
    expect(spoken(item)).toContain(
      'service possible supprimé\u00a0:  nous utilisons\u00a0;  ajouté\u00a0: , le portail utilise\u00a0; ',
    );
  });

  test('words of another language than the page say so, and the words for a voice theirs', () => {
    const item = only(
      all(read(five), ({ properties }) => properties['id'] === 'finding-pays-de-la-loire-561136'),
    );
    const words = only(withClass(item, 'words'));
    expect(words.properties['lang']).toBe('fr');
    expect(withClass(words, 'unseen').map(({ properties }) => properties['lang'])).toEqual([
      'en',
      'en',
      'en',
      'en',
    ]);
  });

  test('a decision says who, when, until when and why', () => {
    const html = renderDriftHtml(
      [decideAll(charters, five, template, '2026-11-10')],
      optionsOf({ language: 'fr' }),
    );
    expect(html).toContain(
      'Admis par A. Dupont le 2026-11-01, jusqu&#39;au 2026-11-10\u00a0: Voulu ainsi ⟨U+202E⟩.',
    );
    expect(html).toContain('expiré le 2026-11-10');
    expect(html).toContain('en retard depuis le 2026-11-10');
  });

  test('by change, each change stands once, with all its portals', () => {
    const root = read(many, { byChange: true });
    expect(named(root, 'table')).toEqual([]);
    const items = named(only(withClass(root, 'findings')), 'li');
    expect(items).toHaveLength(many.groups.length);
    expect(textOf(items[0] ?? root)).toMatch(/50 of 500 portals\s+portail-0000, portail-0010, /);
    expect(textOf(items.at(-1) ?? root)).toContain('1 of 500 portals: portail-0457');
    checkLinks(root);
  });

  test('what can be done next stands at the end', () => {
    expect(textOf(only(withClass(read(five), 'steps')))).toContain('charter accept 5d347c --reason "…"');
  });
});

describe('hostile texts', () => {
  const texts = [
    `<script>alert(1)</script>`,
    `"><img src=x onerror='alert(1)'>`,
    `</style></title></p></li></table>&lt;b&gt;`,
    `\u202eabc\u2066\u0007\u001b[31m`,
    `<!--`,
    `javascript:alert(1)`,
  ];

  function hostileView(text: string, among = charters): DriftView {
    const hostile = among.map((charter): Charter => {
      const body = charter.body.map((block, at) =>
        block.role === 'paragraph' && at % 2 === 0 ? { ...block, text: `${block.text} ${text}` } : block,
      );
      const tables = charter.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row, at) =>
          at === 0 ? { ...row, cells: row.cells.map((cell) => cell + text) } : row,
        ),
      }));
      return { ...charter, language: text, title: text, body, tables, variables: { url: text } };
    });
    const own = {
      ...template,
      sections: template.sections.map((one) => ({ ...one, label: { en: text, fr: text } })),
    };
    return decideAll(hostile, viewOf(hostile, own), own, '2026-11-10', text);
  }

  const plain = shapeOf(renderDriftHtml([hostileView('x')], optionsOf({ all: true })));

  test.each(texts)('%j is a text and nothing else', (text) => {
    for (const byChange of [false, true]) {
      const html = renderDriftHtml([hostileView(text)], optionsOf({ all: true, byChange }));
      for (const part of shapeOf(html)) expect(plain).toContain(part);
      expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007\u001b]/);
      checkLinks(parse(html));
    }
  });

  property.prop([fc.string({ unit: fc.constantFrom(...'<>"\'&;=/-!x \n\u202e\0#') })], { numRuns: 30 })(
    'whatever it is made of',
    (text) => {
      const html = renderDriftHtml([hostileView(text, charters.slice(-1))], optionsOf({ all: true }));
      for (const part of shapeOf(html)) expect(plain).toContain(part);
    },
  );
});
