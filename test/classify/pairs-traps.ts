/** Small differences that look like form or a rewording and say another thing, and some that only look like one. */
import type { Pair } from './pairs-french.ts';

export const frenchTraps: readonly Pair[] = [
  // Signs and spaces that make other words
  ['La valeur est de -5.', 'La valeur est de 5.', 'substantive number-changed'],
  ['La valeur est de −5.', 'La valeur est de -5.', 'typographic spelling-form'],
  ['Ils expirent après -5 jours.', 'Ils expirent après 5 jours.', 'substantive duration-changed'],
  ['Ils en posent 10² chaque jour.', 'Ils en posent 10 chaque jour.', 'substantive number-changed'],
  ['Le dépôt est nonconsenti.', 'Le dépôt est non consenti.', 'substantive negation-changed'],
  ['Le dépôt est non-consenti.', 'Le dépôt est nonconsenti.', 'substantive negation-changed'],
  ['Ils sont surtout petits.', 'Ils sont sur tout petits.', 'substantive scope-changed'],
  ['Ils servent à la connexion.', 'Ils servent à laconnexion.', 'substantive purposes-changed'],
  ["Le portail de l'UE est petit.", 'Le portail de Lue est petit.', 'substantive transfer-changed'],
  ["Le portail de l'UE est petit.", 'Le portail de l’UE est petit.', 'typographic quotes'],
  ['Les cookies sont petits.', 'Les cookies sont petits ?', 'wording text-reworded'],
  ['Les cookies sont petits', 'Les cookies sont petits.', 'typographic punctuation'],
];

export const englishTraps: readonly Pair[] = [
  ['This is a notable cookie.', 'This is a not able cookie.', 'substantive negation-changed'],
  ['The data goes nowhere.', 'The data goes now here.', 'wording text-reworded'],
  ['They read the US pages.', 'They read the us pages.', 'wording text-reworded'],
  ['You may refuse them.', 'You may refuse them?', 'wording text-reworded'],
];
