import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { formatDocument } from '../../src/canonical/format.ts';
import { parseDocument } from '../../src/canonical/parse.ts';
import { diffDocuments } from '../../src/diff/documents.ts';
import { type Inferred, inferTemplate } from '../../src/drift/infer.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import { sectionLabels } from '../../src/messages/template.ts';
import type { Block, Charter, CookieTable, Template } from '../../src/model/charter.ts';
import { follower, portals, repositoryCharter, repositoryTemplate, today } from './documents.ts';

const options = { id: 'built', names: sectionLabels };

function written({ template }: Inferred): string {
  return formatDocument(template, { schema: '../charter.schema.json' });
}

/** Texts of charters, one a portal, each block by its role's first letter. */
function charters(...bodies: readonly (readonly string[])[]): Charter[] {
  return bodies.map((lines, at) => charter(`p${at}`, lines));
}

function charter(id: string, lines: readonly string[], parts: Partial<Charter> = {}): Charter {
  const body = lines.map((line): Block => {
    const text = line.slice(2);
    return line.startsWith('h ') ? { role: 'heading', text } : { role: 'paragraph', text };
  });
  return {
    kind: 'charter',
    id,
    language: 'fr',
    variables: {},
    body,
    tables: [],
    repairs: [],
    decisions: [],
    ...parts,
  };
}

function lines({ template: { body } }: Inferred): string[] {
  return body.map((block) =>
    block.role === 'table' ? `t ${block.table}` : `${block.role.slice(0, 1)} ${block.text}`,
  );
}

/** `kind what: portals | others`. */
function told({ notes, portals: ids }: Inferred): string[] {
  const names = (numbers: readonly number[]): string => numbers.map((at) => ids[at]).join(',');
  return notes.map(
    ({ kind, what, portals: own, others }) => `${kind} ${what}: ${names(own)} | ${names(others)}`,
  );
}

const consent = 'p Votre consentement est demandé avant tout dépôt de cookies publicitaires.';
const browser = 'p Le navigateur conserve les cookies pendant une certaine durée sur votre appareil.';
const needed = 'p Les cookies nécessaires mémorisent vos identifiants de connexion au site.';
const neededElsewise = 'p Les cookies nécessaires gardent vos identifiants de connexion au site.';

describe('the five charters', () => {
  const five = portals.map(repositoryCharter);

  test('give the blocks, rows and variables of their template', () => {
    const { template } = inferTemplate(five, options);
    expect(diffDocuments(repositoryTemplate(), template).changes).toEqual([]);
    const bare = ({ section: _, ...block }: Block): Block => block;
    expect(template.body.map(bare)).toEqual(repositoryTemplate().body.map(bare));
    expect(template.tables).toEqual(repositoryTemplate().tables);
    expect(template.variables).toEqual(['url']);
    expect(template.sections.map(({ id }) => id)).toEqual([
      'introduction',
      'cookie',
      'quoi-servent-cookies',
      'cookies-necessaires-fonctionnement',
      'cookies',
    ]);
  });

  test('give it in whatever order they come', () => {
    const first = written(inferTemplate(five, options));
    for (let turn = 0; turn < five.length; turn += 1) {
      const turned = [...five.slice(turn), ...five.slice(0, turn)];
      expect(written(inferTemplate(turned, options))).toBe(first);
      expect(written(inferTemplate(turned.toReversed(), options))).toBe(first);
    }
  });

  test.each(portals)('%s alone gives itself, with its address as a variable', (portal) => {
    const own = repositoryCharter(portal);
    const { template, notes } = inferTemplate([own], options);
    expect(diffDocuments(template, own).changes).toEqual([]);
    expect(template.variables).toEqual(['url']);
    expect(written({ template } as Inferred)).not.toContain(own.variables['url']);
    expect(notes).toEqual([]);
  });
});

