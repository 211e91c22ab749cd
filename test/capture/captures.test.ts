import { describe, expect, test } from 'vitest';
import type { Template } from '../../src/model/charter.ts';
import { captureFiles, readFile, rulesOf, tableLines, warningsOf } from './examples.ts';

interface Expected {
  readonly file: string;
  readonly tables: readonly (readonly string[])[];
  readonly repairs?: readonly string[];
  readonly warnings?: readonly string[];
}

const expectations: readonly Expected[] = [
  {
    file: 'en-page-with-menus.html',
    tables: [
      [
        'name | provider | purpose | duration | category | domain',
        '`rs_session` | Riverside | Keeps you signed\u00a0in while you move from page to page. | Session | Necessary | data.riverside.example',
        '_ga, _ga_* | Google | Counts visits.\nNever used for advertising. | 13 months | Statistics | .riverside.example',
      ],
    ],
    repairs: [
      '10 chrome-removed',
      '11 chrome-removed',
      '15 chrome-removed',
      '27 chrome-removed',
      '29 chrome-removed',
    ],
  },
  {
    file: 'en-table-per-category.html',
    tables: [
      [
        'name | duration | purpose',
        'sessionid | 2 weeks | Keeps the visitor signed in.',
        'csrftoken | up to 12 months | Protects forms against forgery.',
      ],
      ['name | duration | purpose | party', '_pk_id.* | 13 months | Tells one visitor from another. | No'],
    ],
  },
  {
    file: 'fr-cellules-etendues.html',
    tables: [
      [
        'provider | name | duration | duree-des-donnees | purpose',
        'AudienceLab | al_visit | 6 mois | 25 mois | Compter les visites.\nMesurer les pages les plus lues.',
        'AudienceLab | al_pref | 13 mois | 25 mois | Mémoriser un refus\nMémoriser un accord',
        'VideoBox | vb_player\nvb_quality | 1 an |  | Lire les vidéos',
      ],
    ],
    repairs: ['12 spanned-cell-filled'],
  },
  {
    file: 'fr-tableau-sans-bords.md',
    tables: [
      [
        'name | purpose | duration',
        '`tarteaucitron` | Conserve votre choix | 12 mois',
        '_gid | Mesure d’audience | 24 heures',
        '_gat_portail | Limite les requêtes | par minute | 1 minute',
      ],
    ],
  },
  {
    file: 'en-rows-broken-over-lines.txt',
    tables: [
      [
        'provider | name | purpose | duration',
        'Museum | mus_cart | Remembers the prints that you put in your basket | 7 days',
        'Statsy | st_visitor | Counts how many people read each page | 13 months',
      ],
    ],
    repairs: ['7 rows-from-lines', '9 rows-from-lines'],
  },
  {
    file: 'fr-une-cellule-par-ligne.txt',
    tables: [
      [
        'provider | name | purpose',
        'Mairie | ville_session | Garder la session ouverte',
        'Mairie | ville_langue | Retenir la langue choisie',
      ],
    ],
    repairs: ['5 rows-from-lines', '9 rows-from-lines', '12 rows-from-lines'],
  },
  {
    file: 'fr-entete-vide.md',
    tables: [
      [
        'provider | name | purpose',
        'Région | region_auth | Reconnaître une personne connectée',
        'Région | region_vues | Retenir les *vues* enregistrées',
      ],
    ],
    repairs: ['7 head-inferred'],
  },
  {
    file: 'en-caption-at-the-rule.txt',
    tables: [
      [
        'name | purpose | duration',
        'lang | Keeps your language | 1 year',
        'hs_abuse | Stops abusive requests | 30 minutes',
      ],
    ],
  },
  {
    file: 'fr-tableau-coupe.txt',
    tables: [
      [
        'provider | name | purpose | duration',
        'Métropole | mtp_session | Maintenir la connexion | Session',
        'Mesurea | mes_id | Compter les visiteurs | 13 mois',
        'Mesurea | mes_ref | Connaître la provenance des visiteurs | 6 mois',
      ],
    ],
    repairs: ['9 tables-joined'],
  },
  {
    file: 'fr-sans-entete.txt',
    tables: [
      [
        'column-1 | name | purpose | duration',
        "ABTasty | ABTasty_uid | Comparer deux versions d'une même page | 13 mois",
        "Matomo | _pk_ses | Relier entre elles les pages d'une même visite | 30 minutes",
        "Matomo | _pk_id | Reconnaître un visiteur d'une visite à l'autre | 13 mois",
      ],
    ],
    repairs: ['5 head-inferred'],
    warnings: ['table-without-head'],
  },
  {
    file: 'en-html-table-in-markdown.md',
    tables: [
      [
        'provider | name | purpose',
        'Chatter | chat_id | Opens the conversation again',
        'Chatter | chat_seen | Hides messages that you have read',
      ],
    ],
  },
  {
    file: 'fr-une-cellule-par-paragraphe.txt',
    tables: [
      [
        'name | provider | duration',
        'dept_session | Département | Le temps de la visite',
        'dept_consentement | Département | 6 mois',
      ],
    ],
    repairs: ['5 rows-from-paragraphs'],
  },
  {
    file: 'fr-premiere-cellule-vide.txt',
    tables: [
      [
        'provider | name | purpose',
        'Université | u_sso | Ouvrir la session une seule fois',
        'Université | u_theme | Retenir le thème clair ou sombre',
        'Compteo | cpt_v | Compter les visites',
      ],
    ],
    repairs: ['7 blank-cell-filled'],
  },
  {
    file: 'en-records.txt',
    tables: [
      [
        'name | provider | purpose | duration',
        'basket_id | Bookshop | keeps the books in your basket | 30 days',
        'basket_seen | Bookshop | shows the books that you looked at | 1 year',
      ],
    ],
    repairs: ['5 records-read-as-table'],
  },
  {
    file: 'fr-liste-de-definitions.html',
    tables: [
      [
        'name | purpose | duration',
        "geo_zoom | Retenir l'échelle de la carte | 1 mois",
        'geo_fond | Retenir le fond de carte | 1 mois',
      ],
    ],
    repairs: ['4 records-read-as-table'],
  },
  {
    file: 'fr-fiche-verticale.html',
    tables: [
      [
        'name | purpose | duration',
        'ign_carte | Retenir la carte affichée | 3 mois',
        'ign_couches | Retenir les couches affichées | 3 mois',
      ],
    ],
    repairs: ['4 records-read-as-table'],
  },
  {
    file: 'fr-lignes-de-categorie.html',
    tables: [
      [
        'name | purpose | duration | category',
        'a_sid | Garder la session | Session | Cookies nécessaires',
        "a_stat | Compter les visites | 13 mois | Mesure d'audience",
      ],
    ],
    repairs: ['7 spanned-cell-filled', '9 spanned-cell-filled'],
  },
  {
    file: 'en-second-generation.txt',
    tables: [
      [
        'provider | name | duration | purpose',
        'Opendatasoft | sessionid | 2 weeks | Authentication of the user',
        'Opendatasoft | csrftoken | Up to 12 months | Protection of forms',
        'Opendatasoft | cookies_preferences | 6 months | Choice made about cookies',
        'Opendatasoft | django_language | 12 months | Language of the interface',
      ],
    ],
  },
  {
    file: 'en-names-that-look-like-markup.md',
    tables: [
      [
        'name | purpose',
        '__utma__, __utmz__ | Counts *returning visitors*',
        '_hjSession_<site_id> | Groups the pages of one visit',
        '_pk_id.* and _pk_ses.* | Measures the audience',
        'cookie_consent_<ID> | Keeps your answer',
      ],
    ],
    repairs: ['3 cookie-name-kept', '7 cookie-name-kept', '7 cookie-name-kept'],
  },
  {
    file: 'de-tabelle.html',
    tables: [
      [
        'provider | name | purpose | duration | rechtsgrundlage',
        'Stadt | stadt_sitzung | Hält Sie angemeldet | Sitzung | § 25 TDDDG',
      ],
    ],
  },
  { file: 'fr-sans-tableau.txt', tables: [], warnings: ['no-table'] },
  {
    file: 'en-glued-cells.txt',
    tables: [],
    repairs: ['5 lines-read-as-paragraphs'],
    warnings: ['glued-cells', 'no-table'],
  },
  {
    file: 'en-spaced-cells.txt',
    tables: [],
    repairs: ['5 lines-read-as-paragraphs'],
    warnings: ['glued-cells', 'no-table'],
  },
  {
    file: 'en-cells-on-lines-of-their-own.txt',
    tables: [
      ['name | provider | duration', 'arc_session | Archive | Session', 'arc_lang | Archive | 1 year'],
    ],
    repairs: [
      '1 lines-read-as-paragraphs',
      '6 rows-from-lines',
      '9 rows-from-lines',
      '12 rows-from-lines',
      '16 lines-read-as-paragraphs',
    ],
  },
  {
    file: 'en-first-cell-broken-off.md',
    tables: [
      [
        'name | provider | purpose | duration',
        'obs_sid | Own | Keeps you signed in. | Session',
        'obs_lb_* | Skybalance | Shares the load between servers. | Session',
        'obs_waf | Skybalance | Keeps robots away. | 1 day',
        'obs_lang | Own | Remembers the language. | 1 year',
      ],
    ],
    repairs: [
      '3 lines-read-as-paragraphs',
      '8 rows-from-lines',
      '10 rows-from-lines',
      '13 lines-read-as-paragraphs',
    ],
  },
  {
    file: 'en-pipes-and-tabs.md',
    tables: [
      [
        'name | duration | purpose',
        'ferry_id | 2 years | Counts how many people look for a crossing.',
        "ferry_day | 24 hours | Tells one day's visits from the next.",
      ],
    ],
  },
  {
    file: 'en-records-in-a-line.md',
    tables: [
      [
        'name | purpose | duration',
        'garden-session | Keeps the basket of "seeds" that you filled | 2 hours',
        'garden-lang | Keeps the language | 13 months',
      ],
    ],
    repairs: ['5 records-read-as-table'],
  },
  {
    file: 'fr-legende-derriere-le-filet.md',
    tables: [
      [
        'domain | name | qui-les-depose',
        'prets.mediatheque.example | [med_carte](https://annuaire.example/med_carte), [med_panier](https://annuaire.example/med_panier) | Nous',
        '* | [med_choix](https://annuaire.example/med_choix) | Nous',
      ],
    ],
  },
  {
    file: 'fr-titre-dans-le-tableau.md',
    tables: [
      ['name | purpose', 'med-jeton | Garder la session', 'med_langue | Garder la langue'],
      [
        'name | leur-politique',
        'Librairie du Port | À lire [ici](https://librairie.example/vie-privee)',
        'Ludothèque | À demander au comptoir',
      ],
    ],
    repairs: ['6 head-inferred', '14 head-inferred'],
  },
  {
    file: 'en-no-blank-lines.txt',
    tables: [],
    repairs: ['1 lines-read-as-paragraphs'],
    warnings: ['no-table'],
  },
  { file: 'fr-windows-1252.html', tables: [], repairs: ['0 decoded'], warnings: ['no-table'] },
];

