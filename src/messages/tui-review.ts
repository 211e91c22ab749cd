/** What the screens of a review say; the words for findings, rulings and verdicts are those of the text. */
import type { Ruling } from '../model/review.ts';
import { fr } from './typography.ts';

export interface ReviewScreenMessages {
  /** What is to be merged into what. */
  readonly title: (base: string, head: string) => string;
  readonly item: (index: number, count: number) => string;
  readonly viewed: (count: number, of: number) => string;
  readonly isViewed: string;
  /** What the filter leaves. */
  readonly only: { readonly unviewed: string; readonly failing: string };
  readonly decision: string;
  readonly nothing: string;
  readonly hidden: string;
  readonly allViewed: string;
  /** In the bottom line, in the place of the general words. */
  readonly hints: {
    readonly mark: string;
    readonly unmark: string;
    readonly agree: string;
    readonly diff: string;
  };
  readonly boxes: { readonly unviewed: string; readonly failing: string };
  readonly detail: {
    readonly before: string;
    readonly after: string;
    readonly rule: (id: string, title: string) => string;
    readonly sources: string;
    readonly ruling: string;
    readonly decided: string;
    readonly command: string;
    readonly place: (file: string, line: number | undefined) => string;
    readonly covers: string;
    readonly coversNone: string;
    readonly morePlaces: (count: number) => string;
  };
  /** What can be done about what fails and takes no reason. */
  readonly remedies: {
    readonly conflict: (base: string) => string;
    readonly file: string;
    readonly problem: string;
  };
  /** Why it passes or fails, and what follows. */
  readonly rulings: Readonly<Record<Ruling, string>>;
  readonly reason: {
    /** `level` counts those of the class, where all of them were meant. */
    readonly ask: (count: number, charters: readonly string[], level: string | undefined) => string;
    readonly label: string;
    readonly confirm: string;
    readonly write: (count: number) => string;
    readonly more: (count: number) => string;
    readonly denied: string;
    readonly writing: string;
    readonly written: (count: number, charters: readonly string[], staged: boolean) => string;
    readonly pending: string;
  };
  /** Where the marks are in no file. */
  readonly notKept: string;
}

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

const mostNames = 1;

/** One by its name, several by their number. */
function some(names: readonly string[], more: (count: number) => string): string {
  return names.length <= mostNames ? names.join(', ') : more(names.length);
}

function charters(names: readonly string[]): string {
  return some(names, (count) => many(count, 'charter', 'charters'));
}

export const englishReviewScreen: ReviewScreenMessages = {
  title: (base, head) => `Review ${base} ← ${head}`,
  item: (index, count) => `${index} of ${count}`,
  viewed: (count, of) => `${count} of ${of} viewed`,
  isViewed: 'viewed',
  only: { unviewed: 'unviewed only', failing: 'what blocks only' },
  decision: 'decision',
  nothing: 'Nothing here concerns charters.',
  hidden: 'The filter hides everything; f chooses again.',
  allViewed: 'Everything is viewed; f shows it again.',
  hints: { mark: 'viewed', unmark: 'not viewed', agree: 'give a reason', diff: 'in the charter' },
  boxes: { unviewed: 'only unviewed', failing: 'only what blocks' },
  detail: {
    before: 'Before',
    after: 'After',
    rule: (id, title) => `Rule ${id}: ${title}`,
    sources: 'To read:',
    ruling: 'Result',
    decided: 'Decision',
    command: 'Command that gives it a reason',
    place: (file, line) => (line === undefined ? file : `${file}, line ${line}`),
    covers: 'What it covers',
    coversNone: 'It covers nothing that this request changes.',
    morePlaces: (count) => `and in ${many(count, 'more charter', 'more charters')}`,
  },
  remedies: {
    conflict: (base) => `The author merges it: git merge ${base}, then charter lint.`,
    file: 'Whoever may merge decides; what may always pass is settled in .charter.yaml of the base.',
    problem: 'To be corrected in the file, at this place.',
  },
  rulings: {
    below: 'It may pass: changes of this class need no reason.',
    'to-template': 'It may pass: the portal now says what its template says.',
    agreed: 'It may pass: a reason was given.',
    'to-fix': 'It may pass: it is noted to be corrected.',
    template: 'It stands in a template, of which no reason can be noted; its portals are told of below.',
    lowered: 'It may pass: the policy of the base counts this rule for less.',
    existing: 'It was there before this request, and does not count.',
    unexplained: 'It has no reason: give one, or ask for the text as it was.',
    'self-agreed':
      'Its reason comes with this request, which the policy of the base does not take: whoever may merge decides.',
    'no-ledger':
      'The charter follows no template, so that no reason can be noted: whoever may merge decides.',
  },
  reason: {
    ask: (count, names, level) =>
      level === undefined
        ? `${many(count, 'change', 'changes')} in ${charters(names)}: why?`
        : `All changes shown of this class (${level}) in ${charters(names)}: why?`,
    label: 'Reason:',
    confirm: 'To be written:',
    write: (count) => `write ${many(count, 'reason', 'reasons')}`,
    more: (count) => ` … and ${many(count, 'more command', 'more commands')}`,
    denied: 'The policy of the base counts no reason from the request itself.',
    writing: 'Writing…',
    written: (count, names, staged) =>
      `${many(count, 'reason', 'reasons')} written in ${charters(names)}: ${count === 1 ? 'counts' : 'count'} once ${staged ? 'staged' : 'committed'}.`,
    pending: 'A reason stands in the work tree; it counts once it is a part of the request.',
  },
  notKept: 'What you viewed could not be kept: it holds only as long as this screen.',
};

