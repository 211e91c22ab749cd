/** What went wrong and what to do next, in French. */
import { commitFailures } from './commit-failures.ts';
import { sayDay } from './days.ts';
import { decisionFailures } from './decision-failures.ts';
import { driftFailures } from './drift-failures.ts';
import type { FailureTexts } from './failures.ts';
import { namingFailures } from './naming-failures.ts';
import { reviewFailures } from './review-failures.ts';
import { shellWord } from './shell-word.ts';
import { templateFailures } from './template-failures.ts';
import { fr } from './typography.ts';

export const frenchFailures: FailureTexts = {
  prefix: fr`charter : `,
  suggestion: (names) => fr`Vouliez-vous dire ${names} ?`,
  help: (command) => (command === '' ? fr`Voir : charter --help` : fr`Voir : charter ${command} --help`),
  other: (code) => fr`échec (${code}).`,
  bug: (what) =>
    fr`une faute de charter, merci de la signaler : ${what}. Avec --debug, la même commande montre les détails.`,
  sentences: {
    ...commitFailures.fr,
    ...decisionFailures.fr,
    ...driftFailures.fr,
    ...namingFailures.fr,
    ...reviewFailures.fr,
    ...templateFailures.fr,
    'unknown-command': (v) => fr`il n'y a pas de commande « ${v.command} ».`,
    'unknown-option': (v) => fr`il n'y a pas d'option ${v.option}.`,
    'option-needs-value': (v) => fr`${v.option} attend une valeur.`,
    'option-value-dashed': (v) =>
      fr`${v.option} attend une valeur, et « ${v.value} » a été pris pour une option. Si c'est bien la valeur, écrivez : ${shellWord(v.joined)}`,
    'option-takes-no-value': (v) => fr`${v.option} ne prend pas de valeur.`,
    'option-not-for-command': (v) => fr`${v.option} ne va pas avec « charter ${v.command} ».`,
    'option-needs-command': (v) => fr`${v.option} attend une commande.`,
    'bad-option-value': (v) =>
      fr`${v.option} ne peut pas valoir « ${v.value} ». Valeurs possibles : ${v.allowed}.`,
    'bad-number': (v) =>
      fr`${v.option} attend un nombre entier à partir de ${v.from ?? 0}, pas « ${v.value} ».`,
    'options-exclude': (v) => fr`${v.one} et ${v.other} ne vont pas ensemble.`,
    'format-not-for-command': (v) =>
      fr`« charter ${v.command} » n'écrit pas le format ${v.format}. Formats possibles : ${v.allowed}.`,
    'missing-argument': (v) => fr`« charter ${v.command} » attend un argument de plus.`,
    'too-many-arguments': (v) => fr`« charter ${v.command} » n'attend pas « ${v.argument} ».`,
    'empty-argument': (v) => fr`« charter ${v.command} » a reçu un argument vide.`,
    'missing-option': (v) => fr`« charter ${v.command} » attend ${v.option}.`,
    'bad-portal-id': (v) =>
      fr`« ${v.id} » ne peut pas être l'identifiant d'un portail. Un identifiant se compose de minuscules sans accent, de chiffres et de traits d'union, 63 au plus.`,
    'bad-day': (v) => fr`${v.option} attend un jour comme 2026-11-21, pas « ${v.value} ».`,
    'day-to-come': (v) => fr`${v.option} ${v.value} est à venir : nous sommes le ${v.today}.`,
    'several-pages': (v) =>
      fr`plusieurs fichiers valent pour le portail « ${v.portal} » : ${v.files}. Rien ne dit lequel est le bon, aucun n'a donc été importé. Gardez-en un seul, ou importez-le à part.`,
    'charter-already': (v) =>
      fr`${v.file} est déjà une charte, pas une page. Placez-la telle quelle dans le dossier charters ; « charter fmt » la met en forme.`,
    'other-id-inside': (v) =>
      fr`${v.file} contient « ${v.stated} », pas « ${v.id} ». Nommez ${v.stated}, ou changez l'identifiant en tête du fichier.`,
    'empty-name': (v) =>
      v.kind === 'template'
        ? fr`« ${v.argument} » ne nomme aucun modèle. Écrivez template:NOM ; « charter list » les nomme tous.`
        : fr`« ${v.argument} » ne nomme aucune charte. Écrivez PORTAIL ou PORTAIL@REV ; « charter list » les nomme toutes.`,
    'no-commit': () =>
      fr`il n'y a pas encore de commit ici, donc pas de versions. Faites le premier : charter commit`,
    'bare-repository': (v) =>
      fr`${v.folder} est un dépôt git nu (bare) : il contient des versions, mais aucun fichier de travail. Nommez des versions (charter diff main~1..main, charter show PORTAIL@main), ou clonez-le et travaillez dans le clone : git clone ${shellWord(v.folder)} chartes`,
    'bad-url': (v) =>
      fr`${v.option} attend une adresse qui commence par https:// ou http://, pas « ${v.value} ».`,
    'unknown-portal': (v) =>
      fr`il n'y a pas de charte « ${v.portal} »${v.revision ? ` dans ${v.revision === 'index' ? "l'index" : v.revision}` : ''}. « charter list » les nomme toutes.`,
    'unknown-template': (v) =>
      fr`il n'y a pas de modèle « ${v.template} »${v.revision ? ` dans ${v.revision === 'index' ? "l'index" : v.revision}` : ''}. « charter list » les nomme tous.`,
    'unknown-rule': (v) => fr`il n'y a pas de règle « ${v.rule} ». « charter explain » les nomme toutes.`,
    'duplicate-id': (v) =>
      fr`deux fichiers portent « ${v.id} » : ${v.one} et ${v.other}. Renommez l'un des deux.`,
    'no-such-day': (v) => fr`le jour ${v.day} n'existe pas dans le calendrier.`,
    'day-of-all': (v) =>
      fr`« ${v.day} » n'est pas une révision git, et un jour désigne la version d'une seule charte. Nommez-la : PORTAIL@${v.day}.`,
    'before-first-version': (v) =>
      fr`il n'y a pas de version de ${v.id} aussi ancienne que le ${day(v.day)}. La première est du ${day(v.first)}.`,
    'before-known-versions': (v) =>
      fr`aucune version de ${v.id} aussi ancienne que le ${day(v.day)} n'est connue ici : la première connue est du ${day(v.first)}, et ce clone est tronqué (shallow). Récupérez d'abord l'historique (git fetch --unshallow ; dans GitHub Actions, fetch-depth: 0).`,
    'charter-gone': (v) =>
      v.renamed
        ? fr`il n'y a plus de charte « ${v.id} » : elle a été renommée ${v.renamed} le ${day(v.recorded)}. Ses versions continuent sous ce nom : charter log ${v.renamed}`
        : fr`il n'y a plus de charte « ${v.id} » : elle a été retirée le ${day(v.recorded)}. Ses versions sont toujours là : charter log ${v.id}`,
    'charter-removed': (v) =>
      v.renamed === undefined
        ? fr`${v.id} n'était pas là le ${day(v.day)} : la charte a été retirée le ${day(v.recorded)}.`
        : fr`${v.id} n'était pas là le ${day(v.day)} : la charte a été renommée en ${v.renamed} le ${day(v.recorded)}. Voir ${v.renamed}@${v.day}.`,
    'no-merge-base': (v) => fr`${v.one} et ${v.other} n'ont aucun commit en commun.`,
    'staged-two': () =>
      fr`--staged compare ce qui est indexé avec une seule version. Nommez une charte (PORTAIL ou PORTAIL@REV), ou aucune pour toutes.`,
    'unmerged-file': (v) =>
      fr`${v.file} n'est pas encore fusionné. Terminez d'abord la fusion : corrigez le fichier, puis : git add ${shellWord(v.file)}`,
    'git-dubious-ownership': (v) =>
      fr`git ne fait pas confiance à ce dépôt, dont le dossier appartient à un autre utilisateur. Si vous lui faites confiance : ${v.command}`,
    'no-revision-here': (v) =>
      fr`« ${v.argument} » : seuls des fichiers présents peuvent être nommés ici, sans @.`,
    'bad-revision': (v) =>
      v.revision === ''
        ? fr`« ${v.argument ?? ''} » : après @ vient une révision git, par exemple HEAD~3, une étiquette ou un commit.`
        : fr`« ${v.revision} » ne peut pas être une révision git.`,
    'charter-not-file': (v) =>
      fr`« ${v.argument} » est un chemin. Nommez ici une charte par son identifiant, ou template:NOM ; un fichier renommé est suivi.`,
    'no-text-at-line': (v) => fr`la ligne ${v.line} de ${v.file} ne contient pas de texte de la charte.`,
    'no-such-line': (v) =>
      fr`il n'y a pas de ligne ${v.line} dans ${v.file} : le fichier a ${v.count} ${Number(v.count) < 2 ? 'ligne' : 'lignes'}.`,
    'unknown-revision': (v) => fr`git ne connaît pas ici de révision « ${v.revision} ».`,
    'unknown-revision-shallow': (v) =>
      fr`git ne connaît pas ici de révision « ${v.revision} ». Ce clone est tronqué (shallow) : récupérez d'abord l'historique (git fetch --unshallow ; en intégration continue, fetch-depth: 0).`,
    'git-missing': () =>
      fr`git est introuvable, et les versions viennent de git. Installez-le ; deux chartes ou fichiers se comparent sans lui : charter diff A B`,
    'not-a-git-repository': () =>
      fr`ce dossier n'est pas suivi par git, il n'y a donc pas de versions. Commencez par : git init ; deux chartes ou fichiers se comparent sans git : charter diff A B`,
    'git-failed': (v) => fr`git n'a pas pu répondre : ${v.reason}`,
    'git-object-missing': (v) =>
      fr`git n'a pas ici le contenu de ${v.file}. Dans un clone partiel, récupérez-le d'abord (git fetch --refetch --no-filter).`,
    'git-partial': () =>
      fr`ce clone est partiel : git n'y a pas tous les contenus nécessaires. Récupérez-les d'abord (git fetch --refetch --no-filter).`,
    'not-a-repository': (v) =>
      fr`il n'y a pas de dossier « charters » dans ${v.folder} ni au-dessus. « charter init » crée ici un dépôt de chartes.`,
    'no-charters': () =>
      fr`il n'y a pas encore de charte ici. « charter import FICHIER --portal ID » en crée une.`,
    'missing-file': (v) => fr`il n'y a pas de fichier ${v.file}.`,
    'missing-folder': (v) => fr`il n'y a pas de dossier ${v.file}.`,
    'not-a-folder': (v) => fr`${v.file} est un fichier ; un dossier est attendu.`,
    'is-a-directory': (v) => fr`${v.file} est un dossier ; un fichier est attendu.`,
    'not-a-regular-file': (v) =>
      fr`${v.file} est un tube ou un périphérique ; un fichier est attendu. Pour importer ce qu'écrit un programme : … | charter import - --portal ID`,
    'unreadable-file': (v) => fr`${v.file} ne peut pas être lu (${v.reason}).`,
    'unwritable-file': (v) => fr`${v.file} ne peut pas être écrit (${v.reason}). Rien n'a été modifié.`,
    'disk-full': (v) => fr`il n'y a plus de place pour écrire ${v.file}. Le fichier est resté tel quel.`,
    'output-failed': (v) => fr`la sortie n'a pas pu être écrite en entier (${v.reason}).`,
    'outside-repository': (v) => fr`${v.file} mène hors du dépôt par un lien. Rien n'a été écrit.`,
    'file-too-large': (v) => fr`${v.file} dépasse ${v.limit} Mio et n'a pas été lu.`,
    'binary-file': (v) =>
      fr`${v.file} contient des données binaires, pas du texte. Vérifiez que c'est le bon fichier.`,
    'not-utf8': (v) =>
      fr`${v.file}:${v.line}:${v.column} : ce n'est pas du texte UTF-8. Enregistrez le fichier en UTF-8.`,
    'invalid-file': (v) =>
      v.count === 1
        ? fr`${v.file} ne peut pas être lu comme une charte :`
        : fr`${v.file} ne peut pas être lu comme une charte, ${v.count} problèmes :`,
    'invalid-settings': (v) =>
      v.count === 1
        ? fr`Les réglages de ${v.file} ne peuvent pas être utilisés :`
        : fr`Les réglages de ${v.file} ne peuvent pas être utilisés, ${v.count} problèmes :`,
    'not-a-charter': (v) => fr`${v.file} contient un modèle, pas une charte.`,
    'bad-classes': (v) =>
      fr`--only attend une liste de propre, forme, rédactionnelle, fond (ou variable, typographic, wording, substantive) ; pas « ${v.value} ».`,
    'capture-exists': (v) => fr`${v.file} existe avec un autre contenu. Rien n'a été écrit.`,
    'hand-edited': (v) =>
      fr`${v.file} a été modifié à la main depuis son import. Rien n'a été écrit. --dry-run montre ce que l'import changerait, --force le fait.`,
    'older-capture': (v) =>
      fr`${v.file} vient du relevé du ${day(v.later)}, et celui-ci est plus ancien : ${day(v.day)}. Rien n'a été écrit. --captured donne son jour à un relevé, --force met le plus ancien à la place.`,
    'comments-in-the-way': (v) =>
      fr`${v.file} contient des commentaires qu'un nouvel import perdrait. Rien n'a été écrit. --force fait l'import, sans eux.`,
    'capture-refused': (v) => fr`${v.file} n'a pas été importé :`,
    'empty-folder': (v) =>
      fr`il n'y a rien à importer dans ${v.file} : un sous-dossier ou un fichier par portail est attendu.`,
    'lost-capture': (v) =>
      fr`${v.file} nomme le relevé ${v.capture}, disparu ou altéré : impossible de distinguer les modifications faites à la main. Rien n'a été écrit ; --force écrase.`,
  },
};

function day(value: string | number | undefined): string {
  return sayDay(String(value), 'fr');
}
