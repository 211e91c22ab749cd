/** What the screens of versions say; the words for what a version did are those of the log. */
import { fr } from './typography.ts';

export interface HistoryScreenMessages {
  /** Of all where none is named. */
  readonly title: (charters: readonly string[]) => string;
  /** `open` where older versions are still to be read. */
  readonly version: (index: number, count: number, open: boolean) => string;
  readonly shortVersion: (index: number, count: number, open: boolean) => string;
  readonly uncommitted: string;
  readonly lastSeen: string;
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
  lastSeen: 'last seen here',
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
  lastSeen: 'vu pour la dernière fois ici',
  reading: 'Lecture des versions…',
  readOn: 'Lecture des versions plus anciennes…',
  none: fr`Il n'y a pas encore de version.`,
  hidden: fr`Le filtre cache toutes les versions ; f pour choisir les niveaux.`,
  shallow: fr`Ce clone est partiel : les versions plus anciennes n'y sont pas. Les obtenir avec : git fetch --unshallow`,
  origins: (charter) => fr`D'où viennent les mots de ${charter}`,
};
