/** What the screens of versions say; the words for what a version did are those of the log. */
import type { LogStatus } from '../model/log.ts';
import { fr } from './typography.ts';

/** What a version did other than by its changes, in a word or two. */
export type Deed = Exclude<LogStatus, 'changed'> | 'readable-again';

export interface HistoryScreenMessages {
  /** Of all where none is named. */
  readonly title: (charters: readonly string[]) => string;
  /** `open` where older versions are still to be read. */
  readonly version: (index: number, count: number, open: boolean) => string;
  readonly shortVersion: (index: number, count: number, open: boolean) => string;
  readonly uncommitted: string;
  readonly noSubject: string;
  /** Beside which the words of a whole remark would leave no room. */
  readonly deeds: Readonly<Record<Deed, string>>;
  readonly lastSeen: string;
  /** In its place where nothing came since. */
  readonly nothingNew: string;
  readonly reading: string;
  readonly readOn: string;
  readonly none: string;
  readonly hidden: string;
  readonly shallow: string;
  readonly origins: (charter: string) => string;
}

export const englishHistoryScreen: HistoryScreenMessages = {
  title: (charters) =>
    charters.length === 0 ? 'Versions of all charters' : `Versions of ${charters.join(', ')}`,
  version: (index, count, open) => `version ${index} of ${count}${open ? ' or more' : ''}`,
  shortVersion: (index, count, open) => `${index}/${count}${open ? '+' : ''}`,
  uncommitted: 'not committed yet',
  noSubject: '(no subject)',
  deeds: {
    added: 'new',
    'added-again': 'back again',
    removed: 'removed',
    renamed: 'renamed',
    earliest: 'oldest here',
    unreadable: 'unreadable',
    'readable-again': 'readable again',
  },
  lastSeen: 'last seen here',
  nothingNew: 'nothing new since you last looked',
  reading: 'Reading versions…',
  readOn: 'Reading older versions…',
  none: 'There is no version yet.',
  hidden: 'The filter hides every version; f chooses the classes again.',
  shallow: 'This clone is shallow: older versions are not here. Get them with: git fetch --unshallow',
  origins: (charter) => `Where the words of ${charter} come from`,
};

export const frenchHistoryScreen: HistoryScreenMessages = {
  title: (charters) =>
    charters.length === 0 ? 'Versions de toutes les chartes' : `Versions de ${charters.join(', ')}`,
  version: (index, count, open) => `version ${index} sur ${count}${open ? ' ou plus' : ''}`,
  shortVersion: (index, count, open) => `${index}/${count}${open ? '+' : ''}`,
  uncommitted: 'pas encore enregistré',
  noSubject: '(sans objet)',
  deeds: {
    added: 'nouvelle',
    'added-again': 'de retour',
    removed: 'retirée',
    renamed: 'renommée',
    earliest: 'la plus ancienne ici',
    unreadable: 'illisible',
    'readable-again': 'de nouveau lisible',
  },
  lastSeen: 'vu pour la dernière fois ici',
  nothingNew: 'rien de nouveau depuis votre dernière visite',
  reading: 'Lecture des versions…',
  readOn: 'Lecture des versions plus anciennes…',
  none: fr`Il n'y a pas encore de version.`,
  hidden: fr`Le filtre cache toutes les versions ; f pour choisir les niveaux.`,
  shallow: fr`Ce clone est partiel : les versions plus anciennes n'y sont pas. Les obtenir avec : git fetch --unshallow`,
  origins: (charter) => fr`D'où viennent les mots de ${charter}`,
};
