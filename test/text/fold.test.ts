import { describe, expect, it } from 'vitest';
import { typographicallyEqual } from '../../src/text/fold.ts';

describe('typographic equality', () => {
  it.each([
    ["Qu'est ce qu'un cookie ?", 'Qu’est-ce qu’un cookie\u00a0?'],
    ['vous y re-connecterez', 'vous y reconnecterez'],
    ['Un "cookie" est', 'Un «\u00a0cookie\u00a0» est'],
    ['A quoi', 'À quoi'],
    ['Etat', 'État'],
    ['COOKIES NECESSAIRES', 'Cookies nécessaires'],
    ['les **tiers** ici', 'les tiers ici'],
    ['13 mois', '13\u00a0mois'],
    ['un cœur', 'un coeur'],
    ['12-month cookie', '12 month cookie'],
    ['Les données', 'les données'],
    ['https://Exemple.FR/Page', 'https://exemple.fr/Page'],
    ['e\u0301crit', 'écrit'],
    ['il faut 5 - 3 mots', 'il faut 5 -\u00a03 mots'],
    ['une valeur de −5', 'une valeur de -5'],
    ['conser\u00advé', 'conservé'],
    ['un cookie ?', 'un cookie?'],
    ['sous - traitant', 'sous-traitant'],
    ["l' utilisateur", 'l’utilisateur'],
    ['HORS UE', 'Hors UE'],
    ['HORS UE', 'hors ue'],
    ['同 意', '同意'],
  ])('%j equals %j', (a, b) => {
    expect(typographicallyEqual(a, b)).toBe(true);
    expect(typographicallyEqual(b, a)).toBe(true);
  });

  it.each([
    ['il peut être lu', 'il peut-être lu'],
    ['une ou deux', 'une où deux'],
    ['a lire', 'à lire'],
    ['_ga-x', '_gax'],
    ['1 3 mois', '13 mois'],
    ['https://exemple.fr/Page', 'https://exemple.fr/page'],
    ['collecté', 'collecte'],
    ['une autre.', 'une autre'],
    ['_GA', '_ga'],
    ["il l'a", 'il la'],
    ['une valeur de -5', 'une valeur de 5'],
    ['une valeur de –5', 'une valeur de 5'],
    ['a notable cookie', 'a not able cookie'],
    ['nonconsenti', 'non consenti'],
    ['it is nowhere', 'it is now here'],
    ['surtout', 'sur\u00a0tout'],
    ['sur**tout**', 'sur **tout**'],
    ['non "consenti" ici', 'nonconsenti ici'],
    ["hors de l'UE", 'hors de lue'],
    ['in the US', 'in the us'],
    ['10² cookies', '10 cookies'],
    ['10² cookies', '102 cookies'],
  ])('%j differs from %j', (a, b) => {
    expect(typographicallyEqual(a, b)).toBe(false);
    expect(typographicallyEqual(b, a)).toBe(false);
  });
});
