/** What `charter git` says of git's settings. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export type FindingName =
  | 'version'
  | 'missing'
  | 'set'
  | 'stale'
  | 'other'
  | 'empty'
  | 'attribute'
  | 'unattributed'
  | 'shallow';

export interface Finding {
  readonly name: FindingName;
  /** The setting, file or version it is about. */
  readonly subject: string;
  /** Something is to be done. */
  readonly bad: boolean;
}

type Heading = (about: { readonly dry: boolean; readonly scope: 'local' | 'global' }) => string;

export interface GitTexts {
  readonly installed: Heading;
  readonly uninstalled: Heading;
  readonly nothing: string;
  readonly afterwards: string;
  /** What a setting is good for, by its name. */
  readonly purposes: Readonly<Record<string, string>>;
  readonly deeds: Readonly<
    Record<'made' | 'renewed' | 'present' | 'kept' | 'removed' | 'gone' | 'changed', string>
  >;
  readonly good: string;
  readonly bad: string;
  readonly findings: Readonly<Record<FindingName, (finding: Finding) => string>>;
  readonly examined: (bad: number) => string;
}

export const gitMessages: Catalogue<GitTexts> = {
  en: {
    installed: ({ dry, scope }) =>
      `${dry ? 'Would be set' : 'Set'} in ${scope === 'local' ? "this repository's git settings, for you alone" : 'your own git settings, for all repositories'}:`,
    uninstalled: ({ dry, scope }) =>
      `${dry ? 'Would be taken back' : 'Taken back'} from ${scope === 'local' ? "this repository's git settings" : 'your own git settings'}:`,
    nothing: 'Nothing to take back: “charter git install” set nothing here.',
    afterwards: [
      'From now on git diff, git log -p and git show print charters as they are read; --no-textconv shows the file.',
      'git difftool --tool=charter compares them with charter diff. Where charter is missing, git goes on as ever.',
      '.gitattributes may be committed: it changes nothing for those without these settings.',
      'To take it all back: charter git uninstall',
    ].join('\n'),
    purposes: {
      'diff.charter.xfuncname': 'the heading above each change',
      'diff.charter.wordregex': 'whole words, for git diff --word-diff',
      'diff.charter.textconv': 'charters as they are read',
      'difftool.charter.cmd': 'charter diff as a difftool',
    },
    deeds: {
      made: 'set',
      renewed: 'renewed',
      present: 'was there already',
      kept: 'left alone: somebody set it otherwise',
      removed: 'taken back',
      gone: 'was gone already',
      changed: 'left alone: somebody changed it since',
    },
    good: 'good:',
    bad: 'to do:',
    findings: {
      version: ({ subject }) => `git ${subject}`,
      missing: ({ subject }) => `${subject} is not set. Next: charter git install`,
      set: ({ subject }) => `${subject} is set`,
      stale: ({ subject }) => `${subject} names a program that is gone. Next: charter git install`,
      other: ({ subject }) => `${subject} is set otherwise, by somebody or another installation`,
      empty: () => 'there is no charter yet',
      attribute: ({ subject }) => `git knows ${subject} as a charter`,
      unattributed: ({ subject }) =>
        `git does not know ${subject} as a charter. Next: charter git install, or look for a later line in .gitattributes`,
      shallow: () =>
        'this clone is shallow: older versions are missing. Next: git fetch --unshallow (in CI: fetch-depth: 0)',
    },
    examined: (bad) => (bad === 0 ? 'All is well.' : bad === 1 ? 'One thing to do.' : `${bad} things to do.`),
  },
  fr: {
    installed: ({ dry, scope }) =>
      dry
        ? fr`Seraient inscrits dans ${placeInFrench(scope)} :`
        : fr`Inscrits dans ${placeInFrench(scope)} :`,
    uninstalled: ({ dry, scope }) =>
      dry ? fr`Seraient retirés ${fromInFrench(scope)} :` : fr`Retirés ${fromInFrench(scope)} :`,
    nothing: fr`Rien à retirer : « charter git install » n'a rien inscrit ici.`,
    afterwards: [
      fr`Désormais git diff, git log -p et git show montrent les chartes telles qu'on les lit ; --no-textconv montre le fichier.`,
      fr`git difftool --tool=charter les compare avec charter diff. Là où charter manque, git continue comme avant.`,
      fr`.gitattributes peut être enregistré dans le dépôt : il ne change rien pour qui n'a pas ces réglages.`,
      fr`Pour tout retirer : charter git uninstall`,
    ].join('\n'),
    purposes: {
      'diff.charter.xfuncname': fr`le titre au-dessus de chaque changement`,
      'diff.charter.wordregex': fr`des mots entiers, pour git diff --word-diff`,
      'diff.charter.textconv': fr`les chartes telles qu'on les lit`,
      'difftool.charter.cmd': fr`charter diff comme difftool`,
    },
    deeds: {
      made: fr`inscrit`,
      renewed: fr`renouvelé`,
      present: fr`y était déjà`,
      kept: fr`laissé tel quel : quelqu'un l'a réglé autrement`,
      removed: fr`retiré`,
      gone: fr`n'y était plus`,
      changed: fr`laissé tel quel : quelqu'un l'a modifié depuis`,
    },
    good: fr`bien :`,
    bad: fr`à faire :`,
    findings: {
      version: ({ subject }) => `git ${subject}`,
      missing: ({ subject }) => fr`${subject} n'est pas réglé. Ensuite : charter git install`,
      set: ({ subject }) => fr`${subject} est réglé`,
      stale: ({ subject }) =>
        fr`${subject} nomme un programme qui n'existe plus. Ensuite : charter git install`,
      other: ({ subject }) => fr`${subject} est réglé autrement, par quelqu'un ou une autre installation`,
      empty: () => fr`il n'y a pas encore de charte`,
      attribute: ({ subject }) => fr`git reconnaît ${subject} comme une charte`,
      unattributed: ({ subject }) =>
        fr`git ne reconnaît pas ${subject} comme une charte. Ensuite : charter git install, ou cherchez une ligne plus bas dans .gitattributes`,
      shallow: () =>
        fr`ce clone est superficiel : les versions anciennes manquent. Ensuite : git fetch --unshallow (en CI : fetch-depth: 0)`,
    },
    examined: (bad) =>
      bad === 0 ? fr`Tout va bien.` : bad === 1 ? fr`Une chose à faire.` : fr`${bad} choses à faire.`,
  },
};

function placeInFrench(scope: 'local' | 'global'): string {
  return scope === 'local' ? fr`les réglages git de ce dépôt` : fr`vos propres réglages git`;
}

function fromInFrench(scope: 'local' | 'global'): string {
  return scope === 'local' ? fr`des réglages git de ce dépôt` : fr`de vos propres réglages git`;
}
