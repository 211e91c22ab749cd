import { describe, expect, test } from 'vitest';
import { renderDiffText } from '../../src/present/diff-text.ts';
import { displayWidth } from '../../src/text/width.ts';
import { change, charter, cookieTable, options, paragraphs, samplePair, view } from './views.ts';

const english80 = `\
normandie → pays-de-la-loire: 4 substantive changes              opendatasoft-fr
4 substantive · 5 wording · 3 typographic · 1 variable            cookies: 4 → 5

 ~  url  https://data.normandie.example.fr → https://data.loire.example.fr
                                                                        variable

Title
 −  Charte cookies                                                       wording

Introduction
 ~  Afin de vous proposer le meilleur service possible[- nous utilisons-]{+, le
    portail utilise+} des cookies pour assurer son bon fonctionnement.   wording

What a cookie is
 ~  Un "cookie" est {+un fichier texte qui contient +}une suite d'informations,
    généralement de petite taille et identifié par un nom. …             wording
    ⋯ 2 paragraphs with the same words
 ~  … Les cookies dits « tiers »[-, « tierce partie »-] ou « third party » sont
    déposés par un site tiers. …                                         wording

Use
 +  Nous transmettons vos données à la société Exemple.              substantive

Cookies                                                       4 of 5 rows differ
 ~  cookies_preferences  Duration   [-13-]{+25+} mois     duration · substantive
 ~                       Finalités  [-Se-]{+Permet de se+} souvenir du choix
                                    opéré par le visiteur concernant les cookies
                                                                         wording
 +  _pk_id.*             Matomo · Mesure d'audience · Compter les visites
                                                                     substantive
 »  csrftoken → XSRF   name changed, 3 of 4 cells equal              substantive

 3 typographic changes folded: emphasis, split paragraphs, punctuation
 2 typographic edits left unmarked in the text above                       --all
`;

const french60 = `\
normandie → pays-de-la-loire\u00a0: 4 modifications de fond
4 de fond · 5 rédactionnelles · 3 de forme ·
1 propre au portail
opendatasoft-fr · cookies\u00a0: 4 → 5

 ~  url  https://data.normandie.example.fr →
    https://data.loire.example.fr          propre au portail

Titre
 −  Charte cookies                            rédactionnelle

Introduction
 ~  Afin de vous proposer le meilleur service
    possible[- nous utilisons-]{+, le portail utilise+} des
    cookies pour assurer son bon fonctionnement.
                                              rédactionnelle

Ce qu'est un cookie
 ~  Un "cookie" est {+un fichier texte qui contient +}une
    suite d'informations, généralement de petite taille et
    identifié par un nom. …                   rédactionnelle
    ⋯ 2 paragraphes aux mêmes mots
 ~  … Les cookies dits « tiers »[-, « tierce partie »-] ou
    « third party » sont déposés par un site tiers. …
                                              rédactionnelle

Usages
 +  Nous transmettons vos données à la société Exemple.
                                                     de fond

Cookies                             4 lignes diffèrent sur 5
 ~  cookies_preferences
    Durée  [-13-]{+25+} mois                 durée · de fond
 ~  Finalités  [-Se-]{+Permet de se+} souvenir du choix
    opéré par le visiteur concernant les cookies
                                              rédactionnelle
 +  _pk_id.*
    Matomo · Mesure d'audience · Compter les visites
                                                     de fond
 »  csrftoken → XSRF
    nom modifié, 3 cellules égales sur 4             de fond

 3 modifications de forme repliées\u00a0: mise en valeur,
 paragraphes coupés, ponctuation
 2 retouches de forme non signalées dans le texte ci-dessus
                                                       --all
`;

const english120 = `\
normandie → pays-de-la-loire: 4 substantive changes                                                      opendatasoft-fr
4 substantive · 5 wording · 3 typographic · 1 variable                                                    cookies: 4 → 5

 ~  url  https://data.normandie.example.fr → https://data.loire.example.fr                              variable  b0ee1e

Title
 −  Charte cookies                                                                                       wording  a92ad0
`;