/** In French, zero is singular. */
function plusieurs(count: number, one: string, more: string): string {
  return `${count} ${count < 2 ? one : more}`;
}

function chartes(names: readonly string[]): string {
  return some(names, (count) => plusieurs(count, 'charte', 'chartes'));
}

export const frenchReviewScreen: ReviewScreenMessages = {
  title: (base, head) => `Relecture ${base} ← ${head}`,
  item: (index, count) => `${index} sur ${count}`,
  viewed: (count, of) => `${plusieurs(count, 'vu', 'vus')} sur ${of}`,
  isViewed: 'vu',
  only: { unviewed: 'non vus seulement', failing: 'bloquants seulement' },
  decision: 'décision',
  nothing: 'Rien ici ne concerne les chartes.',
  hidden: fr`Le filtre cache tout ; f pour choisir à nouveau.`,
  allViewed: fr`Tout est vu ; f pour le montrer à nouveau.`,
  hints: { mark: 'vu', unmark: 'non vu', agree: 'motiver', diff: 'dans la charte' },
  boxes: { unviewed: 'non vus seuls', failing: 'bloquants seuls' },
  detail: {
    before: 'Avant',
    after: 'Après',
    rule: (id, title) => fr`Règle ${id} : ${title}`,
    sources: fr`À lire :`,
    ruling: 'Résultat',
    decided: 'Décision',
    command: 'Commande qui lui donne un motif',
    place: (file, line) => (line === undefined ? file : `${file}, ligne ${line}`),
    covers: "Ce qu'elle couvre",
    coversNone: 'Elle ne couvre rien de ce que cette demande modifie.',
    morePlaces: (count) => `et dans ${plusieurs(count, 'autre charte', 'autres chartes')}`,
  },
  remedies: {
    conflict: (base) => fr`À l'auteur de fusionner : git merge ${base}, puis charter lint.`,
    file: fr`À qui peut fusionner de trancher ; ce qui peut toujours passer se règle dans .charter.yaml de la base.`,
    problem: 'À corriger dans le fichier, à cet endroit.',
  },
  rulings: {
    below: fr`Peut passer : les modifications de ce niveau ne demandent pas de motif.`,
    'to-template': fr`Peut passer : le portail dit désormais ce que dit son modèle.`,
    agreed: fr`Peut passer : un motif a été donné.`,
    'to-fix': fr`Peut passer : c'est noté comme à corriger.`,
    template: fr`C'est dans un modèle, dont aucun motif ne peut être noté ; ses portails sont cités plus bas.`,
    lowered: fr`Peut passer : la politique de la base compte cette règle pour moins.`,
    existing: 'Était là avant cette demande, et ne compte pas.',
    unexplained: fr`Sans motif : donnez-en un, ou demandez le texte d'avant.`,
    'self-agreed': fr`Le motif vient de cette demande, ce que la politique de la base n'admet pas : à qui peut fusionner de trancher.`,
    'no-ledger': fr`La charte ne suit aucun modèle, si bien qu'aucun motif ne peut être noté : à qui peut fusionner de trancher.`,
  },
  reason: {
    ask: (count, names, level) =>
      level === undefined
        ? fr`${plusieurs(count, 'modification', 'modifications')} dans ${chartes(names)} : pour quel motif ?`
        : fr`Toutes les modifications montrées de ce niveau (${level}) dans ${chartes(names)} : pour quel motif ?`,
    label: fr`Motif :`,
    confirm: fr`À écrire :`,
    write: (count) => `écrire ${plusieurs(count, 'motif', 'motifs')}`,
    more: (count) => ` … et ${plusieurs(count, 'autre commande', 'autres commandes')}`,
    denied: 'La politique de la base ne compte aucun motif venu de la demande.',
    writing: 'Écriture…',
    written: (count, names, staged) =>
      fr`${plusieurs(count, 'motif écrit', 'motifs écrits')} dans ${chartes(names)} : à ${staged ? 'indexer' : 'enregistrer'} dans git pour compter.`,
    pending: fr`Un motif est écrit dans l'arbre de travail ; il compte une fois dans la demande.`,
  },
  notKept: fr`Ce que vous avez vu n'a pas pu être noté : les marques disparaîtront avec cet écran.`,
};
