import { describe, expect, test } from 'vitest';
import { ruleIds } from '../../src/model/change.ts';
import { reviewRules } from '../../src/model/review.ts';
import { renderDiffNames } from '../../src/present/diff-names.ts';
import { renderDiffStat } from '../../src/present/diff-stat.ts';
import { renderRule, renderRules, renderRulesJson } from '../../src/present/explain.ts';
import { renderOverview, renderOverviewJson } from '../../src/present/overview.ts';
import { charterRenderers, diffRenderers } from '../../src/present/renderers.ts';
import { displayWidth } from '../../src/text/width.ts';
import { change, charter, cookieTable, options, samplePair, view } from './views.ts';

function pairOf(b: string, typographic: number): ReturnType<typeof view> {
  const changes = Array.from({ length: typographic }, () =>
    change('block-changed', 'a[-b-]', { classes: [{ class: 'typographic', rule: 'quotes' }] }),
  );
  return view({ a: charter('normandie'), b: charter(b), changes });
}

describe('--stat', () => {
  test('aligns names and counts, with one cell at least for each class in the bar', () => {
    const views = [samplePair(), pairOf('ville', 1), pairOf('egale', 0)];
    expect(renderDiffStat(views, options())).toBe(
      [
        ' normandie → pays-de-la-loire  █ 4  ▓ 5  ▒ 3  ░ 1  ████▓▓▓▓▓▒▒▒░',
        ' normandie → ville             █ 0  ▓ 0  ▒ 1  ░ 0  ▒',
        ' 2 of 3 comparisons differ: █ 4 substantive · ▓ 5 wording · ▒ 4 typographic ·',
        ' ░ 1 variable',
        '',
      ].join('\n'),
    );
  });

  test('long bars shrink to the width', () => {
    const lines = renderDiffStat([samplePair(), pairOf('ville', 500)], options()).split('\n');
    expect(lines[0]).toBe(' normandie → pays-de-la-loire  █ 4  ▓ 5  ▒   3  ░ 1  █▓▒░');
    expect(displayWidth(lines[1] ?? '')).toBeLessThanOrEqual(80);
  });

  test('where nothing differs it is one sentence, and no sums of nothing', () => {
    expect(renderDiffStat([pairOf('egale', 0)], options({ language: 'fr' }))).toBe(
      'normandie et egale sont égales, mots et forme.\n',
    );
    expect(renderDiffStat([pairOf('egale', 0), pairOf('autre', 0)], options())).toBe(
      '2 comparisons: all equal in words and form.\n',
    );
    const only = options({ only: new Set(['substantive']) });
    expect(renderDiffStat([pairOf('ville', 1)], only)).toMatch(/^ [01] of 1 comparison differs: /);
  });
});

describe('--name-only', () => {
  test('names what differs, versions by one name', () => {
    const version = view({ a: charter('ville'), b: charter('ville'), changes: [change('field', 'a[-b-]')] });
    const views = [samplePair(), version, pairOf('egale', 0)];
    expect(renderDiffNames(views, {})).toBe('normandie\tpays-de-la-loire\nville\n');
    expect(renderDiffNames(views, { only: new Set(['substantive']) })).toBe('normandie\tpays-de-la-loire\n');
  });
});

describe('rules', () => {
  test.each(ruleIds)('%s is told in both languages within 60 cells', (id) => {
    for (const language of ['en', 'fr'] as const) {
      const text = renderRule(id, { language, width: 60, color: false });
      expect(text).toContain(id);
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60);
    }
  });

  test('one rule: title, class, explanation, sources', () => {
    const lines = renderRule('duration-changed', { language: 'fr', width: 80, color: false }).split('\n');
    expect(lines.slice(0, 3)).toEqual(['Durée  duration-changed', 'Niveau\u00a0: de fond', '']);
    expect(lines).toContain("  Cour de justice de l'Union européenne, C-673/17, Planet49");
    expect(lines).toContain("L'outil signale\u00a0; il ne donne pas de conseil juridique.");
  });

  test('the list holds every rule once, strongest class first, those of the review last', () => {
    const text = renderRules({ language: 'en', width: 80, color: false });
    for (const id of [...ruleIds, ...reviewRules])
      expect(text.split('\n').filter((line) => line.trim().split(' ')[0] === id)).toHaveLength(1);
    expect(text.indexOf('negation-changed')).toBeLessThan(text.indexOf('text-reworded'));
    expect(text.indexOf('variable-value')).toBeLessThan(text.indexOf('charter-added'));
    expect(JSON.parse(renderRulesJson('en')).rules).toHaveLength(ruleIds.length + reviewRules.length);
    expect(JSON.parse(renderRulesJson('fr', 'quotes')).rules[0].classes).toEqual(['typographic']);
  });
});

