import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../src/diff/documents.ts';
import type { RawChange } from '../../src/model/change.ts';
import type { Charter, CookieTable } from '../../src/model/charter.ts';
import { charter, type Parts } from '../documents.ts';

/** One line a change: kind, then the words with `[-gone-]` and `{+come+}`. */
function outline(a: Parts, b: Parts): string[] {
  return diffDocuments(charter({ id: 'a', ...a }), charter({ id: 'b', ...b })).changes.map(line);
}

function line(change: RawChange): string {
  const words = change.sentences
    .flatMap((pair) => pair.words)
    .map((word) =>
      word.op === 'equal' ? word.text : word.op === 'delete' ? `[-${word.text}-]` : `{+${word.text}+}`,
    )
    .join('');
  const place = [
    change.address.b?.row ?? change.address.a?.row,
    change.address.b?.column ?? change.address.a?.column,
  ];
  const notes = [
    ...(change.moved ? ['moved'] : []),
    ...(change.acrossSections ? ['across'] : []),
    ...(change.roles ?? []).map((role) => `${role.what} ${role.a}→${role.b}`),
  ];
  return [change.kind, ...place.filter(Boolean), words, ...notes].filter((part) => part !== '').join(' · ');
}

describe('the text of two charters', () => {
  it('finds reworded stretches as whole edits', () => {
    expect(
      outline(
        { body: ['Afin de vous proposer le meilleur service possible nous utilisons des cookies.'] },
        { body: ['Afin de vous proposer le meilleur service possible, le portail utilise des cookies.'] },
      ),
    ).toEqual([
      'block-changed · Afin de vous proposer le meilleur service possible[- nous utilisons-]{+, le portail utilise+} des cookies.',
    ]);
  });

  it('slides an insertion to word bounds and a deletion to balanced quotes', () => {
    expect(
      outline(
        {
          body: [
            "Un cookie est une suite d'informations.",
            'Les cookies dits « tiers », « tierce partie » ou « third party » sont déposés.',
          ],
        },
        {
          body: [
            "Un cookie est un fichier texte qui contient une suite d'informations.",
            'Les cookies dits « tiers » ou « third party » sont déposés.',
          ],
        },
      ),
    ).toEqual([
      "block-changed · Un cookie est {+un fichier texte qui contient +}une suite d'informations.",
      'block-changed · Les cookies dits « tiers »[-, « tierce partie »-] ou « third party » sont déposés.',
    ]);
  });

  it('tells a split paragraph as one change, compared on the joined text', () => {
    expect(
      outline(
        { body: ['Ils permettent un panier. Ils ne requièrent pas de consentement.'] },
        { body: ['Ils permettent un panier.', 'Ils ne requièrent pas de consentement.'] },
      ),
    ).toEqual(['block-split · Ils permettent un panier.[- -]{+\n\n+}Ils ne requièrent pas de consentement.']);
  });

  it('tells a heading joined with the address below it as one change', () => {
    expect(
      outline(
        {
          variables: { url: 'https://a.fr' },
          body: ['# A quoi servent les cookies sur la plateforme', '<https://a.fr>'],
        },
        {
          variables: { url: 'https://b.fr/' },
          body: ['# A quoi servent les cookies sur le portail [b.fr](https://B.fr) ?'],
        },
      ),
    ).toEqual([
      'variable · url · [-https://a.fr-]{+https://b.fr/+}',
      'block-joined · A quoi servent les cookies sur [-la plateforme\n\n-]{+le portail +}{{url}}{+ ?+}',
    ]);
  });

  it('finds a moved paragraph, also when it changed', () => {
    const one = 'Les cookies statistiques permettent de suivre les actions des internautes.';
    const two = 'Les cookies nécessaires enregistrent un panier et des identifiants de connexion.';
    const three = 'Les cookies internes sont déposés par le site consulté, jamais par un autre.';
    expect(outline({ body: [one, two, three] }, { body: [two, three, one] })).toEqual([
      `block-moved · ${one} · moved`,
    ]);
    expect(
      outline({ body: [one, two, three] }, { body: [two, three, one.replace('suivre', 'mesurer')] }),
    ).toEqual([
      'block-changed · Les cookies statistiques permettent de [-suivre-]{+mesurer+} les actions des internautes. · moved',
    ]);
  });

  it('marks a sentence that moved to another paragraph', () => {
    const diff = diffDocuments(
      charter({
        body: ['Le premier paragraphe parle de panier. Une phrase voyage ici.', 'Le second parle de mesure.'],
      }),
      charter({
        body: ['Le premier paragraphe parle de panier.', 'Le second parle de mesure. Une phrase voyage ici.'],
      }),
    );
    expect(diff.changes.flatMap((change) => change.sentences.map((pair) => pair.moved))).toContain('near');
  });

  it('reads a lone heading between two pairs as the same heading reworded', () => {
    expect(
      outline(
        { body: ['# Introduction', 'Le texte du premier paragraphe ne change pas.'] },
        { body: ['# Présentation', 'Le texte du premier paragraphe ne change pas.'] },
      ),
    ).toEqual(['block-changed · [-Introduction-]{+Présentation+}']);
  });

  it.each([
    ['another address', '{{url}}', 'https://b.fr/', 'block-changed · [-{{url}}-]{+https://b.fr/+}'],
    ['an address for another', 'www.a.fr', '**contact@b.fr**', 'block-changed · '],
    ['a name', '{{contact}}', 'M. Dupont', 'block-changed · [-{{contact}}-]{+M. Dupont+}'],
  ])(
    'reads a paragraph that is only a variable or an address as the same with another value: %s',
    (...given) => {
      const [, one, other, told] = given;
      const [before, after] = ['Le texte qui précède ne change pas.', 'Le texte qui suit ne change pas.'];
      const changes = outline({ body: [before, one, after] }, { body: [before, other, after] });
      expect(changes).toEqual([expect.stringContaining(told)]);
    },
  );

  it.each([
    ['words are no address', '{{url}}', 'Écrivez-nous à toute heure.'],
    ['of several sentences', '{{contact}}', 'M. Dupont vous répond. Écrivez-lui.'],
  ])('does not read a paragraph as the value of one that is only a variable: %s', (_, one, other) => {
    expect(outline({ body: [one] }, { body: [other] }).map((line) => line.split(' ')[0])).toEqual([
      'block-removed',
      'block-added',
    ]);
  });

  it('compares title with title, and takes a first heading that says the same for the title', () => {
    expect(outline({ title: 'Charte cookies' }, {})).toEqual(['field · title · [-Charte cookies-]']);
    expect(outline({ title: 'Charte cookies' }, { body: ['## Charte cookies'] })).toEqual([
      'block-changed · title · Charte cookies · role title→heading',
    ]);
  });

  it('keeps the rest of an own address, and another portal’s address as it is', () => {
    expect(
      outline(
        {
          variables: { url: 'https://a.fr' },
          body: ['Voir https://a.fr/terms/ ou a.fr.', 'Voir <https://a.fr> ici.'],
        },
        {
          variables: { url: 'https://b.fr' },
          body: ['Voir https://b.fr/terms/ ou b.fr.', 'Voir <https://a.fr> ici.'],
        },
      ),
    ).toEqual([
      'variable · url · [-https://a.fr-]{+https://b.fr+}',
      'block-changed · Voir [-{{url}}-]{+<https://a.fr>+} ici.',
    ]);
  });

  it('tells two nearly equal blocks that changed places as moved, not as reworded', () => {
    const first = 'Le cookie de mesure est conservé pendant six mois sur votre appareil.';
    const second = 'Le cookie de session est conservé pendant six mois sur votre appareil.';
    const [start, end] = ['Voici ce que nous déposons.', 'Vous pouvez vous y opposer à tout moment.'];
    expect(
      outline({ body: [start, first, second, end] }, { body: [start, second, first, end] }).filter(
        (change) => !change.startsWith('block-moved'),
      ),
    ).toEqual([]);
  });

  it('pairs a paragraph with itself when a sentence as long as it is added', () => {
    const start = 'Les cookies internes sont déposés par le site que vous consultez.';
    expect(
      outline(
        { body: ['Titre', start, 'Fin.'] },
        { body: ['Titre', `${start} Leur durée ne dépasse en aucun cas treize mois.`, 'Fin.'] },
      ),
    ).toEqual([`block-changed · ${start}{+ Leur durée ne dépasse en aucun cas treize mois.+}`]);
  });
});

