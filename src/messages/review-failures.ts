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
    'review-unknown': (v) =>
      `nothing in this request is called “${v.word}”. Marks take references, ids of charters, files, classes, or '*' for all; charter review shows them.`,
    'review-ambiguous': (v) =>
      `“${v.reference}” begins ${v.count} references. Nothing was marked; give more digits.`,
    'bulk-without-portals': () =>
      "say where drift of these classes is agreed to. Nothing was decided; add: --portals one,another, or --portals '*' for all",
    'bulk-nothing': () =>
      'nothing of the kind asked for is without a reason. Nothing was decided; what is left to settle is in: charter drift',
    'reference-differs': (v) =>
      `in the work tree, ${v.charter} does not say what ${v.reference} is about. Nothing was decided. Commit what is changed there, or take it back, then do the same again.`,
    'viewed-not-kept': () =>
      'what was viewed could not be kept: there is no folder of your own, or it cannot be written. Set XDG_STATE_HOME to a folder that you may write.',
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
    'review-unknown': (v) =>
      fr`rien ici ne s'appelle « ${v.word} ». On marque par référence, identifiant de charte, fichier ou niveau, ou '*' pour tout ; charter review les montre.`,
    'review-ambiguous': (v) =>
      fr`« ${v.reference} » est le début de ${v.count} références. Rien n'a été marqué ; donnez plus de signes.`,
    'bulk-without-portals': () =>
      fr`dites où les écarts de ces niveaux sont admis. Rien n'a été décidé ; ajoutez : --portals un,autre, ou --portals '*' pour tous`,
    'bulk-nothing': () =>
      fr`rien de ce qui est demandé n'est sans motif. Rien n'a été décidé ; ce qui reste à régler : charter drift`,
    'reference-differs': (v) =>
      fr`dans l'arbre de travail, ${v.charter} ne dit pas ce dont parle ${v.reference}. Rien n'a été décidé. Faites un commit de ce qui y est modifié, ou annulez-le, puis recommencez.`,
    'viewed-not-kept': () =>
      fr`ce qui est vu n'a pas pu être noté : vous n'avez pas de dossier personnel, ou il ne peut pas être écrit. Donnez à XDG_STATE_HOME un dossier où vous pouvez écrire.`,
    'merge-base-shallow': (v) =>
      fr`ce clone est tronqué : le point d'où ${v.one} et ${v.other} se sont séparées n'est pas sûr. Récupérez tout l'historique : git fetch --unshallow (sur GitHub : fetch-depth: 0 ; sur GitLab : GIT_DEPTH: 0).`,
    'git-without-merge-tree': () =>
      fr`git 2.38 ou plus récent est nécessaire pour vérifier ce que donnerait la fusion. Mettez d'abord la demande à jour avec sa base (git merge), ou installez un git plus récent.`,
  },
};
