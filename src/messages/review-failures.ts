/** Why a request could not be reviewed, and what to do next; values are set in as they are. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

type Values = Readonly<Record<string, string | number>>;

export const reviewFailures: Catalogue<Readonly<Record<string, (values: Values) => string>>> = {
  en: {
    'review-base-missing': () =>
      'no main branch was found here to review against. Name where the request is to go: charter review BASE',
    'review-whole': (v) =>
      `“${v.argument}” names one charter. A review looks at all that a request touches: charter review BASE. For one charter: charter diff ${v.argument}`,
    'merge-base-shallow': (v) =>
      `this clone is cut short, so that the place from where ${v.one} and ${v.other} parted is not known for sure. Fetch the whole history: git fetch --unshallow (on GitHub: fetch-depth: 0; on GitLab: GIT_DEPTH: 0).`,
    'git-without-merge-tree': () =>
      'git 2.38 or later is needed to check what merging would give. Bring the request up to date with its base first (git merge), or install a later git.',
  },
  fr: {
    'review-base-missing': () =>
      fr`aucune branche principale n'a été trouvée ici pour la relecture. Nommez où la demande doit aller : charter review BASE`,
    'review-whole': (v) =>
      fr`« ${v.argument} » nomme une seule charte. La relecture porte sur tout ce que touche une demande : charter review BASE. Pour une seule charte : charter diff ${v.argument}`,
    'merge-base-shallow': (v) =>
      fr`ce clone est tronqué : le point d'où ${v.one} et ${v.other} se sont séparées n'est pas sûr. Récupérez tout l'historique : git fetch --unshallow (sur GitHub : fetch-depth: 0 ; sur GitLab : GIT_DEPTH: 0).`,
    'git-without-merge-tree': () =>
      fr`git 2.38 ou plus récent est nécessaire pour vérifier ce que donnerait la fusion. Mettez d'abord la demande à jour avec sa base (git merge), ou installez un git plus récent.`,
  },
};
