import { describe, expect, test } from 'vitest';
import { classifyDiff } from '../../src/classify/documents.ts';
import type { RawChange, RawDiff } from '../../src/model/change.ts';
import type { Block } from '../../src/model/charter.ts';
import { charter, classify, paragraphs, type Sketch, table } from './documents.ts';

function verdicts(a: Sketch, b: Sketch, comparison: 'portals' | 'versions' = 'portals'): string[] {
  return classify(charter(a), charter(b), comparison).changes.map(
    (change) => `${change.kind} ${change.class} ${change.rule}`,
  );
}

const heads = ['provider', 'service', 'name', 'purpose', 'duration', 'category', 'type'];
const row = ['Opendatasoft', 'Langue', '_pk_id', 'Se souvenir de la langue', '13 mois', 'Nécessaire', 'HTTP'];

function withCell(column: string, text: string): readonly string[] {
  return row.map((cell, index) => (heads[index] === column ? text : cell));
}

describe('cells', () => {
  test.each([
    ['provider', 'Google', 'substantive party-changed'],
    ['provider', 'OpenDataSoft', 'typographic letter-case'],
    ['service', 'Choix de la langue', 'wording text-reworded'],
    ['service', 'Langue et publicité', 'substantive purposes-changed'],
    ['name', '_pk_ID', 'substantive cookie-name-changed'],
    ['purpose', 'Permet de se souvenir de la langue', 'wording text-reworded'],
    ['purpose', 'Se souvenir de la langue.', 'typographic punctuation'],
    ['purpose', 'Se souvenir du visiteur', 'substantive purpose-changed'],
    ['purpose', 'Se souvenir de la langue et du panier', 'substantive purpose-changed'],
    ['purpose', 'Ne pas se souvenir de la langue', 'substantive negation-changed'],
    ['duration', '25 mois', 'substantive duration-changed'],
    ['duration', '13\u00a0mois', 'typographic spaces'],
    ['duration', '1 an et 1 mois', 'wording duration-rewritten'],
    ['duration', '395 jours', 'wording duration-rewritten'],
    ['duration', '13 mois maximum', 'substantive duration-changed'],
    ['duration', 'Session', 'substantive duration-changed'],
    ['duration', '', 'substantive duration-changed'],
    ['category', 'Statistique', 'substantive cell-changed'],
    ['type', 'JavaScript', 'substantive cell-changed'],
  ])('a %s that becomes « %s » is %s', (column, text, verdict) => {
    const a = { tables: [table(heads, row, ['A', 'B', 'other', 'C', 'D', 'E', 'F'])] };
    const b = { tables: [table(heads, withCell(column, text), ['A', 'B', 'other', 'C', 'D', 'E', 'F'])] };
    const kind = column === 'name' ? 'row-renamed substantive row-renamed' : `cell-changed ${verdict}`;
    expect(verdicts(a, b)).toEqual([kind]);
  });

  test('equal lengths in another notation are told with both texts', () => {
    const a = charter({ tables: [table(heads, row)] });
    const b = charter({ tables: [table(heads, withCell('duration', '395 jours'))] });
    expect(classify(a, b).notices).toEqual([
      { code: 'durations-equivalent', values: { a: '13 mois', b: '395 jours' } },
    ]);
  });

  test('names are a set: their order is form, a name more is not', () => {
    const named = (name: string): Sketch => ({ tables: [table(['name', 'purpose'], [name, 'Mesure'])] });
    expect(verdicts(named('_ga, _gid'), named('_gid, _ga'))).toEqual([
      'cell-changed typographic names-reordered',
    ]);
    expect(verdicts(named('_ga, _gid'), named('_ga\n_gid'))[0]).toMatch(/^cell-changed typographic/);
  });
});