describe('in each place', () => {
  test('the words of most are taken, and two who share others are an approved variant', () => {
    const built = inferTemplate(
      charters([needed], [needed], [needed], [neededElsewise], [neededElsewise]),
      options,
    );
    expect(built.template.body).toEqual([
      {
        role: 'paragraph',
        text: needed.slice(2),
        variants: [neededElsewise.slice(2)],
        section: 'introduction',
      },
    ]);
    expect(told(built)).toEqual(['majority text: p0,p1,p2 | p3,p4', 'variant text: p3,p4 | ']);
  });

  test('what two share and says something else in substance is told, and not approved', () => {
    const other = needed.replace('mémorisent', 'ne mémorisent pas');
    const built = inferTemplate(charters([needed], [needed], [needed], [other], [other]), options);
    expect(built.template.body.map(({ variants }) => variants)).toEqual([undefined]);
    expect(told(built)).toContain('other-meaning text: p3,p4 | ');
  });

  test('forms that are typographically equal are one wording, in the form of most', () => {
    const other = needed.replace('Les cookies', 'Les  **cookies**');
    const built = inferTemplate(charters([other], [needed], [needed]), options);
    expect(lines(built)).toEqual([needed]);
    expect(told(built)).toEqual([]);
  });

  test('a tie goes to the portal nearest to all others, and is told', () => {
    const built = inferTemplate(
      charters(
        [browser, neededElsewise],
        [browser, consent, needed],
        [browser, consent, needed],
        [browser, neededElsewise, consent, 'p Autre texte ajouté ici.'],
      ),
      options,
    );
    expect(lines(built)).toEqual([browser, consent, needed]);
    expect(told(built)).toContain('tie text: p1,p2 | p0,p3');
  });

  test('a block of most is kept wherever a portal has it, one of fewer is left out, one of half is kept', () => {
    const moved = inferTemplate(
      charters([browser, consent, needed], [needed, browser, consent], [browser, consent, needed]),
      options,
    );
    expect(lines(moved)).toEqual([browser, consent, needed]);
    const few = inferTemplate(charters([browser], [browser, consent], [browser]), options);
    expect(lines(few)).toEqual([browser]);
    expect(told(few)).toEqual(['left-out block: p1 | p0,p2']);
    const half = inferTemplate(charters([browser], [browser, consent]), options);
    expect(lines(half)).toEqual([browser, consent]);
    expect(told(half)).toEqual(['tie-kept block: p1 | p0']);
  });

  test('text is divided as most divide it, though all portals are counted for its words', () => {
    const whole = `p ${browser.slice(2)} ${needed.slice(2)}`;
    const parted = inferTemplate(charters([whole], [browser, needed], [browser, needed]), options);
    expect(lines(parted)).toEqual([browser, needed]);
    expect(told(parted)).toEqual(['majority division: p1,p2 | p0']);
    const joined = inferTemplate(charters([whole], [browser, needed], [whole]), options);
    expect(lines(joined)).toEqual([whole]);
  });

  test('rows go by name and cells by majority', () => {
    const table = (...rows: readonly (readonly string[])[]): CookieTable => ({
      id: 'cookies',
      columns: [{ key: 'name' }, { key: 'duration' }],
      rows: rows.map((cells) => ({ cells })),
    });
    const made = [
      table(['sid', '1 an'], ['_ga', '13 mois']),
      table(['_ga', '13 mois'], ['sid', '1 an'], ['_pk', '2 ans']),
      table(['sid', '1 an'], ['_ga', '25 mois']),
    ].map((one, at) =>
      charter(`p${at}`, [browser], {
        body: [
          { role: 'paragraph', text: 'Texte.' },
          { role: 'table', table: 'cookies' },
        ],
        tables: [one],
      }),
    );
    const built = inferTemplate(made, options);
    expect(built.template.tables).toEqual([table(['sid', '1 an'], ['_ga', '13 mois'])]);
    expect(lines(built)).toEqual(['p Texte.', 't cookies']);
    expect(told(built)).toEqual(['left-out row: p1 | p0,p2', 'majority cell: p0,p1 | p2']);
  });
});

