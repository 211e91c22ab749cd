/** What went wrong and what to do next, one sentence a failure code; values are set in as they are. */
import type { Language } from '../model/language.ts';
import { commitFailures } from './commit-failures.ts';
import { sayDay } from './days.ts';
import { decisionFailures } from './decision-failures.ts';
import { driftFailures } from './drift-failures.ts';
import type { Catalogue } from './language.ts';
import { shellWord } from './shell-word.ts';
import { templateFailures } from './template-failures.ts';
import { fr } from './typography.ts';

type Values = Readonly<Record<string, string | number>>;
type Sentence = (values: Values) => string;

interface FailureTexts {
  /** What stands before every message. */
  readonly prefix: string;
  readonly suggestion: (names: string) => string;
  readonly help: (command: string) => string;
  /** For a code without a sentence of its own. */
  readonly other: (code: string) => string;
  readonly bug: (what: string) => string;
  readonly sentences: Readonly<Record<string, Sentence>>;
}

const english: FailureTexts = {
  prefix: 'charter: ',
  suggestion: (names) => `Did you mean ${names}?`,
  help: (command) => (command === '' ? 'See: charter --help' : `See: charter ${command} --help`),
  other: (code) => `failed (${code}).`,
  bug: (what) =>
    `a fault of charter itself, please report it: ${what}. With --debug the same command shows the details.`,
  sentences: {
    ...commitFailures.en,
    ...decisionFailures.en,
    ...driftFailures.en,
    ...templateFailures.en,
    'unknown-command': (v) => `there is no command “${v.command}”.`,
    'unknown-option': (v) => `there is no option ${v.option}.`,
    'option-needs-value': (v) => `${v.option} needs a value.`,
    'option-value-dashed': (v) =>
      `${v.option} needs a value, and “${v.value}” was taken for an option. Where it is the value, write: ${shellWord(v.joined)}`,
    'option-takes-no-value': (v) => `${v.option} takes no value.`,
    'option-not-for-command': (v) => `${v.option} does not go with “charter ${v.command}”.`,
    'option-needs-command': (v) => `${v.option} needs a command.`,
    'bad-option-value': (v) => `${v.option} cannot be “${v.value}”. It can be: ${v.allowed}.`,
    'bad-number': (v) => `${v.option} needs a whole number from ${v.from ?? 0}, not “${v.value}”.`,
    'options-exclude': (v) => `${v.one} and ${v.other} cannot go together.`,
    'format-not-for-command': (v) =>
      `“charter ${v.command}” does not write the format ${v.format}. It writes: ${v.allowed}.`,
    'missing-argument': (v) => `“charter ${v.command}” needs one more argument.`,
    'too-many-arguments': (v) => `“charter ${v.command}” does not expect “${v.argument}”.`,
    'empty-argument': (v) => `“charter ${v.command}” was given an empty argument.`,
    'missing-option': (v) => `“charter ${v.command}” needs ${v.option}.`,
    'bad-portal-id': (v) =>
      `“${v.id}” cannot be a portal's id. An id has lower-case letters without accents, digits and hyphens, 63 at most.`,
    'bad-day': (v) => `${v.option} needs a day such as 2026-11-21, not “${v.value}”.`,
    'day-to-come': (v) => `${v.option} ${v.value} is still to come: today is ${v.today}.`,
    'several-pages': (v) =>
      `several files stand for the portal “${v.portal}”: ${v.files}. Which one is meant is left open, so none was imported. Keep one, or import it by itself.`,
    'charter-already': (v) =>
      `${v.file} is a charter already, not a page. Put it into the folder charters as it is; “charter fmt” brings it into form.`,
    'other-id-inside': (v) =>
      `${v.file} holds “${v.stated}”, not “${v.id}”. Name it ${v.stated}, or change the id at its top.`,
    'empty-name': (v) =>
      v.kind === 'template'
        ? `“${v.argument}” names no template. Write template:NAME; “charter list” names them all.`
        : `“${v.argument}” names no charter. Write PORTAL or PORTAL@REV; “charter list” names them all.`,
    'no-commit': () =>
      'there is no commit here yet, so there are no versions. Make the first one: charter commit',
    'bare-repository': (v) =>
      `${v.folder} is a bare git repository: it holds versions, but no files to work on. Name versions (charter diff main~1..main, charter show PORTAL@main), or clone it and work there: git clone ${shellWord(v.folder)} charters-work`,
    'bad-url': (v) => `${v.option} needs an address that starts with https:// or http://, not “${v.value}”.`,
    'unknown-portal': (v) =>
      `there is no charter “${v.portal}”${v.revision ? ` in ${v.revision === 'index' ? 'the index' : v.revision}` : ''}. “charter list” names them all.`,
    'unknown-template': (v) =>
      `there is no template “${v.template}”${v.revision ? ` in ${v.revision === 'index' ? 'the index' : v.revision}` : ''}.`,
    'unknown-rule': (v) => `there is no rule “${v.rule}”. “charter explain” names them all.`,
    'duplicate-id': (v) => `two files hold “${v.id}”: ${v.one} and ${v.other}. Rename one of the two.`,
    'no-such-day': (v) => `there is no day ${v.day} in the calendar.`,
    'day-of-all': (v) =>
      `“${v.day}” is no git revision, and a day stands for a version of one charter. Name it: PORTAL@${v.day}.`,
    'before-first-version': (v) =>
      `there is no version of ${v.id} as old as ${day(v.day, 'en')}. The first is of ${day(v.first, 'en')}.`,
    'before-known-versions': (v) =>
      `no version of ${v.id} as old as ${day(v.day, 'en')} is known here: the first known one is of ${day(v.first, 'en')}, and this clone is shallow. Fetch the history first (git fetch --unshallow; in GitHub Actions, fetch-depth: 0).`,
    'charter-gone': (v) =>
      v.renamed
        ? `there is no charter “${v.id}” any more: it was renamed ${v.renamed} on ${day(v.recorded, 'en')}. Its versions go on under that name: charter log ${v.renamed}`
        : `there is no charter “${v.id}” any more: it was removed on ${day(v.recorded, 'en')}. Its versions are still there: charter log ${v.id}`,
    'charter-removed': (v) =>
      v.renamed === undefined
        ? `${v.id} was not there on ${day(v.day, 'en')}: it was removed on ${day(v.recorded, 'en')}.`
        : `${v.id} was not there on ${day(v.day, 'en')}: it was renamed ${v.renamed} on ${day(v.recorded, 'en')}. See ${v.renamed}@${v.day}.`,
    'no-merge-base': (v) => `${v.one} and ${v.other} have no commit in common.`,
    'staged-two': () =>
      '--staged compares what is staged with one version. Name a charter (PORTAL or PORTAL@REV), or none for all.',
    'unmerged-file': (v) =>
      `${v.file} is not merged yet. Settle the merge first: edit the file, then: git add ${shellWord(v.file)}`,
    'git-dubious-ownership': (v) =>
      `git does not trust this repository, as its folder belongs to another user. If you trust it: ${v.command}`,
    'no-revision-here': (v) => `“${v.argument}”: only files of the work tree can be named here, without @.`,
    'bad-revision': (v) =>
      v.revision === ''
        ? `“${v.argument ?? ''}”: after @ comes a git revision, such as HEAD~3, a tag or a commit.`
        : `“${v.revision}” cannot be a git revision.`,
    'charter-not-file': (v) =>
      `“${v.argument}” is a path. Name a charter by its id here, or template:NAME; renamed files are followed.`,
    'one-version': (v) =>
      `“${v.argument}” names two versions, and “charter ${v.command}” asks about one: PORTAL@REV.`,
    'one-revision': (v) =>
      `all charters of one log start from one revision, not from ${v.one} and ${v.other}.`,
    'no-text-at-line': (v) => `line ${v.line} of ${v.file} holds no text of the charter.`,
    'no-such-line': (v) =>
      `there is no line ${v.line} in ${v.file}: it has ${v.count} ${v.count === 1 ? 'line' : 'lines'}.`,
    'unknown-revision': (v) => `git knows no revision “${v.revision}” here.`,
    'unknown-revision-shallow': (v) =>
      `git knows no revision “${v.revision}” here. This clone is shallow: fetch the history first (git fetch --unshallow; in CI, fetch-depth: 0).`,
    'git-missing': () =>
      'git was not found, and versions come from git. Install it; two charters or files can be compared without: charter diff A B',
    'not-a-git-repository': () =>
      'this folder is not under git, so there are no versions. Start with: git init; two charters or files can be compared without git: charter diff A B',
    'git-failed': (v) => `git could not answer: ${v.reason}`,
    'git-object-missing': (v) =>
      `git does not have the contents of ${v.file} here. In a partial clone, fetch them first (git fetch --refetch --no-filter).`,
    'not-a-repository': (v) =>
      `there is no folder “charters” in ${v.folder} or above it. “charter init” makes a charter repository here.`,
    'no-charters': () => 'there is no charter here yet. “charter import FILE --portal ID” makes one.',
    'missing-file': (v) => `there is no file ${v.file}.`,
    'missing-folder': (v) => `there is no folder ${v.file}.`,
    'not-a-folder': (v) => `${v.file} is a file; a folder is expected.`,
    'is-a-directory': (v) => `${v.file} is a folder; a file is expected.`,
    'not-a-regular-file': (v) =>
      `${v.file} is a pipe or a device; a file is expected. To import what a program writes: … | charter import - --portal ID`,
    'unreadable-file': (v) => `${v.file} cannot be read (${v.reason}).`,
    'unwritable-file': (v) => `${v.file} cannot be written (${v.reason}). Nothing was changed.`,
    'disk-full': (v) => `there is no room left to write ${v.file}. The file was left as it was.`,
    'output-failed': (v) => `the output could not be written whole (${v.reason}).`,
    'outside-repository': (v) => `${v.file} leads out of the repository through a link. Nothing was written.`,
    'file-too-large': (v) => `${v.file} is larger than ${v.limit} MiB and was not read.`,
    'binary-file': (v) => `${v.file} holds binary data, not text. Check that this is the right file.`,
    'not-utf8': (v) => `${v.file}:${v.line}:${v.column}: this is not UTF-8 text. Save the file as UTF-8.`,
    'invalid-file': (v) =>
      v.count === 1
        ? `${v.file} cannot be read as a charter:`
        : `${v.file} cannot be read as a charter, ${v.count} problems:`,
    'invalid-settings': (v) =>
      v.count === 1
        ? `The settings in ${v.file} cannot be used:`
        : `The settings in ${v.file} cannot be used, ${v.count} problems:`,
    'not-a-charter': (v) => `${v.file} holds a template, not a charter.`,
    'bad-classes': (v) =>
      `--only takes a list of variable, typographic, wording, substantive; not “${v.value}”.`,
    'capture-exists': (v) => `${v.file} exists with other contents. Nothing was written.`,
    'hand-edited': (v) =>
      `${v.file} was edited by hand since it was imported. Nothing was written. --dry-run shows what the import would change, --force makes it.`,
    'older-capture': (v) =>
      `${v.file} was read from the capture of ${day(v.later, 'en')}, and this one is older, of ${day(v.day, 'en')}. Nothing was written. --captured gives a capture its day, --force puts the older one in its place.`,
    'comments-in-the-way': (v) =>
      `${v.file} holds comments that a new import would lose. Nothing was written. --force makes the import, without them.`,
    'capture-refused': (v) => `${v.file} was not imported:`,
    'empty-folder': (v) =>
      `there is nothing to import in ${v.file}: a sub-folder or a file a portal is expected.`,
    'lost-capture': (v) =>
      `${v.file} names the capture ${v.capture}, which is gone or altered, so edits made by hand cannot be told from the import. Nothing was written; --force overwrites.`,
  },
};

