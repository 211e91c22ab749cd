/** The help of the command line, and the words around it. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface HelpTexts {
  readonly tagline: string;
  readonly accessible: string;
  readonly usage: string;
  readonly commandWord: string;
  readonly optionsWord: string;
  readonly headings: Readonly<
    Record<
      | 'commands'
      | 'arguments'
      | 'options'
      | 'global'
      | 'forms'
      | 'statuses'
      | 'examples'
      | 'environment'
      | 'start',
      string
    >
  >;
  readonly more: string;
  readonly formats: (formats: string, first: string) => string;
  readonly choices: (choices: string) => string;
  /** One line for each command. */
  readonly commands: Readonly<Record<string, string>>;
  /** What a command does, in a few sentences. */
  readonly details: Readonly<Record<string, string>>;
  /** Names and explanations of arguments. */
  readonly arguments: Readonly<Record<string, readonly [name: string, text: string]>>;
  readonly values: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  /** How a charter is named, form and explanation. */
  readonly forms: readonly (readonly [string, string])[];
  readonly statuses: readonly (readonly [string, string])[];
  readonly environment: readonly (readonly [string, string])[];
  readonly examples: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** First steps, for a person who calls the tool outside of any repository. */
  readonly start: readonly (readonly [string, string])[];
  /** Below the list of charters, for a bare `charter`. */
  readonly overviewMore: string;
}

