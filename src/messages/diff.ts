/** What the outputs of `diff` say around the words of two charters. */
import type { NoticeCode, RoleChange, RuleId } from '../model/change.ts';
import type { ChangeClass, KnownColumn } from '../model/charter.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

type Values = Readonly<Record<string, string | number>>;

export interface DiffMessages {
  /** One change's class, beside it. */
  readonly tag: Readonly<Record<ChangeClass, string>>;
  /** So many changes of a class, where the noun is understood. */
  readonly count: (level: ChangeClass, count: number) => string;
  readonly clean: string;
  readonly substantive: (count: number) => string;
  readonly changes: (count: number) => string;
  readonly equal: (a: string, b: string) => string;
  readonly allEqual: (comparisons: number) => string;
  readonly verdict: (pair: string, verdict: string) => string;
  readonly statSum: (differing: number, comparisons: number) => string;
  readonly observed: (a: string, b: string) => string;
  readonly noTemplate: string;
  readonly cookies: (a: number, b: number) => string;
  readonly beginning: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly table: string;
  readonly rowsDiffer: (differing: number, rows: number) => string;
  readonly rowsEqual: (rows: number) => string;
  readonly unchanged: (count: number) => string;
  readonly sameWords: (count: number) => string;
  readonly split: (parts: number) => string;
  readonly joined: (parts: number) => string;
  readonly withSameWords: (what: string) => string;
  readonly moved: string;
  readonly movedFrom: (section: string) => string;
  readonly opening: (what: string, words: string) => string;
  readonly role: (change: RoleChange) => string;
  readonly folded: (changes: number, kinds: readonly string[]) => string;
  readonly foldedInside: (edits: number) => string;
  /** What a typographic rule folds, as an item of a list. */
  readonly kinds: Readonly<Partial<Record<RuleId, string>>>;
  /** What a substantive rule found, where the change itself does not show it. */
  readonly reasons: Readonly<Partial<Record<RuleId, string>>>;
  readonly renamedRow: (equal: number, compared: number) => string;
  readonly renamed: string;
  readonly movedRow: (from: number, to: number) => string;
  readonly movedTable: string;
  readonly column: (head: string) => string;
  readonly columnWord: string;
  readonly columnMoved: string;
  readonly columns: Readonly<Record<KnownColumn, string>>;
  readonly fromTo: (a: string, b: string) => string;
  readonly characters: Readonly<Record<string, string>>;
  readonly nothing: string;
  readonly accessible: AccessibleMessages;
  readonly notices: Readonly<Record<NoticeCode, (values: Values) => string>>;
}

/** Complete sentences for a reader who hears them. */
export interface AccessibleMessages {
  readonly change: (index: number, count: number, level: ChangeClass) => string;
  readonly place: (parts: readonly string[]) => string;
  readonly becomes: (a: string, b: string) => string;
  /** Of words, in quotes. */
  readonly added: (words: string) => string;
  readonly removed: (words: string) => string;
  /** Of a whole text, said before it. */
  readonly addition: string;
  readonly removal: string;
  readonly named: (what: string) => string;
  readonly quote: (text: string) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly begins: (text: string) => string;
  readonly nowReads: (text: string) => string;
  readonly counts: (parts: readonly string[]) => string;
  readonly classCount: (level: ChangeClass, count: number) => string;
  readonly compared: (a: string, b: string) => string;
  readonly verdict: (text: string) => string;
  readonly template: (name: string) => string;
  readonly cookies: (a: number, b: number) => string;
  readonly folded: (changes: number, kinds: readonly string[]) => string;
  readonly inside: (edits: number) => string;
  readonly rowAdded: (cells: string) => string;
  readonly rowRemoved: (cells: string) => string;
  readonly rowRenamed: (a: string, b: string) => string;
  readonly cell: (head: string, text: string) => string;
  readonly columnAdded: string;
  readonly columnRemoved: string;
  readonly columnMoved: string;
  readonly sentence: (text: string) => string;
  readonly reason: (reasons: string) => string;
}

