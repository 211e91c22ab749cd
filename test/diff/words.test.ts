import { describe, expect, it } from 'vitest';
import { freshBudget } from '../../src/diff/budget.ts';
import { compareTexts, compareWords } from '../../src/diff/texts.ts';

function marked(a: string, b: string): string {
  return compareWords(a, b, freshBudget())
    .words.map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('the words of a sentence', () => {
  it.each([
    ['pendant 13 mois.', 'pendant 25 mois.', 'pendant [-13 mois-]{+25 mois+}.'],
    ['Se souvenir du choix', 'Permet de se souvenir du choix', '[-Se-]{+Permet de se+} souvenir du choix'],
    ['Un "cookie" est', 'Un “cookie” est', 'Un [-"-]{+“+}cookie[-"-]{+”+} est'],
    ["Qu'est ce qu'un cookie ?", "Qu'est-ce qu'un cookie ?", "Qu'[-est ce-]{+est-ce+} qu'un cookie ?"],
    ['vous y re-connecterez', 'vous y reconnecterez', 'vous y [-re-connecterez-]{+reconnecterez+}'],
    ['les cookies « tiers » ici', 'les cookies « **tiers** » ici', 'les cookies « {+**+}tiers{+**+} » ici'],
    ['a\u00a0: b', 'a : b', 'a[-\u00a0-]{+ +}: b'],
    ['ne sont pas nécessaires', 'sont nécessaires', '[-ne -]sont [-pas -]nécessaires'],
    [
      'des finalités statistiques ou publicitaires, etc.',
      'des finalités statistiques, etc.',
      'des finalités statistiques[- ou publicitaires-], etc.',
    ],
    ['Le site dépose un cookie.', 'Le site web dépose un cookie.', 'Le site {+web +}dépose un cookie.'],
    [
      'Nous conservons vos données personnelles durant deux ans.',
      'Aucune information ne quitte jamais votre appareil sans accord.',
      '[-Nous conservons vos données personnelles durant deux ans-]{+Aucune information ne quitte jamais votre appareil sans accord+}.',
    ],
    [
      'voir [ici](https://a.fr/x).',
      'voir [ici](https://b.fr/x).',
      'voir [ici]([-https://a.fr/x-]{+https://b.fr/x+}).',
    ],
    ['le cookie _ga_1 est', 'le cookie _ga_2 est', 'le cookie [-_ga_1-]{+_ga_2+} est'],
  ])('%j → %j', (a, b, expected) => {
    expect(marked(a, b)).toBe(expected);
    const mirrored = compareWords(b, a, freshBudget()).words;
    expect(mirrored.filter(({ op }) => op === 'equal')).toEqual(
      compareWords(a, b, freshBudget()).words.filter(({ op }) => op === 'equal'),
    );
  });

  it('says that it did not compare what the budget did not allow', () => {
    const words = (mark: string): string =>
      Array.from({ length: 3000 }, (_, at) => `${mark}${at % 7}${at}`).join(' ');
    const compared = compareWords(words('a'), words('b'), { ...freshBudget(), steps: 0 });
    expect(compared.coarse).toBe(true);
    expect(compared.words.map(({ op }) => op)).toEqual(['delete', 'insert']);
  });
});

describe('sentences of two texts', () => {
  it('gives a sentence without counterpart a pair of its own, with the white space that came with it', () => {
    expect(compareTexts(['Un reste. Deux va.'], ['Un reste.'], freshBudget())).toEqual([
      { a: 'Un reste.', b: 'Un reste.', words: [{ op: 'equal', text: 'Un reste.' }] },
      { a: ' Deux va.', words: [{ op: 'delete', text: ' Deux va.', edit: 0 }] },
    ]);
  });

  it('joins two sentences made one', () => {
    const pairs = compareTexts(
      ['Le site dépose un cookie de mesure. Il expire après treize mois de présence.'],
      ['Le site dépose un cookie de mesure, il expire après treize mois de présence.'],
      freshBudget(),
    );
    expect(pairs).toHaveLength(1);
  });
});