describe('what a block stands under', () => {
  const needed = '## Cookies nécessaires';
  const ads = '## Cookies publicitaires';
  it('sees that a paragraph went under another heading', () => {
    const matomo = 'Matomo mesure les visites de ce site pour nos statistiques.';
    const [body, after] = [
      [needed, 'Le panier.', matomo, ads, 'Les annonces de nos partenaires suivent vos visites sur ce site.'],
      [needed, 'Le panier.', ads, 'Les annonces de nos partenaires suivent vos visites sur ce site.', matomo],
    ];
    expect(outline({ body }, { body: after })).toEqual([`block-moved · ${matomo} · moved · across`]);
  });

  it('tells headings that changed places over their paragraphs as headings reworded', () => {
    const diff = outline(
      {
        body: [
          needed,
          'Le panier et la session de chaque visiteur.',
          ads,
          'Les annonces de nos partenaires.',
        ],
      },
      {
        body: [
          ads,
          'Le panier et la session de chaque visiteur.',
          needed,
          'Les annonces de nos partenaires.',
        ],
      },
    );
    expect(diff).toEqual([
      'block-changed · Cookies [-nécessaires-]{+publicitaires+}',
      'block-changed · Cookies [-publicitaires-]{+nécessaires+}',
    ]);
  });

  it('sees that headings changed places over tables', () => {
    const cookies = (id: string, name: string): CookieTable => ({
      id,
      columns: [{ key: 'name' }, { key: 'purpose' }],
      rows: [{ cells: [name, 'Ce que fait ce cookie'] }],
    });
    const tables = [cookies('one', 'sessionid'), cookies('two', '_ga')];
    const under = (first: string, second: string): Charter => ({
      ...charter({}),
      body: [
        { role: 'heading', text: first },
        { role: 'table', table: 'one' },
        { role: 'heading', text: second },
        { role: 'table', table: 'two' },
      ],
      tables,
    });
    const changes = diffDocuments(
      under('Nécessaires', 'Publicitaires'),
      under('Publicitaires', 'Nécessaires'),
    ).changes;
    expect(
      changes.filter(({ kind }) => kind === 'row-moved').map(({ acrossSections }) => acrossSections),
    ).toEqual([true, true]);
  });

  it('sees that items changed their lead-in', () => {
    const leads = ['Ces cookies sont soumis à votre accord :', 'Ces cookies sont exemptés de votre accord :'];
    expect(
      outline(
        { body: [leads[0] ?? '', '- Google Analytics', leads[1] ?? '', '- Matomo auto-hébergé'] },
        { body: [leads[0] ?? '', '- Matomo auto-hébergé', leads[1] ?? '', '- Google Analytics'] },
      ).filter((line) => line.endsWith('across')),
    ).toHaveLength(2);
  });

  it('does not mind a heading that comes in between', () => {
    expect(
      outline(
        { body: [needed, 'Le panier.', 'La session de chaque visiteur.'] },
        { body: [needed, 'Le panier.', '### Détails techniques', 'La session de chaque visiteur.'] },
      ),
    ).toEqual(['block-added · {+Détails techniques+} · role →heading']);
  });
});