const english: HelpTexts = {
  tagline: 'charter: what really differs between cookie charters',
  accessible: 'With a screen reader: --accessible, for every command (or ACCESSIBLE=1 in the environment).',
  usage: 'Usage:',
  commandWord: 'COMMAND',
  optionsWord: '[options]',
  headings: {
    commands: 'Commands',
    arguments: 'Arguments',
    options: 'Options',
    global: 'Options of every command',
    forms: 'How to name a charter',
    statuses: 'Exit status',
    examples: 'Examples',
    environment: 'Environment',
    start: 'First steps',
  },
  more: 'More on a command: charter help COMMAND',
  formats: (formats, first) => `output format: ${formats} (${first} where not given)`,
  choices: (choices) => `one of ${choices}`,
  commands: {
    diff: 'show what differs between two charters, or two versions of one',
    list: 'list the charters and templates of this repository',
    show: "print a charter, ready to paste into the portal's editor",
    log: 'show what each version changed, when and by whom',
    blame: 'show which version gave each paragraph and cookie its present words',
    import: 'make a charter from a page: text, Markdown or HTML',
    lint: 'check charters and templates, with file, line and column',
    fmt: 'write charters in their one canonical form',
    explain: 'explain the rules that decide how much a change matters',
    init: 'make a new charter repository',
    help: 'explain a command',
  },
  details: {
    diff: "With two charters, compares them. With one, compares its version in HEAD with the work tree; with PORTAL@REV or PORTAL@DATE, that version with the work tree. With none, compares all charters with HEAD. With A..B, compares two revisions. Every change has a class: variable (each portal's own value), typographic, wording or substantive.",
    list: 'One line a charter: its id, the template it follows, its language, the day its page was captured, its cookies and repairs counted.',
    show: "Prints the text of the charter. Markdown and HTML are for the portal's editor: imported again, they give an equal charter.",
    import:
      'Reads a page as published, or text that was copied from it, and writes charters/ID.yaml. The bytes are kept, untouched, in snapshots/ID/. What the import had to mend is printed and recorded in the charter. An edit made by hand is never overwritten without --force; decisions and variables stay. A folder holds one sub-folder or file a portal, named as the portal.',
    log: 'For all charters and templates, or those named; PORTAL@REV starts from that revision. Newest first: date, author, commit, how many changes of each class, and what changed, one line each. Versions that changed nothing but form, or say “Change: technical” in their message, are folded into one line. Renamed charters are followed. What a merge only brought together is not shown again.',
    blame:
      'For each paragraph, cookie and cell the version that gave it its present words, through moves, splits, renames and changes of mere form. PORTAL@REV asks about that revision; without one, what is not committed yet is told as such.',
    lint: 'Checks all charters and templates, or those named. Status 1 where there is anything to report, warnings included.',
    fmt: 'Formats all charters and templates, or those named. Comments stay.',
    explain: 'Without a rule, lists them all.',
    init: 'Makes the folders, the schema for editors, the settings, the lines of .gitattributes and a template to start from. Never overwrites a file; run twice, it changes nothing.',
    help: 'Without a command, explains them all.',
  },
  arguments: {
    a: ['A', 'a charter, see “How to name a charter”'],
    b: ['B', 'what A is compared with'],
    portal: ['PORTAL', 'a charter, see “How to name a charter”'],
    rule: ['RULE', 'the id of a rule, as diff --json gives it'],
    file: ['FILE|PORTAL', 'a file, or the id of a portal'],
    capture: ['FILE|DIR|-', 'a page saved to a file, a folder of them, or - for standard input'],
    folder: ['DIR', 'where to make it; here where not given'],
    command: ['COMMAND', 'the command to explain'],
  },
  values: {
    dir: 'DIR',
    file: 'FILE',
    number: 'N',
    classes: 'CLASS,…',
    portal: 'ID',
    url: 'PAGE',
    day: 'DATE',
    template: 'NAME',
    moment: 'DATE|REV',
    section: 'NAME',
    cookie: 'NAME',
  },
  options: {
    directory: 'work as if started in DIR',
    lang: 'language of the tool: fr or en',
    color: 'colour: auto, always or never',
    accessible: 'for screen readers: no signs, no wrapping, no pager',
    'no-pager': 'never send long text through the pager',
    'no-tui': 'always plain text, never the interactive screen',
    debug: 'show the technical details of a failure',
    help: 'this help',
    version: 'the version',
    json: 'same as --format json',
    output: 'write to FILE instead of standard output',
    context: 'unchanged blocks shown around each change (0 where not given)',
    stat: 'only how many changes of each class',
    'name-only': 'only the names of the charters that differ',
    only: 'show and count only these classes: variable, typographic, wording, substantive (or propre, forme, rédactionnelle, fond)',
    all: 'fold nothing',
    staged: 'compare what is staged for the next commit, instead of the work tree',
    by: 'what a day is held against: capture (where not given) or commit',
    'exit-code': 'status 1 where something differs (a variable alone does not count)',
    quiet: 'print nothing; implies --exit-code',
    portal: 'id of the portal; with a folder, ids come from the names in it',
    url: 'address of the page',
    captured: 'day of the capture, such as 2026-11-21; today where not given',
    template: 'the template that the charter follows',
    as: 'read as plain, markdown or html, instead of by content',
    force: 'also overwrite edits made by hand, and keep a capture that would be refused',
    'dry-run': 'show what would change, write nothing',
    check: 'write nothing; status 1 where a file is not in canonical form',
    'max-count': 'at most N versions',
    since: 'from that day on, such as 2026-11-21, or from the moment of a revision',
    until: 'up to the end of that day, or to the moment of a revision',
    section: 'only this section: words of its heading, or its id',
    cookie: 'only this cookie; _pk_* for all whose names begin so',
    line: 'only what stands in line N of the file',
    patch: 'the whole difference of each version',
    new: 'only what is new since you last looked; remembered for you, outside the repository',
  },
  forms: [
    ['PORTAL', 'the charter of that id in charters/'],
    ['PORTAL@REV', 'the same at a git revision: normandie@HEAD~3'],
    ['PORTAL@DATE', 'as last observed by the end of that day: normandie@2026-03-01'],
    ['template:NAME', 'a template; template:NAME@REV at a revision or on a day'],
    ['A..B, A...B', 'all charters between two revisions, or since both parted; PORTAL@A..B for one'],
    ['./FILE', 'a file: a charter (.yaml) or straight a capture (.txt, .md, .html)'],
  ],
  statuses: [
    ['0', 'done, also where diff finds differences'],
    ['1', 'findings: lint (warnings too), fmt --check, diff --exit-code'],
    ['2', 'wrong usage, unknown portal, revision or rule'],
    ['3', 'input refused: bad YAML, bad capture'],
    ['4', 'trouble with git or a file; a named file is missing'],
    ['70', 'a fault of charter itself'],
    ['130, 143', 'interrupted'],
  ],
  environment: [
    ['CHARTER_LANG', 'language of the tool, before LC_ALL, LC_MESSAGES and LANG'],
    ['NO_COLOR, FORCE_COLOR', 'never or always colour'],
    ['ACCESSIBLE', 'as --accessible'],
    ['GIT_PAGER, PAGER', 'the pager'],
    ['COLUMNS', 'width where there is no terminal'],
  ],
  examples: {
    diff: [
      ['charter diff normandie pays-de-la-loire', 'two portals'],
      ['charter diff normandie@HEAD~3', 'one portal, then and now'],
      ['charter diff normandie@2026-03-01 normandie', 'as observed on a day, and now'],
      ['charter diff --staged', 'what the next commit would change'],
      ['charter diff ./old.html ./new.txt', 'two captures'],
      ['charter diff --only substantive --exit-code', 'a gate'],
    ],
    import: [
      ['charter import page.html --portal normandie --template opendatasoft-fr', ''],
      ['charter import - --portal normandie', 'paste the text'],
    ],
    show: [['charter show normandie --format html -o normandie.html', '']],
    log: [
      ['charter log normandie', 'its versions'],
      ['charter log --only substantive --since 2026-01-01', 'what mattered this year'],
      ['charter log --cookie _ga', 'when a cookie came, changed and went'],
      ['charter log --new', 'since you last looked'],
    ],
    blame: [
      ['charter blame normandie', ''],
      ['charter blame normandie --cookie sessionid', 'one cookie, cell by cell'],
      ['charter blame normandie --line 31', 'one place of the file'],
    ],
    explain: [['charter explain duration-changed', '']],
    fmt: [['charter fmt --check', 'in CI']],
  },
  start: [
    ['charter init', 'make a charter repository here'],
    ['charter import page.html --portal my-portal', 'make a charter from a page'],
    ['charter diff one another', 'see what really differs'],
  ],
  overviewMore: 'What can be done with them: charter --help',
};

