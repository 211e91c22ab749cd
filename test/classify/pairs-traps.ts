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
  // Words and their contraries
  ['Ces cookies sont actifs.', 'Ces cookies sont inactifs.', 'substantive negation-changed'],
  ['Ces fichiers sont lisibles.', 'Ces fichiers sont illisibles.', 'substantive negation-changed'],
  ['Ces pages sont personnelles.', 'Ces pages sont impersonnelles.', 'substantive negation-changed'],
  ['Ces fichiers sont limités.', 'Ces fichiers sont illimités.', 'substantive duration-changed'],
  ['Les adresses sont connues.', 'Les adresses sont inconnues.', 'substantive negation-changed'],
  ['Ces pages sont légales.', 'Ces pages sont illégales.', 'substantive negation-changed'],
  ["Le cookie est posé à l'arrivée.", "Le cookie est imposé à l'arrivée.", 'wording text-reworded'],
  ['La formation est courte.', "L'information est courte.", 'wording text-reworded'],
  // States
  ['La case est cochée.', 'La case est décochée.', 'substantive consent-changed'],
  [
    "Le bouton est activé à l'arrivée.",
    "Le bouton est désactivé à l'arrivée.",
    'substantive consent-changed',
  ],
  // How often, how much
  ['Ils sont rarement lus.', 'Ils sont souvent lus.', 'substantive scope-changed'],
  ['Ils sont toujours lus.', 'Ils sont parfois lus.', 'substantive scope-changed'],
  ['La plupart des pages en posent.', 'Peu de pages en posent.', 'substantive scope-changed'],
  ['Beaucoup de pages en posent.', 'Peu de pages en posent.', 'substantive scope-changed'],
  ['De nombreux sites en posent.', 'De multiples sites en posent.', 'wording text-reworded'],
  // When
  ['Le fichier arrive après votre choix.', 'Le fichier arrive dès votre choix.', 'substantive scope-changed'],
  ['Le fichier arrive avant le choix.', 'Le fichier arrive dès le choix.', 'substantive scope-changed'],
  // Who
  ['Nous choisissons les pages.', 'Vous choisissez les pages.', 'substantive party-changed'],
  ['Le choix est fait par nous.', 'Le choix est fait par vous.', 'substantive party-changed'],
  ['Écrivez à notre adresse.', 'Écrivez à votre adresse.', 'substantive party-changed'],
  ['Nous utilisons des cookies.', 'Le portail utilise des cookies.', 'wording text-reworded'],
  // Full or cut, public or private, for ever
  ["L'adresse IP est tronquée.", "L'adresse IP est complète.", 'substantive anonymity-changed'],
  ['La liste complète est ici.', 'La liste est ici.', 'wording text-reworded'],
  ['Ces pages sont publiques.', 'Ces pages sont privées.', 'substantive transfer-changed'],
  ['Nous respectons votre vie privée.', 'Nous respectons la vie privée.', 'wording text-reworded'],
  ['Ils restent 13 mois.', 'Ils restent pour toujours.', 'substantive duration-changed'],
  // Other trackers
  [
    'Le portail utilise des cookies.',
    'Le portail utilise des cookies et des pixels.',
    'substantive storage-changed',
  ],
  ['Le portail utilise des pixels.', 'Le portail utilise des balises web.', 'substantive storage-changed'],
  ['Le portail utilise des cookies.', 'Le portail utilise le stockage local.', 'substantive storage-changed'],
  ['Le portail utilise des cookies.', 'Le portail utilise une empreinte.', 'substantive storage-changed'],
  ['Le portail utilise des cookies.', 'Le portail utilise un SDK.', 'substantive storage-changed'],
  // Price
  ["L'accès est gratuit.", "L'accès est payant.", 'substantive consent-changed'],
  ["L'accès est libre.", "L'accès demande un abonnement.", 'substantive consent-changed'],
];

export const englishTraps: readonly Pair[] = [
  ['This is a notable cookie.', 'This is a not able cookie.', 'substantive negation-changed'],
  ['The data goes nowhere.', 'The data goes now here.', 'wording text-reworded'],
  ['They read the US pages.', 'They read the us pages.', 'wording text-reworded'],
  ['You may refuse them.', 'You may refuse them?', 'wording text-reworded'],
  // Words and their contraries
  ['This use is lawful.', 'This use is unlawful.', 'substantive negation-changed'],
  ['They are treated fairly.', 'They are treated unfairly.', 'substantive negation-changed'],
  ['Scripts are allowed.', 'Scripts are disallowed.', 'substantive negation-changed'],
  ['The files are identified.', 'The files are de-identified.', 'substantive negation-changed'],
  ['They are imported by the site.', 'They are ported by the site.', 'wording text-reworded'],
  // States
  ['The option is switched on.', 'The option is switched off.', 'substantive consent-changed'],
  ['The option is on.', 'The option is off.', 'substantive refusal-changed'],
  ['Scripts are enabled.', 'Scripts are disabled.', 'substantive consent-changed'],
  // How often, how much
  ['They are rarely opened.', 'They are often opened.', 'substantive scope-changed'],
  ['They are hardly opened.', 'They are opened.', 'substantive scope-changed'],
  ['They are seldom opened.', 'They are rarely opened.', 'wording text-reworded'],
  ['Few pages set them.', 'Many pages set them.', 'substantive scope-changed'],
  ['Most pages set them.', 'Few pages set them.', 'substantive scope-changed'],
  ['We reply to questions.', 'We fail to reply to questions.', 'substantive scope-changed'],
  // When
  ['They are set after your visit.', 'They are set as soon as you visit.', 'substantive scope-changed'],
  ['They stay until you leave.', 'They stay after you leave.', 'substantive scope-changed'],
  // Who
  ['We choose the pages.', 'You choose the pages.', 'substantive party-changed'],
  ['They stay on our pages.', 'They stay on your pages.', 'substantive party-changed'],
  ['On these pages we use cookies.', 'On these pages the portal uses cookies.', 'wording text-reworded'],
  // Full or cut, public or private, for ever
  ['Your partial IP address is seen.', 'Your full IP address is seen.', 'substantive anonymity-changed'],
  ['These pages are public.', 'These pages are private.', 'substantive transfer-changed'],
  ['They stay for 13 months.', 'They stay forever.', 'substantive duration-changed'],
  // Other trackers, price
  ['The portal uses cookies.', 'The portal uses cookies and web beacons.', 'substantive storage-changed'],
  ['The portal uses cookies.', 'The portal uses fingerprinting.', 'substantive storage-changed'],
  ['The portal uses cookies.', 'The portal uses local storage.', 'substantive storage-changed'],
  ['The site is free.', 'The site is paid.', 'substantive consent-changed'],
  ['You are free to leave.', 'You may leave.', 'wording text-reworded'],
];
