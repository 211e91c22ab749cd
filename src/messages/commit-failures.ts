/** Why `charter commit` made no commit, and what to do next; values are set in as they are. */
import type { Catalogue } from './language.ts';
import { shellWord } from './shell-word.ts';
import { fr } from './typography.ts';

type Values = Readonly<Record<string, string | number>>;

export const commitFailures: Catalogue<Readonly<Record<string, (values: Values) => string>>> = {
  en: {
    'commit-not-git': () => 'this folder is not under git, so nothing can be committed. Start with: git init',
    'commit-git-missing': () => 'git was not found, and nothing was committed. Install git.',
    'commit-in-progress': (v) =>
      `a git ${v.doing} is under way, which one commit of everything is to end. Nothing was committed; finish it with git: ${v.finish}, or give it up: ${v.leave}.`,
    'index-locked': (v) =>
      `another git is at work here, as ${v.lock} exists. Nothing was committed. Wait for it to end; if none is running, remove that file.`,
    'commit-nameless': () =>
      'git does not know who you are, and nothing was committed. Tell it: git config --global user.name "Your Name" and git config --global user.email "you@example.org"',
    'commit-not-canonical': (v) =>
      `${v.file} is not in canonical form, and nothing was committed. Bring it into form: charter fmt ${shellWord(v.file)}`,
    'commit-capture-missing': (v) =>
      `${v.capture}, the capture of ${v.id}, is not there. Nothing was committed. Put it back, or import the page anew: charter import FILE --portal ${v.id}`,
    'commit-capture-other': (v) =>
      `${v.capture} is not the capture that ${v.id} was imported from: its contents are others. Nothing was committed. Put the capture back as it was.`,
    'commit-capture-place': (v) =>
      `${v.capture}, which ${v.id} names as its capture, is not where captures are kept (snapshots/${v.id}/2026-11-21.txt, or .md, .html). Nothing was committed. Import the page anew: charter import FILE --portal ${v.id}`,
    'capture-altered': (v) =>
      `${v.file} was changed since it was committed; a capture stays as it was observed. Nothing was committed. Put it back: git restore ${shellWord(v.file)}`,
    'capture-converted': (v) =>
      `git would not keep ${v.file} byte for byte. Nothing was committed. Add to .gitattributes the line “snapshots/** -text”; “charter init” does so.`,
    'capture-hooked': (v) =>
      `a hook would have committed ${v.file} with other contents; a capture stays as it was observed. Nothing was committed. Let the hook pass over the folder snapshots.`,
    'commit-link': (v) =>
      `${v.file} is a link: git would keep where it leads, and not the text. Nothing was committed. Put the file itself in its place.`,
    'commit-hidden': (v) =>
      `git was told to pass over changes of ${v.file} (${v.flag}). Nothing was committed. Let it see them again: git update-index --no-${v.flag} ${shellWord(v.file)}`,
    'commit-filtered': (v) =>
      `this repository's own settings have git run a program on ${v.file} (${v.key}: ${v.value}), and charter runs none that a repository brings. Nothing was committed. If you trust it, take it into your own settings: git config --global ${shellWord(v.key)} ${shellWord(v.value)}`,
    'commit-signed-by': (v) =>
      `this repository's own settings name the program that signs your commit (${v.key}: ${v.value}), and charter runs none that a repository brings. Nothing was committed. If you trust it, take it into your own settings: git config --global ${shellWord(v.key)} ${shellWord(v.value)}`,
    'commit-refused': () => 'git did not make the commit, and everything is as it was before.',
    'commit-not-undone': (v) =>
      `git did not make every commit, and the first one could not be undone. The branch stood at ${v.head}; see git status.`,
    'empty-message': () => '-m needs a text. Without -m, a message is suggested: charter commit --dry-run',
    'reserved-trailer': (v) =>
      `“${v.line}” is for charter itself to write at the end of the message. Leave this line out.`,
  },
  fr: {
    'commit-not-git': () =>
      fr`ce dossier n'est pas suivi par git, rien ne peut donc être enregistré. Commencez par : git init`,
    'commit-git-missing': () => fr`git est introuvable, rien n'a été enregistré. Installez git.`,
    'commit-in-progress': (v) =>
      fr`une opération git est en cours (${v.doing}), qui doit finir par un seul commit de tout. Rien n'a été enregistré ; terminez-la avec git : ${v.finish}, ou abandonnez-la : ${v.leave}.`,
    'index-locked': (v) =>
      fr`git est déjà au travail ici : ${v.lock} existe. Rien n'a été enregistré. Attendez qu'il ait fini ; si aucun git ne tourne, supprimez ce fichier.`,
    'commit-nameless': () =>
      fr`git ne sait pas qui vous êtes, rien n'a été enregistré. Dites-le-lui : git config --global user.name "Votre Nom" et git config --global user.email "vous@example.org"`,
    'commit-not-canonical': (v) =>
      fr`${v.file} n'est pas en forme canonique, rien n'a été enregistré. Mettez-le en forme : charter fmt ${shellWord(v.file)}`,
    'commit-capture-missing': (v) =>
      fr`${v.capture}, le relevé de ${v.id}, n'est pas là. Rien n'a été enregistré. Remettez-le, ou importez de nouveau la page : charter import FICHIER --portal ${v.id}`,
    'commit-capture-other': (v) =>
      fr`${v.capture} n'est pas le relevé dont ${v.id} a été tirée : son contenu est autre. Rien n'a été enregistré. Remettez le relevé tel qu'il était.`,
    'commit-capture-place': (v) =>
      fr`${v.capture}, que ${v.id} nomme comme son relevé, n'est pas là où sont gardés les relevés (snapshots/${v.id}/2026-11-21.txt, ou .md, .html). Rien n'a été enregistré. Importez de nouveau la page : charter import FICHIER --portal ${v.id}`,
    'capture-altered': (v) =>
      fr`${v.file} a été modifié depuis son enregistrement ; un relevé reste tel qu'il a été observé. Rien n'a été enregistré. Rétablissez-le : git restore ${shellWord(v.file)}`,
    'capture-converted': (v) =>
      fr`git ne garderait pas ${v.file} à l'octet près. Rien n'a été enregistré. Ajoutez à .gitattributes la ligne « snapshots/** -text » ; « charter init » le fait.`,
    'capture-hooked': (v) =>
      fr`un hook aurait enregistré ${v.file} avec un autre contenu ; un relevé reste tel qu'il a été observé. Rien n'a été enregistré. Faites que le hook laisse de côté le dossier snapshots.`,
    'commit-link': (v) =>
      fr`${v.file} est un lien : git garderait l'endroit où il mène, et non le texte. Rien n'a été enregistré. Mettez à sa place le fichier lui-même.`,
    'commit-hidden': (v) =>
      fr`git a pour consigne de ne pas voir les modifications de ${v.file} (${v.flag}). Rien n'a été enregistré. Retirez cette consigne : git update-index --no-${v.flag} ${shellWord(v.file)}`,
    'commit-filtered': (v) =>
      fr`les réglages de ce dépôt font exécuter par git un programme sur ${v.file} (${v.key} : ${v.value}), et charter n'exécute aucun programme apporté par un dépôt. Rien n'a été enregistré. Si vous lui faites confiance, reprenez-le dans vos propres réglages : git config --global ${shellWord(v.key)} ${shellWord(v.value)}`,
    'commit-signed-by': (v) =>
      fr`les réglages de ce dépôt nomment le programme qui signe votre commit (${v.key} : ${v.value}), et charter n'exécute aucun programme apporté par un dépôt. Rien n'a été enregistré. Si vous lui faites confiance, reprenez-le dans vos propres réglages : git config --global ${shellWord(v.key)} ${shellWord(v.value)}`,
    'commit-refused': () => fr`git n'a pas fait le commit, tout est comme avant.`,
    'commit-not-undone': (v) =>
      fr`git n'a pas fait tous les commits, et le premier n'a pas pu être défait. La branche était à ${v.head} ; voir git status.`,
    'empty-message': () => fr`-m attend un texte. Sans -m, un message est proposé : charter commit --dry-run`,
    'reserved-trailer': (v) =>
      fr`« ${v.line} » : c'est charter qui écrit cette ligne à la fin du message. Retirez-la.`,
  },
};
