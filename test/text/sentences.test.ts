import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

describe('sentences', () => {
  it.each([
    ['Un. Deux ! Trois ? Quatre…', ['Un. ', 'Deux ! ', 'Trois ? ', 'Quatre…']],
    [
      "Selon l'art. 82 de la loi n° 78-17, M. Dupont et Mme. Durand consentent. Ils signent.",
      ["Selon l'art. 82 de la loi n° 78-17, M. Dupont et Mme. Durand consentent. ", 'Ils signent.'],
    ],
    ['Il dit « Oui. » Puis il part.', ['Il dit « Oui. » ', 'Puis il part.']],
    ['Des finalités statistiques, etc. Les cookies', ['Des finalités statistiques, etc. ', 'Les cookies']],
    ['pour des visites, etc. et le reste.', ['pour des visites, etc. et le reste.']],
    [
      'Cookies (e.g. _ga). They expire, i.e. after 13 months. Then',
      ['Cookies (e.g. _ga). ', 'They expire, i.e. after 13 months. ', 'Then'],
    ],
    [
      'Voir https://a.fr/b.html. Puis v. 2.1 du texte.',
      ['Voir https://a.fr/b.html. ', 'Puis v. 2.1 du texte.'],
    ],
    ['Fin.\u00a0Suite.', ['Fin.\u00a0', 'Suite.']],
    ['Le cookie **_ga**. **Matomo** le pose.', ['Le cookie **_ga**. ', '**Matomo** le pose.']],
    ['J. Martin signe. Fin', ['J. Martin signe. ', 'Fin']],
    ['これは文です。次の文です。', ['これは文です。', '次の文です。']],
    ['2. Le second point. Fin.', ['2. Le second point. ', 'Fin.']],
    ['', []],
  ])('cuts %j', (text, expected) => {
    expect(splitSentences(text)).toEqual(expected);
  });

  test.prop([
    fc.string({ unit: fc.constantFrom('.', ' ', 'A', 'b', '!', '?', '»', '…', '1', '\u00a0', '。') }),
  ])('loses nothing', (text) => {
    expect(splitSentences(text).join('')).toBe(text);
  });
});
