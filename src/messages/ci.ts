/** What `init --ci` says, and the sentences of the files that it writes: comments, and what their scripts tell. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

/** Comments by the mark that stands for them in a file. */
export type CiComment =
  | 'githubReview'
  | 'githubComment'
  | 'gitlab'
  | 'gitlabComment'
  | 'gitlabDefault'
  | 'preCommit'
  | 'package'
  | 'folder'
  | 'wholeHistory'
  | 'fromBase'
  | 'statuses'
  | 'edited'
  | 'readArtifact'
  | 'writeComment'
  | 'noShell';

/** Told by the scripts that comment on a request; `source` holds `{commit}` and `{url}`, the rest is fixed. */
export type CiSaying =
  | 'source'
  | 'rulesChanged'
  | 'made'
  | 'edited'
  | 'unconcerned'
  | 'noReport'
  | 'otherHead'
  | 'several'
  | 'notFile'
  | 'tooLarge';

export interface CiTexts {
  readonly comments: Readonly<Record<CiComment, string>>;
  readonly sayings: Readonly<Record<CiSaying, string>>;
  /** A file that says something else already. */
  readonly kept: (file: string) => string;
  /** A file of others that lacks our part; that part follows. */
  readonly shared: (file: string) => string;
  readonly steps: string;
  /** What is left to do by hand, by host. */
  readonly next: Readonly<Record<'github' | 'gitlab' | 'pre-commit', readonly string[]>>;
}

const english: CiTexts = {
  comments: {
    githubReview:
      'Reviews the charters that a pull request touches; fails where a change needs a reason. Reads only, so that it may run for requests of anybody.',
    githubComment:
      'Puts the review into one comment of the pull request. It runs as the main branch has it, apart from what the request holds, and takes the report for what it is: text that anybody may have written.',
    gitlab:
      'Reviews the charters that a merge request touches; fails where a change needs a reason. Needs no token. Take it into .gitlab-ci.yml with include.',
    gitlabComment:
      'A comment on the request, where a masked variable CHARTER_TOKEN holds an access token of the project (role Reporter, scope api). It decides nothing: the status is that of the review.',
    gitlabDefault:
      'What is merged was reviewed: its empty report is what that of a request is held against, so that what a request brings shows as new.',
    preCommit: 'Checks before each commit: needs charter on the PATH, then: pre-commit install',
    package:
      'The one place to change: where charter comes from. A packed tarball (npm pack) kept in this repository, or whatever npm install takes: the address of a tarball, or of a git repository with its commit.',
    folder: 'The folder that holds charters/.',
    wholeHistory: 'The whole history: the review starts where the request left the main branch.',
    fromBase:
      'The tarball of the base, so that a request is not judged by a program that it brings; the one here only where the base has none yet.',
    statuses: '0: may be merged. 1: may not, and the report says why. Anything else: no review was possible.',
    edited:
      'Edited too: a request that is to go elsewhere is reviewed anew, under the rules of its new base.',
    readArtifact: 'To fetch the report of the other run.',
    writeComment: 'The only thing that it may write.',
    noShell: 'Run by Node as it stands: nothing of a request ever gets to a shell.',
  },
  sayings: {
    source: 'Review of commit {commit}. The whole report is kept with [its run]({url}).',
    rulesChanged:
      'This request changes files in `.github/`, perhaps the very workflow that wrote this report. Read those changes first.',
    made: 'charter: comment made.',
    edited: 'charter: comment brought up to date.',
    unconcerned: 'charter: the request leaves the charters alone; no comment is made.',
    noReport: 'charter: the run left no report; no comment is made.',
    otherHead: 'charter: no open request ends in the commit that was reviewed; no comment is made.',
    several: 'charter: several open requests end in this commit; no comment is made.',
    notFile: 'the report is no plain file; no comment is made.',
    tooLarge: 'the report is larger than a comment may be; no comment is made.',
  },
  kept: (file) =>
    `${file} is there already and says something else: left as it is. To have it written anew, move it away first.`,
  shared: (file) => `${file} is there already: left as it is. Add to it:`,
  steps: 'Next:',
  next: {
    github: [
      'In the folder of charter: npm pack; commit the tarball here as .github/charter.tgz, or name another source after CHARTER_PACKAGE in .github/workflows/charter-review.yml.',
      'Commit these files on the main branch: comments come only from there.',
      'In the rules of the branch, require the check “review”, and a code owner for .github/ and .charter.yaml.',
    ],
    gitlab: [
      'In the folder of charter: npm pack; commit the tarball here as .gitlab/charter.tgz, or name another source after CHARTER_PACKAGE in .gitlab/charter.gitlab-ci.yml.',
      'In the settings of merge requests: pipelines must succeed.',
      'For comments: a masked variable CHARTER_TOKEN with an access token of the project (role Reporter, scope api). Whoever may push a branch can use it.',
    ],
    'pre-commit': ['charter must be on the PATH of those who commit.', 'pre-commit install'],
  },
};