describe('rows and columns', () => {
  const keys = ['provider', 'name', 'purpose'];
  const rows = [
    ['Opendatasoft', 'sessionid', 'Se souvenir de la personne'],
    ['Opendatasoft', 'csrftoken', 'Protéger les formulaires envoyés'],
    ['Opendatasoft', 'django_language', 'Se souvenir de la langue choisie'],
  ];
  const full: Sketch = { tables: [table(keys, ...rows)] };

  test.each([
    [
      'a cookie added',
      [...rows, ['Matomo', '_pk_id', 'Compter les visites']],
      ['row-added substantive row-added'],
    ],
    ['a cookie removed', rows.slice(1), ['row-removed substantive row-removed']],
    ['a table in another order', [rows[2], rows[0], rows[1]], ['row-moved typographic row-reordered']],
    [
      'a cookie renamed',
      [rows[0], ['Opendatasoft', 'XSRF', 'Protéger les formulaires envoyés'], rows[2]],
      ['row-renamed substantive row-renamed'],
    ],
    [
      'a provider changed',
      [rows[0], ['Acme', 'csrftoken', 'Protéger les formulaires envoyés'], rows[2]],
      ['cell-changed substantive party-changed'],
    ],
  ] as [string, string[][], string[]][])('%s', (_, others, expected) => {
    expect(verdicts(full, { tables: [table(keys, ...others)] })).toEqual(expected);
  });

  test('a column is substantive where it holds anything', () => {
    const more = (cell: string): Sketch => ({
      tables: [table([...keys, 'duration'], ...rows.map((cells) => [...cells, cell]))],
    });
    const values = rows.map(() => 'cell-changed substantive duration-changed');
    expect(verdicts(full, more('13 mois'))).toEqual(['column-added substantive column-added', ...values]);
    expect(verdicts(full, more(''))).toEqual(['column-added wording column-added']);
    expect(verdicts(more('13 mois'), full)).toEqual(['column-removed substantive column-removed', ...values]);
  });

  test.each([
    ['duration', 'Durée (mois)', 'Durée (jours)', 'substantive duration-changed'],
    ['duration', 'Durée de vie en mois', 'Conservation en jours', 'substantive duration-changed'],
    ['duration', 'Durée (j)', 'Durée (m)', 'substantive duration-changed'],
    ['duration', 'Durée', 'Durée (mois)', 'substantive duration-changed'],
    ['duration', 'Durée (mois)', 'Lifetime (months)', 'wording head-reworded'],
    ['duration', "Durée d'expiration", 'Durée de vie', 'wording head-reworded'],
    ['frequency', 'Fréquence par mois', 'Fréquence par jour', 'substantive duration-changed'],
    ['name', 'Nom du tag', 'Le nom du tag', 'wording head-reworded'],
  ])('the head of %s « %s » that becomes « %s » is %s', (key, a, b, verdict) => {
    const headed = (head: string): Sketch => ({
      tables: [{ id: 'cookies', columns: [{ key, head }], rows: [{ cells: ['13'] }] }],
    });
    expect(verdicts(headed(a), headed(b))).toEqual([`column-renamed ${verdict}`]);
  });

  test('a head in other words is wording', () => {
    const renamed = table(keys, ...rows);
    const columns = renamed.columns.map((column) =>
      column.key === 'provider' ? { ...column, head: 'Nom du fournisseur' } : column,
    );
    expect(verdicts(full, { tables: [{ ...renamed, columns }] })[0]).toMatch(
      /^column-renamed (wording|substantive)/,
    );
  });
});