const french: FailureTexts = {
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
      fr`il n'y a pas de modèle « ${v.template} »${v.revision ? ` dans ${v.revision === 'index' ? "l'index" : v.revision}` : ''}.`,
    'unknown-rule': (v) => fr`il n'y a pas de règle « ${v.rule} ». « charter explain » les nomme toutes.`,
    'duplicate-id': (v) =>
      fr`deux fichiers portent « ${v.id} » : ${v.one} et ${v.other}. Renommez l'un des deux.`,
    'no-such-day': (v) => fr`le jour ${v.day} n'existe pas dans le calendrier.`,
    'day-of-all': (v) =>
      fr`« ${v.day} » n'est pas une révision git, et un jour désigne la version d'une seule charte. Nommez-la : PORTAIL@${v.day}.`,
    'before-first-version': (v) =>
      fr`il n'y a pas de version de ${v.id} aussi ancienne que le ${day(v.day, 'fr')}. La première est du ${day(v.first, 'fr')}.`,
    'before-known-versions': (v) =>
      fr`aucune version de ${v.id} aussi ancienne que le ${day(v.day, 'fr')} n'est connue ici : la première connue est du ${day(v.first, 'fr')}, et ce clone est tronqué (shallow). Récupérez d'abord l'historique (git fetch --unshallow ; dans GitHub Actions, fetch-depth: 0).`,
    'charter-gone': (v) =>
      v.renamed
        ? fr`il n'y a plus de charte « ${v.id} » : elle a été renommée ${v.renamed} le ${day(v.recorded, 'fr')}. Ses versions continuent sous ce nom : charter log ${v.renamed}`
        : fr`il n'y a plus de charte « ${v.id} » : elle a été retirée le ${day(v.recorded, 'fr')}. Ses versions sont toujours là : charter log ${v.id}`,
    'charter-removed': (v) =>
      v.renamed === undefined
        ? fr`${v.id} n'était pas là le ${day(v.day, 'fr')} : la charte a été retirée le ${day(v.recorded, 'fr')}.`
        : fr`${v.id} n'était pas là le ${day(v.day, 'fr')} : la charte a été renommée en ${v.renamed} le ${day(v.recorded, 'fr')}. Voir ${v.renamed}@${v.day}.`,
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
    'one-version': (v) =>
      fr`« ${v.argument} » nomme deux versions, et « charter ${v.command} » en interroge une seule : PORTAIL@REV.`,
    'one-revision': (v) =>
      fr`toutes les chartes d'un même journal partent d'une seule révision, pas de ${v.one} et de ${v.other}.`,
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
      fr`${v.file} vient du relevé du ${day(v.later, 'fr')}, et celui-ci est plus ancien : ${day(v.day, 'fr')}. Rien n'a été écrit. --captured donne son jour à un relevé, --force met le plus ancien à la place.`,
    'comments-in-the-way': (v) =>
      fr`${v.file} contient des commentaires qu'un nouvel import perdrait. Rien n'a été écrit. --force fait l'import, sans eux.`,
    'capture-refused': (v) => fr`${v.file} n'a pas été importé :`,
    'empty-folder': (v) =>
      fr`il n'y a rien à importer dans ${v.file} : un sous-dossier ou un fichier par portail est attendu.`,
    'lost-capture': (v) =>
      fr`${v.file} nomme le relevé ${v.capture}, disparu ou altéré : impossible de distinguer les modifications faites à la main. Rien n'a été écrit ; --force écrase.`,
  },
};

function day(value: string | number | undefined, language: Language): string {
  return sayDay(String(value), language);
}

export const failureMessages: Catalogue<FailureTexts> = { en: english, fr: french };