const numbersEn = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const numbersFr = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** In French, zero is singular. */
function plusieurs(count: number, one: string, more: string): string {
  return `${count} ${count < 2 ? one : more}`;
}

const english: DiffMessages = {
  tag: {
    variable: 'variable',
    typographic: 'typographic',
    wording: 'wording',
    substantive: 'substantive',
  },
  count: (level, count) => `${count} ${level}`,
  clean: 'no substantive change detected',
  substantive: (count) => many(count, 'substantive change', 'substantive changes'),
  changes: (count) => many(count, 'change', 'changes'),
  equal: (a, b) => `${a} and ${b} are equal in words and form.`,
  allEqual: (comparisons) =>
    `${many(comparisons, 'comparison', 'comparisons')}: all equal in words and form.`,
  verdict: (pair, verdict) => `${pair}: ${verdict}`,
  statSum: (differing, comparisons) =>
    `${differing} of ${many(comparisons, 'comparison differs', 'comparisons differ')}: `,
  observed: (a, b) => `observed on ${a}, then on ${b}`,
  noTemplate: 'no template',
  cookies: (a, b) => `cookies: ${a} ${a === b ? '=' : '→'} ${b}`,
  beginning: 'Introduction',
  fields: { title: 'Title', language: 'Language', caption: 'Caption' },
  table: 'Cookies',
  rowsDiffer: (differing, rows) =>
    `${differing} of ${many(rows, 'row', 'rows')} ${differing === 1 ? 'differs' : 'differ'}`,
  rowsEqual: (rows) => many(rows, 'row, same cells', 'rows, same cells'),
  unchanged: (count) => many(count, 'paragraph unchanged', 'paragraphs unchanged'),
  sameWords: (count) => many(count, 'paragraph with the same words', 'paragraphs with the same words'),
  split: (parts) => `paragraph split in ${numbersEn[parts] ?? parts}`,
  joined: (parts) => `${numbersEn[parts] ?? parts} paragraphs joined in one`,
  withSameWords: (what) => `${what}, same words`,
  moved: 'paragraph moved',
  movedFrom: (section) => `paragraph moved here from “${section}”`,
  opening: (what, words) => `${what}: ${words}`,
  role: roleEnglish,
  folded: (changes, kinds) =>
    `${many(changes, 'typographic change', 'typographic changes')} folded: ${kinds.join(', ')}`,
  foldedInside: (edits) =>
    `${many(edits, 'typographic edit', 'typographic edits')} left unmarked in the text above`,
  kinds: {
    emphasis: 'emphasis',
    'role-changed': 'list items',
    'level-changed': 'heading levels',
    'block-split': 'split paragraphs',
    'block-joined': 'joined paragraphs',
    'block-moved': 'moved paragraphs',
    'sentence-moved': 'moved sentences',
    'spelling-form': 'hyphens and accents',
    spaces: 'spaces',
    quotes: 'quotes and apostrophes',
    'letter-case': 'capitals',
    punctuation: 'punctuation',
    'line-break': 'line breaks',
    'row-reordered': 'order of rows',
    'row-moved-section': 'moved rows',
    'column-moved': 'order of columns',
    'names-reordered': 'order of names',
    'head-reworded': 'column heads',
    'link-target-changed': 'links',
  },
  reasons: {
    'variable-changed': 'own value',
    'foreign-address': "another portal's address",
    'link-target-changed': 'link',
    'party-changed': 'third parties',
    'party-named': 'name not in the other charter',
    'consent-changed': 'consent',
    'data-kinds-changed': 'kinds of data',
    'purposes-changed': 'purposes',
    'necessity-changed': 'necessity',
    'anonymity-changed': 'anonymity',
    'transfer-changed': 'transfer',
    'storage-changed': 'storage or reading',
    'refusal-changed': 'refusal',
    'negation-changed': 'negation',
    'modal-changed': 'may or must',
    'number-changed': 'number',
    'duration-changed': 'duration',
    'date-changed': 'date',
    'legal-reference-changed': 'legal reference',
    'scope-changed': 'scope',
    'sentence-added': 'sentence added',
    'sentence-removed': 'sentence removed',
    'sentence-moved': 'sentence moved',
    'row-moved-section': 'other section',
    'cookie-name-changed': 'cookie name',
    'purpose-changed': 'purpose',
    coarsened: 'not compared word for word',
    'no-lexicon': 'language not known',
  },
  renamedRow: (equal, compared) => `name changed, ${equal} of ${many(compared, 'cell equal', 'cells equal')}`,
  renamed: 'name changed',
  movedRow: (from, to) => `row moved from place ${from} to place ${to}`,
  movedTable: 'row moved to another table',
  column: (head) => `column “${head}”`,
  columnWord: 'column',
  columnMoved: 'moved',
  columns: {
    provider: 'Provider',
    service: 'Service',
    name: 'Name',
    category: 'Category',
    purpose: 'Purpose',
    duration: 'Duration',
    party: 'Party',
    domain: 'Domain',
  },
  fromTo: (a, b) => `${a}, then ${b}`,
  nothing: 'nothing',
  characters: {
    space: 'space',
    'no-break-space': 'no-break space',
    'narrow-space': 'narrow no-break space',
    'other-space': 'space of another width',
    tab: 'tab',
    'line-break': 'line break',
    'straight-quotes': 'straight quotes',
    'curly-quotes': 'curly quotes',
    guillemets: 'angle quotes',
    'straight-apostrophe': 'straight apostrophe',
    'curly-apostrophe': 'curly apostrophe',
    hyphen: 'hyphen',
    'no-break-hyphen': 'no-break hyphen',
    dash: 'dash',
    minus: 'minus sign',
    ellipsis: 'ellipsis in one character',
    dots: 'three full stops',
    'full-stop': 'full stop',
    comma: 'comma',
    semicolon: 'semicolon',
    colon: 'colon',
    brackets: 'brackets',
    'emphasis-marks': 'emphasis marks',
    composed: 'accented letter in one character',
    decomposed: 'accent as a character of its own',
    capitals: 'capitals',
    'small-letters': 'small letters',
    'paragraph-break': 'paragraph break',
  },
  accessible: {
    change: (index, count, level) => `Change ${index} of ${count}, ${level}.`,
    place: (parts) => `${parts.join(', ')}: `,
    becomes: (a, b) => `${a} becomes ${b}`,
    added: (words) => `${words} added`,
    removed: (words) => `${words} removed`,
    addition: 'added',
    removal: 'removed',
    named: (what) => ` (${what})`,
    quote: (text) => `“${text}”`,
    list: (parts) => parts.join('; '),
    begins: (text) => `It begins: ${text}`,
    nowReads: (text) => `It now reads: ${text}`,
    counts: (parts) => `${parts.join(', ')}.`,
    classCount: (level, count) => `${many(count, `${level} change`, `${level} changes`)}`,
    compared: (a, b) => `${a} compared with ${b}.`,
    verdict: (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    template: (name) => `Template: ${name}.`,
    cookies: (a, b) => (a === b ? `Cookies: ${a} on both sides.` : `Cookies: ${a}, then ${b}.`),
    folded: (changes, kinds) =>
      `${many(changes, 'typographic change is', 'typographic changes are')} left out (${kinds.join(', ')}); use --all to hear them.`,
    inside: (edits) =>
      `${many(edits, 'typographic edit is', 'typographic edits are')} left out of the changes above; use --all to hear them.`,
    rowAdded: (cells) => `row added. ${cells}`,
    rowRemoved: (cells) => `row removed. It read: ${cells}`,
    rowRenamed: (a, b) => `the name ${a} becomes ${b}`,
    cell: (head, text) => `${head}: ${text}`,
    columnAdded: 'column added',
    columnRemoved: 'column removed',
    columnMoved: 'column moved',
    sentence: (text) => `${text}.`,
    reason: (reasons) => `Reason: ${reasons}.`,
  },
  notices: {
    coarsened: ({ changes }) =>
      `Too long or too different to be compared word for word: ${many(Number(changes ?? 0), 'passage is', 'passages are')} shown as replaced.`,
    'durations-equivalent': ({ a, b }) =>
      `“${a}” and “${b}” may be the same length of time; the change is kept.`,
    'duplicate-rows': ({ name }) => `Several rows have the name “${name}”: they were paired in order.`,
    'no-lexicon': ({ language }) =>
      `The tool does not know the language “${language}”: every change of a word counts as substantive.`,
    'language-differs': ({ a, b }) => `The two charters are in different languages: ${a}, ${b}.`,
    'rows-reordered': () => 'The rows of the cookie table stand in another order.',
  },
};

function roleEnglish(change: RoleChange): string {
  const names: Readonly<Record<string, string>> = {
    heading: 'heading',
    paragraph: 'paragraph',
    item: 'list item',
  };
  if (change.what === 'role') return `${names[change.a] ?? change.a}, then ${names[change.b] ?? change.b}`;
  if (change.what === 'level') return `heading of level ${change.a}, then ${change.b}`;
  if (change.what === 'depth') return `list item of depth ${change.a}, then ${change.b}`;
  return change.b === 'ordered' ? 'list now numbered' : 'list no longer numbered';
}

const niveau: Readonly<Record<ChangeClass, string>> = {
  variable: 'propre au portail',
  typographic: 'de forme',
  wording: 'rédactionnelle',
  substantive: 'de fond',
};
const niveaux: Readonly<Record<ChangeClass, string>> = {
  ...niveau,
  variable: 'propres au portail',
  wording: 'rédactionnelles',
};

const french: DiffMessages = {
  tag: niveau,
  count: (level, count) => `${count} ${count < 2 ? niveau[level] : niveaux[level]}`,
  clean: 'aucune modification de fond détectée',
  substantive: (count) => plusieurs(count, 'modification de fond', 'modifications de fond'),
  changes: (count) => plusieurs(count, 'modification', 'modifications'),
  equal: (a, b) => `${a} et ${b} sont égales, mots et forme.`,
  allEqual: (comparisons) =>
    comparisons < 2
      ? fr`${comparisons} comparaison : mots et forme sont égaux.`
      : fr`${comparisons} comparaisons : partout, mots et forme sont égaux.`,
  verdict: (pair, verdict) => fr`${pair} : ${verdict}`,
  statSum: (differing, comparisons) =>
    fr`${plusieurs(differing, 'comparaison diffère', 'comparaisons diffèrent')} sur ${comparisons} : `,
  observed: (a, b) => `relevée le ${a}, puis le ${b}`,
  noTemplate: 'sans modèle',
  cookies: (a, b) => fr`cookies : ${a} ${a === b ? '=' : '→'} ${b}`,
  beginning: 'Introduction',
  fields: { title: 'Titre', language: 'Langue', caption: 'Légende' },
  table: 'Cookies',
  rowsDiffer: (differing, rows) => `${plusieurs(differing, 'ligne diffère', 'lignes diffèrent')} sur ${rows}`,
  rowsEqual: (rows) => plusieurs(rows, 'ligne, mêmes cellules', 'lignes, mêmes cellules'),
  unchanged: (count) => plusieurs(count, 'paragraphe inchangé', 'paragraphes inchangés'),
  sameWords: (count) => plusieurs(count, 'paragraphe aux mêmes mots', 'paragraphes aux mêmes mots'),
  split: (parts) => `paragraphe coupé en ${numbersFr[parts] ?? parts}`,
  joined: (parts) => `${numbersFr[parts] ?? parts} paragraphes réunis en un`,
  withSameWords: (what) => `${what}, mêmes mots`,
  moved: 'paragraphe déplacé',
  movedFrom: (section) => fr`paragraphe déplacé depuis « ${section} »`,
  opening: (what, words) => fr`${what} : ${words}`,
  role: roleFrench,
  folded: (changes, kinds) =>
    fr`${plusieurs(changes, 'modification de forme repliée', 'modifications de forme repliées')} : ${kinds.join(', ')}`,
  foldedInside: (edits) =>
    `${plusieurs(edits, 'retouche de forme non signalée', 'retouches de forme non signalées')} dans le texte ci-dessus`,
  kinds: {
    emphasis: 'mise en valeur',
    'role-changed': 'éléments de liste',
    'level-changed': 'niveaux des intertitres',
    'block-split': 'paragraphes coupés',
    'block-joined': 'paragraphes réunis',
    'block-moved': 'paragraphes déplacés',
    'sentence-moved': 'phrases déplacées',
    'spelling-form': "traits d'union et accents",
    spaces: 'espaces',
    quotes: 'guillemets et apostrophes',
    'letter-case': 'capitales',
    punctuation: 'ponctuation',
    'line-break': 'retours à la ligne',
    'row-reordered': 'ordre des lignes',
    'row-moved-section': 'lignes déplacées',
    'column-moved': 'ordre des colonnes',
    'names-reordered': 'ordre des noms',
    'head-reworded': 'têtes de colonnes',
    'link-target-changed': 'liens',
  },
  reasons: {
    'variable-changed': 'valeur propre',
    'foreign-address': "adresse d'un autre portail",
    'link-target-changed': 'lien',
    'party-changed': 'acteurs',
    'party-named': "nom absent de l'autre charte",
    'consent-changed': 'consentement',
    'data-kinds-changed': 'données',
    'purposes-changed': 'finalités',
    'necessity-changed': 'nécessité',
    'anonymity-changed': 'anonymat',
    'transfer-changed': 'transfert',
    'storage-changed': 'conservation ou lecture',
    'refusal-changed': 'refus',
    'negation-changed': 'négation',
    'modal-changed': 'pouvoir ou devoir',
    'number-changed': 'nombre',
    'duration-changed': 'durée',
    'date-changed': 'date',
    'legal-reference-changed': 'référence juridique',
    'scope-changed': 'portée',
    'sentence-added': 'phrase ajoutée',
    'sentence-removed': 'phrase supprimée',
    'sentence-moved': 'phrase déplacée',
    'row-moved-section': 'autre section',
    'cookie-name-changed': 'nom du cookie',
    'purpose-changed': 'finalité',
    coarsened: 'non comparé mot à mot',
    'no-lexicon': 'langue inconnue',
  },
  renamedRow: (equal, compared) =>
    `nom modifié, ${plusieurs(equal, 'cellule égale', 'cellules égales')} sur ${compared}`,
  renamed: 'nom modifié',
  movedRow: (from, to) => `ligne déplacée de la place ${from} à la place ${to}`,
  movedTable: 'ligne déplacée dans un autre tableau',
  column: (head) => fr`colonne « ${head} »`,
  columnWord: 'colonne',
  columnMoved: 'déplacée',
  columns: {
    provider: 'Prestataire',
    service: 'Service',
    name: 'Nom',
    category: 'Catégorie',
    purpose: 'Finalité',
    duration: 'Durée',
    party: 'Partie',
    domain: 'Domaine',
  },
  fromTo: (a, b) => `${a}, puis ${b}`,
  nothing: 'rien',
  characters: {
    space: 'espace',
    'no-break-space': 'espace insécable',
    'narrow-space': 'espace fine insécable',
    'other-space': "espace d'une autre largeur",
    tab: 'tabulation',
    'line-break': 'retour à la ligne',
    'straight-quotes': 'guillemets droits',
    'curly-quotes': 'guillemets courbes',
    guillemets: 'guillemets français',
    'straight-apostrophe': 'apostrophe droite',
    'curly-apostrophe': 'apostrophe courbe',
    hyphen: "trait d'union",
    'no-break-hyphen': "trait d'union insécable",
    dash: 'tiret',
    minus: 'signe moins',
    ellipsis: 'points de suspension en un seul caractère',
    dots: 'trois points',
    'full-stop': 'point',
    comma: 'virgule',
    semicolon: 'point-virgule',
    colon: 'deux-points',
    brackets: 'parenthèses',
    'emphasis-marks': 'marques de mise en valeur',
    composed: 'lettre accentuée en un seul caractère',
    decomposed: 'accent en caractère séparé',
    capitals: 'capitales',
    'small-letters': 'minuscules',
    'paragraph-break': 'changement de paragraphe',
  },
  accessible: {
    change: (index, count, level) => `Modification ${index} sur ${count}, ${niveau[level]}.`,
    place: (parts) => fr`${parts.join(', ')} : `,
    becomes: (a, b) => `${a} devient ${b}`,
    added: (words) => `ajout de ${words}`,
    removed: (words) => `suppression de ${words}`,
    addition: 'ajout',
    removal: 'suppression',
    named: (what) => ` (${what})`,
    quote: (text) => fr`« ${text} »`,
    list: (parts) => parts.join('\u00a0; '),
    begins: (text) => fr`Il commence par : ${text}`,
    nowReads: (text) => fr`Le texte est maintenant : ${text}`,
    counts: (parts) => `${parts.join(', ')}.`,
    classCount: (level, count) =>
      `${plusieurs(count, 'modification', 'modifications')} ${count < 2 ? niveau[level] : niveaux[level]}`,
    compared: (a, b) => `${a} comparée à ${b}.`,
    verdict: (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    template: (name) => fr`Modèle : ${name}.`,
    cookies: (a, b) => (a === b ? fr`Cookies : ${a} des deux côtés.` : fr`Cookies : ${a}, puis ${b}.`),
    folded: (changes, kinds) =>
      fr`${plusieurs(changes, "modification de forme n'est pas lue", 'modifications de forme ne sont pas lues')} (${kinds.join(', ')}) ; --all les fait entendre.`,
    inside: (edits) =>
      fr`${plusieurs(edits, "retouche de forme n'est pas signalée", 'retouches de forme ne sont pas signalées')} dans les modifications ci-dessus ; --all les fait entendre.`,
    rowAdded: (cells) => `ligne ajoutée. ${cells}`,
    rowRemoved: (cells) => fr`ligne supprimée. Elle disait : ${cells}`,
    rowRenamed: (a, b) => `le nom ${a} devient ${b}`,
    cell: (head, text) => fr`${head} : ${text}`,
    columnAdded: 'colonne ajoutée',
    columnRemoved: 'colonne supprimée',
    columnMoved: 'colonne déplacée',
    sentence: (text) => `${text}.`,
    reason: (reasons) => fr`Motif : ${reasons}.`,
  },
  notices: {
    coarsened: ({ changes }) =>
      fr`Trop long ou trop différent pour être comparé mot à mot : ${plusieurs(Number(changes ?? 0), 'passage est présenté comme remplacé', 'passages sont présentés comme remplacés')}.`,
    'durations-equivalent': ({ a, b }) =>
      fr`« ${a} » et « ${b} » sont peut-être la même durée ; la modification est conservée.`,
    'duplicate-rows': ({ name }) =>
      fr`Plusieurs lignes portent le nom « ${name} » : elles ont été associées dans l'ordre.`,
    'no-lexicon': ({ language }) =>
      fr`L'outil ne connaît pas la langue « ${language} » : toute modification d'un mot compte comme une modification de fond.`,
    'language-differs': ({ a, b }) => fr`Les deux chartes ne sont pas dans la même langue : ${a}, ${b}.`,
    'rows-reordered': () => 'Les lignes du tableau des cookies sont dans un autre ordre.',
  },
};

function roleFrench(change: RoleChange): string {
  const names: Readonly<Record<string, string>> = {
    title: 'titre de la charte',
    heading: 'intertitre',
    paragraph: 'paragraphe',
    item: 'élément de liste',
  };
  if (change.what === 'role') return `${names[change.a] ?? change.a}, puis ${names[change.b] ?? change.b}`;
  if (change.what === 'level') return `intertitre de niveau ${change.a}, puis ${change.b}`;
  if (change.what === 'depth') return `élément de liste de profondeur ${change.a}, puis ${change.b}`;
  return change.b === 'ordered' ? 'liste désormais numérotée' : 'liste désormais sans numéros';
}

export const diffMessages: Catalogue<DiffMessages> = { en: english, fr: french };
