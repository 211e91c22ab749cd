/** What the outputs of `diff` say in French. */
import type { RoleChange } from '../model/change.ts';
import type { ChangeClass } from '../model/charter.ts';
import type { DiffMessages } from './diff.ts';
import { fr } from './typography.ts';

const numbersFr = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];

/** In French, zero is singular. */
function plusieurs(count: number, one: string, more: string): string {
  return `${count} ${count < 2 ? one : more}`;
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

export const frenchDiff: DiffMessages = {
  tag: niveau,
  count: (level, count) => `${count} ${count < 2 ? niveau[level] : niveaux[level]}`,
  clean: 'aucune modification de fond détectée',
  substantive: (count) => plusieurs(count, 'modification de fond', 'modifications de fond'),
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
    'address-masked': 'adresses électroniques cachées',
    'address-traced': 'paramètres de suivi des liens',
    'row-reordered': 'ordre des lignes',
    'row-moved-section': 'lignes déplacées',
    'column-moved': 'ordre des colonnes',
    'names-reordered': 'ordre des noms',
    'head-reworded': 'têtes de colonnes',
    'link-target-changed': 'liens',
  },
  reasons: {
    'variable-changed': 'valeur propre',
    'variable-missing': 'valeur propre absente',
    'variable-contradicted': 'valeur propre dite autrement',
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
  movedTable: 'ligne passée dans une autre section',
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
    'passage-no-lexicon': () =>
      "Un passage n'est dans aucune langue que l'outil connaît : chaque mot modifié y compte comme modification de fond.",
    'language-differs': ({ a, b }) => fr`Les deux chartes ne sont pas dans la même langue : ${a}, ${b}.`,
    'renames-skipped': ({ rows }) =>
      fr`Trop de lignes sont sans contrepartie (${rows}) pour chercher lesquelles ont changé de nom : elles sont montrées comme retirées et ajoutées.`,
    'variant-used': ({ text }) => fr`La charte emploie une formulation admise par le modèle : « ${text} ».`,
    'variant-near': ({ text }) =>
      fr`La charte est au plus près d'une formulation admise par le modèle : « ${text} ».`,
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