const french: HelpTexts = {
  tagline: fr`charter : ce qui diffère vraiment d'une charte cookies à l'autre`,
  accessible: fr`Avec un lecteur d'écran : --accessible, pour toutes les commandes (ou ACCESSIBLE=1 dans l'environnement).`,
  usage: fr`Utilisation :`,
  commandWord: 'COMMANDE',
  optionsWord: '[options]',
  headings: {
    commands: 'Commandes',
    arguments: 'Arguments',
    options: 'Options',
    global: 'Options de toutes les commandes',
    forms: 'Comment nommer une charte',
    statuses: 'Code de retour',
    examples: 'Exemples',
    environment: 'Environnement',
    start: 'Premiers pas',
  },
  more: fr`En savoir plus sur une commande : charter help COMMANDE`,
  formats: (formats, first) => fr`format de sortie : ${formats} (${first} par défaut)`,
  choices: (choices) => fr`au choix : ${choices}`,
  commands: {
    diff: fr`montrer ce qui diffère entre deux chartes, ou entre deux versions d'une charte`,
    list: fr`lister les chartes et les modèles de ce dépôt`,
    show: fr`écrire une charte, prête à coller dans l'éditeur du portail`,
    log: fr`montrer ce que chaque version a changé, quand et par qui`,
    blame: fr`montrer quelle version a donné à chaque paragraphe et cookie ses mots actuels`,
    import: fr`tirer une charte d'une page : texte, Markdown ou HTML`,
    lint: fr`vérifier chartes et modèles, avec fichier, ligne et colonne`,
    fmt: fr`écrire les chartes dans leur unique forme canonique`,
    explain: fr`expliquer les règles qui fixent le niveau d'une modification`,
    init: fr`créer un nouveau dépôt de chartes`,
    help: fr`expliquer une commande`,
  },
  details: {
    diff: fr`Avec deux chartes, les compare. Avec une seule, compare sa version dans HEAD avec les fichiers présents ; avec PORTAIL@REV ou PORTAIL@DATE, cette version avec les fichiers présents. Sans argument, compare toutes les chartes avec HEAD. Avec A..B, compare deux révisions. Chaque modification a un niveau : propre au portail (variable), de forme (typographic), rédactionnelle (wording) ou de fond (substantive).`,
    list: fr`Une ligne par charte : son identifiant, le modèle qu'elle suit, sa langue, le jour du relevé de sa page, le nombre de ses cookies et de ses réparations.`,
    show: fr`Écrit le texte de la charte. Markdown et HTML sont destinés à l'éditeur du portail : importés de nouveau, ils donnent une charte égale.`,
    import: fr`Lit une page telle que publiée, ou un texte copié de cette page, et écrit charters/ID.yaml. Les octets sont conservés, intacts, dans snapshots/ID/. Ce que l'import a dû réparer est affiché et consigné dans la charte. Une modification faite à la main n'est jamais écrasée sans --force ; décisions et variables restent. Un dossier contient un sous-dossier ou un fichier par portail, nommé comme le portail.`,
    log: fr`Pour toutes les chartes et tous les modèles, ou ceux nommés ; PORTAIL@REV part de cette révision. De la plus récente à la plus ancienne : date, auteur, version, nombre de modifications de chaque niveau, et ce qui a changé, une ligne chacune. Les versions qui n'ont changé que la forme, ou dont le message porte « Change: technical », sont repliées en une ligne. Une charte renommée est suivie. Ce qu'une fusion n'a fait que réunir n'est pas montré de nouveau.`,
    blame: fr`Pour chaque paragraphe, cookie et cellule, la version qui lui a donné ses mots actuels, à travers déplacements, scissions, changements de nom et de simple forme. PORTAIL@REV interroge cette révision ; sans elle, ce qui n'est pas encore enregistré dans git est dit comme tel.`,
    lint: fr`Vérifie toutes les chartes et tous les modèles, ou ceux nommés. Code de retour 1 s'il y a quelque chose à signaler, même un simple avertissement.`,
    fmt: fr`Met en forme toutes les chartes et tous les modèles, ou ceux nommés. Les commentaires restent.`,
    explain: fr`Sans règle, les liste toutes.`,
    init: fr`Crée les dossiers, le schéma pour les éditeurs, les réglages, les lignes de .gitattributes et un modèle de départ. N'écrase jamais un fichier ; lancée deux fois, la commande ne change rien.`,
    help: fr`Sans commande, les explique toutes.`,
  },
  arguments: {
    a: ['A', fr`une charte, voir « Comment nommer une charte »`],
    b: ['B', fr`ce à quoi A est comparée`],
    portal: ['PORTAIL', fr`une charte, voir « Comment nommer une charte »`],
    rule: ['RÈGLE', fr`l'identifiant d'une règle, tel que le donne diff --json`],
    file: ['FICHIER|PORTAIL', fr`un fichier, ou l'identifiant d'un portail`],
    capture: [
      'FICHIER|DOSSIER|-',
      fr`une page enregistrée, un dossier de pages, ou - pour l'entrée standard`,
    ],
    folder: ['DOSSIER', fr`où le créer ; ici par défaut`],
    command: ['COMMANDE', fr`la commande à expliquer`],
  },
  values: {
    dir: 'DOSSIER',
    file: 'FICHIER',
    number: 'N',
    classes: 'NIVEAU,…',
    portal: 'ID',
    url: 'PAGE',
    day: 'DATE',
    template: 'NOM',
    moment: 'DATE|REV',
    section: 'NOM',
    cookie: 'NOM',
  },
  options: {
    directory: fr`travailler comme depuis DOSSIER`,
    lang: fr`langue de l'outil : fr ou en`,
    color: fr`couleur : auto, always (toujours) ou never (jamais)`,
    accessible: fr`pour lecteurs d'écran : ni signes, ni retours à la ligne, ni pagination`,
    'no-pager': fr`ne jamais paginer un texte long`,
    'no-tui': fr`toujours du texte simple, jamais l'écran interactif`,
    debug: fr`montrer les détails techniques d'un échec`,
    help: fr`cette aide`,
    version: fr`la version`,
    json: fr`comme --format json`,
    output: fr`écrire dans FICHIER plutôt que sur la sortie standard`,
    context: fr`blocs inchangés montrés autour de chaque modification (0 par défaut)`,
    stat: fr`seulement le nombre de modifications de chaque niveau`,
    'name-only': fr`seulement le nom des chartes qui diffèrent`,
    only: fr`ne montrer et ne compter que ces niveaux : propre, forme, rédactionnelle, fond (ou variable, typographic, wording, substantive)`,
    all: fr`ne rien replier`,
    staged: fr`comparer ce qui est indexé pour le prochain commit, au lieu des fichiers présents`,
    by: fr`à quoi rapporter un jour : capture (relevé, par défaut) ou commit`,
    'exit-code': fr`code de retour 1 si quelque chose diffère (une variable seule ne compte pas)`,
    quiet: fr`ne rien écrire ; entraîne --exit-code`,
    portal: fr`identifiant du portail ; avec un dossier, les noms qu'il contient en tiennent lieu`,
    url: fr`adresse de la page`,
    captured: fr`jour du relevé, par exemple 2026-11-21 ; aujourd'hui par défaut`,
    template: fr`le modèle que suit la charte`,
    as: fr`lire comme plain (texte), markdown ou html, au lieu de juger sur le contenu`,
    force: fr`écraser aussi les modifications faites à la main, et garder un relevé qui serait refusé`,
    'dry-run': fr`montrer ce qui changerait, ne rien écrire`,
    check: fr`ne rien écrire ; code de retour 1 si un fichier n'est pas en forme canonique`,
    'max-count': fr`au plus N versions`,
    since: fr`depuis ce jour, par exemple 2026-11-21, ou depuis le moment d'une révision`,
    until: fr`jusqu'à la fin de ce jour, ou jusqu'au moment d'une révision`,
    section: fr`seulement cette section : des mots de son intertitre, ou son identifiant`,
    cookie: fr`seulement ce cookie ; _pk_* pour tous ceux dont le nom commence ainsi`,
    line: fr`seulement ce qui se trouve à la ligne N du fichier`,
    patch: fr`toute la différence de chaque version`,
    new: fr`seulement le nouveau depuis votre dernier passage, retenu pour vous hors du dépôt`,
  },
  forms: [
    ['PORTAIL', fr`la charte de cet identifiant dans charters/`],
    ['PORTAIL@REV', fr`la même à une révision git : normandie@HEAD~3`],
    ['PORTAIL@DATE', fr`la dernière relevée à la fin de ce jour : normandie@2026-03-01`],
    ['template:NOM', fr`un modèle ; template:NOM@REV à une révision ou à un jour`],
    [
      'A..B, A...B',
      fr`toutes les chartes entre deux révisions, ou depuis leur séparation ; PORTAIL@A..B pour une`,
    ],
    ['./FICHIER', fr`un fichier : une charte (.yaml) ou directement un relevé (.txt, .md, .html)`],
  ],
  statuses: [
    ['0', fr`fait, même quand diff trouve des différences`],
    ['1', fr`constats : lint (avertissements compris), fmt --check, diff --exit-code`],
    ['2', fr`mauvais usage, portail, révision ou règle inconnus`],
    ['3', fr`entrée refusée : YAML incorrect, relevé incorrect`],
    ['4', fr`ennui avec git ou un fichier ; un fichier nommé manque`],
    ['70', fr`une faute de charter`],
    ['130, 143', fr`interrompu`],
  ],
  environment: [
    ['CHARTER_LANG', fr`langue de l'outil, avant LC_ALL, LC_MESSAGES et LANG`],
    ['NO_COLOR, FORCE_COLOR', fr`jamais ou toujours de couleur`],
    ['ACCESSIBLE', fr`comme --accessible`],
    ['GIT_PAGER, PAGER', fr`le paginateur`],
    ['COLUMNS', fr`largeur quand il n'y a pas de terminal`],
  ],
  examples: {
    diff: [
      ['charter diff normandie pays-de-la-loire', fr`deux portails`],
      ['charter diff normandie@HEAD~3', fr`un portail, avant et maintenant`],
      ['charter diff normandie@2026-03-01 normandie', fr`tel que relevé un jour donné, et maintenant`],
      ['charter diff --staged', fr`ce que changerait le prochain commit`],
      ['charter diff ./ancien.html ./nouveau.txt', fr`deux relevés`],
      ['charter diff --only substantive --exit-code', fr`un contrôle`],
    ],
    import: [
      ['charter import page.html --portal normandie --template opendatasoft-fr', ''],
      ['charter import - --portal normandie', fr`coller le texte`],
    ],
    show: [['charter show normandie --format html -o normandie.html', '']],
    log: [
      ['charter log normandie', fr`ses versions`],
      ['charter log --only fond --since 2026-01-01', fr`ce qui a compté cette année`],
      ['charter log --cookie _ga', fr`quand un cookie est venu, a changé, est parti`],
      ['charter log --new', fr`depuis votre dernier passage`],
    ],
    blame: [
      ['charter blame normandie', ''],
      ['charter blame normandie --cookie sessionid', fr`un cookie, cellule par cellule`],
      ['charter blame normandie --line 31', fr`un endroit du fichier`],
    ],
    explain: [['charter explain duration-changed', '']],
    fmt: [['charter fmt --check', fr`en intégration continue`]],
  },
  start: [
    ['charter init', fr`créer ici un dépôt de chartes`],
    ['charter import page.html --portal mon-portail', fr`tirer une charte d'une page`],
    ['charter diff un autre', fr`voir ce qui diffère vraiment`],
  ],
  overviewMore: fr`Ce qu'on peut en faire : charter --help`,
};

export const helpMessages: Catalogue<HelpTexts> = { en: english, fr: french };