describe('the text output', () => {
  test('at 80 columns in English, without colour', () => {
    expect(renderDiffText([samplePair()], options())).toBe(english80);
  });

  test('at 60 columns in French, tables stacked', () => {
    expect(renderDiffText([samplePair()], options({ width: 60, language: 'fr' }))).toBe(french60);
  });

  test('at 120 columns each change has its reference', () => {
    const text = renderDiffText([samplePair()], options({ width: 120 }));
    expect(text.slice(0, english120.length)).toBe(english120);
  });

  test('at 200 columns lines stay as long as at 120', () => {
    const at = (width: number): string => renderDiffText([samplePair()], options({ width, all: true }));
    expect(at(200)).toBe(at(120));
  });

  test('with everything shown, rules are named and typographic edits marked', () => {
    const text = renderDiffText([samplePair()], options({ width: 120, all: true }));
    expect(text).toContain('Les cookies « {+**+}nécessaires{+**+} »');
    expect(text).toContain('(paragraph, then list item)');
    expect(text).toContain('duration-changed · substantive');
    expect(text.split('\n').find((line) => line.includes('⑂'))).toMatch(
      /^ ⑂ {2}paragraph split in two, same words: Les cookies .*… +block-split · typographic {2}[0-9a-f]{6}$/,
    );
    expect(text).not.toContain('--all');
  });

  test('without a width nothing is wrapped and each change is one line', () => {
    const lines = renderDiffText([samplePair()], options({ width: undefined })).split('\n');
    expect(lines.filter((line) => /^ [+−~»⑂⑃] /.test(line))).toHaveLength(10);
    expect(lines).toContain(' ~  cookies_preferences  Duration  [-13-]{+25+} mois  duration · substantive');
    expect(lines).toContain(
      ' ~  Afin de vous proposer le meilleur service possible[- nous utilisons-]{+, le portail utilise+} des cookies pour assurer son bon fonctionnement.  wording',
    );
  });

  test('with colour, words carry colour and strike or underline in place of brackets', () => {
    const text = renderDiffText([samplePair()], options({ color: true }));
    expect(text).not.toContain('[-');
    expect(text).not.toContain('{+');
    expect(text).toContain('\u001b[9;38;5;166m nous utilisons\u001b[0m\u001b[4;38;5;32m, le\u001b[0m');
    for (const line of text.split('\n')) {
      expect(line.split('\u001b[0m').length).toBe(line.split(/\u001b\[[1-9]/).length);
      expect(displayWidth(line.replace(/\u001b\[[0-9;]*m/g, ''))).toBeLessThanOrEqual(80);
    }
  });

  test('a clean result says so first', () => {
    const clean = view({
      a: charter('normandie'),
      b: charter('noisylegrand'),
      changes: [
        change('variable', '[-https://a.example-]{+https://b.example+}', {
          address: { a: { column: 'url' }, b: { column: 'url' } },
          classes: [{ class: 'variable', rule: 'variable-value' }],
        }),
      ],
    });
    const first = (language: 'en' | 'fr'): string =>
      renderDiffText([clean], options({ language })).split('\n').slice(0, 2).join('\n');
    expect(first('en')).toBe(
      [
        'normandie → noisylegrand: no substantive change detected         opendatasoft-fr',
        '0 substantive · 0 wording · 0 typographic · 1 variable            cookies: 0 = 0',
      ].join('\n'),
    );
    expect(first('fr')).toContain('aucune modification de fond détectée');
    expect(first('fr')).toContain('0 de fond · 0 rédactionnelle · 0 de forme · 1 propre au portail');
  });

  test('equal charters are equal in a sentence, and silent beside others', () => {
    const equal = view({ a: charter('normandie'), b: charter('loire'), changes: [] });
    expect(renderDiffText([equal], options())).toBe('normandie and loire are equal in words and form.\n');
    expect(renderDiffText([equal], options({ language: 'fr' }))).toBe(
      'normandie et loire sont égales, mots et forme.\n',
    );
    expect(renderDiffText([equal, equal], options())).toBe('2 comparisons: all equal in words and form.\n');
    expect(renderDiffText([equal, samplePair()], options())).toBe(english80);
  });

  test('two versions say when each was observed', () => {
    const source = { capture: 'x', media: 'text/html', sha256: '' } as const;
    const versions = view({
      a: charter('normandie', { source: { ...source, captured: '2026-01-02' } }),
      b: charter('normandie', { source: { ...source, captured: '2026-11-21' } }),
      changes: [
        change('field', '[-Charte-]{+Charte cookies+}', {
          address: { a: { column: 'title' }, b: { column: 'title' } },
        }),
      ],
      revisions: ['HEAD~3', undefined],
    });
    const lines = renderDiffText([versions], options()).split('\n');
    expect(lines[0]).toMatch(
      /^normandie@HEAD~3 → normandie: no substantive change detected {2,}opendatasoft-fr$/,
    );
    expect(lines[2]).toBe('observed on 2026-01-02, then on 2026-11-21');
  });

  test('typographic changes alone are shown, and what an eye misses is named', () => {
    const quotes = view({
      a: charter('a'),
      b: charter('b'),
      changes: [
        change('block-changed', 'Un [-"-]{+“+}cookie[-"-]{+”+} dure 13[- -]{+\u00a0+}mois.', {
          address: { a: { block: 0 }, b: { block: 0 } },
          classes: [
            { class: 'typographic', rule: 'quotes' },
            { class: 'typographic', rule: 'quotes' },
            { class: 'typographic', rule: 'spaces' },
          ],
        }),
      ],
      steps: [{ kind: 'change', change: 0 }],
    });
    expect(renderDiffText([quotes], options({ width: undefined })).split('\n')[3]).toBe(
      ' ~  Un [-"-]{+“+}cookie[-"-]{+”+} dure 13[-␣-]{+⍽+}mois. (straight quotes, then curly quotes ; space, then no-break space)  typographic',
    );
  });

  test('context blocks stand around a change', () => {
    const texts = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'];
    const pair = view({
      a: charter('a', { body: paragraphs(...texts) }),
      b: charter('b', { body: paragraphs(...texts) }),
      changes: [change('block-changed', 'Th[-r-]ee.', { address: { a: { block: 2 }, b: { block: 2 } } })],
      steps: [0, 1, 2, 3, 4].map((at) =>
        at === 2 ? { kind: 'change', change: 0 } : { kind: 'same', a: at, b: at },
      ),
    });
    const body = (context: number): string[] =>
      renderDiffText([pair], options({ context, width: undefined }))
        .split('\n')
        .slice(3, -1);
    expect(body(0)).toEqual([' ~  Th[-r-]ee.  wording']);
    expect(body(1)).toEqual(['    Two.', ' ~  Th[-r-]ee.  wording', '    Four.']);
    expect(body(9)).toEqual(['    One.', '    Two.', ' ~  Th[-r-]ee.  wording', '    Four.', '    Five.']);
  });

  test('only the asked classes are shown, the summary counts all', () => {
    const text = renderDiffText([samplePair()], options({ only: new Set(['substantive']) }));
    expect(text).toContain('5 wording');
    expect(text).not.toMatch(/ wording$/m);
    expect(text).toContain('[-13-]{+25+} mois');
    expect(text).not.toContain('--all');
    const form = renderDiffText([samplePair()], options({ only: new Set(['typographic', 'wording']) }));
    expect(form).toContain('{+**+}');
  });

  test('moved, joined and re-titled blocks, and every change of a table', () => {
    const at = { a: { section: 's', block: 0 }, b: { section: 't', block: 0 } };
    const form = (rule: 'block-moved' | 'block-joined' | 'row-reordered' | 'column-moved') =>
      ({ class: 'typographic', rule, edits: [] }) as const;
    const row = (name: string, rowIndex: number) => ({ table: 'cookies', row: name, rowIndex });
    const table = cookieTable([['A', 'B', 'one', 'C']]);
    const changes = [
      change('block-moved', 'Un paragraphe.', {
        address: at,
        a: ['Un paragraphe.'],
        b: ['Un paragraphe.'],
        moved: true,
        ...form('block-moved'),
      }),
      change('block-joined', 'Un.[-\n\n-]{+ +}Deux.', {
        address: at,
        classes: [{ class: 'typographic', rule: 'block-joined' }],
      }),
      change('row-moved', '', {
        address: { a: row('one', 0), b: row('one', 2) },
        a: {},
        b: {},
        ...form('row-reordered'),
      }),
      change('row-removed', '', {
        address: { a: row('two', 1) },
        a: { provider: 'A', name: 'two' },
        class: 'substantive',
        rule: 'row-removed',
      }),
      change('column-added', '', {
        address: { b: { table: 'cookies', column: 'duration' } },
        class: 'wording',
        rule: 'column-added',
      }),
      change('column-renamed', 'Nom du cookie[-s-]', {
        address: { a: { table: 'cookies', column: 'name' }, b: { table: 'cookies', column: 'name' } },
      }),
      change('column-moved', '', {
        address: { a: { table: 'cookies', column: 'name' }, b: { table: 'cookies', column: 'name' } },
        ...form('column-moved'),
      }),
    ];
    const pair = view({
      a: charter('a', { tables: [table] }),
      b: charter('b', { tables: [table] }),
      changes,
      steps: [
        { kind: 'change', change: 0 },
        { kind: 'change', change: 1 },
      ],
      sections: [
        { id: 's', a: 0 },
        { id: 't', label: { en: 'There', fr: 'Là' }, b: 0 },
      ],
      tables: [{ a: 'cookies', b: 'cookies', rowsA: 3, rowsB: 2, differing: 1 }],
    });
    expect(
      renderDiffText([pair], options({ all: true, width: undefined }))
        .split('\n')
        .slice(3),
    ).toEqual([
      'There',
      expect.stringMatching(
        /^ » {2}paragraph moved here from “s”: Un paragraphe\. {2}block-moved · typographic/,
      ),
      expect.stringMatching(/^ ⑃ {2}two paragraphs joined in one, same words: Un\. Deux\. {2}block-joined/),
      '',
      'Cookies  1 of 3 rows differs',
      expect.stringMatching(/^ » {2}one {2}row moved from place 1 to place 3 {2}row-reordered · typographic/),
      expect.stringMatching(/^ − {2}two {2}A {2}row-removed · substantive/),
      expect.stringMatching(/^ \+ {2}column “Duration” {2}column-added · wording/),
      expect.stringMatching(/^ ~ {2}column {2}Nom du cookie\[-s-\] {2}text-reworded · wording/),
      expect.stringMatching(/^ » {2}column “Nom du cookies” {2}moved {2}column-moved · typographic/),
      '',
    ]);
  });

  test.each([
    ['_ga, _gid', '[_gid](https://x.example.org), _gat, _ga', '_gid, …  {+_gat+} · name changed'],
    ['_ga, _gid', '_ga', '_ga  [-_gid-] · name changed'],
    ['_ga, _gid', '_gat', '_ga, _gid → _gat  name changed'],
    ['Cookie de session', 'Cookie de mesure', 'Cookie de session → Cookie de mesure  name changed'],
  ])('of cookies listed together those that came and went are told: %s, then %s', (before, after, told) => {
    const renamed = change('row-renamed', '', {
      class: 'substantive',
      rule: 'row-renamed',
      address: { a: { table: 'cookies', row: before }, b: { table: 'cookies', row: after } },
      a: {},
      b: {},
    });
    const tables = [cookieTable([])];
    const pair = view({
      a: { ...charter('a'), tables },
      b: { ...charter('b'), tables },
      changes: [renamed],
      tables: [{ a: 'cookies', b: 'cookies', rowsA: 1, rowsB: 1, differing: 1 }],
    });
    expect(renderDiffText([pair], options({ width: undefined }))).toContain(` »  ${told}`);
  });

  test('notices are sentences, each once', () => {
    const pair = view({
      a: charter('a'),
      b: charter('b'),
      changes: [],
      notices: [
        { code: 'coarsened', values: { changes: 1 } },
        { code: 'durations-equivalent', values: { a: '13 mois', b: '395 jours' } },
        { code: 'durations-equivalent', values: { a: '13 mois', b: '395 jours' } },
        { code: 'no-lexicon', values: { language: 'eu' } },
        { code: 'duplicate-rows', values: { name: '[_ga](https://cookies.example.org/_ga)' } },
      ],
    });
    const text = renderDiffText([pair], options({ language: 'fr', width: undefined }));
    expect(text.split('\n').slice(3, -1)).toEqual([
      '    Trop long ou trop différent pour être comparé mot à mot\u00a0: 1 passage est présenté comme remplacé.',
      '    «\u00a013 mois\u00a0» et «\u00a0395 jours\u00a0» sont peut-être la même durée\u00a0; la modification est conservée.',
      "    L'outil ne connaît pas la langue «\u00a0eu\u00a0»\u00a0: toute modification d'un mot compte comme une modification de fond.",
      "    Plusieurs lignes portent le nom «\u00a0_ga\u00a0»\u00a0: elles ont été associées dans l'ordre.",
    ]);
  });
});
