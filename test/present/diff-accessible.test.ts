import { describe, expect, test } from 'vitest';
import { renderDiffAccessible } from '../../src/present/diff-accessible.ts';
import { renderDiffStat } from '../../src/present/diff-stat.ts';
import { change, charter, cookieTable, options, samplePair, view } from './views.ts';

const nb = '\u00a0';

describe('the output for a voice', () => {
  test('in French: class first, complete sentences', () => {
    const lines = renderDiffAccessible([samplePair()], options({ language: 'fr' })).split('\n');
    expect(lines).toEqual([
      'normandie comparée à pays-de-la-loire.',
      '4 modifications de fond.',
      '4 modifications de fond, 5 modifications rédactionnelles, 3 modifications de forme, 1 modification propre au portail.',
      `Modèle${nb}: opendatasoft-fr.`,
      `Cookies${nb}: 4, puis 5.`,
      `Modification 1 sur 10, propre au portail. url${nb}: https://data.normandie.example.fr devient https://data.loire.example.fr.`,
      `Modification 2 sur 10, rédactionnelle. Titre, suppression${nb}: Charte cookies.`,
      `Modification 3 sur 10, rédactionnelle. Introduction${nb}: «${nb}nous utilisons${nb}» devient «${nb}, le portail utilise${nb}». Le texte est maintenant${nb}: Afin de vous proposer le meilleur service possible, le portail utilise des cookies pour assurer son bon fonctionnement.`,
      `Modification 4 sur 10, rédactionnelle. Ce qu'est un cookie${nb}: ajout de «${nb}un fichier texte qui contient${nb}». Le texte est maintenant${nb}: Un "cookie" est un fichier texte qui contient une suite d'informations, généralement de petite taille et identifié par un nom.`,
      `Modification 5 sur 10, rédactionnelle. Ce qu'est un cookie${nb}: suppression de «${nb}, « tierce partie »${nb}». Le texte est maintenant${nb}: Les cookies dits « tiers » ou « third party » sont déposés par un site tiers.`,
      `Modification 6 sur 10, de fond. Usages, ajout${nb}: Nous transmettons vos données à la société Exemple.`,
      `Modification 7 sur 10, de fond. Cookies, cookies_preferences, Durée${nb}: 13 mois devient 25 mois. Motif${nb}: durée.`,
      `Modification 8 sur 10, rédactionnelle. Cookies, cookies_preferences, Finalités${nb}: Se souvenir du choix opéré par le visiteur concernant les cookies devient Permet de se souvenir du choix opéré par le visiteur concernant les cookies.`,
      `Modification 9 sur 10, de fond. Cookies, _pk_id.*${nb}: ligne ajoutée. Nom du prestataire${nb}: Matomo${nb}; Service et emplacement${nb}: Mesure d'audience${nb}; Nom du cookies${nb}: _pk_id.*${nb}; Finalités${nb}: Compter les visites.`,
      `Modification 10 sur 10, de fond. Cookies${nb}: le nom csrftoken devient XSRF.`,
      `3 modifications de forme ne sont pas lues (mise en valeur, paragraphes coupés, ponctuation)${nb}; --all les fait entendre.`,
      `2 retouches de forme ne sont pas signalées dans les modifications ci-dessus${nb}; --all les fait entendre.`,
      '',
    ]);
  });

  test('tells of a row and its table their words, without the marks around them', () => {
    const table = { ...cookieTable([]), caption: '**Mesure**' };
    const row = {
      provider: '[Matomo](https://cookies.example.org/matomo)',
      name: '[_pk_id](https://cookies.example.org/_pk_id)',
    };
    const added = change('row-added', '', {
      class: 'substantive',
      rule: 'row-added',
      address: { b: { table: table.id, row: row.name } },
      b: row,
    });
    const pair = view({ a: charter('a'), b: { ...charter('b'), tables: [table] }, changes: [added] });
    const told = renderDiffAccessible([pair], options({ language: 'fr' }));
    expect(told).toContain(`Mesure, _pk_id${nb}: ligne ajoutée. Nom du prestataire${nb}: Matomo${nb}; `);
    expect(told).not.toMatch(/https|\*\*/);
    expect(renderDiffAccessible([pair], options({ all: true }))).toContain(
      'https://cookies.example.org/matomo',
    );
  });

  test.each([
    ['Un [-"-]{+“+}cookie', 'quotes', 'Straight quotes, then curly quotes. It now reads: Un “cookie.'],
    ['13[- -]{+\u00a0+}mois', 'spaces', 'Space, then no-break space. It now reads: 13 mois.'],
    ["l[-'-]{+’+}outil", 'quotes', 'Straight apostrophe, then curly apostrophe.'],
    ['une page[-.-]', 'punctuation', 'Full stop, then nothing. It now reads: une page.'],
    [
      '[-cookies-]{+Cookies+} utiles',
      'letter-case',
      '“cookies” becomes “Cookies” (small letters, then capitals)',
    ],
    ['a[-\u200b-]b', 'spaces', 'U+200B'],
    [
      'caf[-é-]{+e\u0301+}',
      'spelling-form',
      '(accented letter in one character, then accent as a character of its own)',
    ],
  ] as const)('names what cannot be heard in %j', (marked, rule, said) => {
    const pair = view({
      a: charter('a'),
      b: charter('b'),
      changes: [change('block-changed', marked, { classes: [{ class: 'typographic', rule }] })],
    });
    expect(renderDiffAccessible([pair], options())).toContain(said);
  });

  test('equal charters and counts of nothing', () => {
    const equal = view({ a: charter('a'), b: charter('b'), changes: [] });
    expect(renderDiffAccessible([equal], options({ language: 'fr' }))).toBe(
      'a et b sont égales, mots et forme.\n',
    );
    expect(renderDiffAccessible([], options({ language: 'fr' }))).toBe(
      `0 comparaison${nb}: mots et forme sont égaux.\n`,
    );
  });

  test('--stat is sentences too', () => {
    expect(
      renderDiffStat([samplePair()], options({ language: 'fr', width: undefined, accessible: true })),
    ).toBe(
      [
        'normandie comparée à pays-de-la-loire. 4 modifications de fond, 5 modifications rédactionnelles, 3 modifications de forme, 1 modification propre au portail.',
        `1 comparaison diffère sur 1${nb}: 4 de fond, 5 rédactionnelles, 3 de forme, 1 propre au portail.`,
        '',
      ].join('\n'),
    );
  });
});