describe('variables', () => {
  const contact = (value: string): string =>
    `p Pour toute question sur ces cookies, écrivez à [${value}](mailto:${value}) ou passez nous voir.`;

  test('an e-mail address that each portal has of its own is one, and its values are told', () => {
    const built = inferTemplate(
      charters([contact('a@a.fr')], [contact('b@b.fr')], [contact('c@c.fr')]),
      options,
    );
    expect(lines(built)).toEqual([contact('{{email}}')]);
    expect(built.template.variables).toEqual(['email']);
    expect([...(built.found.get('email')?.values() ?? [])].sort()).toEqual(['a@a.fr', 'b@b.fr', 'c@c.fr']);
  });

  test('so is a name, in every place where the portal has it', () => {
    const body = (name: string): string[] => [
      `p Ce portail est édité par ${name}, qui dépose les cookies décrits sur cette page.`,
      `p Les données de navigation ne quittent pas ${name} et ne sont jamais cédées.`,
    ];
    const built = inferTemplate(
      charters(body('Région Bretagne'), body('Métropole de Lyon'), body('Ville de Nantes')),
      options,
    );
    expect(lines(built)).toEqual(body('{{name}}'));
  });

  test.each([
    ['two portals only', [contact('a@a.fr'), contact('b@b.fr')]],
    ['two that share one', [contact('a@a.fr'), contact('b@b.fr'), contact('a@a.fr')]],
    [
      'durations',
      ['12 mois', '13 mois', '25 mois'].map(
        (time) => `p Les cookies sont conservés ${time} au plus sur votre appareil.`,
      ),
    ],
    [
      'other words',
      ['courte', 'longue', 'moyenne'].map(
        (word) => `p Les cookies restent une durée ${word} sur votre appareil.`,
      ),
    ],
  ])('%s are none', (_, texts) => {
    const built = inferTemplate(charters(...texts.map((text) => [text])), options);
    expect(built.template.variables).toEqual([]);
  });

  test.each([
    [
      'a date',
      'date',
      'p Cette charte a été mise à jour le {{}} par le portail.',
      ['3 mars 2026', '14 mai 2026', '1er juin 2025'],
    ],
    [
      'a telephone number',
      'phone',
      'p Vous pouvez aussi nous appeler au {{}} du lundi au vendredi.',
      ['02 40 41 90 00', '01 42 76 40 40', '03 20 49 50 00'],
    ],
  ])('%s that each portal has of its own is one', (_, name, line, values) => {
    const built = inferTemplate(charters(...values.map((value) => [line.replace('{{}}', value)])), options);
    expect(lines(built)).toEqual([line.replace('{{}}', `{{${name}}}`)]);
    expect([...(built.found.get(name)?.values() ?? [])].sort()).toEqual([...values].sort());
  });

  const office = (name: string, other = name): string[] => [
    `p Les courriers sont à adresser au ${name} pendant les heures ouvrées de la semaine.`,
    'p Le navigateur conserve les cookies pendant une certaine durée sur votre appareil.',
    `p En cas de refus, la réponse du ${other} vous parvient dans le délai légal.`,
  ];
  const offices = ['12 rue des halles', '3 place du marché', 'quai sud, bâtiment 4'];

  test('so is whatever each has of its own and says again in another place, by a number', () => {
    const built = inferTemplate(charters(...offices.map((name) => office(name))), options);
    expect(lines(built)).toEqual(office('{{value-1}}'));
    expect([...(built.found.get('value-1')?.values() ?? [])].sort()).toEqual([...offices].sort());
  });

  test('it is found beside a portal that says the rest in other words, and one that lacks a place', () => {
    const all = offices.map((name) => office(name));
    const reworded = [
      'p Nos bureaux reçoivent le public chaque matin, sur rendez-vous pris en ligne.',
      ...office('4 cours mirabeau').slice(1),
    ];
    const short = office('7 rue basse').slice(0, 2);
    const built = inferTemplate(charters(...all, reworded, short), options);
    expect(lines(built)).toEqual(office('{{value-1}}'));
  });

  test.each([
    ['what is said in one place only', offices.map((name) => office(name, 'service'))],
    [
      'two ways to say it that portals share',
      ['la plateforme', 'le portail', 'la plateforme', 'le portail', 'le portail'].map((name) =>
        office(name),
      ),
    ],
    ['what another place says otherwise', offices.map((name, at) => office(name, offices[(at + 1) % 3]))],
  ])('%s is none', (_, bodies) => {
    expect(inferTemplate(charters(...bodies), options).template.variables).toEqual([]);
  });

  test('a word that names have in common does not part them', () => {
    const body = (name: string): string[] => [
      `p Ce portail est édité par ${name}, qui dépose les cookies décrits sur cette page.`,
    ];
    const built = inferTemplate(
      charters(body('Ville de Nantes'), body('Métropole de Lyon'), body('Ville de Rouen')),
      options,
    );
    expect(lines(built)).toEqual(body('{{name}}'));
  });

  const table = (...cells: readonly string[]): CookieTable => ({
    id: 'cookies',
    columns: [{ key: 'name' }, { key: 'purpose', head: cells[1] ?? '' }],
    rows: [{ cells: ['_ga', cells[0] ?? ''] }],
  });
  const names = ['Région Bretagne', 'Métropole de Lyon', 'Ville de Nantes'];

  test.each<readonly [string, string, (value: string) => Partial<Charter>]>([
    ['cell', 'name', (name) => ({ tables: [table(`Sert à ${name} pour mesurer le nombre des visites.`)] })],
    [
      'head',
      'email',
      (name) => ({ tables: [table('', `Finalités (questions : dpo@${names.indexOf(name)}.fr)`)] }),
    ],
    ['title', 'name', (name) => ({ title: `Charte des cookies que dépose ${name} sur votre appareil` })],
    [
      'title and a cell',
      'value-1',
      (name) => ({ title: `Cookies déposés par ${name}`, tables: [table(`Déposé aussi par ${name}`)] }),
    ],
  ])('one is found in a %s', (_, name, parts) => {
    const built = inferTemplate(
      names.map((value, at) => charter(`p${at}`, [browser], parts(value))),
      options,
    );
    expect([built.template.variables, built.found.get(name)?.size]).toEqual([[name], 3]);
    expect(written(built)).toContain(`{{${name}}}`);
    expect(built.notes).toEqual([]);
  });

  test('how long cookies stay is none, though each portal says it twice', () => {
    const stay = ['treize mois', 'deux ans', 'six semaines'].map((time) => [
      `p Les cookies de mesure restent ${time} sur votre appareil.`,
      `p Les traceurs de confort sont gardés ${time} par le navigateur.`,
    ]);
    expect(inferTemplate(charters(...stay), options).template.variables).toEqual([]);
  });

  test('the address is found where the charter does not name it', () => {
    const built = inferTemplate(
      ['a', 'b'].map((id) => charter(id, ['h Adresse du portail', `p <https://${id}.example.fr>`])),
      options,
    );
    expect(lines(built)).toEqual(['h Adresse du portail', 'p <{{url}}>']);
    expect([...(built.found.get('url')?.values() ?? [])].sort()).toEqual([
      'https://a.example.fr',
      'https://b.example.fr',
    ]);
  });

  test('hostile names and texts are texts', () => {
    const made = charters(
      ['h __proto__', 'p <script>alert(1)</script> \u202e constructor'],
      ['h __proto__', 'p <script>alert(1)</script> \u202e constructor'],
    ).map((one) => ({ ...one, variables: { constructor: 'alert' } }));
    const { template } = inferTemplate(made as unknown as Charter[], options);
    expect(template.variables).toEqual(['constructor']);
    expect(parseDocument(written({ template } as Inferred)).problems).toEqual([]);
  });
});