describe('cookie tables', () => {
  const head = 'provider | name | purpose | duration';
  it('compares by name and provider whatever the order', () => {
    expect(
      outline(
        { tables: [[head, 'Matomo | _pk_id | Mesure | 13 mois', 'Nous | sessionid | Session | 2 semaines']] },
        { tables: [[head, 'Nous | sessionid | Session | 2 semaines', 'Matomo | _pk_id | Mesure | 25 mois']] },
      ),
    ).toEqual(['row-moved · _pk_id · moved', 'cell-changed · _pk_id · duration · [-13 mois-]{+25 mois+}']);
  });

  it('takes a unique name under another provider for the same cookie', () => {
    expect(
      outline(
        { tables: [[head, 'Matomo | _pk_id | Mesure | 13 mois']] },
        { tables: [[head, 'Piwik | _pk_id | Mesure | 13 mois']] },
      ),
    ).toEqual(['cell-changed · _pk_id · provider · [-Matomo-]{+Piwik+}']);
  });

  it('takes another name with like cells for a rename', () => {
    expect(
      outline(
        { tables: [[head, 'Nous | csrftoken | Protège les formulaires | 12 mois']] },
        { tables: [[head, 'Nous | XSRF | Protège les formulaires | 12 mois']] },
      ),
    ).toEqual(['row-renamed · XSRF']);
  });

  it('tells added and removed rows and columns', () => {
    expect(
      outline(
        { tables: [['name | purpose', 'a1 | Mesure de visites', 'b2 | Panier']] },
        {
          tables: [
            ['name | purpose | duration', 'a1 | Mesure de visites | 1 an', 'c3 | Publicité ciblée | 2 ans'],
          ],
        },
      ),
    ).toEqual([
      'column-added · duration · {+DURATION+}',
      'cell-changed · a1 · duration · {+1 an+}',
      'row-removed · b2',
      'row-added · c3',
    ]);
  });

  it('tells each value of a column that goes, and of none that is empty', () => {
    expect(
      outline(
        { tables: [['name | duration', 'a1 | 13 mois', 'b2 | ', 'c3 | 6 mois']] },
        { tables: [['name', 'a1', 'b2', 'c3']] },
      ),
    ).toEqual([
      'column-removed · duration · [-DURATION-]',
      'cell-changed · a1 · duration · [-13 mois-]',
      'cell-changed · c3 · duration · [-6 mois-]',
    ]);
  });

  it('counts the second row of a name as its own', () => {
    expect(
      outline(
        { tables: [['name | purpose', 'a1 | Un', 'a1 | Deux']] },
        { tables: [['name | purpose', 'a1 | Un', 'a1 | Trois']] },
      ),
    ).toEqual(['cell-changed · a1#2 · purpose · [-Deux-]{+Trois+}']);
  });

  it('finds a row that went to the table of another section', () => {
    const tables = [
      ['name | purpose', 'a1 | Un'],
      ['name | purpose', 'b1 | Deux', 'c1 | Trois'],
    ];
    const after = [
      ['name | purpose', 'a1 | Un', 'c1 | Trois'],
      ['name | purpose', 'b1 | Deux'],
    ];
    expect(outline({ tables }, { tables: after })).toEqual(['row-moved · c1 · moved']);
  });

  it('finds rows whose table left the top of the page for a section, and back', () => {
    const body = ['Avant.', '# Un', 'Premier.', '# Deux', 'Second.'];
    const below = charter({ id: 'a', body, tables: [['name | purpose', 'a1 | Un']] });
    const [table] = below.body.slice(-1);
    const above = {
      ...below,
      body: [...below.body.slice(0, 1), ...(table ? [table] : []), ...below.body.slice(1, -1)],
    };
    for (const [one, other] of [
      [below, above],
      [above, below],
    ] as const)
      expect(diffDocuments(one, other).changes.map(line)).toEqual(['row-moved · a1 · moved · across']);
  });
});
