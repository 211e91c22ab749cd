/** What a data officer would throw at the classes, in French: two texts, the class and the rule that must come out. */
export type Pair = readonly [a: string, b: string, verdict: string];

export const frenchPairs: readonly Pair[] = [
  // Durations, numbers, dates
  ['Conservés < 6 mois.', 'Conservés > 6 mois.', 'substantive number-changed'],
  ['Conservés ≤ 13 mois.', 'Conservés 13 mois.', 'substantive number-changed'],
  ['Conservés (- de 13 mois).', 'Conservés (+ de 13 mois).', 'substantive number-changed'],
  ['Conservés (- de 13 mois).', 'Conservés (− de 13 mois).', 'typographic spelling-form'],
  [
    'Les cookies sont conservés 13 mois.',
    'Les cookies sont conservés 25 mois.',
    'substantive duration-changed',
  ],
  [
    'Les cookies sont conservés treize mois.',
    'Les cookies sont conservés six mois.',
    'substantive duration-changed',
  ],
  [
    'Les cookies sont conservés treize mois.',
    'Les cookies sont conservés 13 mois.',
    'wording duration-rewritten',
  ],
  ['Leur durée de vie est de 12 mois.', 'Leur durée de vie est de 1 an.', 'wording duration-rewritten'],
  ['Leur durée de vie est de 13 mois.', 'Leur durée de vie est de 395 jours.', 'wording duration-rewritten'],
  [
    'Leur durée de vie est de 13 mois.',
    'Leur durée de vie est de 400 jours.',
    'substantive duration-changed',
  ],
  [
    'Leur durée de vie est de 13 mois.',
    'Leur durée de vie est de treize (13) mois.',
    'wording duration-rewritten',
  ],
  [
    'Conservé 13 mois puis archivé 25 mois.',
    'Conservé 25 mois puis archivé 13 mois.',
    'substantive duration-changed',
  ],
  [
    'Ce cookie de mesure expire à la fin de la session.',
    "Ce cookie de mesure expire au bout d'un an.",
    'substantive duration-changed',
  ],
  [
    'Ce cookie est conservé pour la durée de la session.',
    'Ce cookie est conservé.',
    'substantive duration-changed',
  ],
  ["Conservé jusqu'à 13 mois.", 'Conservé 13 mois.', 'substantive scope-changed'],
  ['Conservé 13 mois.', 'Conservé 13 mois maximum.', 'substantive scope-changed'],
  ['Conservé au plus 13 mois.', 'Conservé au moins 13 mois.', 'substantive scope-changed'],
  ['Nous avons 3 partenaires.', 'Nous avons 12 partenaires.', 'substantive number-changed'],
  ['Nous avons trois partenaires.', 'Nous avons 3 partenaires.', 'wording text-reworded'],
  ['50 % des visites sont suivies.', '80 % des visites sont suivies.', 'substantive number-changed'],
  ['Applicable depuis le 25 mai 2018.', 'Applicable depuis le 26 mai 2018.', 'substantive date-changed'],
  ['Applicable depuis le 25 mai 2018.', 'Applicable depuis le 25/05/2018.', 'wording text-reworded'],
  ['Dernière mise à jour le 25 mai 2018.', 'Dernière mise à jour le 12 mars 2021.', 'wording text-reworded'],
  [
    'Nous en posons sur notre site Internet et nos applications.',
    'Nous en posons sur notre site Internet, nos communications électroniques et nos applications.',
    'substantive scope-changed',
  ],
  [
    'Nous relevons votre navigateur et votre système.',
    'Nous relevons votre navigateur, votre position et votre système.',
    'substantive scope-changed',
  ],
  ['Ils gardent votre langue.', 'Ils gardent votre langue et votre panier.', 'substantive scope-changed'],
  [
    'Ils gardent votre langue.',
    'Ils gardent votre langue, votre panier ou vos envies.',
    'substantive scope-changed',
  ],
  [
    'Ils fournissent les services demandés, ainsi que l’aide par robot.',
    'Ils fournissent les services demandés.',
    'substantive scope-changed',
  ],
  // An aside, a word said twice, a small word: nothing is added to a list.
  ['Nous en posons ici.', 'Nous en posons, bien entendu, ici.', 'wording text-reworded'],
  ['Ils gardent votre langue.', 'Ils gardent votre langue, et cette langue-ci.', 'wording text-reworded'],
  ['Ils gardent la langue et le lieu.', 'Ils gardent la langue et puis le lieu.', 'wording text-reworded'],
  ['Date de modification: 11/07/2025', 'Date de modification: 05/09/2025', 'wording text-reworded'],
  [
    'Cette politique a été mise à jour pour la dernière fois le 1er avril 2021.',
    'Cette politique a été mise à jour pour la dernière fois le 26 septembre 2024.',
    'wording text-reworded',
  ],
  ['2. Les cookies utilisés', '3. Les cookies utilisés', 'wording text-reworded'],
  // Negations
  [
    "Ils ne requièrent pas de consentement de la part de l'utilisateur.",
    "Ils ne requièrent de consentement de la part de l'utilisateur.",
    'substantive negation-changed',
  ],
  [
    "Ils ne requièrent pas de consentement de la part de l'utilisateur.",
    "Ils requièrent un consentement de la part de l'utilisateur.",
    'substantive negation-changed',
  ],
  [
    'Ils ne sont jamais partagés et ne requièrent pas de consentement.',
    'Ils ne sont jamais partagés et requièrent un consentement.',
    'substantive negation-changed',
  ],
  [
    "Lorsque les statistiques sont anonymes (c'est-à-dire ne permettent pas de retrouver une personne), le consentement de l'utilisateur n'est pas nécessaire.",
    "Lorsque les statistiques sont anonymes (c'est-à-dire ne permettent pas de retrouver une personne), le consentement de l'utilisateur est nécessaire.",
    'substantive negation-changed',
  ],
  [
    "Lorsque les statistiques sont anonymes (c'est-à-dire ne permettent pas de retrouver une personne), le consentement de l'utilisateur n'est pas nécessaire.",
    "Lorsque les statistiques sont anonymes (c'est-à-dire permettent de retrouver une personne), le consentement de l'utilisateur n'est pas nécessaire.",
    'substantive negation-changed',
  ],
  [
    "L'accord n'est pas nécessaire pour les cookies internes mais est nécessaire pour les autres.",
    "L'accord est nécessaire pour les cookies internes mais n'est pas nécessaire pour les autres.",
    'substantive negation-changed',
  ],
  [
    'Ils sont déposés avec votre accord.',
    'Ils sont déposés sans votre accord.',
    'substantive negation-changed',
  ],
  [
    'Ils ne sont pas déposés avec votre accord.',
    'Ils sont déposés sans votre accord.',
    'substantive negation-changed',
  ],
  ["Aucun cookie n'est déposé.", 'Un cookie est déposé.', 'substantive negation-changed'],
  ['Vos données ne sont plus conservées.', 'Vos données sont conservées.', 'substantive negation-changed'],
  ['Vos données ne sont pas conservées.', 'Vos données ne sont jamais conservées.', 'wording text-reworded'],
  [
    "Ils n'ont pas besoin de consentement.",
    'Ils ont besoin de consentement.',
    'substantive negation-changed',
  ],
  [
    'Les cookies non nécessaires sont déposés.',
    'Les cookies nécessaires sont déposés.',
    'substantive negation-changed',
  ],
  [
    "Les cookies ne sont déposés qu'avec votre accord.",
    'Les cookies sont déposés avec votre accord.',
    'substantive scope-changed',
  ],
  [
    "Les cookies ne sont déposés qu'avec votre accord.",
    'Les cookies sont déposés uniquement avec votre accord.',
    'wording text-reworded',
  ],
  // Modals
  ['Le site peut déposer des cookies.', 'Le site doit déposer des cookies.', 'substantive modal-changed'],
  ['Le site peut déposer des cookies.', 'Le site dépose des cookies.', 'substantive modal-changed'],
  ['Le site peut déposer des cookies.', 'Le site pourra déposer des cookies.', 'wording text-reworded'],
  [
    'Vous pouvez refuser les cookies.',
    'Vous avez la possibilité de refuser les cookies.',
    'wording text-reworded',
  ],
  ['Vous pouvez refuser les cookies.', 'Vous devez refuser les cookies.', 'substantive modal-changed'],
  [
    'Ces cookies peuvent être lus et doivent être effacés.',
    'Ces cookies doivent être lus et peuvent être effacés.',
    'substantive modal-changed',
  ],
  ['Ces données peut-être partagées.', 'Ces données peut être partagées.', 'substantive modal-changed'],
  // Anonymity
  ['Les statistiques sont anonymes.', 'Les statistiques sont pseudonymes.', 'substantive anonymity-changed'],
  [
    'Les données sont anonymisées puis étudiées.',
    'Les données sont étudiées.',
    'substantive anonymity-changed',
  ],
  ['Les données sont rendues anonymes.', 'Les données sont anonymisées.', 'wording text-reworded'],
  // Purposes
  [
    'tracer votre navigation pour des finalités statistiques ou publicitaires, etc.',
    'tracer votre navigation pour des finalités statistiques, etc.',
    'substantive purposes-changed',
  ],
  ['Ces cookies sont statistiques.', 'Ces cookies sont publicitaires.', 'substantive purposes-changed'],
  [
    'Ils servent à des finalités statistiques ou publicitaires.',
    'Ils servent à des finalités publicitaires ou statistiques.',
    'wording text-reworded',
  ],
  [
    'Les cookies statistiques sont exemptés ; les cookies publicitaires et statistiques sont soumis à accord.',
    'Les cookies statistiques sont exemptés ; les cookies publicitaires sont soumis à accord.',
    'substantive purposes-changed',
  ],
  [
    'Les cookies statistiques sont toujours actifs, les cookies publicitaires demandent un accord.',
    'Les cookies publicitaires sont toujours actifs, les cookies statistiques demandent un accord.',
    'substantive purposes-changed',
  ],
  [
    "Ils mesurent l'audience.",
    "Ils mesurent l'audience et affichent de la publicité.",
    'substantive purposes-changed',
  ],
  // Necessity and scope
  [
    'Les cookies strictement nécessaires sont déposés.',
    'Les cookies nécessaires sont déposés.',
    'substantive scope-changed',
  ],
  [
    'Les cookies nécessaires sont déposés.',
    'Les cookies indispensables sont déposés.',
    'wording text-reworded',
  ],
  [
    'Cookies nécessaires au bon fonctionnement de la plateforme / cookies fonctionnels',
    'Cookies nécessaires au bon fonctionnement du portail',
    'wording text-reworded',
  ],
  [
    'Les cookies nécessaires sont déposés.',
    'Les cookies facultatifs sont déposés.',
    'substantive necessity-changed',
  ],
  ['Les cookies nécessaires sont déposés.', 'Les cookies sont déposés.', 'substantive necessity-changed'],
  [
    'Les cookies sont nécessaires au fonctionnement.',
    'Les cookies sont utiles au fonctionnement.',
    'substantive necessity-changed',
  ],
  ['Conservation : 13 mois', 'Conservation : 13 mois renouvelables', 'substantive storage-changed'],
  // Hedges: a promise that holds almost, mostly, soon or where it can
  [
    'Les données ne sont pas transmises.',
    'En principe, les données ne sont pas transmises.',
    'substantive scope-changed',
  ],
  [
    'Les adresses sont anonymisées.',
    'Les adresses sont anonymisées dans la mesure du possible.',
    'substantive scope-changed',
  ],
  ['Les adresses sont anonymisées.', 'Les adresses sont quasiment anonymisées.', 'substantive scope-changed'],
  ['Les adresses sont anonymisées.', 'Les adresses seront bientôt anonymisées.', 'substantive scope-changed'],
  [
    'Le portail dépose ces cookies.',
    "Le portail dépose ces cookies et d'autres.",
    'substantive scope-changed',
  ],
  ['Vous pouvez refuser.', 'Vous pouvez refuser une fois par an.', 'substantive scope-changed'],
  [
    "Le refus est aussi simple que l'acceptation.",
    "Le refus est moins simple que l'acceptation.",
    'substantive scope-changed',
  ],
  [
    'Le site respecte le signal « Do Not Track ».',
    'Le site ignore le signal « Do Not Track ».',
    'substantive refusal-changed',
  ],
  [
    "Le consentement de l'utilisateur n'est pas nécessaire.",
    "Le consentement de l'utilisateur n'est pas requis.",
    'wording text-reworded',
  ],
  ['Tous les cookies sont effacés.', 'Certains cookies sont effacés.', 'substantive scope-changed'],
  ['Les cookies sont effacés.', 'Les cookies sont effacés, sauf exception.', 'substantive scope-changed'],
  ['Ils servent uniquement au site.', 'Ils servent au site.', 'substantive scope-changed'],
  [
    'Ils sont déposés avant votre accord.',
    'Ils sont déposés après votre accord.',
    'substantive scope-changed',
  ],
  [
    'Si vous acceptez, ils sont déposés.',
    'Lorsque vous acceptez, ils sont déposés.',
    'wording text-reworded',
  ],
  // Consent, refusal
  ['Ils sont déposés avec votre accord.', 'Ils sont déposés.', 'substantive consent-changed'],
  [
    'Ils sont déposés avec votre accord.',
    'Ils sont déposés avec votre consentement.',
    'wording text-reworded',
  ],
  [
    'Ils demandent un consentement préalable.',
    'Ils demandent un consentement.',
    'substantive consent-changed',
  ],
  ['Le système est en opt-in.', 'Le système est en opt-out.', 'substantive consent-changed'],
  ['Vous pouvez accepter les cookies.', 'Vous pouvez refuser les cookies.', 'substantive consent-changed'],
  [
    'Vous pouvez retirer votre accord à tout moment.',
    'Vous pouvez retirer votre accord.',
    'substantive refusal-changed',
  ],
  ['Vous pouvez vous y opposer.', 'Vous pouvez les refuser.', 'substantive refusal-changed'],
  ['La poursuite de votre navigation vaut accord.', 'Votre clic vaut accord.', 'substantive consent-changed'],
  // Parties
  [
    'Les cookies dits « tiers », « tierce partie » ou « third party » sont des cookies déposés par un autre site.',
    'Les cookies dits « tiers » ou « third party » sont des cookies déposés par un autre site.',
    'wording text-reworded',
  ],
  [
    'Les cookies sont lus par le site.',
    'Les cookies sont lus par le site et des tiers.',
    'substantive party-changed',
  ],
  ['Ils sont lus par nos prestataires.', 'Ils sont lus par nos partenaires.', 'substantive party-changed'],
  ['Ils sont lus par la plateforme.', 'Ils sont lus par la plateforme et Google.', 'substantive party-named'],
  [
    'Ils sont lus par la plateforme.',
    'Ils sont lus par la plateforme et Acmestat.',
    'substantive party-named',
  ],
  ['La plateforme dépose des cookies.', 'Google dépose des cookies.', 'substantive party-named'],
  ['Ils sont lus ici.', 'Ils sont lus ici et sur stats.acme.io.', 'substantive party-named'],
  ['Notre Portail utilise des cookies.', 'Notre portail utilise des cookies.', 'typographic letter-case'],
  [
    '[Gestion des cookies](https://ville.example/cookies.html?chash=e18cc7e4#)',
    '[Gestion des cookies](https://ville.example/cookies.html?_ga=2.13-44.16#)',
    'typographic address-traced',
  ],
  [
    '[Gestion](https://ville.example/c?page=3&utm_source=lettre&utm_medium=mail)',
    '[Gestion](https://ville.example/c?page=3)',
    'typographic address-traced',
  ],
  [
    'Voulez-vous ? Voir [la page](https://ville.example/c?utm_source=a)',
    'Voulez-vous. Voir [la page](https://ville.example/c?utm_source=b)',
    'wording text-reworded',
  ],
  [
    '[Gestion](https://ville.example/c?page=3&utm_source=lettre)',
    '[Gestion](https://ville.example/c?page=4&utm_source=lettre)',
    'substantive link-target-changed',
  ],
  [
    'Écrivez à [[email protected]](https://ville.example/cdn-cgi/l/email-protection).',
    'Écrivez à vie.privee@ville.example.',
    'typographic address-masked',
  ],
  [
    'Écrivez à [[email protected]](https://ville.example/cdn-cgi/l/email-protection).',
    'Écrivez à la mairie.',
    'substantive data-kinds-changed',
  ],
  // Transfer, data, storage
  ['Vos données sont étudiées.', 'Vos données sont étudiées et partagées.', 'substantive transfer-changed'],
  [
    "Vos données sont traitées dans l'Union européenne.",
    "Vos données sont traitées hors de l'Union européenne.",
    'substantive transfer-changed',
  ],
  ['Vos données sont transmises.', 'Vos données sont communiquées.', 'wording text-reworded'],
  ['Vos données sont vendues.', 'Vos données sont partagées.', 'substantive transfer-changed'],
  [
    'Nous collectons votre adresse IP.',
    'Nous collectons votre adresse IP et votre localisation.',
    'substantive data-kinds-changed',
  ],
  [
    'Ils collectent des données personnelles.',
    'Ils collectent des données à caractère personnel.',
    'wording text-reworded',
  ],
  [
    'Le site peut lire ces informations.',
    'Le site peut enregistrer ces informations.',
    'substantive storage-changed',
  ],
  [
    "Ils permettent d'enregistrer un panier.",
    'Ils permettent de sauvegarder un panier.',
    'wording text-reworded',
  ],
  // Legal references
  ["Selon l'article 82 de la loi.", "Selon l'article 6 de la loi.", 'substantive legal-reference-changed'],
  ["Selon l'article 82 de la loi.", "Selon l'art. 82 de la loi.", 'wording text-reworded'],
  ['Conformément au RGPD, ils sont effacés.', 'Ils sont effacés.', 'substantive legal-reference-changed'],
  // Cookie names and links
  ['Le cookie _ga est déposé.', 'Le cookie _gid est déposé.', 'substantive cookie-name-changed'],
  [
    'Voir [notre page](https://data.autre.fr/a).',
    'Voir [notre page](https://data.autre.fr/b).',
    'substantive link-target-changed',
  ],
  [
    'Voir [notre page](https://data.autre.fr/a).',
    'Voir [notre page](https://data.autre.fr/a/).',
    'typographic punctuation',
  ],
  [
    'Voir [notre page](http://data.autre.fr/a).',
    'Voir [notre page](https://data.autre.fr/a).',
    'wording text-reworded',
  ],
  [
    'A quoi servent les cookies sur https://data.example.fr',
    'A quoi servent les cookies sur https://data.ailleurs.fr',
    'substantive foreign-address',
  ],
  // Rewording
  [
    'Afin de vous proposer le meilleur service possible nous utilisons des cookies pour assurer son bon fonctionnement.',
    'Afin de vous proposer le meilleur service possible, le portail utilise des cookies pour assurer son bon fonctionnement.',
    'wording text-reworded',
  ],
  [
    'Un "cookie" est une suite d\'informations, généralement de petite taille.',
    'Un "cookie" est un fichier texte qui contient une suite d\'informations, généralement de petite taille.',
    'wording text-reworded',
  ],
  [
    'A quoi servent les cookies sur la plateforme https://data.example.fr',
    'A quoi servent les cookies sur le portail https://data.example.fr ?',
    'wording text-reworded',
  ],
  [
    'Il existe plusieurs types de cookies :',
    'Il existe différents types de cookies :',
    'wording text-reworded',
  ],
  ['Votre navigateur web le gardera.', 'Votre navigateur web le conservera.', 'wording text-reworded'],
  ['Bienvenue sur notre site.', 'Bienvenue sur notre portail.', 'wording text-reworded'],
  // Form
  ['A quoi\u00a0servent les cookies ?', 'A quoi servent les cookies ?', 'typographic spaces'],
  ["L'utilisateur est informé.", 'L’utilisateur est informé.', 'typographic quotes'],
  ['Un "cookie" est petit.', 'Un «\u00a0cookie\u00a0» est petit.', 'typographic quotes'],
  ["Qu'est ce qu'un cookie ?", "Qu'est-ce qu'un cookie ?", 'typographic spelling-form'],
  ['Vous vous y re-connecterez.', 'Vous vous y reconnecterez.', 'typographic spelling-form'],
  [
    'Les cookies « nécessaires » sont internes.',
    'Les cookies « **nécessaires** » sont internes.',
    'typographic emphasis',
  ],
  ['Ils sont petits, légers et utiles.', 'Ils sont petits, légers, et utiles.', 'typographic punctuation'],
  ['A quoi servent-ils ?', 'À quoi servent-ils ?', 'typographic spelling-form'],
  ['opt-in', 'opt in', 'typographic spelling-form'],
  // Assorted
  [
    'Les cookies sont déposés sauf si vous les refusez.',
    'Les cookies sont déposés si vous les refusez.',
    'substantive scope-changed',
  ],
  [
    'Ces données sont partagées avec nos partenaires.',
    'Ces données sont étudiées avec nos partenaires.',
    'substantive transfer-changed',
  ],
  ['Le consentement est obligatoire.', 'Le consentement est facultatif.', 'substantive necessity-changed'],
  [
    "Vos données ne sont pas partagées hors de l'UE.",
    "Vos données sont partagées hors de l'UE.",
    'substantive negation-changed',
  ],
  [
    'Les cookies tiers sont soumis à votre accord.',
    'Les cookies internes sont soumis à votre accord.',
    'substantive party-changed',
  ],
  ['Vous pouvez refuser tous les cookies.', 'Vous pouvez refuser les cookies.', 'substantive scope-changed'],
  [
    'Vous pouvez refuser les cookies en un clic.',
    'Vous pouvez refuser les cookies en deux clics.',
    'substantive number-changed',
  ],
  [
    'Les cookies sont conservés pendant six mois.',
    'Les cookies sont conservés pendant douze mois.',
    'substantive duration-changed',
  ],
  ['Ils ne sont conservés que six mois.', 'Ils sont conservés six mois.', 'substantive scope-changed'],
  [
    'Sans action de votre part, les cookies sont refusés.',
    'Sans action de votre part, les cookies sont acceptés.',
    'substantive consent-changed',
  ],
  [
    'Le délégué à la protection des données répond à vos demandes.',
    'Le service client répond à vos demandes.',
    'substantive party-changed',
  ],
  [
    'Les cookies sont désactivés par défaut.',
    'Les cookies sont activés par défaut.',
    'substantive consent-changed',
  ],
  [
    "Ces cookies n'ont pas d'incidence sur votre vie privée.",
    'Ces cookies ont une incidence sur votre vie privée.',
    'substantive negation-changed',
  ],
  [
    'Les cookies sont lus par Matomo.',
    'Les cookies sont lus par Google Analytics.',
    'substantive purposes-changed',
  ],
  [
    'Vos données sont hébergées en France.',
    'Vos données sont hébergées aux États-Unis.',
    'substantive transfer-changed',
  ],
  [
    "Les cookies de mesure d'audience sont exemptés de consentement.",
    "Les cookies de mesure d'audience sont soumis à consentement.",
    'substantive consent-changed',
  ],
  ["Le refus n'a aucune conséquence.", 'Le refus a des conséquences.', 'substantive negation-changed'],
  ["Il n'est pas possible de refuser.", 'Il est possible de refuser.', 'substantive negation-changed'],
  [
    'Les données sont conservées un an au maximum.',
    'Les données sont conservées un an au minimum.',
    'substantive scope-changed',
  ],
  [
    'Les cookies statistiques et publicitaires sont déposés.',
    'Les cookies statistiques ou publicitaires sont déposés.',
    'wording text-reworded',
  ],
  ["Aucune donnée n'est vendue ni louée.", "Aucune donnée n'est vendue.", 'substantive negation-changed'],
  [
    'Le site et ses partenaires déposent des cookies.',
    'Le site et ses sous-traitants déposent des cookies.',
    'substantive party-changed',
  ],
  [
    'Ces données sont supprimées après 13 mois.',
    'Ces données sont conservées après 13 mois.',
    'substantive refusal-changed',
  ],
  ['Les cookies sont systématiquement déposés.', 'Les cookies sont déposés.', 'substantive scope-changed'],
  [
    'Nous recueillons votre nom et votre adresse.',
    'Nous recueillons votre nom, votre adresse et votre religion.',
    'substantive data-kinds-changed',
  ],
  [
    'Ces cookies servent à la sécurité du site.',
    'Ces cookies servent à la publicité du site.',
    'substantive purposes-changed',
  ],
  [
    'Vous devez donner votre accord explicite.',
    'Vous devez donner votre accord implicite.',
    'substantive consent-changed',
  ],
  ['Ces données sont accessibles à des tiers.', 'Ces données sont accessibles.', 'substantive party-changed'],
  [
    'Ils sont utilisés par le site de la mairie.',
    'Ils sont utilisés par le site de la mairie et par Facebook.',
    'substantive party-named',
  ],
  [
    'Pour en savoir plus, consultez notre page.',
    'Si vous souhaitez en savoir plus, consultez notre page.',
    'wording text-reworded',
  ],
  [
    "Les cookies ont de multiples usages : ils peuvent servir à mémoriser votre identifiant client auprès d'un site marchand.",
    "Les cookies ont plusieurs usages : ils peuvent servir à retenir votre identifiant client auprès d'un site de commerce.",
    'wording text-reworded',
  ],
  [
    "Nous utilisons des cookies afin d'assurer le bon fonctionnement du site.",
    'Des cookies sont utilisés pour assurer le bon fonctionnement du site.',
    'wording text-reworded',
  ],
  [
    'Un cookie est un petit fichier déposé sur votre terminal.',
    'Un cookie est un petit fichier texte déposé sur votre terminal.',
    'wording text-reworded',
  ],
  [
    "Les cookies permettent de suivre les actions d'un internaute sur un site web.",
    "Les cookies servent à suivre les actions d'un visiteur sur un site web.",
    'wording text-reworded',
  ],
  [
    'Vous trouverez ci-dessous la liste des cookies.',
    'La liste des cookies figure ci-après.',
    'wording text-reworded',
  ],
  [
    'Ils peuvent être déposés en plus des cookies nécessaires.',
    'Ils peuvent être déposés en complément des cookies nécessaires.',
    'wording text-reworded',
  ],
  [
    'cela permet au site B de voir quelles pages ont été visitées sur le site A par un utilisateur et de collecter des informations sur lui.',
    'cela permet au site B de savoir quelles pages ont été visitées sur le site A par un internaute et de recueillir des informations sur lui.',
    'wording text-reworded',
  ],
  [
    "Le consentement de l'utilisateur n'est pas nécessaire.",
    "L'accord de l'utilisateur n'est pas requis.",
    'wording text-reworded',
  ],
  [
    'Votre navigateur web le conservera pendant une certaine durée, et le renverra au serveur web chaque fois que vous vous y reconnecterez.',
    'Votre navigateur le gardera pendant un certain temps et le renverra au serveur à chaque fois que vous vous y reconnecterez.',
    'wording text-reworded',
  ],
  [
    'Vous pouvez à tout moment gérer vos cookies.',
    'Vous pouvez gérer vos cookies à tout moment.',
    'wording text-reworded',
  ],
  [
    'Pendant 13 mois, le cookie est conservé.',
    'Le cookie est conservé pendant 13 mois.',
    'wording text-reworded',
  ],
  [
    'Cette page vous informe sur les cookies.',
    'La présente page vous informe sur les cookies.',
    'wording text-reworded',
  ],
  [
    'Nous respectons votre vie privée.',
    'Le respect de votre vie privée est important.',
    'wording text-reworded',
  ],
  ['Pour toute question, écrivez-nous.', 'Pour toute question, contactez-nous.', 'wording text-reworded'],
  [
    'Le site de la Mairie utilise des cookies.',
    'Le site de la mairie utilise des cookies.',
    'typographic letter-case',
  ],
  ['Notre politique évolue régulièrement.', 'Notre politique peut évoluer.', 'substantive modal-changed'],
];