const word = fc.constantFrom(
  ...'les cookies de mesure internaute consentement site tiers panier durée 13 mois ne pas navigateur publicité portail {{url}}'.split(
    ' ',
  ),
  "l'utilisateur",
  '« nom »',
  '**gras**',
);
const sentence = fc.array(word, { minLength: 3, maxLength: 9 }).map((words) => `Ici ${words.join(' ')}.`);
const shared = fc
  .record({
    title: fc.option(sentence, { nil: 'Charte' }),
    blocks: fc.array(fc.tuple(fc.constantFrom('heading', 'paragraph'), sentence), {
      minLength: 1,
      maxLength: 7,
    }),
    rows: fc.uniqueArray(fc.tuple(fc.constantFrom('_ga', '_pk', 'sid'), sentence), {
      selector: ([name]) => name,
      maxLength: 3,
    }),
  })
  .map(
    ({ title, blocks, rows }): Template => ({
      kind: 'template',
      id: 'shared',
      language: 'fr',
      variables: ['url'],
      sections: [],
      title,
      body: [
        ...blocks.map(([role, text]): Block => ({ role: role as 'heading', text })),
        { role: 'table', table: 'cookies' },
      ],
      tables: [
        {
          id: 'cookies',
          columns: [{ key: 'name' }, { key: 'purpose' }],
          rows: rows.map((cells) => ({ cells })),
        },
      ],
    }),
  );
