/** What the screens of drift say; the words for classes, states and sections are those of the text. */
import { fr } from './typography.ts';

export interface DriftScreenMessages {
  /** `index` of `count` templates, from 1. */
  readonly title: (template: string, index: number, count: number) => string;
  readonly findings: (portal: string, template: string) => string;
  readonly row: (index: number, count: number) => string;
  readonly finding: (index: number, count: number) => string;
  /** So many findings that have to be settled, where the noun is understood. */
  readonly toSettle: (count: number) => string;
  /** So many portals of all. */
  readonly portals: (count: number, of: number) => string;
  readonly orders: Readonly<Record<'class' | 'unsettled' | 'portal', string>>;
  readonly sorted: (order: string) => string;
  readonly none: string;
  readonly hidden: string;
  readonly noFinding: string;
  readonly filtered: string;
  /** What is to be said of a portal's template stands with its findings. */
  readonly doubtful: string;
  readonly alike: (portals: readonly string[]) => string;
  readonly decision: {
    readonly accept: (reference: string, portals: string) => string;
    readonly fix: (reference: string, portals: string) => string;
    readonly reason: string;
    readonly day: string;
    /** Before the command that would write it. */
    readonly confirm: string;
    readonly write: string;
    readonly here: (portal: string) => string;
    readonly everywhere: (count: number) => string;
    readonly writing: string;
    readonly accepted: (reference: string, portals: string) => string;
    readonly fixed: (reference: string, portals: string) => string;
    readonly allPortals: (count: number) => string;
  };
  readonly signs: string;
}

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

export const englishDriftScreen: DriftScreenMessages = {
  title: (template, index, count) =>
    `Drift from ${template}${count === 1 ? '' : ` (template ${index} of ${count})`}`,
  findings: (portal, template) => `${portal}: drift from ${template}`,
  row: (index, count) => `${index} of ${count}`,
  finding: (index, count) => `drift ${index} of ${count}`,
  toSettle: (count) => `${count} to settle`,
  portals: (count, of) =>
    count === of ? many(of, 'portal', 'portals') : `${count} of ${many(of, 'portal', 'portals')}`,
  orders: { class: 'the weightiest first', unsettled: 'the most to settle first', portal: 'by name' },
  sorted: (order) => `Sorted: ${order}`,
  none: 'No charter here follows a template, so there is no drift to tell.',
  hidden: 'No portal has such a drift; f chooses classes and states again, esc takes a search away.',
  noFinding: 'This portal says what the template says.',
  filtered: 'The filter hides every drift of this portal; f chooses classes and states again.',
  doubtful: 'see about its template, among its findings',
  alike: (portals) => `The same drift: ${portals.join(', ')}`,
  decision: {
    accept: (reference, portals) => `Agree to ${reference} in ${portals}: why may it stay?`,
    fix: (reference, portals) => `Have ${reference} corrected in ${portals}: by which day?`,
    reason: 'Reason:',
    day: 'Day, as 2026-12-31:',
    confirm: 'To be written:',
    write: 'write',
    here: (portal) => `${portal} only`,
    everywhere: (count) => `in all ${count} portals`,
    writing: 'Writing…',
    accepted: (reference, portals) => `${reference} is agreed in ${portals}: written, not committed yet.`,
    fixed: (reference, portals) =>
      `${reference} is to be corrected in ${portals}: written, not committed yet.`,
    allPortals: (count) => `all ${count} portals that say so`,
  },
  signs: 'Signs of drift',
};

/** In French, zero is singular. */
function plusieurs(count: number, one: string, more: string): string {
  return `${count} ${count < 2 ? one : more}`;
}

export const frenchDriftScreen: DriftScreenMessages = {
  title: (template, index, count) =>
    `Écarts au modèle ${template}${count === 1 ? '' : ` (modèle ${index} sur ${count})`}`,
  findings: (portal, template) => fr`${portal} : écarts au modèle ${template}`,
  row: (index, count) => `${index} sur ${count}`,
  finding: (index, count) => `écart ${index} sur ${count}`,
  toSettle: (count) => `${count} à régler`,
  portals: (count, of) =>
    count === of
      ? plusieurs(of, 'portail', 'portails')
      : `${plusieurs(count, 'portail', 'portails')} sur ${of}`,
  orders: {
    class: `les plus graves d'abord`,
    unsettled: `les plus nombreux à régler d'abord`,
    portal: 'par nom',
  },
  sorted: (order) => fr`Tri : ${order}`,
  none: fr`Aucune charte d'ici ne suit un modèle : il n'y a pas d'écart à relever.`,
  hidden: fr`Aucun portail n'a un tel écart ; f pour choisir niveaux et états, échap pour retirer la recherche.`,
  noFinding: 'Ce portail dit ce que dit le modèle.',
  filtered: fr`Le filtre cache tous les écarts de ce portail ; f pour choisir niveaux et états.`,
  doubtful: 'voir au sujet de son modèle, parmi ses écarts',
  alike: (portals) => fr`Les mêmes écarts : ${portals.join(', ')}`,
  decision: {
    accept: (reference, portals) => fr`Admettre ${reference} dans ${portals} : pour quel motif ?`,
    fix: (reference, portals) => fr`Faire corriger ${reference} dans ${portals} : avant quel jour ?`,
    reason: fr`Motif :`,
    day: fr`Jour, comme 2026-12-31 :`,
    confirm: fr`À écrire :`,
    write: 'écrire',
    here: (portal) => `${portal} seulement`,
    everywhere: (count) => `dans les ${count} portails`,
    writing: 'Écriture…',
    accepted: (reference, portals) =>
      fr`${reference} est admis dans ${portals} : écrit, pas encore enregistré dans git.`,
    fixed: (reference, portals) =>
      fr`${reference} est à corriger dans ${portals} : écrit, pas encore enregistré dans git.`,
    allPortals: (count) => `les ${count} portails qui le disent`,
  },
  signs: `Signes d'écart`,
};