describe('the overview', () => {
  const source = { capture: 'x', captured: '2026-11-21', media: 'text/html', sha256: '' } as const;
  const charters = [
    charter('normandie', { source, tables: [cookieTable([['a', 'b', 'c', 'd']])] }),
    charter('pays-de-la-loire', { repairs: [{ rule: 'decoded' }] }),
  ];

  const entries = charters.map((one) => ({ charter: one, observed: true }));

  test('is a table aligned by cells; narrow terminals lose columns before names', () => {
    expect(renderOverview(entries, options({ width: 100 }))).toBe(
      [
        'Charter           Template         Language  Observed on  Cookies  Repairs',
        'normandie         opendatasoft-fr  fr        2026-11-21         1        0',
        'pays-de-la-loire  opendatasoft-fr  fr        –                  0        1',
        '',
      ].join('\n'),
    );
    expect(renderOverview(entries, options({ width: 50 })).split('\n')[0]).toBe(
      'Charter           Template         Observed on',
    );
  });

  test('tells a day that is only named from one that is proven', () => {
    const named = entries.map((entry) => ({ ...entry, observed: false }));
    const [, first, second, ...note] = renderOverview(named, options({ width: 60 })).split('\n');
    expect(first).toContain('(2026-11-21)');
    expect(second).toContain(' – ');
    expect(note).toEqual([
      '(…) The charter names the capture of that day, but nothing',
      'proves that its text comes from it.',
      '',
    ]);
    expect(renderOverview(named, options({ language: 'fr', accessible: true }))).toContain(
      'cite le relevé du 2026-11-21, qui ne prouve pas son texte',
    );
    expect(JSON.parse(renderOverviewJson(named, [])).charters[0].observed).toBe(false);
  });

  test('is sentences for a voice, and data for programs', () => {
    expect(renderOverview(entries, options({ language: 'fr', accessible: true }))).toBe(
      'normandie, langue fr, modèle opendatasoft-fr, relevée le 2026-11-21, 1 cookie, 0 réparation.\n' +
        'pays-de-la-loire, langue fr, modèle opendatasoft-fr, 0 cookie, 1 réparation.\n',
    );
    expect(JSON.parse(renderOverviewJson(entries, [])).charters[0]).toEqual({
      charter: 'normandie',
      language: 'fr',
      template: 'opendatasoft-fr',
      captured: '2026-11-21',
      observed: true,
      cookies: 1,
      repairs: 0,
    });
    const tables = [
      cookieTable([
        ['x', 'x', 'sid'],
        ['x', 'x', 'lang'],
      ]),
    ];
    const { id, language, body } = charter('shared');
    const variables = ['url'];
    const sections = [{ id: 'use', label: { en: 'Use' } }];
    const template = { kind: 'template', id, language, body, tables, variables, sections } as const;
    expect(JSON.parse(renderOverviewJson([], [template]))).toEqual({
      schemaVersion: 1,
      command: 'list',
      charters: [],
      templates: [{ template: 'shared', language: 'fr', variables: ['url'], sections: ['use'], cookies: 2 }],
    });
  });

  test('says how to begin where there is nothing', () => {
    expect(renderOverview([], options({ language: 'fr' }))).toContain('charter import');
  });
});

test('every output can be had by its name', async () => {
  for (const load of Object.values(diffRenderers))
    expect((await load())([samplePair()], options())).not.toBe('');
  for (const load of Object.values(charterRenderers))
    expect((await load())(charter('a', { title: 'Charte' }))).not.toBe('');
});
