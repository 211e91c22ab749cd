/** What the page of `drift` says beside what every output of `drift` says: headings, ways through the page, words for a voice. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface DriftPageMessages {
  readonly title: string;
  readonly skip: string;
  /** Of the table of portals and sections. */
  readonly caption: string;
  /** How the table is read. */
  readonly reading: string;
  readonly legend: string;
  readonly allPortals: string;
  readonly byPortal: string;
  readonly byChange: string;
  readonly backToTable: string;
  readonly next: string;
  /** Before words that went or came, for a voice; the second stands after them. */
  readonly removed: readonly [string, string];
  readonly added: readonly [string, string];
  /** What a voice hears of a reference, which links to its own place. */
  readonly reference: string;
  readonly sentence: (text: string) => string;
}

export const driftPageMessages: Catalogue<DriftPageMessages> = {
  en: {
    title: 'Drift from the template',
    skip: 'Skip to the findings',
    caption: 'Drift by portal and by section',
    reading:
      'A letter gives the strongest class, a number how many there are. Follow a cell to its findings.',
    legend: 'Key',
    allPortals: 'All portals',
    byPortal: 'Findings by portal',
    byChange: 'Findings by change',
    backToTable: 'Back to the table',
    next: 'What to do next',
    removed: [' removed: ', '; '],
    added: [' added: ', '; '],
    reference: 'reference ',
    sentence: (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`,
  },
  fr: {
    title: 'Écarts au modèle',
    skip: 'Aller au détail des écarts',
    caption: 'Écarts par portail et par section',
    reading:
      'La lettre donne le niveau le plus fort, le nombre dit combien. Suivez une case pour lire ses écarts.',
    legend: 'Légende',
    allPortals: 'Tous les portails',
    byPortal: 'Détail par portail',
    byChange: 'Détail par modification',
    backToTable: 'Retour au tableau',
    next: 'Et maintenant',
    removed: [fr` supprimé : `, fr` ; `],
    added: [fr` ajouté : `, fr` ; `],
    reference: 'référence ',
    sentence: (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`,
  },
};