describe.each(expectations)('$file', ({ file, tables, repairs = [], warnings = [] }) => {
  test('gives its tables, and says what it mended and what it doubts', async () => {
    const reading = await readFile(file);
    expect(reading.tables.map(tableLines)).toEqual(tables);
    expect(rulesOf(reading)).toEqual(repairs);
    expect(warningsOf(reading).sort()).toEqual(warnings);
    expect(reading.language).toBe(file.slice(0, 2));
  });
});

test('every capture in the folder is expected', () => {
  expect(expectations.map(({ file }) => file).sort()).toEqual([...captureFiles]);
});

describe('texts', () => {
  test('the button in a heading is its text, links are kept with their targets', async () => {
    const { title, body } = await readFile('en-page-with-menus.html');
    expect(title).toBe('Cookie policy');
    expect(body[1]).toEqual({ role: 'heading', level: 2, text: 'Cookies that we set' });
    expect(body[3]).toEqual({
      role: 'paragraph',
      text: 'You can withdraw your consent at any time in the [cookie settings](/cookies/settings).',
    });
  });

  test('the title in a table, or behind its rule, is the caption', async () => {
    const first = await readFile('fr-titre-dans-le-tableau.md');
    expect(first.tables.map(({ caption }) => caption)).toEqual(['***Cookies pour le prêt***', undefined]);
    const second = await readFile('fr-legende-derriere-le-filet.md');
    expect(second.tables.map(({ caption }) => caption)).toEqual(['Strictement nécessaires']);
  });

  test('emphasis with underscores is emphasis, names are names', async () => {
    const { body } = await readFile('en-names-that-look-like-markup.md');
    expect(body[0]).toEqual({
      role: 'paragraph',
      text: 'The *older* script sets __utma__ and **_ga_\\***, the newer one any cookie starting with `_hs`. The older cookies end soon.',
    });
  });

  test.each([
    ['en-glued-cells.txt', 0],
    ['en-spaced-cells.txt', 1],
  ])('a table without separators stays text, and no line of it is a heading: %s', async (file, title) => {
    const { body } = await readFile(file);
    expect(body.slice(title).every((block) => block.role === 'paragraph')).toBe(true);
  });

  test('lines between two lists are neither, and a number that stands alone opens a section', async () => {
    const { body } = await readFile('en-cells-on-lines-of-their-own.txt');
    expect(body.map((block) => (block.role === 'table' ? 'table' : `${block.role}: ${block.text}`))).toEqual([
      'paragraph: What we keep:',
      'item: your language',
      'item: the page you came from',
      'paragraph: Cookies that the archive sets:',
      'table',
      'heading: 2) What you may do',
      'paragraph: These settings can be changed at any time in your browser.',
    ]);
  });

  test.each(['en-glued-cells.txt', 'en-spaced-cells.txt'])(
    'a table without separators is cut where the rows of the template fit exactly: %s',
    async (file) => {
      const reading = await readFile(file, { template: transit });
      expect(reading.tables.map(tableLines)).toEqual([
        [
          'provider | service | name | purpose',
          'Transit | Sign-in (front office) | transit_sid | To remember the traveller from one page to the next',
          'Transit | Language (front office) | transit_lang | To remember the language',
        ],
      ]);
      expect(rulesOf(reading)).toEqual(['6 fused-cell-split', '7 fused-cell-split']);
    },
  );

  test('Windows-1252 quotes and apostrophes come out as themselves', async () => {
    const { body } = await readFile('fr-windows-1252.html');
    expect(body).toEqual([
      {
        role: 'paragraph',
        text: 'L’Agence dépose un cookie « de session » d’une durée d’une heure, réservé à l’accès.',
      },
    ]);
  });
});

const transit: Template = {
  kind: 'template',
  id: 'transit-en',
  language: 'en',
  variables: [],
  sections: [],
  body: [],
  tables: [
    {
      id: 'cookies',
      columns: [
        { key: 'provider', head: 'Provider' },
        { key: 'service', head: 'Service and location' },
        { key: 'name', head: 'Cookie name' },
        { key: 'purpose', head: 'Purpose' },
      ],
      rows: [
        {
          cells: [
            'Transit',
            'Sign-in (front office)',
            'transit_sid',
            'To remember the traveller from one page to the next',
          ],
        },
        { cells: ['Transit', 'Language (front office)', 'transit_lang', 'To remember the language'] },
      ],
    },
  ],
};