describe('text as a whole', () => {
  const first = 'Les cookies nécessaires sont déposés par le portail pour assurer son bon fonctionnement.';
  const second = 'Ils sont conservés sur votre ordinateur et vous pouvez les effacer dans votre navigateur.';
  const third = 'Une question sur cette page trouve sa réponse auprès de notre service par courrier.';

  test('a paragraph or sentence without counterpart is substantive', () => {
    expect(verdicts({ body: paragraphs(first) }, { body: paragraphs(first, second) })).toEqual([
      'block-added substantive block-added',
    ]);
    expect(verdicts({ body: paragraphs(`${first} ${second}`) }, { body: paragraphs(first) })).toEqual([
      'block-changed substantive sentence-removed',
    ]);
  });

  test('a heading without counterpart is a section', () => {
    const heading: Block = { role: 'heading', level: 2, text: 'Comment refuser' };
    expect(verdicts({ body: paragraphs(first) }, { body: [...paragraphs(first), heading] })).toEqual([
      'block-added substantive section-added',
    ]);
  });

  test('moved, split and joined paragraphs, items and levels are form', () => {
    const orders = verdicts(
      { body: paragraphs(first, second, third) },
      { body: paragraphs(third, first, second) },
    );
    expect(orders).toEqual(['block-moved typographic block-moved']);
    expect(verdicts({ body: paragraphs(`${first} ${second}`) }, { body: paragraphs(first, second) })).toEqual(
      ['block-split typographic block-split'],
    );
    expect(verdicts({ body: paragraphs(first, second) }, { body: paragraphs(`${first} ${second}`) })).toEqual(
      ['block-joined typographic block-joined'],
    );
    expect(
      verdicts({ body: paragraphs(first) }, { body: [{ role: 'item', depth: 1, text: first }] }),
    ).toEqual(['block-changed typographic role-changed']);
    const heading = (level: number): Sketch => ({ body: [{ role: 'heading', level, text: 'Cookies' }] });
    expect(verdicts(heading(2), heading(3))).toEqual(['block-changed typographic level-changed']);
  });

  test.each([
    ['Cookies nécessaires', 'Cookies publicitaires', 'substantive'],
    ['Cookies de la plateforme', 'Autres cookies', 'wording'],
    ['', 'Cookies publicitaires', 'substantive'],
    ['Vous pouvez', 'Nous déposons aussi :', 'substantive'],
  ] as const)('a paragraph that goes from under « %s » to under « %s » is %s', (under, other, level) => {
    const change: RawChange = {
      kind: 'block-moved',
      address: { a: { block: 1 }, b: { block: 2 } },
      a: [first],
      b: [first],
      sentences: [{ a: first, b: first, words: [{ op: 'equal', text: first }] }],
      moved: true,
      acrossSections: true,
      contexts: { a: under, b: other },
    };
    const raw: RawDiff = { changes: [change], steps: [], sections: [], tables: [], notices: [] };
    const { changes } = classifyDiff(raw, charter({}), charter({}), { comparison: 'portals' });
    expect(changes.map(({ class: found, rule }) => `${found} ${rule}`)).toEqual([
      `${level} block-moved-section`,
    ]);
  });

  test('a title is wording unless it says something else about cookies', () => {
    expect(verdicts({ title: 'Charte cookies' }, {})).toEqual(['field wording title-changed']);
    expect(verdicts({ title: 'Charte cookies' }, { title: 'Politique des cookies' })).toEqual([
      'field wording title-changed',
    ]);
    expect(verdicts({ title: 'Charte des cookies' }, { title: 'Charte des cookies publicitaires' })).toEqual([
      'field substantive purposes-changed',
    ]);
    expect(verdicts({ title: 'Charte cookies' }, { title: 'CHARTE COOKIES' })).toEqual([
      'field typographic letter-case',
    ]);
  });

  test('a variable is expected between portals and matters over time', () => {
    const other = { variables: { url: 'https://data.ailleurs.fr' } };
    expect(verdicts({}, other)).toEqual(['variable variable variable-value']);
    expect(verdicts({}, other, 'versions')).toEqual(['variable substantive variable-changed']);
  });

  test("the other portal's address left in a copied text is substantive", () => {
    const a: Sketch = {
      variables: { url: 'https://a.fr' },
      body: paragraphs('Les cookies de https://a.fr sont petits.'),
    };
    const b: Sketch = {
      variables: { url: 'https://b.fr' },
      body: paragraphs('Les cookies de https://a.fr sont petits.'),
    };
    expect(verdicts(a, b)).toEqual([
      'variable variable variable-value',
      'block-changed substantive foreign-address',
    ]);
  });

  test('in a language without word list every changed word is substantive, form is not', () => {
    const german = (text: string): Sketch => ({ language: 'de', body: paragraphs(text) });
    const a = german('Wir verwenden kleine Dateien auf dieser Seite.');
    expect(verdicts(a, german('Wir verwenden winzige Dateien auf dieser Seite.'))).toEqual([
      'block-changed substantive no-lexicon',
    ]);
    expect(verdicts(a, german('Wir verwenden kleine\u00a0Dateien auf dieser Seite.'))).toEqual([
      'block-changed typographic spaces',
    ]);
    const { notices } = classify(
      charter(a),
      charter(german('Wir verwenden winzige Dateien auf dieser Seite.')),
    );
    expect(notices).toEqual([{ code: 'no-lexicon', values: { language: 'de' } }]);
  });

  test('a list of names that programs give is in no language, and asks for none', () => {
    const names = (last: string): Sketch => ({
      language: 'fr',
      body: paragraphs(
        `OptanonConsent, checkLoop, dataContext, CheckAutologin, newUser, lastClick, _cid_cc, g_state, __cf_bm, seqNumber, ${last}`,
      ),
    });
    const { changes, notices } = classify(charter(names('vpMkt')), charter(names('vpSession')));
    expect(changes.map((change) => change.rule)).not.toContain('no-lexicon');
    expect(notices).toEqual([]);
  });

  test('a passage in another language than its document is told without a name for it', () => {
    const passage = (text: string): Sketch => ({ language: 'fr', body: paragraphs(text) });
    const german = (size: string): string =>
      `Wir verwenden ${size} Dateien auf dieser Seite, damit Ihre Einstellungen erhalten bleiben.`;
    const { notices } = classify(charter(passage(german('kleine'))), charter(passage(german('winzige'))));
    expect(notices).toEqual([{ code: 'passage-no-lexicon', values: {} }]);
  });

  test('documents in two languages are never held for less than substantive', () => {
    const a: Sketch = { language: 'fr', body: paragraphs('Cookies : une page simple et courte') };
    const b: Sketch = { language: 'en', body: paragraphs('Cookies : une page simple et longue') };
    expect(verdicts(a, b)).toEqual([
      'field substantive language-changed',
      'block-changed substantive language-changed',
    ]);
    expect(classify(charter(a), charter(b)).notices).toEqual([
      { code: 'language-differs', values: { a: 'fr', b: 'en' } },
    ]);
  });

  test.each([
    ['Le cookie sessionid est petit.', 'Le cookie session est petit.', 'substantive'],
    ['Le cookie sessionid est petit.', 'Le cookie session-id est petit.', 'substantive'],
    ['Le cookie sessionid est petit.', 'Le cookie SessionID est petit.', 'substantive'],
    ['Le cookie sessionid est petit.', 'Le cookie sessionid est court.', 'wording'],
  ])("a cookie's name from a table counts letter by letter in prose: %s → %s", (a, b, level) => {
    const named = (text: string): Sketch => ({
      body: paragraphs(text),
      tables: [table(['name', 'purpose'], ['sessionid', 'Se souvenir'])],
    });
    const rule = level === 'wording' ? 'text-reworded' : 'cookie-name-changed';
    expect(verdicts(named(a), named(b))).toEqual([`block-changed ${level} ${rule}`]);
  });

  test('an English paragraph in a French charter is read as English', () => {
    const a = 'The cookies that we set on your device are kept for as long as you wish with your consent.';
    const b = 'The cookies that we set on your device are kept for as long as you wish.';
    expect(verdicts({ body: paragraphs(a) }, { body: paragraphs(b) })).toEqual([
      'block-changed substantive consent-changed',
    ]);
  });
});