const french: CiTexts = {
  comments: {
    githubReview: fr`Relit les chartes que touche une demande de fusion ; échoue si une modification reste à motiver. En lecture seule : peut s'exécuter pour les demandes de n'importe qui.`,
    githubComment: fr`Place la relecture dans un commentaire unique de la demande. S'exécute dans la version de la branche principale, à l'écart de ce que contient la demande, et prend le rapport pour ce qu'il est : un texte que n'importe qui a pu écrire.`,
    gitlab: fr`Relit les chartes que touche une demande de fusion ; échoue si une modification reste à motiver. Sans jeton. À reprendre dans .gitlab-ci.yml par include.`,
    gitlabComment: fr`Un commentaire sur la demande, si une variable masquée CHARTER_TOKEN contient un jeton d'accès du projet (rôle Reporter, portée api). Il ne décide de rien : l'état est celui de la relecture.`,
    gitlabDefault: fr`Ce qui est fusionné a été relu : son rapport vide sert de référence, et ce qu'une demande apporte apparaît comme nouveau.`,
    preCommit: fr`Contrôles avant chaque commit : charter doit être dans le PATH ; ensuite : pre-commit install`,
    package: fr`Le seul endroit à adapter : d'où vient charter. Une archive (npm pack) gardée dans ce dépôt, ou ce qu'accepte npm install : l'adresse d'une archive, ou d'un dépôt git avec son commit.`,
    folder: fr`Le dossier qui contient charters/.`,
    wholeHistory: fr`Tout l'historique : la relecture part de l'endroit où la demande a quitté la branche principale.`,
    fromBase: fr`L'archive de la base, pour qu'une demande ne soit pas jugée par un programme qu'elle apporte ; celle d'ici seulement si la base n'en a pas encore.`,
    statuses: fr`0 : peut être fusionnée. 1 : ne le peut pas, et le rapport dit pourquoi. Autre chose : la relecture n'a pas été possible.`,
    edited: fr`Aussi « edited » : une demande qui change de branche cible est relue selon les règles de sa nouvelle base.`,
    readArtifact: fr`Pour lire le rapport de l'autre exécution.`,
    writeComment: fr`La seule chose qui puisse être écrite.`,
    noShell: fr`Exécuté par Node tel quel : rien de ce qui vient d'une demande ne passe par un shell.`,
  },
  sayings: {
    source: fr`Relecture du commit {commit}. Le rapport complet est conservé avec [son exécution]({url}).`,
    rulesChanged: fr`Cette demande modifie des fichiers de \`.github/\`, peut-être le contrôle même qui a écrit ce rapport. Lisez d'abord ces modifications.`,
    made: fr`charter : commentaire créé.`,
    edited: fr`charter : commentaire mis à jour.`,
    unconcerned: fr`charter : la demande ne concerne pas les chartes ; pas de commentaire.`,
    noReport: fr`charter : l'exécution n'a pas laissé de rapport ; pas de commentaire.`,
    otherHead: fr`charter : aucune demande ouverte ne se termine par le commit relu ; pas de commentaire.`,
    several: fr`charter : plusieurs demandes ouvertes se terminent par ce commit ; pas de commentaire.`,
    notFile: fr`le rapport n'est pas un simple fichier ; pas de commentaire.`,
    tooLarge: fr`le rapport dépasse la taille d'un commentaire ; pas de commentaire.`,
  },
  kept: (file) =>
    fr`${file} existe déjà et dit autre chose : laissé tel quel. Pour le faire écrire de nouveau, déplacez-le d'abord.`,
  shared: (file) => fr`${file} existe déjà : laissé tel quel. Ajoutez-y :`,
  steps: fr`Ensuite :`,
  next: {
    github: [
      fr`Dans le dossier de charter : npm pack ; déposez l'archive ici sous le nom .github/charter.tgz, ou nommez une autre source après CHARTER_PACKAGE dans .github/workflows/charter-review.yml.`,
      fr`Enregistrez ces fichiers sur la branche principale : les commentaires ne viennent que d'elle.`,
      fr`Dans les règles de la branche, exigez le contrôle « review », et un propriétaire du code pour .github/ et .charter.yaml.`,
    ],
    gitlab: [
      fr`Dans le dossier de charter : npm pack ; déposez l'archive ici sous le nom .gitlab/charter.tgz, ou nommez une autre source après CHARTER_PACKAGE dans .gitlab/charter.gitlab-ci.yml.`,
      fr`Dans les réglages des demandes de fusion : les pipelines doivent réussir.`,
      fr`Pour les commentaires : une variable masquée CHARTER_TOKEN avec un jeton d'accès du projet (rôle Reporter, portée api). Qui peut pousser une branche peut s'en servir.`,
    ],
    'pre-commit': [fr`charter doit être dans le PATH de ceux qui font des commits.`, 'pre-commit install'],
  },
};

export const ciMessages: Catalogue<CiTexts> = { en: english, fr: french };
