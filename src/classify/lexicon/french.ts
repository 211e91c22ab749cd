/** French words of cookie law, by concept. */
import type { Lexicon } from './lexicon.ts';

export const french: Lexicon = {
  language: 'fr',
  groups: {
    party: {
      'third-party':
        'tiers, tierce*, third part*, site externe, sites externes, societe* externe*, entite* externe*, acteur* externe*, service* externe*',
      partners: 'partenaire*, partenariat*',
      provider: 'prestataire*, fournisseur*',
      processor: 'sous traitan*',
      'ad-network': 'regie*, annonceur*',
      affiliates: 'filiale*, affilie*, groupe, societes du groupe',
      recipients: 'destinataire*',
      authorities: 'autorite*',
      controller: 'responsable* de traitement, responsable* du traitement, responsable* conjoint*',
      dpo: 'delegue* a la protection des donnees, dpo, dpd',
      'first-party': 'interne, internes, first part*, premiere partie, proprietaire*, propres cookies',
    },
    consent: {
      consent: 'consent*, accord, accords, accept*, autoris*, opt in, approuv*, approbation',
      prior: 'prealable*',
      explicit: 'explicit*, expres, expresse*, univoque*, sans equivoque, non equivoque',
      implied:
        'implicit*, tacite*, presume*, repute, reputee*, en poursuivant, en continuant, poursuite de ~ navigation, poursuivez ~ navigation, poursuivre ~ navigation, continuer a naviguer, continuez a naviguer',
      exempt: 'exempt*, dispens*',
      default: 'par defaut, precoch*, pre coch*',
      enable:
        'activer, activez, active, activee*, actives, activation, coche, cochee*, coches, cocher, cochez',
      'legitimate-interest': 'interet* legitime*',
    },
    data: {
      personal:
        'donnee* personnelle*, donnee* a caractere personnel, information* personnelle*, information* a caractere personnel, caractere personnel',
      ip: 'adresse* ip, ip',
      identifiers: 'identifiant*',
      credentials: 'identifiant* de connexion, identifiant* d authentification, nom d utilisateur',
      password: 'mot* de passe',
      location: 'geolocalis*, localisation, position geographique, donnees de position',
      email:
        'adresse* electronique*, adresse* e mail, adresse* email, adresse* mail, courriel*, e mail*, email*',
      name: 'nom et prenom, noms et prenoms, nom de famille, prenom*, votre nom, vos noms',
      phone: 'telephon*',
      browsing:
        'navigation, historique*, pages visitees, pages vues, pages consultees, parcours, comportement*, habitude*, actions d un internaute, actions d un visiteur, actions d un utilisateur, actions de l internaute, actions de l utilisateur, actions du visiteur, actions des internautes, actions des utilisateurs, actions des visiteurs, clics',
      device:
        'terminal, terminaux, appareil*, equipement terminal, equipements terminaux, ordinateur*, smartphone*, tablette*',
      health: 'sante, medica*',
      sensitive:
        'sensible*, biometri*, genetique*, opinion*, religi*, orientation sexuelle, ethnique*, racia*, syndica*',
      payment: 'bancaire*, carte de credit, carte de paiement, paiement*',
      minors: 'mineur, mineurs, enfant*',
      demographics: 'age, date de naissance, sexe, sociodemographi*, socio demographi*, demographi*',
      interests: 'centre* d interet*',
    },
    purposes: {
      statistics: 'statisti*, analytique*, analytics, analytic',
      audience:
        'audience*, frequentation, trafic, mesurer, mesure d audience, mesures d audience, mesure de l audience, mesure de frequentation, nombre de visites, nombre de visiteurs',
      advertising: 'publicit*, pub, pubs, annonce, annonces',
      targeting: 'cibl*, recibl*, retargeting, remarketing',
      marketing: 'marketing, prospection*, prospect*, commercial*, promotionnel*',
      profiling: 'profil*',
      tracking: 'tracer, tracage, trace, tracent, pister, pistage, suivre, suivi, suivis, tracking',
      social: 'reseaux sociaux, reseau social, medias sociaux, bouton* de partage, partage* social*',
      personalisation: 'personnalis*, cookie* de preference*, sur mesure',
      security: 'securi*, fraud*, csrf, mesure* de securite',
      authentication: 'authentifi*, connexion*',
      performance: 'performance*',
      improvement: 'amelior*, optimis*',
      research: 'recherche scientifique, fins de recherche, recherches scientifiques',
      testing: 'test* a b, a b test*',
    },
    necessity: {
      necessary: 'necessaire, necessaires, indispensable*, essentiel, essentiels, essentielle, essentielles',
      functional:
        'fonctionnel*, fonctionnement, bon fonctionnement, cookie* technique*, traceur* technique*, cookie* de fonctionnalite*',
      required:
        'consentement ~ necessaire, accord ~ necessaire, autorisation ~ necessaire, requi*, requer*, necessite, necessitent, necessiter, exige, exigent, exiger, exigee*, exiges, obligatoire*, besoin',
      optional: 'facultati*, optionnel*, superflu*, inutile*',
    },
    anonymity: {
      anonymous: 'anonym*',
      pseudonymous: 'pseudonym*',
      aggregated: 'agreg*',
      identifying:
        'identifiable*, reidentifi*, re identifi*, nominati*, retrouver une personne, vous identifier',
      truncated: 'tronqu*, partiel*, masque*, masquage, raccourci*',
      full: 'ip complete*, adresse* ~ complete*, donnee* ~ complete*, identifiant* ~ complet*, ip integral*, adresse* ~ integral*, donnee* ~ integral*',
      encrypted: 'chiffree*, chiffrement, chiffrer, crypt*, hache, haches, hachee*, hachage',
    },
    transfer: {
      share:
        'partag*, transm*, communique, communiquer, communiques, communiquee*, communiquons, communiquent, divulgu*, transfer*, envoi*, envoy*, renvoi*, renvoy*, renverr*',
      sell: 'vendre, vendu*, vendons, vendent, revend*, revente, ceder, cede, cedee*, cedes, cedons, cession*, commercialise*, monetis*',
      public:
        '? public, ? publics, ? publique, ? publiques, publiquement, rendu* public*, rendue* publique*, accessible* a tous',
      private: 'prive, prives, privee, privees, confidentiel*',
      'outside-union':
        'hors de l union europeenne, hors de l union, hors union europeenne, hors ue, hors de l ue, hors eee, hors de l eee, hors de l espace economique europeen, en dehors de l union europeenne, en dehors de l union, en dehors de l ue, en dehors de l eee, en dehors de l espace economique europeen, hors de france, en dehors de la france, hors d europe, en dehors de l europe, pays tiers, a l etranger',
      'inside-union': 'union europeenne, ue, eee, espace economique europeen, europe',
      'united-states': 'etats unis, usa',
      safeguards:
        'clause* contractuelle* type*, decision* d adequation, privacy shield, data privacy framework',
    },
    storage: {
      place:
        'depos*, depot, depots, place, placer, placent, placons, places, placee*, installe*, installer, implant*',
      store:
        'stock*, enregistr*, sauvegard*, memoris*, conserv*, retenir, retient, retenu*, souvenir, souvient, souviennent, garde*, gardons, gardant, rappel*',
      read: 'lire, lecture*, lu, lus, lues, lisent, acces a vos, acceder a vos, acces aux donnees, acceder aux donnees, acces aux informations, acceder aux informations',
      collect: 'collecte*, collectons, recueil*, recuperer vos, recueillies',
      host: 'heberg*',
      renew: 'renouvel*, reconduct*, reconduit*, prorog*, prolong*',
    },
    trackers: {
      pixel: 'pixel*, gif invisible*',
      beacon: 'balise*, web beacon*, beacon*, tag, tags',
      'local-storage':
        'stockage local, stockage web, local storage, localstorage, session storage, sessionstorage, web storage, indexeddb',
      fingerprint: 'empreinte*, fingerprint*',
      sdk: 'sdk, sdks, kit de developpement, kits de developpement',
    },
    refusal: {
      refuse: 'refus*, rejet*, declin*, opt out',
      withdraw: 'retir*, retrait*, revoqu*, revoca*, revenir sur',
      object: 'oppos*',
      block: 'bloqu*, blocage, desactiv*, decoch*, empech*',
      erase: 'supprim*, suppression*, effac*, purg*',
      manage:
        'gerer, gerez, gestion des cookies, gestion de vos cookies, gestionnaire* de cookies, parametr*, configur*, reglage*',
      ignore: 'ignor*',
      'any-time': 'a tout moment, a tout instant, n importe quand, a n importe quel moment',
      rights: 'droit, droits, rectifi*, portabilite, droit* d acces',
      complain: 'reclamation*, plainte*',
    },
    price: {
      free: 'gratuit*, sans frais',
      paid: 'payant*, abonnement*, abonne, abonnee*, abonnes, abonner, contre remuneration, moyennant finance*',
    },
    legal: {
      gdpr: 'rgpd, reglement general sur la protection des donnees, gdpr',
      'data-protection-act': 'informatique et libertes, loi informatique',
      cnil: 'cnil, commission nationale de l informatique et des libertes',
      eprivacy: 'eprivacy, e privacy, directive vie privee',
    },
    modal: {
      may: 'peut, peuvent, peux, pouvez, pouvons, pourra, pourront, pourrez, pourrons, pourrait, pourraient, pourriez, pouvait, pouvaient, puisse, puissent, puissiez, pouvoir, susceptible*, possibilite, en mesure de, il est possible, possible de, possible d, libre de, libres de',
      must: 'doit, doivent, dois, devez, devons, devra, devront, devrez, devrons, faut, faudra, tenu de, tenue de, tenus de, tenues de, tenu d, tenus d, obligation',
      should: 'devrait, devraient, devriez, devrions',
      forbid: 'interdi*, prohib*',
      commit: 's engage, s engagent, nous engageons',
    },
    scope: {
      all: 'tous, toutes, tout, toute, chaque, l ensemble, ensemble des, ensemble de, integralite, totalite, n importe quel*',
      some: 'certains, certaines, quelques, une partie',
      only: 'uniquement, seulement, exclusivement, seul, seule, seuls, seules, limite a, limites a, limitee a, limitees a, limite aux, limites aux, limitee* aux',
      strictly: 'strict, stricts, stricte, strictes, strictement, rigoureusement, absolument, purement',
      except:
        'sauf, excepte, hormis, exception, exceptions, hors, exclure, exclu, exclus, exclue*, exclusion, sous reserve, autre que, autres que, a moins',
      always: 'toujours, systematique*',
      automatic: 'automati*',
      often: 'souvent, frequemment, ? generalement, ? en general, ? habituellement',
      seldom: 'rarement, peu souvent, a peine',
      'once-a': 'fois par, tous les #, toutes les #, a chaque visite, a chaque connexion',
      usually:
        'en principe, normalement, ordinairement, en regle generale, dans la mesure du possible, autant que possible, si possible',
      nearly: 'presque, quasi, quasiment, ? pratiquement',
      later: 'bientot, prochainement, a l avenir, ulterieurement',
      less: 'moins',
      most: 'la plupart, la majorite, majoritairement',
      many: 'beaucoup, nombreux, nombreuses, ? plusieurs, ? multiples, ? divers, ? diverses, ? differents, ? differentes',
      few: 'peu, tres peu',
      failing: 's abstenir, s abstient, s abstiennent, nous abstenons, omet, omettent, omettre',
      sometimes: 'parfois, peut-etre, occasionnel*, eventuel*',
      'at-most': 'jusqu, maxim*, au plus, au plus tard, plafonn*, dans un delai de, dans les #',
      'at-least': 'au moins, minim*, au minimum',
      'more-than': 'plus de #, superieur*, au dela',
      'less-than': 'moins de #, inferieur*',
      about: 'environ, approximativement',
      before: 'avant',
      after: 'apres',
      'at-once': 'des que, des votre, des la, des le, des l, des leur, des son, aussitot, immediatement',
      while: 'tant que, tant qu, aussi longtemps que, aussi longtemps qu',
      condition:
        'si, s il, s ils, a condition, en cas de, en cas d, dans le cas ou, ? lorsque, ? lorsqu, ? quand, ? des lors',
    },
    openness: {
      'open-list':
        'notamment, par exemple, tels que, telles que, tel que, telle que, y compris, entre autres, et d autres, et autres, etc, en particulier, par ex, ? comme, ? a savoir, ? par exemple',
    },
  },
  neutral:
    'sans doute, pas a pas, ci apres, ci avant, si vous souhaitez, si vous desirez, si vous voulez, tout d abord, tout en, tout de suite, tout simplement, tout savoir, du tout, en tout cas, avant tout, mis en place, mise en place, mettre en place, mettons en place, met en place, a la place, en place, non seulement, plus ou moins, si bien que, comme tout, malgre tout, dans la mesure, d apres, c est a dire, ainsi que, a jour, s il vous plait, de suite, par la suite, tableau suivant, droit francais, tout d un coup, suivi de, suivie de, suivis de, vie privee, vies privees, navigation privee, service* public*, secteur* public*, grand public, interet public, mission publique, organisme* public*, un peu, peu a peu, a peu pres, peu importe, depuis peu, sous peu, case* a cocher, droit prive, droit public, le public',
  negation: {
    words:
      'pas, jamais, aucun, aucune, aucuns, aucunes, aucunement, sans, ni, non, nul, nulle, nuls, nulles, nullement',
    particles: 'ne, n',
    partners:
      'pas, jamais, plus, aucun, aucune, aucuns, aucunes, aucunement, rien, personne, guere, point, nul, nulle, nullement, ni',
    restrictive: 'que, qu',
  },
  persons: { we: 'nous, notre, nos', you: 'vous, votre, vos' },
  functionWords:
    'le la les l un une des de d du au aux a en et ou mais donc or ni car que qu qui quoi dont quel quelle quels quelles ce cet cette ces c s se son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos je j tu il elle on nous vous ils elles me m te t y lui eux cela celui celle ceux celles ci est sont etre ete etaient etait sera seront soit ont avoir avez avons ayant par pour sur sous dans avec afin lors lorsque ainsi aussi comme chez vers entre selon via dit dits dite dites meme memes autre autres tel tels telle telles plus moins tres leurs puis quand ou lequel laquelle lesquels lesquelles auquel duquel desquels',
  lightWords:
    'permet permettent permettre permettant permis sert servent servir servant utilise utilises utilisee utilisees utilisent utiliser utilisation vise visent visant destine destines destinee destinees but objectif objet finalite cookie cookies traceur traceurs fichier fichiers',
  revision:
    'mise a jour, mis a jour, mises a jour, actualise, actualisee, derniere modification, date de modification, jour pour la derniere fois, modifie, modifiee, version, revise, revisee, en date',
};