const edits = fc.array(
  fc.array(fc.tuple(fc.nat(7), fc.constantFrom('word', 'drop', 'double', 'swap'), sentence), {
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 6 },
);

function edited(of: Template, all: readonly (readonly (readonly [number, string, string])[])[]): Charter[] {
  return all.map((own, index) => {
    const url = `https://p${index}.example.fr`;
    const fill = (text: string): string => text.replaceAll('{{url}}', url);
    const body = [...follower(of).body].map(
      (block): Block =>
        block.role === 'table'
          ? block
          : { ...block, text: block.text.replaceAll('https://url.example.fr', url) },
    );
    for (const [at, how, text] of own) {
      const block = body[at];
      if (!block || block.role === 'table') continue;
      if (how === 'word') body[at] = { ...block, text: fill(`${block.text} ${text}`) };
      else if (how === 'drop') body.splice(at, 1);
      else if (how === 'double') body.splice(at, 0, { role: 'paragraph', text: fill(text) });
      else body.push(...body.splice(at, 1));
    }
    return follower(of, { id: `p${index}`, variables: { url }, title: fill(of.title ?? ''), body });
  });
}

describe('laws', () => {
  property.prop([shared, fc.integer({ min: 1, max: 5 })])(
    'portals equal to a template give that template, and none of them drifts from it',
    (of, count) => {
      const made = edited(
        of,
        Array.from({ length: count }, () => []),
      );
      const { template, notes } = inferTemplate(made, options);
      expect(diffDocuments(of, template).changes).toEqual([]);
      expect(notes).toEqual([]);
      for (const one of made) expect(driftOf(one, template, { today }).findings).toEqual([]);
    },
  );

  property.prop([shared, edits])('the order of the portals changes nothing', (of, all) => {
    const made = edited(of, all);
    expect(inferTemplate(made.toReversed(), options)).toEqual(inferTemplate(made, options));
  });

  property.prop([shared, edits])('what is built is a valid template', (of, all) => {
    const text = written(inferTemplate(edited(of, all), options));
    const parsed = parseDocument(text);
    expect(parsed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(parsed.document && formatDocument(parsed.document, { schema: '../charter.schema.json' })).toBe(
      text,
    );
  });

  property.prop([shared, edits])('a majority that says one thing everywhere is the template', (of, all) => {
    const made = edited(of, [...all, ...Array.from({ length: all.length + 1 }, () => [])]);
    const { template } = inferTemplate(made, options);
    const bare = template.body.map(({ variants: _, ...block }): Block => block);
    expect(diffDocuments(of, { ...template, body: bare }).changes).toEqual([]);
  });
});
